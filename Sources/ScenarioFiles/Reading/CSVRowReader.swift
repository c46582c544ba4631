/// One row of a table, checked against a field list. The typed getters are those of ``CheckedFields``.
public struct CSVRowReader: OpenFields {
  /// The fields.
  public let list: FieldList
  /// The path, such as `regions[12]`.
  public let path: String
  /// The log of this load.
  public let log: MistakeLog
  /// The values by field index.
  public internal(set) var checkedValues: CheckedValues
  /// Numbers of the columns outside the list, in file order; empty cells are left out.
  public internal(set) var openNumbers: [OpenNumber] = []
  private var places: [TextPlace?]
  private let columnNames: [String?]
  private let rowPlace: TextPlace

  init(
    _ row: CSVRow, columns: CSVColumns, list: FieldList, tablePath: String, cover: SourceNote?,
    context: ReadingContext, mistakes: CSVColumnMistakes, unsourced: inout Set<String>
  ) {
    self.list = list
    path = "\(tablePath)[\(columns.rowName(row))]"
    log = context.log
    rowPlace = row.cells[0].place
    columnNames = columns.given.map { $0?.name }
    places = Array(repeating: nil, count: list.fields.count)
    checkedValues = CheckedValues(values: list.fields.map { .standard(of: $0) })
    func note(_ column: Int?, tablePath: String) -> SourceNote? {
      guard let column, !row.cells[column].text.isEmpty else { return nil }
      guard let mistake = sourceMistake(row.cells[column].text) else {
        return SourceNote(row.cells[column].text)
      }
      mistakes.add(mistake, at: row.cells[column].place, path: path, column: "source \(column)")
      return .unusable
    }
    let rowNote = note(columns.source, tablePath: tablePath) ?? cover
    func reading(_ field: Field, _ given: CSVColumns.Given) -> CSVCellReading {
      CSVCellReading(
        field: field, factor: given.factor, column: given.name, path: joined(path, given.name),
        columnPath: joined(tablePath, given.name),
        cover: note(given.source, tablePath: tablePath) ?? rowNote,
        hasSourceColumn: given.source != nil || columns.source != nil, context: context, mistakes: mistakes)
    }
    for (index, field) in list.fields.enumerated() {
      guard let given = columns.given[index] else { continue }
      let cell = row.cells[given.column]
      places[index] = cell.place
      if cell.text.isEmpty {
        if field.presence == .required {
          mistakes.add(
            "the cell is empty", at: cell.place, path: joined(path, given.name), column: given.name)
        }
        continue
      }
      mistakes.count(given.name)
      checkedValues.values[index] =
        reading(field, given).value(of: cell, unsourced: &unsourced) ?? .missing
    }
    for given in columns.open where !row.cells[given.column].text.isEmpty {
      mistakes.count(given.name)
      let field = Field(given.name, .number(.any), .optional, "")
      let cell = row.cells[given.column]
      if case .number(let number) = reading(field, given).value(of: cell, unsourced: &unsourced) {
        openNumbers.append(OpenNumber(name: given.name, value: number, place: cell.place))
      }
    }
  }

  /// The column as the file spells it, with its unit; the key itself if there is none.
  public func writtenKey(_ key: String) -> String {
    list.index(of: key).flatMap { columnNames[$0] } ?? key
  }

  /// Where a column's cell stands; the row itself if there is no such column.
  public func place(of key: String) -> TextPlace {
    list.index(of: key).flatMap { places[$0] } ?? rowPlace
  }
}
