import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("A stay that follows the state")
struct StayByStateTests {
  private static let faster = StateFactor(
    state: .waiting, unitKind: 0, points: [.init(state: 0, factor: 1), .init(state: 1, factor: 0.5)])

  /// Mean numbers in service and in line of one server that works at rate 1 for who begins with nobody waiting and at
  /// rate 2 for others, from the stationary distribution of the chain cut off at 60 present.
  private static func chain(perHour rate: Double) -> (occupied: Double, queue: Double) {
    let size = 61
    // 2 × present, and one more where the stay is a fast one.
    var now = Array(repeating: 0.0, count: 2 * size)
    now[0] = 1
    let most = rate + 2
    for _ in 0..<4_000 {
      var next = Array(repeating: 0.0, count: 2 * size)
      for state in now.indices where now[state] > 0 {
        let (present, isFast) = (state / 2, state % 2 == 1)
        let service = present == 0 ? 0 : isFast ? 2.0 : 1
        next[present + 1 < size ? state + 2 : state] += now[state] * rate / most
        // Of those left one begins, with two fewer in line.
        let after = present <= 1 ? 0 : 2 * (present - 1) + (present > 2 ? 1 : 0)
        next[after] += now[state] * service / most
        next[state] += now[state] * (2 - service) / most
      }
      now = next
    }
    var (occupied, queue) = (0.0, 0.0)
    for (state, mass) in now.enumerated() where state > 1 {
      occupied += mass
      queue += mass * Double(state / 2 - 1)
    }
    return (occupied, queue)
  }

  @Test(
    "A server twice as fast when others wait is its Markov chain, within 4 standard errors of 24 replications"
  )
  func markovChain() throws {
    var network = Fixture.singleUnit(
      servers: 1, arrivalsPerHour: 1.3, stay: .exponential(mean: 1), runInDays: 5,
      measures: [
        DeclaredMeasure(id: "occupied", quantity: .meanOccupied, unitKind: 0),
        DeclaredMeasure(id: "queue", quantity: .meanQueue, unitKind: 0),
      ])
    network.pathways[0].steps[0].stayByState = Self.faster
    let results = Fixture.run(network, horizonDays: 40, seed: 31, replications: 24)
    let exact = Self.chain(perHour: 1.3)
    for (id, exact) in [("occupied", exact.occupied), ("queue", exact.queue)] {
      let interval = try #require(StudentInterval.of(Fixture.values(id, results, network)))
      let z = (interval.estimate - exact) / interval.standardError
      #expect(abs(z) < 4, "\(id) \(interval.estimate), exactly \(exact), z \(z)")
    }
  }

  /// Stays of one place that patients come to at some hours, whose stays are 8 hours long before they are multiplied.
  private func stays(
    _ factor: StateFactor?, arrivals: [(Int, Double)], priorities: [Int] = [3],
    preemption: UnitKind.Preemption = .none
  ) -> [Double?] {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed", preemption: preemption)], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(8), stayByState: factor)],
      classes: priorities.enumerated().map { index, priority in
        PatientClass(id: "c\(index)", title: "C", pathway: 0, priority: priority)
      }, arrivals: arrivals,
      measures: priorities.indices.map { (index: Int) in
        DeclaredMeasure(id: "stay\(index)", quantity: .meanStayHours, unitKind: 0, classes: [index])
      })
    return priorities.indices.map { PlaceHoldingTests.figure("stay\($0)", network) }
  }

  @Test("The state is that of the moment a stay begins: who comes later changes nothing")
  func beginning() {
    #expect(stays(Self.faster, arrivals: [(0, 0), (0, 1)]) == [8])
    // The second begins while the third waits.
    #expect(stays(Self.faster, arrivals: [(0, 0), (0, 1), (0, 2)]) == [(8 + 4 + 8) / 3])
    let present = StateFactor(
      state: .present, unitKind: 0, points: [.init(state: 1, factor: 2), .init(state: 3, factor: 1)])
    // Alone 16; the second finds one in line and is one of two; then alone again.
    #expect(stays(present, arrivals: [(0, 0), (0, 1), (0, 2)]) == [(16 + 12 + 16) / 3])
  }

  @Test(
    "A stay that is broken off keeps its length, and is begun anew as the state then says",
    arguments: [false, true])
  func brokenOff(restarts: Bool) {
    // Pushed out at 2 by one who begins while they wait, with 4 hours; 6 are left of 8, or 8 anew.
    let found = stays(
      Self.faster, arrivals: [(0, 0), (1, 2)], priorities: [3, 0], preemption: restarts ? .restart : .resume)
    #expect(found == [restarts ? 10 : 8, 4])
  }

  @Test("A multiplier that is one everywhere changes no byte", arguments: 0..<4)
  func neutral(seed: Int) {
    let (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    func values(_ factor: StateFactor?) -> [[Double?]] {
      var network = network
      for step in network.pathways[0].steps.indices where network.pathways[0].steps[step].stay != nil {
        network.pathways[0].steps[step].stayByState = factor
      }
      return Fixture.run(
        network, scenario: scenario, horizonDays: 6, seed: 2, replications: 1, audits: true
      ).map(\.values)
    }
    let one = StateFactor(
      state: .present, unitKind: 3, place: .region,
      points: [.init(state: 0, factor: 1), .init(state: 3, factor: 1)])
    #expect(values(one) == values(nil))
  }
}
