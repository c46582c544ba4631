/// Reads the value of one field from a node: type, range, unit and source.
struct ValueReading {
  let field: Field
  /// Turns the file's number into ours.
  let factor: Double
  let path: String
  /// The key as written.
  let key: String
  let cover: SourceNote?
  let context: ReadingContext

  /// The checked value, or nil when its mistake is reported.
  func value(of node: JSON5Node) -> FieldValue? {
    if node.isBroken { return nil }
    switch field.kind {
    case .text, .name, .file: return text(node).map { .text($0) }
    case .identifier: return identifier(node).map { .text($0) }
    case .choice(let words): return choice(node, of: words).map { .text($0) }
    case .flag:
      if case .flag(let flag) = node.value { return .flag(flag) }
      return refuse(node, wanted: "true or false")
    case .integer(let range), .count(let range, _):
      return integer(node, range).map { .integer($0) }
    case .number(let range, _), .time(let range), .rate(let range):
      return single(node, range).map { .number($0) }
    case .share: return single(node, .share).map { .number($0) }
    case .numbers(let range, _, let length), .times(let range, let length):
      return numbers(node, range, length: length).map { .numbers($0) }
    case .numberMap(let range, _): return numberMap(node, range).map { .numberMap($0) }
    case .shares: return shares(node).map { .numberMap($0) }
    case .texts: return texts(node).map { .texts($0) }
    case .identifiers: return identifiers(node).map { .texts($0) }
    case .textMap: return textMap(node).map { .textMap($0) }
    case .object(let shape): return object(node, shape, path: path).map { .object($0) }
    case .objects(let shape): return objects(node, shape).map { .objects($0) }
    case .objectMap(let shape): return objectMap(node, shape).map { .objectMap($0) }
    case .distribution(let dimension):
      return DistributionSpecification(
        node, dimension: dimension, path: path, cover: cover, context: context
      ).map { .distribution($0) }
    case .distributions(let dimension):
      return distributions(node, dimension).map { .distributions($0) }
    case .objectsByPath(let shape): return objectsByPath(node, shape).map { .objectMap($0) }
    case .textOr(let kind):
      if node.text != nil { return text(node).map { .text($0) } }
      if let words = kind.words, !node.fits(kind) { return refuse(node, wanted: "a text or \(words)") }
      return inner(kind).value(of: node)
    case .any: return .node(node)
    }
  }

  func report(_ sentence: String, _ node: JSON5Node, path: String? = nil) {
    context.log.add(sentence, at: node.place, path: path ?? self.path)
  }

  func refuse<T>(_ node: JSON5Node, wanted: String, path: String? = nil) -> T? {
    if !node.isBroken { report("expected \(wanted), found \(node.kindName)", node, path: path) }
    return nil
  }

  /// The same reading for the inner kind of a field.
  private func inner(_ kind: FieldKind) -> ValueReading {
    ValueReading(
      field: Field(field.key, kind, field.presence, field.text, isSetting: field.isSetting),
      factor: factor, path: path, key: key, cover: cover, context: context)
  }

  private func text(_ node: JSON5Node, path: String? = nil) -> String? {
    guard let text = node.text else { return refuse(node, wanted: "a text", path: path) }
    if let mistake = textMistake(text, name: field.nameWord) {
      // An empty source is told with the others.
      if !context.log.tells(of: node.place) { report(mistake, node, path: path) }
      return nil
    }
    return text
  }

  private func identifier(_ node: JSON5Node) -> String? {
    guard let text = text(node) else { return nil }
    if let sentence = identifierMistake(text) {
      report(sentence, node)
      return nil
    }
    return text
  }

  private func choice(_ node: JSON5Node, of words: [String]) -> String? {
    guard let text = text(node) else { return nil }
    if words.contains(text) { return text }
    report(unknownWord(text, among: words, what: field.key), node)
    return nil
  }

  private func identifiers(_ node: JSON5Node) -> [String]? {
    guard let texts = texts(node), let elements = node.elements else { return nil }
    for (text, element) in zip(texts, elements) {
      if let sentence = identifierMistake(text) { report(sentence, element) }
    }
    return texts
  }

  private func textMap(_ node: JSON5Node) -> [(key: String, value: String)]? {
    guard let members = node.members else { return refuse(node, wanted: "an object") }
    return members.compactMap { member in
      text(member.value, path: joined(path, member.key)).map { (key: member.key, value: $0) }
    }
  }

  private func texts(_ node: JSON5Node) -> [String]? {
    guard let elements = node.elements else { return refuse(node, wanted: "a list of texts") }
    let texts = elements.enumerated().compactMap { text($1, path: "\(path)[\($0)]") }
    return texts.count == elements.count ? texts : nil
  }
}

extension FieldKind {
  /// What stands there, in words, for kinds that are an object or a list of some.
  fileprivate var words: String? {
    switch self {
    case .object, .distribution: "an object"
    case .objects: "a list of objects"
    default: nil
    }
  }
}

extension JSON5Node {
  /// Whether this is an object where one is wanted, or a list where a list is.
  fileprivate func fits(_ kind: FieldKind) -> Bool {
    if case .objects = kind { elements != nil } else { members != nil }
  }
}
