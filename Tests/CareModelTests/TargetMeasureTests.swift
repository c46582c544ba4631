import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

@Suite("Measures of targets: time in the network, and from arrival to a step")
struct TargetMeasureTests {
  /// Three patients of one place: at 0 h, until 10 h, at 1 h, from 10 to 20 h, and at 2 h, from 20 to 30 h; the second is
  /// of class 1.
  private static func figures(
    _ measures: [(quantity: DeclaredMeasure.Quantity, classes: [Int])], span: MeasureSpan? = nil
  ) -> [Double?] {
    let network = TallyTests.network(
      measures.enumerated().map { index, measure in
        DeclaredMeasure(
          id: "m\(index)", quantity: measure.quantity, unitKind: 0, classes: measure.classes, step: "s",
          span: span)
      })
    let results = Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true)
    return measures.indices.map { Fixture.values("m\($0)", results, network).first }
  }

  @Test("They are those of three patients by hand, of a part of the run too")
  func byHand() {
    TallyTests.expectEqual(
      Self.figures([
        (.meanHoursToStep, []), (.meanHoursToStep, [1]), (.toStepOverShare(hours: 9), []),
        (.toStepOverShare(hours: 8.9), []), (.inSystemOverShare(hours: 15), []),
        (.inSystemOverShare(hours: 15), [0]), (.inSystemOverShare(hours: 28), []),
      ]), [9, 9, 1 / 3.0, 2 / 3.0, 2 / 3.0, 0.5, 0])
    TallyTests.expectEqual(
      Self.figures(
        [(.meanHoursToStep, []), (.toStepOverShare(hours: 9), []), (.inSystemOverShare(hours: 15), [])],
        span: MeasureSpan(fromHours: 5, untilHours: 25)), [13.5, 0.5, 0.5])
    let quantiles = Self.figures([(.toStepQuantile(0.5), []), (.toStepQuantile(1), [])])
    for (quantile, exact) in zip(quantiles, [9, 18.0]) {
      #expect(quantile.map { abs($0 - exact) <= exact / 64 } == true)
    }
  }

  @Test(
    "In M/M/1 the time in the network is exponential: 1 − e^(−(μ − λ) t) are out within t, |z| < 4.5 with 40 replications"
  )
  func sojourn() throws {
    var network = Fixture.singleUnit(
      servers: 1, arrivalsPerHour: 0.7, stay: .exponential(mean: 1), runInDays: 20,
      measures: [
        DeclaredMeasure(id: "over", quantity: .inSystemOverShare(hours: 4)),
        DeclaredMeasure(id: "late", quantity: .toStepOverShare(hours: 4), unitKind: 0),
      ])
    network.measures[1].step = network.pathways[0].steps[0].id
    let results = Fixture.run(network, horizonDays: 100, drainDays: 5, seed: 8, replications: 40)
    for (id, exact) in [("over", PortableMath.exp(-1.2)), ("late", 0.7 * PortableMath.exp(-1.2))] {
      let interval = try #require(StudentInterval.of(Fixture.values(id, results, network)))
      #expect(
        abs(interval.estimate - exact) < 4.5 * interval.standardError,
        "\(id) \(interval.estimate) ± \(interval.standardError), \(exact)")
    }
  }

  @Test("Who comes at the instant at which a stay ends finds the place free", arguments: [true, false])
  func slots(isRefused: Bool) {
    // One place, stays of half an hour, and somebody every half an hour.
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit", whenFull: isRefused ? .refuse : .queue)], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(0.5))],
      classes: [PatientClass(id: "a", title: "A", pathway: 0)],
      arrivals: (0..<8).map { (0, 8 + Double($0) / 2) },
      measures: [
        DeclaredMeasure(id: "refused", quantity: .refused, unitKind: 0),
        DeclaredMeasure(id: "waited", quantity: .waitedShare, unitKind: 0),
      ])
    #expect(PlaceHoldingTests.figure("refused", network) == 0)
    #expect(PlaceHoldingTests.figure("waited", network) == 0)
  }
}
