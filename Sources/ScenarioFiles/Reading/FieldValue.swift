/// A checked value of a field.
indirect enum FieldValue {
  case missing
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case numbers([Double])
  case numberMap([(key: String, value: Double)])
  case text(String)
  case texts([String])
  case textMap([(key: String, value: String)])
  case object(FieldReader)
  case objects([FieldReader])
  case objectMap([(key: String, value: FieldReader)])
  case distribution(DistributionSpecification)
  case distributions([(key: String, value: DistributionSpecification)])
  case node(JSON5Node)
}

/// Typed access to values that were checked against a field list: ``FieldReader`` and ``CSVRowReader``.
///
/// Everything is checked when the reader is created, so getters only look up. Each returns the field's default
/// when the key is absent, and nil when it is absent without a default or when its mistake is reported: go
/// on with any stand-in then, the load fails in the end. Asking for a key that is not in the list, or as the wrong
/// type, is an error in the program and traps.
public protocol CheckedFields {
  /// The fields.
  var list: FieldList { get }
  /// The path of this object or row, for mistakes.
  var path: String { get }
  /// Where a key's value stands; the object or row itself if it is absent.
  func place(of key: String) -> TextPlace
  /// The key as the file spells it, with its unit; the key itself if it is absent.
  func writtenKey(_ key: String) -> String
  /// The log of this load.
  var log: MistakeLog { get }
  /// The values by field index.
  var checkedValues: CheckedValues { get }
}

/// The values of one object or row; opaque outside.
public struct CheckedValues {
  var values: [FieldValue]
}

extension CheckedFields {
  func value(_ key: String) -> FieldValue {
    guard let index = list.index(of: key) else {
      preconditionFailure("the field list '\(list.name)' has no field '\(key)'")
    }
    return checkedValues.values[index]
  }

  private func mismatch(_ key: String, _ wanted: String) -> Never {
    preconditionFailure("the field '\(key)' of '\(list.name)' is not \(wanted)")
  }

  /// Whether the key is there with a good value, or has a default.
  public func has(_ key: String) -> Bool {
    if case .missing = value(key) { false } else { true }
  }

  /// A text, identifier, choice or file.
  public func text(_ key: String) -> String? {
    switch value(key) {
    case .text(let text): text
    case .missing: nil
    default: mismatch(key, "a text")
    }
  }

  /// A flag.
  public func flag(_ key: String) -> Bool? {
    switch value(key) {
    case .flag(let flag): flag
    case .missing: nil
    default: mismatch(key, "a flag")
    }
  }

  /// An integer or count.
  public func integer(_ key: String) -> Int? {
    switch value(key) {
    case .integer(let integer): integer
    case .missing: nil
    default: mismatch(key, "an integer")
    }
  }

  /// A number or share; an integer too.
  public func number(_ key: String) -> Double? {
    switch value(key) {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    case .missing: nil
    default: mismatch(key, "a number")
    }
  }

  /// A time in seconds.
  public func seconds(_ key: String) -> Double? { number(key) }

  /// A time in hours.
  public func hours(_ key: String) -> Double? { number(key).map { $0 / TimeUnit.hours.seconds } }

  /// A time in days.
  public func days(_ key: String) -> Double? { number(key).map { $0 / TimeUnit.days.seconds } }

  /// A rate per hour.
  public func perHour(_ key: String) -> Double? { number(key) }

  /// A rate per day.
  public func perDay(_ key: String) -> Double? { number(key).map { $0 * RateUnit.perDay.hours } }

  /// A list of numbers, or of times in seconds.
  public func numbers(_ key: String) -> [Double]? {
    switch value(key) {
    case .numbers(let numbers): numbers
    case .missing: nil
    default: mismatch(key, "a list of numbers")
    }
  }

  /// Numbers or shares by name, in file order.
  public func numberMap(_ key: String) -> [(key: String, value: Double)]? {
    switch value(key) {
    case .numberMap(let map): map
    case .missing: nil
    default: mismatch(key, "a map of numbers")
    }
  }

  /// A list of texts; empty when absent.
  public func texts(_ key: String) -> [String] {
    switch value(key) {
    case .texts(let texts): texts
    case .missing: []
    default: mismatch(key, "a list of texts")
    }
  }

  /// An object.
  public func object(_ key: String) -> FieldReader? {
    switch value(key) {
    case .object(let reader): reader
    case .missing: nil
    default: mismatch(key, "an object")
    }
  }

  /// A list of objects; empty when absent.
  public func objects(_ key: String) -> [FieldReader] {
    switch value(key) {
    case .objects(let readers): readers
    case .missing: []
    default: mismatch(key, "a list of objects")
    }
  }

  /// Objects by identifier in file order; empty when absent.
  public func objectMap(_ key: String) -> [(key: String, value: FieldReader)] {
    switch value(key) {
    case .objectMap(let map): map
    case .missing: []
    default: mismatch(key, "a map of objects")
    }
  }

  /// Whether the value is a text, for a key that takes a text or something else.
  public func isText(_ key: String) -> Bool {
    if case .text = value(key) { true } else { false }
  }

  /// Texts by name in file order; empty when absent.
  public func textMap(_ key: String) -> [(key: String, value: String)] {
    switch value(key) {
    case .textMap(let map): map
    case .missing: []
    default: mismatch(key, "a map of texts")
    }
  }

  /// Distributions by identifier in file order; empty when absent.
  public func specifications(_ key: String) -> [(key: String, value: DistributionSpecification)] {
    switch value(key) {
    case .distributions(let map): map
    case .missing: []
    default: mismatch(key, "a map of distributions")
    }
  }

  /// A distribution as the file gives it.
  public func specification(_ key: String) -> DistributionSpecification? {
    switch value(key) {
    case .distribution(let distribution): distribution
    case .missing: nil
    default: mismatch(key, "a distribution")
    }
  }

  /// The node of an `any` field.
  public func node(_ key: String) -> JSON5Node? {
    switch value(key) {
    case .node(let node): node
    case .missing: nil
    default: mismatch(key, "any")
    }
  }

  /// Reports a mistake that only the caller can see, such as a reference that does not resolve.
  ///
  /// - Parameter key: the field it concerns, or nil for the object as a whole.
  public func report(_ sentence: String, about key: String? = nil) {
    guard let key else {
      log.add(sentence, at: place(of: ""), path: path)
      return
    }
    log.add(sentence, at: place(of: key), path: joined(path, writtenKey(key)))
  }
}

/// A path with a key after it.
func joined(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
