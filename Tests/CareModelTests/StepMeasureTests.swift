import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("Measures of one step")
struct StepMeasureTests {
  private static let steps = [
    Step(id: "first", unitKind: 0, stay: .constant(2), givesUpPlace: true, next: [Branch(to: .step(1))]),
    Step(id: "laboratory", stay: .constant(1), next: [Branch(to: .step(2))]),
    Step(id: "again", unitKind: 0, stay: .constant(3)),
  ]

  @Test("Waits and stays of two visits to one physician are told apart, and make those of the unit together")
  func twoVisits() {
    let quantities: [DeclaredMeasure.Quantity] = [
      .meanWaitHours, .requests, .meanStayHours, .waitedShare, .waitedOverShare(hours: 1), .waitQuantile(0.9),
      .stayQuantile(0.5), .refused, .gaveUpShare,
    ]
    let measures = ["first", "again", nil].enumerated().flatMap { place, step in
      quantities.enumerated().map { index, quantity in
        DeclaredMeasure(id: "m\(place)_\(index)", quantity: quantity, unitKind: 0, step: step)
      }
    }
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "physician", title: "physician")], beds: [1], steps: Self.steps,
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 0), (0, 0.5), (0, 0.75)],
      measures: measures)
    let results = Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true)
    func figures(_ place: Int) -> [Double] {
      quantities.indices.map { Fixture.values("m\(place)_\($0)", results, network).first ?? .nan }
    }
    // First visits from 0, 2 and 4; second ones, asked for at 3, 5 and 7, from 6, 9 and 12.
    let wanted: [[Double]] = [
      [4.75 / 3, 3, 2, 2.0 / 3, 2.0 / 3, 3.25, 2, 0, 0], [4, 3, 3, 1, 1, 5, 3, 0, 0],
      [16.75 / 6, 6, 2.5, 5.0 / 6, 5.0 / 6, 5, 2, 0, 0],
    ]
    for (place, row) in wanted.enumerated() {
      for (figure, wanted) in zip(figures(place), row) {
        // Quantiles are within their bins.
        #expect(abs(figure - wanted) <= 0.016 * wanted + 1e-9, "\(place): \(figure), \(wanted)")
      }
    }
  }

  @Test("Patience, refusal and worsening count for the step at which they happen")
  func ends() {
    var steps = Self.steps
    steps[2].whenFull = .refuse
    steps[0].patience = .constant(1.75)
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "physician", title: "physician")], beds: [1], steps: steps,
      classes: [
        PatientClass(id: "p", title: "P", pathway: 0), PatientClass(id: "q", title: "Q", pathway: 0),
      ], arrivals: [(0, 0), (0, 0.5), (0, 0.75)],
      measures: [
        DeclaredMeasure(id: "refused_first", quantity: .refused, unitKind: 0, step: "first"),
        DeclaredMeasure(id: "refused_again", quantity: .refused, unitKind: 0, step: "again"),
        DeclaredMeasure(id: "gave_up_first", quantity: .gaveUpShare, unitKind: 0, step: "first"),
        DeclaredMeasure(id: "gave_up_again", quantity: .gaveUpShare, unitKind: 0, step: "again"),
        DeclaredMeasure(id: "asked_p", quantity: .requests, unitKind: 0, classes: [0], step: "first"),
        DeclaredMeasure(id: "asked_q", quantity: .requests, unitKind: 0, classes: [1], step: "first"),
      ])
    func figures() -> [Double?] {
      let results = Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true)
      return network.measures.map { Fixture.values($0.id, results, network).first }
    }
    // The third gives up at 2.5; the first comes back at 3 while the second is in, who comes back at 5 to nobody.
    #expect(figures() == [0, 1, 1.0 / 3, 0, 3, 0])
    // Whoever waits an hour is of the other class from then on: the second and the third.
    network.classes[0].worsening = Worsening(after: .constant(1), patientClass: 1)
    #expect(figures() == [0, 1, 1.0 / 3, 0, 1, 2])
  }
}
