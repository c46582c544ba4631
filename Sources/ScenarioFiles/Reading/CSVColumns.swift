/// What each column of a table means.
struct CSVColumns {
  struct Given {
    let column: Int
    let name: String
    let factor: Double
    let source: Int?
  }

  /// By field index.
  let given: [Given?]
  let open: [Given]
  /// The column that covers whole rows.
  let source: Int?
  /// The column that names a row: `id`, `code` or the first.
  private let name: [Int]
  /// Whether the first line has any name that a header of this list has.
  let isHeader: Bool
  /// Whether a column that must be there is not.
  let isMissingSome: Bool

  /// What a row is called.
  func rowName(_ row: CSVRow) -> String { name.map { row.cells[$0].text }.joined(separator: "/") }

  init(_ table: CSVTable, list: FieldList, isOpen: Bool, path: String, log: MistakeLog) {
    name = table.nameColumns
    var header = CSVHeaderReading(table, list, isOpen: isOpen, path: path, log)
    isHeader = header.isHeader
    if isHeader {
      header.read()
    } else {
      header.reportNoHeader()
    }
    (given, open, source) = (header.given, header.open, header.source)
    isMissingSome = header.isMissingSome
  }
}

/// Finds out what the names in the first line of a table mean, mistyped ones too, and reports what is wrong with them.
private struct CSVHeaderReading {
  private let table: CSVTable
  private let list: FieldList
  private let isOpen: Bool
  private let path: String
  private let log: MistakeLog
  private(set) var given: [CSVColumns.Given?]
  private(set) var open: [CSVColumns.Given] = []
  private(set) var source: Int?
  private(set) var isMissingSome = false
  /// Columns whose names mean nothing here, and those of them that no field's name is near.
  private var unknown: [Int] = []
  private var unguessed: [Int] = []
  /// What columns with mistyped names give, by field index, and fields that some mistyped name means.
  private var slips: [CSVColumns.Given?]
  private var excused: Set<Int> = []

  init(_ table: CSVTable, _ list: FieldList, isOpen: Bool, path: String, _ log: MistakeLog) {
    (self.table, self.list, self.isOpen, self.path, self.log) = (table, list, isOpen, path, log)
    given = Array(repeating: nil, count: list.fields.count)
    slips = given
    source =
      table.column(named: "source")
      ?? table.header.firstIndex {
        list.spelling($0.text) == nil
          && nearestWord(to: $0.text, among: ["source"] + list.knownKeys) == "source"
      }
  }

  var isHeader: Bool {
    table.header.contains { cell in
      list.spelling(cell.text) != nil || list.nearestKey(to: cell.text) != nil || cell.text == "source"
    }
  }

  mutating func reportNoHeader() {
    isMissingSome = true
    let keys = list.fields.prefix(3).map { $0.spellings[0].key }.joined(separator: ", ")
    log.add(
      "the first line of a table has the names of its columns, such as \(keys)", at: table.header[0].place,
      path: path)
  }

  mutating func read() {
    for column in table.header.indices where isNamed(column) {
      if list.spelling(table.header[column].text) != nil {
        takeKnown(column)
      } else if isOpenNumber(column) {
        open.append(
          CSVColumns.Given(
            column: column, name: table.header[column].text, factor: 1, source: sourceColumn(of: column)))
      } else if !isSource(column) {
        takeUnknown(column)
      }
    }
    // What covers the numbers may be in a column whose name is not known.
    if source == nil, !list.fields.contains(where: { $0.key == "source" }) {
      source = unknown.first { !table.mayBeNumbers($0) }
    }
    // A mistyped name is read as the one that was meant.
    for index in list.fields.indices where given[index] == nil { given[index] = slips[index] }
    var missing = list.fields.indices.filter {
      list.fields[$0].presence == .required && given[$0] == nil && !excused.contains($0)
    }
    let other = takeOther(&missing)
    for column in unknown { reportUnknown(column, meaning: column == unguessed.first ? other : nil) }
    isMissingSome = !missing.isEmpty
    for index in missing { reportMissing(list.fields[index]) }
  }

