import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("Several places of one kind for one patient")
struct ManyPlacesTests {
  private static let classes = [
    PatientClass(id: "a", title: "A", pathway: 0, priority: 5),
    PatientClass(id: "b", title: "B", pathway: 1, priority: 3),
  ]
  private static let waits = (0..<2).map {
    DeclaredMeasure(id: "w\($0)", quantity: .meanWaitHours, unitKind: 0, classes: [$0])
  }

  private static func network(
    _ kinds: [UnitKind], beds: [Int], first: Step, second: Step, arrivals: [(Int, Double)],
    measures: [DeclaredMeasure] = waits
  ) -> CareNetwork {
    var network = PlaceHoldingTests.network(
      kinds: kinds, beds: beds, steps: [first], classes: classes, arrivals: arrivals, measures: measures)
    network.pathways.append(Pathway(id: "second", steps: [second]))
    return network
  }

  @Test("Who needs two nurses waits for both, and one who needs one passes")
  func twoNurses() {
    let kinds = [UnitKind(id: "room", title: "room"), UnitKind(id: "nurse", title: "nurse")]
    let network = Self.network(
      kinds, beds: [9, 3], first: Step(id: "s", unitKind: 0, stay: .constant(4), together: [1]),
      second: Step(id: "t", unitKind: 0, stay: .constant(6), together: [1, 1]),
      arrivals: [(0, 0), (0, 1), (1, 2), (0, 3), (1, 3.5)],
      measures: Self.waits + [DeclaredMeasure(id: "nurses", quantity: .meanOccupied, unitKind: 1)])
    // Nurses are free: 3, 2 from 0, 1 from 1, 0 from 3; at 4 and 5 one each; the first pair begins at 5 until 11, one
    // nurse more is back at 7, and the second pair begins at 11.
    #expect(PlaceHoldingTests.figure("w0", network) == 0)
    #expect(PlaceHoldingTests.figure("w1", network) == (3 + 7.5) / 2)
    #expect(PlaceHoldingTests.figure("nurses", network) == 36 / 72.0)
  }

  @Test("A patient in two beds of one ward leaves both, and a hit on one of them takes them from both")
  func twoBeds() {
    let kinds = [UnitKind(id: "ward", title: "ward")]
    var network = Self.network(
      kinds, beds: [3], first: Step(id: "s", unitKind: 0, stay: .constant(4)),
      second: Step(id: "t", unitKind: 0, stay: .constant(6), together: [0]),
      arrivals: [(0, 0), (0, 1), (1, 2), (0, 4.5)],
      measures: Self.waits + [DeclaredMeasure(id: "beds", quantity: .meanOccupied, unitKind: 0)])
    // The pair is free at 4, until 10; the last comes at 4.5 and waits for the bed that is left at 5.
    #expect(PlaceHoldingTests.figure("w1", network) == 2)
    #expect(PlaceHoldingTests.figure("w0", network) == 0.5 / 3)
    #expect(PlaceHoldingTests.figure("beds", network) == 24 / 72.0)
    // Two patients alone, one in two beds. Of three beds two are lost at 3, for two hours: whoever came last leaves.
    network.inflows[1].process = .pulse(count: 0, fromHours: 0, spanHours: 0)
    network.inflows[3].process = .pulse(count: 0, fromHours: 0, spanHours: 0)
    let hit = Scenario(
      id: "s", title: "S",
      disruptions: [
        Disruption(
          id: "hit", scheduled: [(day: 3 / 24.0, facility: 0)], facilities: [(facility: 0, share: 1)],
          lostShare: 0.67, repair: .constant(2))
      ])
    let results = Fixture.run(network, scenario: hit, horizonDays: 3, seed: 1, replications: 1, audits: true)
    // One hour in two beds, none from 3 to 5, five hours more: the first has his bed all the time.
    #expect(Fixture.values("beds", results, network) == [16 / 72.0])
  }

  @Test("One who gives way gives back all they hold, and nobody gives way who holds too little")
  func preemption() {
    func waits(_ inPlace: Int) -> [Double?] {
      let network = Self.network(
        [UnitKind(id: "ward", title: "ward", preemption: .resume)], beds: [2],
        first: Step(
          id: "s", unitKind: 0, stay: .constant(10), together: Array(repeating: 0, count: inPlace - 1)),
        second: Step(id: "t", unitKind: 0, stay: .constant(3), together: [0]),
        arrivals: (0..<(3 - inPlace)).map { _ in (0, 0) } + [(1, 1)])
      return [PlaceHoldingTests.figure("w0", network), PlaceHoldingTests.figure("w1", network)]
    }
    // Two in a bed each are not pushed out by one who needs both.
    #expect(waits(1) == [0, 9])
    #expect(waits(2) == [0, 0])
  }

  /// The numbers of places in use of a ward without queue: Kaufman 1981, DOI 10.1109/TCOM.1981.1094894, and Roberts.
  @Test("Patients in one bed and in two are refused as Kaufman and Roberts say, within 4.5 standard errors")
  func loss() throws {
    let (beds, loads, sizes) = (6, [2.0, 1.0], [1, 2])
    var q = [1.0]
    for j in 1...beds {
      var flow = 0.0
      for (load, size) in zip(loads, sizes) where j >= size { flow += load * Double(size) * q[j - size] }
      q.append(flow / Double(j))
    }
    let sum = q.reduce(0, +)
    let exact = sizes.map { (size: Int) -> Double in q.suffix(size).reduce(0, +) / sum }
    var network = Fixture.singleUnit(
      servers: beds, arrivalsPerHour: 3, stay: .exponential(mean: 1), whenFull: .refuse,
      measures: (0..<2).map {
        DeclaredMeasure(id: "r\($0)", quantity: .refusedShare, unitKind: 0, classes: [$0])
      })
    network.classes = Self.classes
    // Any law with that mean.
    network.pathways.append(
      Pathway(
        id: "second",
        steps: [Step(id: "t", unitKind: 0, stay: .gamma(shape: 3, scale: 1.0 / 3), together: [0])]))
    network.inflows[0].classes = [(patientClass: 0, share: 2.0 / 3), (patientClass: 1, share: 1.0 / 3)]
    try Fixture.check(network, days: 60, seed: 12, [("r0", exact[0]), ("r1", exact[1])])
  }
}
