extension SetPath {
  /// A copy of a table in which one cell is replaced; this path is `[row].column` without the table's name before it.
  ///
  /// The new cell keeps its own place. If the row's source covers the cell, set the cell of `<column>_source` too.
  ///
  /// - Parameters:
  ///   - text: the new content.
  ///   - place: where it stands in the file that sets it.
  ///   - table: the table.
  /// - Throws: ``SetPathFailure`` if there is no such row or column.
  /// - Complexity: O(cells), as the table is copied.
  public func setting(
    _ text: String, at place: TextPlace, source: CSVCell? = nil, in table: CSVTable
  ) throws(SetPathFailure) -> CSVTable {
    guard segments.count == 2, case .element(let rowName) = segments[0],
      case .key(let columnName) = segments[1]
    else {
      throw SetPathFailure(
        sentence: "a cell of a table is addressed as [row].column, such as regions[12].icu_beds")
    }
    let names = table.rowNames
    guard let row = names.firstIndex(of: rowName) else {
      // A table that is wrong in its header, or from its first row on, may have it.
      let doubts = (table.header + (table.rows.first?.cells ?? [])).map(\.place)
      throw notFound(rowName, 0, among: names, doubts: doubts)
    }
    guard let column = table.column(named: columnName) else {
      throw notFound(columnName, 1, among: table.header.map(\.text), doubts: table.header.map(\.place))
    }
    var changed = table
    changed.rows[row].cells[column] = CSVCell(text: text, place: place)
    guard let source else { return changed }
    return changed.settingSource(source, ofColumn: columnName, row: row)
  }
}

extension CSVTable {
  /// A copy in which one cell has its own source; a column `<name>_source` is added when there is none, empty
  /// elsewhere, so that the other rows keep the source of their row.
  fileprivate func settingSource(_ source: CSVCell, ofColumn name: String, row: Int) -> CSVTable {
    let sourceName = "\(name)_source"
    if let column = column(named: sourceName) {
      var changed = self
      changed.rows[row].cells[column] = source
      return changed
    }
    let newHeader = header + [CSVCell(text: sourceName, place: source.place)]
    let newRows = rows.enumerated().map { index, former in
      CSVRow(
        cells: former.cells + [index == row ? source : CSVCell(text: "", place: source.place)])
    }
    return CSVTable(source: self.source, header: newHeader, rows: newRows)
  }
}