  /// Whether a column is one of the list's, and not the row's own source or note.
  private func isNamed(_ column: Int) -> Bool {
    let name = table.header[column].text
    return !["source", "note"].contains(name) || list.spelling(name) != nil
  }

  private func sourceColumn(of column: Int, for key: String? = nil) -> Int? {
    let name = table.header[column].text
    return table.column(named: "\(name)_source") ?? key.flatMap { table.column(named: "\($0)_source") }
  }

  /// Whether a column has the source of another.
  private func isSource(_ column: Int) -> Bool {
    let name = table.header[column].text
    if list.field(sourcedBy: name) != nil { return true }
    return isOpen && name.hasSuffix("_source")
      && table.column(named: String(name.dropLast("_source".count))) != nil
  }

  /// Whether a column is one of numbers that files name as they like.
  private func isOpenNumber(_ column: Int) -> Bool {
    let name = table.header[column].text
    return isOpen && column != source && !isSource(column) && list.index(of: name) == nil
      && (!list.isOpen || !list.isSlip(name)) && table.mayBeNumbers(column)
  }

  private mutating func takeKnown(_ column: Int) {
    let cell = table.header[column]
    guard let spelling = list.spelling(cell.text) else { return }
    if let earlier = given[spelling.field] {
      log.add(
        "the column \(earlier.name) is given already; keep one of the two", at: cell.place,
        path: joined(path, cell.text))
      return
    }
    given[spelling.field] = CSVColumns.Given(
      column: column, name: cell.text, factor: spelling.factor,
      source: sourceColumn(of: column, for: list.fields[spelling.field].key))
  }

  private mutating func takeUnknown(_ column: Int) {
    if let index = list.field(meantBy: table.header[column].text) {
      excused.insert(index)
      if slips[index] == nil { slips[index] = meant(index, by: column) }
    } else {
      unguessed.append(column)
    }
    unknown.append(column)
  }

  /// What a column gives under a name that is a slip away from a field's; nil where only its unit is wrong.
  private func meant(_ index: Int, by column: Int) -> CSVColumns.Given? {
    let name = table.header[column].text
    guard let spelling = list.nearestKey(to: name).flatMap({ list.spelling($0) }), spelling.field == index,
      list.index(of: name) == nil
    else { return nil }
    return CSVColumns.Given(
      column: column, name: name, factor: spelling.factor,
      source: sourceColumn(of: column, for: list.fields[index].key))
  }

  /// Of one that is missing and one that is unknown, each is most likely the other: the field, if so.
  private mutating func takeOther(_ missing: inout [Int]) -> Field? {
    guard missing.count == 1, unguessed.count == 1, list.fields[missing[0]].spellings.count == 1 else {
      return nil
    }
    let index = missing.removeLast()
    given[index] = CSVColumns.Given(
      column: unguessed[0], name: table.header[unguessed[0]].text, factor: 1,
      source: sourceColumn(of: unguessed[0], for: list.fields[index].key))
    return list.fields[index]
  }

  private func reportUnknown(_ column: Int, meaning field: Field?) {
    let cell = table.header[column]
    let sentence =
      field.map {
        "unknown column '\(cell.text)'; the column \($0.spellings[0].key) is missing: is it this one?"
      }
      ?? list.sentence(forUnknown: cell.text)
      .replacing("unknown key", with: "unknown column")
      .replacing("in the key", with: "in the column name")
    log.add(sentence, at: cell.place, path: joined(path, cell.text))
  }

  private func reportMissing(_ field: Field) {
    let key = field.spellings.count == 1 ? field.spellings[0].key : field.key
    let hint = field.spellings.count > 1 ? field.unitHint.map { ": \($0)" } ?? "" : ""
    log.add("the column \(key) is missing\(hint)", at: table.header[0].place, path: path)
  }
}
