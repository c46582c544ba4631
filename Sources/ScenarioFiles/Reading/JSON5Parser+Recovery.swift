extension JSON5Parser {
  enum Container {
    case object, list
  }

  /// Whether the file is so broken that the rest is not worth reading.
  var isGivingUp: Bool { mistakes >= Self.mistakeLimit }

  mutating func report(_ sentence: String, at offset: Int) {
    guard mistakes < Self.mistakeLimit else { return }
    mistakes += 1
    let place = place(of: offset..<offset)
    log.add(sentence, at: place, path: path.joined())
    if isGivingUp {
      log.add("too many mistakes; the rest of the file is not read", at: place, path: "")
    }
  }

  /// Says what was mended up to here.
  mutating func tellRepairs(atEnd: Bool = false) {
    guard let mended else { return }
    while toldRepairs < mended.reports.count,
      atEnd || mended.reports[toldRepairs].offset <= mended.original(offset)
    {
      let (offset, sentence) = mended.reports[toldRepairs]
      toldRepairs += 1
      log.add(sentence, at: TextPlace(source: source, range: offset..<offset), path: path.joined())
    }
  }

  /// Where something stands in the source.
  func place(of range: Range<Int>) -> TextPlace {
    guard let mended else { return TextPlace(source: source, range: range) }
    return TextPlace(
      source: source, range: mended.original(range.lowerBound)..<mended.original(range.upperBound))
  }

  /// The line of the source that a byte is on.
  func line(of offset: Int) -> Int { place(of: offset..<offset).position.line }

  func written(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  mutating func reportEnd(_ sentence: String) {
    reportEnd(sentence, at: bytes.count)
  }

  /// Reports that the file ends inside something, once.
  mutating func reportEnd(_ sentence: String, at offset: Int) {
    if endReported { return }
    endReported = true
    let place = place(of: offset..<offset)
    endMistake = Mistake(at: place, path: path.joined(), sentence: sentence)
    report(sentence, at: offset)
  }

  mutating func reportUnclosed(_ what: String, _ closer: String, from start: Int) {
    reportEnd("the \(what) that opens here is never closed with '\(closer)'", at: start)
  }

  /// A closing bracket of the other kind. At the outermost level it is skipped, further in it is left for the
  /// surrounding value, since most often the inner closer was forgotten.
  mutating func reportWrongCloser(depth: Int, wanted: String, of what: String, from start: Int) {
    let line = self.line(of: start)
    report(
      "expected '\(wanted)' to close the \(what) opened on line \(line), found '\(found)'",
      at: offset)
    if depth == 0 { offset += 1 }
  }

  /// Whether a colon stands here before the key that it should follow, or once more.
  var isColonBeforeKey: Bool {
    guard current == .colon else { return false }
    var copy = self
    copy.offset += 1
    copy.skipTrivia()
    guard copy.parseIdentifier() != nil else { return false }
    copy.skipTrivia()
    return [.colon, .openBrace, .openBracket, .doubleQuote, .singleQuote].contains(copy.current)
  }

  /// Reads the colon after a key, or reports that it is missing; true if a value follows all the same.
  mutating func skipColon(after key: String) -> Bool {
    skipTrivia()
    if current == .colon {
      offset += 1
      skipTrivia()
      return true
    }
    if current == nil {
      reportEnd("the file ends where ':' should follow the key '\(key)'")
    } else if current == .equals {
      report("write ':' after the key '\(key)', not '='", at: offset)
    } else {
      report("expected ':' after the key '\(key)', found '\(found)'", at: offset)
      return [.openBrace, .openBracket, .doubleQuote, .singleQuote].contains(current)
    }
    return false
  }

  /// Reads the comma after a value; returns false if something unreadable was skipped.
  mutating func skipComma(
    before closer: String, in container: Container, after value: JSON5Node
  ) -> Bool {
    let valueEnd = offset
    skipTrivia()
    guard let byte = current, !isGivingUp else { return true }
    if byte == .comma {
      offset += 1
      return true
    }
    if byte == .closeBrace || byte == .closeBracket { return true }
    // After a value whose mistake is reported, a second sentence about the comma would only confuse.
    if !value.isBroken {
      // Pointing at the end of the value is where the comma belongs.
      report("expected ',' or '\(closer)' after this value", at: valueEnd)
    }
    let isNextLine =
      line(of: valueEnd) != line(of: offset)
    if startsMember(byte, in: container), !value.isBroken || isNextLine { return true }
    resume()
    return false
  }

  private func startsMember(_ byte: UInt8, in container: Container) -> Bool {
    if byte == .doubleQuote || byte == .singleQuote { return true }
    switch container {
    case .object: return byte.isIdentifierStart
    case .list: return byte == .openBrace || byte == .openBracket
    }
  }

  /// Goes to just after the next comma of this level, or to its closing bracket.
  mutating func resume() {
    while let byte = current {
      switch byte {
      case .comma:
        offset += 1
        return
      case .closeBrace, .closeBracket:
        return
      default:
        skipOne()
      }
    }
  }

  /// Skips a bracketed value without reading it, without recursion.
  mutating func skipBalanced() {
    var open = 0
    while let byte = current {
      if byte == .openBrace || byte == .openBracket { open += 1 }
      if byte == .closeBrace || byte == .closeBracket { open -= 1 }
      if byte == .doubleQuote || byte == .singleQuote {
        skipQuoted()
      } else if byte == .slash {
        skipTriviaOrOne()
      } else {
        offset += 1
      }
      if open <= 0 { return }
    }
  }

  private mutating func skipOne() {
    switch current {
    case .openBrace, .openBracket: skipBalanced()
    case .doubleQuote, .singleQuote: skipQuoted()
    default: skipTriviaOrOne()
    }
  }

  private mutating func skipTriviaOrOne() {
    let before = offset
    skipTrivia()
    if offset == before { offset += 1 }
  }

  /// Skips a quoted text up to its end or the end of its line.
  private mutating func skipQuoted() {
    let quote = current
    offset += 1
    while let byte = current, byte != .lineFeed, byte != .carriageReturn {
      offset += byte == .backslash ? 2 : 1
      if byte == quote { break }
    }
    offset = min(offset, bytes.count)
  }
}
