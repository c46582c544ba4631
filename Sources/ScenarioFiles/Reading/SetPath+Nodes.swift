extension SetPath {
  /// A copy of a document in which the value at this path is replaced.
  ///
  /// The new node keeps its own place, so that a mistake in it points to the file that sets it. The value must exist,
  /// except that a time or rate may be set in another unit than the document's: `mean_days` replaces `mean_hours`.
  ///
  /// - Parameters:
  ///   - value: the new value.
  ///   - source: the text node that tells where it is from; it becomes `<key>_source`, or the source in an object.
  ///   - root: the document.
  ///   - mayAdd: whether a last key that is not there is added, for whoever reads the document to judge; one that is
  ///     a slip away from a key that is there still leads nowhere.
  /// - Throws: ``SetPathFailure`` with the nearest existing step if the path leads nowhere.
  /// - Complexity: O(members along the path).
  public func setting(
    _ value: JSON5Node, source: JSON5Node? = nil, in root: JSON5Node, mayAdd: Bool = false
  ) throws(SetPathFailure) -> JSON5Node {
    if let source, var members = value.members {
      // An object carries its own source, which covers the numbers in it.
      if !members.contains(where: { $0.key == "source" }) {
        members.append(JSON5Member(key: "source", keyPlace: source.place, value: source))
      }
      let whole = JSON5Node(
        place: value.place, value: .object(members), isIncomplete: value.isIncomplete)
      return try replaced(in: root, at: 0, whole, nil, mayAdd)
    }
    return try replaced(in: root, at: 0, value, source, mayAdd)
  }

  private func replaced(
    in node: JSON5Node, at index: Int, _ value: JSON5Node, _ source: JSON5Node?, _ mayAdd: Bool
  ) throws(SetPathFailure) -> JSON5Node {
    guard index < segments.count else { return value }
    switch segments[index] {
    case .key(let key):
      guard let members = node.members else { throw leadsNowhere(index, node) }
      guard let found = Self.member(key, of: members, mayChangeUnit: index == segments.count - 1)
      else {
        let known = members.map(\.key)
        if index == segments.count - 1, mayAdd, nearestWord(to: key, among: known) == nil {
          var extended = members
          extended.append(JSON5Member(key: key, keyPlace: value.place, value: value))
          if let source { extended = Self.sourced(extended, key: key, formerKey: key, by: source) }
          return JSON5Node(
            place: node.place, value: .object(extended), isIncomplete: node.isIncomplete)
        }
        let slips = members.filter { nearestWord(to: key, among: [$0.key]) != nil }
        throw notFound(key, index, among: known, doubts: slips.map(\.keyPlace))
      }
      let inner = try replaced(in: members[found].value, at: index + 1, value, source, mayAdd)
      var changed = members
      let place = members[found].key == key ? members[found].keyPlace : value.place
      changed[found] = JSON5Member(key: key, keyPlace: place, value: inner)
      if index == segments.count - 1, let source {
        changed = Self.sourced(changed, key: key, formerKey: members[found].key, by: source)
      }
      return JSON5Node(
        place: node.place, value: .object(changed), isIncomplete: node.isIncomplete)
    case .element(let name):
      guard var elements = node.elements else { throw leadsNowhere(index, node) }
      let names = elements.map { Self.name(of: $0) }
      var found = names.firstIndex(of: name)
      if found == nil, let position = Int(name), elements.indices.contains(position),
        names[position] == nil
      {
        found = position
      }
      guard let found else {
        let known = names.enumerated().map { $1 ?? "\($0)" }
        let unnamed = zip(names, elements).filter { $0.0 == nil || $0.0?.isEmpty == true }.map(\.1)
        throw notFound(
          name, index, among: known,
          doubts: (elements.isEmpty ? [node.place] : [])
            + unnamed.flatMap { [$0.place, $0["id"]?.place].compactMap { $0 } })
      }
      elements[found] = try replaced(in: elements[found], at: index + 1, value, source, mayAdd)
      return JSON5Node(
        place: node.place, value: .list(elements), isIncomplete: node.isIncomplete)
    }
  }

  private static func name(of node: JSON5Node) -> String? {
    for key in ["id", "code", "name"] {
      if let text = node[key]?.text ?? node[key]?.number?.text { return text }
    }
    // A unit has no name of its own.
    if let facility = node["facility"]?.text, let kind = node["kind"]?.text {
      return "\(facility)/\(kind)"
    }
    return nil
  }

  /// The member of a key, or the one that says the same in another unit.
  private static func member(
    _ key: String, of members: [JSON5Member], mayChangeUnit: Bool
  ) -> Int? {
    if let exact = members.firstIndex(where: { $0.key == key }) { return exact }
    guard mayChangeUnit, let stem = unitStem(key) else { return nil }
    return members.firstIndex { unitStem($0.key) == stem }
  }

  /// The key without its unit of time or rate, with the dimension; nil if it has none.
  private static func unitStem(_ key: String) -> String? {
    for unit in TimeUnit.allCases where key.hasSuffix("_\(unit.rawValue)") {
      return "time " + key.dropLast(unit.rawValue.count + 1)
    }
    for unit in RateUnit.allCases where key.hasSuffix("_\(unit.rawValue)") {
      return "rate " + key.dropLast(unit.rawValue.count + 1)
    }
    return nil
  }

  /// Members in which `<key>_source` is the new source and the former one is gone.
  private static func sourced(
    _ members: [JSON5Member], key: String, formerKey: String, by source: JSON5Node
  ) -> [JSON5Member] {
    let stem = unitStem(key).map { String($0.dropFirst("time ".count)) }
    let former = Set(["\(key)_source", "\(formerKey)_source", "\(stem ?? key)_source"])
    return members.filter { !former.contains($0.key) } + [
      JSON5Member(key: "\(key)_source", keyPlace: source.place, value: source)
    ]
  }

  func leadsNowhere(_ index: Int, _ node: JSON5Node) -> SetPathFailure {
    let before = Self.text(of: segments[..<index])
    let what = before.isEmpty ? "the document" : "'\(before)'"
    return SetPathFailure(
      sentence: "\(what) is \(node.kindName); the path cannot go on below it", doubts: [node.place])
  }

  func notFound(
    _ name: String, _ index: Int, among known: [String], doubts: [TextPlace] = []
  ) -> SetPathFailure {
    let before = Self.text(of: segments[..<index])
    let place = before.isEmpty ? "" : " in '\(before)'"
    if let near = nearestWord(to: name, among: known) {
      return SetPathFailure(
        sentence: "there is no '\(name)'\(place); did you mean '\(near)'?", doubts: doubts)
    }
    let shown = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    return SetPathFailure(
      sentence: "there is no '\(name)'\(place); there is: \(shown.isEmpty ? "nothing" : shown)",
      doubts: doubts)
  }
}
