import CareModel
import OutputStatistics
import Testing

@Suite("Times on the way that the model gives")
struct TravelTimeTests {
  @Test("A time is taken instead of distance over speed, there and back; the way back may have its own")
  func thereAndBack() throws {
    var network = TransportFixture.network(arrivals: [0, 0])
    network.travelTimes = [TravelTime(from: .facility(0), to: .facility(1), hours: 1.5)]
    func expect(_ id: String, _ hours: Double) throws {
      let figure = try #require(TransportFixture.figure(id, network))
      #expect(abs(figure - hours) < 1e-6)
    }
    // Load 0.25, way 1.5, hand over 0.5, back 1.5: the second waits 3.75 hours, on average half of it.
    try expect("vehicle_hours", 3.75 / 2)
    try expect("system_hours", 2.25 + 1 + 3.75 / 2)
    network.travelTimes.append(TravelTime(from: .region(1), to: .facility(0), hours: 9))
    try expect("vehicle_hours", 3.75 / 2)
    network.travelTimes.append(TravelTime(from: .facility(1), to: .facility(0), hours: 0.5))
    try expect("vehicle_hours", 2.75 / 2)
  }

  @Test("The fleet's own time beats one of all fleets, and one between facilities beats one of a region")
  func precedence() {
    var network = TransportFixture.network()
    var other = network.fleets[0]
    other.id = "other"
    network.fleets.append(other)
    network.travelTimes = [
      TravelTime(from: .facility(0), to: .facility(1), hours: 2),
      TravelTime(from: .region(0), to: .region(1), fleet: 1, hours: 4),
      TravelTime(from: .region(0), to: .region(1), hours: 3),
      TravelTime(from: .facility(1), to: .region(0), hours: 7),
    ]
    let table = WayTable(network)
    #expect(table.tables == [0, 1])
    // By table, from and to: the way from 1 to 0 is given in its own direction by the last, with one facility.
    #expect(table.hours == [-1, 2, 2, -1, -1, 4, 4, -1])
  }

  @Test("A table that says distance over speed changes no byte", arguments: [1, 4, 9])
  func sameBytes(seed: Int) {
    var (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    network.travelTimes = []
    for fleet in network.fleets.indices {
      network.fleets[fleet].speedEmpty = network.fleets[fleet].speedLoaded
    }
    var given = network
    for (index, fleet) in network.fleets.enumerated() {
      for from in network.facilities.indices {
        for to in network.facilities.indices where to != from {
          let way = network.kilometres(from: from, to: to) * fleet.detourFactor
          given.travelTimes.append(
            TravelTime(
              from: .facility(from), to: .facility(to), fleet: index, hours: way / fleet.speedLoaded))
        }
      }
    }
    #expect(TransportFixture.areAlike(network, given, scenarios: (scenario, scenario)))
  }

  @Test(
    "Half an hour more on the way lengthens the wait for a vehicle: paired, 20 replications, t > 3.9 (p < 0.0005)"
  )
  func longerWay() throws {
    let short = TransportFixture.network(vehicles: 2, ratePerHour: 0.6)
    var long = short
    long.travelTimes[0].hours += 0.5
    let interval = try #require(
      TransportFixture.difference("vehicle_hours", short, long, horizonDays: 8, replications: 20))
    #expect(
      interval.estimate / interval.standardError > 3.9, "\(interval.estimate) ± \(interval.standardError)")
  }
}
