/// Reads JSON5 (https://spec.json5.org) into nodes with places, and goes on after a mistake.
///
/// After a syntax mistake it resumes at the next comma or closing bracket, so that all mistakes of a file are
/// reported at once. `Infinity` and `NaN` are read as numbers; whoever wants a number refuses them.
public struct JSON5Parser {
  /// Deepest accepted nesting of objects and lists.
  public static let depthLimit = 128
  /// Syntax mistakes after which the rest of a file is not read.
  public static let mistakeLimit = 100

  let source: SourceText
  /// The text, mended where its nesting is wrong.
  let bytes: [UInt8]
  let log: MistakeLog
  /// What was mended; nil if nothing was.
  let mended: JSON5RepairedText?
  /// How many of its reports are told.
  var toldRepairs = 0
  var offset = 0
  var path: [String] = []
  var mistakes = 0
  /// Set when the file ends inside something: what surrounds it is then not reported again.
  var endReported = false
  /// What was said of that.
  var endMistake: Mistake?

  private init(_ source: SourceText, mended: JSON5RepairedText? = nil, log: MistakeLog) {
    self.source = source
    self.mended = mended
    self.bytes = mended?.bytes ?? source.bytes
    self.log = log
  }

  /// Reads a whole file.
  ///
  /// The result is usable even when mistakes were added to `log`: unreadable values are `broken`. All of it is where
  /// it is not sure what lies in what, so that nothing is told of what was only guessed.
  ///
  /// - Complexity: O(bytes), some tens of times that where the nesting is wrong.
  public static func parse(_ source: SourceText, into log: MistakeLog) -> JSON5Node {
    let (root, isSure) = outline(source, into: log)
    return isSure ? root : JSON5Node(place: root.place, value: .broken)
  }

  /// Reads a whole file, and says whether it is sure what lies in what.
  static func outline(_ source: SourceText, into log: MistakeLog) -> (root: JSON5Node, isSure: Bool) {
    let own = MistakeLog()
    var parser = JSON5Parser(source, log: own)
    let root = parser.parseDocument()
    guard !own.isEmpty, let mended = JSON5RepairedText(source) else {
      log.add(contentsOf: own)
      return (root, true)
    }
    let second = MistakeLog()
    var reader = JSON5Parser(source, mended: mended, log: second)
    let better = reader.parseDocument()
    if !mended.isBroken {
      log.add(contentsOf: second)
      return (better, mended.isSure)
    }
    // Of what comes after a fault nothing is sure, and at the end of the file only that it ends.
    let last = mended.firstFault ?? JSON5Token.tokens(of: source.bytes).last?.start ?? 0
    let position = source.position(ofByte: last)
    for mistake in second.sorted
    where (mistake.line, mistake.column) < (position.line, position.column) || mistake == reader.endMistake
      || mended.reports.contains(where: { $0.sentence == mistake.sentence })
    {
      log.add(mistake)
    }
    return (root, false)
  }

  /// Reads a file; nil, with a mistake, if it cannot be read as text.
  public static func load(path: String, into log: MistakeLog) -> JSON5Node? {
    SourceText.load(path: path, into: log).map { parse($0, into: log) }
  }

  private mutating func parseDocument() -> JSON5Node {
    skipTrivia()
    if offset == bytes.count {
      report("the file is empty", at: 0)
      return node(.broken, from: 0)
    }
    tellRepairs()
    let root = parseValue(depth: 0)
    skipTrivia()
    tellRepairs(atEnd: true)
    if offset < bytes.count, !isGivingUp, !root.isBroken {
      report("the document ends before this; remove what follows", at: offset)
    }
    return root
  }

  mutating func parseValue(depth: Int) -> JSON5Node {
    let start = offset
    guard let byte = current else {
      reportEnd("the file ends where a value should be")
      return node(.broken, from: start)
    }
    switch byte {
    case .openBrace, .openBracket:
      guard depth < Self.depthLimit else {
        report("more than \(Self.depthLimit) levels of nesting", at: start)
        skipBalanced()
        return node(.broken, from: start)
      }
      return byte == .openBrace ? parseObject(depth: depth) : parseList(depth: depth)
    case .doubleQuote, .singleQuote:
      let text = parseString()
      return node(text.map { .text($0) } ?? .broken, from: start)
    case .plus, .minus, .point, .zero ... .nine:
      return parseNumber()
    case .colon:
      report("there is one ':' too many here", at: start)
      offset += 1
      skipTrivia()
      return current == .colon ? node(.broken, from: start) : parseValue(depth: depth)
    default:
      return parseWord()
    }
  }

  private mutating func parseObject(depth: Int) -> JSON5Node {
    let start = offset
    offset += 1
    var members: [JSON5Member] = []
    var firstPlaces: [String: Int] = [:]
    var isIncomplete = false
    while true {
      skipTrivia()
      tellRepairs()
      if isGivingUp { return node(.object(members), from: start, isIncomplete: true) }
      guard let byte = current else {
        reportUnclosed("object", "}", from: start)
        return node(.object(members), from: start, isIncomplete: true)
      }
      if byte == .closeBrace {
        offset += 1
        return node(.object(members), from: start, isIncomplete: isIncomplete)
      }
      if byte == .closeBracket {
        reportWrongCloser(depth: depth, wanted: "}", of: "object", from: start)
        return node(.object(members), from: start, isIncomplete: true)
      }
      guard let (key, keyRange) = parseKey() else {
        if isColonBeforeKey {
          offset += 1
          continue
        }
        isIncomplete = true
        resume()
        continue
      }
      path.append(path.isEmpty ? key : ".\(key)")
      defer { path.removeLast() }
      guard skipColon(after: key) else {
        isIncomplete = true
        resume()
        continue
      }
      tellRepairs()
      let value = parseValue(depth: depth + 1)
      if let first = firstPlaces[key] {
        let line = line(of: first)
        report("the key '\(key)' is already given on line \(line)", at: keyRange.lowerBound)
      } else {
        firstPlaces[key] = keyRange.lowerBound
        members.append(
          JSON5Member(
            key: key, keyPlace: place(of: keyRange), value: value))
      }
      if !skipComma(before: "}", in: .object, after: value) { isIncomplete = true }
    }
  }

  private mutating func parseList(depth: Int) -> JSON5Node {
    let start = offset
    offset += 1
    var elements: [JSON5Node] = []
    var isIncomplete = false
    while true {
      skipTrivia()
      tellRepairs()
      if isGivingUp { return node(.list(elements), from: start, isIncomplete: true) }
      guard let byte = current else {
        reportUnclosed("list", "]", from: start)
        return node(.list(elements), from: start, isIncomplete: true)
      }
      if byte == .closeBracket {
        offset += 1
        return node(.list(elements), from: start, isIncomplete: isIncomplete)
      }
      if byte == .closeBrace {
        reportWrongCloser(depth: depth, wanted: "]", of: "list", from: start)
        return node(.list(elements), from: start, isIncomplete: true)
      }
      path.append("[\(elements.count)]")
      defer { path.removeLast() }
      tellRepairs()
      let value = parseValue(depth: depth + 1)
      elements.append(value)
      if !skipComma(before: "]", in: .list, after: value) { isIncomplete = true }
    }
  }

  func node(
    _ value: JSON5Node.Value, from start: Int, isIncomplete: Bool = false
  ) -> JSON5Node {
    JSON5Node(
      place: place(of: start..<max(start, offset)), value: value,
      isIncomplete: isIncomplete)
  }
}
