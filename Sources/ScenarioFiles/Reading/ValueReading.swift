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
    case .text, .file: return text(node).map { .text($0) }
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
    case .object(let shape): return object(node, shape, path: path).map { .object($0) }
    case .objects(let shape): return objects(node, shape).map { .objects($0) }
    case .objectMap(let shape): return objectMap(node, shape).map { .objectMap($0) }
    case .distribution(let dimension):
      return DistributionSpecification(
        node, dimension: dimension, path: path, cover: cover, context: context
      ).map { .distribution($0) }
    case .any: return .node(node)
    }
  }

  func report(_ sentence: String, _ node: JSON5Node, path: String? = nil) {
    context.log.add(sentence, at: node.place, path: path ?? self.path)
  }

  private func refuse<T>(_ node: JSON5Node, wanted: String, path: String? = nil) -> T? {
    if !node.isBroken { report("expected \(wanted), found \(node.kindName)", node, path: path) }
    return nil
  }


  private func text(_ node: JSON5Node, path: String? = nil) -> String? {
    guard let text = node.text else { return refuse(node, wanted: "a text", path: path) }
    if text.isEmpty {
      report("the text is empty", node, path: path)
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

  private func texts(_ node: JSON5Node) -> [String]? {
    guard let elements = node.elements else { return refuse(node, wanted: "a list of texts") }
    let texts = elements.enumerated().compactMap { text($1, path: "\(path)[\($0)]") }
    return texts.count == elements.count ? texts : nil
  }


  private func integer(_ node: JSON5Node, _ range: ClosedRange<Int>) -> Int? {
    guard let number = finite(node, path: path) else { return nil }
    guard let integer = Int(exactly: number.value) else {
      report("\(key) is \(number.text); it must be a whole number", node)
      return nil
    }
    guard range.contains(integer) else {
      report("\(key) is \(number.text); it must be \(words(for: range))", node)
      return nil
    }
    count(1, number.text, node)
    return integer
  }

  private func single(_ node: JSON5Node, _ range: NumberRange) -> Double? {
    guard let number = number(node, range, path: path, key: key) else { return nil }
    count(1, node.number?.text ?? "", node)
    return number
  }

  /// A number in our unit, checked against a range in our unit; not yet counted.
  private func number(
    _ node: JSON5Node, _ range: NumberRange, path: String, key: String
  ) -> Double? {
    guard let number = finite(node, path: path) else { return nil }
    let value = number.value * factor
    guard range.contains(value) else {
      report(
        "\(key) is \(number.text); it must be \(range.divided(by: factor))", node, path: path)
      return nil
    }
    return value == 0 ? 0 : value  // A negative zero would survive into outputs.
  }

  private func finite(_ node: JSON5Node, path: String) -> JSON5Number? {
    guard let number = node.number else {
      if let text = node.text, Double(text) != nil {
        report("expected a number, found a text; remove the quotes", node, path: path)
        return nil
      }
      return refuse(node, wanted: "a number", path: path)
    }
    if number.value.isFinite { return number }
    report("\(number.text) is not a usable number", node, path: path)
    return nil
  }

  private func numbers(
    _ node: JSON5Node, _ range: NumberRange, length: ClosedRange<Int>
  ) -> [Double]? {
    guard let elements = node.elements else { return refuse(node, wanted: "a list of numbers") }
    guard length.contains(elements.count) else {
      report("the list has \(elements.count) numbers; expected \(words(forLength: length))", node)
      return nil
    }
    let numbers = elements.enumerated().compactMap {
      number($1, range, path: "\(path)[\($0)]", key: "number \($0 + 1)")
    }
    guard numbers.count == elements.count else { return nil }
    count(numbers.count, "\(numbers.count) numbers", node)
    return numbers
  }

  private func numberMap(
    _ node: JSON5Node, _ range: NumberRange
  ) -> [(key: String, value: Double)]? {
    guard let members = node.members else { return refuse(node, wanted: "an object") }
    let named = members.filter { $0.key != "source" }
    let inner = ObjectSources(
      members, list: .none, path: path, outer: cover, log: context.log)
    let map = named.compactMap { member in
      number(member.value, range, path: joined(path, member.key), key: member.key)
        .map { (key: member.key, value: $0) }
    }
    guard map.count == named.count, !node.isIncomplete else { return nil }
    count(map.count, "\(map.count) numbers", node, cover: inner.cover)
    return map
  }

  private func shares(_ node: JSON5Node) -> [(key: String, value: Double)]? {
    guard let map = numberMap(node, .share) else { return nil }
    if let sentence = shareSumMistake(map.map(\.value)) {
      report(sentence, node)
      return nil
    }
    return map
  }

  /// Counts accepted numbers, or reports that they have no source.
  private func count(_ numbers: Int, _ value: String, _ node: JSON5Node) {
    count(numbers, value, node, cover: cover)
  }

  private func count(_ numbers: Int, _ value: String, _ node: JSON5Node, cover: SourceNote?) {
    guard !field.isSetting, context.needsSources, numbers > 0 else { return }
    guard let cover else {
      report("\(key) has no source: add \"source\" to this object or \"\(key)_source\"", node)
      return
    }
    context.evidence.count(cover, numbers: numbers, value: value, at: node.place, path: path)
  }


  private func object(_ node: JSON5Node, _ shape: ObjectShape, path: String) -> FieldReader? {
    switch shape {
    case .fields(let list):
      let reader = FieldReader(node, as: list, path: path, cover: cover, context: context)
      return node.members == nil ? nil : reader
    case .variants(let variants):
      return FieldReader(node, as: variants, path: path, cover: cover, context: context)
    }
  }

  private func objects(_ node: JSON5Node, _ shape: ObjectShape) -> [FieldReader]? {
    guard let elements = node.elements else { return refuse(node, wanted: "a list of objects") }
    return elements.enumerated().compactMap { index, element in
      // A name is easier to find than a number, and it is how `set` paths address an element.
      object(element, shape, path: "\(path)[\(element["id"]?.text ?? "\(index)")]")
    }
  }

  private func objectMap(
    _ node: JSON5Node, _ shape: ObjectShape
  ) -> [(key: String, value: FieldReader)]? {
    guard let members = node.members else { return refuse(node, wanted: "an object") }
    let sources = ObjectSources(
      members, list: .none, path: path, outer: cover, log: context.log)
    let inner = ValueReading(
      field: field, factor: factor, path: path, key: key, cover: sources.cover, context: context)
    return members.filter { $0.key != "source" }.compactMap { member in
      let path = joined(path, member.key)
      if let sentence = identifierMistake(member.key) {
        context.log.add(sentence, at: member.keyPlace, path: path)
      }
      return inner.object(member.value, shape, path: path).map { (key: member.key, value: $0) }
    }
  }
}

extension FieldList {
  /// A list without fields, for maps.
  static let none = FieldList("none", "", [])
}
