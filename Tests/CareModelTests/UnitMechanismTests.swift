import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

/// Runs that can be followed by hand: patients at given hours, stays of fixed length, everything audited.
@Suite("What units do with places, one by one")
struct UnitMechanismTests {
  private let stay = Step(id: "s", unitKind: 0, stay: .constant(10))
  private let patient = [PatientClass(id: "p", title: "P", pathway: 0)]

  private func wait(_ kind: UnitKind, beds: Int, _ step: Step, arrivals: [(Int, Double)]) throws -> Double {
    let network = PlaceHoldingTests.network(
      kinds: [kind], beds: [beds], steps: [step], classes: patient, arrivals: arrivals,
      measures: [DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0)])
    return try #require(PlaceHoldingTests.figure("wait_hours", network))
  }

  @Test("Cleaning keeps the next patient out as a longer stay would, and is no occupancy")
  func cleaning() throws {
    var kind = UnitKind(id: "unit", title: "unit")
    let longer = Step(id: "s", unitKind: 0, stay: .constant(12))
    #expect(try wait(kind, beds: 1, stay, arrivals: [(0, 0), (0, 1)]) == 4.5)
    let asLonger = try wait(kind, beds: 1, longer, arrivals: [(0, 0), (0, 1)])
    kind.turnaround = .constant(2)
    #expect(try wait(kind, beds: 1, stay, arrivals: [(0, 0), (0, 1)]) == asLonger)
    let network = PlaceHoldingTests.network(
      kinds: [kind], beds: [1], steps: [stay], classes: patient, arrivals: [(0, 0), (0, 1)],
      measures: [
        DeclaredMeasure(id: "occupied", quantity: .meanOccupied, unitKind: 0),
        DeclaredMeasure(id: "stay_hours", quantity: .meanStayHours, unitKind: 0),
      ])
    #expect(abs(try #require(PlaceHoldingTests.figure("occupied", network)) - 20.0 / 72) < 1e-9)
    #expect(PlaceHoldingTests.figure("stay_hours", network) == 10)
  }

  @Test("Cleaning of no length changes no byte")
  func noCleaning() {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [1], steps: [stay], classes: patient,
      arrivals: [(0, 0), (0, 1)], measures: [])
    var cleaned = network
    cleaned.unitKinds[0].turnaround = .constant(0)
    #expect(
      Fixture.run(network, horizonDays: 3, seed: 1, replications: 1)[0].values
        == Fixture.run(cleaned, horizonDays: 3, seed: 1, replications: 1)[0].values)
  }

  @Test("Who is turned away by a step goes where the step says")
  func refusal() {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "icu", title: "icu"), UnitKind(id: "ward", title: "ward")], beds: [1, 5],
      steps: [
        Step(
          id: "icu", unitKind: 0, stay: .constant(10), whenFull: .refuse, refused: [Branch(to: .step(1))]),
        Step(id: "ward", unitKind: 1, stay: .constant(3)),
      ], classes: patient, arrivals: [(0, 0), (0, 1), (0, 11)],
      measures: [
        DeclaredMeasure(id: "refused", quantity: .refused, unitKind: 0),
        DeclaredMeasure(id: "in_ward", quantity: .staysPerPatient, unitKind: 1),
        DeclaredMeasure(id: "exits", quantity: .exits, unitKind: 0),
      ])
    #expect(PlaceHoldingTests.figure("refused", network) == 1)
    #expect(PlaceHoldingTests.figure("in_ward", network) == 1.0 / 3)
    #expect(PlaceHoldingTests.figure("exits", network) == 2)
  }

  @Test("Who waits for a place elsewhere blocks their own")
  func blocking() throws {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "first", title: "first"), UnitKind(id: "next", title: "next")], beds: [2, 1],
      steps: [
        Step(id: "a", unitKind: 0, stay: .constant(1), next: [Branch(to: .step(1))]),
        Step(id: "b", unitKind: 1, stay: .constant(7)),
      ], classes: patient, arrivals: [(0, 0), (0, 0)],
      measures: [DeclaredMeasure(id: "blocked", quantity: .meanBlocked, unitKind: 0)])
    // The second has their stay behind them at 1 and waits until 8.
    #expect(abs(try #require(PlaceHoldingTests.figure("blocked", network)) - 7.0 / 72) < 1e-9)
  }

  @Test(
    "Two theatres with one team between them work one after the other, and nobody holds a theatre without a team"
  )
  func together() throws {
    func hours(teams: Int) throws -> Double {
      var step = stay
      step.together = [1]
      let network = PlaceHoldingTests.network(
        kinds: [UnitKind(id: "theatre", title: "theatre"), UnitKind(id: "team", title: "team")],
        beds: [2, teams], steps: [step], classes: patient, arrivals: [(0, 0), (0, 1)],
        measures: [DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0)])
      return try #require(PlaceHoldingTests.figure("wait_hours", network))
    }
    #expect(try hours(teams: 1) == 4.5)
    #expect(try hours(teams: 2) == 0)
  }

  @Test("What was taken together with a unit is cleaned before the next has it")
  func cleaningTogether() throws {
    var step = Step(id: "s", unitKind: 0, stay: .constant(4))
    step.together = [1]
    let network = PlaceHoldingTests.network(
      kinds: [
        UnitKind(id: "theatre", title: "theatre"),
        UnitKind(id: "machine", title: "machine", turnaround: .constant(1)),
      ], beds: [2, 1], steps: [step], classes: patient, arrivals: [(0, 0), (0, 0)],
      measures: [DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0)])
    #expect(PlaceHoldingTests.figure("wait_hours", network) == 2.5)
  }

  @Test("Who worsens while waiting stands before those who began to wait later")
  func worsenedInLine() {
    // One place, stays of 10 hours. A comes at half past 0 and is of priority 1 after two hours, B of priority 1 at 1.
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [1], steps: [stay],
      classes: [
        PatientClass(id: "first", title: "First", pathway: 0),
        PatientClass(
          id: "a", title: "A", pathway: 0, priority: 2,
          worsening: Worsening(after: .constant(2), patientClass: 3)),
        PatientClass(id: "b", title: "B", pathway: 0, priority: 1),
        PatientClass(id: "worse", title: "Worse", pathway: 0, priority: 1),
      ], arrivals: [(0, 0), (1, 0.5), (2, 1)],
      measures: [
        DeclaredMeasure(id: "worse_hours", quantity: .meanWaitHours, unitKind: 0, classes: [3]),
        DeclaredMeasure(id: "b_hours", quantity: .meanWaitHours, unitKind: 0, classes: [2]),
      ])
    #expect(PlaceHoldingTests.figure("worse_hours", network) == 9.5)
    #expect(PlaceHoldingTests.figure("b_hours", network) == 19)
  }

  @Test(
    "A more urgent patient takes the place; the other goes on, or begins again",
    arguments: UnitKind.Preemption.allCases)
  func preemption(preemption: UnitKind.Preemption) {
    // The less urgent comes at 0 for 10 hours, the urgent one at 4 for 10 hours.
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit", preemption: preemption)], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: [
        PatientClass(id: "a", title: "A", pathway: 0, priority: 0),
        PatientClass(id: "b", title: "B", pathway: 0, priority: 5),
      ], arrivals: [(1, 0), (0, 4)],
      measures: [
        DeclaredMeasure(id: "a_hours", quantity: .meanHoursInSystem, classes: [0]),
        DeclaredMeasure(id: "b_hours", quantity: .meanHoursInSystem, classes: [1]),
      ])
    let (a, b): (Double, Double) =
      switch preemption {
      case .none: (16, 10)
      case .resume: (10, 20)
      case .restart: (10, 24)
      }
    #expect(PlaceHoldingTests.figure("a_hours", network) == a)
    #expect(PlaceHoldingTests.figure("b_hours", network) == b)
  }

  @Test(
    "A stay that is broken off counts when it ends, with what came before: who leaves the queue has none",
    arguments: [UnitKind.Preemption.resume, .restart])
  func brokenStay(preemption: UnitKind.Preemption) {
    func hours(patience: Distribution?) -> [Double?] {
      let network = PlaceHoldingTests.network(
        kinds: [UnitKind(id: "unit", title: "unit", preemption: preemption)], beds: [1],
        steps: [Step(id: "s", unitKind: 0, stay: .constant(10), patience: patience)],
        classes: [
          PatientClass(id: "a", title: "A", pathway: 0, priority: 0),
          PatientClass(id: "b", title: "B", pathway: 0, priority: 5),
        ], arrivals: [(1, 1), (0, 6)],
        measures: [
          DeclaredMeasure(id: "all", quantity: .meanStayHours, unitKind: 0),
          DeclaredMeasure(id: "b", quantity: .meanStayHours, unitKind: 0, classes: [1]),
          DeclaredMeasure(id: "longest", quantity: .stayQuantile(1), unitKind: 0),
          DeclaredMeasure(id: "bed_days", quantity: .bedDaysPerPatient, unitKind: 0, classes: [1]),
        ])
      return ["all", "b", "longest", "bed_days"].map { PlaceHoldingTests.figure($0, network) }
    }
    // Five hours, two of waiting, gone: the urgent stay of ten is the only one that ends.
    let gone = hours(patience: .constant(2))
    #expect(gone[0] == 10 && gone[1] == nil && gone[3] == 0)
    #expect(abs((gone[2] ?? 0) - 10) < 10 / 64.0)
    // Who stays has the five hours beside the five or ten that follow.
    let whole = preemption == .resume ? 10.0 : 15
    let ended = hours(patience: nil)
    #expect(ended[1] == whole && ended[0] == (10 + whole) / 2 && ended[3] == whole / 24)
    #expect(abs((ended[2] ?? 0) - whole) < whole / 64)
  }

  @Test(
    "A hit takes a place with its patient: who lives waits for the repair and goes on where they were",
    arguments: [0.0, 1.0])
  func hit(killedShare: Double) {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [2], steps: [stay], classes: patient,
      arrivals: [(0, 0), (0, 0)],
      measures: [
        DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem),
        DeclaredMeasure(id: "deaths", quantity: .deaths),
      ])
    let scenario = Scenario(
      id: "hit", title: "Hit",
      disruptions: [
        Disruption(
          id: "hit", scheduled: [(day: 4.0 / 24, facility: 0)], lostShare: 0.5, killedShare: killedShare,
          repair: .constant(3))
      ])
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 3, seed: 1, replications: 1, audits: true)
    // One stays from 0 to 10; the other has 6 hours left at 4, and goes on from 7 to 13.
    #expect(Fixture.values("hours", results, network) == [killedShare == 0 ? 11.5 : 10])
    #expect(Fixture.values("deaths", results, network) == [killedShare])
  }

  @Test("Who waits too long becomes more urgent, and passes those who came before")
  func worsening() {
    // One place, stays of 10 hours. A takes it at 0, B and C come at 1 and 2; C worsens after 3 hours of waiting.
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [1], steps: [stay],
      classes: [
        PatientClass(id: "b", title: "B", pathway: 0, priority: 3),
        PatientClass(
          id: "c", title: "C", pathway: 0, priority: 3,
          worsening: Worsening(after: .constant(3), patientClass: 2)),
        PatientClass(id: "worse", title: "Worse", pathway: 0, priority: 1),
      ], arrivals: [(0, 0), (0, 1), (1, 2)],
      measures: [
        DeclaredMeasure(id: "b_hours", quantity: .meanWaitHours, unitKind: 0, classes: [0]),
        DeclaredMeasure(id: "worse_hours", quantity: .meanWaitHours, unitKind: 0, classes: [2]),
        DeclaredMeasure(id: "c_requests", quantity: .requests, unitKind: 0, classes: [1]),
      ])
    #expect(PlaceHoldingTests.figure("worse_hours", network) == 8)
    #expect(PlaceHoldingTests.figure("b_hours", network) == 9.5)
    #expect(PlaceHoldingTests.figure("c_requests", network) == 0)
  }

  @Test("Groups come together: three at a time, twice an hour, are six an hour")
  func groups() throws {
    var network = Fixture.singleUnit(
      servers: 1_000, arrivalsPerHour: 2, stay: .constant(1),
      measures: [DeclaredMeasure(id: "occupied", quantity: .meanOccupied, unitKind: 0)])
    network.inflows[0].groupSize = .constant(3)
    let results = Fixture.run(network, horizonDays: 20, seed: 9, replications: 8, audits: true)
    let interval = try #require(StudentInterval.of(Fixture.values("occupied", results, network)))
    let z = (interval.estimate - 6) / interval.standardError
    #expect(abs(z) < 4.5, "mean \(interval.estimate), z \(z)")
  }

  @Test(
    "A stock that runs out makes patients wait for the delivery, or go without",
    arguments: [StockUse.WhenShort.wait, .without])
  func stocks(whenShort: StockUse.WhenShort) {
    // Seven units are there, each stay uses four; five more come at 06:00 of each day unless the deliveries stop.
    var step = Step(id: "s", unitKind: 0, stay: .constant(2))
    step.uses = [StockUse(stock: 0, amount: 4, whenShort: whenShort)]
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [5], steps: [step], classes: patient,
      arrivals: [(0, 1), (0, 2)],
      measures: [
        DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0),
        DeclaredMeasure(id: "used", quantity: .stockUsed, stock: 0),
        DeclaredMeasure(id: "short", quantity: .stockShort, stock: 0),
        DeclaredMeasure(id: "supply_days", quantity: .lowestDaysOfSupply, stock: 0),
      ])
    network.stocks = [Stock(id: "blood", title: "Blood", level: .fixed(7), deliveryPerDay: .fixed(5))]
    func values(_ id: String, _ scenario: Scenario) -> [Double] {
      Fixture.values(
        id, Fixture.run(network, scenario: scenario, horizonDays: 3, seed: 1, replications: 1, audits: true),
        network)
    }
    let stopped = Scenario(
      id: "s", title: "S", deliveries: [DeliveryChange(stock: 0, fromDay: 0, untilDay: 1, factor: 0)])
    if whenShort == .wait {
      #expect(values("wait_hours", .peace) == [2])
      #expect(values("wait_hours", stopped) == [14])
      #expect(values("used", .peace) == [8])
      #expect(values("supply_days", .peace) == [0.5])
      #expect(values("short", stopped) == [0])
    } else {
      #expect(values("wait_hours", stopped) == [0])
      #expect(values("used", stopped) == [4])
      #expect(values("short", stopped) == [1])
      #expect(values("supply_days", stopped) == [0.75])
    }
  }

  @Test("A hit on nothing changes no byte")
  func emptyHit() {
    let (network, scenario) = RandomNetwork.make(seed: 3)
    var without = scenario
    without.disruptions = []
    var empty = without
    empty.disruptions = [Disruption(id: "none", scheduled: [(day: 1, facility: 0)], lostShare: 0)]
    let one = Fixture.run(network, scenario: without, horizonDays: 4, seed: 5, replications: 1)[0]
    let two = Fixture.run(network, scenario: empty, horizonDays: 4, seed: 5, replications: 1)[0]
    #expect(one.values == two.values && one.regional == two.regional)
  }
}
