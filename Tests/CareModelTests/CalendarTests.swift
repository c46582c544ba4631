import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import SimulationKernel
import Testing

@Suite("Calendars of places")
struct CalendarTests {
  /// All places by day, a third over the nights to Saturday and Sunday, one of ten otherwise.
  private let calendar = OpeningCalendar(
    id: "c",
    intervals: [
      OpeningInterval(weekdays: 0b1_1111, fromMinute: 465, untilMinute: 990),
      OpeningInterval(weekdays: 0b11_0000, fromMinute: 1_320, untilMinute: 360, share: 0.3),
      OpeningInterval(weekdays: 0b100_0000, fromMinute: 1_380, untilMinute: 60, share: 0.5),
    ], otherwiseShare: 0.04)

  private func network(_ servers: Int, arrivalsPerHour: Double, measures: [DeclaredMeasure] = [])
    -> CareNetwork
  {
    var network = Fixture.singleUnit(
      servers: servers, arrivalsPerHour: arrivalsPerHour, stay: .exponential(mean: 10), whenFull: .refuse,
      runInDays: 9, measures: measures)
    network.calendars = [calendar]
    return network
  }

  @Test("A unit follows its own calendar before that of its kind, over midnight and over the end of the week")
  func capacity() {
    var network = network(10, arrivalsPerHour: 0.01)
    network.unitKinds[0].openingHours = OpeningHours(
      weekdays: 0b111_1111, fromMinute: 1_200, untilMinute: 240, aroundTheClockShare: 0)
    network.facilities.append(Facility(id: "two", name: "Two", region: 0))
    network.units.append(CareUnit(facility: 1, kind: 0, staffedBeds: 10, calendar: 0))
    // Day 0 is a Thursday; nine days before it is a Tuesday.
    network.firstWeekday = 3
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 1, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    for quarter in 0..<9 * 96 {
      let minute = quarter * 15
      // One microsecond into the quarter.
      simulation.advance(to: SimulationTime(ticks: Int64(minute) * 60_000_000 + 1))
      let weekday = (1 + minute / 1_440) % 7
      let clock = minute % 1_440
      let own =
        weekday < 5 && clock >= 465 && clock < 990
        ? 10
        : (weekday == 4 || weekday == 5) && clock >= 1_320 || (weekday == 5 || weekday == 6) && clock < 360
          ? 3 : weekday == 6 && clock >= 1_380 || weekday == 0 && clock < 60 ? 5 : 1
      let ofKind = clock >= 1_200 || clock < 240 ? 10 : 0
      #expect(simulation.engine[region: 0].units[0].capacity == ofKind, "minute \(minute)")
      #expect(simulation.engine[region: 0].units[1].capacity == own, "minute \(minute)")
    }
  }

  @Test(
    "Halves of decimal shares are rounded up, also where the nearest binary fraction lies below",
    arguments: [(0.0725, 200, 15), (0.285, 100, 29), (0.145, 100, 15), (0.575, 100, 58), (0.144, 100, 14)])
  func halves(share: Double, places: Int, open: Int32) {
    var network = network(places, arrivalsPerHour: 0.01)
    network.calendars[0] = OpeningCalendar(id: "c", intervals: [], otherwiseShare: share)
    network.units[0].calendar = 0
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 1, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    simulation.advance(to: SimulationTime(ticks: 1))
    #expect(simulation.engine[region: 0].units[0].capacity == open)
  }

  @Test("A calendar with every place open around the clock, and hours written as a calendar, change no byte")
  func neutral() {
    var network = network(6, arrivalsPerHour: 0.5)
    network.calendars = [
      OpeningCalendar(id: "always", intervals: [], otherwiseShare: 1),
      OpeningCalendar(
        id: "day", intervals: [OpeningInterval(weekdays: 0b1_1111, fromMinute: 465, untilMinute: 990)],
        otherwiseShare: 0.3),
    ]
    func values(_ network: CareNetwork) -> [Double?] {
      Fixture.run(network, horizonDays: 20, seed: 5, replications: 1)[0].values
    }
    let without = values(network)
    network.unitKinds[0].calendar = 0
    #expect(values(network) == without)
    network.unitKinds[0].calendar = 1
    let asCalendar = values(network)
    network.unitKinds[0].calendar = nil
    network.units[0].calendar = 1
    #expect(values(network) == asCalendar)
    network.units[0].calendar = nil
    network.unitKinds[0].openingHours = OpeningHours(
      weekdays: 0b1_1111, fromMinute: 465, untilMinute: 990, aroundTheClockShare: 0.3)
    #expect(values(network) == asCalendar)
    #expect(asCalendar != without)
  }

