/// Text of users made harmless for files that other programs open.
package enum ExchangeText {
  /// Without characters that hide or reorder others: control characters but tab and newline, marks, overrides and
  /// isolates of writing direction, marks of byte order, and code points that are no characters. A carriage return and
  /// the line separators of Unicode become a newline.
  ///
  /// - Complexity: O(length).
  package static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A: if !isAfterReturn { result.append("\n") }
      case 0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
      case 0x09: result.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFDD0...0xFDEF, 0xFFF9...0xFFFB:
        break
      case let value where value & 0xFFFE == 0xFFFE: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// On one line, as pages have it.
  static func line(_ text: String) -> String { HarmlessText.plain(text) }

  /// For a cell that a spreadsheet opens: a text that begins as a formula does gets an apostrophe before it. A plain
  /// number, such as `-3.5`, stays as it is.
  package static func cell(_ text: String) -> String {
    let plain = plain(text)
    guard let first = plain.unicodeScalars.first, "=+-@\t\n＝＋－＠".unicodeScalars.contains(first) else {
      return plain
    }
    return isNumber(plain) ? plain : "'" + plain
  }

  /// As text of HTML or XML, or as a value in double quotes.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in plain(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Letters, digits, `.` and `-` alone, for identifiers; anything else becomes a hyphen.
  static func identifier(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-": result.append(scalar)
      default: result.append("-")
      }
    }
    return String(result)
  }

  /// At most so many UTF-16 units, with an ellipsis where something is left out; no character is cut in two.
  package static func limited(_ text: String, to limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var kept = String.UnicodeScalarView()
    var length = 1
    for scalar in text.unicodeScalars {
      length += scalar.value > 0xFFFF ? 2 : 1
      if length > limit { break }
      kept.append(scalar)
    }
    kept.append("…")
    return String(kept)
  }

  private static func isNumber(_ text: String) -> Bool {
    let body = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
