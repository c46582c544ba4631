/// One object of a file, checked against a field list.
///
/// Creating a reader checks the object and everything in it and reports every mistake: unknown and missing keys,
/// wrong types, values out of range, numbers without unit or source. The typed getters are those of
/// ``CheckedFields``.
public struct FieldReader: OpenFields {
  /// The fields; for variants, those of the chosen one.
  public let list: FieldList
  /// The path, such as `classes.t1.stay`.
  public let path: String
  /// The object in the file.
  public let node: JSON5Node
  /// The value of the tag if the object is one of several variants.
  public let variant: String?
  /// The sources that this object gives or inherits.
  let sources: ObjectSources
  /// What this load gathers.
  public let context: ReadingContext
  /// The values by field index.
  public internal(set) var checkedValues: CheckedValues
  /// Numbers under keys outside an open list, in file order.
  public internal(set) var openNumbers: [OpenNumber] = []
  /// The member that gave each field its value, or was to give it.
  var given: [JSON5Member?]

  /// The log of this load.
  public var log: MistakeLog { context.log }

  /// The source that covers numbers of this object which have none of their own.
  public var cover: SourceNote? { sources.cover }

  /// Checks a node against a list.
  ///
  /// - Parameters:
  ///   - node: expected to be an object.
  ///   - list: what may and must be in it.
  ///   - path: the path for mistakes; empty for the root.
  ///   - cover: the source that covers it from outside, if any.
  ///   - context: gathers mistakes and evidence.
  public init(
    _ node: JSON5Node, as list: FieldList, path: String = "", cover: SourceNote? = nil,
    context: ReadingContext
  ) {
    self.init(node, list: list, tag: nil, variant: nil, path: path, cover: cover, context: context)
  }

  /// Checks a node against the list that its tag chooses; nil if the tag is missing or unknown.
  public init?(
    _ node: JSON5Node, as variants: VariantList, path: String = "", cover: SourceNote? = nil,
    context: ReadingContext
  ) {
    guard Self.isObject(node, path: path, context: context) else { return nil }
    let names = variants.lists.map(\.name)
    guard let tag = node[variants.tag] else {
      if !node.isIncomplete {
        context.log.add(
          "\(variants.tag) is missing: one of \(names.joined(separator: ", "))", at: node.place,
          path: path)
      }
      return nil
    }
    if tag.isBroken { return nil }
    let tagPath = joined(path, variants.tag)
    guard let name = tag.text else {
      context.log.add("expected a text, found \(tag.kindName)", at: tag.place, path: tagPath)
      return nil
    }
    guard let list = variants.list(named: name) else {
      context.log.add(
        unknownWord(name, among: names, what: variants.tag), at: tag.place, path: tagPath)
      return nil
    }
    self.init(
      node, list: list, tag: variants.tag, variant: name, path: path, cover: cover,
      context: context)
  }

  private init(
    _ node: JSON5Node, list: FieldList, tag: String?, variant: String?, path: String,
    cover: SourceNote?, context: ReadingContext
  ) {
    self.list = list
    self.path = path
    self.node = node
    self.variant = variant
    self.context = context
    given = Array(repeating: nil, count: list.fields.count)
    checkedValues = CheckedValues(
      values: list.fields.map { FieldValue.standard(of: $0) })
    guard Self.isObject(node, path: path, context: context), let members = node.members else {
      sources = ObjectSources([], list: list, path: path, outer: cover, log: context.log)
      return
    }
    sources = ObjectSources(
      members, list: list, path: path, outer: cover, isIncomplete: node.isIncomplete, log: context.log)
    var slips: [JSON5Member?] = Array(repeating: nil, count: list.fields.count)
    let isSourceAField = list.spelling("source") != nil
    for member in members
    where member.key != tag && (member.key != "source" || isSourceAField) {
      assign(member, slips: &slips)
    }
    for index in list.fields.indices {
      if let member = given[index], let spelling = list.spelling(member.key) {
        let reading = ValueReading(
          field: list.fields[index], factor: spelling.factor, path: joined(path, member.key),
          key: member.key, cover: sources.cover(of: index), context: context)
        if let value = reading.value(of: member.value) {
          checkedValues.values[index] = value
        } else {
          // A default would hide that the value is unusable.
          checkedValues.values[index] = .missing
        }
      } else if let member = slips[index] {
        given[index] = member
        checkedValues.values[index] = valueMeant(by: member, field: index)
      } else if list.fields[index].presence == .required {
        reportMissing(list.fields[index])
      }
    }
    if list.isOpen { readOpenNumbers(members) }
  }

  /// Reads the numbers whose keys an open list does not fix.
  private mutating func readOpenNumbers(_ members: [JSON5Member]) {
    for member in members where isOpen(member) {
      let own = members.first { $0.key == "\(member.key)_source" }?.value
      if let own, let text = own.text, SourceNote(text) != nil, let mistake = sourceMistake(text) {
        context.log.add(mistake, at: own.place, path: joined(path, "\(member.key)_source"))
      }
      let reading = ValueReading(
        field: Field(member.key, .number(.any), .optional, ""), factor: 1,
        path: joined(path, member.key), key: member.key,
        cover: own?.text.flatMap { SourceNote($0) } ?? sources.cover, context: context)
      if case .number(let number) = reading.value(of: member.value) {
        openNumbers.append(
          OpenNumber(name: member.key, value: number, place: member.value.place))
      }
    }
  }

  /// Whether a member is a further number of an open list. A slip in the name of a known key is none.
  private func isOpen(_ member: JSON5Member) -> Bool {
    guard list.isOpen, list.spelling(member.key) == nil, member.value.number != nil else { return false }
    return !list.isSlip(member.key)
  }

