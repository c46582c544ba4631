import CareModel
import OutputStatistics
import RandomStreams
import Testing

/// Places of other units that will do: guests of another ward.
@Suite("Places of another unit")
struct OtherUnitTests {
  private static let kinds = ["medical", "surgical"].map { UnitKind(id: $0, title: $0, isHospitalBed: true) }

  /// Two wards of `beds`; class 0 asks the medical ward and takes the surgical one, class 1 asks that alone.
  private static func wards(
    _ beds: [Int], stays: [Double] = [10, 10], after: Double = 0, arrivals: [(Int, Double)],
    change: (inout CareNetwork) -> Void = { _ in }
  ) -> CareNetwork {
    var network = PlaceHoldingTests.network(
      kinds: kinds, beds: beds, steps: [],
      classes: [
        PatientClass(id: "c0", title: "C", pathway: 0, priority: 3),
        PatientClass(id: "c1", title: "C", pathway: 1, priority: 3),
      ], arrivals: arrivals,
      measures: (0..<2).flatMap { index in
        [
          DeclaredMeasure(id: "h\(index)", quantity: .meanHoursInSystem, classes: [index]),
          DeclaredMeasure(id: "wait\(index)", quantity: .meanWaitHours, unitKind: index),
          DeclaredMeasure(id: "stay\(index)", quantity: .meanStayHours, unitKind: index),
          DeclaredMeasure(id: "guests\(index)", quantity: .meanOccupied, unitKind: 1, classes: [index]),
        ]
      })
    network.pathways = [
      Pathway(
        id: "p",
        steps: [
          Step(
            id: "s", unitKind: 0, stay: .constant(stays[0]), otherUnits: [1], otherUnitsAfterHours: after)
        ]),
      Pathway(id: "q", steps: [Step(id: "s", unitKind: 1, stay: .constant(stays[1]))]),
    ]
    change(&network)
    return network
  }

  @Test("Who finds the own unit full lies in the other at once, and is counted where they asked")
  func atOnce() {
    let network = Self.wards([1, 1], arrivals: [(0, 0), (0, 2), (1, 3)])
    #expect(PlaceHoldingTests.figure("h0", network) == 10)
    // The surgical patient waits for the guest, from 3 to 12.
    #expect(PlaceHoldingTests.figure("h1", network) == 19)
    #expect(PlaceHoldingTests.figure("wait0", network) == 0)
    #expect(PlaceHoldingTests.figure("stay0", network) == 10)
    #expect(PlaceHoldingTests.figure("stay1", network) == 10)
    #expect(PlaceHoldingTests.figure("guests0", network) == 10.0 / 72)
  }

