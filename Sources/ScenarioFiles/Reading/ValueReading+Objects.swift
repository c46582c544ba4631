extension ValueReading {
  func object(_ node: JSON5Node, _ shape: ObjectShape, path: String) -> FieldReader? {
    switch shape {
    case .fields(let list):
      let reader = FieldReader(node, as: list, path: path, cover: cover, context: context)
      return node.members == nil ? nil : reader
    case .variants(let variants):
      return FieldReader(node, as: variants, path: path, cover: cover, context: context)
    }
  }

  func objects(_ node: JSON5Node, _ shape: ObjectShape) -> [FieldReader]? {
    guard let elements = node.elements else { return refuse(node, wanted: "a list of objects") }
    reportRepeatedIdentifiers(elements)
    return elements.enumerated().compactMap { index, element in
      // A name is easier to find than a number, and it is how `set` paths address an element.
      object(element, shape, path: "\(path)[\(element["id"]?.text ?? "\(index)")]")
    }
  }

  private func reportRepeatedIdentifiers(_ elements: [JSON5Node]) {
    var firstLines: [String: Int] = [:]
    for element in elements {
      guard let node = element["id"], let id = node.text else { continue }
      if let line = firstLines[id] {
        report("the id '\(id)' is already used on line \(line)", node, path: "\(path)[\(id)].id")
      } else {
        firstLines[id] = node.place.position.line
      }
    }
  }

  func objectMap(
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

extension ValueReading {
  /// Objects by path: as by identifier, but the keys are free.
  func objectsByPath(_ node: JSON5Node, _ shape: ObjectShape) -> [(key: String, value: FieldReader)]? {
    guard let members = node.members else { return refuse(node, wanted: "an object") }
    return members.compactMap { member in
      object(member.value, shape, path: "\(path).\(member.key)").map { (key: member.key, value: $0) }
    }
  }

  /// Distributions by identifier.
  func distributions(
    _ node: JSON5Node, _ dimension: DistributionDimension
  ) -> [(key: String, value: DistributionSpecification)]? {
    guard let members = node.members else { return refuse(node, wanted: "an object") }
    let sources = ObjectSources(members, list: .none, path: path, outer: cover, log: context.log)
    return members.filter { $0.key != "source" && $0.key != "note" }.compactMap { member in
      let path = joined(path, member.key)
      if let sentence = identifierMistake(member.key) {
        context.log.add(sentence, at: member.keyPlace, path: path)
      }
      if member.value.isBroken { return nil }
      return DistributionSpecification(
        member.value, dimension: dimension, path: path, cover: sources.cover, context: context
      ).map { (key: member.key, value: $0) }
    }
  }
}

extension FieldList {
  /// A list without fields, for maps.
  static let none = FieldList("none", "", [])
}