  /// Gives a member to its field, or reports why it has none.
  private mutating func assign(_ member: JSON5Member, slips: inout [JSON5Member?]) {
    let key = member.key
    if let spelling = list.spelling(key) {
      if let earlier = given[spelling.field] {
        context.log.add(
          "\(earlier.key) is given already; keep one of the two", at: member.keyPlace,
          path: joined(path, key))
      } else {
        given[spelling.field] = member
      }
      return
    }
    if list.field(sourcedBy: key) != nil || (key == "$schema" && path.isEmpty) { return }
    if key == "note", member.value.text != nil { return }
    if isOpen(member) || isSourceOfOpenNumber(key) { return }
    // The source of an unknown key says nothing more than the key itself.
    if key.hasSuffix("_source"), node[String(key.dropLast("_source".count))] != nil { return }
    // The field it stands for is not missed too.
    if let index = list.field(meantBy: key), slips[index] == nil { slips[index] = member }
    if list.isOpen, !list.isSlip(key) {
      reportNoNumber(member)
      return
    }
    let sentence = list.sentence(forUnknown: key)
    context.log.add(sentence, at: member.keyPlace, path: joined(path, key))
  }

  /// Says of a key of an open list, which is a number under a name of its own, what stands there instead.
  private func reportNoNumber(_ member: JSON5Member) {
    if member.value.isBroken { return }
    let hint: String
    if let text = member.value.text, Double(text) != nil {
      hint = "remove the quotes"
    } else {
      hint = "only \(list.knownKeys.joined(separator: ", ")) can be anything else"
    }
    context.log.add(
      "expected a number, found \(member.value.kindName); \(hint)", at: member.value.place,
      path: joined(path, member.key))
  }

  private func isSourceOfOpenNumber(_ key: String) -> Bool {
    guard list.isOpen, key.hasSuffix("_source") else { return false }
    let stem = String(key.dropLast("_source".count))
    return node.members?.contains { $0.key == stem && isOpen($0) } ?? false
  }

  private func reportMissing(_ field: Field) {
    if node.isIncomplete { return }
    let hint = field.spellings.count > 1 ? field.unitHint.map { ": \($0)" } ?? "" : ""
    let key = field.spellings.count == 1 ? field.spellings[0].key : field.key
    context.log.add("\(key) is missing\(hint)", at: node.place, path: path)
  }

  /// Reads the object of an `any` field against a list that the caller found elsewhere, such as a policy's own
  /// parameters; nil if the key is absent or not an object, which is reported.
  public func read(_ key: String, as list: FieldList) -> FieldReader? {
    guard let node = node(key), let index = self.list.index(of: key) else { return nil }
    let reader = FieldReader(
      node, as: list, path: joined(path, key), cover: sources.cover(of: index), context: context)
    return node.members == nil ? nil : reader
  }

  static func isObject(_ node: JSON5Node, path: String, context: ReadingContext) -> Bool {
    if node.members != nil { return true }
    if !node.isBroken {
      context.log.add("expected an object, found \(node.kindName)", at: node.place, path: path)
    }
    return false
  }

  /// Where a key's value stands; the object itself if it is absent.
  public func place(of key: String) -> TextPlace {
    guard let index = list.index(of: key), let member = given[index] else { return node.place }
    return member.value.place
  }

  /// The key as the file spells it, with its unit; the key itself if it is absent.
  public func writtenKey(_ key: String) -> String {
    list.index(of: key).flatMap { given[$0]?.key } ?? key
  }

  /// Whether the file gives something that is no field and no source, which may be a field that is missed.
  ///
  /// - Parameter tag: the key that chose the list.
  func hasUnknownKeys(besides tag: String) -> Bool {
    (node.members ?? []).map(\.key).contains { key in
      ![tag, "source", "note"].contains(key) && list.spelling(key) == nil && list.field(sourcedBy: key) == nil
    }
  }

  /// What the file gives for a key, with its mistakes; nil if it is absent.
  func document(_ key: String) -> JSON5Node? { list.index(of: key).flatMap { given[$0]?.value } }

  /// Where the key itself stands, if it is given.
  public func keyPlace(of key: String) -> TextPlace? {
    list.index(of: key).flatMap { given[$0]?.keyPlace }
  }
}

extension FieldValue {
  /// What an absent key stands for.
  static func standard(of field: Field) -> FieldValue {
    guard case .standard(let value) = field.presence else { return .missing }
    switch (value, field.kind) {
    case (.number(let number), .integer), (.number(let number), .count):
      return Int(exactly: number).map { .integer($0) } ?? .missing
    case (.number(let number), _): return .number(number)
    case (.text(let text), _): return .text(text)
    case (.flag(let flag), _): return .flag(flag)
    case (.empty, .numbers), (.empty, .times): return .numbers([])
    case (.empty, .numberMap), (.empty, .shares): return .numberMap([])
    case (.empty, .texts): return .texts([])
    case (.empty, .objects): return .objects([])
    case (.empty, .objectMap): return .objectMap([])
    case (.empty, _): return .missing
    }
  }
}

/// "unknown law 'x'; did you mean 'y'?", or the known words when none is near.
func unknownWord(_ word: String, among known: [String], what: String) -> String {
  if let near = nearestWord(to: word, among: known) {
    return "unknown \(what) '\(word)'; did you mean '\(near)'?"
  }
  return "unknown \(what) '\(word)'; known: \(known.joined(separator: ", "))"
}
