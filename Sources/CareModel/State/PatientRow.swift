import SimulationKernel

/// Where a patient is in what is happening to them.
package enum PatientPhase: UInt8, BitwiseCopyable {
  /// The row is not in use.
  case free
  /// Hurt, and not yet at a facility.
  case approaching
  /// In a queue for a unit, holding what beds they hold.
  case waiting
  /// In a step.
  case inService
  /// The stay is over, and what comes next is found out within the same event.
  case stayOver
  /// Has a bed elsewhere, or a region to go to, and waits for a vehicle.
  case awaitingVehicle
  /// On the way within the region, or to another that they do not reach alive.
  case inTransit
  /// Planned, and on the list of the postponed.
  case postponed
}

/// Yes-or-no facts about a patient, in one byte.
package struct PatientMarks: OptionSet, BitwiseCopyable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Arrived from day 0 to the horizon.
  package static let inCohort = PatientMarks(rawValue: 1)
  /// Has been in at least one step.
  static let started = PatientMarks(rawValue: 2)
  /// On the way to another region, where they do not come alive: present in none.
  static let diesOnTheWay = PatientMarks(rawValue: 4)
  /// Has occupied a hospital bed, so that an admission is counted once.
  static let admitted = PatientMarks(rawValue: 8)
  /// Moved to another region by the transfer policy.
  static let transferred = PatientMarks(rawValue: 16)
  /// Ready to leave and holding a bed.
  static let dischargeReady = PatientMarks(rawValue: 32)
  /// Has asked for a hospital bed, so that the need is counted once.
  static let neededBed = PatientMarks(rawValue: 64)
  /// A death is scheduled.
  static let deathForeseen = PatientMarks(rawValue: 128)
}

/// One living patient, or what was ordered for one: trivially copyable, in a slab of their region, or in a message
/// between regions.
///
/// One cache line, which every event of the patient touches. What few patients need is in ``PatientDetails``.
package struct PatientRow: BitwiseCopyable {
  /// Number within the origin stream; with `origin` the key of every draw.
  package var ordinal: UInt32
  /// Hash of the origin stream's name.
  package var origin: UInt32
  package var patientClass: UInt8
  package var phase: PatientPhase
  package var marks: PatientMarks
  /// Queue priority, 0 first.
  var priority: UInt8
  /// Times the patient has gone back to an earlier step: keys draws of repeated steps.
  var rounds: UInt32
  var step: Int16
  /// Facility where the patient is.
  package var facility: Int16
  /// Unit (of the region) whose place is held, or −1.
  package var bed: Int16
  /// Second unit held beside the bed, such as a theatre, or −1.
  package var beside: Int16
  /// Unit with a place kept for the patient, or −1.
  package var reserved: Int16
  /// Queue: the unit waited for, or the fleet; −2 − fleet for its dispatcher or national desk.
  package var queueUnit: Int16
  /// Links of the queue the patient stands in.
  var next: Int32
  var previous: Int32
  /// The stay, trip or turn of the list that comes next.
  var nextEvent: EventHandle
  /// The highest eight bits: ``severity``, all ones of an order; the others: ``details``.
  private var severityAndDetails: UInt32
  /// Start of the wait, the stay or the time on the list.
  var since: Int64
  var arrivedAt: Int64

  /// The place of the last stay: the one beside the bed, else the bed; −1 for none.
  var lastPlace: Int { Int(beside >= 0 ? beside : bed) }
  /// Whether this is something ordered for a patient: a specimen, a request for an image. It takes places and stands in
  /// lines as patients do, and is nobody.
  package var isOrder: Bool { severityAndDetails >> 24 == 0xFF }
  package var isInCohort: Bool { marks.contains(.inCohort) }
  var isDischargeReady: Bool { marks.contains(.dischargeReady) }

  var severity: UInt8 {
    get { isOrder ? 0 : UInt8(truncatingIfNeeded: severityAndDetails >> 24) }
    set {
      ensure(!isOrder, "an order has no severity")
      severityAndDetails = UInt32(newValue) << 24 | severityAndDetails & Self.noDetails
    }
  }

  @inline(__always)
  var hasDetails: Bool { severityAndDetails & Self.noDetails != Self.noDetails }

  /// The patient's row of ``PatientDetails``, if they have one.
  @inline(__always)
  var details: Int {
    get { Int(severityAndDetails & Self.noDetails) }
    set { severityAndDetails = severityAndDetails & ~Self.noDetails | UInt32(newValue) }
  }

  mutating func loseDetails() { severityAndDetails |= Self.noDetails }

  /// No row of details; rows are fewer.
  static let noDetails: UInt32 = 1 << 24 - 1

  /// A stay begins.
  @inline(__always)
  mutating func begin(at now: Int64) {
    phase = .inService
    marks.insert(.started)
    since = now
    queueUnit = -1
  }

  /// The stay is over.
  @inline(__always)
  mutating func end() {
    nextEvent = .none
    phase = .stayOver
  }

  /// The patient comes to a facility.
  @inline(__always)
  mutating func arrive(at now: Int64, inCohort: Bool) {
    arrivedAt = now
    if inCohort { marks.insert(.inCohort) }
  }

  /// The patient comes to a step.
  @inline(__always)
  mutating func enter(_ index: Int, at now: Int64) {
    step = Int16(truncatingIfNeeded: index)
    since = now
  }

  static let vacant = PatientRow(
    ordinal: 0, origin: 0, patientClass: 0, phase: .free, marks: [], priority: 0, rounds: 0, step: 0,
    facility: 0, bed: -1, beside: -1, reserved: -1, queueUnit: -1, next: -1, previous: -1,
    nextEvent: .none, severityAndDetails: noDetails, since: 0, arrivedAt: 0)

  static let blankOrder: PatientRow = {
    var row = vacant
    row.severityAndDetails |= 0xFF << 24
    return row
  }()
}

