import CareModel
import CarePolicies
import OutputStatistics
import SimulationKernel
import Testing

@Suite("Rates by month and holiday")
struct SeasonTests {
  /// Patients who leave at once; day 0 is Monday 4 January 2027.
  private func network(_ profile: ArrivalProfile?, perDay: Double, runInDays: Double = 3) -> CareNetwork {
    CareNetwork(
      id: "season", title: "Season", runInDays: runInDays, unitKinds: [UnitKind(id: "unit", title: "unit")],
      regions: [Region(id: "0", name: "Region")], facilities: [Facility(id: "f", name: "F", region: 0)],
      units: [CareUnit(facility: 0, kind: 0, staffedBeds: 1)],
      classes: [PatientClass(id: "ill", title: "Ill", pathway: 0)],
      pathways: [Pathway(id: "out", steps: [Step(id: "out")])],
      inflows: [
        Inflow(
          id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(perDay),
          profile: profile == nil ? nil : 0)
      ], profiles: profile.map { [$0] } ?? [])
  }

  private func dailyArrivals(_ network: CareNetwork, days: Int, seed: UInt64) -> [Int] {
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: days - Int(network.runInDays), drainDays: 0, seed: seed,
      replication: 0, policies: PolicyCatalogue.policySet([], network: network))
    var before = 0
    return (1...days).map { day in
      simulation.advance(to: SimulationTime(ticks: Int64(day) * SimulationDuration.ticksPerDay))
      let arrived = simulation.engine[region: 0].arrivedCount
      defer { before = arrived }
      return arrived - before
    }
  }

  private let hours = (0..<24).map { 0.4 + Double(($0 * 7) % 24) / 12 }
  private let weekdays = [1.0, 1.1, 0.9, 1.2, 1, 0.6, 0.4]
  private let months = [1.6, 1.4, 1.2, 1, 0.9, 0.7, 0.5, 0.6, 0.9, 1, 1.2, 1.5]

  @Test("Over a leap year the counts of 12 months are those of the rates, chi-square p above 0.001")
  func monthlyCounts() throws {
    // From 1 January 2027, three days before day 0, to the end of 2028.
    let lengths = [
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]
    let monthOfDay = lengths.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    let profile = ArrivalProfile(id: "p", hours: hours, weekdays: weekdays, months: months)
    let arrivals = dailyArrivals(network(profile, perDay: 25), days: monthOfDay.count, seed: 31)
    let yearMean = zip(months, ArrivalProfile.monthDays).reduce(0) { $0 + $1.0 * $1.1 } / 365.25
    let weekMean = weekdays.reduce(0, +) / 7
    var observed = [Int](repeating: 0, count: 24)
    var expected = [Double](repeating: 0, count: 24)
    for (day, month) in monthOfDay.enumerated() {
      observed[month] += arrivals[day]
      // 1 January 2027 is a Friday.
      expected[month] += 25 * months[month % 12] / yearMean * weekdays[(4 + day) % 7] / weekMean
    }
    let (total, sum) = (Double(observed.reduce(0, +)), expected.reduce(0, +))
    #expect(abs(total - sum) < 4 * sum.squareRoot(), "\(total) arrivals, expected \(sum)")
    // Over the two years the mean is the rate itself, but for where the weeks begin and for the leap day.
    #expect(abs(sum / Double(monthOfDay.count) / 25 - 1) < 0.005)
    let test = try #require(
      GoodnessOfFit.chiSquare(observed: observed, expected: expected.map { $0 * total / sum }))
    #expect(test.pValue > 0.001, "p \(test.pValue)")
  }

  @Test("A holiday has the rate of the weekday it goes as, within 4 standard errors of 10 Wednesdays")
  func holidays() {
    let dates = (0..<10).compactMap {
      CalendarDate(daysSince1970: 20_824 + 7 * $0)
    }
    let profile = ArrivalProfile(
      id: "p", hours: hours, weekdays: [1, 1, 1, 1, 1, 0.5, 0.25], holidays: dates, holidayWeekday: 6)
    let arrivals = dailyArrivals(network(profile, perDay: 115, runInDays: 0), days: 70, seed: 32)
    let wednesdays = (0..<10).reduce(0) { $0 + arrivals[2 + 7 * $1] }
    let tuesdays = (0..<10).reduce(0) { $0 + arrivals[1 + 7 * $1] }
    // Rates sum to 5.75 a week, so that one of 0.25 is 115 · 7 · 0.25 / 5.75 = 35 a day.
    #expect(abs(Double(wednesdays) - 350) < 4 * 350.0.squareRoot(), "\(wednesdays)")
    #expect(abs(Double(tuesdays) - 1_400) < 4 * 1_400.0.squareRoot(), "\(tuesdays)")
  }

  @Test("Rates far below one a year, and months without anybody, come to an end")
  func rareAndEmpty() {
    let summer = (0..<12).map { (5...7).contains($0) ? 1.0 : 0 }
    let profile = ArrivalProfile(id: "p", hours: hours, weekdays: weekdays, months: summer)
    let arrivals = dailyArrivals(network(profile, perDay: 5), days: 365, seed: 33)
    // 1 January is three days before day 0: June begins on day 151 of the run.
    #expect(arrivals[..<151].allSatisfy { $0 == 0 } && arrivals[243...].allSatisfy { $0 == 0 })
    #expect(arrivals[151..<243].reduce(0, +) > 1_000)
    #expect(dailyArrivals(network(profile, perDay: 1e-7), days: 365, seed: 33).reduce(0, +) == 0)
  }

  @Test("Months that are all alike give the arrivals of a profile without months")
  func flatSeason() throws {
    var (network, scenario) = RandomNetwork.make(seed: 3)
    (network.profiles[0].months, network.profiles[0].holidays) = (nil, [])
    var flat = network
    flat.profiles[0].months = Array(repeating: 2, count: 12)
    let one = Fixture.run(network, scenario: scenario, horizonDays: 4, seed: 5, replications: 1)[0]
    let two = Fixture.run(flat, scenario: scenario, horizonDays: 4, seed: 5, replications: 1)[0]
    // Other roundings of the same times may differ by a microsecond: counts agree.
    #expect(one.values[0] == two.values[0])
    var none = network
    // A holiday that the run does not reach.
    none.profiles[0].holidays = [try #require(CalendarDate("2029-07-01T00:00:00+01:00"))]
    let three = Fixture.run(none, scenario: scenario, horizonDays: 4, seed: 5, replications: 1)[0]
    #expect(one.values == three.values && one.regional == three.regional)
  }

  @Test("Dates are those of the calendar")
  func calendar() throws {
    let origin = try #require(CalendarDate("2027-01-04T00:00:00+01:00"))
    #expect(origin.daysSince1970 == 20_822 && origin.weekday == 0 && origin.month == 1)
    #expect(CalendarDate("2027-02-29") == nil && CalendarDate("2028-02-29") != nil)
    #expect(CalendarDate("27-1-4") == nil && CalendarDate("2027-13-01") == nil)
    for year in [1999, 2000, 2024, 2100] {
      for month in 1...12 {
        for day in [1, CalendarDate.daysIn(month: month, of: year)] {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          #expect(date.month == month)
        }
      }
    }
  }
}
