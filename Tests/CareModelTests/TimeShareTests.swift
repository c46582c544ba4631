import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import SimulationKernel
import Testing

@Suite("Shares of the time in which a unit is full, has so many in it, or so many who wait")
struct TimeShareTests {
  private typealias Quantity = DeclaredMeasure.Quantity

  /// Full, at least one and two in use, at least one and two who wait.
  private static let quantities: [Quantity] = [
    .occupiedTimeShare(atLeast: nil), .occupiedTimeShare(atLeast: 1), .occupiedTimeShare(atLeast: 2),
    .waitingTimeShare(atLeast: 1), .waitingTimeShare(atLeast: 2),
  ]

  private static func measures(_ name: String, facility: Int? = nil, region: Int? = nil) -> [DeclaredMeasure]
  {
    quantities.enumerated().map {
      DeclaredMeasure(
        id: "\(name)_\($0)", quantity: $1, unitKind: 0, region: region, facility: facility)
    }
  }

  /// Hours of three days, of one run that is audited.
  private static func hours(
    _ kind: UnitKind, beds: Int, arrivals: [(Int, Double)], scenario: Scenario = .peace
  ) -> [Double?] {
    let network = PlaceHoldingTests.network(
      kinds: [kind], beds: [beds], steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: [
        PatientClass(id: "a", title: "A", pathway: 0, priority: 5),
        PatientClass(id: "urgent", title: "Urgent", pathway: 0, priority: 0),
      ], arrivals: arrivals, measures: measures("m"))
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 3, seed: 1, replications: 1, audits: true)
    return quantities.indices.map { Fixture.values("m_\($0)", results, network).first.map { $0 * 72 } }
  }

  private static func expectEqual(_ figures: [Double?], _ wanted: [Double]) {
    #expect(figures.count == wanted.count)
    for (index, (figure, wanted)) in zip(figures, wanted).enumerated() {
      #expect(abs((figure ?? .nan) - wanted) < 1e-9, "\(index): \(figure ?? .nan), by hand \(wanted)")
    }
  }

  @Test("A place that is cleaned is not in use, and the unit is full until it is clean")
  func cleaning() {
    // In use 0–10 and 12–22, cleaned 10–12 and 22–24; the second waits 1–12.
    let kind = UnitKind(id: "unit", title: "unit", turnaround: .constant(2))
    Self.expectEqual(Self.hours(kind, beds: 1, arrivals: [(0, 0), (0, 1)]), [24, 20, 0, 11, 0])
  }

  @Test("A unit is full while its hours close it, and while more are in it than are open")
  func openingHours() {
    func kind(atNight: Double) -> UnitKind {
      UnitKind(
        id: "unit", title: "unit",
        openingHours: OpeningHours(
          weekdays: 0b111_1111, fromMinute: 480, untilMinute: 960, aroundTheClockShare: atNight))
    }
    // Two places from 8 to 16. Stays 9–19 and 10–20; who comes at 20 waits until 8 and stays 32–42.
    let arrivals = [(0, 9.0), (0, 10), (0, 20)]
    // Free 8–10, 32–40 and 56–64.
    Self.expectEqual(Self.hours(kind(atNight: 0), beds: 2, arrivals: arrivals), [54, 21, 9, 12, 0])
    // With one place at night who comes at 20 has it until 30: full 10–30.
    Self.expectEqual(Self.hours(kind(atNight: 0.5), beds: 2, arrivals: arrivals), [20, 21, 9, 0, 0])
  }

  @Test("Places lost to a hit are no places: with fewer in it the unit is as full as before")
  func loss() {
    func hit(killedShare: Double) -> Scenario {
      Scenario(
        id: "hit", title: "Hit",
        disruptions: [
          Disruption(
            id: "hit", scheduled: [(day: 4.0 / 24, facility: 0)], lostShare: 0.5, killedShare: killedShare,
            repair: .constant(3))
        ])
    }
    // Stays 0–10, and 0–4 with 7–13 after a wait; who is killed ends at 4, and a place is free from 7 on.
    let arrivals = [(0, 0.0), (0, 0)]
    let kind = UnitKind(id: "unit", title: "unit")
    Self.expectEqual(
      Self.hours(kind, beds: 2, arrivals: arrivals, scenario: hit(killedShare: 0)), [10, 13, 7, 3, 0])
    Self.expectEqual(
      Self.hours(kind, beds: 2, arrivals: arrivals, scenario: hit(killedShare: 1)), [7, 10, 4, 0, 0])
  }

  @Test("A place that an urgent patient takes over was never free, and who lost it waits")
  func preemption() {
    // Stays 0–10, 1–4 and 10–17 of who gives way, 4–14 of the urgent; another waits 5–14 and stays 14–24.
    let kind = UnitKind(id: "unit", title: "unit", preemption: .resume)
    Self.expectEqual(
      Self.hours(kind, beds: 2, arrivals: [(0, 0), (0, 1), (1, 4), (0, 5)]), [16, 24, 16, 10, 5])
  }

  @Test("Of units of unlike size it is the mean of their shares, to the horizon; one without places is full")
  func units() {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: [PatientClass(id: "a", title: "A", pathway: 0)], arrivals: [(0, 0), (0, 1), (0, 2)],
      measures: Self.measures("one", facility: 0) + Self.measures("two", facility: 1)
        + Self.measures("both") + Self.measures("r", region: 0) + Self.measures("empty", region: 1)
        + Self.measures("none", region: 2))
    for (index, beds) in [(0, 2), (1, 0)] {
      network.facilities.append(Facility(id: "f\(index)", name: "F\(index)", region: index))
      network.units.append(CareUnit(facility: index + 1, kind: 0, staffedBeds: beds))
    }
    for index in 1...2 { network.regions.append(Region(id: "\(index + 1)", name: "Region \(index)")) }
    network.facilities.append(Facility(id: "f2", name: "F2", region: 2))
    for index in network.inflows.indices { network.inflows[index].facilities = [0, 1] }
    let results = Fixture.run(network, horizonDays: 1, drainDays: 2, seed: 1, replications: 1, audits: true)
    func hours(_ name: String) -> [Double?] {
      Self.quantities.indices.map { Fixture.values("\(name)_\($0)", results, network).first.map { $0 * 24 } }
    }
    // Three come to each. In the first one is in it from 0 on, one waits 1–20 and another with them 2–10; in the
    // second are two 1–11 and one 0–1 and 11–20, and one waits 2–10.
    Self.expectEqual(hours("one"), [24, 24, 0, 19, 8])
    Self.expectEqual(hours("two"), [10, 20, 10, 8, 0])
    Self.expectEqual(hours("r"), [17, 22, 5, 13.5, 4])
    // The unit without a place, in another region, is full without an event, and the third region has no unit.
    Self.expectEqual(hours("empty"), [24, 0, 0, 0, 0])
    Self.expectEqual(hours("both"), [58 / 3.0, 44 / 3.0, 10 / 3.0, 9, 8 / 3.0])
    #expect(hours("none").allSatisfy { $0 == nil })
  }

  /// P(N ≥ n) of M/M/c with the offered load `load`, for n up to c.
  private static func atLeast(_ number: Int, load: Double, servers: Int) -> Double {
    var terms = [1.0]
    for count in 1...servers { terms.append((terms.last ?? 0) * load / Double(count)) }
    let whole = terms[..<servers].reduce(0, +) + terms[servers] / (1 - load / Double(servers))
    return 1 - terms[..<number].reduce(0, +) / whole
  }

  @Test(
    "M/M/3 at load 0.8: shares with so many in service, full as Erlang C has it, and with k waiting C ρ^k, each within 4.5 standard errors of 16 runs"
  )
  func queue() throws {
    let network = Fixture.singleUnit(
      servers: 3, arrivalsPerHour: 2.4, stay: .exponential(mean: 1),
      measures: [
        DeclaredMeasure(id: "one", quantity: .occupiedTimeShare(atLeast: 1), unitKind: 0),
        DeclaredMeasure(id: "two", quantity: .occupiedTimeShare(atLeast: 2), unitKind: 0),
        DeclaredMeasure(id: "full", quantity: .occupiedTimeShare(atLeast: nil), unitKind: 0),
        DeclaredMeasure(id: "waits", quantity: .waitingTimeShare(atLeast: 1), unitKind: 0),
        DeclaredMeasure(id: "four_wait", quantity: .waitingTimeShare(atLeast: 4), unitKind: 0),
      ])
    let full = QueueingTheory.erlangC(offeredLoad: 2.4, servers: 3)
    try Fixture.check(
      network, days: 200, seed: 41,
      [
        ("one", Self.atLeast(1, load: 2.4, servers: 3)), ("two", Self.atLeast(2, load: 2.4, servers: 3)),
        ("full", full), ("waits", full * 0.8), ("four_wait", full * 0.8 * 0.8 * 0.8 * 0.8),
      ])
  }

  @Test(
    "M/G/c/c of 2 and of 6 places: the share full is Erlang B of each whatever the law of the stay, and of both their mean, within 4.5 standard errors of 16 runs",
    arguments: [Distribution.exponential(mean: 1), .constant(1)])
  func lossSystem(stay: Distribution) throws {
    func full(_ id: String, _ region: Int?) -> DeclaredMeasure {
      DeclaredMeasure(id: id, quantity: .occupiedTimeShare(atLeast: nil), unitKind: 0, region: region)
    }
    var network = Fixture.singleUnit(
      servers: 2, arrivalsPerHour: 3, stay: stay, whenFull: .refuse,
      measures: [
        full("small", 0), full("large", 1), full("both", nil),
        DeclaredMeasure(id: "five", quantity: .occupiedTimeShare(atLeast: 5), unitKind: 0, region: 1),
      ])
    network.regions.append(Region(id: "2", name: "Two"))
    network.facilities.append(Facility(id: "two", name: "Two", region: 1))
    network.units.append(CareUnit(facility: 1, kind: 0, staffedBeds: 6))
    let small = QueueingTheory.erlangB(offeredLoad: 3, servers: 2)
    let large = QueueingTheory.erlangB(offeredLoad: 3, servers: 6)
    // P(N ≥ 5) = P(6) (1 + 6 / a).
    try Fixture.check(
      network, days: 100, seed: 42,
      [("small", small), ("large", large), ("both", (small + large) / 2), ("five", large * (1 + 6 / 3.0))])
  }

  #if DEBUG
    private static let seeds: ClosedRange<UInt64> = 1...10
  #else
    private static let seeds: ClosedRange<UInt64> = 1...100
  #endif

  /// A random network, and the shares of every number up to `most` by kind.
  private static func random(_ seed: UInt64, most: Int) -> (CareNetwork, Scenario) {
    var (network, scenario) = RandomNetwork.make(seed: seed)
    for kind in network.unitKinds.indices {
      func add(_ id: String, _ quantity: Quantity) {
        network.measures.append(DeclaredMeasure(id: "\(id)_\(kind)", quantity: quantity, unitKind: kind))
      }
      add("in_use", .meanOccupied)
      add("in_line", .meanQueue)
      add("full", .occupiedTimeShare(atLeast: nil))
      for least in 1...most {
        add("in_use_\(least)", .occupiedTimeShare(atLeast: least))
        add("in_line_\(least)", .waitingTimeShare(atLeast: least))
      }
    }
    return (network, scenario)
  }

  private static func policySets(_ network: CareNetwork) -> [PolicySet] {
    [RandomNetwork.allPolicies(network), PolicyCatalogue.policySet([], network: network, isNoWait: true)]
  }

  @Test("In random networks every condition agrees with its unit after each event", arguments: seeds)
  func audits(seed: UInt64) {
    let (network, scenario) = Self.random(seed, most: 2)
    for policies in Self.policySets(network) {
      let results = Fixture.run(
        network, scenario: scenario, horizonDays: 5, drainDays: 1, seed: seed, replications: 1,
        policies: policies, audits: true)
      for kind in network.unitKinds.indices {
        let full = Fixture.values("full_\(kind)", results, network)
        #expect(full.allSatisfy { $0 >= 0 && $0 <= 1 })
      }
    }
  }

  @Test("In random networks the shares of all numbers add up to the mean number", arguments: seeds)
  func sums(seed: UInt64) {
    let most = 80
    let (network, scenario) = Self.random(seed, most: most)
    for policies in Self.policySets(network) {
      let results = Fixture.run(
        network, scenario: scenario, horizonDays: 5, drainDays: 1, seed: seed, replications: 1,
        policies: policies)
      let values = Dictionary(
        uniqueKeysWithValues: zip(
          MeasureList(network).national.map(\.id), results[0].values.map { $0 ?? .nan }))
      for kind in network.unitKinds.indices {
        let units = Double(network.units.filter { $0.kind == kind }.count)
        for name in ["in_use", "in_line"] {
          let shares = (1...most).map {
            values["\(name)_\($0)_\(kind)"] ?? .nan
          }
          #expect(shares.last == 0, "\(name) of kind \(kind)")
          let sum = shares.reduce(0, +) * units
          let mean = values["\(name)_\(kind)"] ?? .nan
          #expect(abs(sum - mean) <= 1e-9 * max(1, mean), "\(name) of kind \(kind)")
        }
      }
    }
  }

  @Test("Every entity its own partition gives the shares that one queue gives, at 1, 2 and 3 workers")
  func partitions() {
    for seed in Self.seeds {
      let (network, scenario) = Self.random(seed, most: 3)
      func outcome(_ shortestLink: SimulationDuration, _ workers: WindowWorkers) -> (TrialResult, Int) {
        var simulation = CareSimulation(
          network, scenario: scenario, horizonDays: 4, drainDays: 1, seed: seed, replication: 0,
          policies: RandomNetwork.allPolicies(network), shortestLink: shortestLink)
        simulation.runIn(workers: workers)
        simulation.run(workers: workers)
        return (
          simulation.result(network, measures: MeasureList(network)), simulation.engine.partitionCount
        )
      }
      let (serial, one) = outcome(.longest, .one)
      #expect(one == 1)
      #expect(Fixture.values("in_use_1_0", [serial], network).allSatisfy { $0 > 0 })
      for count in 1...3 {
        let (windowed, many) = outcome(.tick, WindowWorkers(count: count, leastEventsPerWindow: 0))
        #expect(many > 1 && windowed == serial, "seed \(seed), \(count) workers")
      }
    }
  }
}
