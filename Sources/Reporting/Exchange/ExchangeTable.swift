import BatchRunner

/// One column of a table for exchange.
struct ExchangeColumn<Row> {
  /// Types as Table Schema has them.
  enum Kind: String {
    case text = "string"
    case whole = "integer"
    case number
    case time = "datetime"
  }

  let name: String
  let kind: Kind
  let text: String
  var unit: String?
  /// Words that a cell may be; empty for any.
  var words: [String] = []
  /// The cell; empty for a missing value.
  let cell: (Row) -> String
}

/// A table that a row of some type makes one line of.
///
/// RFC 4180: comma, CRLF, UTF-8 without a mark, every text made harmless as ``ExchangeText/cell(_:)`` does.
struct ExchangeTable<Row> {
  /// A column whose values must be found in a column of another table, or in this one when `table` is empty.
  struct Reference {
    let column: String
    let table: String
    let target: String
  }

  let name: String
  let title: String
  let text: String
  let columns: [ExchangeColumn<Row>]
  let key: [String]
  var references: [Reference] = []

  /// File name.
  var path: String { "\(name).csv" }

  /// The table's bytes; the header row is there without rows too.
  ///
  /// - Complexity: O(bytes).
  func file(_ rows: [Row]) -> ExchangeFile {
    var bytes = DelimitedText.row(columns.map(\.name))
    for row in rows { bytes += DelimitedText.row(columns.map { ExchangeText.cell($0.cell(row)) }) }
    return ExchangeFile(name: path, bytes: bytes)
  }

  /// The table as a Frictionless resource describes it.
  func resource(_ file: ExchangeFile, handling: String) -> JSONText {
    var schema: [JSONText.Member] = [
      .init("fields", .list(columns.map(field))), .init("missingValues", .list([.text("")])),
    ]
    if !key.isEmpty { schema.append(.init("primaryKey", .list(key.map { .text($0) }))) }
    if !references.isEmpty {
      schema.append(.init("foreignKeys", .list(references.map(foreignKey))))
    }
    return .keys([
      "name": .text(String(name.map { $0 == "_" ? "-" : $0 })),
      "type": .text("table"),
      "title": .text(title),
      "description": .text(text),
      "path": .text(path),
      "format": .text("csv"),
      "mediatype": .text("text/csv"),
      "encoding": .text("utf-8"),
      "bytes": .whole(file.bytes.count),
      "hash": .text("sha256:\(SHA256.hexadecimal(file.bytes))"),
      "handling": .text(handling),
      "dialect": .keys([
        "header": .flag(true), "delimiter": .text(","), "lineTerminator": .text("\r\n"),
        "quoteChar": .text("\""), "doubleQuote": .flag(true),
      ]),
      "schema": .object(schema),
    ])
  }

  private func field(_ column: ExchangeColumn<Row>) -> JSONText {
    var members: [JSONText.Member] = [
      .init("name", .text(column.name)), .init("type", .text(column.kind.rawValue)),
      .init("description", .text(column.text)),
    ]
    if let unit = column.unit { members.append(.init("unit", .text(unit))) }
    if !column.words.isEmpty {
      members.append(.init("constraints", .keys(["enum": .list(column.words.map { .text($0) })])))
    }
    return .object(members)
  }

  private func foreignKey(_ reference: Reference) -> JSONText {
    .keys([
      "fields": .list([.text(reference.column)]),
      "reference": .keys([
        "resource": .text(String(reference.table.map { $0 == "_" ? "-" : $0 })),
        "fields": .list([.text(reference.target)]),
      ]),
    ])
  }
}

/// Rows of comma-separated values.
enum DelimitedText {
  /// One row with its CRLF; a field is quoted where it must be, and where it begins or ends with a space.
  static func row(_ fields: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let isQuoted =
        field.utf8.contains {
          $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0D || $0 == 0x0A
        } || field.utf8.first == 0x20 || field.utf8.last == 0x20
      guard isQuoted else {
        bytes += field.utf8
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in field.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    return bytes + [0x0D, 0x0A]
  }
}
