import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import SimulationKernel
import Testing

@Suite("Levels of surge")
struct SurgeTests {
  private let levels = [
    SurgeLevel(id: "more", extra: .share(0.25), leadTimeHours: 12),
    SurgeLevel(id: "all", extra: .physical, leadTimeHours: 30),
  ]

  private func network(_ servers: Int, arrivalsPerHour: Double, measures: [DeclaredMeasure] = [])
    -> CareNetwork
  {
    var network = Fixture.singleUnit(
      servers: servers, arrivalsPerHour: arrivalsPerHour, stay: .exponential(mean: 10), runInDays: 2,
      measures: measures)
    network.units[0].physicalBeds = servers * 2
    network.unitKinds[0].surgeLevels = levels
    return network
  }

  private func scenario(_ plans: [SurgePlan]) -> Scenario { Scenario(id: "s", title: "S", surge: plans) }

  @Test("Places open a lead time after the order and close at once, and an order called off opens nothing")
  func leadTime() {
    let network = network(10, arrivalsPerHour: 0.01)
    var simulation = CareSimulation(
      network,
      scenario: scenario([
        SurgePlan(unitKind: 0, level: 2, fromDay: 0.5, untilDay: 3),
        SurgePlan(unitKind: 0, level: 1, fromDay: 2, untilDay: 4),
        SurgePlan(unitKind: 0, level: 1, fromDay: 5, untilDay: 5.25),
        SurgePlan(unitKind: 0, level: 2, fromDay: 6, untilDay: 7, regions: [1]),
      ]), horizonDays: 8, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    simulation.runIn()
    var capacities: [Int] = []
    var arm = simulation.copy(with: PolicyCatalogue.policySet([], network: network))
    arm.begin()
    for hour in 0..<8 * 24 {
      arm.advance(to: SimulationTime(ticks: Int64(48 + hour) * SimulationDuration.ticksPerHour + 1))
      capacities.append(arm.engine[region: 0].capacity(kind: 0))
    }
    for hour in 0..<8 * 24 {
      // Ordered at 12: level 1 from 24, level 2 from 42 until 72; level 1 goes on until 96. The order at 120 is called off.
      let expected = hour < 24 ? 10 : hour < 42 ? 13 : hour < 72 ? 20 : hour < 96 ? 13 : 10
      #expect(capacities[hour] == expected, "hour \(hour)")
    }
  }

  @Test(
    "With a level the places of those below are open, also when it is given back before their own lead time")
  func lowerLevels() {
    var network = network(4, arrivalsPerHour: 0.01)
    network.unitKinds[0].surgeLevels = [
      SurgeLevel(id: "half", extra: .share(0.5), leadTimeHours: 24),
      SurgeLevel(id: "all", extra: .share(1), leadTimeHours: 1),
    ]
    var arm = CareSimulation(
      network,
      scenario: scenario([
        SurgePlan(unitKind: 0, level: 1, fromDay: 0, untilDay: 4),
        SurgePlan(unitKind: 0, level: 2, fromDay: 0, untilDay: 0.5),
      ]), horizonDays: 5, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    arm.runIn()
    arm.begin()
    var capacities: [Int] = []
    for hour in [0.5, 1.5, 11.5, 12.5, 30, 97] {
      arm.advance(to: SimulationTime(ticks: 0) + .hours(48 + hour))
      capacities.append(arm.engine[region: 0].capacity(kind: 0))
    }
    #expect(capacities == [4, 8, 8, 6, 6, 4])
  }

  @Test(
    "A reserve that nobody staffs opens for those who wait for it, and closes when nobody needs it",
    arguments: ["threshold-levels", "national-escalation"])
  func reserve(id: String) throws {
    var network = PlaceHoldingTests.network(
      kinds: [
        UnitKind(id: "reserve", title: "reserve", surgeLevels: [SurgeLevel(id: "all", extra: .physical)])
      ],
      beds: [0], steps: [Step(id: "s", unitKind: 0, stay: .constant(30))],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 1), (0, 2)],
      measures: [DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem)])
    network.units[0].physicalBeds = 5
    let policies = PolicyCatalogue.policySet([PolicyChoice(decision: .surge, id: id)], network: network)
    var arm = CareSimulation(
      network, scenario: .peace, horizonDays: 9, drainDays: 0, seed: 1, replication: 0, policies: policies)
    arm.runIn()
    arm.begin()
    var capacities: Set<Int> = []
    var last = -1
    for hour in 0..<9 * 24 {
      arm.advance(to: SimulationTime(ticks: 0) + .hours(Double(hour) + 0.5))
      last = arm.engine[region: 0].capacity(kind: 0)
      capacities.insert(last)
      #expect(hour > 0 || last == 0)
    }
    #expect(capacities == [0, 5])
    #expect(last == 0)
    let results = Fixture.run(
      network, horizonDays: 9, seed: 1, replications: 1, policies: policies, audits: true)
    // At the first review that sees them, after eight hours, or with the first picture that does: of the next midnight,
    // published two hours later.
    let opened = id == "threshold-levels" ? 8.0 : 26
    let hours = try #require(Fixture.values("hours", results, network).first)
    #expect(abs(hours - (opened + 30 - 1.5)) < 1e-6, "\(hours)")
  }

  @Test("Levels that nobody orders, and an order of no more places, change no byte")
  func neutral() {
    let with = network(5, arrivalsPerHour: 0.45)
    var without = with
    without.unitKinds[0].surgeLevels = []
    func values(_ network: CareNetwork, _ plans: [SurgePlan] = []) -> [Double?] {
      Fixture.run(network, scenario: scenario(plans), horizonDays: 20, seed: 5, replications: 1)[0].values
    }
    #expect(values(with) == values(without))
    var full = with
    full.units[0].physicalBeds = 5
    let plan = [SurgePlan(unitKind: 0, level: 2, fromDay: 1, untilDay: 9)]
    #expect(values(full, plan) == values(without))
    #expect(values(with, plan) != values(without))
  }

  @Test("A level kept throughout waits as Erlang C says of its places, within 4 standard errors")
  func erlang() throws {
    let network = network(
      4, arrivalsPerHour: 0.4,
      measures: [DeclaredMeasure(id: "waited", quantity: .waitedShare, unitKind: 0)])
    // Four staffed places and a quarter: five. Erlang C of five places and a load of four is 0.5541.
    let results = Fixture.run(
      network, scenario: scenario([SurgePlan(unitKind: 0, level: 1, fromDay: 0, untilDay: 1_000)]),
      horizonDays: 700, seed: 6, replications: 8)
    let interval = try #require(StudentInterval.of(Fixture.values("waited", results, network)))
    let z = (interval.estimate - 0.5541) / interval.standardError
    #expect(abs(z) < 4, "\(interval.estimate), z \(z)")
  }

  @Test(
    "A surge policy shortens the wait under a wave: the paired 95 % interval lies above 0",
    arguments: ["threshold-levels", "national-escalation"])
  func policies(id: String) throws {
    let network = network(
      6, arrivalsPerHour: 0.58,
      measures: [DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0)])
    func waits(_ choices: [PolicyChoice]) -> [Double] {
      Fixture.values(
        "wait_hours",
        Fixture.run(
          network, horizonDays: 40, seed: 7, replications: 8,
          policies: PolicyCatalogue.policySet(choices, network: network)), network)
    }
    let difference = zip(waits([]), waits([PolicyChoice(decision: .surge, id: id)])).map { $0 - $1 }
    let interval = try #require(StudentInterval.of(difference))
    #expect(interval.lower > 0, "\(interval.lower) to \(interval.upper)")
  }

  @Test(
    "Places that are lost, or have no staff, are none that a policy counts on",
    arguments: ["threshold-levels", "national-escalation"], [false, true])
  func standingPlaces(id: String, isHit: Bool) {
    // Four staffed places, of which two are left; three patients come in the second hour.
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit", surgeLevels: [SurgeLevel(id: "all", extra: .physical)])],
      beds: [4], steps: [Step(id: "s", unitKind: 0, stay: .constant(100))],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 1), (0, 1), (0, 1)],
      measures: [DeclaredMeasure(id: "hours", quantity: .meanWaitHours, unitKind: 0)])
    network.units[0].physicalBeds = 8
    var scenario = Scenario(id: "s", title: "S")
    if isHit {
      scenario.disruptions = [Disruption(id: "d", scheduled: [(day: 0.02, facility: 0)], lostShare: 0.5)]
    } else {
      network.unitKinds[0].staffNeed = [StaffNeed(profession: 0, personsPerPlace: 1)]
      network.unitKinds[0].surgeLevels[0].staffNeed = [StaffNeed(profession: 0, personsPerPlace: 0.5)]
      network.professions = [Profession(id: "nurse", title: "Nurses")]
      network.staff = [StaffGroup(profession: 0, region: 0, facility: 0, persons: 8, weeklyHours: 42)]
    }
    let policies = PolicyCatalogue.policySet([PolicyChoice(decision: .surge, id: id)], network: network)
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 9, seed: 1, replications: 1, policies: policies)
    // At the review of hour 8, or on the picture of hour 24 that is published at 26.
    #expect(
      Fixture.values("hours", results, network) == [(id == "threshold-levels" ? 7.0 : 25) / 3])
  }

  @Test(
    "A picture is as old as its delay, also when others have been cut off since",
    arguments: [(6.0, 9.0, 51.0), (24, 30, 78), (24, 24, 72), (1, 30, 71), (6, 2, 44)])
  func delayedPicture(interval: Double, delay: Double, opensAt: Double) {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit", surgeLevels: [SurgeLevel(id: "all", extra: .physical)])],
      beds: [1], steps: [Step(id: "s", unitKind: 0, stay: .constant(100))],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 40), (0, 40)],
      measures: [DeclaredMeasure(id: "hours", quantity: .meanWaitHours, unitKind: 0)])
    network.units[0].physicalBeds = 2
    network.situation = SituationReporting(intervalHours: interval, delayHours: delay)
    let policies = PolicyCatalogue.policySet(
      [PolicyChoice(decision: .surge, id: "national-escalation")], network: network)
    let results = Fixture.run(network, horizonDays: 9, seed: 1, replications: 1, policies: policies)
    // One waits until the office has seen it and its level is open.
    #expect(Fixture.values("hours", results, network) == [(opensAt - 40) / 2])
  }

  @Test("The policy raises a level a review while places are short, and lowers one after the stated time")
  func threshold() {
    let policy = ThresholdLevels(raiseAt: 0.9, lowerBelow: 0.8, lowerAfterHours: 0, reviewEveryHours: 6)
    let network = network(10, arrivalsPerHour: 0.01)
    let simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 1, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    func answer(_ demand: Int, ordered: Int, inForce: Int, memory: inout PolicyMemory) -> Int {
      let places = [10, 13, 20]
      return policy.level(
        for: SurgeQuestion(
          unitKind: 0, levelCount: 2, ordered: ordered, inForce: inForce, demand: demand, staffed: 10,
          places: places[inForce], placesOneLower: places[max(0, inForce - 1)]),
        in: simulation.engine[region: 0], picture: simulation.world.picture, memory: &memory)
    }
    var memory = PolicyMemory()
    #expect(answer(8, ordered: 0, inForce: 0, memory: &memory) == 0)
    #expect(answer(9, ordered: 0, inForce: 0, memory: &memory) == 1)
    #expect(answer(11, ordered: 1, inForce: 1, memory: &memory) == 1)
    #expect(answer(12, ordered: 1, inForce: 1, memory: &memory) == 2)
    #expect(answer(12, ordered: 0, inForce: 1, memory: &memory) == 2)
    #expect(answer(90, ordered: 2, inForce: 2, memory: &memory) == 2)
    #expect(answer(11, ordered: 2, inForce: 2, memory: &memory) == 2)
    #expect(answer(10, ordered: 2, inForce: 2, memory: &memory) == 1)
    #expect(answer(7, ordered: 1, inForce: 1, memory: &memory) == 0)
    #expect(answer(7, ordered: 0, inForce: 2, memory: &memory) == 0)
    let patient = ThresholdLevels(raiseAt: 0.9, lowerBelow: 0.8, lowerAfterHours: 12, reviewEveryHours: 6)
    let question = SurgeQuestion(
      unitKind: 0, levelCount: 2, ordered: 1, inForce: 1, demand: 0, staffed: 10, places: 13,
      placesOneLower: 10)
    // The clock of this region stands still: the time is never over.
    for _ in 0..<3 {
      #expect(
        patient.level(
          for: question, in: simulation.engine[region: 0], picture: simulation.world.picture,
          memory: &memory) == 1)
    }
  }
}
