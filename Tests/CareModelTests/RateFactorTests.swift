import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("A rate that follows the state")
struct RateFactorTests {
  private let measures = [
    DeclaredMeasure(id: "occupied", quantity: .meanOccupied, unitKind: 0),
    DeclaredMeasure(id: "queue", quantity: .meanQueue, unitKind: 0),
    DeclaredMeasure(id: "arrived", quantity: .arrivals),
    DeclaredMeasure(id: "waits", quantity: .meanWaitHours, unitKind: 0),
  ]

  private func network(_ factor: StateFactor?, servers: Int, perHour: Double) -> CareNetwork {
    var network = Fixture.singleUnit(
      servers: servers, arrivalsPerHour: perHour, stay: .exponential(mean: 1), runInDays: 5,
      measures: measures)
    network.inflows[0].rateFactor = factor
    return network
  }

  @Test("M/M/3 whose rate falls with the number present is its birth–death chain, within 4.5 standard errors")
  func birthDeath() throws {
    // Linear from 1 with nobody present to 0.2 with eight, level after.
    let factor = StateFactor(
      state: .present, unitKind: 0, points: [.init(state: 0, factor: 1), .init(state: 8, factor: 0.2)])
    let (servers, rate) = (3, 5.0)
    func multiplier(_ present: Int) -> Double { max(0.2, 1 - 0.1 * Double(present)) }
    var weights = [1.0]
    for present in 1...200 {
      weights.append(
        weights[present - 1] * rate * multiplier(present - 1) / Double(min(servers, present)))
    }
    let total = weights.reduce(0, +)
    var (occupied, queue, flow) = (0.0, 0.0, 0.0)
    for (present, weight) in weights.enumerated() {
      occupied += weight / total * Double(min(servers, present))
      queue += weight / total * Double(max(0, present - servers))
      flow += weight / total * rate * multiplier(present)
    }
    let network = network(factor, servers: servers, perHour: rate)
    let results = Fixture.run(network, horizonDays: 30, seed: 41, replications: 12)
    for (id, exact) in [("occupied", occupied), ("queue", queue), ("arrived", flow * 720)] {
      let interval = try #require(StudentInterval.of(Fixture.values(id, results, network)))
      let z = (interval.estimate - exact) / interval.standardError
      #expect(abs(z) < 4.5, "\(id) \(interval.estimate), exactly \(exact), z \(z)")
    }
  }

  @Test(
    "A rate that halves when all places are full shortens waits: the 95 % interval of paired differences is below 0"
  )
  func shorterWaits() throws {
    let factor = StateFactor(
      state: .occupancy, unitKind: 0, points: [.init(state: 0.7, factor: 1), .init(state: 1, factor: 0.5)])
    let with = network(factor, servers: 4, perHour: 3.6)
    let without = network(nil, servers: 4, perHour: 3.6)
    func waits(_ network: CareNetwork) -> [Double] {
      Fixture.values(
        "waits", Fixture.run(network, horizonDays: 20, seed: 42, replications: 8), network)
    }
    let differences = zip(waits(with), waits(without)).map { $0 - $1 }
    let interval = try #require(StudentInterval.of(differences))
    // t(7, 0.975) = 2.365.
    #expect(interval.estimate + 2.365 * interval.standardError < 0, "\(interval.estimate)")
  }

  @Test(
    "A multiplier that is one everywhere, at a facility or in its region, changes no byte",
    arguments: StateFactor.Place.allCases)
  func neutral(place: StateFactor.Place) {
    let (network, scenario) = RandomNetwork.make(seed: 5)
    var same = network
    for inflow in same.inflows.indices {
      same.inflows[inflow].rateFactor = StateFactor(
        state: .waiting, unitKind: 0, place: place,
        points: [.init(state: 0, factor: 1), .init(state: 3, factor: 1)])
    }
    var plain = network
    for inflow in plain.inflows.indices { plain.inflows[inflow].rateFactor = nil }
    let one = Fixture.run(plain, scenario: scenario, horizonDays: 4, seed: 6, replications: 1)[0]
    let two = Fixture.run(same, scenario: scenario, horizonDays: 4, seed: 6, replications: 1)[0]
    #expect(one.values == two.values && one.regional == two.regional)
  }
}
