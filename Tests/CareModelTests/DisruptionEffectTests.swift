import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import SimulationKernel
import Testing

/// Runs that can be followed by hand, and pairs of runs.
@Suite("What disruptions change beside places")
struct DisruptionEffectTests {
  private let patient = [PatientClass(id: "p", title: "P", pathway: 0)]
  private let hours = [DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem)]

  private func one(
    _ kind: UnitKind, beds: Int, stay: Double, arrivals: [(Int, Double)], measures: [DeclaredMeasure]
  ) -> CareNetwork {
    PlaceHoldingTests.network(
      kinds: [kind], beds: [beds], steps: [Step(id: "s", unitKind: 0, stay: .constant(stay))],
      classes: patient, arrivals: arrivals, measures: measures)
  }

  private func outage(
    atHour: Double, forHours: Double?, _ effects: Disruption.Effects, lostShare: Double = 0,
    cause: Disruption.Cause? = nil, id: String = "outage"
  ) -> Disruption {
    Disruption(
      id: id, cause: cause, scheduled: [(day: atHour / 24, facility: 0)], lostShare: lostShare,
      repair: forHours.map { .constant($0) }, effects: effects)
  }

  private func values(_ id: String, _ network: CareNetwork, _ disruptions: [Disruption]) -> [Double] {
    let scenario = Scenario(id: "s", title: "S", disruptions: disruptions)
    return Fixture.values(
      id, Fixture.run(network, scenario: scenario, horizonDays: 3, seed: 1, replications: 1, audits: true),
      network)
  }

  @Test(
    "Stays that begin while systems are down take longer, those of two overlapping disruptions by both factors"
  )
  func stays() {
    let network = one(
      UnitKind(id: "unit", title: "unit"), beds: 9, stay: 4, arrivals: [(0, 0), (0, 5), (0, 20)],
      measures: hours)
    let down = outage(atHour: 3, forHours: 7, .init(stayFactor: 2))
    #expect(values("hours", network, []) == [4])
    #expect(values("hours", network, [down]) == [16.0 / 3])
    let both = outage(atHour: 4, forHours: nil, .init(stayFactor: 1.5), id: "second")
    #expect(values("hours", network, [down, both]) == [(4 + 12 + 6) / 3.0])
    var elsewhere = down
    elsewhere.unitKinds = [7]
    #expect(values("hours", network, [elsewhere]) == [4])
  }

  @Test(
    "Without queues who loses a place keeps it, the run ends, and those who are killed where it is lost die")
  func withoutQueues() {
    let network = one(
      UnitKind(id: "unit", title: "unit"), beds: 2, stay: 10, arrivals: [(0, 1), (0, 2), (0, 3)],
      measures: hours + [DeclaredMeasure(id: "dead", quantity: .deaths)])
    func run(killedShare: Double) -> [TrialResult] {
      var hit = outage(atHour: 6, forHours: 20, .init(), lostShare: 1, id: "hit")
      hit.killedShare = killedShare
      return Fixture.run(
        network, scenario: Scenario(id: "s", title: "S", disruptions: [hit]), horizonDays: 3, seed: 1,
        replications: 1,
        policies: PolicyCatalogue.policySet([], network: network, isNoWait: true), audits: true)
    }
    #expect(Fixture.values("hours", run(killedShare: 0), network) == [10])
    #expect(Fixture.values("dead", run(killedShare: 0), network) == [0])
    #expect(Fixture.values("dead", run(killedShare: 1), network) == [3])
  }

  @Test(
    "Who is ready to leave and lies elsewhere when the bed kept for them is lost blocks no bed from then on")
  func keptBedLost() {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "ward", title: "ward"), UnitKind(id: "theatre", title: "theatre")], beds: [2, 1],
      steps: [
        Step(id: "ward", unitKind: 0, stay: .constant(2), next: [Branch(to: .step(1))]),
        Step(id: "theatre", unitKind: 1, stay: .constant(4), keepsBed: true, isDischargeReady: true),
      ], classes: patient, arrivals: [(0, 0), (0, 40)], measures: hours)
    var hit = outage(atHour: 3, forHours: 20, .init(), lostShare: 1, id: "hit")
    hit.unitKinds = [0]
    // The audit counts those who are ready to leave in each unit after every event.
    #expect(values("hours", network, [hit]) == [6])
  }

  @Test(
    "Those who are killed where places are lost are the same persons with queues and without",
    arguments: Disruption.Order.allCases)
  func samePersons(order: Disruption.Order) {
    // Twelve patients in twelve places, each a class of their own, and three places left.
    let classes = (0..<12).map {
      PatientClass(id: "p\($0)", title: "P", pathway: 0, priority: $0 % 3)
    }
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [12],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(48))], classes: classes,
      arrivals: classes.indices.map { ($0, Double($0) / 10) },
      measures: classes.indices.map {
        DeclaredMeasure(id: "dead_\($0)", quantity: .deaths, classes: [$0])
      })
    var hit = outage(atHour: 6, forHours: 20, .init(), lostShare: 0.75, id: "hit")
    hit.killedShare = 0.5
    hit.order = order
    func dead(isNoWait: Bool) -> [[Double]] {
      let results = Fixture.run(
        network, scenario: Scenario(id: "s", title: "S", disruptions: [hit]), horizonDays: 3, seed: 1,
        replications: 4,
        policies: PolicyCatalogue.policySet([], network: network, isNoWait: isNoWait), audits: true)
      return classes.indices.map { Fixture.values("dead_\($0)", results, network) }
    }
    let persons = dead(isNoWait: false)
    let count = persons.reduce(0) { $0 + $1.reduce(0, +) }
    #expect(count > 4 && count < 32)
    #expect(dead(isNoWait: true) == persons)
  }

  @Test("A slow stay that is broken off after the repair goes on as slowly as it began")
  func brokenSlowStay() {
    let network = one(
      UnitKind(id: "unit", title: "unit"), beds: 1, stay: 10, arrivals: [(0, 1)], measures: hours)
    let down = outage(atHour: 0, forHours: 5, .init(stayFactor: 2))
    let hit = outage(atHour: 6, forHours: 2, .init(), lostShare: 1, id: "hit")
    // 20 hours from 1, of which 15 are left at 6; on from 8 to 23.
    #expect(values("hours", network, [down, hit]) == [22])
  }

  @Test("Cleaning that begins while contaminated takes longer")
  func cleaning() {
    let kind = UnitKind(id: "unit", title: "unit", turnaround: .constant(1))
    let network = one(
      kind, beds: 1, stay: 4, arrivals: [(0, 0), (0, 1)],
      measures: [DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0)])
    #expect(values("wait_hours", network, []) == [2])
    #expect(
      values("wait_hours", network, [outage(atHour: 2, forHours: 9, .init(turnaroundFactor: 6))]) == [4.5])
  }

  @Test("Occasions and lost place-days are counted by cause, what is not repaired until the horizon")
  func causes() {
    let causes: [(String, Disruption.Cause?)] = [("all", nil), ("power", .power), ("hit", .hit)]
    let network = one(
      UnitKind(id: "unit", title: "unit"), beds: 4, stay: 1, arrivals: [(0, 0)],
      measures: causes.flatMap { name, cause in
        [
          DeclaredMeasure(id: "\(name)_number", quantity: .disruptions, cause: cause),
          DeclaredMeasure(id: "\(name)_days", quantity: .lostPlaceDays, unitKind: 0, cause: cause),
        ]
      })
    let disruptions = [
      outage(atHour: 3, forHours: 12, .init(), lostShare: 0.5, cause: .power, id: "a"),
      outage(atHour: 24, forHours: nil, .init(), lostShare: 0.25, cause: .hit, id: "b"),
      outage(atHour: 30, forHours: 6, .init(stayFactor: 2), id: "c"),
    ]
    let found = causes.map { name, _ in
      values("\(name)_number", network, disruptions) + values("\(name)_days", network, disruptions)
    }
    #expect(found == [[3, 3], [1, 1], [1, 2]])
  }

  @Test("Who loses a place is counted by cause, those who die of it too, and nobody where places are endless")
  func displaced() {
    let causes: [(String, Disruption.Cause?)] = [("all", nil), ("power", .power), ("hit", .hit)]
    let network = one(
      UnitKind(id: "unit", title: "unit"), beds: 4, stay: 100, arrivals: Array(repeating: (0, 0), count: 5),
      measures: causes.map { DeclaredMeasure(id: $0.0, quantity: .displaced, unitKind: 0, cause: $0.1) })
    var hit = outage(atHour: 24, forHours: nil, .init(), lostShare: 0.25, cause: .hit, id: "b")
    hit.killedShare = 1
    // Two of four at 3, who have a place again at 15; one at 24. The fifth waits all the time.
    let disruptions = [outage(atHour: 3, forHours: 12, .init(), lostShare: 0.5, cause: .power, id: "a"), hit]
    #expect(causes.map { values($0.0, network, disruptions) } == [[3], [2], [1]])
    var policies = PolicyCatalogue.policySet([], network: network)
    policies.isNoWait = true
    let results = Fixture.run(
      network, scenario: Scenario(id: "s", title: "S", disruptions: disruptions), horizonDays: 4, seed: 1,
      replications: 1, policies: policies, audits: true)
    #expect(Fixture.values("hit", results, network) == [1])
    #expect(Fixture.values("power", results, network) == [0])
  }

  @Test("Who loses a bed and the theatre beside it is displaced once, in the first unit of the model")
  func displacedOnce() {
    var network = PlaceHoldingTests.network(
      kinds: ["ward", "theatre"].map { UnitKind(id: $0, title: $0) }, beds: [1, 1],
      steps: [
        Step(id: "ward", unitKind: 0, stay: .constant(1), next: [Branch(to: .step(1))]),
        Step(id: "theatre", unitKind: 1, stay: .constant(50), keepsBed: true),
      ], classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 0)],
      measures: [nil, 0, 1].map {
        DeclaredMeasure(id: $0.map { "of_\($0)" } ?? "all", quantity: .displaced, unitKind: $0)
      })
    network.units.reverse()
    let hit = outage(atHour: 3, forHours: nil, .init(), lostShare: 1, cause: .hit, id: "a")
    #expect(values("all", network, [hit]) == [1])
    // The theatre is the first of the units here.
    #expect(values("of_0", network, [hit]) == [0])
    #expect(values("of_1", network, [hit]) == [1])
  }

  @Test("Who loses a bed and the theatre beside it is struck once, as by a hit on the theatre alone")
  func struckOnce() {
    let network = PlaceHoldingTests.network(
      kinds: ["theatre", "ward"].map { UnitKind(id: $0, title: $0) }, beds: [60, 60],
      steps: [
        Step(id: "ward", unitKind: 1, stay: .constant(1), next: [Branch(to: .step(1))]),
        Step(id: "theatre", unitKind: 0, stay: .constant(50), keepsBed: true),
      ], classes: [PatientClass(id: "p", title: "P", pathway: 0)],
      arrivals: Array(repeating: (0, 0), count: 60),
      measures: [
        DeclaredMeasure(id: "dead", quantity: .deaths),
        DeclaredMeasure(id: "displaced", quantity: .displaced),
      ])
    var hit = outage(atHour: 3, forHours: nil, .init(), lostShare: 1, cause: .hit, id: "a")
    hit.killedShare = 0.5
    var theatre = hit
    theatre.unitKinds = [0]
    let dead = values("dead", network, [hit])
    #expect(dead == values("dead", network, [theatre]))
    // Binomial, mean 30 and standard deviation 3.9; were they struck twice, 45 and 3.4.
    #expect(abs(dead[0] - 30) < 12)
    #expect(values("displaced", network, [hit]) == [60])
    // Nobody lies in the ward.
    var ward = hit
    ward.unitKinds = [1]
    #expect(values("dead", network, [ward]) == [0])
    #expect(values("displaced", network, [ward]) == [60])
  }

  @Test("Deliveries that are due meanwhile are cut")
  func deliveries() {
    var network = one(
      UnitKind(id: "unit", title: "unit"), beds: 1, stay: 1, arrivals: [(0, 0)],
      measures: [DeclaredMeasure(id: "short", quantity: .stockShort, stock: 0)])
    network.stocks = [Stock(id: "blood", title: "Blood", level: .fixed(0), deliveryPerDay: .fixed(4))]
    network.pathways[0].steps[0].uses = [StockUse(stock: 0, amount: 4)]
    network.inflows[0].process = .pulse(count: 1, fromHours: 12, spanHours: 0)
    #expect(values("short", network, []) == [0])
    #expect(values("short", network, [outage(atHour: 5, forHours: 2, .init(deliveryFactor: 0.5))]) == [1])
    #expect(values("short", network, [outage(atHour: 7, forHours: 2, .init(deliveryFactor: 0))]) == [0])
  }

  @Test("A region without communications stays in the picture as it was last known")
  func olderPicture() {
    let network = one(
      UnitKind(id: "unit", title: "unit"), beds: 9, stay: 100, arrivals: [(0, 20), (0, 40)], measures: [])
    func known(_ disruptions: [Disruption]) -> Int {
      var simulation = CareSimulation(
        network, scenario: Scenario(id: "s", title: "S", disruptions: disruptions), horizonDays: 4,
        drainDays: 0, seed: 1, replication: 0, policies: PolicyCatalogue.policySet([], network: network))
      simulation.runIn()
      simulation.run()
      return simulation.world.picture.occupied(region: 0, kind: 0)
    }
    // Pictures each day at midnight: the last is of day 3.
    #expect(known([]) == 2)
    let silence = Disruption.Effects(stopsReports: true)
    #expect(known([outage(atHour: 30, forHours: nil, silence)]) == 1)
    #expect(known([outage(atHour: 30, forHours: 24, silence)]) == 2)
    #expect(known([outage(atHour: 1, forHours: nil, silence)]) == 0)
  }

  @Test("An event follows its share of occasions, once each, within 4 standard deviations of the binomial")
  func follower() {
    let network = one(
      UnitKind(id: "unit", title: "unit"), beds: 9, stay: 1, arrivals: [(0, 0)],
      measures: [DeclaredMeasure(id: "hurt", quantity: .hurt, happening: "strike")])
    func hurt(_ share: Double) -> Double {
      let scenario = Scenario(
        id: "s", title: "S",
        events: [
          MassCasualtyStream(id: "strike", classes: [(patientClass: 0, share: 1)], size: .constant(3))
        ],
        disruptions: [
          Disruption(
            id: "hit", scheduled: (0..<200).map { (day: Double($0) / 100, facility: 0) }, lostShare: 0,
            follower: .init(event: 0, share: share))
        ])
      let results = Fixture.run(network, scenario: scenario, horizonDays: 3, seed: 1, replications: 1)
      return Fixture.values("hurt", results, network)[0]
    }
    #expect(hurt(0) == 0)
    #expect(hurt(1) == 600)
    let some = hurt(0.7) / 3
    #expect(abs(some - 140) < 4 * (200 * 0.7 * 0.3).squareRoot(), "\(some)")
  }

  @Test(
    "Slower stays and slower cleaning lengthen waits: the 95 % interval of paired differences is above 0",
    arguments: [Disruption.Effects(stayFactor: 1.3), .init(turnaroundFactor: 3)])
  func longerWaits(effects: Disruption.Effects) throws {
    var network = Fixture.singleUnit(
      servers: 4, arrivalsPerHour: 2.8, stay: .exponential(mean: 1), runInDays: 2,
      measures: [DeclaredMeasure(id: "waits", quantity: .meanWaitHours, unitKind: 0)])
    network.unitKinds[0].turnaround = .exponential(mean: 0.1)
    func waits(_ effects: Disruption.Effects) -> [Double] {
      let scenario = Scenario(
        id: "s", title: "S",
        disruptions: [
          Disruption(
            id: "it", cause: .it, scheduled: [(day: 1, facility: 0)], lostShare: 0, repair: .constant(72),
            effects: effects)
        ])
      return Fixture.values(
        "waits", Fixture.run(network, scenario: scenario, horizonDays: 6, seed: 61, replications: 8), network)
    }
    let differences = zip(waits(effects), waits(.init())).map { $0 - $1 }
    let interval = try #require(StudentInterval.of(differences))
    // t(7, 0.975) = 2.365.
    #expect(interval.estimate - 2.365 * interval.standardError > 0, "\(interval.estimate)")
  }

  @Test("Effects on what nothing uses, and an event that never follows, change no byte")
  func neutral() {
    let (network, scenario) = RandomNetwork.make(seed: 6)
    var plain = scenario
    plain.disruptions = []
    var idle = plain
    idle.disruptions = [
      Disruption(
        id: "idle", scheduled: [(day: 1, facility: 0)], unitKinds: [99], lostShare: 1,
        effects: .init(stayFactor: 3, turnaroundFactor: 4), follower: .init(event: 0, share: 0))
    ]
    let one = Fixture.run(network, scenario: plain, horizonDays: 4, seed: 5, replications: 1)[0]
    let two = Fixture.run(network, scenario: idle, horizonDays: 4, seed: 5, replications: 1)[0]
    #expect(one.values == two.values && one.regional == two.regional)
  }

  @Test(
    "Who comes to a bed that was lost while they were on the way asks for another, and waits for the repair",
    arguments: [nil, 10.0] as [Double?])
  func lostOnTheWay(repairHours: Double?) throws {
    var network = TransportFixture.network(vehicles: 2, arrivals: [0, 0])
    network.facilities[1].region = 0
    network.units[1].staffedBeds = 2
    // Both leave at 0 and come at 1.75; the hospital is hit at 1.
    let hit = Disruption(
      id: "hit", scheduled: [(day: 1.0 / 24, facility: 1)], lostShare: 1,
      repair: repairHours.map { .constant($0) })
    let scenario = Scenario(id: "s", title: "S", disruptions: [hit])
    #expect(TransportFixture.figure("came", network) == 2)
    #expect(TransportFixture.figure("came", network, scenario: scenario) == (repairHours == nil ? 0 : 2))
    if repairHours != nil {
      // The repair at 11, and a stay of an hour.
      try TransportFixture.expect("system_hours", network, scenario: scenario, hours: 12)
    }
  }
}
