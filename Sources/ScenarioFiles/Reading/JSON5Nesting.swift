/// How objects and lists of a JSON5 text lie in one another, as far as the first place where they cannot.
///
/// It is no parser: it knows no values, and what does not concern the nesting, such as a missing comma, is only
/// counted.
struct JSON5Nesting {
  /// What cannot be.
  enum Fault {
    /// A key before any bracket.
    case keyAtRoot
    /// A key in a list.
    case keyInList
    /// A key where the value of another one should be.
    case keyForValue
    /// An opening bracket where a key should be.
    case bracketForKey
    /// A bracket between a key and its colon.
    case bracketInKey
    /// A closing bracket of the other kind.
    case wrongCloser
    /// Something after the end of the document.
    case afterEnd
    /// A text that its line does not close.
    case unclosedText
    /// The end of the file inside an object or list.
    case unclosed
  }

  /// An object or list that is open.
  struct Container {
    enum Awaited { case key, colon, value, comma }

    let isList: Bool
    /// The token that opens it.
    let opener: Int
    var awaited: Awaited
    /// The token of the last key.
    var lastKey: Int?
    /// The token with which the last value begins.
    var lastValue: Int?
    /// The tokens that opened and closed the object or list in it that was closed last.
    var lastInner: (opener: Int, closer: Int)?
    /// For look-ups only.
    var keys: Set<ArraySlice<UInt8>> = []

    var closer: UInt8 { isList ? .closeBracket : .closeBrace }
    var name: String { isList ? "list" : "object" }
  }

  let bytes: [UInt8]
  let tokens: [JSON5Token]
  /// What is wrong, and at which token; `tokens.count` at the end of the file.
  private(set) var fault: (kind: Fault, token: Int)?
  /// What is open at the fault.
  private(set) var open: [Container] = []
  /// How much else is odd before the fault.
  private(set) var oddities = 0
  /// The last closing bracket that stands where a value should be.
  private(set) var lastOddCloser: Int?
  /// The token that closes the document.
  private(set) var end: Int?
  /// Offsets of tokens that are no fault though they look like one.
  private let tolerated: Set<Int>

  /// Follows a text up to its first fault.
  ///
  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8], tolerating tolerated: Set<Int> = []) {
    self.bytes = bytes
    self.tolerated = tolerated
    tokens = JSON5Token.tokens(of: bytes)
    for index in tokens.indices {
      // The parser refuses what is deeper.
      if open.count > JSON5Parser.depthLimit { return }
      if let kind = take(index) {
        // A text that is not closed makes the rest of its line seem something else.
        let text = unclosedText(onLineOf: index)
        fault = text.map { (.unclosedText, $0) } ?? (kind, index)
        return
      }
    }
    if !open.isEmpty { fault = (.unclosed, tokens.count) }
  }

  /// Where the fault is; the end of the file if there is none.
  var faultOffset: Int {
    guard let fault, tokens.indices.contains(fault.token) else { return bytes.count }
    return tokens[fault.token].start
  }

  /// The content of a key or text without its quotes.
  func content(of token: Int) -> ArraySlice<UInt8> {
    let range = tokens[token].range
    if case .text(let isClosed) = tokens[token].kind {
      return bytes[(range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound - (isClosed ? 1 : 0))]
    }
    return bytes[range]
  }

  /// The first text from a token on that its line does not close, on the same line.
  private func unclosedText(onLineOf index: Int) -> Int? {
    let end = bytes[tokens[index].start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn }
    return tokens[index...].prefix { $0.start < end ?? bytes.count }.indices.first {
      tokens[$0].kind == .text(isClosed: false) && !tolerated.contains(tokens[$0].start)
    }
  }

  /// Takes one token; returns what is wrong with it.
  private mutating func take(_ index: Int) -> Fault? {
    let token = tokens[index]
    let isTolerated = tolerated.contains(token.start)
    if end != nil { return isTolerated ? nil : .afterEnd }
    if token.kind == .text(isClosed: false), !isTolerated { return .unclosedText }
    guard let top = open.indices.last else { return takeFirst(index) }
    if token.kind == .opener || token.kind == .closer, isBeforeColon(index), tokens[index - 1].isScalar,
      !isTolerated
    {
      return .bracketInKey
    }
    switch token.kind {
    case .opener:
      if !open[top].isList, open[top].awaited == .key || open[top].awaited == .comma { return .bracketForKey }
      if open[top].awaited == .comma { oddities += 1 }
      takeValue(index)
      push(index)
    case .closer:
      guard bytes[token.start] == open[top].closer else { return .wrongCloser }
      if !open[top].isList, open[top].awaited == .value || open[top].awaited == .colon {
        oddities += 1
        lastOddCloser = index
      }
      let closed = open.removeLast()
      if open.isEmpty { end = index } else { open[top - 1].lastInner = (closed.opener, index) }
    case .comma:
      if open[top].awaited != .comma { oddities += 1 }
      open[top].awaited = open[top].isList ? .value : .key
    case .colon:
      if open[top].isList || open[top].awaited != .colon { oddities += 1 }
      // Before its key a colon is only misplaced.
      let isBeforeKey = open[top].awaited == .key && index + 1 < tokens.count && tokens[index + 1].isScalar
      if !open[top].isList, !isBeforeKey { open[top].awaited = .value }
    case .text, .word:
      return takeScalar(index, isKey: isBeforeColon(index), isTolerated: isTolerated)
    }
    return nil
  }

  /// The first token of the document.
  private mutating func takeFirst(_ index: Int) -> Fault? {
    switch tokens[index].kind {
    case .opener: push(index)
    case .closer: return .afterEnd
    case .comma, .colon: oddities += 1
    case .text, .word:
      if isBeforeColon(index) { return .keyAtRoot }
      end = index
    }
    return nil
  }

  private mutating func takeScalar(_ index: Int, isKey: Bool, isTolerated: Bool) -> Fault? {
    let top = open.count - 1
    if open[top].isList {
      if isKey, !isTolerated { return .keyInList }
      if open[top].awaited == .comma { oddities += 1 }
      takeValue(index)
      return nil
    }
    if open[top].awaited == .value {
      guard isKey else {
        takeValue(index)
        return nil
      }
      if !isTolerated { return .keyForValue }
      oddities += 1
    } else if open[top].awaited == .comma {
      oddities += 1
    }
    if !open[top].keys.insert(content(of: index)).inserted { oddities += 1 }
    open[top].lastKey = index
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if isKey {
      open[top].awaited = .colon
    } else {
      // Before a value only the colon is missing; a word alone is no member.
      oddities += 1
      open[top].awaited = next?.kind == .opener || next?.isScalar == true ? .value : .comma
    }
    return nil
  }

  private mutating func takeValue(_ index: Int) {
    let top = open.count - 1
    open[top].lastValue = index
    open[top].awaited = .comma
    if tokens[index].kind == .word, !isPlainValue(index) { oddities += 1 }
  }

  private mutating func push(_ index: Int) {
    let isList = bytes[tokens[index].start] == .openBracket
    open.append(Container(isList: isList, opener: index, awaited: isList ? .value : .key))
  }

  func isBeforeColon(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].kind == .colon
  }

  private func isPlainValue(_ index: Int) -> Bool {
    let word = bytes[tokens[index].range]
    guard let first = word.first, first.isIdentifierStart else { return true }
    return ["true", "false", "null", "Infinity", "NaN"].contains(String(decoding: word, as: UTF8.self))
  }
}
