import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Synchronization
import Testing

@Suite("Sharing between regions, and with allies")
struct SharingTests {
  @Test("Balancing moves waiting patients and lowers deaths, paired 95 % interval below zero")
  func balanceSaves() throws {
    let network = TwoRegions.network()
    let baseline = TwoRegions.run(network, [])
    let arm = TwoRegions.run(
      network, [PolicyChoice(decision: .transfer, id: "balance-occupancy")])
    let id = "casualty_deaths_after_drain_patients"
    let difference = try #require(
      PairedDifference.of(treatment: arm[id] ?? [], baseline: baseline[id] ?? []))
    #expect(difference.interval.upper < 0, "\(difference.interval)")
    #expect((arm["transfers_patients"] ?? []).allSatisfy { $0 > 0 })
    #expect((baseline["transfers_patients"] ?? []).allSatisfy { $0 == 0 })
  }

  @Test(
    "Whether anybody could be moved is asked once: asking all who wait gives the same", arguments: [6, 48])
  func askedOnce(targetMultiple: Double) {
    let network = TwoRegions.network()
    let choices = [
      PolicyChoice(
        decision: .transfer, id: "balance-occupancy",
        values: [(key: "wait_target_multiple", value: targetMultiple)])
    ]
    let asked = Counter()
    let once = TwoRegions.run(network, choices, replications: 4) {
      $0.transfer = Counted(policy: $0.transfer, asks: false, counter: asked)
    }
    let ofFew = asked.count
    let all = TwoRegions.run(network, choices, replications: 4) {
      $0.transfer = Counted(policy: $0.transfer, asks: true, counter: asked)
    }
    #expect((once["transfers_patients"] ?? []).allSatisfy { $0 > 0 })
    #expect(once.mapValues { $0.map(\.bitPattern) } == all.mapValues { $0.map(\.bitPattern) })
    #expect(ofFew < asked.count - ofFew, "\(ofFew) and \(asked.count - ofFew) questions")
  }

  @Test("A share of zero moves nobody")
  func zeroShare() {
    let arm = TwoRegions.run(
      TwoRegions.network(),
      [
        PolicyChoice(
          decision: .transfer, id: "balance-occupancy", values: [(key: "free_places_share", value: 0)])
      ], replications: 3)
    #expect((arm["transfers_patients"] ?? []).allSatisfy { $0 == 0 })
  }

  @Test("Flights leave at their cadence, 30 % cancelled within 4 standard errors, and free beds")
  func flights() throws {
    let network = TwoRegions.network()
    let flights = [
      PolicyChoice(
        decision: .evacuation, id: "cadence-flights",
        values: [
          (key: "first_flight_day", value: 2), (key: "cadence_days", value: 1),
          (key: "cancelled_share", value: 0.3), (key: "critical_seats", value: 4),
          (key: "other_seats", value: 6), (key: "fit_to_fly_after_hours", value: 24),
        ])
    ]
    let baseline = TwoRegions.run(network, [], replications: 20)
    let arm = TwoRegions.run(network, flights, replications: 20)
    // Days 2 to 49 of 50: 48 flights a replication.
    let flown = (arm["evacuation_flights"] ?? []).reduce(0, +)
    let planned = 48.0 * 20
    let z = (flown - 0.7 * planned) / (planned * 0.21).squareRoot()
    #expect(abs(z) < 4, "flown \(flown) of \(planned), z \(z)")
    let id = "icu_waiting_mean_patients"
    let difference = try #require(
      PairedDifference.of(treatment: arm[id] ?? [], baseline: baseline[id] ?? []))
    #expect(difference.interval.upper < 0, "\(difference.interval)")
  }

  @Test("Without queues waiting kills nobody, and with them it does")
  func noWait() {
    let network = TwoRegions.network()
    let waiting = TwoRegions.run(network, [], replications: 4)
    let free = TwoRegions.run(network, [], isNoWait: true, replications: 4)
    #expect((free["deaths_after_drain_patients"] ?? []).allSatisfy { $0 == 0 })
    #expect((waiting["deaths_after_drain_patients"] ?? []).allSatisfy { $0 > 0 })
  }
}

/// How often a policy was asked about a patient.
private final class Counter: Sendable {
  private let number = Atomic<Int>(0)
  var count: Int { number.load(ordering: .relaxed) }
  func add() { number.add(1, ordering: .relaxed) }
}

/// Another policy, which counts, and is asked about everybody who waits or about those alone who could be moved.
private struct Counted: TransferPolicy {
  let policy: any TransferPolicy
  let asks: Bool
  let counter: Counter

  func considers(unitKind: Int) -> Bool { policy.considers(unitKind: unitKind) }

  func couldMove(
    unitKind: Int, from region: borrowing RegionState, picture: borrowing SituationPicture
  ) -> Bool { asks || policy.couldMove(unitKind: unitKind, from: region, picture: picture) }

  func destination(
    for patient: WaitingPatient, in region: borrowing RegionState, picture: borrowing SituationPicture,
    memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int? {
    counter.add()
    return policy.destination(for: patient, in: region, picture: picture, memory: &memory, using: &random)
  }
}
