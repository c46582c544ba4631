import CareModel
import CarePolicies
import OutputStatistics
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
