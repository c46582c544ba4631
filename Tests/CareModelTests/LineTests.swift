import CareModel
import RandomStreams
import Testing

/// Who gets a place where several things are needed, by hand: patients at given hours, stays of fixed length.
@Suite("Who is first where several things are needed")
struct LineTests {
  static let kinds = [UnitKind(id: "x", title: "x"), UnitKind(id: "y", title: "y")]

  /// A pathway for each step, and a class for each pathway with its priority.
  static func network(
    kinds: [UnitKind] = kinds, beds: [Int], steps: [Step], priorities: [Int], arrivals: [(Int, Double)],
    stocks: [Stock] = []
  ) -> CareNetwork {
    var network = PlaceHoldingTests.network(
      kinds: kinds, beds: beds, steps: [], classes: [], arrivals: arrivals, measures: [])
    network.pathways = steps.enumerated().map { Pathway(id: "p\($0.offset)", steps: [$0.element]) }
    network.classes = priorities.enumerated().map {
      PatientClass(id: "c\($0.offset)", title: "C", pathway: $0.offset, priority: $0.element)
    }
    network.stocks = stocks
    for (index, step) in steps.enumerated() {
      network.measures.append(
        DeclaredMeasure(
          id: "wait\(index)", quantity: .meanWaitHours, unitKind: step.unitKind, classes: [index]))
    }
    return network
  }

  static func step(_ kind: Int, with other: Int? = nil, hours: Double) -> Step {
    Step(id: "s", unitKind: kind, stay: .constant(hours), together: other.map { [$0] } ?? [])
  }

  @Test("Who needs a second thing that is not there is passed over, and goes in when both are free")
  func passedOver() {
    // y is taken from 0 to 40. At 1 one comes for x and y, at 2 and 3 others for x alone, of which there are two.
    let network = Self.network(
      beds: [2, 1],
      steps: [Self.step(1, hours: 40), Self.step(0, with: 1, hours: 5), Self.step(0, hours: 10)],
      priorities: [0, 0, 0], arrivals: [(0, 0), (2, 0), (2, 0), (1, 1), (2, 2), (2, 3)])
    #expect(PlaceHoldingTests.figure("wait1", network) == 39)
    // At 10 both places of x are free, and both who came for it alone go in.
    #expect(PlaceHoldingTests.figure("wait2", network) == (8 + 7) / 4.0)
  }

  @Test(
    "Two places that became free at once go to who comes first, whichever of them the step names",
    arguments: [false, true])
  func priority(isSwapped: Bool) {
    let both = isSwapped ? Self.step(1, with: 0, hours: 10) : Self.step(0, with: 1, hours: 10)
    // Both are taken by the first from 0 to 10; at 1 another comes for both, at 2 an urgent one for y alone.
    let network = Self.network(
      beds: [1, 1], steps: [both, Self.step(1, hours: 4)], priorities: [3, 0],
      arrivals: [(0, 0), (0, 1), (1, 2)])
    #expect(PlaceHoldingTests.figure("wait1", network) == 8)
    #expect(PlaceHoldingTests.figure("wait0", network) == 13 / 2.0)
  }

  @Test("Pre-emption takes no place together that another keeps, and one that the other gives back")
  func preemptionTogether() {
    let kinds = [UnitKind(id: "x", title: "x", preemption: .resume), UnitKind(id: "y", title: "y")]
    let steps = [Self.step(0, with: 1, hours: 10), Self.step(0, hours: 10)]
    func network(_ arrivals: [(Int, Double)], _ priorities: [Int]) -> CareNetwork {
      Self.network(kinds: kinds, beds: [2, 1], steps: steps, priorities: priorities, arrivals: arrivals)
    }
    // An urgent one holds x and y, one less urgent x: the next urgent one could have x, but not y.
    #expect(PlaceHoldingTests.figure("wait0", network([(0, 0), (1, 1), (0, 2)], [0, 5])) == 8 / 2.0)
    // Who gives way holds both.
    let single = Self.network(
      kinds: kinds, beds: [1, 1], steps: [steps[0], steps[0]], priorities: [0, 5],
      arrivals: [(1, 0), (0, 4)])
    #expect(PlaceHoldingTests.figure("wait0", single) == 0)
  }

