package import BatchRunner

/// A table of a run as its file has it: texts by column name. For tables of some thousand rows.
package struct RunTable: Sendable {
  /// One row.
  package struct Row: Sendable {
    fileprivate let columns: [String: Int]
    fileprivate let fields: [String]

    /// The text of a column; empty for one that is not there.
    package subscript(column: String) -> String { columns[column].map { fields[$0] } ?? "" }

    /// The number of a column; nil where there is none.
    package func number(_ column: String) -> Double? { Double(self[column]) }
  }

  /// Column names in order.
  package let columns: [String]
  /// Rows in order.
  package let rows: [Row]

  /// Reads a table whose rows `isWanted` picks by its raw fields; nil without the file.
  ///
  /// - Complexity: O(bytes).
  package init?(
    _ name: String, of files: RunFiles, where isWanted: (_ columns: [String: Int], _ fields: RowBytes) -> Bool
  ) {
    guard let bytes = files.bytes(name) else { return nil }
    var scanner = RowScanner(bytes)
    guard let header = scanner.next() else { return nil }
    columns = header.fields.indices.map { header.text($0) }
    var places: [String: Int] = [:]
    for (index, name) in columns.enumerated() where places[name] == nil { places[name] = index }
    var rows: [Row] = []
    while let row = scanner.next() {
      guard row.fields.count == columns.count, isWanted(places, row) else { continue }
      rows.append(Row(columns: places, fields: row.fields.indices.map { row.text($0) }))
    }
    self.rows = rows
  }

  /// Reads a whole table; nil without the file.
  package init?(_ name: String, of files: RunFiles) { self.init(name, of: files) { _, _ in true } }
}

/// One row of a table of comma-separated values as byte ranges: nothing is made of the fields that nobody asks for.
package struct RowBytes {
  fileprivate let bytes: [UInt8]
  /// Ranges of the fields, quotes included.
  package fileprivate(set) var fields: [Range<Int>]

  /// A field as text, its quotes resolved.
  package func text(_ index: Int) -> String {
    let range = fields[index]
    guard let first = range.first, bytes[first] == UInt8(ascii: "\"") else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    var result: [UInt8] = []
    var place = first + 1
    while place < range.upperBound - 1 {
      result.append(bytes[place])
      place += bytes[place] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a field is exactly these bytes.
  package func field(_ index: Int, is text: [UInt8]) -> Bool { bytes[fields[index]].elementsEqual(text) }

  /// The number in a field; nil where there is none.
  package func number(_ index: Int) -> Double? { Double(text(index)) }
}

/// Goes through rows of comma-separated values as a run writes them: RFC 4180.
package struct RowScanner {
  private let bytes: [UInt8]
  private var place = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next row; nil at the end.
  package mutating func next() -> RowBytes? {
    guard place < bytes.count else { return nil }
    var row = RowBytes(bytes: bytes, fields: [])
    var start = place
    var isQuoted = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == UInt8(ascii: ",") {
          row.fields.append(start..<place)
          start = place + 1
        } else if byte == 0x0A {
          break
        }
      }
      place += 1
    }
    let end = place > start && bytes[place - 1] == 0x0D ? place - 1 : place
    row.fields.append(start..<end)
    place += 1
    return row
  }
}
