import CareModel
import CarePolicies
import RandomStreams
import Testing

@Suite("Who holds a place, and who gets it")
struct PlaceHoldingTests {
  static func network(
    kinds: [UnitKind], beds: [Int], steps: [Step], classes: [PatientClass], arrivals: [(Int, Double)],
    measures: [DeclaredMeasure]
  ) -> CareNetwork {
    CareNetwork(
      id: "places", title: "Places", unitKinds: kinds, regions: [Region(id: "1", name: "One")],
      facilities: [Facility(id: "h", name: "H", region: 0)],
      units: beds.enumerated().map { CareUnit(facility: 0, kind: $0.offset, staffedBeds: $0.element) },
      classes: classes, pathways: [Pathway(id: "p", steps: steps)],
      inflows: arrivals.enumerated().map { index, arrival in
        Inflow(
          id: "i\(index)", classes: [(patientClass: arrival.0, share: 1)], ratePerDay: .fixed(0),
          process: .pulse(count: 1, fromHours: arrival.1, spanHours: 0))
      }, measures: measures)
  }

  static func figure(_ id: String, _ network: CareNetwork) -> Double? {
    Fixture.values(
      id, Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true), network
    ).first
  }

  @Test(
    "Who is back in the bed that was kept holds it alone, also where the step keeps it",
    arguments: [false, true])
  func backInBed(keepsBed: Bool) {
    let network = Self.network(
      kinds: [UnitKind(id: "ward", title: "ward"), UnitKind(id: "theatre", title: "theatre")], beds: [2, 1],
      steps: [
        Step(id: "before", unitKind: 0, stay: .constant(1), next: [Branch(to: .step(1))]),
        Step(id: "operation", unitKind: 1, stay: .constant(1), keepsBed: true, next: [Branch(to: .step(2))]),
        Step(id: "after", unitKind: 0, stay: .constant(10), keepsBed: keepsBed),
      ], classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 0), (0, 0.5)],
      measures: [DeclaredMeasure(id: "wait", quantity: .meanWaitHours, unitKind: 1)])
    // In theatre from 1 to 2 and from 2 to 3, asked for at 1.5.
    #expect(Self.figure("wait", network) == 0.25)
  }

  @Test(
    "A queue in order of arrival serves who came first, one by priority who is first in class",
    arguments: [UnitKind.Queue.priority, .fifo])
  func discipline(queue: UnitKind.Queue) throws {
    // One place, stays of 10 hours, begun by a first patient at 0; then class 1 at 1 hour and class 0 at 2 hours.
    let network = Self.network(
      kinds: [UnitKind(id: "unit", title: "unit", queue: queue)], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: [
        PatientClass(id: "a", title: "A", pathway: 0, priority: 0),
        PatientClass(id: "b", title: "B", pathway: 0, priority: 5),
        PatientClass(id: "c", title: "C", pathway: 0, priority: 5),
      ], arrivals: [(2, 0), (1, 1), (0, 2)],
      measures: [
        DeclaredMeasure(id: "a_hours", quantity: .meanWaitHours, unitKind: 0, classes: [0]),
        DeclaredMeasure(id: "b_hours", quantity: .meanWaitHours, unitKind: 0, classes: [1]),
      ])
    let a = try #require(Self.figure("a_hours", network))
    let b = try #require(Self.figure("b_hours", network))
    if queue == .fifo {
      #expect(b == 9 && a == 18)
    } else {
      #expect(a == 8 && b == 19)
    }
  }

  @Test(
    "Who leaves from a step without a unit leaves the unit whose place it keeps", arguments: [false, true])
  func leftFrom(givesUp: Bool) {
    let network = Self.network(
      kinds: [UnitKind(id: "ward", title: "ward")], beds: [1],
      steps: [
        Step(id: "s", unitKind: 0, stay: .constant(5), givesUpPlace: givesUp, next: [Branch(to: .step(1))]),
        Step(id: "ready", stay: .constant(3)),
      ], classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 0)],
      measures: [DeclaredMeasure(id: "left", quantity: .exits, unitKind: 0)])
    #expect(Self.figure("left", network) == (givesUp ? 0 : 1))
  }

  @Test(
    "A place that is given up serves others while its patient waits for the next one",
    arguments: [false, true])
  func givenUp(givesUp: Bool) throws {
    // Two patients at 0 and 1 hour; triage takes 2 hours, the only bed 10.
    let network = Self.network(
      kinds: [
        UnitKind(id: "triage", title: "triage"), UnitKind(id: "bed", title: "bed", isHospitalBed: true),
      ],
      beds: [1, 1],
      steps: [
        Step(
          id: "t", unitKind: 0, stay: .constant(2), givesUpPlace: givesUp, next: [Branch(to: .step(1))]),
        Step(id: "b", unitKind: 1, stay: .constant(10)),
      ], classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 0), (0, 1), (0, 2)],
      measures: [
        DeclaredMeasure(id: "triage_hours", quantity: .meanWaitHours, unitKind: 0),
        DeclaredMeasure(id: "left_triage", quantity: .exits, unitKind: 0),
      ])
    // Held, the second keeps triage from 2 until the bed is free at 12, and the third waits 10 hours instead of 2.
    let wait = try #require(Self.figure("triage_hours", network))
    #expect(abs(wait - (givesUp ? (0 + 1 + 2) / 3.0 : (0 + 1 + 10) / 3.0)) < 1e-9)
    #expect(Self.figure("left_triage", network) == 0)
  }

  @Test("Who gives a place up and needs one of the same unit goes behind those who wait for it")
  func behindTheQueue() throws {
    let network = Self.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [1],
      steps: [
        Step(
          id: "first", unitKind: 0, stay: .constant(2), givesUpPlace: true, next: [Branch(to: .step(1))]),
        Step(id: "second", unitKind: 0, stay: .constant(3)),
      ], classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 0), (0, 1)],
      measures: [DeclaredMeasure(id: "stay_hours", quantity: .meanHoursInSystem)])
    // In place: 0–2 the first, 2–4 the second, 4–7 the first, 7–10 the second; held: 0–5 and 5–10.
    let stay = try #require(Self.figure("stay_hours", network))
    #expect(abs(stay - (7 + 9) / 2.0) < 1e-9)
  }

  /// One place, and stays from which those of class 0 push those of class 1 out.
  private static func preempting(
    _ preemption: UnitKind.Preemption = .resume, stay: Distribution, longStay: Distribution? = nil,
    arrivals: [(Int, Double)], measures: [DeclaredMeasure]
  ) -> CareNetwork {
    var network = network(
      kinds: [UnitKind(id: "unit", title: "unit", preemption: preemption)], beds: [1], steps: [],
      classes: ["urgent", "other"].enumerated().map {
        PatientClass(id: $0.element, title: $0.element, pathway: $0.offset, priority: $0.offset)
      }, arrivals: arrivals, measures: measures)
    network.pathways = [stay, longStay ?? stay].enumerated().map {
      Pathway(id: "p\($0.offset)", steps: [Step(id: "s", unitKind: 0, stay: $0.element)])
    }
    return network
  }

  @Test("A stay that is broken off goes on where it stopped, or begins again as long as it was drawn")
  func brokenStays() throws {
    // A stay of L begun at 0, an urgent patient with a stay of H at 4 hours, L and H above 5 hours.
    func hours(_ preemption: UnitKind.Preemption, of patientClass: Int) throws -> Double {
      let network = Self.preempting(
        preemption, stay: .uniform(from: 5, to: 15), arrivals: [(1, 0), (0, 4)],
        measures: [DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem, classes: [patientClass])])
      return try #require(Self.figure("hours", network))
    }
    let long = try hours(.none, of: 1)
    let urgent = try hours(.none, of: 0) - (long - 4)
    // What is left of a broken stay is kept in whole seconds.
    #expect(abs(try hours(.resume, of: 1) - (long + urgent)) < 1 / 3_600.0)
    #expect(abs(try hours(.restart, of: 1) - (4 + urgent + long)) < 1e-9)
    #expect(abs(try hours(.restart, of: 0) - urgent) < 1e-9)
  }

  @Test("Stays that are broken off for the more urgent are counted, each time")
  func pushedOut() {
    // The last in class is pushed out at 4 and, back at 6, at 8 again; the second urgent one waits for nobody.
    let network = Self.preempting(
      stay: .constant(2), longStay: .constant(10), arrivals: [(1, 0), (0, 4), (0, 8)],
      measures: [
        DeclaredMeasure(id: "urgent", quantity: .pushedOut, unitKind: 0, classes: [0]),
        DeclaredMeasure(id: "other", quantity: .pushedOut, unitKind: 0, classes: [1]),
        DeclaredMeasure(
          id: "early", quantity: .pushedOut, unitKind: 0, span: MeasureSpan(fromHours: 0, untilHours: 5)),
      ])
    #expect(["urgent", "other", "early"].map { Self.figure($0, network) } == [0, 2, 1])
  }

  @Test("A step that is a branch alone takes no event")
  func branchAlone() {
    func events(_ steps: [Step]) -> Int {
      let network = Self.network(
        kinds: [UnitKind(id: "unit", title: "unit")], beds: [1], steps: steps,
        classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 0), (0, 1)], measures: [])
      return Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true)[0].eventCount
    }
    let stay = Step(id: "stay", unitKind: 0, stay: .constant(2))
    let branch = Step(id: "branch", next: [Branch(to: .step(1), share: .fixed(1)), Branch(to: .exit(.home))])
    #expect(events([branch, stay]) == events([stay]))
  }

  @Test(
    "A stay that a policy makes longer is as long when it is broken off, whatever it says by then")
  func brokenByPolicy() {
    // Twice four hours from 0, broken off at 6 for four hours: two are left.
    struct LongBeforeFive: DischargePolicy {
      func stayFactor(forClass patientClass: Int, unitKind: Int, in region: borrowing RegionState) -> Double {
        region.hoursSinceStart < 5 ? 2 : 1
      }
    }
    let network = Self.preempting(
      stay: .constant(4), arrivals: [(1, 0), (0, 6)],
      measures: [DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem, classes: [1])])
    var policies = PolicyCatalogue.policySet([], network: network)
    policies.discharge = LongBeforeFive()
    let results = Fixture.run(
      network, horizonDays: 3, seed: 1, replications: 1, policies: policies, audits: true)
    #expect(Fixture.values("hours", results, network) == [12])
  }

  @Test(
    "Who gives a place up and asks for the same unit again has it when they come before all who wait",
    arguments: [UnitKind.Preemption.none, .resume], [UnitKind.WhenFull.queue, .refuse])
  func asksAgain(preemption: UnitKind.Preemption, whenFull: UnitKind.WhenFull) throws {
    func network(priority: Int, by queue: UnitKind.Queue = .priority) -> CareNetwork {
      var again = Step(id: "again", unitKind: 0, stay: .constant(1), priority: priority)
      again.whenFull = whenFull
      // Nothing happens in between.
      var network = Self.network(
        kinds: [UnitKind(id: "unit", title: "unit", queue: queue, preemption: preemption)], beds: [1],
        steps: [
          Step(
            id: "once", unitKind: 0, stay: .constant(1), givesUpPlace: true, next: [Branch(to: .step(1))]),
          Step(id: "between", next: [Branch(to: .step(2))]), again,
        ],
        classes: [PatientClass(id: "p", title: "P", pathway: 0, priority: 3)],
        arrivals: [(0, 0), (0, 0.1), (0, 0.2)],
        measures: [
          DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem),
          DeclaredMeasure(id: "pushed", quantity: .pushedOut, unitKind: 0),
          DeclaredMeasure(id: "refused", quantity: .refused, unitKind: 0),
          DeclaredMeasure(id: "first", quantity: .meanWaitHours, unitKind: 0, step: "once"),
        ])
      network.pathways[0].steps[1].stay = nil
      return network
    }
    let urgent = network(priority: 0)
    #expect(Self.figure("hours", urgent).map { abs($0 - 3.9) < 1e-9 } == true)
    #expect(Self.figure("first", urgent).map { abs($0 - 1.9) < 1e-9 } == true)
    #expect(Self.figure("pushed", urgent) == 0 && Self.figure("refused", urgent) == 0)
    // The others come first where they are as urgent, more so, or in order of arrival.
    for later in [network(priority: 3), network(priority: 5), network(priority: 3, by: .fifo)] {
      #expect(Self.figure("refused", later) == (whenFull == .refuse ? 2 : 0))
      #expect(Self.figure("first", later).map { abs($0 - 0.9) < 1e-9 } == true)
    }
  }
}
