/// Rows of comma-separated values as bytes: RFC 4180 with CRLF, UTF-8 without a mark, empty for missing.
package struct CSVWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}
  private var isAtStart = true

  /// Appends a text field, quoted where it must be.
  mutating func field(_ text: String) {
    separate()
    let isQuoted = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0D || $0 == 0x0A
    }
    if !isQuoted {
      bytes += text.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a number; empty when there is none or it is not finite.
  package mutating func field(_ number: Double?) {
    separate()
    if let number, number.isFinite { NumberText.append(number, to: &bytes) }
  }

  /// Appends a number rounded to thousandths: for large tables of beds and patients, of which nobody
  /// needs more.
  package mutating func field(thousandths number: Double) {
    separate()
    let scaled = (number * 1000).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else {
      if number.isFinite { NumberText.append(number, to: &bytes) }
      return
    }
    let whole = Int(abs(scaled))
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    NumberText.append(whole / 1000, to: &bytes)
    var rest = whole % 1000
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var place = 100
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }

  /// Appends a whole number.
  package mutating func field(_ number: Int) {
    separate()
    NumberText.append(number, to: &bytes)
  }

  /// Appends fields that were written before, as ``encoded(_:)`` gives them.
  mutating func fields(_ encoded: [UInt8]) {
    separate()
    bytes += encoded
  }

  /// Ends the row.
  package mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isAtStart = true
  }

  /// Takes the bytes written so far out, ready for more.
  package mutating func take() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  /// Fields of the same text on many rows, encoded once.
  static func encoded(_ texts: [String]) -> [UInt8] {
    var writer = CSVWriter()
    for text in texts { writer.field(text) }
    return writer.bytes
  }

  private mutating func separate() {
    if isAtStart { isAtStart = false } else { bytes.append(UInt8(ascii: ",")) }
  }
}
