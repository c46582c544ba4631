import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("When vehicles leave")
struct DepartureTests {
  @Test(
    "Leaving when four seats of b are taken, arrivals wait (b − 1) / 2λ on average, within 4.5 standard errors",
    arguments: [false, true])
  func full(isNational: Bool) throws {
    let network = TransportFixture.network(
      vehicles: 10_000, seats: 4, isNational: isNational, ratePerHour: 2, runInDays: 1
    ) { $0.departure = .whenFull(longestWaitHours: nil) }
    let results = Fixture.run(network, horizonDays: 12, drainDays: 3, seed: 4, replications: 24)
    let interval = try #require(StudentInterval.of(Fixture.values("vehicle_hours", results, network)))
    let z = (interval.estimate - 3.0 / 4) / interval.standardError
    #expect(abs(z) < 4.5, "mean \(interval.estimate), z \(z)")
  }

  @Test(
    "Leaving with two of four seats taken, arrivals wait half as long as one gap on average, within 4.5 standard errors",
    arguments: [false, true])
  func least(isNational: Bool) throws {
    let network = TransportFixture.network(
      vehicles: 10_000, seats: 4, isNational: isNational, ratePerHour: 2, runInDays: 1
    ) {
      $0.departure = .whenFull(longestWaitHours: nil)
      $0.leastPatients = 2
    }
    let results = Fixture.run(network, horizonDays: 12, drainDays: 3, seed: 4, replications: 24)
    let interval = try #require(StudentInterval.of(Fixture.values("vehicle_hours", results, network)))
    let z = (interval.estimate - 1.0 / 4) / interval.standardError
    #expect(abs(z) < 4.5, "mean \(interval.estimate), z \(z)")
  }

  @Test("A vehicle that comes back takes all who find seats, if they are enough", arguments: [false, true])
  func leastOfOne(isNational: Bool) throws {
    func network(_ arrivals: [Double]) -> CareNetwork {
      TransportFixture.network(seats: 4, isNational: isNational, arrivals: arrivals) {
        $0.departure = .whenFull(longestWaitHours: nil)
        $0.leastPatients = 2
      }
    }
    // Two leave at 1; back at 3.75 it leaves with three at once, and back at 6.5 waits for a second until 7.
    try TransportFixture.expect(
      "vehicle_hours", network([0, 1, 2, 3, 3.5, 5, 7]), hours: (1 + 1.75 + 0.75 + 0.25 + 2) / 7)
  }

  @Test("Who is alone leaves after the longest wait", arguments: [false, true])
  func longestWait(isNational: Bool) throws {
    let network = TransportFixture.network(seats: 4, isNational: isNational, arrivals: [1, 3]) {
      $0.departure = .whenFull(longestWaitHours: 5)
    }
    // Both at 6, when the first has waited for five hours.
    let wait = try #require(TransportFixture.figure("vehicle_hours", network))
    #expect(abs(wait - 4) < 1e-6)
  }

  @Test("Who do not fill a vehicle leave at the next of its times", arguments: [false, true])
  func fullOrTimes(isNational: Bool) throws {
    let network = TransportFixture.network(seats: 2, isNational: isNational, arrivals: [1, 3, 5]) {
      $0.departure = .whenFull(longestWaitHours: nil, orAt: [480, 960])
    }
    // Two at 3, the third at 8.
    try TransportFixture.expect("vehicle_hours", network, hours: (2 + 0 + 3) / 3.0)
  }

  @Test("A vehicle that is never full leaves at its times as one that leaves then alone", arguments: [1, 2])
  func neverFull(seed: Int) {
    func results(_ departure: Departure) -> TrialResult {
      let network = TransportFixture.network(vehicles: 3, seats: 1_000, ratePerHour: 2, runInDays: 1) {
        $0.departure = departure
      }
      return Fixture.run(
        network, horizonDays: 6, drainDays: 2, seed: UInt64(seed), replications: 1, audits: true)[0]
    }
    let (alone, or) = (
      results(.atTimes([960, 0])), results(.whenFull(longestWaitHours: nil, orAt: [960, 0]))
    )
    #expect(alone.values == or.values && alone.regional == or.regional)
  }