  @Test("Pre-emption lets nobody into a unit that closes, nor begin without the stock that is waited for")
  func preemptionElsewhere() {
    var kind = UnitKind(id: "x", title: "x", preemption: .resume)
    let blood = Stock(
      id: "blood", title: "Blood", level: .fixed(0), largest: .fixed(10), deliveryPerDay: .fixed(5))
    var step = Self.step(0, hours: 2)
    step.uses = [StockUse(stock: 0, amount: 5, whenShort: .wait)]
    // The first delivery is at six.
    let short = Self.network(
      kinds: [kind], beds: [1], steps: [step, Self.step(0, hours: 10)], priorities: [0, 5],
      arrivals: [(1, 0), (0, 1)], stocks: [blood])
    #expect(PlaceHoldingTests.figure("wait0", short) == 9)
    kind.calendar = 0
    var closed = Self.network(
      kinds: [kind], beds: [1], steps: [Self.step(0, hours: 2), Self.step(0, hours: 10)],
      priorities: [0, 5], arrivals: [(1, 0), (0, 9)])
    // Open from midnight until eight: who is in it at nine stays until ten.
    closed.calendars = [
      OpeningCalendar(
        id: "night", intervals: [OpeningInterval(weekdays: 127, fromMinute: 0, untilMinute: 480)],
        otherwiseShare: 0)
    ]
    #expect(PlaceHoldingTests.figure("wait0", closed) == 15)
  }

  @Test(
    "Who lost a place to a more urgent one stays before those who have waited longer and worsen into their line"
  )
  func brokenFirst() {
    // One place, stays of 10 hours. A begins at 0, B waits from 1, the urgent C takes the place at 2, B worsens at 4.
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "x", title: "x", preemption: .resume)], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: [
        PatientClass(id: "a", title: "A", pathway: 0, priority: 3),
        PatientClass(
          id: "b", title: "B", pathway: 0, priority: 5,
          worsening: Worsening(after: .constant(3), patientClass: 3)),
        PatientClass(id: "c", title: "C", pathway: 0, priority: 0),
        PatientClass(id: "worse", title: "Worse", pathway: 0, priority: 3),
      ], arrivals: [(0, 0), (1, 1), (2, 2)],
      measures: [DeclaredMeasure(id: "wait", quantity: .meanWaitHours, unitKind: 0, classes: [3])])
    // C until 12, A from 12 to 20.
    #expect(PlaceHoldingTests.figure("wait", network) == 19)
  }

  @Test("A state that worsens twice takes the time of each, and not both at the first")
  func chain() {
    // One place, taken for 40 hours; the other worsens after two hours, and again after three.
    var network = PlaceHoldingTests.network(
      kinds: [Self.kinds[0]], beds: [1], steps: [Step(id: "s", unitKind: 0, stay: .constant(40))],
      classes: [
        PatientClass(id: "a", title: "A", pathway: 0, priority: 0),
        PatientClass(
          id: "b", title: "B", pathway: 0, priority: 3,
          worsening: Worsening(after: .constant(2), patientClass: 2)),
        PatientClass(
          id: "c", title: "C", pathway: 0, priority: 2,
          worsening: Worsening(after: .constant(3), patientClass: 3)),
        PatientClass(id: "d", title: "D", pathway: 0, priority: 1),
      ], arrivals: [(0, 0), (1, 1)], measures: [])
    for (index, hours) in [2.5, 3.5, 5.5, 6.5].enumerated() {
      network.measures.append(
        DeclaredMeasure(id: "at\(index)", quantity: .waitingAt(hours: hours), unitKind: 0, classes: [2]))
    }
    // Of the middle class from 3 to 6.
    for (index, number) in [0.0, 1, 1, 0].enumerated() {
      #expect(PlaceHoldingTests.figure("at\(index)", network) == number)
    }
  }
}
