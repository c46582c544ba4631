import CareModel
import CarePolicies
import RandomStreams
import SimulationKernel
import Testing

/// Hits on units that hours, surge and shared places have changed, by hand.
@Suite("Which places a disruption takes, and from whom")
struct LostPlaceTests {
  /// Ten places, of which some share is open outside 08:00 to 20:00.
  private static func ward(
    patients: Int, nightShare: Double = 1, physical: Int = 10, levels: [SurgeLevel] = []
  ) -> CareNetwork {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "ward", title: "ward", calendar: 0, surgeLevels: levels)], beds: [10],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(100))],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: (0..<patients).map { _ in (0, 12) },
      measures: [DeclaredMeasure(id: "dead", quantity: .deaths)])
    network.units[0].physicalBeds = physical
    network.calendars = [
      OpeningCalendar(
        id: "days", intervals: [OpeningInterval(weekdays: 127, fromMinute: 480, untilMinute: 1_200)],
        otherwiseShare: nightShare)
    ]
    return network
  }

  private static func hit(atHour: Double, _ share: Double, killedShare: Double = 1) -> Disruption {
    Disruption(
      id: "hit", scheduled: [(day: atHour / 24, facility: 0)], lostShare: share, killedShare: killedShare)
  }

  private static func dead(_ network: CareNetwork, _ scenario: Scenario) -> Double? {
    Fixture.values(
      "dead",
      Fixture.run(network, scenario: scenario, horizonDays: 3, seed: 1, replications: 1, audits: true),
      network
    ).first
  }

  private static func openPlaces(_ network: CareNetwork, _ scenario: Scenario, atHours hours: [Double])
    -> [Int]
  {
    var arm = CareSimulation(
      network, scenario: scenario, horizonDays: 5, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    arm.runIn()
    arm.begin()
    var places: [Int] = []
    for hour in hours {
      arm.advance(to: SimulationTime(ticks: 0) + .hours(hour))
      places.append(arm.engine[region: 0].capacity(kind: 0))
    }
    return places
  }

  private static let all = SurgeLevel(id: "all", extra: .physical)

  private static func order(_ from: Double, _ until: Double) -> [SurgePlan] {
    [SurgePlan(unitKind: 0, level: 1, fromDay: from, untilDay: until)]
  }

  @Test("A hit by night takes as many patients as one by day: who lies in a place that stands keeps it")
  func night() {
    for hour in [16.0, 22] {
      func dead(patients: Int, _ share: Double) -> Double? {
        Self.dead(
          Self.ward(patients: patients, nightShare: 0.2),
          Scenario(id: "s", title: "S", disruptions: [Self.hit(atHour: hour, share)]))
      }
      #expect(dead(patients: 5, 0.1) == 0)
      #expect(dead(patients: 5, 0.7) == 2)
      #expect(dead(patients: 10, 0.1) == 1)
    }
  }

  @Test("A place kept for one on the way is not lost because hours have closed others meanwhile")
  func keptThroughTheEvening() throws {
    var network = TransportFixture.network(vehicles: 2, arrivals: [0, 0])
    network.facilities[1].region = 0
    network.units[1].staffedBeds = 4
    network.unitKinds[1].calendar = 0
    // Four are open in the first hour, one after; both leave at 0 and come at 1.75.
    network.calendars = [
      OpeningCalendar(
        id: "first", intervals: [OpeningInterval(weekdays: 127, fromMinute: 0, untilMinute: 60)],
        otherwiseShare: 0.25)
    ]
    let hit = Disruption(id: "hit", scheduled: [(day: 1.5 / 24, facility: 1)], lostShare: 0.25)
    try TransportFixture.expect(
      "system_hours", network, scenario: Scenario(id: "s", title: "S", disruptions: [hit]), hours: 2.75)
  }

  @Test("Hours open their share of the places that a hit has left")
  func nightPlaces() {
    let scenario = Scenario(id: "s", title: "S", disruptions: [Self.hit(atHour: 10, 0.5)])
    // Ten by day and five by night; then five and, of two and a half, three.
    #expect(
      Self.openPlaces(Self.ward(patients: 0, nightShare: 0.5), scenario, atHours: [7, 9, 11, 21, 33])
        == [5, 10, 5, 3, 5])
  }

  @Test("A total loss leaves no place open, whether a level of surge is open before it or ordered after")
  func totalLossInSurge() {
    let network = Self.ward(patients: 15, physical: 20, levels: [Self.all])
    for plan in [Self.order(0, 3), Self.order(1, 3)] {
      func scenario(_ share: Double) -> Scenario {
        Scenario(
          id: "s", title: "S", disruptions: [Self.hit(atHour: 18, share, killedShare: 0)], surge: plan)
      }
      #expect(Self.openPlaces(network, scenario(1), atHours: [19, 25, 71]) == [0, 0, 0])
      // Half of ten or of twenty.
      #expect(Self.openPlaces(network, scenario(0.5), atHours: [25, 71, 73]) == [10, 10, 5])
    }
    var scenario = Scenario(
      id: "s", title: "S", disruptions: [Self.hit(atHour: 18, 1)], surge: Self.order(0, 3))
    #expect(Self.dead(network, scenario) == 15)
    scenario.disruptions[0].repair = .constant(6)
    #expect(Self.openPlaces(network, scenario, atHours: [19, 25, 73]) == [0, 20, 10])
  }

  @Test("Of patients who stayed when a level was given back, a hit takes its share")
  func surgeGivenBack() {
    let network = Self.ward(patients: 20, physical: 20, levels: [Self.all])
    func dead(_ share: Double) -> Double? {
      Self.dead(
        network,
        Scenario(
          id: "s", title: "S", disruptions: [Self.hit(atHour: 22, share)], surge: Self.order(0, 20.0 / 24)))
    }
    #expect(dead(0.1) == 2)
    #expect(dead(0.5) == 10)
    #expect(dead(1) == 20)
  }

  @Test("All who lose a place lose it before the most urgent of them asks for another")
  func mostUrgentFirst() {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit", preemption: .resume)], beds: [3],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: [0, 1, 3].map { PatientClass(id: "p\($0)", title: "P", pathway: 0, priority: $0) },
      arrivals: [(2, 0), (1, 1), (0, 2)], measures: [])
    network.measures = (0..<3).map {
      DeclaredMeasure(id: "hours\($0)", quantity: .meanHoursInSystem, classes: [$0])
    }
    let scenario = Scenario(
      id: "s", title: "S", disruptions: [Self.hit(atHour: 4, 0.667, killedShare: 0)])
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 3, seed: 1, replications: 1, audits: true)
    // One place is left: the most urgent goes on from 4 to 12, the next from 12 to 19, the last from 19 to 25.
    #expect((0..<3).map { Fixture.values("hours\($0)", results, network) } == [[10], [18], [25]])
  }

  @Test("A hit on what a stay takes together with its unit breaks the stay off", arguments: [0.0, 1.0])
  func together(killedShare: Double) {
    var step = Step(id: "s", unitKind: 0, stay: .constant(10))
    step.together = [1]
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "theatre", title: "theatre"), UnitKind(id: "team", title: "team")], beds: [2, 2],
      steps: [step], classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 0), (0, 1)],
      measures: [
        DeclaredMeasure(id: "dead", quantity: .deaths),
        DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem),
      ])
    var hit = Self.hit(atHour: 5, 1, killedShare: killedShare)
    hit.unitKinds = [1]
    hit.repair = .constant(20)
    let results = Fixture.run(
      network, scenario: Scenario(id: "s", title: "S", disruptions: [hit]), horizonDays: 3, seed: 1,
      replications: 1, audits: true)
    #expect(Fixture.values("dead", results, network) == [2 * killedShare])
    // Five and four hours are past at 5; both go on at 25.
    if killedShare == 0 { #expect(Fixture.values("hours", results, network) == [30]) }
  }
}
