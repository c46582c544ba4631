import CareModel
import CarePolicies
import RandomStreams
import Testing

@Suite("The dispatch delay of a region's own fleet")
struct DispatchDelayTests {
  /// The car of the fixture with a delay; guarded, it has weather that keeps no vehicle back.
  private func network(
    delay: Double, vehicles: Double = 1, seats: Int = 1, isGuarded: Bool = false, arrivals: [Double] = [],
    ratePerHour: Double = 0, runInDays: Double = 0, fleet: (inout Fleet) -> Void = { _ in }
  ) -> CareNetwork {
    TransportFixture.network(
      vehicles: vehicles, seats: seats, arrivals: arrivals, ratePerHour: ratePerHour, runInDays: runInDays
    ) {
      $0.dispatchDelayHours = delay
      if isGuarded { $0.weather = FleetWeather(cancelledShare: 0, blockHours: 1) }
      fleet(&$0)
    }
  }

  @Test(
    "With vehicles for all, the wait for one is the delay exactly, and each request takes one event more",
    arguments: [false, true])
  func exact(isGuarded: Bool) throws {
    func result(_ delay: Double) -> (TrialResult, CareNetwork) {
      let network = network(delay: delay, vehicles: 10_000, isGuarded: isGuarded, ratePerHour: 1)
      let results = Fixture.run(
        network, horizonDays: 4, drainDays: 2, seed: 3, replications: 1, audits: true)
      return (results[0], network)
    }
    let ((without, model), (with, _)) = (result(0), result(0.75))
    func value(_ id: String, _ result: TrialResult) throws -> Double {
      try #require(Fixture.values(id, [result], model).first)
    }
    #expect(try value("vehicle_hours", without) == 0)
    #expect(abs(try value("vehicle_hours", with) - 0.75) < 1e-9)
    #expect(abs(try value("system_hours", with) - value("system_hours", without) - 0.75) < 1e-9)
    let moved = try value("moved", with)
    #expect(moved > 50)
    // Those who came in the drain ask too.
    #expect(with.eventCount - without.eventCount >= Int(moved))
  }

  @Test("While the dispatcher has a request the patient is told as waiting, and every vehicle stands free")
  func vehiclesStandFree() {
    let network = network(delay: 2.5, arrivals: [0.5])
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 1, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    simulation.runIn()
    let trajectory = simulation.record(hours: 5, scope: .everyone, network: network, scenario: .peace)
    let fleets = trajectory.samples.map { $0.regions[0].fleets[0] }
    // Ordered at 3: on the way from then on.
    #expect(fleets.map(\.waiting) == [0, 1, 1, fleets[3].waiting, 0, 0])
    #expect(fleets.map(\.away) == [0, 0, 0, fleets[3].away, 1, 1])
    let asked = trajectory.entries.filter { $0.kind == .vehicleAsked }
    let departed = trajectory.entries.filter { $0.kind == .departed }
    #expect(asked.map(\.ticks) == [1_800_000_000])
    #expect(departed.map(\.ticks) == [10_800_000_000])
  }

  @Test(
    "The line is by priority and then by the time of joining; who is with the dispatcher is passed by",
    arguments: [false, true])
  func priority(isGuarded: Bool) throws {
    var network = network(delay: 1, isGuarded: isGuarded, arrivals: [0, 0.5, 1, 3])
    network.classes.append(PatientClass(id: "urgent", title: "Urgent", pathway: 0, priority: 0))
    for late in [2, 3] { network.inflows[late].classes = [(patientClass: 1, share: 1)] }
    network.measures.append(
      DeclaredMeasure(id: "urgent_hours", quantity: .meanVehicleWaitHours, fleet: 0, classes: [1]))
    // The car leaves at 1, 3.75, 6.5 and 9.25: with the urgent one of 1 before the patient of 0.5, and with the one of
    // 3, who joins at 4, before them too.
    try TransportFixture.expect("urgent_hours", network, hours: (2.75 + 3.5) / 2)
    try TransportFixture.expect("vehicle_hours", network, hours: (1 + 8.75 + 2.75 + 3.5) / 4)
    // One who asks at 2.8 would be with the dispatcher when the car is back at 3.75.
    network.inflows[2].classes = [(patientClass: 0, share: 1)]
    network.inflows[3].process = .pulse(count: 1, fromHours: 2.8, spanHours: 0)
    try TransportFixture.expect("urgent_hours", network, hours: 6.5 - 2.8)
  }

  @Test("Who dies while the dispatcher has the request dies when they would have in line, and binds nothing")
  func death() {
    let arrivals = (0..<20).map { 0.1 * Double($0) }
    func deaths(_ network: CareNetwork, _ scenario: Scenario) -> [String: Int64] {
      var network = network
      network.classes[0].death = DeathLaw(family: .weibull, median: .hours(5), shape: 1.5)
      return ClosureTests.deathTicks(network, scenario)
    }
    let asked = deaths(network(delay: 1_000, arrivals: arrivals), .peace)
    let inLine = deaths(
      network(delay: 0, arrivals: arrivals),
      ClosureTests.closed([WayClosure(mode: .road, fromDay: 0, untilDay: 5)]))
    #expect(asked.count == 20)
    #expect(asked == inLine)
    var mortal = network(delay: 1_000, arrivals: arrivals)
    mortal.classes[0].death = DeathLaw(family: .weibull, median: .hours(5), shape: 1.5)
    #expect(TransportFixture.figure("deaths", mortal) == 20)
    #expect(TransportFixture.figure("moved", mortal) == 0)
  }

