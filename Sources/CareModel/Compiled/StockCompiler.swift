import SimulationKernel

extension NetworkCompiler {
  /// Stocks at the start, region by region.
  func stockRows() -> [StockStartRow] {
    network.regions.indices.flatMap { region in
      network.stocks.map { stock in
        StockStartRow(
          level: network.number(stock.level, ofRegion: region),
          largest: stock.largest.map { network.number($0, ofRegion: region) } ?? .infinity,
          perDelivery: network.number(stock.deliveryPerDay, ofRegion: region)
            * Double(stock.deliveryIntervalDays),
          intervalTicks: Int64(stock.deliveryIntervalDays) * SimulationDuration.ticksPerDay,
          shelfLifeDays: Int32(max(0, stock.shelfLifeDays ?? 0)))
      }
    }
  }
}

extension StockUseRow {
  init(_ use: StockUse) {
    self.init(
      stock: Int32(use.stock), waits: use.whenShort == .wait, refuses: use.whenShort == .refuse,
      amount: use.amount,
      factorWithout: use.factorWithout)
  }
}

extension DeliveryChangeRow {
  init(_ change: DeliveryChange) {
    self.init(
      stock: Int32(change.stock), fromHours: change.fromDay * 24, untilHours: change.untilDay * 24,
      factor: change.factor)
  }
}
