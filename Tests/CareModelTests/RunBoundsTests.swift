import CareModel
import CarePolicies
import RandomStreams
import SimulationKernel
import Testing

@Suite("From day 0 to the end, and no further")
struct RunBoundsTests {
  @Test("Flights due at the end of the run are not flown: a run is [0, end)")
  func flights() {
    let network = Fixture.singleUnit(servers: 4, arrivalsPerHour: 1, stay: .constant(1), runInDays: 1)
    let policies = PolicyCatalogue.policySet(
      [
        PolicyChoice(
          decision: .evacuation, id: "cadence-flights",
          values: [
            (key: "first_flight_day", value: 1), (key: "cadence_days", value: 1),
            (key: "cancelled_share", value: 0),
          ])
      ], network: network)
    let results = Fixture.run(network, horizonDays: 4, seed: 1, replications: 1, policies: policies)
    #expect(Fixture.values("evacuation_flights", results, network) == [3])
  }

  @Test("The highest number of places in use on day 0 is that of the day")
  func peaks() {
    let network = Fixture.singleUnit(
      servers: 4, arrivalsPerHour: 20, stay: .constant(1), whenFull: .refuse, runInDays: 2)
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 2, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    simulation.runIn()
    simulation.run()
    #expect(simulation.engine[region: 0].ledger.peaks[0] == 4)
    #expect(simulation.engine[region: 0].ledger.peaks[1] == 4)
  }

  /// Patients of the first region need a unit that only the second has, and go there by air.
  private func twoRegions(runInDays: Double, aircraft: Double = 20) -> CareNetwork {
    CareNetwork(
      id: "air", title: "Air", runInDays: runInDays, unitKinds: [UnitKind(id: "unit", title: "unit")],
      regions: [Region(id: "1", name: "One"), Region(id: "2", name: "Two")],
      facilities: [
        Facility(id: "a", name: "A", region: 0, latitude: 59, longitude: 15),
        Facility(id: "b", name: "B", region: 1, latitude: 59, longitude: 16),
      ], units: [CareUnit(facility: 1, kind: 0, staffedBeds: 100)],
      classes: [PatientClass(id: "c", title: "C", pathway: 0)],
      pathways: [Pathway(id: "p", steps: [Step(id: "s", unitKind: 0, stay: .constant(1))])],
      inflows: [
        Inflow(
          id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(20), facilities: [0])
      ],
      fleets: [
        Fleet(
          id: "air", title: "air", mode: .air, vehicles: .fixed(aircraft), isNational: true, loadHours: 0.5,
          handoverHours: 0.5, speedLoaded: 300, speedEmpty: 300)
      ])
  }

  @Test("Trips of a national fleet before day 0 are not counted")
  func trips() throws {
    let network = twoRegions(runInDays: 20)
    let results = Fixture.run(network, horizonDays: 2, seed: 1, replications: 1)
    let trips = try #require(Fixture.values("air_trips", results, network).first)
    let transfers = try #require(Fixture.values("transfers_patients", results, network).first)
    #expect(abs(trips - transfers) <= 2, "\(trips) trips, \(transfers) transfers")
  }

  @Test("Without queues those who wait for a vehicle on day 0 leave then")
  func vehiclesWithoutQueues() {
    // One aircraft cannot keep up: after ten days some hundred wait for it.
    var network = twoRegions(runInDays: 10, aircraft: 1)
    network.fleets[0].groundHours = 5
    for isNational in [true, false] {
      network.fleets[0].isNational = isNational
      let results = Fixture.run(
        network, horizonDays: 2, seed: 2, replications: 1,
        policies: PolicyCatalogue.policySet([], network: network, isNoWait: true), audits: true)
      let moved = Fixture.values("transfers_patients", results, network)[0]
      #expect(moved > 100, "\(moved) moved")
    }
  }

  @Test("What is over at the instant of the end is over in no figure", arguments: [0, 1])
  func instantOfTheEnd(drainDays: Int) {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed")], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(Double(24 * (1 + drainDays))))],
      classes: [PatientClass(id: "c", title: "C", pathway: 0)], arrivals: [(0, 0), (0, 1)],
      measures: [
        DeclaredMeasure(id: "left", quantity: .left(.home)),
        DeclaredMeasure(id: "wait", quantity: .meanWaitHours, unitKind: 0),
        DeclaredMeasure(id: "occupied", quantity: .meanOccupied, unitKind: 0),
        DeclaredMeasure(id: "present", quantity: .presentAt(hours: 24)),
      ])
    let results = Fixture.run(
      network, horizonDays: 1, drainDays: drainDays, seed: 1, replications: 1, audits: true)
    #expect(Fixture.values("left", results, network) == [0])
    // Of the first alone.
    #expect(Fixture.values("wait", results, network) == [0])
    #expect(Fixture.values("occupied", results, network) == [1])
    #expect(Fixture.values("present", results, network) == [2])
    #expect(Fixture.values("bed_ordinary_waiting_at_horizon_patients", results, network) == [1])
  }
}