  @Test(
    "Leaving every eight hours, arrivals wait four on average, within 4.5 standard errors",
    arguments: [false, true])
  func times(isNational: Bool) throws {
    let network = TransportFixture.network(
      vehicles: 100, seats: 1_000, isNational: isNational, ratePerHour: 2, runInDays: 1
    ) { $0.departure = .atTimes([0, 480, 960]) }
    let results = Fixture.run(network, horizonDays: 10, drainDays: 2, seed: 6, replications: 20)
    let interval = try #require(StudentInterval.of(Fixture.values("vehicle_hours", results, network)))
    let z = (interval.estimate - 4) / interval.standardError
    #expect(abs(z) < 4.5, "mean \(interval.estimate), z \(z)")
  }

  @Test("A vehicle that is away at the time of departure leaves at the next", arguments: [false, true])
  func away(isNational: Bool) throws {
    // At 6 with the first; back at 8.75, so that who came at 7 and would leave at 8 leaves at 18.
    let network = TransportFixture.network(isNational: isNational, arrivals: [1, 7]) {
      $0.departure = .atTimes([360, 480, 1_080])
    }
    let wait = try #require(TransportFixture.figure("vehicle_hours", network))
    #expect(abs(wait - (5 + 11) / 2) < 1e-6)
  }

  @Test("The most urgent leaves first, then the one who came first", arguments: [false, true])
  func priority(isNational: Bool) throws {
    var network = TransportFixture.network(isNational: isNational, arrivals: [0, 0.5, 1])
    network.classes.append(PatientClass(id: "urgent", title: "Urgent", pathway: 0, priority: 0))
    network.inflows[2].classes = [(patientClass: 1, share: 1)]
    network.measures.append(
      DeclaredMeasure(
        id: "urgent_hours", quantity: .meanVehicleWaitHours, fleet: 0, classes: [1]))
    // The car is back at 2.75 and at 5.5.
    try TransportFixture.expect("urgent_hours", network, hours: 1.75)
    try TransportFixture.expect("vehicle_hours", network, hours: 6.75 / 3)
  }

  @Test(
    "n vehicles and exponential ways are M/M/n: Erlang C, within 4.5 standard errors",
    arguments: [false, true])
  func erlang(isNational: Bool) throws {
    var network = TransportFixture.network(
      vehicles: 3, isNational: isNational, ratePerHour: 2.1, runInDays: 5
    ) {
      $0.loadHours = 0
      $0.handoverHours = 0
      $0.returns = false
    }
    network.pathways[0].steps = [
      Step(
        id: "trip",
        move: Move(
          fleet: 0, destination: .facility, unitKind: 0, facility: 1, leastHours: 1e-6,
          way: .exponential(mean: 1)))
    ]
    let results = Fixture.run(network, horizonDays: 60, drainDays: 2, seed: 9, replications: 16)
    let interval = try #require(StudentInterval.of(Fixture.values("vehicle_hours", results, network)))
    let exact = QueueingTheory.meanWait(arrivalRate: 2.1, meanService: 1, servers: 3)
    let z = (interval.estimate - exact) / interval.standardError
    #expect(abs(z) < 4.5, "mean \(interval.estimate), exact \(exact), z \(z)")
  }

