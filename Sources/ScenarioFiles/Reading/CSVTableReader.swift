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