  @Test("Only after a wait of so long, and then at once if there is a place, else when one becomes free")
  func afterAWait() {
    // The second waits from 2 to 6 though a place is free.
    #expect(
      PlaceHoldingTests.figure("h0", Self.wards([1, 1], after: 4, arrivals: [(0, 0), (0, 2)])) == (10 + 14)
        / 2.0)
    // A surgical patient lies there from 1 to 9: the second waits from 2 to 9.
    #expect(
      PlaceHoldingTests.figure(
        "h0", Self.wards([1, 1], stays: [10, 8], after: 4, arrivals: [(0, 0), (1, 1), (0, 2)])) == (10 + 17)
        / 2.0)
    // From 1 to 5: free at 5, but the second has waited three hours then, and goes there at 6.
    #expect(
      PlaceHoldingTests.figure(
        "h0", Self.wards([1, 1], stays: [10, 4], after: 4, arrivals: [(0, 0), (1, 1), (0, 2)])) == (10 + 14)
        / 2.0)
    // The own place, free at 4, is taken before.
    #expect(
      PlaceHoldingTests.figure(
        "h0", Self.wards([1, 1], stays: [4, 4], after: 4, arrivals: [(0, 0), (0, 2)]))
        == (4 + 6) / 2.0)
  }

  @Test("A free place goes to its own line first, then to the first by priority of those who would take it")
  func ownLineFirst() {
    let network = Self.wards([1, 1], arrivals: [(0, 0), (1, 0), (0, 2), (1, 5)]) { network in
      network.classes[0].priority = 0
    }
    // At 10 both wards become free: the second of each gets its own.
    #expect(PlaceHoldingTests.figure("h0", network) == (10 + 18) / 2.0)
    #expect(PlaceHoldingTests.figure("h1", network) == (10 + 15) / 2.0)
  }

  @Test("Patience and the wait for another unit run side by side")
  func patience() {
    let network = Self.wards([1, 1], after: 4, arrivals: [(0, 0), (0, 2), (1, 1)]) { network in
      network.pathways[0].steps[0].patience = .constant(6)
    }
    // The surgical ward is taken until 11, the medical one until 10: the second leaves at 8.
    #expect(PlaceHoldingTests.figure("h0", network) == (10 + 6) / 2.0)
    let free = Self.wards([1, 1], after: 4, arrivals: [(0, 0), (0, 2)]) { network in
      network.pathways[0].steps[0].patience = .constant(6)
    }
    #expect(PlaceHoldingTests.figure("h0", free) == (10 + 14) / 2.0)
  }

  @Test(
    "Who lies in a place that will do goes on there when the own unit is full, and goes to the own when it is not"
  )
  func goesOn() {
    func network(_ others: [(Int, Double)]) -> CareNetwork {
      Self.wards([1, 1], arrivals: [(1, 0)] + others) { network in
        // First the surgical ward, then the medical one or where they are.
        network.pathways[1].steps = [
          Step(id: "s", unitKind: 1, stay: .constant(4), next: [Branch(to: .step(1))]),
          Step(id: "t", unitKind: 0, stay: .constant(5), otherUnits: [1]),
        ]
      }
    }
    let full = network([(0, 1)])
    #expect(PlaceHoldingTests.figure("h1", full) == 9)
    #expect(PlaceHoldingTests.figure("guests1", full) == 9.0 / 72)
    let free = network([])
    #expect(PlaceHoldingTests.figure("h1", free) == 9)
    #expect(PlaceHoldingTests.figure("guests1", free) == 4.0 / 72)
  }

  @Test("A guest who loses the place to a disruption asks for the own unit")
  func displaced() {
    let network = Self.wards([1, 1], arrivals: [(0, 0), (0, 2)])
    let scenario = Scenario(
      id: "hit", title: "Hit",
      disruptions: [
        Disruption(
          id: "hit", scheduled: [(day: 0.25, facility: 0)], facilities: [(facility: 0, share: 1)],
          unitKinds: [1], lostShare: 1, killedShare: 0)
      ])
    // Out at 6 with six hours left, in the own bed from 10 to 16.
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 3, seed: 1, replications: 1, audits: true)
    #expect(Fixture.values("h0", results, network) == [(10 + 14) / 2.0])
  }

  @Test(
    "Units that open at one instant, in whichever order, leave nobody beside a free place",
    arguments: [false, true])
  func openTogether(isReversed: Bool) {
    let network = Self.wards([1, 1], arrivals: [(0, 2), (0, 3)]) { network in
      network.calendars = [
        OpeningCalendar(
          id: "day", intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 480, untilMinute: 960)],
          otherwiseShare: 0)
      ]
      for kind in 0..<2 { network.unitKinds[kind].calendar = 0 }
      if isReversed {
        network.units.reverse()
      }
    }
    // Both from 8 to 18.
    #expect(PlaceHoldingTests.figure("h0", network) == (16 + 15) / 2.0)
  }

  @Test("Of two that open at one instant the first named is taken")
  func inOrder() {
    func surgical(_ others: [Int]) -> Double? {
      let network = Self.wards([1, 1], arrivals: [(0, 0), (0, 2)]) { network in
        network.unitKinds.append(UnitKind(id: "third", title: "third", isHospitalBed: true))
        network.units.append(CareUnit(facility: 0, kind: 2, staffedBeds: 1))
        network.calendars = [
          OpeningCalendar(
            id: "day", intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 480, untilMinute: 960)],
            otherwiseShare: 0)
        ]
        for kind in 1..<3 { network.unitKinds[kind].calendar = 0 }
        network.pathways[0].steps[0].otherUnits = others
      }
      return PlaceHoldingTests.figure("guests0", network).map { ($0 * 72).rounded() }
    }
    #expect(surgical([1, 2]) == 10)
    #expect(surgical([2, 1]) == 0)
  }

  @Test("A team that becomes free, and a delivery, let who waits begin in another unit")
  func whatElseIsNeeded() {
    let team = Self.wards([1, 1], arrivals: [(0, 0), (0, 2)]) { network in
      network.unitKinds.append(UnitKind(id: "team", title: "team", needsTransport: false))
      network.units.append(CareUnit(facility: 0, kind: 2, staffedBeds: 1))
      network.pathways[0].steps[0].together = [2]
      network.pathways[0].steps[0].stay = .constant(10)
      network.pathways[0].steps[0].next = [Branch(to: .step(1))]
      // The first keeps the bed for 30 hours more, without the team.
      network.pathways[0].steps.append(Step(id: "after", stay: .constant(30)))
    }
    // The second has the team from 10 to 20.
    #expect(PlaceHoldingTests.figure("h0", team) == (40 + 48) / 2.0)
    let blood = Self.wards([1, 1], stays: [40, 1], arrivals: [(0, 0), (0, 2)]) { network in
      network.stocks = [
        Stock(id: "blood", title: "blood", level: .fixed(1), deliveryPerDay: .fixed(1))
      ]
      network.pathways[0].steps[0].uses = [StockUse(stock: 0, amount: 1, whenShort: .wait)]
    }
    // The second begins with the delivery of 6 in the morning.
    #expect(PlaceHoldingTests.figure("h0", blood) == (40 + 44) / 2.0)
  }

  @Test("A guest who is pushed out waits first in line for the own unit")
  func pushedOut() {
    let network = Self.wards([1, 1], stays: [10, 100], arrivals: [(0, 0), (0, 2), (1, 3)]) { network in
      network.unitKinds[1].preemption = .resume
      network.classes[1].priority = 0
    }
    // Out at 3 with nine hours left, in the own bed from 10 to 19.
    #expect(PlaceHoldingTests.figure("h0", network) == (10 + 17) / 2.0)
  }

  @Test("Who is pushed out of the own unit goes on at once where another has a place")
  func pushedOutOfTheOwn() {
    let network = Self.wards([1, 1], stays: [10, 100], arrivals: [(0, 0), (1, 3)]) { network in
      network.unitKinds[0].preemption = .resume
      network.classes[1].priority = 0
      network.pathways[1].steps[0].unitKind = 0
    }
    #expect(PlaceHoldingTests.figure("h0", network) == 10)
    #expect(PlaceHoldingTests.figure("guests0", network) == 7.0 / 72)
  }

  @Test("A guest goes on in the bed that was kept during surgery")
  func keptBed() {
    let network = Self.wards([1, 1], stays: [50, 10], arrivals: [(0, 0), (0, 2)]) { network in
      network.unitKinds.append(UnitKind(id: "theatre", title: "theatre"))
      network.units.append(CareUnit(facility: 0, kind: 2, staffedBeds: 1))
      network.classes[1].pathway = 1
      network.inflows[1].classes = [(patientClass: 1, share: 1)]
      network.pathways[1].steps = [
        Step(id: "s", unitKind: 0, stay: .constant(4), otherUnits: [1], next: [Branch(to: .step(1))]),
        Step(id: "t", unitKind: 2, stay: .constant(2), keepsBed: true, next: [Branch(to: .step(2))]),
        Step(id: "u", unitKind: 0, stay: .constant(6), otherUnits: [1]),
      ]
    }
    #expect(PlaceHoldingTests.figure("h1", network) == 12)
    #expect(PlaceHoldingTests.figure("guests1", network) == 12.0 / 72)
  }

  @Test("A guest goes before none of the own line, and after a place elsewhere in the region is given")
  func help() {
    // Two hospitals whose surgical wards help each other; medical patients of the first are guests there.
    let network = Self.wards([1, 1], arrivals: [(0, 0), (1, 0), (0, 1), (1, 2)]) { network in
      network.facilities.append(Facility(id: "k", name: "K", region: 0))
      network.units.append(CareUnit(facility: 1, kind: 1, staffedBeds: 1))
      network.unitKinds[1].helpWithinRegion = true
      network.unitKinds[1].needsTransport = false
      for inflow in network.inflows.indices { network.inflows[inflow].facilities = [0] }
    }
    // The medical guest is not taken to the other hospital; the second surgical patient is, at once.
    #expect(PlaceHoldingTests.figure("h0", network) == (10 + 19) / 2.0)
    #expect(PlaceHoldingTests.figure("h1", network) == 10)
  }

  @Test("Patience that ends when another unit will do is in time")
  func atTheSameMoment() {
    let network = Self.wards([1, 1], after: 4, arrivals: [(0, 0), (0, 2)]) { network in
      network.pathways[0].steps[0].patience = .constant(4)
    }
    #expect(PlaceHoldingTests.figure("h0", network) == (10 + 14) / 2.0)
  }

  @Test("Where nobody waits so long that another unit would do, no figure changes")
  func neutral() {
    func values(_ after: Double?) -> [[Double?]] {
      let network = Self.wards(
        [2, 1], stays: [7, 3], after: after ?? 0,
        arrivals: (0..<12).map { ($0 % 3 == 0 ? 1 : 0, Double($0)) }
      ) { network in
        if after == nil { network.pathways[0].steps[0].otherUnits = [] }
      }
      return Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true).map(\.values)
    }
    #expect(values(60) == values(nil))
    #expect(values(1) != values(nil))
  }

  @Test(
    "A unit that refuses turns away only who finds both full: a chain of two states, within 4.5 standard errors"
  )
  func loss() throws {
    // Class 0 at rate 3 has the first of 3 places and takes one of 2; class 1 at rate 1 has those alone.
    let (places, rates) = ([3, 2], [3.0, 1.0])
    let blocked = Self.chain(places, rates)
    var network = Fixture.singleUnit(
      servers: 3, arrivalsPerHour: 0, stay: .exponential(mean: 1), runInDays: 2)
    network.unitKinds = Self.kinds
    for kind in 0..<2 { network.unitKinds[kind].whenFull = .refuse }
    network.units = places.enumerated().map {
      CareUnit(facility: 0, kind: $0.offset, staffedBeds: $0.element)
    }
    network.pathways = (0..<2).map { (kind: Int) in
      Pathway(
        id: "p\(kind)",
        steps: [Step(id: "s", unitKind: kind, stay: .exponential(mean: 1), otherUnits: kind == 0 ? [1] : [])])
    }
    network.classes = (0..<2).map { PatientClass(id: "c\($0)", title: "C", pathway: $0) }
    network.inflows = (0..<2).map {
      Inflow(id: "i\($0)", classes: [(patientClass: $0, share: 1)], ratePerDay: .fixed(rates[$0] * 24))
    }
    network.measures = (0..<2).map { (kind: Int) in
      DeclaredMeasure(id: "refused\(kind)", quantity: .refusedShare, unitKind: kind)
    }
    try Fixture.check(
      network, days: 60, seed: 31, [("refused0", blocked[0]), ("refused1", blocked[1])])
  }

  /// Shares refused in equilibrium, by iteration of the chain of numbers in both units.
  private static func chain(_ places: [Int], _ rates: [Double]) -> [Double] {
    let width = places[1] + 1
    var share = [Double](repeating: 1 / Double((places[0] + 1) * width), count: (places[0] + 1) * width)
    let step = 1 / (rates[0] + rates[1] + Double(places[0] + places[1]))
    for _ in 0..<20_000 {
      var next = share
      for first in 0...places[0] {
        for second in 0...places[1] {
          let from = first * width + second
          func move(_ rate: Double, to state: Int) {
            next[from] -= step * rate * share[from]
            next[state] += step * rate * share[from]
          }
          if first < places[0] { move(rates[0], to: from + width) }
          if first == places[0], second < places[1] { move(rates[0], to: from + 1) }
          if second < places[1] { move(rates[1], to: from + 1) }
          if first > 0 { move(Double(first), to: from - width) }
          if second > 0 { move(Double(second), to: from - 1) }
        }
      }
      share = next
    }
    let isFull = (0...places[0]).map { share[$0 * width + places[1]] }
    return [isFull[places[0]], isFull.reduce(0, +)]
  }

  @Test(
    "Two units that take each other's patients are M/M/c of both: mean queue by Erlang C, within 4.5 standard errors"
  )
  func pooled() throws {
    let (places, rate) = ([2, 3], 4.2)
    var network = Fixture.singleUnit(
      servers: 1, arrivalsPerHour: 0, stay: .exponential(mean: 1), runInDays: 10)
    network.unitKinds = Self.kinds
    network.units = places.enumerated().map {
      CareUnit(facility: 0, kind: $0.offset, staffedBeds: $0.element)
    }
    network.pathways = (0..<2).map { (kind: Int) in
      Pathway(
        id: "p\(kind)",
        steps: [Step(id: "s", unitKind: kind, stay: .exponential(mean: 1), otherUnits: [1 - kind])])
    }
    network.classes = (0..<2).map { PatientClass(id: "c\($0)", title: "C", pathway: $0) }
    network.inflows = [0.3, 0.7].enumerated().map { index, part in
      Inflow(
        id: "i\(index)", classes: [(patientClass: index, share: 1)], ratePerDay: .fixed(rate * part * 24))
    }
    network.measures = [DeclaredMeasure(id: "present", quantity: .meanPresent)]
    let servers = Double(places[0] + places[1])
    let waits = QueueingTheory.erlangC(offeredLoad: rate, servers: places[0] + places[1])
    try Fixture.check(
      network, days: 200, seed: 32, [("present", rate + waits * rate / (servers - rate))])
  }

  @Test("Who has waited so long that another place will do, and lacks a stock, is turned away then")
  func turnedAway() {
    // The second finds the stock at 2, which the third uses up at 3, in the other ward until 4; the first stays until 10.
    let network = Self.wards([1, 1], stays: [10, 1], after: 4, arrivals: [(0, 0), (0, 2), (1, 3)]) {
      $0.stocks = [Stock(id: "blood", title: "blood", level: .fixed(2))]
      $0.pathways[0].steps[0].uses = [StockUse(stock: 0, amount: 1, whenShort: .refuse)]
      $0.pathways[1].steps[0].uses = [StockUse(stock: 0, amount: 1)]
    }
    #expect(PlaceHoldingTests.figure("h0", network) == (10 + 4) / 2.0)
  }
}
