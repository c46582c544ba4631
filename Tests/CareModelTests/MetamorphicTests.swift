import CareModel
import CarePolicies
import RandomStreams
import Testing

@Suite("Changes whose direction is known")
struct MetamorphicTests {
  private let wait = DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0)

  @Test(
    "Twice the places of a single unit, first come first served, never lengthen the wait of a replication")
  func moreBeds() {
    for stay in [Distribution.exponential(mean: 4), .lognormal(mean: 4, coefficientOfVariation: 2)] {
      let waits = [4, 8].map { servers in
        let network = Fixture.singleUnit(
          servers: servers, arrivalsPerHour: 0.95, stay: stay, measures: [wait])
        return Fixture.values(
          "wait_hours", Fixture.run(network, horizonDays: 40, drainDays: 5, seed: 41, replications: 8),
          network)
      }
      #expect(zip(waits[0], waits[1]).allSatisfy { $0 >= $1 })
      #expect(waits[0] != waits[1])
    }
  }

  @Test("A region where nothing happens changes nothing elsewhere")
  func silentRegion() {
    var network = Fixture.singleUnit(
      servers: 4, arrivalsPerHour: 0.95, stay: .exponential(mean: 4), measures: [wait])
    network.inflows[0].facilities = [0]
    let alone = Fixture.run(network, horizonDays: 20, seed: 42, replications: 2).map(\.values)
    network.regions.append(Region(id: "2", name: "Two"))
    network.facilities.append(Facility(id: "two", name: "Two", region: 1))
    // No places, so that figures per place stay the same.
    network.units.append(CareUnit(facility: 1, kind: 0, staffedBeds: 0))
    let beside = Fixture.run(network, horizonDays: 20, seed: 42, replications: 2).map(\.values)
    #expect(alone == beside)
  }

  @Test("Nothing is lost when intensive care and half the wards have no places", arguments: 1...6)
  func noPlaces(seed: Int) {
    var (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    for unit in network.units.indices
    where network.units[unit].kind == 2 || (network.units[unit].kind == 3 && unit % 2 == 0) {
      network.units[unit].staffedBeds = 0
      network.units[unit].physicalBeds = 0
    }
    scenario.casualtyFactor = 2
    for policies in [
      PolicyCatalogue.policySet([], network: network), RandomNetwork.allPolicies(network),
    ] {
      let results = Fixture.run(
        network, scenario: scenario, horizonDays: 5, seed: UInt64(seed), replications: 1,
        policies: policies, audits: true)
      #expect(results[0].eventCount > 100)
    }
  }
}
