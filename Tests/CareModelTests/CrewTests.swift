import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("Crews, daylight and weather")
struct CrewTests {
  private func wait(
    isNational: Bool, vehicles: Double = 1, arrivals: [Double], _ fleet: (inout Fleet) -> Void
  ) throws -> Double {
    try #require(
      TransportFixture.figure(
        "vehicle_hours",
        TransportFixture.network(
          vehicles: vehicles, isNational: isNational, arrivals: arrivals, fleet: fleet)))
  }

  @Test("Outside the shift nobody leaves, and a trip begun is finished", arguments: [false, true])
  func shift(isNational: Bool) throws {
    let day = CrewHours(fromMinute: 8 * 60, untilMinute: 16 * 60)
    // Who comes at 20 leaves at 8; who came at 15.9 left at once and came to the end.
    let hours = try wait(isNational: isNational, arrivals: [15.9, 20]) { $0.crew = day }
    #expect(abs(hours - 12.0 / 2) < 1e-6)
    let night = CrewHours(fromMinute: 20 * 60, untilMinute: 6 * 60)
    let atNight = try wait(isNational: isNational, arrivals: [5, 8, 21]) { $0.crew = night }
    // At 5 at once; who comes at 8 leaves at 20; the car is back at 22.75.
    #expect(abs(atNight - 13.75 / 3) < 1e-6)
  }

  @Test("Outside the shift a share of the vehicles has a crew", arguments: [false, true])
  func share(isNational: Bool) throws {
    // Two vehicles by day, one by night: the second of two who come at 4 waits for the shift, not for the vehicle
    // that is back at 6.75.
    let crew = CrewHours(fromMinute: 6 * 60, untilMinute: 18 * 60, shareOutside: 0.5)
    let hours = try wait(isNational: isNational, vehicles: 2, arrivals: [4, 4]) { $0.crew = crew }
    #expect(abs(hours - 1) < 1e-6)
  }

  @Test("When the hours of the crews are over nobody leaves until midnight", arguments: [false, true])
  func hoursPerDay(isNational: Bool) throws {
    // Each trip takes 2.75 hours: after the second at 2.75 more than three are used, and the third waits until 24.
    let hours = try wait(isNational: isNational, arrivals: [0, 0, 0]) { $0.crew = CrewHours(hoursPerDay: 3) }
    #expect(abs(hours - (0 + 2.75 + 24) / 3) < 1e-6)
  }

  @Test("The hours of several vehicles are counted as they are ordered away", arguments: [false, true])
  func hoursOfSeveral(isNational: Bool) throws {
    // Three hours for three vehicles: two trips of 2.75 begin, and the third waits until 24.
    let hours = try wait(isNational: isNational, vehicles: 3, arrivals: [0, 0, 0]) {
      $0.crew = CrewHours(hoursPerDay: 1)
    }
    #expect(abs(hours - 24.0 / 3) < 1e-6)
  }

  @Test("A crew around the clock changes no byte", arguments: [2, 8])
  func sameBytes(seed: Int) {
    var (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    scenario.transportLosses = []
    for fleet in network.fleets.indices {
      network.fleets[fleet].crew = nil
      network.fleets[fleet].weather = nil
    }
    var given = network
    for fleet in given.fleets.indices {
      given.fleets[fleet].crew = CrewHours(fromMinute: 60, untilMinute: 60, hoursPerDay: 1e6)
      given.fleets[fleet].weather = FleetWeather(cancelledShare: 0, blockHours: 6)
    }
    #expect(TransportFixture.areAlike(network, given, scenarios: (scenario, scenario)))
  }

  @Test(
    "By daylight alone, who comes at midnight leaves at sunrise, and who comes after sunset the day after")
  func daylight() throws {
    let origin = TimeOrigin("2027-01-04T00:00:00+01:00")
    func sun(_ day: Int) -> (rise: Double, set: Double) {
      guard
        case .sun(let rise, let set) = Daylight.day(
          latitude: 60, longitude: 15, date: origin.date + day, offsetMinutes: origin.offsetMinutes)
      else { return (.nan, .nan) }
      return (rise / 60, set / 60)
    }
    for isNational in [false, true] {
      let first = try wait(isNational: isNational, arrivals: [0]) { $0.isDaylightOnly = true }
      #expect(abs(first - sun(0).rise) < 1e-6)
      let later = try wait(isNational: isNational, arrivals: [sun(0).set + 0.01]) { $0.isDaylightOnly = true }
      #expect(abs(later - (24 + sun(1).rise - sun(0).set - 0.01)) < 1e-6)
    }
  }

  @Test("In the polar night nobody leaves, and the patient is still there")
  func polarNight() {
    var network = TransportFixture.network(arrivals: [0]) { $0.isDaylightOnly = true }
    network.facilities[0].latitude = 78.2
    #expect(TransportFixture.figure("vehicle_hours", network) == nil)
    #expect(TransportFixture.figure("moved", network) == 0)
    #expect(TransportFixture.figure("deaths", network) == 0)
  }

  @Test(
    "With independent blocks of B hours of which a share p is bad, arrivals wait p (B / 2 + B p / (1 − p)), within 4.5 standard errors",
    arguments: [false, true])
  func weather(isNational: Bool) throws {
    let network = TransportFixture.network(
      vehicles: 10_000, isNational: isNational, ratePerHour: 1, runInDays: 1
    ) { $0.weather = FleetWeather(cancelledShare: 0.3, blockHours: 6) }
    let results = Fixture.run(network, horizonDays: 16, drainDays: 4, seed: 8, replications: 30)
    let interval = try #require(StudentInterval.of(Fixture.values("vehicle_hours", results, network)))
    let z = (interval.estimate - 0.3 * (3 + 6 * 0.3 / 0.7)) / interval.standardError
    #expect(abs(z) < 4.5, "mean \(interval.estimate), z \(z)")
  }

  @Test("Bad weather lengthens the wait: paired, 20 replications, t > 3.9 (p < 0.0005)")
  func longer() throws {
    let calm = TransportFixture.network(vehicles: 3, ratePerHour: 0.6)
    let bad = TransportFixture.network(vehicles: 3, ratePerHour: 0.6) {
      $0.weather = FleetWeather(cancelledShare: 0.2, blockHours: 3)
    }
    let interval = try #require(
      TransportFixture.difference("vehicle_hours", calm, bad, horizonDays: 8, replications: 20))
    #expect(interval.estimate / interval.standardError > 3.9, "\(interval)")
  }
}
