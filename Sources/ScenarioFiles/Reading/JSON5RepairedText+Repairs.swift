// The ways in which a fault of the nesting can be mended, the likeliest first, and what is said of it.
extension JSON5RepairedText {
  func repairs(of nesting: JSON5Nesting) -> [JSON5Repair] {
    guard let (kind, token) = nesting.fault else { return [] }
    let offset = nesting.faultOffset
    let sentence = sentence(of: kind, nesting)
    func here(_ change: JSON5Repair.Change) -> JSON5Repair {
      JSON5Repair(change: change, offset: offset, place: offset, sentence: sentence)
    }
    switch kind {
    case .keyAtRoot: return [here(.insert(.openBrace))]
    case .keyInList:
      return [here(.insert(.openBrace)), closing(nesting)] + aroundOpener(nesting) + withoutCloser(nesting)
        + withoutInner(nesting) + [here(.tolerate)] + byLines(nesting) + uncommented(nesting)
    case .keyForValue: return [here(.tolerate), here(.insert(.openBrace))]
    case .bracketForKey:
      return [closing(nesting)] + opening(nesting) + moved(nesting) + [without(token, nesting)]
        + aroundOpener(nesting)
        + withoutCloser(nesting) + withoutInner(nesting) + withoutComma(nesting) + byLines(nesting)
        + uncommented(nesting)
    case .bracketInKey:
      return moved(nesting) + [without(token, nesting), here(.tolerate)]
    case .wrongCloser:
      guard let container = nesting.open.last else { return [] }
      return [here(.replace(by: container.closer)), closing(nesting)] + opening(nesting)
        + [without(token, nesting)] + aroundOpener(nesting) + withoutCloser(nesting) + withoutInner(nesting)
        + byLines(nesting) + uncommented(nesting)
    case .afterEnd:
      var found: [JSON5Repair] = []
      if nesting.tokens[token].kind == .closer { found.append(without(token, nesting)) }
      if let odd = nesting.lastOddCloser { found.append(without(odd, nesting)) }
      if !nesting.tokens[token...].contains(where: { [.opener, .closer, .colon].contains($0.kind) }) {
        found.append(here(.tolerate))
      }
      if let end = nesting.end, nesting.tokens[end].kind == .closer {
        found.append(
          JSON5Repair(
            change: .remove(1), offset: nesting.tokens[end].start, place: offset, sentence: sentence,
            isGuess: true))
      }
      return found + uncommented(nesting)
    case .unclosedText: return quotes(nesting)
    case .unclosed: return byLines(nesting) + uncommented(nesting)
    }
  }

  /// What is wrong, where it is not known what would mend it.
  func sentence(of fault: JSON5Nesting.Fault, _ nesting: JSON5Nesting) -> String {
    let token = nesting.fault?.token ?? 0
    func key(_ token: Int?) -> String { token.map { words(of: $0, nesting) } ?? "" }
    let found = nesting.tokens.indices.contains(token) ? nesting.byte(of: token) : ""
    let container = nesting.open.last
    switch fault {
    case .keyAtRoot: return "a document begins with '{': write it before the key '\(key(token))'"
    case .keyInList:
      return "the key '\(key(token))' stands in a list: write '{' before it, where its object begins"
    case .keyForValue:
      return
        "the value of '\(key(container?.lastKey))' is an object: write '{' before the key '\(key(token))'"
    case .bracketForKey: return "expected a key or '}', found '\(found)'"
    case .bracketInKey: return "'\(found)' stands between the key '\(key(token - 1))' and its ':'"
    case .wrongCloser: return "\(wanted(nesting)), found '\(found)'"
    case .afterEnd:
      let end = nesting.end.map { line(of: nesting.tokens[$0].start) } ?? 1
      return "the document ends on line \(end), before this: a bracket before it closes too much, "
        + "or one that opens is missing"
    case .unclosedText: return "the text is not closed before the end of the line"
    case .unclosed: return "the file ends inside an object or list"
    }
  }

  private func line(of offset: Int) -> Int { source.position(ofByte: original(offset)).line }

  /// "expected ']' to close the list opened on line 7".
  private func wanted(_ nesting: JSON5Nesting) -> String {
    guard let container = nesting.open.last else { return "expected a value" }
    let closer = Character(Unicode.Scalar(container.closer))
    let line = line(of: nesting.tokens[container.opener].start)
    return "expected '\(closer)' to close the \(container.name) opened on line \(line)"
  }

