/// One thing that happened in one replication: to a patient, a place or a region, at one moment.
///
/// Kept only where a ``Trajectory`` is asked for. Indices are those of the network.
public struct TrajectoryEntry: BitwiseCopyable, Sendable, Equatable {
  /// What happened.
  public enum Kind: UInt8, BitwiseCopyable, Sendable, CaseIterable {
    /// A patient arrived at a facility; `ticks - value` is when they were hurt or fell ill, in microseconds.
    case arrived
    /// A patient began to wait for a place of `unitKind` at `facility`.
    case queued
    /// A stay in a place of `unitKind` at `facility` began.
    case began
    /// A stay that was broken off, or lost its place, went on in a place of `unitKind` at `facility`.
    case resumed
    /// The next step began in a place of `unitKind` at `facility` that the patient held already.
    case wentOn
    /// The stay in a step ended; the place may be held until the next one is free.
    case stayEnded
    /// A patient gave up a place of `unitKind` at `facility`.
    case vacated
    /// A patient asked for a vehicle to the facility `other`.
    case vehicleAsked
    /// A patient left for the facility `other`; `value` is how long the way takes, in microseconds.
    case departed
    /// A patient reached `facility`, having left another.
    case reached
    /// A patient found no place of `unitKind` and was turned away.
    case refused
    /// A patient waited no longer.
    case gaveUp
    /// The state of a patient worsened: `patientClass` is the one joined.
    case worsened
    /// A planned patient was put on the list.
    case postponed
    /// A planned patient on the list was called in.
    case calledIn
    /// A planned patient on the list became an emergency.
    case becameEmergency
    /// A patient lost a place to a disruption.
    case displaced
    /// A patient left the network alive; `other` is the code of the ``Outcome``.
    case left
    /// A patient died; `other` is the ``DeathCircumstance``.
    case died
    /// An event with many hurt at once: `value` casualties, who enter at `facility`; `ordinal` is the first of them.
    case massEvent
    /// A facility lost `value` places; `other` is the number of the cause among ``Disruption/Cause``, or one more.
    case disrupted
    /// `value` places of `unitKind` at `facility` are back; `other` is the number of the cause they were lost to.
    case repaired
    /// Level `value` of the kind of unit was ordered in the region.
    case surgeOrdered
    /// The places of level `value` of the kind of unit are open in the region, those above are not.
    case surgeOpened
    /// A national flight left with seats for treated casualties; `value` seats were allotted.
    case flightLeft
    /// A national flight was cancelled.
    case flightCancelled
  }

  /// Microseconds since day 0, 00:00.
  public var ticks: Int64
  /// Hash of the name of the stream that the patient or event is of; 0 where none is.
  public var origin: UInt32
  /// Number within the stream; with `origin` it names a patient of a replication, in every arm the same one.
  public var ordinal: UInt32
  /// What happened.
  public var kind: Kind
  /// Class of the patient.
  public var patientClass: UInt8
  /// Severity of the patient, such as the NISS; 0 where the class has none.
  public var severity: UInt8
  /// Region; −1 for the nation.
  public var region: Int32
  /// Facility; −1 for none.
  public var facility: Int16
  /// Kind of unit; −1 for none.
  public var unitKind: Int16
  /// What the kind of entry says, else −1.
  public var other: Int16
  /// What the kind of entry says, else 0.
  public var value: Int64

  /// An entry.
  public init(
    ticks: Int64, origin: UInt32 = 0, ordinal: UInt32 = 0, kind: Kind, patientClass: UInt8 = 0,
    severity: UInt8 = 0, region: Int32, facility: Int16 = -1, unitKind: Int16 = -1, other: Int16 = -1,
    value: Int64 = 0
  ) {
    self.ticks = ticks
    self.origin = origin
    self.ordinal = ordinal
    self.kind = kind
    self.patientClass = patientClass
    self.severity = severity
    self.region = region
    self.facility = facility
    self.unitKind = unitKind
    self.other = other
    self.value = value
  }
}

/// In what a patient died.
public enum DeathCircumstance: Int16, Sendable, CaseIterable {
  /// Waiting for a place or a vehicle.
  case waiting
  /// On the way to another facility.
  case inTransit
  /// In a stay.
  case inTreatment
  /// At home, on the list of the postponed.
  case onTheList
}

/// Whose entries are kept.
public enum TrajectoryScope: UInt8, BitwiseCopyable, Sendable {
  /// Nobody's: nothing is recorded.
  case none
  /// Those of casualties, everybody of an event with many hurt among them, and what happens to places and
  /// regions.
  case casualties
  /// Everybody's. A national model has a hundred thousand a day.
  case everyone
}
