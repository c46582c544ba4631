/// The keys of one concept, in the order in which the reference page shows them.
public struct FieldList: Sendable {
  /// The concept, such as `unit`; names its part of the schema and its heading in the reference.
  public let name: String
  /// What it is, in a sentence.
  public let text: String
  /// The fields.
  public let fields: [Field]
  /// Whether further keys with a number are kept under the name they have.
  public let isOpen: Bool
  /// Field and factor by spelling; for look-ups only, its order never matters.
  private let spellings: [String: Spelling]
  private let indices: [String: Int]

  struct Spelling: Sendable {
    let field: Int
    let factor: Double
  }

  /// Creates a list; two fields must not share a spelling.
  public init(_ name: String, _ text: String, isOpen: Bool = false, _ fields: [Field]) {
    var spellings: [String: Spelling] = [:]
    var indices: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      precondition(indices[field.key] == nil, "\(name) has two fields named \(field.key)")
      indices[field.key] = index
      for (key, factor) in field.spellings {
        precondition(spellings[key] == nil, "\(name) has two fields spelt \(key)")
        spellings[key] = Spelling(field: index, factor: factor)
      }
    }
    self.name = name
    self.text = text
    self.fields = fields
    self.isOpen = isOpen
    self.spellings = spellings
    self.indices = indices
  }

  func spelling(_ key: String) -> Spelling? { spellings[key] }

  /// The index of a field by its key without unit.
  func index(of key: String) -> Int? { indices[key] }

  /// The field that a `…_source` key speaks of, with or without the unit.
  func field(sourcedBy key: String) -> Int? {
    guard key.hasSuffix("_source") else { return nil }
    let stem = String(key.dropLast("_source".count))
    return spellings[stem]?.field ?? indices[stem]
  }

  /// All spellings, in field order.
  var knownKeys: [String] { fields.flatMap { $0.spellings.map(\.key) } }

  /// The field that an unknown key most likely meant.
  func field(meantBy key: String) -> Int? {
    if let index = indices[key] { return index }
    if nearestWord(to: key, among: ["source"] + knownKeys) != nil {
      return nearestKey(to: key).flatMap { spellings[$0]?.field }
    }
    return fields.firstIndex { key.hasPrefix($0.key + "_") && $0.unitHint != nil }
  }

  /// The key that an unknown one most likely meant; nil if that is the source, or none is near.
  func nearestKey(to key: String) -> String? {
    let near = nearestWord(to: key, among: ["source"] + knownKeys)
    return near.flatMap { spellings[$0] == nil ? nil : $0 }
  }

  /// Whether a key is that of a field without its unit, or a slip or two away from one: then an open list does not
  /// take it for a name of its own.
  func isSlip(_ key: String) -> Bool {
    if indices[key] != nil { return true }
    guard key.utf8.count >= 6 else { return false }
    return knownKeys.contains { editDistance(Array(key.utf8), Array($0.utf8)) <= 2 }
  }

  /// What to say about a key that is not in the list.
  func sentence(forUnknown key: String) -> String {
    if let index = indices[key], let hint = fields[index].unitHint {
      return "\(key) needs its unit in the key: \(hint)"
    }
    let candidates = ["source"] + knownKeys
    if let near = nearestWord(to: key, among: candidates) {
      return "unknown key '\(key)'; did you mean '\(near)'?"
    }
    for field in fields where key.hasPrefix(field.key + "_") {
      if let hint = field.unitHint {
        return "unknown key '\(key)'; \(field.key) comes in other units: \(hint)"
      }
    }
    if fields.isEmpty { return "unknown key '\(key)'; nothing can be said here" }
    let shown = fields.map { $0.spellings.count > 1 ? "\($0.key)_…" : $0.spellings[0].key }
    return "unknown key '\(key)'; known here: \(shown.prefix(12).joined(separator: ", "))"
      + (shown.count > 12 ? ", …" : "")
  }
}

/// Field lists of which a tag chooses one, such as the laws of a distribution or the kinds of a step.
public struct VariantList: Sendable {
  /// The concept.
  public let name: String
  /// What it is, in a sentence.
  public let text: String
  /// The key whose text chooses.
  public let tag: String
  /// The lists; a list's name is the tag's value.
  public let lists: [FieldList]

  /// Creates a list of variants; names must differ.
  public init(_ name: String, _ text: String, tag: String, _ lists: [FieldList]) {
    precondition(Set(lists.map(\.name)).count == lists.count, "\(name) has a variant twice")
    self.name = name
    self.text = text
    self.tag = tag
    self.lists = lists
  }

  /// The list of a tag value.
  public func list(named name: String) -> FieldList? { lists.first { $0.name == name } }
}