  @Test("Two vehicles fewer lengthen the wait: paired, 20 replications, t > 3.9 (p < 0.0005)")
  func fewer() throws {
    let many = TransportFixture.network(vehicles: 4, ratePerHour: 0.6)
    let few = TransportFixture.network(vehicles: 2, ratePerHour: 0.6)
    let interval = try #require(
      TransportFixture.difference("vehicle_hours", many, few, horizonDays: 8, replications: 20))
    #expect(interval.estimate / interval.standardError > 3.9, "\(interval)")
  }

  @Test("A vehicle that does not return is free when it has handed over", arguments: [false, true])
  func oneWay(isNational: Bool) throws {
    let network = TransportFixture.network(isNational: isNational, arrivals: [0, 0]) { $0.returns = false }
    let wait = try #require(TransportFixture.figure("vehicle_hours", network))
    #expect(abs(wait - 1.75 / 2) < 1e-6)
  }

  @Test(
    "Nobody whom a full craft leaves behind is forgotten: who asked while it was ordered goes with the next")
  func leftBehind() throws {
    // Two seats, word of two hours each way. At 0 and 1 two ask, and are ordered a craft as the second's word comes, at 3;
    // when it arrives at 5 a third waits, whose word came after: more urgent, they take the second's seat.
    var network = TransportFixture.network(vehicles: 2, seats: 2, isNational: true, arrivals: [0, 1, 2]) {
      $0.departure = .whenFull(longestWaitHours: 6)
      $0.dispatchDelayHours = 4
    }
    network.classes.append(PatientClass(id: "urgent", title: "Urgent", pathway: 0, priority: 0))
    network.classes[0].priority = 5
    network.inflows[2].classes = [(patientClass: 1, share: 1)]
    #expect(TransportFixture.figure("came", network) == 3)
    // At 5 the first and the urgent one; the second is asked for again at 7, has waited six hours, and leaves at 9.
    try TransportFixture.expect("vehicle_hours", network, hours: (5 + 3 + 8) / 3.0)
  }

  @Test("Who was to go with one who died meanwhile keeps their request")
  func firstDied() throws {
    var network = TransportFixture.network(vehicles: 1, seats: 2, isNational: true, arrivals: [0, 1]) {
      $0.departure = .whenFull(longestWaitHours: 6)
      $0.dispatchDelayHours = 4
    }
    // The first dies at 4, when the craft for both is on its way.
    network.classes.append(
      PatientClass(
        id: "dying", title: "Dying", pathway: 0, priority: 0,
        death: DeathLaw(family: .weibull, median: .hours(4), shape: 200)))
    network.inflows[0].classes = [(patientClass: 1, share: 1)]
    #expect(TransportFixture.figure("deaths", network) == 1)
    #expect(TransportFixture.figure("came", network) == 1)
  }

  @Test("Who comes first in line asks first where a shared vehicle brings them", arguments: [false, true])
  func alighting(isNational: Bool) throws {
    var network = TransportFixture.network(seats: 3, isNational: isNational, arrivals: [0, 0, 0])
    network.units[1].staffedBeds = 1
    network.classes.append(PatientClass(id: "urgent", title: "Urgent", pathway: 0, priority: 0))
    network.classes[0].priority = 5
    network.inflows[1].classes = [(patientClass: 1, share: 1)]
    network.measures.append(
      DeclaredMeasure(id: "urgent_hours", quantity: .meanWaitHours, unitKind: 1, classes: [1]))
    #expect(TransportFixture.figure("came", network) == 3)
    // The way alone: nobody has the place before them.
    try TransportFixture.expect("urgent_hours", network, hours: 1.75)
  }

  @Test("A craft is ordered for as many as it has seats, and takes others when its patient is gone")
  func oneOrder() throws {
    func network(_ arrivals: [Double]) -> CareNetwork {
      TransportFixture.network(vehicles: 2, seats: 2, isNational: true, arrivals: arrivals) {
        $0.dispatchDelayHours = 4
      }
    }
    // Two craft for four who ask at once: all leave when the word is back.
    try TransportFixture.expect("vehicle_hours", network([0, 0, 0, 0]), hours: 4)
    // At 4 the first and the second; the craft that was ordered for the second at 3 takes the third at 5.
    try TransportFixture.expect("vehicle_hours", network([0, 1, 2]), hours: (4 + 3 + 3) / 3.0)
  }
}
