import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import SimulationKernel
import Testing

@Suite("Appointments")
struct AppointmentTests {
  private func network(
    _ appointments: [Inflow.Appointments], runInDays: Double, firstWeekday: Int = 0,
    from: Double? = nil, until: Double? = nil, groupSize: Int? = nil
  ) -> CareNetwork {
    var network = Fixture.singleUnit(servers: 1, arrivalsPerHour: 1, stay: .constant(0.01))
    network.runInDays = runInDays
    network.firstWeekday = firstWeekday
    network.inflows[0].process = .appointments(appointments)
    network.inflows[0].fromHours = from
    network.inflows[0].untilHours = until
    network.inflows[0].groupSize = groupSize.map { .constant(Double($0)) }
    return network
  }

  /// Minutes from the start of the run at which somebody comes, and how many.
  private func arrivals(_ network: CareNetwork, days: Int) -> [Int: Int] {
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: days, drainDays: 0, seed: 5, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    var found: [Int: Int] = [:]
    var before = 0
    for minute in 0..<(Int(network.runInDays) + days) * 1_440 {
      // What happens at the minute itself has happened a second later.
      simulation.advance(to: SimulationTime(ticks: Int64(minute) * 60_000_000 + 1_000_000))
      let arrived = simulation.engine[region: 0].arrivedCount
      if arrived > before { found[minute] = arrived - before }
      before = arrived
    }
    return found
  }

  @Test("They come at their times of the week from the beginning of the run-in, whatever weekday that is")
  func times() {
    // Tuesday and Thursday at 07:45 and 08:15, Sunday at 23:30 and, over midnight, Monday at 00:10.
    let appointments = [
      Inflow.Appointments(weekdays: [1, 3], fromMinute: 465, count: 2, spanHours: 1),
      Inflow.Appointments(weekdays: [6], fromMinute: 1_410, count: 3, spanHours: 2),
    ]
    let week: [Int: Int] = [
      1_905: 1, 1_935: 1, 4_785: 1, 4_815: 1, 10_050: 1, 10: 1, 50: 1,
    ]
    for (weekday, runIn) in [(0, 0), (4, 9), (2, 3), (1, 0), (6, 12), (0, 1)] {
      let network = network(appointments, runInDays: Double(runIn), firstWeekday: weekday)
      let start = ((weekday - runIn) % 7 + 7) % 7 * 1_440
      var expected: [Int: Int] = [:]
      for minute in 0..<(runIn + 15) * 1_440 { expected[minute] = week[(start + minute) % 10_080] }
      #expect(arrivals(network, days: 15) == expected, "weekday \(weekday), run-in \(runIn)")
    }
  }

  @Test("They begin and end with the hours of their inflow, and come in its groups")
  func bounds() {
    let daily = [Inflow.Appointments(weekdays: Array(0..<7), fromMinute: 600, count: 1)]
    let network = network(daily, runInDays: 2, from: 34, until: 82, groupSize: 4)
    // Day 1 at 10:00 is hour 34 and comes, day 3 at 10:00 is hour 82 and does not.
    #expect(arrivals(network, days: 6) == [(2 + 1) * 1_440 + 600: 4, (2 + 2) * 1_440 + 600: 4])
  }

  /// σ = exp(−μ (1 − σ)) for one arrival an hour and μ services an hour; the mean wait is σ / (μ (1 − σ)): Kendall 1953,
  /// DOI 10.1214/aoms/1177728975.
  @Test("One an hour, day and night, waits as D/M/1 does, within 4 standard errors")
  func theory() throws {
    var network = Fixture.singleUnit(
      servers: 1, arrivalsPerHour: 1, stay: .exponential(mean: 0.8),
      measures: [
        DeclaredMeasure(id: "wait", quantity: .meanWaitHours, unitKind: 0),
        DeclaredMeasure(id: "arrivals", quantity: .arrivals),
      ])
    network.runInDays = 5
    network.inflows[0].process = .appointments([
      .init(weekdays: Array(0..<7), fromMinute: 17, count: 24, spanHours: 24)
    ])
    let results = Fixture.run(network, horizonDays: 40, seed: 6, replications: 40)
    #expect(Fixture.values("arrivals", results, network) == Array(repeating: 960, count: 40))
    var sigma = 0.5
    for _ in 0..<200 { sigma = PortableMath.exp(-1.25 * (1 - sigma)) }
    let expected = sigma / (1.25 * (1 - sigma))
    let interval = try #require(StudentInterval.of(Fixture.values("wait", results, network)))
    let z = (interval.estimate - expected) / interval.standardError
    #expect(abs(z) < 4, "mean \(interval.estimate), expected \(expected), z \(z)")
  }

  @Test("A group has a mean size whatever its law, for at most 1,023 come together")
  func groups() {
    var network = network([.init(weekdays: [0], fromMinute: 0, count: 1)], runInDays: 0)
    network.inflows[0].groupSize = .shifted(.logLogistic(median: 2, shape: 1), by: 1)
    // The mean of min(1023, 1 + X) with P(X > x) = 1 / (1 + x / 2): 1 + 2 ln(1 + 1022 / 2).
    let expected = 1 + 2 * PortableMath.log(512)
    #expect(abs(network.inflows[0].meanGroupSize - expected) < 1e-9)
    #expect(abs(network.expectedPatients(of: network.inflows[0], days: 14) - 2 * expected) < 1e-9)
    network.inflows[0].groupSize = .constant(1e7)
    #expect(network.inflows[0].meanGroupSize == 1_023)
  }
}