  @Test("The longest wait for others runs from the request")
  func batches() throws {
    let short = network(delay: 2, seats: 4, arrivals: [1, 3]) {
      $0.departure = .whenFull(longestWaitHours: 5)
    }
    try TransportFixture.expect("vehicle_hours", short, hours: (5 + 3) / 2)
    // It is over when they join, at 7 and 9: each leaves as soon as there is a car, which is back at 9.75.
    let long = network(delay: 6, seats: 4, arrivals: [1, 3]) {
      $0.departure = .whenFull(longestWaitHours: 5)
    }
    try TransportFixture.expect("vehicle_hours", long, hours: (6 + 6.75) / 2)
    // Two seats are taken when the second joins.
    let full = network(delay: 2, seats: 2, arrivals: [1, 3]) {
      $0.departure = .whenFull(longestWaitHours: nil)
    }
    try TransportFixture.expect("vehicle_hours", full, hours: (4 + 2) / 2)
    // Joining at 8.5, they miss the departure at 8.
    let times = network(delay: 1, arrivals: [7.5]) { $0.departure = .atTimes([0, 480, 960]) }
    try TransportFixture.expect("vehicle_hours", times, hours: 8.5)
  }

  @Test("A vehicle that leaves takes nobody along whom the dispatcher has", arguments: [false, true])
  func companions(isGuarded: Bool) throws {
    // The second is ordered at 2, when the car that left at 1 has been gone an hour.
    let network = network(delay: 1, seats: 2, isGuarded: isGuarded, arrivals: [0, 1])
    try TransportFixture.expect("vehicle_hours", network, hours: (1 + 2.75) / 2)
  }

  @Test(
    "Who is with the dispatcher when the way closes, or the last vehicle is lost, asks another fleet then")
  func shut() throws {
    var network = ClosureTests.withAir(arrivals: [0.5])
    network.fleets[0].dispatchDelayHours = 1
    let closure = ClosureTests.closed([WayClosure(mode: .road, fromDay: 1.0 / 24, untilDay: 4)])
    try TransportFixture.expect("system_hours", network, scenario: closure, hours: 0.5 + 6.75 + 1)
    // The fleet that is asked instead has a delay of its own.
    network.fleets[1].dispatchDelayHours = 2
    try TransportFixture.expect("system_hours", network, scenario: closure, hours: 0.5 + 2 + 6.75 + 1)
    // Closed only while the dispatcher has it, with no other fleet: the order stands.
    let alone = self.network(delay: 2, arrivals: [0.5])
    let short = ClosureTests.closed([WayClosure(mode: .road, fromDay: 1.0 / 24, untilDay: 2.0 / 24)])
    try TransportFixture.expect("vehicle_hours", alone, scenario: short, hours: 2)

    // The car is lost at 1 with nobody killed: both go by air at once.
    var lost = ClosureTests.withAir(arrivals: [0, 0.5])
    lost.fleets[0].dispatchDelayHours = 1
    lost.fleets[1].vehicles = .fixed(2)
    let losses = Scenario(
      id: "losses", title: "Losses",
      transportLosses: [
        TransportLoss(
          fleet: 0, sharePerTrip: 1, fromDay: 0, untilDay: 10, regions: [], passengersDieShare: 0)
      ])
    try TransportFixture.expect("system_hours", lost, scenario: losses, hours: (8.75 + 8.25) / 2)
  }

  @Test("A craft ordered for one whom a dispatcher has by now goes back unused")
  func orderedCraft() throws {
    // Asked at 0, the desk has the request at 2, and its craft is there at 4. The air closes from 1 to 1.5: the patient
    // asks for a car, which is ordered at 11.
    var network = ClosureTests.withAir(arrivals: [0], isNational: true, airHours: 0.5)
    network.fleets[0].dispatchDelayHours = 10
    network.fleets[1].dispatchDelayHours = 4
    let closure = ClosureTests.closed([WayClosure(mode: .air, fromDay: 1.0 / 24, untilDay: 1.5 / 24)])
    try TransportFixture.expect("system_hours", network, scenario: closure, hours: 11 + 1.75 + 1)
  }

  @Test("Requests that the dispatcher has count as the line when the next fleet is chosen")
  func chosen() throws {
    // The first takes the car, 0.5 + 1.75 hours; the second would wait for it, and flies: 2.75 hours.
    var network = ClosureTests.withAir(arrivals: [0, 0], airHours: 2)
    network.fleets[0].dispatchDelayHours = 0.5
    try TransportFixture.expect("system_hours", network, hours: (2.25 + 1 + 2.75 + 1) / 2)
  }

  @Test(
    "In the arm without queues nobody waits for the dispatcher, nor do those whose request it had on day 0")
  func noWait() throws {
    let network = network(delay: 5, vehicles: 10_000, ratePerHour: 2, runInDays: 1)
    let policies = PolicyCatalogue.policySet([], network: network, isNoWait: true)
    try TransportFixture.expect("system_hours", network, hours: 7.75)
    let hours = try #require(TransportFixture.figure("system_hours", network, policies: policies))
    #expect(abs(hours - 2.75) < 1e-9)
  }

  @Test("A delay that is less than a microsecond gives the bytes of none", arguments: [1, 4, 6])
  func sameBytes(seed: Int) {
    var (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    for fleet in network.fleets.indices where !network.fleets[fleet].isNational {
      network.fleets[fleet].dispatchDelayHours = 0
    }
    var short = network
    var long = network
    for fleet in network.fleets.indices where !network.fleets[fleet].isNational {
      short.fleets[fleet].dispatchDelayHours = 1e-11
      long.fleets[fleet].dispatchDelayHours = 1
    }
    #expect(TransportFixture.areAlike(network, short, scenarios: (scenario, scenario)))
    #expect(!TransportFixture.areAlike(network, long, scenarios: (scenario, scenario)))
  }
}
