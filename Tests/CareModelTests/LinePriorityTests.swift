import CareModel
import RandomStreams
import Testing

/// Priorities of steps, places left free for others, and lines of a region that are one.
@Suite("Who is first: by step, past a reserve, in a region")
struct LinePriorityTests {
  private static func hours(_ classes: Int) -> [DeclaredMeasure] {
    (0..<classes).map { DeclaredMeasure(id: "h\($0)", quantity: .meanHoursInSystem, classes: [$0]) }
  }

  private static func classes(_ priorities: [Int], pathways: [Int]? = nil) -> [PatientClass] {
    priorities.enumerated().map { index, priority in
      PatientClass(id: "c\(index)", title: "C", pathway: pathways?[index] ?? 0, priority: priority)
    }
  }

  @Test(
    "Who comes back goes before new patients where the step says so, and only there",
    arguments: [false, true])
  func returning(isFirst: Bool) {
    // Two hours with the physician, one in the laboratory, two with the physician again.
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "physician", title: "physician")], beds: [1],
      steps: [
        Step(id: "s", unitKind: 0, stay: .constant(2), givesUpPlace: true, next: [Branch(to: .step(1))]),
        Step(id: "laboratory", stay: .constant(1), next: [Branch(to: .step(2))]),
        Step(id: "again", unitKind: 0, stay: .constant(2), priority: isFirst ? 0 : nil),
      ], classes: Self.classes([4, 4, 4]), arrivals: [(0, 0), (1, 0.5), (2, 0.75)], measures: Self.hours(3))
    let hours = (0..<3).map { PlaceHoldingTests.figure("h\($0)", network) }
    // Second visits from 4, 6 and 11, the third patient's first from 8; else from 6, 8 and 10.
    #expect(hours == (isFirst ? [6, 7.5, 12.25] : [8, 9.5, 11.25]))
  }

  @Test("The priority of the step says who gives way, and ends with it")
  func givingWay() {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed", preemption: .resume)], beds: [1],
      steps: [
        Step(id: "s", unitKind: 0, stay: .constant(10), priority: 7, next: [Branch(to: .step(1))]),
        Step(id: "t", unitKind: 0, stay: .constant(10)),
      ], classes: Self.classes([0, 5]), arrivals: [(0, 0), (1, 1)], measures: Self.hours(2))
    var apart = network
    apart.pathways.append(Pathway(id: "q", steps: [Step(id: "s", unitKind: 0, stay: .constant(2))]))
    apart.classes[1].pathway = 1
    apart.inflows.append(apart.inflows[1])
    apart.inflows[2].id = "late"
    apart.inflows[2].process = .pulse(count: 1, fromHours: 13, spanHours: 0)
    // The first gives way from 1 to 3 in the first step, and at 13 in the second to nobody: it ends at 22.
    #expect(PlaceHoldingTests.figure("h0", apart) == 22)
    #expect(PlaceHoldingTests.figure("h1", apart) == (2 + 11) / 2.0)
  }

  @Test("A patient of a step with a reserve waits while it would be touched, and others pass")
  func reserve() {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed")], beds: [2], steps: [],
      classes: Self.classes([0, 5], pathways: [0, 1]),
      arrivals: [(0, 0), (0, 1), (1, 2), (1, 3)], measures: Self.hours(2))
    network.pathways = [
      Pathway(id: "p", steps: [Step(id: "s", unitKind: 0, stay: .constant(10), leavesFree: 1)]),
      Pathway(id: "q", steps: [Step(id: "s", unitKind: 0, stay: .constant(2))]),
    ]
    // The second of the first class waits from 1 to 10, though one bed is free from 1 to 2 and from 6 on.
    #expect(PlaceHoldingTests.figure("h0", network) == (10 + 19) / 2.0)
    #expect(PlaceHoldingTests.figure("h1", network) == (2 + 3) / 2.0)
    // Nobody is pushed out for one who must leave a place free.
    network.unitKinds[0].preemption = .resume
    #expect(PlaceHoldingTests.figure("h1", network) == (2 + 3) / 2.0)
  }

  @Test("A loss system with a reserve refuses as birth and death say, within 4.5 standard errors")
  func reservedLoss() throws {
    let (servers, reserve, rate) = (4, 2, 1.5)
    var network = Fixture.singleUnit(
      servers: servers, arrivalsPerHour: 2 * rate, stay: .exponential(mean: 1), runInDays: 2,
      measures: (0..<2).map {
        DeclaredMeasure(id: "refused\($0)", quantity: .refusedShare, unitKind: 0, classes: [$0])
      })
    network.unitKinds[0].whenFull = .refuse
    network.pathways.append(network.pathways[0])
    network.pathways[1].id = "other"
    network.pathways[0].steps[0].leavesFree = reserve
    network.classes = Self.classes([0, 0], pathways: [0, 1])
    network.inflows[0].classes = [(patientClass: 0, share: 0.5), (patientClass: 1, share: 0.5)]
    var weights = [1.0]
    for n in 1...servers {
      let up = n - 1 < servers - reserve ? 2 * rate : rate
      weights.append(weights[n - 1] * up / Double(n))
    }
    let total = weights.reduce(0, +)
    try Fixture.check(
      network, days: 40, seed: 3,
      [
        ("refused0", weights[(servers - reserve)...].reduce(0, +) / total),
        ("refused1", weights[servers] / total),
      ])
  }

  /// Two facilities of one place each, without a way between them; the urgent come to the first, others to the second.
  private static func pair(_ order: UnitKind.HelpOrder, stay: Distribution = .constant(1)) -> CareNetwork {
    var network = PlaceHoldingTests.network(
      kinds: [
        UnitKind(
          id: "bed", title: "bed", helpWithinRegion: true, helpOrder: order, needsTransport: false)
      ], beds: [1], steps: [Step(id: "s", unitKind: 0, stay: stay)], classes: classes([0, 5]),
      arrivals: [(1, 0), (1, 0.25), (1, 0.5), (0, 0.75)], measures: hours(2))
    network.facilities.append(Facility(id: "g", name: "G", region: 0))
    network.units.append(CareUnit(facility: 1, kind: 0, staffedBeds: 1))
    for (index, facility) in [0, 1, 1, 0].enumerated() { network.inflows[index].facilities = [facility] }
    return network
  }

  @Test(
    "A free place goes to its own line first, or to the first in one line",
    arguments: UnitKind.HelpOrder.allCases)
  func oneLine(order: UnitKind.HelpOrder) {
    // Taken from 0 and 0.25. At 1 the first place is free, at 1.25 the second: the urgent waits at the first since 0.75.
    #expect(PlaceHoldingTests.figure("h0", Self.pair(order)) == 1.25)
    var other = Self.pair(order)
    // Now the second is free first.
    other.inflows[0].facilities = [1]
    other.inflows[1].facilities = [0]
    let isOne = order == .oneLine
    #expect(PlaceHoldingTests.figure("h0", other) == (isOne ? 1.25 : 1.5))
    let last = isOne ? 1.75 : 1.5
    #expect(PlaceHoldingTests.figure("h1", other) == (2 + last) / 3)
  }

  @Test("In one line too who is pushed out goes before those who wait elsewhere since before")
  func pushedOut() {
    var network = Self.pair(.oneLine, stay: .constant(10))
    network.unitKinds[0].preemption = .resume
    network.classes = Self.classes([5, 5, 5, 0])
    network.measures = Self.hours(4)
    for (index, (hours, facility)) in [(0, 0), (0.1, 1), (2, 1), (3, 0)].enumerated() {
      network.inflows[index].process = .pulse(count: 1, fromHours: hours, spanHours: 0)
      network.inflows[index].facilities = [facility]
      network.inflows[index].classes = [(patientClass: index, share: 1)]
    }
    // Pushed out at 3, seven hours left: on from 10.1 in the other place. Who waits there since 2 begins at 13.
    #expect(PlaceHoldingTests.figure("h0", network).map { abs($0 - 17.1) < 1e-6 } == true)
    #expect(PlaceHoldingTests.figure("h2", network) == 21)
    #expect(PlaceHoldingTests.figure("h3", network) == 10)
  }

  @Test(
    "In one line too a patient lies where they wait, if a place there is free as well", arguments: [0, 1])
  func ownPlace(facility: Int) {
    var network = Self.pair(.oneLine)
    // Both open at eight.
    network.calendars = [
      OpeningCalendar(
        id: "day", intervals: [OpeningInterval(weekdays: 127, fromMinute: 480, untilMinute: 1_200)],
        otherwiseShare: 0)
    ]
    network.unitKinds[0].calendar = 0
    network.inflows = [network.inflows[3]]
    network.inflows[0].facilities = [facility]
    network.measures = (0..<2).map { (place: Int) in
      DeclaredMeasure(id: "at\(place)", quantity: .meanOccupied, unitKind: 0, facility: place)
    }
    // An hour in three days.
    let there = PlaceHoldingTests.figure(facility == 0 ? "at0" : "at1", network)
    let elsewhere = PlaceHoldingTests.figure(facility == 0 ? "at1" : "at0", network)
    #expect(there == 1.0 / 72 && elsewhere == 0)
  }

  @Test("Two places in one line are M/M/2 with priority, within 4.5 standard errors of Cobham 1954")
  func cobham() throws {
    var network = Self.pair(.oneLine, stay: .exponential(mean: 1))
    network.runInDays = 10
    network.inflows = [0, 1].map { index in
      Inflow(
        id: "i\(index)", classes: [(patientClass: index, share: 1)],
        ratePerDay: .fixed(index == 0 ? 14.4 : 19.2),
        facilities: [index])
    }
    network.measures = (0..<2).map {
      DeclaredMeasure(id: "w\($0)", quantity: .meanWaitHours, unitKind: 0, classes: [$0])
    }
    // Erlang C of 1.4 on two servers: 1.4² / 2 / 0.3 / (1 + 1.4 + 1.4² / 2 / 0.3).
    let both = 1.4 * 1.4 / 2 / 0.3
    let first = both / (1 + 1.4 + both) / 2 / (1 - 0.3)
    try Fixture.check(network, days: 200, seed: 5, [("w0", first), ("w1", first / 0.3)])
  }
}
