import CareModel
import OutputStatistics
import Testing

@Suite("Vehicles that are lost")
struct TransportLossTests {
  private func losses(_ share: Double, die: Double, fleet: Int = 0, regions: [Int] = []) -> Scenario {
    Scenario(
      id: "losses", title: "Losses",
      transportLosses: [
        TransportLoss(
          fleet: fleet, sharePerTrip: share, fromDay: 0, untilDay: 10, regions: regions,
          passengersDieShare: die)
      ])
  }

  @Test(
    "Each vehicle that leaves is lost with its passenger until none is left; the rest wait",
    arguments: [false, true])
  func allDie(isNational: Bool) {
    let network = TransportFixture.network(vehicles: 3, isNational: isNational, arrivals: [0, 0, 0, 1, 2])
    let scenario = losses(1, die: 1)
    #expect(TransportFixture.figure("deaths", network, scenario: scenario) == 3)
    #expect(TransportFixture.figure("moved", network, scenario: scenario) == 0)
    #expect(TransportFixture.figure("lost", network, scenario: scenario) == 3)
    // Elsewhere nothing is lost.
    #expect(TransportFixture.figure("moved", network, scenario: losses(1, die: 1, regions: [1])) == 5)
  }

  @Test(
    "Who is not killed waits again, and goes with another fleet when none is left", arguments: [false, true])
  func returned(isNational: Bool) throws {
    let network = ClosureTests.withAir(arrivals: [0], isNational: isNational)
    let scenario = losses(1, die: 0)
    #expect(TransportFixture.figure("deaths", network, scenario: scenario) == 0)
    let hours = try #require(TransportFixture.figure("system_hours", network, scenario: scenario))
    #expect(abs(hours - 7.75) < 1e-6)
  }

  @Test("When a desk has lost all its craft, those who wait go otherwise after the next picture")
  func deskIsEmpty() throws {
    var network = ClosureTests.withAir(arrivals: [0], isNational: true, airHours: 0.5)
    network.situation = SituationReporting(intervalHours: 6, delayHours: 1)
    // The craft is lost at once; the picture of 6 o'clock is known at 7.
    let hours = try #require(
      TransportFixture.figure("system_hours", network, scenario: losses(1, die: 0, fleet: 1)))
    #expect(abs(hours - (7 + 1.75 + 1)) < 1e-3)
  }

  @Test(
    "A share of vehicles is lost and a share of passengers dies: within 4.5 standard errors of 0.2 and 0.2 × 0.5"
  )
  func shares() throws {
    let network = TransportFixture.network(vehicles: 10_000, ratePerHour: 4)
    let results = Fixture.run(
      network, scenario: losses(0.2, die: 0.5), horizonDays: 10, drainDays: 1, seed: 2, replications: 20)
    let deaths = Fixture.values("deaths", results, network)
    let arrivals = Fixture.values("came", results, network)
    // Who lives tries again: of those who come, 0.1 + 0.1 × 0.1 + … = 1/9 die and 8/9 arrive.
    let interval = try #require(StudentInterval.of(zip(deaths, arrivals).map { $0 / ($0 + $1) }))
    let z = (interval.estimate - 1.0 / 9) / interval.standardError
    #expect(abs(z) < 4.5, "mean \(interval.estimate), z \(z)")
  }

  @Test("A share of zero changes no byte", arguments: [1, 6])
  func sameBytes(seed: Int) {
    let (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    var (none, zero) = (scenario, scenario)
    none.transportLosses = []
    zero.transportLosses = network.fleets.indices.map {
      TransportLoss(fleet: $0, sharePerTrip: 0, fromDay: 0, untilDay: 9)
    }
    #expect(TransportFixture.areAlike(network, network, scenarios: (none, zero)))
  }

  @Test("Losses of vehicles lengthen the wait: paired, 20 replications, t > 3.9 (p < 0.0005)")
  func longer() throws {
    let network = TransportFixture.network(vehicles: 12, ratePerHour: 0.6)
    let interval = try #require(
      TransportFixture.difference(
        "vehicle_hours", network, network, scenarios: (.peace, losses(0.15, die: 0)), horizonDays: 8,
        replications: 20))
    #expect(interval.estimate / interval.standardError > 3.9, "\(interval)")
  }

  @Test(
    "Of two in a craft that is lost each dies with the share once: one in the mean, within 4.5 standard errors",
    arguments: [false, true])
  func onceEach(isNational: Bool) {
    let network = TransportFixture.network(seats: 10, isNational: isNational, arrivals: [0, 0])
    let replications = 400
    let deaths = Fixture.values(
      "deaths",
      Fixture.run(
        network, scenario: losses(1, die: 0.5), horizonDays: 1, seed: 8, replications: replications), network)
    let z = (deaths.reduce(0, +) - Double(replications)) / (Double(replications) / 2).squareRoot()
    #expect(abs(z) < 4.5, "\(deaths.reduce(0, +)) deaths, z \(z)")
  }
}
