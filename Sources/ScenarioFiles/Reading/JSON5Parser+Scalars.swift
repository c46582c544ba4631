extension JSON5Parser {
  /// Reads a number: decimal or hexadecimal, with a sign, `Infinity` and `NaN` included.
  mutating func parseNumber() -> JSON5Node {
    let start = offset
    var isNegative = false
    if current == .plus || current == .minus {
      isNegative = current == .minus
      offset += 1
    }
    let magnitude = parseMagnitude(from: start)
    guard let magnitude else {
      skipNumberLike()
      return node(.broken, from: start)
    }
    if current?.isIdentifierPart == true || current == .point {
      skipNumberLike()
      report("'\(written(start..<offset))' is not a number", at: start)
      return node(.broken, from: start)
    }
    let number = JSON5Number(
      text: written(start..<offset), value: isNegative ? -magnitude : magnitude)
    return node(.number(number), from: start)
  }

  /// Reads a number without its sign; reports and returns nil if it is none.
  private mutating func parseMagnitude(from start: Int) -> Double? {
    if current == .zero, let mark = byte(after: 1), mark | 0x20 == UInt8(ascii: "x") {
      return parseHexadecimalNumber(from: start)
    }
    if current?.isIdentifierStart == true, let word = parseIdentifier() {
      if word == "Infinity" { return .infinity }
      if word == "NaN" { return .nan }
      report("'\(written(start..<offset))' is not a number", at: start)
      return nil
    }
    return parseDecimal(from: start)
  }

  private mutating func parseHexadecimalNumber(from start: Int) -> Double? {
    offset += 2
    let first = offset
    var value: UInt64 = 0
    while let digit = current?.hexadecimalValue {
      if value >> 49 != 0 {
        report("a hexadecimal number above 2^53 is not exact", at: start)
        return nil
      }
      value = value << 4 | UInt64(digit)
      offset += 1
    }
    if offset == first {
      report("'0x' must be followed by hexadecimal digits", at: start)
      return nil
    }
    return Double(value)
  }

  private mutating func parseDecimal(from start: Int) -> Double? {
    let whole = digits()
    var text = whole.isEmpty ? "0" : whole
    var hasDigits = !whole.isEmpty
    if current == .point {
      offset += 1
      let fraction = digits()
      hasDigits = hasDigits || !fraction.isEmpty
      text += "." + (fraction.isEmpty ? "0" : fraction)
    }
    guard hasDigits else {
      report("expected a number, found '\(written(start..<max(offset, start + 1)))'", at: start)
      return nil
    }
    if whole.count > 1, whole.utf8.first == .zero {
      report("a number cannot start with a superfluous 0", at: start)
      return nil
    }
    if let mark = current, mark | 0x20 == UInt8(ascii: "e") {
      offset += 1
      text += "e"
      if current == .plus || current == .minus {
        text += current == .minus ? "-" : "+"
        offset += 1
      }
      let exponent = digits()
      if exponent.isEmpty {
        report("the exponent of this number has no digits", at: start)
        return nil
      }
      text += exponent
    }
    guard let value = Double(text), value.isFinite else {
      report("the number \(written(start..<offset)) is too large", at: start)
      return nil
    }
    return value
  }

  private mutating func digits() -> String {
    let start = offset
    while current?.isDigit == true { offset += 1 }
    return written(start..<offset)
  }

  private mutating func skipNumberLike() {
    while let byte = current, byte.isIdentifierPart || byte == .point, unicodeSpaceLength == 0 {
      offset += 1
    }
  }

  /// Reads `true`, `false`, `null`, `Infinity` or `NaN`, or explains what stands there instead of a value.
  mutating func parseWord() -> JSON5Node {
    let start = offset
    if isTypographicQuote {
      report("use a straight quotation mark (\") here", at: start)
      offset += 3
      resumeWithoutComma()
      return node(.broken, from: start)
    }
    guard let word = parseIdentifier() else {
      if current == .comma || current == .closeBrace || current == .closeBracket {
        report("a value is missing before '\(found)'", at: start)
        // A closer belongs to whoever opened it, and the comma ends this empty value.
      } else {
        report("expected a value, found '\(found)'", at: start)
        resumeWithoutComma()
      }
      return node(.broken, from: start)
    }
    if isKey(from: start) {
      // The key that follows is not the value of the one before.
      offset = start
      report("a value is missing before the key '\(word)'", at: start)
      return node(.broken, from: start)
    }
    switch word {
    case "true": return node(.flag(true), from: start)
    case "false": return node(.flag(false), from: start)
    case "null": return node(.null, from: start)
    case "Infinity": return node(.number(JSON5Number(text: word, value: .infinity)), from: start)
    case "NaN": return node(.number(JSON5Number(text: word, value: .nan)), from: start)
    default:
      let lowered = word.lowercased()
      if ["true", "false", "null"].contains(lowered) {
        report("write \(lowered), not \(word)", at: start)
      } else if lowered == "none" || lowered == "nil" {
        report("write null, not \(word), or leave the key out", at: start)
      } else {
        report("a text needs quotes: write \"\(word)\"", at: start)
      }
      resumeWithoutComma()
      return node(.broken, from: start)
    }
  }

  /// Whether what was just read is the first of its line and a colon follows: then it is a key.
  private func isKey(from start: Int) -> Bool {
    var copy = self
    copy.skipTrivia()
    let before = bytes[..<start].last { $0 != 0x20 && $0 != .tab }
    return copy.current == .colon && (before == .lineFeed || before == .carriageReturn)
  }

  /// Skips the rest of an unreadable value on its line, with the brackets in it, leaving the comma or bracket after it.
  private mutating func resumeWithoutComma() {
    while let byte = current, byte != .comma, byte != .closeBrace, byte != .closeBracket,
      byte != .lineFeed, byte != .carriageReturn
    {
      if byte == .openBrace || byte == .openBracket { skipBalanced() } else { offset += 1 }
    }
  }
}
