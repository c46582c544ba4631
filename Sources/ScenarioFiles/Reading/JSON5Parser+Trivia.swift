extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let doubleQuote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")
  static let plus = UInt8(ascii: "+")
  static let minus = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let colon = UInt8(ascii: ":")
  static let equals = UInt8(ascii: "=")
  static let slash = UInt8(ascii: "/")
  static let asterisk = UInt8(ascii: "*")
  static let backslash = UInt8(ascii: "\\")
  static let zero = UInt8(ascii: "0")
  static let nine = UInt8(ascii: "9")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")

  var isDigit: Bool { (.zero ... .nine).contains(self) }

  /// A letter, `$`, `_`, the start of an escape or of a character outside ASCII.
  var isIdentifierStart: Bool {
    let letter = self | 0x20
    return (0x61...0x7A).contains(letter) || self == 0x24 || self == 0x5F || self == .backslash
      || self >= 0x80
  }

  var isIdentifierPart: Bool { isIdentifierStart || isDigit }

  var hexadecimalValue: UInt32? {
    switch self {
    case .zero ... .nine: UInt32(self - .zero)
    case 0x61...0x66: UInt32(self - 0x61 + 10)
    case 0x41...0x46: UInt32(self - 0x41 + 10)
    default: nil
    }
  }
}

extension JSON5Parser {
  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func byte(after count: Int) -> UInt8? {
    offset + count < bytes.count ? bytes[offset + count] : nil
  }

  /// The character at the current place, for sentences.
  var found: String {
    guard offset < bytes.count else { return "the end of the file" }
    let text = written(offset..<offset + 4)
    guard let scalar = text.unicodeScalars.first else { return "" }
    return scalar.value < 0x20 || scalar.value == 0x7F
      ? "a control character" : String(Character(scalar))
  }

  /// Skips white space and comments.
  mutating func skipTrivia() {
    while let byte = current {
      switch byte {
      case 0x09...0x0D, 0x20:
        offset += 1
      case .slash where self.byte(after: 1) == .slash:
        while let byte = current, byte != .lineFeed, byte != .carriageReturn { offset += 1 }
      case .slash where self.byte(after: 1) == .asterisk:
        skipBlockComment()
      default:
        let length = unicodeSpaceLength
        if length == 0 { return }
        offset += length
      }
    }
  }

  private mutating func skipBlockComment() {
    let start = offset
    offset += 2
    while offset < bytes.count {
      if bytes[offset] == .asterisk, byte(after: 1) == .slash {
        offset += 2
        return
      }
      offset += 1
    }
    reportEnd("the comment that opens here is never closed with '*/'", at: start)
  }

  /// Bytes of a white-space character outside ASCII at the current place (ECMAScript 5.1, 7.2 and 7.3), or 0.
  var unicodeSpaceLength: Int {
    switch (current, byte(after: 1), byte(after: 2)) {
    case (0xC2, 0xA0, _): 2
    case (0xEF, 0xBB, 0xBF), (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F): 3
    case (0xE2, 0x80, .some(0x80...0x8A)), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF):
      3
    default: 0
    }
  }
}
