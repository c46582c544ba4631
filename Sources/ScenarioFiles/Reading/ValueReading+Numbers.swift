extension ValueReading {
  func integer(_ node: JSON5Node, _ range: ClosedRange<Int>) -> Int? {
    guard let number = finite(node, path: path) else { return nil }
    guard number.value == number.value.rounded() else {
      report("\(key) is \(number.text); it must be a whole number", node)
      return nil
    }
    guard let integer = Int(exactly: number.value), range.contains(integer) else {
      report("\(key) is \(number.text); it must be \(words(for: range))", node)
      return nil
    }
    count(1, number.text, node)
    return integer
  }

  func single(_ node: JSON5Node, _ range: NumberRange) -> Double? {
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
        "\(key) is \(number.text); it must be \(range.words(inUnitsOf: factor))", node, path: path)
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

  func numbers(
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

  func numberMap(
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

  func shares(_ node: JSON5Node) -> [(key: String, value: Double)]? {
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
}
