import CareModel
import RandomStreams
import Testing

@Suite("Queues by credit")
struct CreditQueueTests {
  private static func classes(_ priorities: [Int]) -> [PatientClass] {
    priorities.enumerated().map { index, priority in
      PatientClass(id: "c\(index)", title: "C", pathway: 0, priority: priority)
    }
  }

  private static let waits = (0..<3).map {
    DeclaredMeasure(id: "w\($0)", quantity: .meanWaitHours, unitKind: 0, classes: [$0])
  }

  /// One place with stays of ten hours from 0; then one of each class at the hours of `arrivals`.
  private static func hours(_ credits: [UnitKind.Credit], _ arrivals: [Double]) -> [Double?] {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit", queue: .credit, credits: credits)], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(10))], classes: classes([0, 1, 4, 7]),
      arrivals: [(3, 0)] + arrivals.enumerated().map { ($0.offset, $0.element) }, measures: waits)
    return (0..<3).map { PlaceHoldingTests.figure("w\($0)", network) }
  }

  @Test("At each free place the one with most credit is next, lower priorities as the last of the list")
  func byHand() {
    // Credits at 10: 3 × 2 = 6, 8, 7; at 20: 3 × 12 = 36 against 17.
    #expect(Self.hours([.init(perHour: 3), .init(perHour: 1)], [8, 2, 3]) == [12, 8, 27])
    // By due time: 8 + 2, 2 + 9, 3 + 9: in that order.
    let due: [UnitKind.Credit] = [.init(atStart: -2, perHour: 1), .init(atStart: -9, perHour: 1)]
    #expect(Self.hours(due, [8, 2, 3]) == [2, 18, 27])
    // Of equals who has waited longest.
    #expect(Self.hours([.init(atStart: 1, perHour: 0)], [8, 2, 3]) == [22, 8, 17])
  }

  @Test("Who are due at the same minute go by who has waited longest, whenever the place is free")
  func ties() {
    // Due at 4 hours both, one an hour after coming and one four hours; the place is free at each minute of an hour.
    for minute in 0..<60 {
      let network = PlaceHoldingTests.network(
        kinds: [
          UnitKind(
            id: "unit", title: "unit", queue: .credit,
            credits: [.init(atStart: -1, perHour: 1), .init(atStart: -4, perHour: 1)])
        ], beds: [1], steps: [Step(id: "s", unitKind: 0, stay: .constant(5 + Double(minute) / 60))],
        classes: Self.classes([0, 1, 7]), arrivals: [(2, 0), (1, 1), (0, 4)],
        measures: Array(Self.waits.prefix(2)))
      let waits = (0..<2).map { PlaceHoldingTests.figure("w\($0)", network) ?? .nan }
      #expect(abs(waits[1] - 4 - Double(minute) / 60) < 1e-6 && waits[0] > waits[1], "\(minute): \(waits)")
    }
  }

  private static func queue(
    _ queue: UnitKind.Queue, _ credits: [UnitKind.Credit] = [], servers: Int = 1
  ) -> CareNetwork {
    var network = Fixture.singleUnit(
      servers: servers, arrivalsPerHour: 0.7 * Double(servers), stay: .exponential(mean: 1), measures: waits)
    network.unitKinds[0].queue = queue
    network.unitKinds[0].credits = credits
    network.classes = classes([0, 1, 2])
    network.inflows[0].classes = [
      (patientClass: 0, share: 0.3), (patientClass: 1, share: 0.3), (patientClass: 2, share: 0.4),
    ]
    return network
  }

  @Test("Credits that are all alike are a queue in order of arrival, and those far apart one by priority")
  func limits() {
    func figures(_ network: CareNetwork) -> [[Double]] {
      let results = Fixture.run(network, horizonDays: 20, seed: 9, replications: 2)
      return (0..<3).map { Fixture.values("w\($0)", results, network) }
    }
    #expect(figures(Self.queue(.credit, [.init(perHour: 2)])) == figures(Self.queue(.fifo)))
    let apart = (0..<3).map { UnitKind.Credit(atStart: -1e6 * Double($0), perHour: 1) }
    #expect(figures(Self.queue(.credit, apart)) == figures(Self.queue(.priority)))
    #expect(
      figures(Self.queue(.credit, [.init(perHour: 2), .init(perHour: 1)])) != figures(Self.queue(.fifo)))
  }

  /// Kleinrock 1964, Naval Research Logistics Quarterly 11, page 329: with loads r and gains b, class p waits
  /// (W − Σ r_i W_i (1 − b_i / b_p) over those who gain less) / (1 − Σ r_i (1 − b_p / b_i) over those who gain more),
  /// where W is the wait in order of arrival. For several places with one exponential law too.
  @Test(
    "Accumulating priorities wait as Kleinrock says, in one place and in three, within 4.5 standard errors",
    arguments: [1, 3])
  func kleinrock(servers: Int) throws {
    let loads = [0.7 * 0.3, 0.7 * 0.3, 0.7 * 0.4]
    let gains = [4.0, 2, 1]
    // The probability of a wait, by Erlang C, over c (1 − 0.7).
    let inOrder = servers == 1 ? 0.7 / 0.3 : 0.4923444976 / 0.9
    var exact = [0.0, 0, 0]
    for p in [2, 1, 0] {
      var top = inOrder
      var bottom = 1.0
      for i in 0..<3 where i != p {
        if gains[i] < gains[p] { top -= loads[i] * exact[i] * (1 - gains[i] / gains[p]) }
        if gains[i] > gains[p] { bottom -= loads[i] * (1 - gains[p] / gains[i]) }
      }
      exact[p] = top / bottom
    }
    let network = Self.queue(.credit, gains.map { .init(perHour: $0) }, servers: servers)
    try Fixture.check(
      network, days: 150, seed: 10, (0..<3).map { (id: "w\($0)", value: exact[$0]) })
  }
}
