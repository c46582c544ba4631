/// The sources that one object gives: one for all its numbers, and some for single fields.
struct ObjectSources {
  /// Covers every number without a source of its own.
  let cover: SourceNote?
  private var ofField: [Int: SourceNote] = [:]

  init(
    _ members: [JSON5Member], list: FieldList, path: String, outer: SourceNote?, isIncomplete: Bool = false,
    log: MistakeLog
  ) {
    // What a mistake of syntax hid may be the source.
    var cover = outer ?? (isIncomplete ? .unusable : nil)
    for member in members {
      // So may be what has a mistyped key.
      if list.spelling(member.key) == nil, member.value.text != nil, Self.isSlip(member.key) {
        let stem = member.key.split(separator: "_").dropLast().joined(separator: "_")
        if let field = list.field(sourcedBy: "\(stem)_source") {
          ofField[field] = .unusable
        } else {
          cover = .unusable
        }
      }
      // A field of the list may itself be named …_source; then it is a value, not a source.
      let isWhole = member.key == "source"
      guard isWhole || list.spelling(member.key) == nil else { continue }
      let field = isWhole ? nil : list.field(sourcedBy: member.key)
      guard isWhole || field != nil else { continue }
      let note = Self.note(member, path: path, log: log)
      if let field { ofField[field] = note } else { cover = note }
    }
    self.cover = cover
  }

  /// Whether a key ends in a slip or two away from `source`.
  private static func isSlip(_ key: String) -> Bool {
    guard let word = key.split(separator: "_").last, word != "source" else { return false }
    return editDistance(Array(word.utf8), Array("source".utf8)) <= 2 || key == "sourcesource"
  }

  /// What covers the numbers of a field.
  func cover(of field: Int) -> SourceNote? { ofField[field] ?? cover }

  /// Reads a source; a bad one is reported once and still covers, so that its numbers are not reported too.
  private static func note(_ member: JSON5Member, path: String, log: MistakeLog) -> SourceNote? {
    let path = joined(path, member.key)
    let place = member.value.place
    if let text = member.value.text {
      guard let mistake = sourceMistake(text) else { return SourceNote(text) }
      log.add(mistake, at: place, path: path)
    } else if !member.value.isBroken {
      log.add("expected a text, found \(member.value.kindName)", at: place, path: path)
    }
    return .unusable
  }
}

extension SourceNote {
  /// Stands for a source that was reported as unusable.
  static var unusable: SourceNote? { SourceNote("assumption: the source could not be read") }
}
