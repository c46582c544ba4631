/// Numbers as text, the same on every machine: the shortest decimal that reads back as the same number.
enum NumberText {
  /// Appends a finite number; plain decimals between 1e-20 and 1e21, no sign for zero, no trailing `.0`.
  ///
  /// - Complexity: O(digits).
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    precondition(value.isFinite, "a number without a value has no text")
    if abs(value) < 1e15, value == value.rounded(.towardZero) {
      append(Int(value), to: &bytes)
      return
    }
    let text = Array(value.description.utf8)
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      appendExponential(text, mark: mark, to: &bytes)
    } else if text.suffix(2).elementsEqual([UInt8(ascii: "."), UInt8(ascii: "0")]) {
      bytes += text.dropLast(2)
    } else {
      bytes += text
    }
  }

  /// Appends a whole number.
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private static func appendExponential(_ text: [UInt8], mark: Int, to bytes: inout [UInt8]) {
    let exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
    guard exponent >= -20, exponent < 21 else {
      bytes += text
      return
    }
    var mantissa = text[..<mark]
    if mantissa.first == UInt8(ascii: "-") {
      bytes.append(UInt8(ascii: "-"))
      mantissa = mantissa.dropFirst()
    }
    var digits = mantissa.filter { $0 != UInt8(ascii: ".") }
    if digits.last == UInt8(ascii: "0"), digits.count == 2 { digits.removeLast() }
    let zero = UInt8(ascii: "0")
    if exponent < 0 {
      bytes += [zero, UInt8(ascii: ".")]
      bytes += Array(repeating: zero, count: -exponent - 1)
      bytes += digits
    } else {
      bytes += digits.prefix(exponent + 1)
      bytes += Array(repeating: zero, count: max(0, exponent + 1 - digits.count))
      if digits.count > exponent + 1 {
        bytes.append(UInt8(ascii: "."))
        bytes += digits.dropFirst(exponent + 1)
      }
    }
  }

  /// The number as a string.
  static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
