import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import SimulationKernel
import Testing

@Suite("Who arrives when")
struct ArrivalPatternTests {
  /// Patients who leave at once, so that only arrivals are under test.
  private func network(
    regions: Int = 1, runInDays: Double = 0, inflows: [Inflow] = [], profiles: [ArrivalProfile] = []
  ) -> CareNetwork {
    CareNetwork(
      id: "arrivals", title: "Arrivals", runInDays: runInDays,
      unitKinds: [UnitKind(id: "unit", title: "unit")],
      regions: (0..<regions).map { Region(id: "\($0)", name: "Region") },
      facilities: (0..<regions).map { Facility(id: "f\($0)", name: "F", region: $0) },
      units: (0..<regions).map { CareUnit(facility: $0, kind: 0, staffedBeds: 1) },
      classes: [
        PatientClass(id: "ill", title: "Ill", pathway: 0),
        PatientClass(id: "hurt", title: "Hurt", origin: .military, pathway: 0),
      ],
      pathways: [Pathway(id: "out", steps: [Step(id: "out")])], inflows: inflows, profiles: profiles)
  }

  private static let quarters = (0..<96).map { 0.2 + Double(($0 * 7) % 24) / 12 }

  @Test(
    "Arrivals follow a profile by quarters of hours, also with months, p above 0.001",
    arguments: [false, true])
  func quarters(hasMonths: Bool) throws {
    let profile = ArrivalProfile(
      id: "p", hours: Self.quarters, weekdays: Array(repeating: 1, count: 7),
      months: hasMonths ? Array(repeating: 1, count: 12) : nil)
    let network = network(
      runInDays: 20,
      inflows: [
        Inflow(id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(400), profile: 0)
      ], profiles: [profile])
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 1, drainDays: 0, seed: 22, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    var observed = [Int](repeating: 0, count: 96)
    var before = 0
    for quarter in 0..<1_920 {
      simulation.advance(
        to: SimulationTime(ticks: Int64(quarter + 1) * SimulationDuration.ticksPerHour / 4))
      let arrived = simulation.engine[region: 0].arrivedCount
      observed[quarter % 96] += arrived - before
      before = arrived
    }
    let sum = Self.quarters.reduce(0, +)
    let total = observed.reduce(0, +)
    #expect(abs(Double(total) - 8_000) < 4 * 8_000.0.squareRoot(), "\(total) arrivals")
    let test = try #require(
      GoodnessOfFit.chiSquare(
        observed: observed, expected: Self.quarters.map { $0 / sum * Double(total) }))
    #expect(test.pValue > 0.001, "p \(test.pValue)")
  }

  @Test("A profile whose parts of an hour are alike has the arrivals of one by hours, quarter by quarter")
  func alike() {
    let hours = (0..<24).map { 0.4 + Double(($0 * 7) % 24) / 12 }
    func arrived(_ hours: [Double]) -> [Int] {
      let network = network(
        inflows: [
          Inflow(id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(90), profile: 0)
        ],
        profiles: [ArrivalProfile(id: "p", hours: hours, weekdays: [1.0, 1.1, 0.9, 1.2, 1, 0.6, 0.4])])
      var simulation = CareSimulation(
        network, scenario: .peace, horizonDays: 10, drainDays: 0, seed: 23, replication: 0,
        policies: PolicyCatalogue.policySet([], network: network))
      return (1...960).map { quarter in
        simulation.advance(to: SimulationTime(ticks: Int64(quarter) * SimulationDuration.ticksPerHour / 4))
        return simulation.engine[region: 0].arrivedCount
      }
    }
    #expect(arrived(hours) == arrived(hours.flatMap { [$0, $0, $0] }))
  }

  @Test("Arrivals follow the profile by hour of the week, run-in of 30 days before a Monday, p above 0.001")
  func weekOfHours() throws {
    let hours = (0..<24).map { 0.4 + Double(($0 * 7) % 24) / 12 }
    let weekdays = [1.0, 1.1, 0.9, 1.2, 1, 0.6, 0.4]
    let network = network(
      runInDays: 30,
      inflows: [
        Inflow(
          id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(400), profile: 0)
      ], profiles: [ArrivalProfile(id: "p", hours: hours, weekdays: weekdays)])
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 1, drainDays: 0, seed: 21, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    let hourSum = hours.reduce(0, +)
    let daySum = weekdays.reduce(0, +)
    var observed = [Int](repeating: 0, count: 168)
    var expected = [Double](repeating: 0, count: 168)
    var before = 0
    for hour in 0..<720 {
      simulation.advance(to: SimulationTime(ticks: Int64(hour + 1) * SimulationDuration.ticksPerHour))
      let arrived = simulation.engine[region: 0].arrivedCount
      // Thirty days before a Monday is a Saturday.
      let weekday = (5 + hour / 24) % 7
      let cell = weekday * 24 + hour % 24
      observed[cell] += arrived - before
      expected[cell] += 400 * (weekdays[weekday] * 7 / daySum) * hours[hour % 24] / hourSum
      before = arrived
    }
    // The total is free too: scaled to it, one degree of freedom is spent.
    let total = observed.reduce(0, +)
    let sum = expected.reduce(0, +)
    #expect(abs(Double(total) - sum) < 4 * sum.squareRoot(), "\(total) arrivals, expected \(sum)")
    let test = try #require(
      GoodnessOfFit.chiSquare(
        observed: observed, expected: expected.map { $0 * Double(total) / sum }))
    #expect(test.pValue > 0.001, "p \(test.pValue)")
  }

  @Test(
    "Daily casualties have the mean and the variance m + (cv m)² of their mixture, within 4 standard errors",
    arguments: [
      (CasualtyStream.Variation.none, 0.0), (.lognormal(cv: 0.6), 0.6), (.gamma(cv: 0.6), 0.6),
      (.exponential, 1.0),
    ])
  func dayToDay(variation: CasualtyStream.Variation, cv: Double) {
    let network = network(regions: 2)
    let scenario = Scenario(
      id: "s", title: "S",
      streams: [
        CasualtyStream(
          id: "c", classes: [(patientClass: 1, share: 1)],
          phases: [
            .init(
              fromDay: 0, untilDay: 150, meanPerDayFrom: 40, meanPerDayUntil: 40,
              regions: [(region: 0, share: 0.5), (region: 1, share: 0.5)])
          ], variation: variation)
      ])
    let results = Fixture.run(network, scenario: scenario, horizonDays: 150, seed: 22, replications: 3)
    let column = MeasureList(network).regionalIndex(of: "casualties_patients") ?? 0
    var north: [Double] = []
    var south: [Double] = []
    for result in results {
      north += result.regional[(column * 2) * 150..<(column * 2 + 1) * 150]
      south += result.regional[(column * 2 + 1) * 150..<(column * 2 + 2) * 150]
    }
    let count = Double(north.count)
    let mean = north.reduce(0, +) / count
    let variance = north.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let fourth = north.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) * ($1 - mean) } / count
    let exact = 20 + cv * cv * 400
    let z = (mean - 20) / (exact / count).squareRoot()
    #expect(abs(z) < 4, "mean \(mean), z \(z)")
    let zVariance = (variance - exact) / ((fourth - variance * variance) / count).squareRoot()
    #expect(abs(zVariance) < 4, "variance \(variance), expected \(exact), z \(zVariance)")
    // Two regions share the day: their covariance is that of the day's rate alone.
    let southMean = south.reduce(0, +) / count
    let covariance =
      zip(north, south).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - southMean) } / (count - 1)
    let products = zip(north, south).map { ($0.0 - mean) * ($0.1 - southMean) - covariance }
    let spread = (products.reduce(0) { $0 + $1 * $1 } / count / count).squareRoot()
    let zShared = (covariance - cv * cv * 400) / spread
    #expect(abs(zShared) < 4, "covariance \(covariance), z \(zShared)")
  }

  @Test("Events whose size may round to none go on coming: compound Poisson mean within 4 standard errors")
  func eventsOfNone() {
    let network = network()
    let scenario = Scenario(
      id: "s", title: "S",
      events: [
        MassCasualtyStream(
          id: "e", classes: [(patientClass: 1, share: 1)], ratePerDay: 10, fromDay: 0, untilDay: 60,
          regions: [(region: 0, share: 1)], size: .exponential(mean: 2))
      ])
    let results = Fixture.run(network, scenario: scenario, horizonDays: 60, seed: 23, replications: 4)
    let total = Fixture.values("casualties_patients", results, network).reduce(0, +)
    // Rounded sizes K have P(K ≥ k) = exp(−(k − ½)/2): mean 1.97929, second moment 8.0814; 2,400 events.
    let z = (total - 2400 * 1.97929) / (2400 * 8.0814).squareRoot()
    #expect(abs(z) < 4, "\(total) casualties, z \(z)")
  }

  @Test("More phases than a byte counts share no draws")
  func manyPhases() {
    let network = network()
    let phases = (0..<600).map { part in
      CasualtyStream.Phase(
        fromDay: Double(part) / 100, untilDay: Double(part + 1) / 100, meanPerDayFrom: 400,
        meanPerDayUntil: 400, regions: [(region: 0, share: 1)])
    }
    let scenario = Scenario(
      id: "s", title: "S",
      streams: [
        CasualtyStream(
          id: "c", classes: [(patientClass: 1, share: 1)], phases: phases, variation: .none)
      ])
    let results = Fixture.run(network, scenario: scenario, horizonDays: 6, seed: 24, replications: 1)
    let total = Fixture.values("casualties_patients", results, network)[0]
    #expect(abs(total - 2400) < 4 * 2400.0.squareRoot(), "\(total)")
  }
}
