/// One cell with its place in the file.
public struct CSVCell: Sendable {
  /// The content without the quotes around it, and without blanks at its ends when unquoted.
  public let text: String
  /// Where it stands.
  public let place: TextPlace

  /// Creates a cell.
  public init(text: String, place: TextPlace) {
    self.text = text
    self.place = place
  }
}

/// One record below the header, with as many cells as there are columns.
public struct CSVRow: Sendable {
  /// The cells, by column index.
  public var cells: [CSVCell]

  /// Creates a row.
  public init(cells: [CSVCell]) { self.cells = cells }

  /// Where the row starts.
  public var place: TextPlace? { cells.first?.place }
}

/// A table read from RFC 4180 text (https://www.rfc-editor.org/rfc/rfc4180) with a header.
///
/// Rows without any content are passed over. It knows no types: ``CSVTableReader`` reads values.
public struct CSVTable: Sendable {
  /// The file.
  public let source: SourceText
  /// The header.
  public let header: [CSVCell]
  /// The records below it, each as long as the header.
  public var rows: [CSVRow]

  /// Creates a table; every row must be as long as the header.
  public init(source: SourceText, header: [CSVCell], rows: [CSVRow]) {
    precondition(rows.allSatisfy { $0.cells.count == header.count }, "a ragged table")
    self.source = source
    self.header = header
    self.rows = rows
  }

  /// The index of a column.
  ///
  /// - Complexity: O(columns).
  public func column(named name: String) -> Int? {
    header.firstIndex { $0.text == name }
  }

  /// Reads a table and reports all its mistakes; rows with the wrong number of cells are left out.
  ///
  /// Returns nil if there is no usable header.
  ///
  /// - Complexity: O(bytes + columns²).
  public static func parse(_ source: SourceText, into log: MistakeLog) -> CSVTable? {
    var scanner = CSVScanner(source, log: log)
    guard scanner.isWithoutNull(), let header = scanner.nextRecord() else { return nil }
    guard isUsable(header, into: log) else { return nil }
    var rows: [CSVRow] = []
    var ragged: [[CSVCell]] = []
    while let cells = scanner.nextRecord() {
      if cells.count == header.count {
        rows.append(CSVRow(cells: cells))
      } else {
        ragged.append(cells)
      }
    }
    // Where no row fits, the header does not.
    if rows.isEmpty, ragged.count > 1, ragged.allSatisfy({ $0.count == ragged[0].count }) {
      log.add(
        "the first line has \(counted(header.count)), and every line after it \(ragged[0].count): "
          + "is it the header, with a comma between all names?", at: header[0].place, path: "")
      return nil
    }
    for cells in ragged { reportRagged(cells, columns: header.count, into: log) }
    return CSVTable(source: source, header: header, rows: rows)
  }

  /// Reads a file; nil, with a mistake, if it cannot be read or has no usable header.
  public static func load(path: String, into log: MistakeLog) -> CSVTable? {
    SourceText.load(path: path, into: log).flatMap { parse($0, into: log) }
  }

  private static func counted(_ cells: Int) -> String { cells == 1 ? "1 cell" : "\(cells) cells" }

  private static func isUsable(_ header: [CSVCell], into log: MistakeLog) -> Bool {
    if header.count == 1, header[0].text.contains(";") {
      log.add(
        "this looks like a semicolon file from a Swedish spreadsheet: save it as CSV with commas "
          + "and decimal points", at: header[0].place, path: "")
      return false
    }
    if header.count == 1, header[0].text.contains("\t") {
      log.add(
        "there are tabs between the cells: save it as CSV with commas and decimal points",
        at: header[0].place, path: "")
      return false
    }
    if let value = header.first(where: { if case .value = PlainNumber($0.text) { true } else { false } }) {
      log.add(
        "the first line of a table has the names of its columns, and '\(value.text)' is none: write the header above it",
        at: value.place, path: "")
      return false
    }
    var isUsable = true
    for (index, cell) in header.enumerated() {
      if cell.text.isEmpty {
        log.add(
          "column \(index + 1) has no name: write one, or delete the column", at: cell.place, path: "")
        isUsable = false
      } else if let first = header[..<index].firstIndex(where: { $0.text == cell.text }) {
        log.add(
          "the column name is already used by column \(first + 1)", at: cell.place,
          path: cell.text)
        isUsable = false
      }
    }
    return isUsable
  }

  private static func reportRagged(_ cells: [CSVCell], columns: Int, into log: MistakeLog) {
    guard let first = cells.first else { return }
    let hint =
      cells.count > columns
      ? "; a text with a comma needs quotes, a number needs a decimal point" : ""
    log.add(
      "expected \(columns) cells, found \(cells.count)\(hint)", at: first.place, path: "")
  }
}
