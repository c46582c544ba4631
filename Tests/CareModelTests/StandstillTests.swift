import CareModel
import CarePolicies
import RandomStreams
import Testing

/// Two units of one place; some go from the first to the second, others the other way, and keep the one until they have
/// the other.
@Suite("Patients who wait for each other for ever")
struct StandstillTests {
  private static func standstill(
    arrivals: [(Int, Double)] = [(0, 0), (1, 0)], policies: PolicySet? = nil,
    change: (inout CareNetwork) -> Void = { _ in }
  ) -> [Int] {
    let kinds = ["ward", "icu"].map { UnitKind(id: $0, title: $0) }
    var network = PlaceHoldingTests.network(
      kinds: kinds, beds: [1, 1], steps: [],
      classes: (0..<2).map { PatientClass(id: "c\($0)", title: "C", pathway: $0) }, arrivals: arrivals,
      measures: [])
    network.pathways = (0..<2).map { (first: Int) in
      Pathway(
        id: "p\(first)",
        steps: [
          Step(id: "one", unitKind: first, stay: .constant(2), next: [Branch(to: .step(1))]),
          Step(id: "two", unitKind: 1 - first, stay: .constant(2)),
        ])
    }
    change(&network)
    return Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, policies: policies, audits: true)[0]
      .standstill
  }

  @Test("Two who need each other's places are told, also with a third in line")
  func circle() {
    #expect(Self.standstill() == [0, 1])
    #expect(Self.standstill(arrivals: [(0, 0), (1, 0), (0, 1)]) == [0, 1])
  }

  @Test("Nobody is told of whom something more can happen to")
  func noCircle() {
    // One after the other, or with a place for both.
    #expect(Self.standstill(arrivals: [(0, 0), (1, 4)]) == [])
    #expect(
      Self.standstill {
        $0.units[1].staffedBeds = 2
        $0.units[1].physicalBeds = 2
      } == [])
    // The places are given up, or a long stay holds them.
    #expect(Self.standstill { $0.pathways[0].steps[0].givesUpPlace = true } == [])
    #expect(Self.standstill { $0.pathways[1].steps[0].stay = .constant(1_000) } == [])
    // Patience ends, be it after the run, they can die, or a unit has hours.
    for hours in [30, 1_000.0] {
      #expect(Self.standstill { $0.pathways[0].steps[1].patience = .constant(hours) } == [])
    }
    #expect(Self.standstill { $0.pathways[1].steps[1].waitDeath = WaitDeath(ratePerDay: 1e-6) } == [])
    #expect(
      Self.standstill {
        $0.calendars = [OpeningCalendar(id: "always", intervals: [], otherwiseShare: 1)]
        $0.units[0].calendar = 0
      } == [])
  }

  @Test("Without queues nobody waits")
  func noWait() {
    let network = Fixture.singleUnit(servers: 1, arrivalsPerHour: 1, stay: .constant(1))
    var policies = PolicyCatalogue.policySet([], network: network)
    policies.isNoWait = true
    #expect(Self.standstill(policies: policies) == [])
  }
}
