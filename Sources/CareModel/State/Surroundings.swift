import RandomStreams
import SimulationKernel
import Synchronization

/// What a region reads and never writes: tables, policies in force, the published picture, the key of
/// all draws and the dates of the run.
package struct Surroundings: ~Copyable {
  /// Never read: see the same in `RegionState`.
  private let stays = Atomic<UInt8>(0)
  package var tables: NetworkTables
  package let policies: PolicySet
  /// Whether the discharge policy is asked at all: a call hands over a copy of the region's fixed part.
  let changesStays: Bool
  package var picture: SituationPicture
  /// Whether every event is followed by a walk of the state it touched, and every instant by one of all; slow.
  package var auditsEveryEvent = false
  let key: StreamKey
  let startTicks: Int64
  let horizonTicks: Int64

  init(
    tables: consuming NetworkTables, policies: PolicySet, picture: consuming SituationPicture,
    key: StreamKey, startTicks: Int64, horizonTicks: Int64
  ) {
    self.tables = tables
    self.policies = policies
    changesStays = policies.discharge.changesStays
    self.picture = picture
    self.key = key
    self.startTicks = startTicks
    self.horizonTicks = horizonTicks
  }

  /// The same surroundings under other policies.
  init(copying other: borrowing Surroundings, policies: PolicySet) {
    self.init(
      tables: other.tables.copy(), policies: policies, picture: SituationPicture(copying: other.picture),
      key: other.key, startTicks: other.startTicks, horizonTicks: other.horizonTicks)
    auditsEveryEvent = other.auditsEveryEvent
  }

  /// The stream of one purpose of one patient on their `visit`-th pass.
  @inline(__always)
  func stream(_ patient: PatientRow, _ purpose: UInt32, visit: UInt32 = 0) -> KeyedStream {
    KeyedStream(
      key: key, ordinal: patient.ordinal, origin: patient.origin, purpose: purpose, visit: visit)
  }

  /// The stream of one purpose of member `ordinal` of a stream of patients.
  @inline(__always)
  func stream(origin: UInt32, ordinal: UInt32, _ purpose: UInt32, visit: UInt32 = 0) -> KeyedStream {
    KeyedStream(key: key, ordinal: ordinal, origin: origin, purpose: purpose, visit: visit)
  }

  /// The stream of one call of a decision by one decider: never shared with patients.
  func stream(of decision: Decision, decider: Int, call: UInt32) -> KeyedStream {
    KeyedStream(
      key: key, ordinal: call, origin: tables.purposes.policy,
      purpose: UInt32(truncatingIfNeeded: decision.code), visit: UInt32(truncatingIfNeeded: decider))
  }
}
