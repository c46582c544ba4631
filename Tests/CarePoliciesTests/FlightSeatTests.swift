import CareModel
import CarePolicies
import RandomStreams
import Testing

@Suite("Seats of evacuation flights")
struct FlightSeatTests {
  /// Patients flown out of each region, by its id, over some replications of five flights of one seat: six are fit in
  /// each of three regions.
  private func flown(_ ids: [String], replications: Int) -> [String: Double] {
    let network = CareNetwork(
      id: "flights", title: "Flights",
      unitKinds: [UnitKind(id: "ward", title: "ward", isHospitalBed: true)],
      regions: ids.map { Region(id: $0, name: $0) },
      facilities: ids.enumerated().map { Facility(id: $0.element, name: "H", region: $0.offset) },
      units: ids.indices.map { CareUnit(facility: $0, kind: 0, staffedBeds: 10) },
      classes: [PatientClass(id: "hurt", title: "Hurt", origin: .military, pathway: 0, isEvacuable: true)],
      pathways: [Pathway(id: "p", steps: [Step(id: "s", unitKind: 0, stay: .constant(1_000))])],
      inflows: [
        Inflow(
          id: "hurt", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(0),
          process: .pulse(count: 6, fromHours: 0, spanHours: 0))
      ],
      measures: ids.indices.map { DeclaredMeasure(id: ids[$0], quantity: .left(.evacuated), region: $0) })
    let flights = PolicyChoice(
      decision: .evacuation, id: "cadence-flights",
      values: [
        (key: "first_flight_day", value: 4), (key: "cadence_days", value: 1),
        (key: "cancelled_share", value: 0), (key: "critical_seats", value: 0), (key: "other_seats", value: 1),
      ])
    let measures = MeasureList(network)
    let policies = PolicyCatalogue.policySet([flights], network: network)
    var sums: [String: Double] = [:]
    for replication in 0..<replications {
      var simulation = CareSimulation(
        network, scenario: .peace, horizonDays: 9, drainDays: 0, seed: 3, replication: UInt32(replication),
        policies: policies)
      simulation.runIn()
      simulation.run()
      let values = simulation.result(network, measures: measures).values
      for id in ids { sums[id, default: 0] += measures.nationalIndex(of: id).flatMap { values[$0] } ?? 0 }
    }
    return sums
  }

  @Test("Each region has its share whatever its row: a third of 150 within 4.5 standard errors")
  func shares() {
    let sums = flown(["1", "2", "3"], replications: 30)
    #expect(sums.values.reduce(0, +) == 150)
    // Independent seats would have this standard error; where one has been taken the next is likelier elsewhere.
    let error = (150.0 / 3 * 2 / 3).squareRoot()
    #expect(sums.values.allSatisfy { abs($0 - 50) < 4.5 * error }, "\(sums)")
    #expect(flown(["3", "2", "1"], replications: 30) == sums)
  }
}
