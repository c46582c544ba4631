/// A number as it stands in the file.
public struct JSON5Number: Sendable, Equatable {
  /// The characters in the file.
  public let text: String
  /// The nearest double; infinite or not a number for the tokens `Infinity` and `NaN` only.
  public let value: Double

  /// Creates a number from its text and value.
  public init(text: String, value: Double) {
    self.text = text
    self.value = value
  }
}

/// One member of an object, in file order.
public struct JSON5Member: Sendable {
  /// The key after escapes are resolved.
  public let key: String
  /// Where the key stands.
  public let keyPlace: TextPlace
  /// The value.
  public let value: JSON5Node

  /// Creates a member.
  public init(key: String, keyPlace: TextPlace, value: JSON5Node) {
    self.key = key
    self.keyPlace = keyPlace
    self.value = value
  }
}

/// A value of a JSON5 document with its place in the file.
public struct JSON5Node: Sendable {
  /// What a node can hold.
  public indirect enum Value: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case flag(Bool)
    /// A number, `Infinity` and `NaN` included.
    case number(JSON5Number)
    /// A text with its escapes resolved.
    case text(String)
    /// A list.
    case list([JSON5Node])
    /// An object in file order without duplicate keys.
    case object([JSON5Member])
    /// A value whose mistake is already reported; readers pass over it in silence.
    case broken
  }

  /// Where the value stands.
  public let place: TextPlace
  /// The value.
  public let value: Value
  /// Whether a syntax mistake hid part of this object or list, so that missing keys are not reported.
  public let isIncomplete: Bool

  /// Creates a node.
  public init(place: TextPlace, value: Value, isIncomplete: Bool = false) {
    self.place = place
    self.value = value
    self.isIncomplete = isIncomplete
  }

  /// Whether the mistake in this value is already reported.
  public var isBroken: Bool { if case .broken = value { true } else { false } }

  /// Whether a syntax mistake hid some of it or of what is in it.
  ///
  /// - Complexity: O(size of the tree).
  var hasGaps: Bool {
    isIncomplete || isBroken || (elements ?? members?.map(\.value) ?? []).contains { $0.hasGaps }
  }

  /// The text, if it is one.
  public var text: String? { if case .text(let text) = value { text } else { nil } }

  /// The number, if it is one.
  public var number: JSON5Number? { if case .number(let number) = value { number } else { nil } }

  /// The elements, if it is a list.
  public var elements: [JSON5Node]? { if case .list(let nodes) = value { nodes } else { nil } }

  /// The members, if it is an object.
  public var members: [JSON5Member]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The value of a key of an object, if it is there.
  ///
  /// - Complexity: O(members).
  public subscript(key: String) -> JSON5Node? {
    members?.first { $0.key == key }?.value
  }

  /// What it is, for sentences such as "expected a text, found a number".
  public var kindName: String {
    switch value {
    case .null: "null"
    case .flag: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    case .broken: "something unreadable"
    }
  }
}
