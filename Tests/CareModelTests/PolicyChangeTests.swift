import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import SimulationKernel
import Testing

@Suite("Policies that take over on a day", .serialized)
struct PolicyChangeTests {
  /// One arm that begins with the defaults.
  private func run(
    _ network: CareNetwork, _ scenario: Scenario = .peace, change: PolicyChange?,
    then second: PolicyChange? = nil, days: Int = 6,
    seed: UInt64 = 3,
    from first: PolicySet? = nil, replication: UInt32 = 0, draws: DrawMode = .ordinary, audits: Bool = false,
    shortestLink: SimulationDuration = .longest, workers: WindowWorkers = .one
  ) -> (result: TrialResult, flights: Int) {
    let defaults = PolicyCatalogue.policySet([], network: network)
    var peace = CareSimulation(
      network, scenario: scenario, horizonDays: days, drainDays: 1, seed: seed, replication: replication,
      policies: defaults, shortestLink: shortestLink, draws: draws, register: audits ? DrawRegister() : nil)
    peace.auditsEveryEvent = audits
    peace.runIn(workers: workers)
    var arm = peace.copy(with: first ?? defaults)
    arm.plannedChanges = [change, second].compactMap { $0 }
    arm.run(workers: workers)
    return (arm.result(network, measures: MeasureList(network)), arm.office.flightsFlown)
  }