  /// The closing bracket of what is open, after the last token.
  private func closing(_ nesting: JSON5Nesting) -> JSON5Repair {
    let token = nesting.fault?.token ?? nesting.tokens.count
    let last = nesting.tokens[..<token].last { $0.kind != .comma }
    let found = nesting.tokens.indices.contains(token) ? nesting.byte(of: token) : "the end"
    return JSON5Repair(
      change: .insert(nesting.open.last?.closer ?? .closeBrace), offset: last?.end ?? 0,
      place: nesting.faultOffset, sentence: "\(wanted(nesting)), found '\(found)'",
      isGuess: nesting.open.last?.isList != true || isDoubled(nesting))
  }

  /// Whether the bracket that opens what is open stands there twice.
  private func isDoubled(_ nesting: JSON5Nesting) -> Bool {
    guard let opener = nesting.open.last?.opener, opener + 1 < nesting.tokens.count else { return false }
    return bytes[nesting.tokens[opener].start] == bytes[nesting.tokens[opener + 1].start]
  }

  /// The opening bracket of the other kind before the last value of what is open.
  private func opening(_ nesting: JSON5Nesting) -> [JSON5Repair] {
    guard let container = nesting.open.last, let value = container.lastValue else { return [] }
    let offset = nesting.tokens[value].start
    let (bracket, name) = container.isList ? ("{", "an object") : ("[", "a list")
    return [
      JSON5Repair(
        change: .insert(container.isList ? .openBrace : .openBracket), offset: offset, place: offset,
        sentence: "\(name) begins with '\(bracket)': write it here")
    ]
  }

  private func without(_ token: Int, _ nesting: JSON5Nesting) -> JSON5Repair {
    let offset = nesting.tokens[token].start
    return JSON5Repair(
      change: .remove(1), offset: offset, place: offset,
      sentence: "there is one '\(nesting.byte(of: token))' too many here")
  }

  /// What is open without its bracket, or with one of the other kind.
  private func aroundOpener(_ nesting: JSON5Nesting) -> [JSON5Repair] {
    guard let container = nesting.open.last else { return [] }
    let offset = nesting.tokens[container.opener].start
    let sentence =
      container.isList ? "an object begins with '{', not with '['" : "a list begins with '[', not with '{'"
    return [
      JSON5Repair(
        change: .replace(by: container.isList ? .openBrace : .openBracket), offset: offset, place: offset,
        sentence: sentence),
      without(container.opener, nesting),
    ]
  }

  /// A bracket that stands behind the key or value it should be before.
  private func moved(_ nesting: JSON5Nesting) -> [JSON5Repair] {
    guard let token = nesting.fault?.token, token > 0, nesting.tokens[token].kind == .opener,
      nesting.tokens[token - 1].isScalar
    else { return [] }
    let (offset, key) = (nesting.tokens[token].start, nesting.tokens[token - 1].start)
    return [
      JSON5Repair(
        change: .move(bytes[offset], to: key), offset: offset, place: offset,
        sentence: "'\(nesting.byte(of: token))' belongs before '\(words(of: token - 1, nesting))'")
    ]
  }

  private func words(of token: Int, _ nesting: JSON5Nesting) -> String {
    String(decoding: nesting.content(of: token), as: UTF8.self)
  }

  /// What was closed last left open, where its bracket closes too much.
  private func withoutCloser(_ nesting: JSON5Nesting) -> [JSON5Repair] {
    let inner = nesting.open.last?.lastInner?.closer
    return [inner, nesting.lastOddCloser].compactMap { $0 }.map { without($0, nesting) }
  }

  /// What was closed last left without its opening bracket.
  private func withoutInner(_ nesting: JSON5Nesting) -> [JSON5Repair] {
    nesting.open.last?.lastInner.map { [without($0.opener, nesting)] } ?? []
  }

  /// A comma between a key and its value.
  private func withoutComma(_ nesting: JSON5Nesting) -> [JSON5Repair] {
    guard let token = nesting.fault?.token, token >= 2, nesting.tokens[token - 1].kind == .comma,
      nesting.tokens[token - 2].kind == .colon
    else { return [] }
    return [without(token - 1, nesting)]
  }

  /// Where a line is indented no deeper than the one that opens what it is in, that was to be closed before it, or
  /// never opened.
  private func byLines(_ nesting: JSON5Nesting) -> [JSON5Repair] {
    guard let line = nesting.firstLineBeside else { return [] }
    let tokens = nesting.tokens
    let last = tokens[..<line.token].last { $0.kind != .comma }
    let start = tokens[line.token].start
    let bracket = nesting.byte(of: line.opener)
    let name = bracket == "[" ? "list" : "object"
    let closer = bracket == "[" ? "]" : "}"
    let closing = JSON5Repair(
      change: .insert(bracket == "[" ? .closeBracket : .closeBrace), offset: last?.end ?? 0,
      place: last?.end ?? 0,
      sentence:
        "expected '\(closer)' to close the \(name) opened on line \(self.line(of: tokens[line.opener].start))"
    )
    let openers = tokens[line.opener..<line.token].indices.filter { tokens[$0].kind == .opener }
    return [closing]
      + openers.suffix(20).map { without($0, nesting) }
      .filter { !bytes[$0.offset..<start].contains(.lineFeed) || $0.offset == tokens[line.opener].start }
  }

