/// One piece of a JSON5 text as far as the nesting of its brackets is concerned.
struct JSON5Token {
  enum Kind: Equatable {
    /// `{` or `[`.
    case opener
    /// `}` or `]`.
    case closer
    case comma
    case colon
    /// A quoted text; one that is not closed ends with its line.
    case text(isClosed: Bool)
    /// Anything else: a number, a word or what should be neither.
    case word
  }

  let kind: Kind
  let range: Range<Int>

  var start: Int { range.lowerBound }
  var end: Int { range.upperBound }

  /// Whether it can be a key or a value by itself.
  var isScalar: Bool {
    switch kind {
    case .text, .word: true
    default: false
    }
  }

  /// Cuts a text; white space and comments are left out.
  ///
  /// - Complexity: O(bytes).
  static func tokens(of bytes: [UInt8]) -> [JSON5Token] {
    var tokens: [JSON5Token] = []
    var offset = 0
    while offset < bytes.count {
      let start = offset
      let kind: Kind
      switch bytes[offset] {
      case 0x09...0x0D, 0x20:
        offset += 1
        continue
      case .slash where bytes.isComment(at: offset):
        offset = bytes.commentEnd(from: offset)
        continue
      case .doubleQuote, .singleQuote:
        let end = bytes.textEnd(from: offset)
        offset = end.offset
        kind = .text(isClosed: end.isClosed)
      case .openBrace, .openBracket:
        (kind, offset) = (.opener, offset + 1)
      case .closeBrace, .closeBracket:
        (kind, offset) = (.closer, offset + 1)
      case .comma: (kind, offset) = (.comma, offset + 1)
      case .colon: (kind, offset) = (.colon, offset + 1)
      default:
        repeat { offset += 1 } while offset < bytes.count && !bytes.endsWord(at: offset)
        kind = .word
      }
      tokens.append(JSON5Token(kind: kind, range: start..<offset))
    }
    return tokens
  }
}

extension [UInt8] {
  /// Whether a comment begins here.
  func isComment(at offset: Int) -> Bool {
    guard self[offset] == .slash, offset + 1 < count else { return false }
    return self[offset + 1] == .slash || self[offset + 1] == .asterisk
  }

  fileprivate func commentEnd(from start: Int) -> Int {
    var offset = start + 2
    if self[start + 1] == .slash {
      while offset < count, !isLineEnd(at: offset) { offset += 1 }
      return offset
    }
    while offset < count {
      if self[offset] == .slash, self[offset - 1] == .asterisk, offset > start + 2 { return offset + 1 }
      offset += 1
    }
    return count
  }

  func isLineEnd(at offset: Int) -> Bool {
    self[offset] == .lineFeed || self[offset] == .carriageReturn
  }

  fileprivate func textEnd(from start: Int) -> (offset: Int, isClosed: Bool) {
    var offset = start + 1
    while offset < count, !isLineEnd(at: offset) {
      if self[offset] == self[start] { return (offset + 1, true) }
      offset += self[offset] == .backslash ? 2 : 1
    }
    return (Swift.min(offset, count), false)
  }

  fileprivate func endsWord(at offset: Int) -> Bool {
    switch self[offset] {
    case 0x09...0x0D, 0x20, .doubleQuote, .singleQuote, .openBrace, .openBracket, .closeBrace, .closeBracket,
      .comma, .colon:
      true
    default: isComment(at: offset)
    }
  }
}
