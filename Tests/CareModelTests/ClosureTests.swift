import CareModel
import CarePolicies
import OutputStatistics
import Testing

@Suite("Ways that close")
struct ClosureTests {
  static func closed(_ closures: [WayClosure]) -> Scenario {
    Scenario(id: "closed", title: "Closed", closures: closures)
  }

  /// The car of the fixture, and a slower way by air.
  static func withAir(arrivals: [Double], isNational: Bool = false, airHours: Double = 6) -> CareNetwork {
    var network = TransportFixture.network(arrivals: arrivals)
    var aircraft = network.fleets[0]
    aircraft.id = "aircraft"
    aircraft.mode = .air
    aircraft.isNational = isNational
    network.fleets.append(aircraft)
    network.travelTimes.append(
      TravelTime(from: .facility(0), to: .facility(1), fleet: 1, hours: airHours))
    return network
  }

  @Test(
    "Who has no other way waits until it opens",
    arguments: [
      WayClosure(mode: .road, fromDay: 0, untilDay: 0.5), WayClosure(fleet: 0, fromDay: 0, untilDay: 0.5),
      WayClosure(mode: .road, facility: 1, fromDay: 0, untilDay: 0.5),
    ])
  func waits(closure: WayClosure) throws {
    let network = TransportFixture.network(arrivals: [1])
    let wait = try #require(
      TransportFixture.figure("vehicle_hours", network, scenario: Self.closed([closure])))
    #expect(abs(wait - 11) < 1e-6)
    #expect(TransportFixture.figure("came", network, scenario: Self.closed([closure])) == 1)
  }

  @Test("Two closures in a row are one", arguments: [false, true])
  func inARow(isNational: Bool) throws {
    let network = TransportFixture.network(isNational: isNational, arrivals: [1])
    let closures = [
      WayClosure(fleet: 0, fromDay: 0, untilDay: 0.25), WayClosure(mode: .road, fromDay: 0.25, untilDay: 0.5),
    ]
    let wait = try #require(
      TransportFixture.figure("vehicle_hours", network, scenario: Self.closed(closures)))
    #expect(abs(wait - 11) < 1e-6)
  }

  @Test("An airfield that closes keeps aircraft and no car")
  func airfield() throws {
    let network = TransportFixture.network(arrivals: [1])
    let scenario = Self.closed([WayClosure(facility: 1, fromDay: 0, untilDay: 0.5)])
    #expect(TransportFixture.figure("vehicle_hours", network, scenario: scenario) == 0)
    let flown = TransportFixture.network(arrivals: [1]) { $0.mode = .air }
    let wait = try #require(TransportFixture.figure("vehicle_hours", flown, scenario: scenario))
    #expect(abs(wait - 11) < 1e-6)
  }

  @Test(
    "Who waits for a way that closes takes another; a national craft is asked for in the same way",
    arguments: [false, true])
  func chosenAgain(isNational: Bool) throws {
    // The car has gone with the first at 0; the second would wait for it, until the road closes at 0.2.
    let network = Self.withAir(arrivals: [0, 0.1], isNational: isNational)
    let scenario = Self.closed([WayClosure(mode: .road, fromDay: 0.2 / 24, untilDay: 4)])
    let hours = try #require(TransportFixture.figure("system_hours", network, scenario: scenario))
    #expect(abs(hours - (2.75 + 0.1 + 6.75 + 1) / 2) < 1e-6)
    // Closed from the beginning, both fly.
    let both = Self.closed([WayClosure(mode: .road, fromDay: 0, untilDay: 4)])
    let flown = try #require(TransportFixture.figure("moved", network, scenario: both))
    #expect(flown == 2)
  }

  @Test("A craft that finds its way closed goes back, and its patient asks again")
  func orderedCraft() throws {
    // Request and order take two hours each. Ordered at 2, the craft finds the way closed from 3 to 10; the second
    // request comes to the desk at 6 and the second order to the patient at 12.
    var network = TransportFixture.network(isNational: true, arrivals: [0])
    network.fleets[0].dispatchDelayHours = 4
    let scenario = Self.closed([WayClosure(fleet: 0, fromDay: 3.0 / 24, untilDay: 10.0 / 24)])
    let wait = try #require(TransportFixture.figure("vehicle_hours", network, scenario: scenario))
    #expect(abs(wait - 12) < 1e-6)
  }

  /// When each patient died, by the stream they came in, microseconds from day 0; every event is audited.
  static func deathTicks(_ network: CareNetwork, _ scenario: Scenario) -> [String: Int64] {
    var simulation = CareSimulation(
      network, scenario: scenario, horizonDays: 5, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    simulation.auditsEveryEvent = true
    simulation.runIn()
    let trajectory = simulation.record(
      hours: 120, scope: .everyone, network: network, scenario: scenario)
    var ticks: [String: Int64] = [:]
    for entry in trajectory.entries where entry.kind == .died {
      ticks["\(entry.origin)-\(entry.ordinal)"] = entry.ticks
    }
    return ticks
  }

  @Test("Who asks another fleet when a way closes dies when they would have died waiting for the first")
  func sameDeath() {
    // One leaves at 0 and one at 2.75, the others wait when the road closes at 5; the craft come after the run.
    var waiting = TransportFixture.network(arrivals: (0..<20).map { 0.01 * Double($0) })
    var asking = Self.withAir(arrivals: (0..<20).map { 0.01 * Double($0) }, isNational: true)
    asking.fleets[1].dispatchDelayHours = 1_000
    let law = DeathLaw(family: .exponential, median: .hours(12), shape: 1)
    waiting.classes[0].death = law
    asking.classes[0].death = law
    let closure = Self.closed([WayClosure(mode: .road, fromDay: 5.0 / 24, untilDay: 5)])
    let (one, other) = (Self.deathTicks(waiting, closure), Self.deathTicks(asking, closure))
    #expect(one.count > 15)
    #expect(one.keys.sorted() == other.keys.sorted())
    // To a microsecond or two: the hazard is gathered in more pieces.
    for (patient, ticks) in one { #expect(abs(ticks - (other[patient] ?? 0)) <= 2) }
  }

  @Test("Trains go by links alone, and by any of them that is open")
  func links() throws {
    func network(_ links: [TransportLink]) -> CareNetwork {
      var network = TransportFixture.network(arrivals: [1]) { $0.mode = .rail }
      network.links = links
      return network
    }
    let main = TransportLink(id: "main", mode: .rail, from: .region(0), to: .facility(1))
    let other = TransportLink(id: "other", mode: .rail, from: .facility(1), to: .facility(0))
    let road = TransportLink(id: "road", mode: .road, from: .region(0), to: .region(1))
    let closure = Self.closed([WayClosure(link: 0, fromDay: 0, untilDay: 0.5)])
    #expect(TransportFixture.figure("vehicle_hours", network([main])) == 0)
    try TransportFixture.expect("vehicle_hours", network([main]), scenario: closure, hours: 11)
    #expect(TransportFixture.figure("vehicle_hours", network([main, other]), scenario: closure) == 0)
    // A link of another mode is no way for a train, nor does its closure matter.
    #expect(TransportFixture.figure("vehicle_hours", network([road])) == nil)
  }

  @Test("A road link joins two road networks, and where there is one its closure closes the road")
  func roadLinks() throws {
    var network = TransportFixture.network(arrivals: [1])
    network.links = [TransportLink(id: "bridge", mode: .road, from: .region(1), to: .region(0))]
    let closure = Self.closed([WayClosure(link: 0, fromDay: 0, untilDay: 0.5)])
    for roadNetwork in ["mainland", "island"] {
      network.regions[1].roadNetwork = roadNetwork
      #expect(TransportFixture.figure("vehicle_hours", network) == 0)
      let wait = try #require(TransportFixture.figure("vehicle_hours", network, scenario: closure))
      #expect(abs(wait - 11) < 1e-6)
    }
  }

  @Test("A closure of no length, or long after the run, changes no byte", arguments: [2, 5, 7])
  func sameBytes(seed: Int) {
    let (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    var (never, late) = (scenario, scenario)
    never.closures = [WayClosure(mode: .road, fromDay: 2, untilDay: 2)]
    late.closures = [.road, .air].map { WayClosure(mode: $0, fromDay: 5_000, untilDay: 5_001) }
    var open = scenario
    open.closures = []
    #expect(TransportFixture.areAlike(network, network, scenarios: (open, never)))
    #expect(TransportFixture.areAlike(network, network, scenarios: (open, late)))
    // The same where nothing else keeps a vehicle back, so that it is the plain way against the guarded one.
    var plain = network
    for fleet in plain.fleets.indices {
      plain.fleets[fleet].departure = .atOnce
      plain.fleets[fleet].seatsByKind = nil
      plain.fleets[fleet].crew = nil
      plain.fleets[fleet].isDaylightOnly = false
      plain.fleets[fleet].weather = nil
    }
    open.transportLosses = []
    late.transportLosses = []
    #expect(TransportFixture.areAlike(plain, plain, scenarios: (open, late)))
  }

  @Test("Half a day without the road lengthens the wait: paired, 20 replications, t > 3.9 (p < 0.0005)")
  func longer() throws {
    let network = TransportFixture.network(vehicles: 3, ratePerHour: 0.6)
    let interval = try #require(
      TransportFixture.difference(
        "vehicle_hours", network, network,
        scenarios: (.peace, Self.closed([WayClosure(mode: .road, fromDay: 2, untilDay: 2.5)])),
        horizonDays: 8,
        replications: 20))
    #expect(interval.estimate / interval.standardError > 3.9, "\(interval)")
  }
}
