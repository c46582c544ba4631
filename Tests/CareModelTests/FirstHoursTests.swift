import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("Hours until a unit is full, has so many in it, or so many who wait, for the first time or the last")
struct FirstHoursTests {
  private static let quantities: [DeclaredMeasure.Quantity] = [
    .firstOccupiedHours(atLeast: nil), .firstOccupiedHours(atLeast: 1), .firstOccupiedHours(atLeast: 3),
    .firstWaitingHours(atLeast: 1), .firstWaitingHours(atLeast: 2), .lastOccupiedHours(atLeast: nil),
    .lastOccupiedHours(atLeast: 1), .lastOccupiedHours(atLeast: 3),
  ]

  private static func measures(facility: Int? = nil) -> [DeclaredMeasure] {
    quantities.enumerated().map {
      DeclaredMeasure(id: "m\($0)", quantity: $1, unitKind: 0, facility: facility)
    }
  }

  private static func hours(_ network: CareNetwork) -> [Double?] {
    let results = Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true)
    return quantities.indices.map { Fixture.values("m\($0)", results, network).first }
  }

  @Test("They are those of some patients by hand, and none where it never is so")
  func byHand() {
    func network(_ arrivals: [(Int, Double)]) -> CareNetwork {
      PlaceHoldingTests.network(
        kinds: [UnitKind(id: "unit", title: "unit")], beds: [2],
        steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
        classes: [PatientClass(id: "a", title: "A", pathway: 0)], arrivals: arrivals,
        measures: Self.measures())
    }
    #expect(Self.hours(network([(0, 1), (0, 4), (0, 9), (0, 10.5)])) == [4, 1, nil, 9, 10.5, 21, 24, nil])
    // Who gets at once the place that another leaves at the same instant waits for no time.
    #expect(Self.hours(network([(0, 1), (0, 4), (0, 11)])) == [4, 1, nil, nil, nil, 14, 21, nil])
  }

  /// From k in it to k + 1 it takes m(k) = 1 / λ + k μ m(k − 1) / λ hours on average.
  @Test(
    "M/M/3 from empty is full, and has a queue, after the times of birth and death, within 4.5 standard errors"
  )
  func birthAndDeath() throws {
    var network = Fixture.singleUnit(
      servers: 3, arrivalsPerHour: 2, stay: .exponential(mean: 1), runInDays: 0, measures: Self.measures())
    var step = 0.0
    var times = [0.0]
    for k in 0..<5 {
      step = (1 + min(Double(k), 3) * step) / 2
      times.append(times[k] + step)
    }
    let results = Fixture.run(network, horizonDays: 4, seed: 3, replications: 500)
    for (id, exact) in [
      ("m0", times[3]), ("m1", times[1]), ("m2", times[3]), ("m3", times[4]), ("m4", times[5]),
    ] {
      let values = Fixture.values(id, results, network)
      #expect(values.count == 500)
      let interval = try #require(StudentInterval.of(values))
      #expect(
        abs(interval.estimate - exact) < 4.5 * interval.standardError, "\(id) \(interval.estimate), \(exact)")
    }
    // Full already on day 0.
    network.runInDays = 5
    network.inflows[0].ratePerDay = .fixed(120)
    #expect(Self.hours(network)[0] == 0)
    // Where it never ends, the horizon.
    #expect(Self.hours(network)[6] == 72)
  }
}
