import CareModel
import RandomStreams
import Testing

/// What waiting does to the state of those who wait, and which dice decide it.
@Suite("States that worsen")
struct WorseningTests {
  @Test("A wait after a lost place may worsen anew: a quarter worsen in neither, within 4.5 standard errors")
  func eachWait() {
    // An hour or for ever, each as likely. One waits from 1 to 5 and has the place until an urgent one comes at 6.
    let hospitals = 40
    let network = CareNetwork(
      id: "waits", title: "Waits",
      unitKinds: [UnitKind(id: "unit", title: "unit", preemption: .resume)],
      regions: [Region(id: "1", name: "One")],
      facilities: (0..<hospitals).map { Facility(id: "h\($0)", name: "H", region: 0) },
      units: (0..<hospitals).map { CareUnit(facility: $0, kind: 0, staffedBeds: 1) },
      classes: [
        PatientClass(id: "urgent", title: "Urgent", pathway: 0, priority: 0),
        PatientClass(
          id: "other", title: "Other", pathway: 1, priority: 5,
          worsening: Worsening(
            after: .discrete([WeightedValue(1, weight: 1), WeightedValue(1_000, weight: 1)]),
            patientClass: 2)),
        PatientClass(id: "worse", title: "Worse", pathway: 1, priority: 4),
      ],
      pathways: [
        Pathway(id: "short", steps: [Step(id: "s", unitKind: 0, stay: .constant(5))]),
        Pathway(id: "long", steps: [Step(id: "s", unitKind: 0, stay: .constant(10))]),
      ],
      inflows: [(0, 0.0), (1, 1), (0, 6)].enumerated().map { index, arrival in
        Inflow(
          id: "i\(index)", classes: [(patientClass: arrival.0, share: 1)], ratePerDay: .fixed(0),
          process: .pulse(count: 1, fromHours: arrival.1, spanHours: 0))
      },
      measures: [DeclaredMeasure(id: "unchanged", quantity: .exits, unitKind: 0, classes: [1])])
    let replications = 5
    let unchanged = Fixture.values(
      "unchanged", Fixture.run(network, horizonDays: 3, seed: 4, replications: replications), network)
    let number = Double(hospitals * replications)
    let z = (unchanged.reduce(0, +) - number / 4) / (number * 3 / 16).squareRoot()
    #expect(abs(z) < 4.5, "\(unchanged), z \(z)")
  }

