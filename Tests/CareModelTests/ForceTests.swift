import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import SimulationKernel
import Testing

@Suite("Forces at risk")
struct ForceTests {
  private func network(
    regions: Int = 1, stay: Distribution = .constant(0), exit: Outcome = .home, measures: [DeclaredMeasure]
  ) -> CareNetwork {
    CareNetwork(
      id: "force", title: "Force", unitKinds: [UnitKind(id: "unit", title: "unit")],
      regions: (0..<regions).map { Region(id: "\($0)", name: "Region") },
      facilities: (0..<regions).map { Facility(id: "f\($0)", name: "F", region: $0) },
      units: (0..<regions).map { CareUnit(facility: $0, kind: 0, staffedBeds: 1_000) },
      classes: [
        PatientClass(id: "hurt", title: "Hurt", origin: .military, pathway: 0),
        PatientClass(id: "ill", title: "Ill", origin: .military, pathway: 0),
      ],
      pathways: [
        Pathway(
          id: "care", steps: [Step(id: "care", unitKind: 0, stay: stay, next: [Branch(to: .exit(exit))])])
      ], inflows: [], measures: measures)
  }

  private func scenario(
    persons: Int = 2_000, regions: Int = 1, perThousand: Double, days: Double, fates: CasualtyFates,
    reinforcements: [Force.Reinforcement] = [], variation: CasualtyStream.Variation = .none,
    delay: Distribution = .constant(0), returnDelayHours: Double = 0
  ) -> Scenario {
    Scenario(
      id: "s", title: "S",
      streams: [
        CasualtyStream(
          id: "combat", classes: fates.killedShare < 1 ? [(patientClass: 0, share: 1)] : [],
          phases: [
            .init(
              fromDay: 0, untilDay: days, meanPerDayFrom: perThousand, meanPerDayUntil: perThousand,
              regions: [])
          ], variation: variation, delay: delay, fates: fates)
      ],
      forces: [
        Force(
          id: "brigade", persons: persons,
          regions: (0..<regions).map { (region: $0, share: 1 / Double(regions)) },
          reinforcements: reinforcements, returnDelayHours: returnDelayHours)
      ])
  }

  private let present = [
    DeclaredMeasure(id: "day_10", quantity: .forcePresentAt(hours: 240), happening: "brigade"),
    DeclaredMeasure(id: "day_20", quantity: .forcePresentAt(hours: 480)),
    DeclaredMeasure(id: "killed", quantity: .killed, happening: "combat"),
    DeclaredMeasure(id: "hurt", quantity: .hurt),
    DeclaredMeasure(id: "others", quantity: .hurt, happening: "nothing"),
  ]

