/// A table checked against a field list: column names, units, sources and every cell.
///
/// Kinds that need an object or a list of numbers cannot stand in a cell; a list that has them as required
/// fields cannot be read from a table.
public struct CSVTableReader {
  /// The rows in file order.
  public let rows: [CSVRowReader]
  /// Names of extra numeric columns, when the table is open, in file order.
  public let openColumns: [String]
  /// Whether a column is missing or wholly wrong, so that nothing can be said of what is not found in the table.
  let isTorn: Bool

  /// Checks a table.
  ///
  /// - Parameters:
  ///   - table: the cells.
  ///   - list: what the columns may and must be.
  ///   - isOpen: whether columns outside the list are kept as named numbers instead of being reported.
  ///   - path: the path of the table, such as `regions`; a row's is `regions[12]`.
  ///   - cover: the source that covers the table from outside, if any.
  ///   - context: gathers mistakes and evidence.
  /// - Complexity: O(cells).
  public init(
    _ table: CSVTable, as list: FieldList, isOpen: Bool? = nil, path: String,
    cover: SourceNote? = nil, context: ReadingContext
  ) {
    let isOpen = isOpen ?? list.isOpen
    let columns = CSVColumns(table, list: list, isOpen: isOpen, path: path, log: context.log)
    openColumns = columns.open.map(\.name)
    var unsourced: Set<String> = []
    let mistakes = CSVColumnMistakes()
    rows = table.rows.map {
      CSVRowReader(
        $0, columns: columns, list: list, tablePath: path, cover: cover, context: context, mistakes: mistakes,
        unsourced: &unsourced)
    }
    if let id = list.index(of: "id").flatMap({ columns.given[$0]?.column }),
      !mistakes.isWhollyWrong(table.header[id].text)
    {
      Self.reportRepeated(
        table.rows.map { $0.cells[id] }, path: path, column: table.header[id].text, mistakes: mistakes)
    }
    isTorn = mistakes.report(into: context.log) || columns.isMissingSome
  }

  private static func reportRepeated(
    _ cells: [CSVCell], path: String, column: String, mistakes: CSVColumnMistakes
  ) {
    var firstLines: [String: Int] = [:]
    for cell in cells where !cell.text.isEmpty {
      if let line = firstLines[cell.text] {
        mistakes.add(
          "the id '\(cell.text)' is already used on line \(line)", at: cell.place,
          path: "\(path)[\(cell.text)].id", column: column)
      } else {
        firstLines[cell.text] = cell.place.position.line
      }
    }
  }
}

/// What each column of a table means.
struct CSVColumns {
  struct Given {
    let column: Int
    let name: String
    let factor: Double
    let source: Int?
  }

  /// By field index.
  private(set) var given: [Given?]
  private(set) var open: [Given] = []
  /// The column that covers whole rows.
  private(set) var source: Int?
  /// The column that names a row: `id`, `code` or the first.
  private let name: [Int]
  /// Whether the first line has any name that a header of this list has.
  let isHeader: Bool
  /// Whether a column that must be there is not.
  private(set) var isMissingSome = false

  /// What a row is called.
  func rowName(_ row: CSVRow) -> String { name.map { row.cells[$0].text }.joined(separator: "/") }

