import CareModel

/// The numbers that facilities and regions carry under names of the model's choosing.
struct PlaceColumns {
  /// All names.
  let names: NameIndex
  private let regionNumbers: [[OpenNumber]]
  private let facilityNumbers: [[OpenNumber]]
  private let regionOfFacility: [Int?]

  init(_ reading: ModelReading) {
    regionNumbers = reading.regions.map(\.openNumbers)
    facilityNumbers = reading.facilities.map(\.openNumbers)
    regionOfFacility = reading.facilities.map { facility in
      facility.text("region").flatMap { reading.regionNames.index(of: $0) }
    }
    var found: [String] = []
    var seen: Set<String> = []
    for numbers in facilityNumbers + regionNumbers {
      for number in numbers where seen.insert(number.name).inserted { found.append(number.name) }
    }
    names = NameIndex(
      "column", found, isComplete: reading.facilityNames.isComplete && reading.regionNames.isComplete)
  }

  /// The number of a facility, else of its region.
  func number(_ name: String, atFacility facility: Int) -> OpenNumber? {
    if let own = facilityNumbers[facility].first(where: { $0.name == name }) { return own }
    return regionOfFacility[facility].flatMap { number(name, ofRegion: $0) }
  }

  /// Whether a facility's region is known.
  func isPlaced(_ facility: Int) -> Bool { regionOfFacility[facility] != nil }

  /// The number of a region.
  func number(_ name: String, ofRegion region: Int) -> OpenNumber? {
    regionNumbers[region].first { $0.name == name }
  }

  /// Every number of a column.
  func all(_ name: String) -> [OpenNumber] {
    (facilityNumbers + regionNumbers).flatMap { $0.filter { $0.name == name } }
  }

  /// The column that a field names; nil if it names none, or after reporting that there is no such column among
  /// facilities or regions. Numbers of the column outside `range`, or with decimals where they must be whole, are
  /// reported where they stand.
  func column(
    _ key: String, in fields: any CheckedFields, range: NumberRange, isWhole: Bool = false
  ) -> String? {
    guard let name = fields.text(key) else { return nil }
    guard names.index(ofColumn: key, in: fields) != nil else { return nil }
    for number in all(name) {
      let words: String
      if !range.contains(number.value) {
        words = "\(range)"
      } else if isWhole, number.value != number.value.rounded() {
        words = "a whole number"
      } else {
        continue
      }
      fields.log.add(
        "\(name) is \(plainText(number.value)); \(joined(fields.path, fields.writtenKey(key))) needs it to be \(words)",
        at: number.place, path: name)
    }
    return name
  }

  /// A number that is fixed under one key or stands in the column that another key names.
  ///
  /// - Returns: nil if neither is given, both are, or the column does not exist.
  func placeNumber(
    _ fixed: String, column key: String, in fields: any CheckedFields, value: Double?,
    range: NumberRange, isWhole: Bool = false
  ) -> PlaceNumber? {
    let name = column(key, in: fields, range: range, isWhole: isWhole)
    if fields.has(fixed), fields.has(key) {
      fields.report("\(fields.writtenKey(fixed)) is given already; keep one of the two", about: key)
      return nil
    }
    if let name { return .column(name) }
    return value.map { .fixed($0) }
  }
}
