extension JSON5Parser {
  enum Container {
    case object, list
  }

  /// Whether the file is so broken that the rest is not worth reading.
  var isGivingUp: Bool { mistakes >= Self.mistakeLimit }

  mutating func report(_ sentence: String, at offset: Int) {
    guard mistakes < Self.mistakeLimit else { return }
    mistakes += 1
    log.add(
      sentence, at: TextPlace(source: source, range: offset..<offset), path: path.joined())
    if isGivingUp {
      log.add(
        "too many mistakes; the rest of the file is not read",
        at: TextPlace(source: source, range: offset..<offset), path: "")
    }
  }

  mutating func reportEnd(_ sentence: String) {
    if endReported { return }
    endReported = true
    report(sentence, at: bytes.count)
  }

  mutating func reportUnclosed(_ what: String, _ closer: String, from start: Int) {
    if endReported { return }
    endReported = true
    report("the \(what) that opens here is never closed with '\(closer)'", at: start)
  }

  /// A closing bracket of the other kind. At the outermost level it is skipped, further in it is left for the
  /// surrounding value, since most often the inner closer was forgotten.
  mutating func reportWrongCloser(depth: Int, wanted: String, of what: String, from start: Int) {
    let line = source.position(ofByte: start).line
    report(
      "expected '\(wanted)' to close the \(what) opened on line \(line), found '\(found)'",
      at: offset)
    if depth == 0 { offset += 1 }
  }

  /// Reads the colon after a key, or reports that it is missing.
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
      source.position(ofByte: valueEnd).line != source.position(ofByte: offset).line
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