/// What is kept of patients who can die by time, wait for a vehicle or are on their way, have had a stay broken off,
/// hold places together, have worsened in a queue, or wait for what was ordered for them.
package struct PatientDetails: BitwiseCopyable {
  var injuredAt: Int64
  /// Since when the hazard has been gathered.
  var hazardAt: Int64
  /// Multiplier that care, or the want of it, has for the hazard.
  var careFactor: Double = 1
  /// Multiplier for want of what the last step that uses stocks went without.
  var shortageFactor: Double = 1
  /// Hazard gathered of the class's law and of waiting.
  var hazard: Double = 0
  var waitHazard: Double = 0
  var deathEvent: EventHandle = .none
  /// Start of the wait for a vehicle.
  var vehicleSince: Int64 = 0
  /// When the patient worsened to their class, if they did.
  var worsenedAt: Int64 = .min
  /// How long a stay lasted before it was broken off.
  var brokenTicks: Int64 = 0
  /// What is left of that stay, seconds; 0 when none was broken off, the largest number when it begins again, ``justOver``
  /// when it was over but for what was ordered.
  var remainingSeconds: UInt32 = 0
  /// Stays of the step that were broken off: each is followed by a wait of its own.
  var brokenStays: UInt32 = 0
  /// Facility where a vehicle is to take them, or −1.
  package var destination: Int16 = -1
  /// Unit with whose place others are held together for the step, or −1.
  var togetherUnit: Int16 = -1
  /// The last that was ordered for the patient and is not back, −1 for none; of an order the one before it.
  var order: Int32 = -1
  /// The patient for whom this was ordered; −1 of patients, and of what was called off.
  var orderedFor: Int32 = -1
  /// Whether the stay is over but for what was ordered.
  var awaitsOrders = false
  /// Whether the stay was broken off for a more urgent patient.
  var isPushedOut = false

  static let justOver = UInt32.max - 1

  /// Multiplier of the hazard of the class.
  var hazardFactor: Double { careFactor * shortageFactor }
}

/// A patient on the way to another region.
package struct TravellingPatient: BitwiseCopyable {
  package var row: PatientRow
  package var details: PatientDetails
}

/// Who is first in a line. Of several, the lowest goes first: by rank, then by who has waited longest.
struct LineHead: BitwiseCopyable, Comparable {
  var patient: Int32
  /// The priority, where the line knows any; of a line by credit, the credit below zero.
  var rank: Double
  var since: Int64
  var origin: UInt32
  var ordinal: UInt32

  static func < (one: LineHead, other: LineHead) -> Bool {
    (one.rank, one.since, one.origin, one.ordinal)
      < (other.rank, other.since, other.origin, other.ordinal)
  }
}
