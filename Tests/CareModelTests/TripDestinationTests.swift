import CareModel
import CarePolicies
import RandomStreams
import SimulationKernel
import Testing

@Suite("Where trips as steps lead")
struct TripDestinationTests {
  /// Three hospitals in the first region, one in the second; patients begin at the first.
  private func network(_ move: Move) -> CareNetwork {
    var network = TransportFixture.network(vehicles: 10, arrivals: [0])
    network.facilities = [
      Facility(id: "a", name: "A", region: 0, latitude: 60, longitude: 15),
      Facility(id: "b", name: "B", region: 0, latitude: 61, longitude: 15),
      Facility(id: "c", name: "C", region: 0, latitude: 62, longitude: 15),
      Facility(id: "d", name: "D", region: 1, latitude: 60.1, longitude: 15),
    ]
    network.units = [0, 1, 2, 3].map { CareUnit(facility: $0, kind: 0, staffedBeds: 100) }
    network.units += [2, 3].map { CareUnit(facility: $0, kind: 1, staffedBeds: 100) }
    network.travelTimes = []
    network.pathways[0].steps = [
      Step(id: "trip", move: move, next: [Branch(to: .step(1))]),
      Step(id: "ward", unitKind: 0, stay: .constant(1)),
    ]
    return network
  }

  private func facilities(_ move: Move, patients: Int = 1) -> [Int] {
    var network = network(move)
    network.inflows[0].process = .pulse(count: patients, fromHours: 0, spanHours: 0)
    network.fleets[0].vehicles = .fixed(Double(patients))
    network.pathways[0].steps[1].stay = .constant(1_000)
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 1, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    simulation.runIn()
    simulation.run()
    var used: [Int] = []
    for region in 0..<2 {
      for unit in 0..<simulation.engine[region: region].units.count
      where simulation.engine[region: region].units[unit].occupied > 0 {
        used.append(simulation.engine[region: region].facility(ofUnit: unit))
      }
    }
    return used
  }

  @Test("To the nearest that has the unit, to one of the region's, to one that is named, to another region")
  func destinations() {
    #expect(facilities(Move(fleet: 0, destination: .nearest, unitKind: 0)) == [3])
    #expect(facilities(Move(fleet: 0, destination: .nearest, unitKind: 1)) == [3])
    #expect(facilities(Move(fleet: 0, destination: .withinRegion, unitKind: 1)) == [2])
    #expect(facilities(Move(fleet: 0, destination: .withinRegion, unitKind: 0), patients: 40) == [1, 2])
    #expect(facilities(Move(fleet: 0, destination: .facility, unitKind: 0, facility: 1)) == [1])
    #expect(facilities(Move(fleet: 0, unitKind: 0)) == [3])
  }

  @Test("Without a shortest time the way takes the fleet's: distance over speed, or the table's time")
  func times() throws {
    var network = network(Move(fleet: 0, destination: .facility, unitKind: 0, facility: 1))
    let way = network.kilometres(from: 0, to: 1) / 70
    try TransportFixture.expect("system_hours", network, hours: 1.75 + way)
    network.travelTimes = [TravelTime(from: .region(0), to: .region(0), hours: 3)]
    try TransportFixture.expect("system_hours", network, hours: 4.75)
    network.pathways[0].steps[0].move?.way = .constant(2)
    try TransportFixture.expect("system_hours", network, hours: 6.75)
  }

  @Test("A trip within the region is counted as one")
  func counted() {
    let network = network(Move(fleet: 0, destination: .withinRegion, unitKind: 1))
    #expect(TransportFixture.figure("moves_within_region_patients", network) == 1)
  }
}
