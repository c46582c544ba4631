import CareModel
import RandomStreams
import Testing

@Suite("Impatience, pre-emption and arrivals by day agree with theory")
struct WaitingTheoryTests {
  @Test("M/M/3+M loses as Erlang A says, within 4.5 standard errors")
  func impatience() throws {
    let (arrivals, servers, patience) = (4.0, 3, 0.5)
    var network = Fixture.singleUnit(
      servers: servers, arrivalsPerHour: arrivals, stay: .exponential(mean: 1), runInDays: 5,
      measures: [
        DeclaredMeasure(id: "gave_up", quantity: .gaveUpShare, unitKind: 0),
        DeclaredMeasure(id: "queue", quantity: .meanQueue, unitKind: 0),
      ])
    network.pathways[0].steps[0].patience = .exponential(mean: patience)
    // Birth and death: up at λ, down at min(n, c) + (n − c)⁺ / patience.
    var weights = [1.0]
    for n in 1...200 {
      let down = Double(min(n, servers)) + Double(max(0, n - servers)) / patience
      weights.append(weights[n - 1] * arrivals / down)
    }
    let total = weights.reduce(0, +)
    let queue =
      weights.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - servers)) * $1.element } / total
    try Fixture.check(
      network, days: 40, seed: 4, [("gave_up", queue / patience / arrivals), ("queue", queue)])
  }

  @Test("M/M/1 with pre-emption that resumes: both classes' time in system, within 4.5 standard errors")
  func preemption() throws {
    var network = Fixture.singleUnit(
      servers: 1, arrivalsPerHour: 0.7, stay: .exponential(mean: 1), runInDays: 10,
      measures: [
        DeclaredMeasure(id: "first", quantity: .meanHoursInSystem, classes: [0]),
        DeclaredMeasure(id: "second", quantity: .meanHoursInSystem, classes: [1]),
      ])
    network.unitKinds[0].preemption = .resume
    network.classes = [
      PatientClass(id: "first", title: "First", pathway: 0, priority: 0),
      PatientClass(id: "second", title: "Second", pathway: 0, priority: 1),
    ]
    network.inflows[0].classes = [(patientClass: 0, share: 3.0 / 7), (patientClass: 1, share: 4.0 / 7)]
    // T1 = 1 / (1 − ρ1); T2 = 1 / ((1 − ρ1) (1 − ρ1 − ρ2)).
    try Fixture.check(
      network, days: 120, seed: 6, [("first", 1 / 0.7), ("second", 1 / (0.7 * 0.3))])
  }

  @Test("Expected numbers by day are the means of the arrivals; observed ones are the arrivals")
  func byDay() throws {
    func network(_ process: Inflow.Process) -> CareNetwork {
      var network = Fixture.singleUnit(
        servers: 1_000, arrivalsPerHour: 0, stay: .constant(1), runInDays: 3,
        measures: [
          DeclaredMeasure(id: "early", quantity: .arrivals, span: MeasureSpan(fromHours: 0, untilHours: 12)),
          DeclaredMeasure(id: "first", quantity: .arrivals, span: MeasureSpan(fromHours: 0, untilHours: 24)),
          DeclaredMeasure(id: "third", quantity: .arrivals, span: MeasureSpan(fromHours: 48, untilHours: 72)),
          DeclaredMeasure(id: "all", quantity: .arrivals),
        ])
      network.inflows[0].process = process
      return network
    }
    try Fixture.check(
      network(.expectedByDay([30, 0, 12.5])), days: 6, seed: 8,
      [("early", 15), ("first", 30), ("third", 12.5), ("all", 42.5)])
    let observed = network(.observedByDay([30, 0, 12]))
    let results = Fixture.run(observed, horizonDays: 6, seed: 8, replications: 16, audits: true)
    #expect(Fixture.values("first", results, observed) == Array(repeating: 30, count: 16))
    #expect(Fixture.values("third", results, observed) == Array(repeating: 12, count: 16))
    let early = Fixture.values("early", results, observed).reduce(0, +) / 16
    // Binomial: 30 of share 1/2, standard error over 16 runs √(7.5 / 16) = 0.68.
    #expect(abs(early - 15) < 3)
  }
}