  /// Comments before the fault that hide brackets, each read as text.
  private func uncommented(_ nesting: JSON5Nesting) -> [JSON5Repair] {
    let token = nesting.fault?.token ?? nesting.tokens.count
    var found: [JSON5Repair] = []
    for index in stride(from: token, through: 1, by: -1) where found.count < 10 {
      let gap =
        nesting.tokens[index - 1]
        .end..<(index < nesting.tokens.count
        ? nesting.tokens[index].start : bytes.count)
      guard let start = gap.first(where: { bytes[$0] == .slash && bytes.isComment(at: $0) }),
        bytes[start + 1] == .slash
      else { continue }
      let end = gap.first { $0 > start && bytes.isLineEnd(at: $0) } ?? gap.upperBound
      guard
        bytes[start..<end].contains(where: {
          [.openBrace, .closeBrace, .openBracket, .closeBracket].contains($0)
        })
      else { continue }
      found.append(
        JSON5Repair(
          change: .remove(2), offset: start, place: start,
          sentence: "'//' makes a comment of the brackets after it: remove it"))
    }
    return found
  }

  /// Quotation marks added to or taken from the line of a text that is not closed.
  private func quotes(_ nesting: JSON5Nesting) -> [JSON5Repair] {
    let start = nesting.faultOffset
    let sentence = sentence(of: .unclosedText, nesting)
    let first = (bytes[..<start].lastIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? -1) + 1
    let end = bytes[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? bytes.count
    let quote = bytes[start]
    let delimiters: [UInt8] = [.comma, .colon, .closeBrace, .closeBracket]
    let closing = (first..<end).filter { delimiters.contains(bytes[$0]) }.map { offset in
      let text = nesting.tokens.last { $0.start < offset && $0.isScalar && $0.start >= first }?.start
      return JSON5Repair(
        change: .insert(quote), offset: offset, place: text ?? start, sentence: sentence)
    }
    let words = nesting.tokens.filter { (first..<end).contains($0.start) && $0.kind == .word }
    let opening = words.map {
      JSON5Repair(
        change: .insert(quote), offset: $0.start, place: $0.start,
        sentence: "the text that begins here lacks its first quotation mark")
    }
    let marks = (first..<end).filter { bytes[$0] == .doubleQuote || bytes[$0] == .singleQuote }
    // Of two that stand together the second is too many.
    let removed = marks.filter { $0 + 1 == end || bytes[$0 + 1] != bytes[$0] }.map {
      JSON5Repair(
        change: .remove(1), offset: $0, place: $0, sentence: "there is one quotation mark too many here")
    }
    let broken = JSON5Repair(change: .tolerate, offset: start, place: start, sentence: sentence)
    return [broken] + closing.prefix(40) + opening.prefix(20) + removed.prefix(20)
  }
}

extension JSON5Nesting {
  /// The first character of a token, for sentences.
  func byte(of token: Int) -> String {
    guard bytes[tokens[token].start] < 0x80 else {
      return String(decoding: bytes[tokens[token].range], as: UTF8.self)
    }
    return String(Character(Unicode.Scalar(bytes[tokens[token].start])))
  }

  /// The first line before the fault that is in what is open and indented no deeper than the line that opens it, and
  /// the token that does.
  var firstLineBeside: (token: Int, opener: Int)? {
    var open: [Int] = []
    let end = fault?.token ?? tokens.count
    for index in tokens[..<end].indices {
      let token = tokens[index]
      if token.kind == .closer {
        if !open.isEmpty { open.removeLast() }
        continue
      }
      if let opener = open.last, let own = indentation(at: token.start),
        own <= lineIndentation(of: tokens[opener].start)
      {
        return (index, opener)
      }
      if token.kind == .opener { open.append(index) }
    }
    return nil
  }

  /// The blanks before what begins a line; nil if something else is before it.
  private func indentation(at offset: Int) -> Int? {
    var start = offset
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == .tab { start -= 1 }
    return start == 0 || bytes.isLineEnd(at: start - 1) ? offset - start : nil
  }

  private func lineIndentation(of offset: Int) -> Int {
    var start = offset
    while start > 0, !bytes.isLineEnd(at: start - 1) { start -= 1 }
    return bytes[start...].prefix { $0 == 0x20 || $0 == .tab }.count
  }
}
