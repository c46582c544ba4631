import CareModel

extension ModelReading {
  /// The census that a measure asks for.
  ///
  /// - Parameter isCompared: whether it is compared with an observed one.
  func census(_ fields: FieldReader, isCompared: Bool) -> Census {
    if fields.keyPlace(of: "unit") != nil, fields.keyPlace(of: "units") != nil {
      fields.report("unit is given already; keep one of the two", about: "units")
    } else if fields.keyPlace(of: "unit") == nil, fields.keyPlace(of: "units") == nil {
      fields.report("write unit or units")
    }
    for key in ["from", "until"] {
      if let days = fields.days(key), days != days.rounded() {
        fields.report("the span of a census is in whole days", about: key)
      }
    }
    if let days = fields.integer("smooth_days"), days % 2 == 0 {
      fields.report("a window around a day has an odd number of days", about: "smooth_days")
    }
    func whole(_ key: String) -> Int? { fields.days(key).map { Int(min($0, 1e6).rounded()) } }
    return Census(
      unitKinds: censusKinds(fields), fromDay: whole("from") ?? 0, untilDay: whole("until"),
      smoothDays: fields.integer("smooth_days") ?? 1, observed: isCompared ? observedCensus(fields) : [])
  }

  private func censusKinds(_ fields: FieldReader) -> [Int] {
    guard fields.has("units") else { return kindNames.index(of: "unit", in: fields).map { [$0] } ?? [] }
    let names = fields.texts("units")
    if names.isEmpty { fields.report("the list is empty", about: "units") }
    if Set(names).count < names.count { fields.report("a kind of unit is in the list twice", about: "units") }
    return names.compactMap { name in kindNames.index(of: name) { fields.report($0, about: "units") } }
  }

  /// The numbers of the observed column; nil on days without one.
  private func observedCensus(_ fields: FieldReader) -> [Double?] {
    guard let name = fields.text("observed_column") else { return [] }
    guard !days.isEmpty else {
      reportNoDays(fields, "observed_column")
      return []
    }
    var known: [String] = []
    for day in days { known += day.openNumbers.map(\.name).filter { !known.contains($0) } }
    let names = NameIndex("column", known, isComplete: isWhole("days"))
    guard names.index(ofColumn: "observed_column", in: fields) != nil else { return [] }
    return days.map { day in
      guard let number = day.openNumbers.first(where: { $0.name == name }) else { return nil }
      if number.value < 0 || number.value > 1e9 {
        log.add(
          "\(name) is \(plainText(number.value)); an observed census is between 0 and 1000000000",
          at: number.place, path: name)
      }
      return number.value
    }
  }
}
