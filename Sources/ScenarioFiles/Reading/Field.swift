/// What a distribution measures: its parameters' keys end in a unit of time, or in one fixed unit.
public enum DistributionDimension: Sendable, Equatable {
  /// Parameters in time: `mean_hours`.
  case time
  /// Parameters in a fixed unit: `mean_patients` for `quantity("patients")`; `mean` when empty.
  case quantity(String)
}

/// The shape of an object: one field list, or one of several chosen by a tag.
public enum ObjectShape: Sendable {
  /// One list for all.
  case fields(FieldList)
  /// The list depends on the tag.
  case variants(VariantList)
}

/// The type of a value. The cases fix how the key is spelt in the file, where a unit belongs to it.
public enum FieldKind: Sendable {
  /// A non-empty text.
  case text
  /// What a person calls something: a text of one line, of ``nameLength`` characters.
  case name
  /// Lower-case words joined by hyphens: `field-hospital-2`.
  case identifier
  /// One of several words.
  case choice([String])
  /// `true` or `false`; in a table also `yes`, `no`, `1`, `0`.
  case flag
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// A number; with a unit the key ends in it: key `speed`, unit `km_per_hour` → `speed_km_per_hour`.
  case number(NumberRange, unit: String? = nil)
  /// A number from 0 to 1.
  case share
  /// A time; the key ends in a ``TimeUnit``; range and value in seconds.
  case time(NumberRange = .time)
  /// A rate; the key ends in a ``RateUnit``; range and value per hour.
  case rate(NumberRange = .nonNegative)
  /// A whole number from 0 of something; with a unit the key ends in it.
  case count(ClosedRange<Int> = 0...1_000_000_000, unit: String? = nil)
  /// A list of numbers of some length.
  case numbers(NumberRange, unit: String? = nil, length: ClosedRange<Int> = 0...1_000_000)
  /// A list of times; range and values in seconds.
  case times(NumberRange = .time, length: ClosedRange<Int> = 0...1_000_000)
  /// Numbers by identifier.
  case numberMap(NumberRange, unit: String? = nil)
  /// Shares by name that sum to one.
  case shares
  /// A list of non-empty texts; in a table separated by `;`.
  case texts
  /// A list of identifiers; in a table separated by blanks or `;`.
  case identifiers
  /// Texts by name.
  case textMap
  /// One object.
  case object(ObjectShape)
  /// A list of objects.
  case objects(ObjectShape)
  /// Objects by identifier.
  case objectMap(ObjectShape)
  /// Objects by the path of what they concern, such as `scenario.casualty_factor`.
  case objectsByPath(ObjectShape)
  /// A probability distribution.
  case distribution(DistributionDimension)
  /// Probability distributions by identifier.
  case distributions(DistributionDimension)
  /// A text, such as the name of what is defined elsewhere, or a value of the inner kind.
  indirect case textOr(FieldKind)
  /// The path of a file beside the one that names it.
  case file
  /// Anything; whoever uses it reads the node.
  case any

  /// One object of one field list.
  public static func object(_ list: FieldList) -> FieldKind { .object(.fields(list)) }
  /// A list of objects of one field list.
  public static func objects(_ list: FieldList) -> FieldKind { .objects(.fields(list)) }
  /// Objects by identifier, of one field list.
  public static func objectMap(_ list: FieldList) -> FieldKind { .objectMap(.fields(list)) }
  /// Objects by path, of one field list.
  public static func objectsByPath(_ list: FieldList) -> FieldKind { .objectsByPath(.fields(list)) }
}

extension FieldKind {
  /// How many characters a name may have, which a table or a figure must hold.
  public static let nameLength = 1...200
}

/// A value that a missing key stands for. It carries no source, so it must be neutral: nothing happens, no change.
public enum DefaultValue: Sendable, Equatable {
  /// A number, seconds for a time, per hour for a rate.
  case number(Double)
  /// A text, identifier or choice.
  case text(String)
  /// True or false.
  case flag(Bool)
  /// An empty list, map or object list.
  case empty
}

/// Whether a key must be there.
public enum Presence: Sendable, Equatable {
  /// Its absence is a mistake.
  case required
  /// Its absence means something that the field's text says.
  case optional
  /// Its absence means this value.
  case standard(DefaultValue)
}

/// One key of one concept. Reading, hints for unknown keys, the JSON Schema and the reference page all follow it.
public struct Field: Sendable {
  /// The key without its unit: `mean` for `mean_hours`.
  public let key: String
  /// Type, unit and range.
  public let kind: FieldKind
  /// Whether it must be there.
  public let presence: Presence
  /// One sentence for the reference page and the editor.
  public let text: String
  /// A value as it would stand in the file.
  public let example: String
  /// Whether its numbers are settings (a seed, a number of replications) and not claims that need a source.
  public let isSetting: Bool

  /// Creates a field.
  public init(
    _ key: String, _ kind: FieldKind, _ presence: Presence, _ text: String,
    example: String = "", isSetting: Bool = false
  ) {
    self.key = key
    self.kind = kind
    self.presence = presence
    self.text = text
    self.example = example
    self.isSetting = isSetting
  }

  /// Creates a required field.
  public init(
    _ key: String, _ kind: FieldKind, _ text: String, example: String = "", isSetting: Bool = false
  ) {
    self.init(key, kind, .required, text, example: example, isSetting: isSetting)
  }

  /// The spellings of the key in a file, each with the factor that turns its value into ours.
  public var spellings: [(key: String, factor: Double)] {
    switch kind {
    case .time, .times: TimeUnit.allCases.map { ("\(key)_\($0.rawValue)", $0.seconds) }
    case .rate: RateUnit.allCases.map { ("\(key)_\($0.rawValue)", 1 / $0.hours) }
    case .number(_, let unit?), .count(_, let unit?), .numbers(_, let unit?, _),
      .numberMap(_, let unit?):
      [(unit.isEmpty ? key : "\(key)_\(unit)", 1)]
    default: [(key, 1)]
    }
  }

  /// What sentences call its value if that is what a person calls something.
  var nameWord: String? {
    if case .name = kind { key == "title" ? "title" : "name" } else { nil }
  }

  /// What to write when the unit is missing or unknown; nil if the key carries none.
  var unitHint: String? {
    switch kind {
    case .time, .times: "write \(key)_minutes, \(key)_hours or \(key)_days"
    case .rate: "write \(key)_per_hour, \(key)_per_day or \(key)_per_week"
    default: spellings.first.flatMap { $0.key == key ? nil : "write \($0.key)" }
    }
  }
}