  @Test("Without returns those present fall as N₀·exp(−λt), within 4.5 standard errors")
  func attrition() throws {
    let network = network(regions: 2, measures: present)
    let scenario = scenario(
      regions: 2, perThousand: 40, days: 30, fates: CasualtyFates(force: 0, killedShare: 0.25))
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 20, seed: 51, replications: 20, audits: true)
    for (id, days) in [("day_10", 10.0), ("day_20", 20)] {
      let exact = 2_000 * PortableMath.exp(-0.04 * days)
      let interval = try #require(StudentInterval.of(Fixture.values(id, results, network)))
      let z = (interval.estimate - exact) / interval.standardError
      #expect(abs(z) < 4.5, "\(id): \(interval.estimate), exactly \(exact), z \(z)")
      // A pure death process: the number is binomial.
      let p = exact / 2_000
      let ratio = interval.standardError * interval.standardError * 20 / (2_000 * p * (1 - p))
      #expect(ratio > 0.3 && ratio < 2.5, "variance over the binomial one \(ratio)")
    }
    let killed = try #require(StudentInterval.of(Fixture.values("killed", results, network)))
    let exact = 0.25 * 2_000 * (1 - PortableMath.exp(-0.8))
    #expect(abs(killed.estimate - exact) < 4.5 * killed.standardError, "\(killed.estimate), \(exact)")
    // Nobody else is counted, and the killed are no patients.
    #expect(Fixture.values("others", results, network).allSatisfy { $0 == 0 })
    let hurt = Fixture.values("hurt", results, network)
    let dead = Fixture.values("killed", results, network)
    let arrived = Fixture.values("arrivals_patients", results, network)
    #expect(zip(hurt, dead).map { $0 - $1 } == arrived)
  }

  @Test(
    "With returns those present settle where rate and stay balance: N₀ / (1 + λW), within 4.5 standard errors"
  )
  func returns() throws {
    // Each is present for 1/λ = 10 days and hurt for W = 5 on average, of which 1 is the delay to return.
    let network = network(stay: .exponential(mean: 96), exit: .returnToDuty, measures: present)
    let scenario = scenario(
      persons: 600, perThousand: 100, days: 100, fates: CasualtyFates(force: 0), returnDelayHours: 24)
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 60, seed: 52, replications: 10, audits: false)
    let measured = network.measures.count
    #expect(measured == 5)
    var long = network
    long.measures = [DeclaredMeasure(id: "day_50", quantity: .forcePresentAt(hours: 1_200))]
    let late = Fixture.run(long, scenario: scenario, horizonDays: 51, seed: 53, replications: 20)
    let interval = try #require(StudentInterval.of(Fixture.values("day_50", late, long)))
    let z = (interval.estimate - 400) / interval.standardError
    #expect(abs(z) < 4.5, "\(interval.estimate), z \(z)")
    // Fewer are hurt than if nobody were missed from the rate, more than if nobody returned.
    let hurt = Fixture.values("hurt", results, network).reduce(0, +) / 10
    #expect(hurt < 3_600 && hurt > 600, "\(hurt)")
  }

  @Test("Who is treated in another region returns to their own, in one partition or in several")
  func returnsHome() {
    var network = network(regions: 2, exit: .returnToDuty, measures: [])
    network.units = [CareUnit(facility: 1, kind: 0, staffedBeds: 1_000)]
    network.measures = (0..<2).map { (region: Int) in
      DeclaredMeasure(
        id: "region_\(region)", quantity: .forcePresentAt(hours: 239), happening: "brigade", region: region)
    }
    var scenario = scenario(perThousand: 50, days: 5, fates: CasualtyFates(force: 0), returnDelayHours: 1)
    scenario.forces[0].regions = [(region: 0, share: 1)]
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 10, seed: 54, replications: 2, audits: true)
    #expect(Fixture.values("region_0", results, network) == [2_000, 2_000])
    #expect(Fixture.values("region_1", results, network) == [0, 0])
    let measures = MeasureList(network)
    var split = CareSimulation(
      network, scenario: scenario, horizonDays: 10, drainDays: 0, seed: 54, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network), shortestLink: .tick)
    split.runIn()
    split.run()
    #expect(split.result(network, measures: measures).values == results[0].values)
  }

  @Test("Reinforcements join on their day, whole persons by the largest remainders")
  func reinforcements() {
    let network = network(regions: 3, measures: present)
    let scenario = scenario(
      persons: 100, regions: 3, perThousand: 0, days: 30, fates: CasualtyFates(force: 0),
      reinforcements: [.init(day: 9.5, persons: 11), .init(day: 12, persons: 1)])
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 20, seed: 55, replications: 1, audits: true)
    #expect(Fixture.values("day_10", results, network) == [111])
    #expect(Fixture.values("day_20", results, network) == [112])
    #expect(scenario.forces[0].persons(of: 100) == [34, 33, 33])
  }

  @Test("An event hurts no more of a force than there are, and its killed are counted")
  func events() {
    let network = network(measures: present)
    var scenario = scenario(persons: 50, perThousand: 0, days: 1, fates: CasualtyFates(force: 0))
    scenario.events = [
      MassCasualtyStream(
        id: "strike", classes: [], scheduled: [(day: 1, region: 0), (day: 2, region: 0)], size: .constant(30),
        fates: CasualtyFates(
          force: 0, killedShare: 0.5, diseaseShare: 0.5, diseaseClasses: [(patientClass: 1, share: 1)]))
    ]
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 20, seed: 56, replications: 1, audits: true)
    #expect(Fixture.values("day_20", results, network) == [0])
    #expect(Fixture.values("hurt", results, network) == [50])
    #expect(Fixture.values("killed", results, network) == [0])
    var counted = network
    counted.measures = [
      DeclaredMeasure(id: "killed", quantity: .killed, happening: "strike"),
      DeclaredMeasure(id: "arrived", quantity: .arrivals, classes: [1]),
    ]
    let strike = Fixture.run(counted, scenario: scenario, horizonDays: 20, seed: 56, replications: 1)
    let killed = Fixture.values("killed", strike, counted)[0]
    #expect(killed > 10 && killed < 40)
    #expect(Fixture.values("arrived", strike, counted) == [50 - killed])
  }

  @Test(
    "A law over its mean has mean one and its own variance: daily counts within 4 standard errors")
  func scaledVariation() {
    // Weibull of shape 2: variance over squared mean is 4/π − 1.
    let network = network(measures: [])
    let plain = Scenario(
      id: "s", title: "S",
      streams: [
        CasualtyStream(
          id: "c", classes: [(patientClass: 0, share: 1)],
          phases: [
            .init(
              fromDay: 0, untilDay: 200, meanPerDayFrom: 30, meanPerDayUntil: 30,
              regions: [(region: 0, share: 1)])
          ], variation: .scaled(.weibull(shape: 2, scale: 7)))
      ])
    let results = Fixture.run(network, scenario: plain, horizonDays: 200, seed: 57, replications: 2)
    let column = MeasureList(network).regionalIndex(of: "casualties_patients") ?? 0
    let daily = results.flatMap { $0.regional[column * 200..<(column + 1) * 200] }
    let count = Double(daily.count)
    let mean = daily.reduce(0, +) / count
    let variance = daily.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let exact = 30 + (4 / Double.pi - 1) * 900
    #expect(abs(mean - 30) < 4 * (exact / count).squareRoot(), "\(mean)")
    let fourth = daily.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) * ($1 - mean) } / count
    let z = (variance - exact) / ((fourth - variance * variance) / count).squareRoot()
    #expect(abs(z) < 4, "variance \(variance), expected \(exact), z \(z)")
  }

  @Test(
    "Returning to duty keeps more present than going home: the 95 % interval of paired differences is above 0"
  )
  func returnsPaired() throws {
    func dayTwenty(_ exit: Outcome) -> [Double] {
      let network = network(stay: .exponential(mean: 48), exit: exit, measures: present)
      let results = Fixture.run(
        network,
        scenario: scenario(perThousand: 30, days: 20, fates: CasualtyFates(force: 0, killedShare: 0.2)),
        horizonDays: 21, seed: 58, replications: 6)
      return Fixture.values("day_20", results, network)
    }
    let differences = zip(dayTwenty(.returnToDuty), dayTwenty(.home)).map { $0 - $1 }
    let interval = try #require(StudentInterval.of(differences))
    // t(5, 0.975) = 2.571.
    #expect(interval.estimate - 2.571 * interval.standardError > 0, "\(interval.estimate)")
  }

  @Test("Fates of nobody and forces that nothing names change no byte")
  func neutral() {
    let (network, scenario) = RandomNetwork.make(seed: 4)
    var plain = scenario
    plain.forces = []
    for index in plain.streams.indices { plain.streams[index].fates = CasualtyFates() }
    for index in plain.events.indices { plain.events[index].fates = CasualtyFates() }
    var idle = plain
    idle.forces = [Force(id: "idle", persons: 100, regions: [(region: 0, share: 1)])]
    let one = Fixture.run(network, scenario: plain, horizonDays: 4, seed: 5, replications: 1)[0]
    let two = Fixture.run(network, scenario: idle, horizonDays: 4, seed: 5, replications: 1)[0]
    #expect(
      one.values == two.values && one.regional == two.regional && one.casualtyDigest == two.casualtyDigest)
  }
}
