/// A stored ZIP archive read back, as far as tests need it.
struct ArchiveReading {
  struct Entry {
    let name: String
    let comment: String
    let check: Int
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  let entries: [Entry]

  /// The entry of a name; empty text when there is none.
  func text(_ name: String) -> String { entries.first { $0.name == name }?.text ?? "" }

  /// Nil when the bytes are no archive of stored entries.
  init?(_ bytes: [UInt8]) {
    func number(_ start: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 + (start + $1 < bytes.count ? Int(bytes[start + $1]) << (8 * $1) : 0) }
    }
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else { return nil }
    var found: [Entry] = []
    var next = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(next, 4) == 0x0201_4B50, number(next + 10, 2) == 0 else { return nil }
      let (size, nameLength, commentLength) = (
        number(next + 20, 4), number(next + 28, 2), number(next + 32, 2)
      )
      let start = number(next + 42, 4)
      let body = start + 30 + number(start + 26, 2) + number(start + 28, 2)
      guard number(start, 4) == 0x0403_4B50, body + size <= bytes.count else { return nil }
      found.append(
        Entry(
          name: String(decoding: bytes[(next + 46)..<(next + 46 + nameLength)], as: UTF8.self),
          comment: String(
            decoding: bytes[(next + 46 + nameLength)..<(next + 46 + nameLength + commentLength)],
            as: UTF8.self),
          check: number(next + 16, 4), bytes: Array(bytes[body..<(body + size)])))
      next += 46 + nameLength + commentLength
    }
    guard next == end else { return nil }
    entries = found
  }
}

/// Rows of comma-separated values read back by RFC 4180.
enum DelimitedReading {
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if isQuoted {
        if byte == UInt8(ascii: "\""), next == UInt8(ascii: "\"") {
          field.append(byte)
          index += 1
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = false
        } else {
          field.append(byte)
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") || byte == 0x0D {
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 0x0D {
          rows.append(row)
          row = []
          index += 1
        }
      } else {
        field.append(byte)
      }
      index += 1
    }
    return rows
  }
}
