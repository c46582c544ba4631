/// How well a number is founded, by what its source says.
public enum EvidenceStrength: Sendable, Equatable {
  /// A publication, table or register.
  case sourced
  /// Computed from sourced numbers: the source begins with "derived" or "fitted".
  case derived
  /// Chosen: the source begins with "assumption" or "what if".
  case assumed
}

/// The text that stands behind a number.
public struct SourceNote: Sendable, Equatable {
  /// How strong it is.
  public let strength: EvidenceStrength
  /// The text as written.
  public let text: String

  /// Judges a text; nil if it says nothing, such as an empty one, "?" or "tbd".
  public init?(_ text: String) {
    // The beginning tells; the rest may be long, and stands in every row of a table.
    let said = text.drop(while: \.isWhitespace).prefix(40).lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let nothing = ["", "?", "??", "???", "tbd", "tba", "-", "n/a", "none", "unknown", "x", "xxx"]
    if nothing.contains(said) { return nil }
    self.text = text
    if said.hasPrefix("assum") || said.hasPrefix("what if") || said.hasPrefix("what-if") {
      strength = .assumed
    } else if said.hasPrefix("derived") || said.hasPrefix("fitted") {
      strength = .derived
    } else {
      strength = .sourced
    }
  }
}

/// One assumed number and where it stands.
public struct Assumption: Sendable, Equatable {
  /// The file as the user typed it.
  public let file: String
  /// Line, from 1.
  public let line: Int
  /// The path of the value with its unit, such as `classes.t1.stay.mean_hours`.
  public let path: String
  /// The value as written.
  public let value: String
  /// What its source says.
  public let text: String

  /// Creates an entry.
  public init(file: String, line: Int, path: String, value: String, text: String) {
    self.file = file
    self.line = line
    self.path = path
    self.value = value
    self.text = text
  }
}

/// How many numbers of a model are sourced, derived and assumed, and which are assumed.
public struct Evidence: Sendable, Equatable {
  /// Numbers with a source.
  public private(set) var sourced = 0
  /// Numbers computed from sourced ones.
  public private(set) var derived = 0
  /// Assumed numbers.
  public private(set) var assumed = 0
  /// The assumed ones, in reading order; a list or map of numbers is one entry.
  public private(set) var assumptions: [Assumption] = []

  /// Nothing counted yet.
  public init() {}

  /// Numbers in all.
  public var total: Int { sourced + derived + assumed }

  /// Counts accepted numbers that share a place and a source.
  mutating func count(
    _ note: SourceNote, numbers: Int, value: String, at place: TextPlace, path: String
  ) {
    switch note.strength {
    case .sourced: sourced += numbers
    case .derived: derived += numbers
    case .assumed:
      assumed += numbers
      assumptions.append(
        Assumption(
          file: place.source.path, line: place.position.line, path: path, value: value,
          text: note.text))
    }
  }
}

/// One text that stands behind one assumed number or several.
public struct AssumptionGroup: Sendable, Equatable {
  /// The first of them in reading order.
  public let first: Assumption
  /// How many entries have this text.
  public let count: Int
}

extension Evidence {
  /// The assumptions, each text once, in reading order.
  ///
  /// - Complexity: O(assumptions).
  public var assumptionGroups: [AssumptionGroup] {
    var places: [String: Int] = [:]
    var groups: [(first: Assumption, count: Int)] = []
    for assumption in assumptions {
      if let place = places[assumption.text] {
        groups[place].count += 1
      } else {
        places[assumption.text] = groups.count
        groups.append((assumption, 1))
      }
    }
    return groups.map { AssumptionGroup(first: $0.first, count: $0.count) }
  }
}

/// What one load gathers across all its files.
public final class ReadingContext {
  /// The mistakes.
  public let log: MistakeLog
  /// The strength of the numbers accepted so far.
  public internal(set) var evidence = Evidence()
  /// Whether numbers need a source; a file of pure settings may do without.
  public let needsSources: Bool

  /// Creates a context.
  public init(log: MistakeLog = MistakeLog(), needsSources: Bool = true) {
    self.log = log
    self.needsSources = needsSources
  }
}