  @Test("Who comes back to a pathway by worsening finds other dice there")
  func backAgain() throws {
    // The unit waited for has no places: after an hour each class begins the pathway of the next.
    let forward = { (next: Int) in Worsening(after: .constant(1), patientClass: next) }
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed"), UnitKind(id: "none", title: "none")], beds: [9, 0],
      steps: [],
      classes: [
        PatientClass(id: "first", title: "First", pathway: 0, worsening: forward(1)),
        PatientClass(id: "second", title: "Second", pathway: 1, worsening: forward(2)),
        PatientClass(id: "third", title: "Third", pathway: 0),
      ], arrivals: [(0, 0)],
      measures: [0, 2].map {
        DeclaredMeasure(id: "stay\($0)", quantity: .meanStayHours, unitKind: 0, classes: [$0])
      })
    let wait = Step(id: "wait", unitKind: 1, stay: .constant(1))
    network.pathways = [
      Pathway(
        id: "p",
        steps: [
          Step(id: "stay", unitKind: 0, stay: .uniform(from: 5, to: 15), next: [Branch(to: .step(1))]), wait,
        ]),
      Pathway(id: "q", steps: [wait]),
    ]
    let first = try #require(PlaceHoldingTests.figure("stay0", network))
    let third = try #require(PlaceHoldingTests.figure("stay2", network))
    #expect(first >= 5 && third >= 5 && first != third)
  }

  @Test("Who lost a place and waits in a unit that refuses is not turned away when they worsen")
  func inLine() {
    // At 1 the urgent one takes the place, at 2 the other worsens, at 6 they go on with what is left.
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed", whenFull: .refuse, preemption: .resume)], beds: [1],
      steps: [Step(id: "stay", unitKind: 0, stay: .constant(5))],
      classes: [
        PatientClass(id: "urgent", title: "Urgent", pathway: 0, priority: 0),
        PatientClass(id: "worse", title: "Worse", pathway: 0, priority: 4),
        PatientClass(
          id: "other", title: "Other", pathway: 0, priority: 3,
          worsening: Worsening(after: .constant(1), patientClass: 1)),
      ], arrivals: [(2, 0), (0, 1)],
      measures: [DeclaredMeasure(id: "out", quantity: .exits, unitKind: 0)])
    #expect(PlaceHoldingTests.figure("out", network) == 2)
  }

  @Test("Who worsens in a place takes what the new pathway takes together with it, or waits")
  func together() throws {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed"), UnitKind(id: "team", title: "team")], beds: [1, 1],
      steps: [],
      classes: [
        PatientClass(id: "severe", title: "Severe", pathway: 1, priority: 0),
        PatientClass(
          id: "mild", title: "Mild", pathway: 0, worsening: Worsening(after: .constant(1), patientClass: 0)),
        PatientClass(id: "other", title: "Other", pathway: 2),
      ], arrivals: [(2, 0), (1, 1)],
      measures: [DeclaredMeasure(id: "wait", quantity: .meanWaitHours, unitKind: 0, classes: [0])])
    let team = Step(id: "team", unitKind: 1, stay: .constant(20))
    network.pathways = [
      Pathway(
        id: "p",
        steps: [Step(id: "bed", unitKind: 0, stay: .constant(1), next: [Branch(to: .step(1))]), team]),
      Pathway(id: "q", steps: [Step(id: "both", unitKind: 0, stay: .constant(5), together: [1])]),
      Pathway(id: "r", steps: [team]),
    ]
    // They wait for the team from 2, worsen at 3, and begin when it is free at 20.
    let wait = try #require(PlaceHoldingTests.figure("wait", network))
    #expect(abs(wait - 17) < 1e-9, "\(wait)")
  }

  @Test(
    "A request is of the class that ends it: of the one before on another pathway", arguments: [false, true])
  func requests(isSameWay: Bool) {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "none", title: "none"), UnitKind(id: "bed", title: "bed")], beds: [0, 9],
      steps: [Step(id: "wait", unitKind: 0, stay: .constant(1), patience: .constant(5))],
      classes: [
        PatientClass(
          id: "mild", title: "Mild", pathway: 0, worsening: Worsening(after: .constant(3), patientClass: 1)),
        PatientClass(id: "severe", title: "Severe", pathway: isSameWay ? 0 : 1),
      ], arrivals: [(0, 1)], measures: [])
    network.pathways.append(Pathway(id: "q", steps: [Step(id: "bed", unitKind: 1, stay: .constant(5))]))
    let asked: [DeclaredMeasure.Quantity] = [.requests, .gaveUpShare]
    network.measures = asked.enumerated().flatMap { index, quantity in
      (0..<4).map {
        DeclaredMeasure(id: "m\(index)_\($0)", quantity: quantity, unitKind: $0 / 2, classes: [$0 % 2])
      }
    }
    let results = Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true)
    func numbers(_ index: Int) -> [[Double]] {
      (0..<4).map { Fixture.values("m\(index)_\($0)", results, network) }
    }
    #expect(numbers(0) == (isSameWay ? [[0], [1], [0], [0]] : [[1], [0], [0], [1]]))
    #expect(numbers(1) == (isSameWay ? [[], [1], [], []] : [[0], [], [], [0]]))
  }

  @Test("The order in which classes are written changes neither who worsens nor the digest of casualties")
  func orderOfClasses() {
    func result(_ isReversed: Bool) -> (values: [Double], digest: UInt64) {
      let place = { (index: Int) in isReversed ? 2 - index : index }
      var network = Fixture.singleUnit(
        servers: 3, arrivalsPerHour: 0.5, stay: .exponential(mean: 5), runInDays: 2)
      let classes = [
        PatientClass(
          id: "a", title: "A", origin: .civilian, pathway: 0,
          worsening: Worsening(after: .exponential(mean: 6), patientClass: place(1))),
        PatientClass(
          id: "b", title: "B", origin: .civilian, pathway: 0, priority: 2,
          worsening: Worsening(after: .exponential(mean: 6), patientClass: place(2))),
        PatientClass(id: "c", title: "C", origin: .civilian, pathway: 0, priority: 1),
      ]
      network.classes = isReversed ? classes.reversed() : classes
      network.inflows[0].classes = [(patientClass: place(0), share: 1)]
      network.measures = classes.indices.map {
        DeclaredMeasure(id: "left\($0)", quantity: .exits, unitKind: 0, classes: [place($0)])
      }
      let results = Fixture.run(network, horizonDays: 20, seed: 6, replications: 1)
      return (
        classes.indices.flatMap { Fixture.values("left\($0)", results, network) }, results[0].casualtyDigest
      )
    }
    let (one, other) = (result(false), result(true))
    #expect(one.values == other.values && one.values.allSatisfy { $0 > 0 }, "\(one.values) \(other.values)")
    #expect(one.digest == other.digest && one.digest != 0)
  }

  @Test(
    "Who worsened in a line and is moved worsens further from then on, with or without a law of death",
    arguments: [false, true])
  func moved(isMortal: Bool) throws {
    // One place in each region. The patient waits from 28, worsens at 38 and is moved at 50; the place known to be free
    // there is taken from 49 to 63. Worse still they would be at 68, or at 58 if the wait counted from its beginning.
    var network = TransferTests.network(
      regions: [0, 1], units: [0, 1].map { CareUnit(facility: $0, kind: 0, staffedBeds: 1) },
      stays: [200, 40, 14, 5], arrivals: [(0, 0, 0, 1), (1, 1, 0, 1), (2, 1, 49, 1), (3, 0, 28, 1)])
    for id in ["worse", "worst"] { network.classes.append(PatientClass(id: id, title: "W", pathway: 3)) }
    network.classes[3].worsening = Worsening(after: .constant(10), patientClass: 4)
    network.classes[4].worsening = Worsening(after: .constant(30), patientClass: 5)
    if isMortal {
      network.classes[4].death = DeathLaw(family: .exponential, median: .hours(1e7), factorBeforeCare: 1)
    }
    network.measures = [4, 5].map { (index: Int) in
      DeclaredMeasure(id: "requests\(index)", quantity: .requests, unitKind: 0, classes: [index])
    }
    #expect(try TransferTests.figure("requests4", network) == 1)
    #expect(try TransferTests.figure("requests5", network) == 0)
  }

  @Test("In each part of the run a request is of the class in which its wait ends, from when it was made")
  func requestsOfParts() {
    // One place, taken until 20. Two ask at 1, and are worse at 5.
    let spans: [(Double, Double?)] = [(0, 3), (3, 10), (10, 24), (0, 24), (2, nil)]
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed")], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(20))],
      classes: [
        PatientClass(id: "first", title: "First", pathway: 0),
        PatientClass(
          id: "mild", title: "Mild", pathway: 0, worsening: Worsening(after: .constant(4), patientClass: 2)),
        PatientClass(id: "bad", title: "Bad", pathway: 0),
      ], arrivals: [(0, 0), (1, 1), (1, 1)], measures: [])
    network.calendars = [
      OpeningCalendar(
        id: "early", intervals: [OpeningInterval(weekdays: 127, fromMinute: 0, untilMinute: 120)],
        otherwiseShare: 0)
    ]
    for patientClass in 1...2 {
      for (index, span) in spans.enumerated() {
        network.measures.append(
          DeclaredMeasure(
            id: "m\(patientClass)_\(index)", quantity: .requests, unitKind: 0, classes: [patientClass],
            span: MeasureSpan(fromHours: span.0, untilHours: span.1)))
      }
      network.measures.append(
        DeclaredMeasure(
          id: "early\(patientClass)", quantity: .requests, unitKind: 0, classes: [patientClass],
          span: MeasureSpan(fromHours: 0, calendar: 0)))
    }
    #expect(spans.indices.map { PlaceHoldingTests.figure("m1_\($0)", network) } == [0, 0, 0, 0, 0])
    #expect(spans.indices.map { PlaceHoldingTests.figure("m2_\($0)", network) } == [2, 0, 0, 2, 0])
    #expect(PlaceHoldingTests.figure("early1", network) == 0)
    #expect(PlaceHoldingTests.figure("early2", network) == 2)
  }
}
