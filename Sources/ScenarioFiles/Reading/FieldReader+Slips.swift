// What an object was to give, where a key of it is mistyped or a value has a mistake.
extension FieldReader {
  /// What the key that was meant would give; nothing where that cannot be read. What is in an object or list is
  /// read as if the key were right, so that its own mistakes are told and what it names is there.
  func valueMeant(by member: JSON5Member, field index: Int) -> FieldValue {
    let field = list.fields[index]
    guard let key = list.nearestKey(to: member.key), let spelling = list.spelling(key),
      spelling.field == index
    else { return .missing }
    let isTold = field.kind.isNested && (member.value.members != nil || member.value.elements != nil)
    let own = isTold ? context : ReadingContext(needsSources: false)
    let reading = ValueReading(
      field: field, factor: spelling.factor, path: joined(path, member.key), key: member.key,
      cover: sources.cover(of: index), context: own)
    return reading.value(of: member.value) ?? .missing
  }

  /// Reports a list of objects that has none; nothing where there is something that is no object, which is told.
  func reportIfEmpty(_ key: String) {
    if has(key), isWhole(key), objects(key).isEmpty { report("the list is empty", about: key) }
  }

  /// Whether all that a key was to give is there, so that what is not found in it is nowhere.
  func isWhole(_ key: String) -> Bool {
    guard let index = list.index(of: key) else { return true }
    guard let value = given[index]?.value else {
      return !node.isIncomplete && list.fields[index].presence != .required
    }
    guard has(key), !value.isIncomplete else { return false }
    let parts = value.elements ?? value.members?.map(\.value) ?? []
    if case .objects = list.fields[index].kind { return parts.allSatisfy { $0.members != nil } }
    return !parts.contains { $0.isBroken }
  }

  /// Whether something is here of which it cannot be told which key it was to be.
  var hasUnreadKeys: Bool {
    node.isIncomplete
      || (node.members ?? []).contains { member in
        list.spelling(member.key) == nil && list.field(meantBy: member.key) == nil
          && list.field(sourcedBy: member.key) == nil && !["source", "note"].contains(member.key)
      }
  }
}
