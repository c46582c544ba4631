import RandomStreams
import SimulationKernel
import Synchronization

/// What a region reads and never writes: tables, policies in force, the published picture, the key of
/// all draws and the dates of the run.
package struct Surroundings: ~Copyable {
  /// Never read: see the same in `RegionState`.
  private let stays = Atomic<UInt8>(0)
  package var tables: NetworkTables
  package private(set) var policies: PolicySet
  /// Whether the discharge policy is asked at all: a call hands over a copy of the region's fixed part.
  private(set) var changesStays: Bool
  /// Hours in care from which patients are fit to fly: of the flights in force, else of the next ones planned.
  private(set) var hoursBeforeFit: Double
  /// Whether anything alters a stay that was drawn: that policy, one before it, or an effect of what happens.
  private(set) var altersStays: Bool
  package var picture: SituationPicture
  /// Whether every event is followed by a walk of the state it touched, and every instant by one of all; slow.
  package var auditsEveryEvent = false
  let key: StreamKey
  /// Whether streams are noted or draws are by inversion. Ordinary runs pay this one test a draw for audits and
  /// antithetic pairs together.
  let isUnusual: Bool
  let draws: DrawMode
  /// Notes every stream that is opened, in an audit.
  let register: DrawRegister?
  let startTicks: Int64
  let horizonTicks: Int64

  init(
    tables: consuming NetworkTables, policies: PolicySet, picture: consuming SituationPicture,
    key: StreamKey, draws: DrawMode, register: DrawRegister?, startTicks: Int64, horizonTicks: Int64
  ) {
    altersStays = policies.discharge.changesStays || tables.keepsStayFactors
    self.tables = tables
    self.policies = policies
    changesStays = policies.discharge.changesStays
    hoursBeforeFit = policies.evacuation.hoursBeforeFit
    self.picture = picture
    self.key = key
    isUnusual = draws != .ordinary || register != nil
    self.draws = draws
    self.register = register
    self.startTicks = startTicks
    self.horizonTicks = horizonTicks
  }

  /// The same surroundings under other policies.
  init(copying other: borrowing Surroundings, policies: PolicySet) {
    self.init(
      tables: other.tables.copy(), policies: policies, picture: SituationPicture(copying: other.picture),
      key: other.key, draws: other.draws, register: other.register?.copy(), startTicks: other.startTicks,
      horizonTicks: other.horizonTicks)
    auditsEveryEvent = other.auditsEveryEvent
    altersStays = altersStays || other.altersStays
  }

  /// Day 0.
  var startTime: SimulationTime { SimulationTime(ticks: startTicks) }

  /// Puts other policies in force.
  mutating func take(_ policies: PolicySet) {
    self.policies = policies
    changesStays = policies.discharge.changesStays
    // Stays that another policy altered may still be broken off.
    altersStays = altersStays || changesStays
    hoursBeforeFit = policies.evacuation.hoursBeforeFit
  }

  /// Counts who is fit to fly in pictures that flights of the next policies will read, where nobody flies yet.
  mutating func plan(_ next: [PolicySet]) {
    let flying = ([policies] + next).first { $0.evacuation.hoursBeforeFit.isFinite }
    hoursBeforeFit = flying?.evacuation.hoursBeforeFit ?? .infinity
  }

  /// The stream of one purpose of one patient on their `visit`-th pass.
  ///
  /// - Parameter isReread: it holds one latent quantity that is read wherever it is needed rather than kept.
  @inline(__always)
  func stream(
    _ patient: PatientRow, _ purpose: UInt32, visit: UInt32 = 0, isReread: Bool = false
  ) -> KeyedStream {
    stream(
      origin: patient.origin, ordinal: patient.ordinal, purpose, visit: visit, isReread: isReread)
  }

  /// The stream of one purpose of member `ordinal` of a stream of patients.
  @inline(__always)
  func stream(
    origin: UInt32, ordinal: UInt32, _ purpose: UInt32, visit: UInt32 = 0, isReread: Bool = false
  ) -> KeyedStream {
    if isUnusual { note(origin: origin, ordinal: ordinal, purpose, visit: visit, isReread: isReread) }
    return KeyedStream(key: key, ordinal: ordinal, origin: origin, purpose: purpose, visit: visit)
  }

  /// The stream of one call of a decision by one decider: never shared with patients.
  func stream(of decision: Decision, decider: Int, call: UInt32) -> KeyedStream {
    stream(
      origin: tables.purposes.policy, ordinal: call, UInt32(truncatingIfNeeded: decision.code),
      visit: UInt32(truncatingIfNeeded: decider))
  }

  /// Apart, so that ordinary runs carry the test and nothing else.
  @inline(never)
  private func note(origin: UInt32, ordinal: UInt32, _ purpose: UInt32, visit: UInt32, isReread: Bool) {
    register?.note(
      key: key, ordinal: ordinal, origin: origin, purpose: purpose, visit: visit, isReread: isReread)
  }
}
