extension JSON5Parser {
  /// Reads a quoted text; reports and returns nil if it has a mistake.
  mutating func parseString() -> String? {
    let start = offset
    let quote = bytes[offset]
    offset += 1
    var content: [UInt8] = []
    var isGood = true
    while let byte = current {
      switch byte {
      case quote:
        offset += 1
        return isGood ? String(decoding: content, as: UTF8.self) : nil
      case .lineFeed, .carriageReturn:
        report("the text is not closed before the end of the line", at: start)
        return nil
      case .backslash:
        if !parseEscape(into: &content) { isGood = false }
      default:
        content.append(byte)
        offset += 1
      }
    }
    reportEnd("the text is not closed before the end of the file", at: start)
    return nil
  }

  /// Reads one escape (ECMAScript 5.1, 7.8.4) and appends what it stands for.
  private mutating func parseEscape(into content: inout [UInt8]) -> Bool {
    let start = offset
    offset += 1
    guard let byte = current else { return false }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): content.append(.lineFeed)
    case UInt8(ascii: "t"): content.append(.tab)
    case UInt8(ascii: "r"): content.append(.carriageReturn)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "v"): content.append(0x0B)
    case .zero where current?.isDigit != true: content.append(0)
    case .zero ... .nine:
      report("a digit cannot follow '\\' in a text", at: start)
      return false
    case .lineFeed: break
    case .carriageReturn: if current == .lineFeed { offset += 1 }
    case UInt8(ascii: "x"):
      guard let value = parseHexadecimal(digits: 2), let scalar = Unicode.Scalar(value) else {
        report("'\\x' must be followed by two hexadecimal digits", at: start)
        return false
      }
      content.append(contentsOf: String(scalar).utf8)
    case UInt8(ascii: "u"):
      guard let scalar = parseUnicodeEscape() else {
        report(
          "'\\u' must be followed by four hexadecimal digits that form a character", at: start)
        return false
      }
      content.append(contentsOf: String(scalar).utf8)
    case 0xE2 where current == 0x80 && (self.byte(after: 1) ?? 0) | 1 == 0xA9:
      offset += 2  // A line or paragraph separator continues the text, as a line feed does.
    default:
      content.append(byte)
    }
    return true
  }

  private mutating func parseHexadecimal(digits: Int) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = current?.hexadecimalValue else { return nil }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  /// Reads the digits after `\u`, and the second half if they are the first half of a surrogate pair.
  private mutating func parseUnicodeEscape() -> Unicode.Scalar? {
    guard let first = parseHexadecimal(digits: 4) else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard current == .backslash, byte(after: 1) == UInt8(ascii: "u") else { return nil }
    offset += 2
    guard let second = parseHexadecimal(digits: 4), (0xDC00...0xDFFF).contains(second) else {
      return nil
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  /// Reads a key, quoted or not; reports and returns nil if there is none.
  mutating func parseKey() -> (key: String, range: Range<Int>)? {
    let start = offset
    guard let byte = current else { return nil }
    if byte == .doubleQuote || byte == .singleQuote {
      guard let key = parseString() else { return nil }
      return (key, start..<offset)
    }
    if let key = parseIdentifier() { return (key, start..<offset) }
    if byte.isDigit, isAfterDecimalComma(start) {
      report("expected a key, found '\(found)'; write decimals with a point, not a comma", at: start)
    } else if byte.isDigit {
      report("a key that starts with a digit needs quotes", at: start)
    } else if byte == .comma {
      report("there is one comma too many here", at: start)
    } else {
      report("expected a key, found '\(found)'", at: start)
    }
    return nil
  }

  private func isAfterDecimalComma(_ start: Int) -> Bool {
    start >= 2 && bytes[start - 1] == .comma && bytes[start - 2].isDigit
  }

  /// Reads an unquoted name; nil, with nothing consumed, if there is none here.
  mutating func parseIdentifier() -> String? {
    let start = offset
    var content: [UInt8] = []
    while let byte = current, content.isEmpty ? byte.isIdentifierStart : byte.isIdentifierPart,
      unicodeSpaceLength == 0, !isTypographicQuote
    {
      if byte == .backslash {
        guard self.byte(after: 1) == UInt8(ascii: "u") else { break }
        offset += 2
        guard let scalar = parseUnicodeEscape() else {
          offset = start
          return nil
        }
        content.append(contentsOf: String(scalar).utf8)
      } else {
        content.append(byte)
        offset += 1
      }
    }
    if content.isEmpty {
      offset = start
      return nil
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// Whether a word processor's quotation mark stands here.
  var isTypographicQuote: Bool {
    current == 0xE2 && byte(after: 1) == 0x80 && (0x98...0x9F).contains(byte(after: 2) ?? 0)
  }
}
