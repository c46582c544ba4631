/// One column of results: what it is, in which unit, and how a person says it.
public struct MeasureDefinition: Sendable, Equatable {
  /// Column name in snake_case with the unit last.
  public let id: String
  /// Unit, as a data package names it: `patients`, `hours`, `share`, `beds`, `days`, `1`.
  public let unit: String
  /// Definition in a sentence.
  public let text: String

  /// A measure.
  public init(id: String, unit: String, text: String) {
    self.id = id
    self.unit = unit
    self.text = text
  }
}

/// The figures of one trial, nation-wide: one value for each of ``MeasureList/national``, nil where there
/// is nothing to average.
public struct TrialResult: Sendable, Equatable {
  /// Values in the order of ``MeasureList/national``.
  public var values: [Double?]
  /// Values by `(measure * regionCount + region) * dayCount + day`, measures as in
  /// ``MeasureList/regional``.
  public var regional: [Double]
  /// Patients sent from day 0 to the end of the run by `region * (regionCount + 1) + target`; the last target stands
  /// for allies.
  public var flows: [Int]
  /// Digest of the casualties that arrived: equal in all arms of a replication.
  public var casualtyDigest: UInt64
  /// Events carried out from day 0 on.
  public var eventCount: Int
  /// Waits of the cohort, by unit kind and group.
  public var waits: [WaitRecord]
  /// What an audit found wrong with the draws, a sentence each; empty without an audit.
  public var drawMistakes: [String]
  /// Kinds of unit, by index, in which patients wait for each other for ever at the end of the run: each holds a place that
  /// another needs.
  public var standstill: [Int] = []
}

/// Waits for one kind of unit by one group of the cohort, in half-hour bins: bin 0 is no wait, bin i ends
/// at i half-hours, and the last holds everything longer than 30 days.
public struct WaitRecord: Sendable, Equatable {
  /// Index of the unit kind.
  public var unitKind: Int
  /// Casualties, or ordinary patients.
  public var isCasualty: Bool
  /// Waits that ended in a place.
  public var started: [Int]
  /// Waits that ended in death, also on the way to the place.
  public var died: [Int]
  /// Waits that ended as the patient left the queue alive: patience over, or a class that goes another way.
  public var left: [Int]
  /// Waits cut short by the end of the run.
  public var stillWaiting: [Int]

  /// Hours in a bin.
  public static let binHours = 0.5
}
