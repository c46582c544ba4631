import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("On to the shortest line")
struct ShortestLineTests {
  private static let measures: [DeclaredMeasure] = [0, 1].flatMap { (kind: Int) in
    [
      DeclaredMeasure(id: "occupied\(kind)", quantity: .meanOccupied, unitKind: kind),
      DeclaredMeasure(id: "queue\(kind)", quantity: .meanQueue, unitKind: kind),
    ]
  }

  /// A door that leads to one of two units.
  private static func steps(_ choice: WayChoice, stay: Distribution) -> [Step] {
    let ways = [Branch(to: .step(1), share: .fixed(0.5)), Branch(to: .step(2), share: .fixed(0.5))]
    return [
      Step(id: "door", next: ways, nextBy: choice), Step(id: "one", unitKind: 0, stay: stay),
      Step(id: "two", unitKind: 1, stay: stay),
    ]
  }

  private static func parallelServers(_ choice: WayChoice, perHour: Double) -> CareNetwork {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "one", title: "one"), UnitKind(id: "two", title: "two")], beds: [1, 1],
      steps: steps(choice, stay: .exponential(mean: 1)),
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [], measures: measures)
    network.runInDays = 5
    network.inflows = [
      Inflow(id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(24 * perHour))
    ]
    return network
  }

  /// Mean number present of two servers at rate 1 of which each arrival joins the one with fewer, from the stationary
  /// distribution of the chain cut off at 30 in each.
  private static func meanPresent(perHour rate: Double) -> Double {
    let size = 31
    var now = Array(repeating: 0.0, count: size * size)
    now[0] = 1
    // The chain in steps of an exponential time with this rate.
    let most = rate + 2
    for _ in 0..<3_000 {
      var next = Array(repeating: 0.0, count: size * size)
      for one in 0..<size {
        for two in 0..<size {
          let mass = now[one * size + two]
          if mass < 1e-300 { continue }
          func go(_ one: Int, _ two: Int, _ share: Double) { next[one * size + two] += mass * share / most }
          go(min(one + 1, size - 1), two, one < two ? rate : one == two ? rate / 2 : 0)
          go(one, min(two + 1, size - 1), two < one ? rate : one == two ? rate / 2 : 0)
          go(max(0, one - 1), two, 1)
          go(one, max(0, two - 1), 1)
        }
      }
      now = next
    }
    return now.indices.reduce(0) { $0 + now[$1] * Double($1 / size + $1 % size) }
  }

  @Test(
    "Two servers of which each patient joins the one with fewer are their Markov chain, within 4 standard errors of 24 replications",
    arguments: [WayChoice.shortestLine, .fewestPatients])
  func markovChain(choice: WayChoice) throws {
    let network = Self.parallelServers(choice, perHour: 1.4)
    let results = Fixture.run(network, horizonDays: 40, seed: 77, replications: 24)
    var present = Array(repeating: 0.0, count: 24)
    for measure in Self.measures {
      for (index, value) in Fixture.values(measure.id, results, network).enumerated() {
        present[index] += value
      }
    }
    let interval = try #require(StudentInterval.of(present))
    let exact = Self.meanPresent(perHour: 1.4)
    let z = (interval.estimate - exact) / interval.standardError
    // Between one line for both, M/M/2, and a coin at the door, two of M/M/1.
    #expect(exact > 2.745 && exact < 4.667)
    #expect(abs(z) < 4, "\(interval.estimate), exactly \(exact), z \(z)")
  }

  @Test(
    "The shortest line leaves fewer waiting than a coin does: the 95 % interval of paired differences is below 0"
  )
  func fewerWait() throws {
    func queue(_ choice: WayChoice) -> [Double] {
      let network = Self.parallelServers(choice, perHour: 1.7)
      let results = Fixture.run(network, horizonDays: 20, seed: 5, replications: 8)
      return zip(
        Fixture.values("queue0", results, network), Fixture.values("queue1", results, network)
      ).map { $0 + $1 }
    }
    let differences = zip(queue(.shortestLine), queue(.shares)).map { $0 - $1 }
    let interval = try #require(StudentInterval.of(differences))
    // t(7, 0.975) = 2.365.
    #expect(interval.estimate + 2.365 * interval.standardError < 0, "\(interval.estimate)")
  }

  /// Patients in the two units after some came an hour apart, with one and three places, of whom nobody leaves.
  private func fill(
    _ choice: WayChoice, _ patients: Int, beds: [Int] = [1, 3], closed: Bool = false
  ) -> [Double?] {
    var steps = Self.steps(choice, stay: .constant(1_000))
    if closed {
      steps[0].next[0] = Branch(
        to: .step(1), when: BranchCondition(unit: .init(kind: 0, waiting: 0...0)))
    }
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "one", title: "one"), UnitKind(id: "two", title: "two")], beds: beds, steps: steps,
      classes: [PatientClass(id: "p", title: "P", pathway: 0)],
      arrivals: (0..<patients).map { (0, Double($0)) },
      measures: [0, 1].map { (kind: Int) in
        DeclaredMeasure(id: "requests\(kind)", quantity: .requests, unitKind: kind)
      })
    return [0, 1].map { PlaceHoldingTests.figure("requests\($0)", network) }
  }

  @Test("Of equal lines the one with most free places is gone to, then lines grow alike")
  func shortestLine() {
    #expect(fill(.shortestLine, 2) == [0, 2])
    // One place is free in each, then none.
    #expect(fill(.shortestLine, 4) == [1, 3])
    #expect(fill(.shortestLine, 14) == [6, 8])
  }

  @Test(
    "With the fewest patients in places and in line together both units grow alike, whatever their places")
  func fewestPatients() {
    #expect(fill(.fewestPatients, 1) == [0, 1])
    #expect(fill(.fewestPatients, 14) == [7, 7])
  }

  @Test("A way whose condition does not hold is left out")
  func conditions() {
    #expect(fill(.shortestLine, 14, closed: true) == [2, 12])
  }

  @Test(
    "Among equals chance decides: 2,000 patients before units that are always free, chi-square below its 0.999 quantile"
  )
  func equals() throws {
    var network = Self.parallelServers(.shortestLine, perHour: 1)
    network.runInDays = 0
    network.units[0].staffedBeds = 1
    network.pathways[0].steps[1].stay = .constant(0.001)
    network.pathways[0].steps[2].stay = .constant(0.001)
    network.inflows[0].process = .pulse(count: 2_000, fromHours: 0, spanHours: 4_000)
    network.measures = [DeclaredMeasure(id: "requests", quantity: .requests, unitKind: 0)]
    let count = try #require(
      Fixture.values("requests", Fixture.run(network, horizonDays: 180, seed: 9, replications: 1), network)
        .first)
    let statistic = (count - 1_000) * (count - 1_000) / 500
    #expect(statistic < 10.83, "\(count)")
  }

  @Test("A unit that the facility and its region do not have is gone to last")
  func missing() {
    #expect(fill(.shortestLine, 9, beds: [1]) == [9, 0])
  }
}