  private func waves(_ arrivalsPerHour: Double = 0.58) -> CareNetwork {
    var network = Fixture.singleUnit(
      servers: 6, arrivalsPerHour: arrivalsPerHour, stay: .exponential(mean: 10), runInDays: 2,
      measures: [DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0)])
    network.units[0].physicalBeds = 12
    network.unitKinds[0].surgeLevels = [SurgeLevel(id: "more", extra: .physical, leadTimeHours: 12)]
    return network
  }

  private func surge(_ network: CareNetwork, onDay day: Double) -> PolicyChange {
    PolicyChange(
      day: day,
      policies: PolicyCatalogue.policySet(
        [PolicyChoice(decision: .surge, id: "threshold-levels")], network: network),
      decisions: [.surge])
  }

  @Test("The same policies that take over change no byte, for 12 networks under every policy")
  func same() {
    for seed: UInt64 in 1...12 {
      let (network, scenario) = RandomNetwork.make(seed: seed)
      let policies = RandomNetwork.allPolicies(network)
      let change = PolicyChange(day: 1.5, policies: policies, decisions: [])
      let without = run(network, scenario, change: nil, days: 3, seed: seed, from: policies)
      let with = run(network, scenario, change: change, days: 3, seed: seed, from: policies)
      #expect(with.result == without.result, "seed \(seed)")
      #expect(with.flights == without.flights, "seed \(seed)")
    }
  }

  @Test("Nothing before the day differs from an arm that goes on, and something after it does")
  func before() {
    let network = waves()
    let (with, without) = (
      run(network, change: surge(network, onDay: 4), days: 10).result,
      run(network, change: nil, days: 10).result
    )
    let days = 11
    for (index, pair) in zip(with.regional, without.regional).enumerated() where index % days < 4 {
      #expect(pair.0 == pair.1, "measure \(index / days), day \(index % days)")
    }
    #expect(with.regional != without.regional)
    #expect(run(network, change: surge(network, onDay: 11), days: 10).result.values == without.values)
  }

  @Test(
    "An arm that ends is until then one that goes on, and after its end gives back what it opened, but for the draws"
  )
  func ends() throws {
    let network = waves(0.9)
    let end = PolicyChange(
      day: 12, policies: PolicyCatalogue.policySet([], network: network), decisions: [.surge])
    let with = run(network, change: surge(network, onDay: 2), then: end, days: 30).result
    let without = run(network, change: surge(network, onDay: 2), days: 30).result
    let days = 31
    for (index, pair) in zip(with.regional, without.regional).enumerated() where index % days < 12 {
      #expect(pair.0 == pair.1, "measure \(index / days), day \(index % days)")
    }
    // Nine hours of work an hour for six places: with twelve nobody waits long, with six the line grows.
    let waits = [with, without].map { Fixture.values("wait_hours", [$0], network)[0] }
    #expect(waits[0] > 5 * waits[1], "\(waits)")
  }

  @Test(
    """
    Under load an arm from day 0 waits less than one from day 20, and that less than one that never acts: both paired \
    95 % intervals lie above 0
    """)
  func sooner() throws {
    let network = waves()
    func waits(_ day: Double?) -> [Double] {
      Fixture.values(
        "wait_hours",
        (0..<10).map { replication in
          run(
            network, change: day.map { surge(network, onDay: $0) }, days: 40,
            replication: UInt32(replication)
          ).result
        }, network)
    }
    let (at0, at20, never) = (waits(0), waits(20), waits(nil))
    for (late, early) in [(at20, at0), (never, at20)] {
      let interval = try #require(StudentInterval.of(zip(late, early).map { $0 - $1 }))
      #expect(interval.lower > 0, "\(interval.lower) to \(interval.upper)")
    }
  }

  @Test(
    "Flights of a policy that takes over are the rest of its calendar, and those of the former are called off"
  )
  func flights() {
    let network = waves()
    func flights(_ first: Double, _ cadence: Double) -> PolicySet {
      PolicyCatalogue.policySet(
        [
          PolicyChoice(
            decision: .evacuation, id: "cadence-flights",
            values: [
              (key: "first_flight_day", value: first), (key: "cadence_days", value: cadence),
              (key: "cancelled_share", value: 0),
            ])
        ], network: network)
    }
    let none = PolicyCatalogue.policySet([], network: network)
    func flown(_ first: PolicySet, _ then: PolicySet, _ day: Double) -> Int {
      run(
        network, change: PolicyChange(day: day, policies: then, decisions: [.evacuation]), from: first,
        audits: true
      ).flights
    }
    // Seven days are simulated.
    #expect(flown(none, flights(1, 1), 3.5) == 3)
    #expect(flown(none, flights(1, 1), 4) == 3)
    #expect(flown(flights(1, 1), none, 3.5) == 3)
    // 1, 2, 3 by the former; 4.5 and 6 of 1.5, 3, 4.5, 6.
    #expect(flown(flights(1, 1), flights(1.5, 1.5), 3.5) == 5)
    // The next flight of both is due on day 4.
    #expect(flown(flights(1, 1), flights(2, 2), 3.5) == 5)
  }

  @Test("The first flight of an arm takes those who were fit before it began")
  func firstFlight() {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "ward", title: "Ward", isHospitalBed: true)], beds: [5],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(1_000))],
      classes: [PatientClass(id: "p", title: "P", pathway: 0, isEvacuable: true)],
      arrivals: [(0, 0), (0, 0), (0, 0)],
      measures: [DeclaredMeasure(id: "flown", quantity: .left(.evacuated))])
    network.situation.intervalHours = 24
    let policies = PolicyCatalogue.policySet(
      [
        PolicyChoice(
          decision: .evacuation, id: "cadence-flights",
          values: [
            (key: "first_flight_day", value: 4), (key: "cadence_days", value: 4),
            (key: "critical_seats", value: 0),
            (key: "other_seats", value: 1), (key: "cancelled_share", value: 0),
            (key: "fit_to_fly_hours", value: 24),
          ])
      ], network: network)
    for day in [0, 3, 3.9, 4] {
      let change = PolicyChange(day: day, policies: policies, decisions: [.evacuation])
      let result = run(network, change: change, days: 9).result
      #expect(Fixture.values("flown", [result], network) == [2], "from day \(day)")
    }
  }

  @Test(
    "A surge policy that takes over from itself is asked no more often, and one that is never asked gives back"
  )
  func surgeReviews() {
    let network = waves(0.9)
    let threshold = surge(network, onDay: 2)
    let without = run(network, change: nil, from: threshold.policies).result
    #expect(run(network, change: threshold, from: threshold.policies).result.eventCount == without.eventCount)
    let defaults = PolicyCatalogue.policySet([], network: network)
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 30, drainDays: 0, seed: 3, replication: 0,
      policies: threshold.policies)
    simulation.runIn()
    simulation.begin()
    simulation.advance(to: SimulationTime(ticks: 30 * SimulationDuration.ticksPerDay))
    #expect(simulation.engine[region: 0].surgeLevel(kind: 0) == 1)
    simulation.take(PolicyChange(day: 28, policies: defaults, decisions: [.surge]))
    simulation.advance(to: SimulationTime(ticks: 30 * SimulationDuration.ticksPerDay + 1))
    #expect(simulation.engine[region: 0].surgeLevel(kind: 0) == 0)
  }

  @Test("Every policy that takes over on day 2: no draw is used twice, no patient is lost, partitions agree")
  func auditsAndPartitions() {
    for seed: UInt64 in 1...6 {
      let (network, scenario) = RandomNetwork.make(seed: seed)
      let change = PolicyChange(
        day: 1.25, policies: RandomNetwork.allPolicies(network),
        decisions: [.admission, .transfer, .surge, .evacuation])
      let plain = run(network, scenario, change: change, days: 3, seed: seed).result
      let audited = run(network, scenario, change: change, days: 3, seed: seed, audits: true).result
      #expect(audited == plain, "seed \(seed)")
      #expect(audited.drawMistakes.isEmpty, "seed \(seed)")
      let windowed = run(
        network, scenario, change: change, days: 3, seed: seed, shortestLink: .tick,
        workers: WindowWorkers(count: 2, spinsBeforeParking: 50, leastEventsPerWindow: 0))
      #expect(windowed.result == plain, "seed \(seed)")
    }
  }

  @Test(
    "Antithetic draws meet the same change: those of a pair differ, and casualties are those of the arm that goes on"
  )
  func antithetic() {
    let (network, scenario) = RandomNetwork.make(seed: 4)
    let change = PolicyChange(
      day: 1, policies: RandomNetwork.allPolicies(network),
      decisions: [.admission, .transfer, .surge, .evacuation])
    for draws: DrawMode in [.inverted, .complemented] {
      let with = run(network, scenario, change: change, days: 3, draws: draws, audits: true).result
      let without = run(network, scenario, change: nil, days: 3, draws: draws).result
      #expect(with.casualtyDigest == without.casualtyDigest)
      #expect(with.drawMistakes.isEmpty)
    }
    #expect(
      run(network, scenario, change: change, days: 3, draws: .inverted).result
        != run(network, scenario, change: change, days: 3, draws: .complemented).result)
  }
}
