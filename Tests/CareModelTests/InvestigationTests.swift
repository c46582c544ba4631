import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("What is ordered while the patient goes on")
struct InvestigationTests {
  private static let measures: [DeclaredMeasure] = [
    DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem, classes: [0]),
    DeclaredMeasure(id: "arrived", quantity: .arrivals), DeclaredMeasure(id: "left", quantity: .left(.home)),
    DeclaredMeasure(id: "present", quantity: .meanPresent),
    DeclaredMeasure(id: "tests", quantity: .requests, unitKind: 1),
    DeclaredMeasure(id: "waits", quantity: .meanWaitHours, unitKind: 1, classes: [1]),
    DeclaredMeasure(id: "stay", quantity: .meanStayHours, unitKind: 0),
  ]

  /// A bed in which an examination is, of which blood tests of some hours are ordered, then a wait for them; one place in
  /// the laboratory.
  private static func network(
    examination: Distribution = .constant(2), tests: Int = 1, analysis: Distribution = .constant(5),
    laboratories: Int = 1, awaits: Bool = true, arrivals: [(Int, Double)] = [(0, 0)]
  ) -> CareNetwork {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed"), UnitKind(id: "laboratory", title: "laboratory")],
      beds: [9, laboratories],
      steps: [
        Step(
          id: "examination", unitKind: 0, stay: examination, orders: Array(repeating: 1, count: tests),
          next: [Branch(to: .step(1))]),
        Step(
          id: "decision", unitKind: 0, stay: .constant(1), orders: [], awaitsOrders: awaits),
      ],
      classes: [
        PatientClass(id: "p", title: "P", pathway: 0), PatientClass(id: "test", title: "Test", pathway: 1),
      ], arrivals: arrivals, measures: measures)
    network.pathways.append(
      Pathway(id: "laboratory", steps: [Step(id: "analysis", unitKind: 1, stay: analysis)]))
    return network
  }

  private func figures(_ network: CareNetwork, _ ids: [String]) -> [Double?] {
    ids.map { PlaceHoldingTests.figure($0, network) }
  }

  @Test("The stay goes on until the last result is back, and no longer than its own length when all are")
  func awaits() {
    // Ordered at 0: the test is back at 5, two at 10 where one is analysed at a time; the decision would be over at 3.
    #expect(figures(Self.network(), ["hours", "stay"]) == [5, 2.5])
    #expect(figures(Self.network(tests: 2), ["hours"]) == [10])
    #expect(figures(Self.network(tests: 2, laboratories: 2), ["hours"]) == [5])
    #expect(figures(Self.network(analysis: .constant(1)), ["hours"]) == [3])
    #expect(figures(Self.network(awaits: false), ["hours"]) == [3])
  }

  @Test("Orders count in the unit that they go through, and in no number of patients")
  func counts() {
    let network = Self.network(tests: 3, arrivals: [(0, 0), (0, 1)])
    #expect(figures(network, ["arrived", "left", "tests"]) == [2, 2, 6])
    // One is analysed at a time, 5 hours each: those of the first at 0, 5, 10, of the second, ordered at 1, 14, 19, 24.
    #expect(PlaceHoldingTests.figure("waits", network) == 72.0 / 6)
    // The first is there for 15 hours, the second for 29, of 72.
    #expect(PlaceHoldingTests.figure("present", network) == (15.0 + 29) / 72)
    // Nobody waits for them: still all are analysed who leave later than they begin.
    let called = Self.network(tests: 3, awaits: false)
    #expect(figures(called, ["hours", "tests"]) == [3, 3])
    #expect(PlaceHoldingTests.figure("waits", called) == 0)
  }

  @Test("A step with neither unit nor stay waits for results, in the place that the patient has")
  func waitAlone() {
    var network = Self.network()
    network.pathways[0].steps[1] = Step(id: "results", awaitsOrders: true)
    #expect(figures(network, ["hours"]) == [5])
    // Ordered and awaited in one step.
    network.pathways[0].steps = [
      Step(id: "tests", unitKind: 0, stay: .constant(1), orders: [1, 1], awaitsOrders: true)
    ]
    #expect(figures(network, ["hours"]) == [10])
    // With stays that end from ten to twelve alone.
    network.calendars = [
      OpeningCalendar(
        id: "rounds", intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 660, untilMinute: 720)],
        otherwiseShare: 0)
    ]
    network.pathways[0].steps[0].endsDuring = 0
    #expect(figures(network, ["hours"]) == [11])
  }

  @Test("Each order has draws of its own, also on a second round")
  func draws() throws {
    var network = Self.network(tests: 3, analysis: .exponential(mean: 2), laboratories: 90)
    network.pathways[0].steps[1].next = [Branch(to: .step(0), share: .fixed(0.5)), Branch(to: .exit(.home))]
    network.inflows[0].process = .pulse(count: 100, fromHours: 0, spanHours: 10)
    (network.units[0].staffedBeds, network.units[0].physicalBeds) = (900, 900)
    network.measures = [DeclaredMeasure(id: "stay", quantity: .meanStayHours, unitKind: 1)]
    let results = Fixture.run(network, horizonDays: 9, seed: 3, replications: 1, audits: true)
    let mean = try #require(Fixture.values("stay", results, network).first)
    // Some 600 exponential stays.
    #expect(abs(mean - 2) < 4 * 2 / 600.0.squareRoot(), "\(mean)")
  }

  @Test(
    "The time of exponential examination and test side by side is that of the longer: 1/a + 1/b − 1/(a + b)")
  func forkAndJoin() throws {
    var network = Self.network(
      examination: .exponential(mean: 3), analysis: .exponential(mean: 2), laboratories: 900)
    network.pathways[0].steps[1] = Step(id: "results", awaitsOrders: true)
    (network.units[0].staffedBeds, network.units[0].physicalBeds) = (900, 900)
    network.inflows[0].process = .pulse(count: 200, fromHours: 0, spanHours: 24)
    let results = Fixture.run(network, horizonDays: 9, seed: 8, replications: 20)
    let interval = try #require(StudentInterval.of(Fixture.values("hours", results, network)))
    let (one, other) = (3.0, 2.0)
    let exact = one + other - one * other / (one + other)
    let z = (interval.estimate - exact) / interval.standardError
    #expect(abs(z) < 4, "\(interval.estimate), exactly \(exact), z \(z)")
  }

  @Test("Orders of who leaves are called off, wherever they are, and their places go to the next")
  func calledOff() {
    // The first leaves at 3, while one of the tests is analysed and one waits; a test of the second begins then.
    let network = Self.network(tests: 2, awaits: false, arrivals: [(0, 0), (0, 1)])
    #expect(PlaceHoldingTests.figure("waits", network) == (0.0 + 2) / 2)
    #expect(figures(network, ["hours", "tests", "left"]) == [3, 4, 2])
  }

  @Test("An order that nobody in the region can do is back at once")
  func nobody() {
    var network = Self.network()
    network.units.removeLast()
    #expect(figures(network, ["hours"]) == [3])
  }

  @Test("A stay whose own end is beyond the end of the run is not over when results come")
  func beyondTheEnd() {
    var network = Self.network()
    network.pathways[0].steps[1].stay = .constant(2_000)
    #expect(figures(network, ["hours", "left"]) == [nil, 0])
  }

  @Test("Orders need no vehicle to another facility of the region, whatever fleets there are")
  func noVehicle() {
    var network = Self.network()
    network.facilities.append(Facility(id: "other", name: "Other", region: 0, latitude: 1, longitude: 1))
    network.units[1].facility = 1
    network.inflows[0].facilities = [0]
    network.fleets = [
      Fleet(
        id: "none", title: "None", mode: .road, vehicles: .fixed(0), loadHours: 1, handoverHours: 1,
        speedLoaded: 50, speedEmpty: 50)
    ]
    #expect(figures(network, ["hours", "tests"]) == [5, 1])
  }

  @Test("Who waited for a place before is served before what is ordered at that moment")
  func line() {
    // One bed and one laboratory. At 3 the first leaves, and the test under way with them; the test of the third, who has
    // been in the other unit since 1, begins then, and that of the second, who begins then too, after it.
    var network = Self.network(awaits: false, arrivals: [(0, 0), (0, 2)])
    network.units[0].staffedBeds = 1
    network.unitKinds.append(UnitKind(id: "other", title: "other"))
    network.units.append(CareUnit(facility: 0, kind: 2, staffedBeds: 1))
    network.pathways.append(
      Pathway(id: "other", steps: [Step(id: "s", unitKind: 2, stay: .constant(20), orders: [1])]))
    network.classes.append(PatientClass(id: "third", title: "Third", pathway: 2))
    network.inflows.append(
      Inflow(
        id: "t", classes: [(patientClass: 2, share: 1)], ratePerDay: .fixed(0),
        process: .pulse(count: 1, fromHours: 1, spanHours: 0)))
    // Tests ordered at 0, 1 and 3 begin at 0, 3 and 8, but that the second leaves at 6: 2 waits, of 0 and 2 hours.
    #expect(PlaceHoldingTests.figure("waits", network) == 1)
  }

  @Test(
    "Who goes to another region leaves what was ordered, though it is first in a line that is asked about transfers"
  )
  func transfer() throws {
    var network = TransferTests.network(
      regions: [0, 1], units: [0, 1].map { CareUnit(facility: $0, kind: 0, staffedBeds: 1) },
      stays: [200, 5, 40],
      arrivals: [(0, 0, 0, 1), (1, 0, 27, 1), (2, 1, 0, 1)])
    network.unitKinds.append(UnitKind(id: "laboratory", title: "laboratory", isSharedBetweenRegions: true))
    network.units += [0, 1].map { CareUnit(facility: $0, kind: 1, staffedBeds: 1) }
    network.classes.append(PatientClass(id: "test", title: "Test", pathway: 3, priority: 5))
    network.pathways.append(
      Pathway(id: "laboratory", steps: [Step(id: "s", unitKind: 1, stay: .constant(300))]))
    network.pathways[0].steps[0].orders = [3]
    network.pathways[1].steps.insert(
      Step(id: "examination", stay: .constant(1), orders: [3], next: [Branch(to: .step(1))]), at: 0)
    // The test of the first is in the only place, that of the second behind it; they wait from 28 to the picture at 50.
    #expect(try TransferTests.figure("moved", network) == 1)
    let wait = try TransferTests.figure("wait1", network)
    #expect(abs(wait - 22) < 1e-6, "\(wait)")
  }

  @Test("What is ordered is not among the patients who are turned away")
  func refused() {
    var network = Self.network()
    network.units.removeLast()
    let results = Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true)
    #expect(Fixture.values("refused_patients", results, network) == [0])
  }

  @Test("A stay that is broken off while results are out goes on, and waits for them again")
  func brokenOff() {
    // One bed; pushed out from 3 to 6 by an urgent one, whose pathway has a stay of 3 hours alone.
    var network = Self.network(examination: .constant(2), analysis: .constant(10))
    network.unitKinds[0].preemption = .resume
    network.units[0].staffedBeds = 1
    network.classes.append(PatientClass(id: "urgent", title: "Urgent", pathway: 2, priority: 0))
    network.classes[0].priority = 3
    network.pathways.append(Pathway(id: "urgent", steps: [Step(id: "s", unitKind: 0, stay: .constant(3))]))
    network.inflows.append(
      Inflow(
        id: "u", classes: [(patientClass: 2, share: 1)], ratePerDay: .fixed(0),
        process: .pulse(count: 1, fromHours: 4, spanHours: 0)))
    #expect(figures(network, ["hours"]) == [10])
    // When results come while the patient waits for the bed, the stay is over when they have it again.
    network.inflows[1].process = .pulse(count: 1, fromHours: 8.5, spanHours: 0)
    #expect(figures(network, ["hours"]) == [11.5])
  }

  @Test("A model whose steps order nothing has the bytes of one without the keys", arguments: 0..<3)
  func neutral(seed: Int) {
    let (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    func values(_ awaits: Bool) -> [[Double?]] {
      var network = network
      for step in network.pathways[0].steps.indices where network.pathways[0].steps[step].stay != nil {
        network.pathways[0].steps[step].orders = []
        network.pathways[0].steps[step].awaitsOrders = awaits
      }
      return Fixture.run(network, scenario: scenario, horizonDays: 6, seed: 2, replications: 1).map(\.values)
    }
    #expect(values(true) == values(false))
  }
}
