import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import SimulationKernel
import Testing

@Suite("Open places follow the staff")
struct StaffTests {
  /// A ward and an intensive care unit that share nurses who work 42 hours a week: a quarter of them is present.
  private func network(nurses: Double, ward: Int = 10, intensive: Int = 4, claimed: Double = 0) -> CareNetwork
  {
    var network = Fixture.singleUnit(
      servers: ward, arrivalsPerHour: 0.5, stay: .exponential(mean: 10), runInDays: 2,
      measures: [
        DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0),
        DeclaredMeasure(id: "waited", quantity: .waitedShare, unitKind: 0),
        DeclaredMeasure(id: "open", quantity: .meanOpenPlaces, unitKind: 0),
        DeclaredMeasure(id: "closed_days", quantity: .placeDaysClosedForStaff, unitKind: 0),
        DeclaredMeasure(id: "nurses", quantity: .meanPresentStaff, profession: 0),
      ])
    network.unitKinds[0].staffNeed = [StaffNeed(profession: 0, personsPerPlace: 0.5)]
    network.unitKinds.append(
      UnitKind(
        id: "icu", title: "icu", isHospitalBed: true, isIntensiveCare: true,
        surgeLevels: [
          SurgeLevel(
            id: "crisis", extra: .share(1), staffNeed: [StaffNeed(profession: 0, personsPerPlace: 0.5)])
        ], staffNeed: [StaffNeed(profession: 0, personsPerPlace: 1)], staffPriority: 0))
    network.unitKinds[0].staffPriority = 1
    network.units.append(CareUnit(facility: 0, kind: 1, staffedBeds: intensive, physicalBeds: 2 * intensive))
    network.professions = [Profession(id: "nurse", title: "Nurses")]
    network.staff = [
      StaffGroup(
        profession: 0, region: 0, facility: 0, persons: nurses, weeklyHours: 42, claimedPersons: claimed,
        claimedBy: claimed > 0 ? "army" : "")
    ]
    return network
  }

  /// Open places of ward and intensive care every so many hours from day 0.
  private func places(
    _ network: CareNetwork, _ scenario: Scenario = .peace, every hours: Int = 24, days: Int
  ) -> [[Int32]] {
    var simulation = CareSimulation(
      network, scenario: scenario, horizonDays: days, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    simulation.runIn()
    simulation.begin()
    return stride(from: 0, to: days * 24, by: hours).map { hour in
      simulation.advance(
        to: SimulationTime(ticks: Int64(48 + hour) * SimulationDuration.ticksPerHour + 1))
      return [
        simulation.engine[region: 0].units[0].capacity, simulation.engine[region: 0].units[1].capacity,
      ]
    }
  }

  private func scenario(_ changes: [StaffChange], surge: [SurgePlan] = []) -> Scenario {
    Scenario(id: "s", title: "S", surge: surge, staffChanges: changes)
  }

  @Test(
    "A place around the clock needs 168 hours over the working week, and the kind of highest priority is served first",
    arguments: [(36.0, 10, 4), (35.9, 9, 4), (20, 2, 4), (16, 0, 4), (15.9, 1, 3), (0, 0, 0), (500, 10, 4)])
  func arithmetic(nurses: Double, ward: Int32, intensive: Int32) {
    #expect(places(network(nurses: nurses), days: 1) == [[ward, intensive]])
  }

  @Test("Staff that is just enough gives the bytes of a network without staff")
  func exactlyEnough() {
    for (weekly, need) in [(42.0, 0.5), (38.25, 0.3), (37.0, 0.7)] {
      var with = network(nurses: 0)
      with.unitKinds[0].staffNeed[0].personsPerPlace = need
      with.staff[0].weeklyHours = weekly
      with.staff[0].persons = (10 * need + 4) * 168 / weekly
      var without = with
      for kind in 0..<2 {
        without.unitKinds[kind].staffNeed = []
        without.unitKinds[kind].surgeLevels = []
      }
      func values(_ network: CareNetwork) -> [Double?] {
        Fixture.run(network, horizonDays: 20, seed: 5, replications: 1)[0].values
      }
      without.professions = []
      without.staff = []
      without.measures.removeLast()
      with.measures.removeLast()
      #expect(values(with) == values(without))
    }
  }

  @Test("Half the staff waits as Erlang C says of half the places, within 4 standard errors")
  func erlang() throws {
    // 6.5 nurses present, of whom intensive care takes four: half a nurse for each of five places of ten.
    let network = network(nurses: 26)
    var slower = network
    slower.inflows[0].ratePerDay = .fixed(0.4 * 24)
    let results = Fixture.run(slower, horizonDays: 400, seed: 6, replications: 8)
    let interval = try #require(StudentInterval.of(Fixture.values("waited", results, slower)))
    // Erlang C of five places and a load of four.
    let z = (interval.estimate - 0.5541) / interval.standardError
    #expect(abs(z) < 4, "\(interval.estimate), z \(z)")
    #expect(Fixture.values("open", results, slower).allSatisfy { abs($0 - 5) < 1e-9 })
    #expect(Fixture.values("closed_days", results, slower).allSatisfy { abs($0 - 5 * 400) < 1e-6 })
    #expect(Fixture.values("nurses", results, slower).allSatisfy { abs($0 - 6.5) < 1e-9 })
  }

  @Test(
    "A claim takes those who are also another employer's, a call-up adds to those who are left, absence to neither"
  )
  func changes() {
    // 40 nurses, 8 of them claimed on days 1 to 4; a quarter more of those left are called up on days 2 to 6.
    let network = network(nurses: 40, claimed: 8)
    let open = places(
      network,
      scenario([
        StaffChange(kind: .claim(employer: "army"), fromDay: 1, untilDay: 5),
        StaffChange(kind: .callUp(share: 0.25), profession: 0, fromDay: 2, untilDay: 7),
        StaffChange(kind: .absence(share: 0.5), fromDay: 3, untilDay: 4, facilities: [0]),
        StaffChange(kind: .absence(share: 0.5), fromDay: 6, untilDay: 8, regions: [0]),
        StaffChange(kind: .absence(share: 1), fromDay: 0, untilDay: 8, regions: [0], facilities: [7]),
      ]), days: 8)
    // Present: 10, 8, 10, 5, 10, 12.5, 6.25, 5; intensive care takes 4, and a ward place half a nurse.
    #expect(open.map { $0[1] } == [4, 4, 4, 4, 4, 4, 4, 4])
    #expect(open.map { $0[0] } == [10, 8, 10, 2, 10, 10, 4, 2])
  }

  @Test("Sickness and a calendar of hours change who is present, and the region's own staff fills up")
  func presence() {
    var network = network(nurses: 0)
    network.calendars = [
      OpeningCalendar(
        id: "days", intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 420, untilMinute: 1_140)],
        otherwiseShare: 0.5)
    ]
    network.staff = [
      // 126 shares a week: 36 × 42 ÷ 126 = 12 by day and 6 at night, less a fourth: 9 and 4.5.
      StaffGroup(profession: 0, region: 0, facility: 0, persons: 36, weeklyHours: 42, calendar: 0),
      StaffGroup(profession: 0, region: 0, persons: 2, weeklyHours: 84),
    ]
    network.professions[0].sicknessShare = 0.25
    // With 0.75 of the region: 9.75 and 5.25.
    let open = places(network, every: 6, days: 1)
    #expect(open.map { $0[1] } == [4, 4, 4, 4])
    #expect(open.map { $0[0] } == [2, 2, 10, 10])
  }

  @Test("A level of surge has its own need, longer hours while it lasts, and exhausts")
  func surge() {
    var network = network(nurses: 36, intensive: 4)
    network.professions[0].surgeWeeklyHours = 56
    network.professions[0].exhaustion = Exhaustion(
      afterDays: 2, lostSharePerDay: 0.25, leastShare: 0.4, regainedSharePerDay: 0.3)
    let open = places(
      network, scenario([], surge: [SurgePlan(unitKind: 1, level: 1, fromDay: 1, untilDay: 6)]), every: 24,
      days: 9)
    // Present: 9; in surge 12, of which eight places of intensive care take 4; from the third day of surge 9, 6, 4.8,
    // 4.8; after it 9 × 0.4, then 0.7, then 1 of 9, for intensive care as before and ward places of half a nurse.
    #expect(open.map { $0[1] } == [4, 8, 8, 8, 8, 8, 3, 4, 4])
    #expect(open.map { $0[0] } == [10, 10, 10, 10, 10, 4, 1, 4, 10])
  }

  @Test("A disruption takes a share of the facility's own staff until the repair")
  func disruption() {
    var scenario = Scenario.peace
    scenario.disruptions = [
      Disruption(
        id: "cut", scheduled: [(day: 1.5, facility: 0)], lostShare: 0, repair: .constant(36),
        lostStaffShare: 0.5)
    ]
    let open = places(network(nurses: 40), scenario, every: 12, days: 4)
    // Present: 10, and 5 from 36 hours to 72.
    #expect(open.map { $0[0] } == [10, 10, 10, 2, 2, 2, 10, 10])
  }

  @Test("Absence lengthens the wait: the paired 95 % interval lies above 0; patients in place stay")
  func absence() throws {
    let network = network(nurses: 36)
    func waits(_ share: Double) -> [Double] {
      Fixture.values(
        "wait_hours",
        Fixture.run(
          network, scenario: scenario([StaffChange(kind: .absence(share: share), fromDay: 1, untilDay: 8)]),
          horizonDays: 20, seed: 7, replications: 8, audits: share == 0.4), network)
    }
    let interval = try #require(StudentInterval.of(zip(waits(0.4), waits(0)).map { $0 - $1 }))
    #expect(interval.lower > 0, "\(interval.lower) to \(interval.upper)")
  }
}