  init(_ table: CSVTable, list: FieldList, isOpen: Bool, path: String, log: MistakeLog) {
    given = Array(repeating: nil, count: list.fields.count)
    source =
      table.column(named: "source")
      ?? table.header.firstIndex {
        list.spelling($0.text) == nil
          && nearestWord(to: $0.text, among: ["source"] + list.knownKeys) == "source"
      }
    name = table.nameColumns
    func sourceColumn(_ column: String, _ key: String) -> Int? {
      table.column(named: "\(column)_source") ?? table.column(named: "\(key)_source")
    }
    isHeader = table.header.contains { cell in
      list.spelling(cell.text) != nil || list.nearestKey(to: cell.text) != nil || cell.text == "source"
    }
    guard isHeader else {
      isMissingSome = true
      let keys = list.fields.prefix(3).map { $0.spellings[0].key }.joined(separator: ", ")
      log.add(
        "the first line of a table has the names of its columns, such as \(keys)", at: table.header[0].place,
        path: path)
      return
    }
    /// A column under a name that is a slip away from a field's; nil where only its unit is wrong.
    func meant(_ index: Int, by column: Int) -> Given? {
      let name = table.header[column].text
      guard let spelling = list.nearestKey(to: name).flatMap({ list.spelling($0) }), spelling.field == index,
        list.index(of: name) == nil
      else { return nil }
      return Given(
        column: column, name: name, factor: spelling.factor,
        source: sourceColumn(name, list.fields[index].key))
    }
    var excused: Set<Int> = []
    var unknown: [Int] = []
    var unguessed: [Int] = []
    var nearestSource: Int?
    var slips: [Given?] = Array(repeating: nil, count: list.fields.count)
    for (column, cell) in table.header.enumerated()
    where (cell.text != "source" || list.spelling("source") != nil)
      && (cell.text != "note" || list.spelling("note") != nil)
    {
      if let spelling = list.spelling(cell.text) {
        let field = list.fields[spelling.field]
        if let earlier = given[spelling.field] {
          log.add(
            "the column \(earlier.name) is given already; keep one of the two", at: cell.place,
            path: joined(path, cell.text))
        } else {
          given[spelling.field] = Given(
            column: column, name: cell.text, factor: spelling.factor,
            source: sourceColumn(cell.text, field.key))
        }
      } else if list.field(sourcedBy: cell.text) != nil {
        continue
      } else if isOpen, cell.text.hasSuffix("_source"),
        table.column(named: String(cell.text.dropLast("_source".count))) != nil
      {
        continue
      } else if column != source, isOpen, list.index(of: cell.text) == nil,
        !list.isOpen || !list.isSlip(cell.text), table.mayBeNumbers(column)
      {
        open.append(
          Given(
            column: column, name: cell.text, factor: 1,
            source: sourceColumn(cell.text, cell.text)))
      } else {
        if let index = list.field(meantBy: cell.text) {
          excused.insert(index)
          if slips[index] == nil { slips[index] = meant(index, by: column) }
        } else {
          unguessed.append(column)
        }
        // What covers the numbers may be in it.
        if !table.mayBeNumbers(column), nearestSource == nil { nearestSource = column }
        unknown.append(column)
      }
    }
    if source == nil, !list.fields.contains(where: { $0.key == "source" }) { source = nearestSource }
    // A mistyped name is read as the one that was meant.
    for index in list.fields.indices where given[index] == nil { given[index] = slips[index] }
    var missing = list.fields.indices.filter {
      list.fields[$0].presence == .required && given[$0] == nil && !excused.contains($0)
    }
    // Of one that is missing and one that is unknown, each is most likely the other.
    var meantByOther: Int?
    if missing.count == 1, unguessed.count == 1, list.fields[missing[0]].spellings.count == 1 {
      meantByOther = missing.removeLast()
      given[meantByOther ?? 0] = Given(
        column: unguessed[0], name: table.header[unguessed[0]].text, factor: 1,
        source: sourceColumn(table.header[unguessed[0]].text, list.fields[meantByOther ?? 0].key))
    }
    for column in unknown {
      let cell = table.header[column]
      let sentence =
        column == unguessed.first && meantByOther != nil
        ? "unknown column '\(cell.text)'; the column \(list.fields[meantByOther ?? 0].spellings[0].key) is missing: is it this one?"
        : list.sentence(forUnknown: cell.text)
          .replacing("unknown key", with: "unknown column")
          .replacing("in the key", with: "in the column name")
      log.add(sentence, at: cell.place, path: joined(path, cell.text))
    }
    isMissingSome = !missing.isEmpty
    for index in missing {
      let field = list.fields[index]
      let key = field.spellings.count == 1 ? field.spellings[0].key : field.key
      let hint = field.spellings.count > 1 ? field.unitHint.map { ": \($0)" } ?? "" : ""
      log.add("the column \(key) is missing\(hint)", at: table.header[0].place, path: path)
    }
  }
}

extension CSVTable {
  /// Whether a column has any number, or hardly anything at all.
  func mayBeNumbers(_ column: Int) -> Bool {
    let cells = rows.map { $0.cells[column].text }.filter { !$0.isEmpty }
    return cells.count < 2 || cells.contains { PlainNumber($0) != .none }
  }

  /// The columns that name a row: `id`, else `code`, else `facility` and `kind`, else `facility` and `profession`,
  /// else `from` and `to`, else the first.
  var nameColumns: [Int] {
    if let column = column(named: "id") ?? column(named: "code") { return [column] }
    if let facility = column(named: "facility"), let kind = column(named: "kind") { return [facility, kind] }
    if let facility = column(named: "facility"), let profession = column(named: "profession") {
      return [facility, profession]
    }
    if let from = column(named: "from"), let to = column(named: "to") { return [from, to] }
    return [0]
  }

  /// What each row is called, for paths.
  var rowNames: [String] {
    let columns = nameColumns
    return rows.map { row in columns.map { row.cells[$0].text }.joined(separator: "/") }
  }
}
