public import RandomStreams

// One protocol for each decision. A policy is a value: it reads its region, the last published situation
// picture and its memory, may draw from a stream of its own, and returns what it decides. It cannot reach
// the engine.

/// A planned patient on whom an admission policy decides.
public struct PlannedPatient: BitwiseCopyable, Sendable {
  /// Index of the class.
  public let patientClass: Int
  /// Whether the class can wait.
  public let canWait: Bool
}

/// What an admission policy answers.
public enum AdmissionDecision: Sendable, Equatable {
  /// Come in.
  case admit
  /// Stay on the list; the patient is called in later, becomes an emergency or dies at rates by time.
  case postpone
  /// Never to be treated here: leaves for home, counted as refused.
  case cancel
}

/// Whether planned patients are let in.
public protocol AdmissionPolicy: Sendable {
  /// Decides on a planned patient who arrives.
  func decide(
    on patient: PlannedPatient, in region: borrowing RegionState, memory: inout PolicyMemory,
    using random: inout KeyedStream
  ) -> AdmissionDecision

  /// How many of the postponed are called in this morning.
  func numberCalledIn(
    in region: borrowing RegionState, memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int
}

/// Where a casualty goes first.
public protocol RoutingPolicy: Sendable {
  /// The facility (index in the network) for a casualty of `patientClass` who enters at `entry`.
  func facility(
    forClass patientClass: Int, enteringAt entry: Int, in region: borrowing RegionState,
    memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int
}

/// A patient who waits for a place.
public struct WaitingPatient: BitwiseCopyable, Sendable {
  /// Index of the class.
  public let patientClass: Int
  /// Index of the unit kind waited for.
  public let unitKind: Int
  /// Hours waited.
  public let hoursWaited: Double
  /// Queue priority, 0 first.
  public let priority: Int
  /// Whether the class is planned care.
  public let isPlanned: Bool
}

/// Whether a waiting patient goes to another region.
public protocol TransferPolicy: Sendable {
  /// Whether those who wait for `unitKind` are ever moved; if not, the policy is not asked about them.
  func considers(unitKind: Int) -> Bool

  /// Whether anybody who waits for `unitKind` could be moved from `region` now; by default they could.
  ///
  /// It is asked once before ``destination(for:in:picture:memory:using:)`` is asked about each of them: at each picture, and
  /// when other policies take over, also where no picture is out yet. Where it is false that answer must be nil for all, also
  /// when others have been sent meanwhile, and the memory stay as it is.
  func couldMove(
    unitKind: Int, from region: borrowing RegionState, picture: borrowing SituationPicture
  ) -> Bool

  /// The region to send the patient to, or nil to let them wait.
  func destination(
    for patient: WaitingPatient, in region: borrowing RegionState, picture: borrowing SituationPicture,
    memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int?
}

extension TransferPolicy {
  /// They could.
  public func couldMove(
    unitKind: Int, from region: borrowing RegionState, picture: borrowing SituationPicture
  ) -> Bool { true }
}

/// Seats that a flight gives a region.
public struct SeatAllotment: BitwiseCopyable, Sendable {
  /// Seats with intensive care.
  public var intensiveCare: Int
  /// Other lying seats.
  public var other: Int

  /// Seats.
  public init(intensiveCare: Int, other: Int) {
    self.intensiveCare = intensiveCare
    self.other = other
  }
}

/// Flights of treated casualties to allies; decided by the national office on the published picture.
public protocol EvacuationPolicy: Sendable {
  /// Hours after day 0 of flight number `flight`, later than those before it, or nil for no more. Flights from 1.
  func hours(ofFlight flight: Int) -> Double?
  /// Whether flight number `flight` is cancelled.
  func isCancelled(flight: Int, using random: inout KeyedStream) -> Bool
  /// Hours a casualty must have been in hospital to be fit to fly.
  var hoursBeforeFit: Double { get }
  /// Seats for `region` on a flight.
  ///
  /// - Parameter random: the same for every region of a flight, so that what they get agrees.
  func seats(
    forRegion region: Int, picture: borrowing SituationPicture, memory: inout PolicyMemory,
    using random: inout KeyedStream
  ) -> SeatAllotment
}

/// What a surge policy is asked: the state of one kind of unit in one region.
public struct SurgeQuestion: BitwiseCopyable, Sendable {
  /// Index of the unit kind.
  public let unitKind: Int
  /// Levels that the kind has; at least one.
  public let levelCount: Int
  /// What the policy last answered; 0 at the start.
  public let ordered: Int
  /// The higher of that and the level that the scenario orders now.
  public let inForce: Int
  /// Patients in places and waiting for one.
  public let demand: Int
  /// Staffed places that stand and have their staff: see ``RegionState/standing(kind:)``.
  public let staffed: Int
  /// The same with the places of the level in force, open or on their way.
  public let places: Int
  /// The same one level lower.
  public let placesOneLower: Int

  /// A question.
  public init(
    unitKind: Int, levelCount: Int, ordered: Int, inForce: Int, demand: Int, staffed: Int, places: Int,
    placesOneLower: Int
  ) {
    self.unitKind = unitKind
    self.levelCount = levelCount
    self.ordered = ordered
    self.inForce = inForce
    self.demand = demand
    self.staffed = staffed
    self.places = places
    self.placesOneLower = placesOneLower
  }
}

/// When a surge policy is asked.
public enum SurgeTiming: Sendable, Equatable {
  /// Never.
  case never
  /// At day 0 and every so many hours after; more than 0.
  case every(hours: Double)
  /// At day 0 and whenever a picture is published.
  case atPictures
}

/// Places opened beyond the staffed ones.
public protocol SurgePolicy: Sendable {
  /// When ``level(for:in:picture:memory:)`` is asked; not in the run-in.
  var timing: SurgeTiming { get }

  /// The level to have a kind of unit at, from 1; 0 for none. The scenario may order a higher one.
  ///
  /// - Parameter memory: of this region and this kind of unit.
  func level(
    for question: SurgeQuestion, in region: borrowing RegionState, picture: borrowing SituationPicture,
    memory: inout PolicyMemory
  ) -> Int
}

/// How soon patients leave.
public protocol DischargePolicy: Sendable {
  /// Multiplier of a stay that begins now.
  func stayFactor(forClass patientClass: Int, unitKind: Int, in region: borrowing RegionState) -> Double

  /// Whether the multiplier is ever other than one; if not, the policy is not asked. True unless it says otherwise.
  var changesStays: Bool { get }
}

extension DischargePolicy {
  /// True.
  public var changesStays: Bool { true }
}

/// Who is served first.
public protocol TriagePolicy: Sendable {
  /// Queue priority of a patient, 0 first to 7 last; `classPriority` is that of the class.
  func priority(classPriority: Int, patientClass: Int, severity: Int) -> Int
}

/// What the national office proposes; asked at each publication of the picture.
public protocol CoordinationPolicy: Sendable {
  /// Share of a region's free places of a kind that others may send patients to, 0…1.
  func openShare(forRegion region: Int, unitKind: Int, picture: borrowing SituationPicture) -> Double
}