  @Test("Lost calls under a calendar are those of Kolmogorov's equations, within 4 standard errors")
  func kolmogorov() throws {
    let measures = [
      DeclaredMeasure(id: "refused", quantity: .refusedShare, unitKind: 0),
      DeclaredMeasure(id: "occupied", quantity: .meanOccupied, unitKind: 0),
    ]
    var network = network(10, arrivalsPerHour: 0.6, measures: measures)
    network.unitKinds[0].calendar = 0
    let exact = Self.week(calendar, places: 10, arrivalsPerHour: 0.6, staysPerHour: 0.1)
    let results = Fixture.run(network, horizonDays: 70, seed: 6, replications: 20)
    for (id, value) in [("refused", exact.refused), ("occupied", exact.occupied)] {
      let interval = try #require(StudentInterval.of(Fixture.values(id, results, network)))
      let z = (interval.estimate - value) / interval.standardError
      #expect(abs(z) < 4, "\(id) \(interval.estimate), exact \(value), z \(z)")
    }
  }

  /// Share refused and mean number in places, over a week in equilibrium, of Poisson arrivals to places that are open
  /// by a calendar and whose exponential stays go on when they close: Kolmogorov's forward equations, by Euler
  /// steps of a minute from empty through three weeks.
  private static func week(
    _ calendar: OpeningCalendar, places: Int, arrivalsPerHour: Double, staysPerHour: Double
  ) -> (refused: Double, occupied: Double) {
    var p = [Double](repeating: 0, count: places + 1)
    p[0] = 1
    var (refused, occupied) = (0.0, 0.0)
    for minute in 0..<3 * 10_080 {
      let share = calendar.share(atMinuteOfWeek: minute % 10_080)
      let open = share == 0 ? 0 : max(1, Int((Double(places) * share + 0.5).rounded(.down)))
      // Ten steps a minute: the error of a step is then far below the standard error of the simulation.
      for _ in 0..<10 {
        let (up, down) = (arrivalsPerHour / 600, staysPerHour / 600)
        var next = p
        for n in 0...places {
          if n < open {
            next[n] -= p[n] * up
            next[n + 1] += p[n] * up
          }
          if n > 0 {
            next[n] -= p[n] * Double(n) * down
            next[n - 1] += p[n] * Double(n) * down
          }
        }
        p = next
        guard minute >= 2 * 10_080 else { continue }
        for n in 0...places {
          if n >= open { refused += p[n] / 100_800 }
          occupied += Double(n) * p[n] / 100_800
        }
      }
    }
    return (refused, occupied)
  }

  @Test("Fewer hours lengthen the queue: the paired 95 % interval of the mean wait lies above 0")
  func fewerHours() throws {
    var network = Fixture.singleUnit(
      servers: 4, arrivalsPerHour: 0.3, stay: .exponential(mean: 4), runInDays: 7,
      measures: [DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0)])
    func waits(until minute: Int) -> [Double] {
      network.calendars = [
        OpeningCalendar(
          id: "c", intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 360, untilMinute: minute)],
          otherwiseShare: 0.25)
      ]
      network.unitKinds[0].calendar = 0
      return Fixture.values(
        "wait_hours", Fixture.run(network, horizonDays: 28, seed: 7, replications: 8), network)
    }
    let difference = zip(waits(until: 1_080), waits(until: 60)).map { $0 - $1 }
    let interval = try #require(StudentInterval.of(difference))
    #expect(interval.lower > 0, "\(interval.lower) to \(interval.upper)")
  }
}
