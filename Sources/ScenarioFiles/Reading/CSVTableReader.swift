/// A table checked against a field list: column names, units, sources and every cell.
///
/// Kinds that need an object or a list of numbers cannot stand in a cell; a list that has them as required
/// fields cannot be read from a table.
public struct CSVTableReader {
  /// The rows in file order.
  public let rows: [CSVRowReader]
  /// Names of extra numeric columns, when the table is open, in file order.
  public let openColumns: [String]

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
    if let id = table.column(named: "id"), list.spelling("id") != nil {
      Self.reportRepeated(table.rows.map { $0.cells[id] }, path: path, log: context.log)
    }
    var unsourced: Set<String> = []
    rows = table.rows.map {
      CSVRowReader(
        $0, columns: columns, list: list, tablePath: path, cover: cover, context: context,
        unsourced: &unsourced)
    }
  }

  private static func reportRepeated(_ cells: [CSVCell], path: String, log: MistakeLog) {
    var firstLines: [String: Int] = [:]
    for cell in cells where !cell.text.isEmpty {
      if let line = firstLines[cell.text] {
        log.add(
          "the id '\(cell.text)' is already used on line \(line)", at: cell.place,
          path: "\(path)[\(cell.text)].id")
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
  let source: Int?
  /// The column that names a row: `id`, `code` or the first.
  private let name: [Int]

  /// What a row is called.
  func rowName(_ row: CSVRow) -> String { name.map { row.cells[$0].text }.joined(separator: "/") }

  init(_ table: CSVTable, list: FieldList, isOpen: Bool, path: String, log: MistakeLog) {
    given = Array(repeating: nil, count: list.fields.count)
    source = table.column(named: "source")
    name = table.nameColumns
    func sourceColumn(_ column: String, _ key: String) -> Int? {
      table.column(named: "\(column)_source") ?? table.column(named: "\(key)_source")
    }
    var excused: Set<Int> = []
    for (column, cell) in table.header.enumerated()
    where (column != source || list.spelling("source") != nil)
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
      } else if isOpen, list.index(of: cell.text) == nil, !list.isOpen || !list.isSlip(cell.text) {
        open.append(
          Given(
            column: column, name: cell.text, factor: 1,
            source: sourceColumn(cell.text, cell.text)))
      } else {
        if let index = list.field(meantBy: cell.text) { excused.insert(index) }
        let sentence = list.sentence(forUnknown: cell.text)
          .replacing("unknown key", with: "unknown column")
          .replacing("in the key", with: "in the column name")
        log.add(sentence, at: cell.place, path: joined(path, cell.text))
      }
    }
    for (index, field) in list.fields.enumerated()
    where field.presence == .required && given[index] == nil && !excused.contains(index) {
      let key = field.spellings.count == 1 ? field.spellings[0].key : field.key
      let hint = field.spellings.count > 1 ? field.unitHint.map { ": \($0)" } ?? "" : ""
      log.add("the column \(key) is missing\(hint)", at: table.header[0].place, path: path)
    }
  }
}

extension CSVTable {
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
