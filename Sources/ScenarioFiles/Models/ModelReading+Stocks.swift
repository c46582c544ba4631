import CareModel

extension ModelReading {
  func readStocks() {
    let stocks = root.objects("stocks")
    stockNames = NameIndex("stock", stocks.map { $0.text("id") }, isComplete: root.isWhole("stocks"))
    let columns = PlaceColumns(self)
    network.stocks = stocks.map { stock($0, columns: columns) }
    if stocks.count > 100 { root.report("a model has at most 100 stocks", about: "stocks") }
  }

  private func stock(_ fields: FieldReader, columns: PlaceColumns) -> Stock {
    func number(_ key: String) -> PlaceNumber? {
      columns.placeNumber(
        key, column: "\(key)_column", in: fields, value: fields.number(key), range: .between(0, 1e9))
    }
    let level = number("level")
    if fields.keyPlace(of: "level") == nil, fields.keyPlace(of: "level_column") == nil {
      fields.report("write level or level_column")
    }
    let delivered = number("delivered_per_day")
    if delivered == nil, fields.keyPlace(of: "delivery_every_days") != nil {
      fields.report("nothing is delivered: write delivered_per_day too", about: "delivery_every_days")
    }
    let use = number("normal_use_per_day")
    let largest = number("largest")
    if case .fixed(let start)? = level, case .fixed(let most)? = largest, start > most {
      fields.report("the level is \(plainText(start)), and largest is \(plainText(most))", about: "level")
    }
    return Stock(
      id: fields.text("id") ?? "", title: fields.text("title") ?? "", level: level ?? .fixed(0),
      largest: largest, deliveryPerDay: delivered ?? .fixed(0),
      deliveryIntervalDays: fields.integer("delivery_every_days") ?? 1,
      shelfLifeDays: fields.integer("shelf_life_days"), normalUsePerDay: use)
  }

  /// What a step uses.
  ///
  /// - Parameter isRefusing: whether its unit turns away who cannot begin at once.
  func stockUses(_ fields: FieldReader, isRefusing: Bool) -> [StockUse] {
    let parts = fields.objects("uses")
    reportRepeats(parts, "stock")
    return parts.compactMap { part in
      guard let stock = stockNames.index(of: "stock", in: part) else { return nil }
      let whenShort = part.text("when_short").flatMap { StockUse.WhenShort(rawValue: $0) } ?? .without
      if whenShort != .without, fields.keyPlace(of: "unit") == nil {
        part.report(
          whenShort == .wait
            ? "a step without a unit has no queue to wait in" : "a step without a unit turns nobody away",
          about: "when_short")
      } else if whenShort == .wait, isRefusing {
        part.report(
          "nobody waits for a unit that refuses: remove it, or set when_full to queue", about: "when_short")
      }
      let amount = part.number("amount") ?? 1
      if whenShort == .wait, case .fixed(let most)? = network.stocks[stock].largest, most < amount {
        part.report(
          "a region keeps at most \(plainText(most)) of it: patients would wait for ever", about: "amount")
      }
      return StockUse(
        stock: stock, amount: amount, whenShort: whenShort,
        factorWithout: part.number("factor_without") ?? 1)
    }
  }
}
