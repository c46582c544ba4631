import CareModel
import RandomStreams
import Testing

@Suite("A daily census beside an observed one")
struct CensusTests {
  @Test("a moving mean has a number where its whole window lies in the span and has numbers")
  func smoothing() {
    let numbers: [Double?] = [1, 2, 6, 1, nil, 3, 3, 3, 9]
    let plain = Census(unitKinds: [0], fromDay: 1, untilDay: 5).smoothed(numbers)
    #expect(plain.map(\.day) == [1, 2, 3])
    #expect(plain.map(\.number) == [2, 6, 1])
    let smooth = Census(unitKinds: [0], fromDay: 0, smoothDays: 3).smoothed(numbers)
    #expect(smooth.map(\.day) == [1, 2, 6, 7])
    #expect(smooth.map(\.number) == [3, 3, 3, 5])
    #expect(Census(unitKinds: [0], fromDay: 8, smoothDays: 3).smoothed(numbers).isEmpty)
    #expect(Census(unitKinds: [0], untilDay: 40, smoothDays: 11).smoothed(numbers).isEmpty)
    #expect(Census(unitKinds: [0], fromDay: 40).smoothed(numbers).isEmpty)
  }

  /// Ten patients who come together at the end of day 0 and stay for two days.
  static func network(_ quantities: [DeclaredMeasure.Quantity]) -> CareNetwork {
    var network = Fixture.singleUnit(
      servers: 100, arrivalsPerHour: 0, stay: .constant(48), runInDays: 0,
      measures: quantities.enumerated().map { DeclaredMeasure(id: "m\($0)", quantity: $1) })
    network.inflows[0].process = .pulse(count: 10, fromHours: 24, spanHours: 0)
    return network
  }

  static func figures(_ quantities: [DeclaredMeasure.Quantity]) -> [Double?] {
    let network = network(quantities)
    let measures = MeasureList(network)
    let result = Fixture.run(network, horizonDays: 8, seed: 1, replications: 1)[0]
    return quantities.indices.map { index in
      measures.nationalIndex(of: "m\(index)").flatMap { result.values[$0] }
    }
  }

  /// Peak, its day, error and bias.
  static func all(_ census: Census) -> [Double?] {
    figures([
      .peakOccupied(census), .peakOccupiedDay(census), .occupiedError(census), .occupiedBias(census),
    ])
  }

  @Test("peak, its first day, mean absolute error and bias are those of the days by hand")
  func byHand() {
    // The census is 0, 10, 10, 0, …
    let observed: [Double?] = [nil, 4, 13, 2, 0, nil]
    let plain: [Double?] = [10, 1, 2.75, 0.25]
    #expect(Self.all(Census(unitKinds: [0], observed: observed)) == plain)
    let later: [Double?] = [10, 2, 2.5, -2.5]
    #expect(Self.all(Census(unitKinds: [0], fromDay: 2, untilDay: 4, observed: observed)) == later)
  }

  @Test("the quantile of a census is the number that so many of its days did not exceed, by hand")
  func quantiles() {
    // Of eight days two have 10, the others 0.
    let census = Census(unitKinds: [0])
    let figures = Self.figures([
      .occupiedQuantile(census, 0), .occupiedQuantile(census, 0.75), .occupiedQuantile(census, 0.76),
      .occupiedQuantile(census, 1), .occupiedQuantile(Census(unitKinds: [0], fromDay: 1, untilDay: 3), 0.1),
      .occupiedQuantile(Census(unitKinds: [0], fromDay: 8, untilDay: 12), 0.5),
    ])
    #expect(figures == [0, 0, 10, 10, 10, nil])
  }

  @Test("smoothed, both censuses are means over the window before they are compared")
  func smoothedByHand() {
    // Means over three days: 20/3 on days 1 and 2, observed 19/3 on day 2 and 5 on day 3.
    let observed: [Double?] = [nil, 4, 13, 2, 0, nil]
    let figures = Self.all(Census(unitKinds: [0], smoothDays: 3, observed: observed)).map { $0 ?? .nan }
    let wanted: [Double] = [20.0 / 3, 1, 1, -2.0 / 3]
    for (figure, wanted) in zip(figures, wanted) { #expect(abs(figure - wanted) < 1e-12) }
  }

  @Test("without a day to compare there is no figure")
  func nothingToCompare() {
    let unobserved = Census(unitKinds: [0], observed: [nil, nil])
    let beyond = Census(unitKinds: [0], fromDay: 8, untilDay: 12)
    let figures = Self.figures([
      .occupiedError(unobserved), .occupiedBias(unobserved), .peakOccupied(beyond), .peakOccupiedDay(beyond),
    ])
    #expect(figures.allSatisfy { $0 == nil })
  }
}
