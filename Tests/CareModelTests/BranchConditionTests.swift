import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

/// Branches that are open on a condition, followed by hand.
@Suite("Branches on a condition")
struct BranchConditionTests {
  /// Classes 0 and 1 with their own scores come at 0, 1, 2 … hours to a desk that keeps them one hour, or three when
  /// class 1; from there to the unit `chosen` on the condition, else home.
  private func chosen(_ condition: BranchCondition, share: PlaceNumber? = nil) -> Double? {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "desk", title: "desk"), UnitKind(id: "chosen", title: "chosen")], beds: [9, 2],
      steps: [
        Step(
          id: "desk", unitKind: 0, stay: .constant(1),
          next: [Branch(to: .step(1), share: share, when: condition), Branch(to: .exit(.home))]),
        Step(id: "chosen", unitKind: 1, stay: .constant(10)),
      ],
      classes: [
        PatientClass(id: "slight", title: "Slight", pathway: 0, injurySeverity: 4...4),
        PatientClass(id: "severe", title: "Severe", pathway: 0, injurySeverity: 30...30),
      ], arrivals: [(0, 0), (1, 1), (0, 2), (1, 3), (0, 4), (1, 5), (0, 6), (1, 7)],
      measures: [DeclaredMeasure(id: "stays", quantity: .staysPerPatient, unitKind: 1)])
    network.facilities[0].capabilities = ["trauma"]
    network.calendars = [
      OpeningCalendar(
        id: "early", intervals: [OpeningInterval(weekdays: 1, fromMinute: 120, untilMinute: 300, share: 0.5)],
        otherwiseShare: 0)
    ]
    return PlaceHoldingTests.figure("stays", network).map { ($0 * 8).rounded() }
  }

  #if DEBUG
    private static let days = 50
  #else
    private static let days = 800
  #endif

  @Test(
    "A patient may go round 72,000 times, optimised more than the 2^20 visits of a stream, each with a draw of its own"
  )
  func manyRounds() {
    // A round is a minute here and an exponential minute there.
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "here", title: "here"), UnitKind(id: "there", title: "there")], beds: [1, 1],
      steps: [
        Step(id: "here", unitKind: 0, stay: .constant(1.0 / 60), next: [Branch(to: .step(1))]),
        Step(
          id: "there", unitKind: 1, stay: .exponential(mean: 1.0 / 60),
          next: [Branch(to: .exit(.home), share: .fixed(1e-12)), Branch(to: .step(0))]),
      ], classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 0)],
      measures: [
        DeclaredMeasure(id: "stays", quantity: .staysPerPatient, unitKind: 0),
        DeclaredMeasure(id: "hours", quantity: .meanStayHours, unitKind: 1),
      ])
    let results = Fixture.run(network, horizonDays: Self.days, seed: 4, replications: 1)
    let stays = Fixture.values("stays", results, network)[0]
    let hours = Fixture.values("hours", results, network)[0]
    // Rounds of two minutes: their number has the standard deviation √n / 2, the mean stay one of 1 / √n.
    let rounds = Double(Self.days) * 720
    #expect(abs(stays - rounds) < 4 * rounds.squareRoot() / 2, "\(stays)")
    #expect(abs(hours * 60 - 1) < 4 / rounds.squareRoot(), "\(hours)")
  }

  @Test("By class, score, capability, time and time of the week")
  func persons() {
    #expect(chosen(BranchCondition()) == 8)
    #expect(chosen(BranchCondition(classes: [1])) == 4)
    #expect(chosen(BranchCondition(severity: 5...75)) == 4)
    #expect(chosen(BranchCondition(classes: [1], severity: 0...5)) == 0)
    #expect(chosen(BranchCondition(has: "trauma")) == 8)
    #expect(chosen(BranchCondition(lacks: "trauma")) == 0)
    #expect(chosen(BranchCondition(has: "burns")) == 0)
    // They are at the branch one hour after they came: at 3, 4 and 5.
    #expect(chosen(BranchCondition(hours: 3..<6)) == 3)
    // At 2, 3 and 4 on Monday, day 0.
    #expect(chosen(BranchCondition(during: 0)) == 3)
    #expect(chosen(BranchCondition(stayHours: 1...1)) == 8)
    #expect(chosen(BranchCondition(stayHours: 1.5...9)) == 0)
  }

  @Test("A stay that was broken off counts whole")
  func brokenStay() {
    // The other is two hours in when an urgent one comes for three, and has one hour left.
    func chosen(_ hours: ClosedRange<Double>) -> Double? {
      let network = PlaceHoldingTests.network(
        kinds: [
          UnitKind(id: "desk", title: "desk", preemption: .resume), UnitKind(id: "chosen", title: "chosen"),
        ], beds: [1, 9],
        steps: [
          Step(
            id: "desk", unitKind: 0, stay: .constant(3),
            next: [
              Branch(to: .step(1), when: BranchCondition(classes: [1], stayHours: hours)),
              Branch(to: .exit(.home)),
            ]),
          Step(id: "chosen", unitKind: 1, stay: .constant(1)),
        ],
        classes: [
          PatientClass(id: "urgent", title: "Urgent", pathway: 0, priority: 0),
          PatientClass(id: "other", title: "Other", pathway: 0, priority: 5),
        ], arrivals: [(1, 0), (0, 2)],
        measures: [DeclaredMeasure(id: "stays", quantity: .staysPerPatient, unitKind: 1, classes: [1])])
      return PlaceHoldingTests.figure("stays", network)
    }
    #expect(chosen(2.5...9) == 1)
    #expect(chosen(0...2.5) == 0)
  }

  @Test("By free places, those who wait, and the share in use")
  func states() {
    // Two places, stays of 10 hours: the first two find one free, and all come within 10 hours.
    #expect(chosen(BranchCondition(unit: .init(kind: 1, free: 1...9))) == 2)
    #expect(chosen(BranchCondition(unit: .init(kind: 1, isOfRegion: true, free: 2...9))) == 1)
    #expect(chosen(BranchCondition(unit: .init(kind: 1, waiting: 0...2))) == 5)
    #expect(chosen(BranchCondition(unit: .init(kind: 1, occupiedShare: 0...0.5))) == 2)
  }

  @Test("A share of those for whom it holds is taken: 30 % of 4,000, chi-square within its 0.999 quantile")
  func shares() throws {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "desk", title: "desk"), UnitKind(id: "chosen", title: "chosen")], beds: [9, 9000],
      steps: [
        Step(
          id: "desk",
          next: [
            Branch(to: .step(1), share: .fixed(0.3), when: BranchCondition(classes: [0])),
            Branch(to: .step(1), share: .fixed(0.5), when: BranchCondition(classes: [1])),
            Branch(to: .step(1), share: .fixed(0.2)), Branch(to: .exit(.home)),
          ]),
        Step(id: "chosen", unitKind: 1, stay: .constant(1)),
      ],
      classes: [
        PatientClass(id: "a", title: "A", pathway: 0), PatientClass(id: "b", title: "B", pathway: 0),
      ],
      arrivals: [],
      measures: [DeclaredMeasure(id: "stays", quantity: .staysPerPatient, unitKind: 1)])
    var many = network
    many.inflows = [
      Inflow(
        id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(0),
        process: .pulse(count: 4_000, fromHours: 0, spanHours: 24))
    ]
    // 0.3 by the condition, and 0.2 of the others.
    let expected = 4_000 * (0.3 + 0.7 * 0.2)
    let share = try #require(
      Fixture.values("stays", Fixture.run(many, horizonDays: 3, seed: 8, replications: 1), many).first)
    let distance = share * 4_000 - expected
    let statistic = distance * distance * (1 / expected + 1 / (4_000 - expected))
    #expect(statistic < 10.83, "\(share)")
  }

  @Test("A condition that never holds changes no byte")
  func never() {
    let (network, scenario) = RandomNetwork.make(seed: 3)
    var conditional = network
    conditional.pathways[0].steps[0].next.insert(
      Branch(to: .step(3), when: BranchCondition(lacks: "x", hours: 1e6..<1e7)), at: 0)
    let plain = Fixture.run(network, scenario: scenario, horizonDays: 6, seed: 2, replications: 1)
    let other = Fixture.run(conditional, scenario: scenario, horizonDays: 6, seed: 2, replications: 1)
    #expect(plain[0].values == other[0].values)
  }

  /// M/M/2 with room for 3 who wait: P(full), from the birth–death chain.
  private func fullShare(_ load: Double, servers: Int, room: Int) -> Double {
    var weight = 1.0
    var sum = 1.0
    for number in 1...(servers + room) {
      weight *= load / Double(min(number, servers))
      sum += weight
    }
    return weight / sum
  }

  @Test(
    "With three waiting places, or a condition at the door, two servers are M/M/2/5: share turned away within 4 standard errors of 40 replications",
    arguments: [false, true])
  func finiteRoom(isByCondition: Bool) throws {
    var network = Fixture.singleUnit(
      servers: 2, arrivalsPerHour: 1.8, stay: .exponential(mean: 1), runInDays: 2,
      measures: [
        DeclaredMeasure(id: "refused", quantity: .refusedShare, unitKind: 0),
        DeclaredMeasure(id: "stays", quantity: .staysPerPatient, unitKind: 0),
      ])
    if isByCondition {
      network.pathways[0].steps = [
        Step(
          id: "door",
          next: [
            Branch(
              to: .exit(.gaveUp), when: BranchCondition(unit: .init(kind: 0, waiting: 3...Int.max))),
            Branch(to: .step(1)),
          ]), network.pathways[0].steps[0],
      ]
    } else {
      network.units[0].waitingPlaces = 3
    }
    let results = Fixture.run(network, horizonDays: 30, seed: 4, replications: 40)
    var tally = Tally()
    let id = isByCondition ? "stays" : "refused"
    for value in Fixture.values(id, results, network) { tally.add(isByCondition ? 1 - value : value) }
    let (mean, variance) = (try #require(tally.mean), try #require(tally.variance))
    let expected = fullShare(1.8, servers: 2, room: 3)
    #expect(abs(mean - expected) < 4 * (variance / 40).squareRoot(), "\(mean), \(expected)")
  }
}
