import CareModel
import CarePolicies
import RandomStreams
import Testing

@Suite("Measures of a part of the run")
struct MeasureSpanTests {
  /// Figures of three patients: of class 0 at 0 h, at once until 10 h, of class 1 at 1 h, from 10 to 20 h, and of class 0
  /// at 2 h, from 20 to 30 h. The horizon is 72 h.
  private static func figures(
    from fromHours: Double, until untilHours: Double?, _ measures: [(DeclaredMeasure.Quantity, [Int])],
    facility: Int? = nil
  ) -> [Double?] {
    let network = TallyTests.network(
      measures.enumerated().map { index, measure in
        DeclaredMeasure(
          id: "m\(index)", quantity: measure.0, unitKind: 0, classes: measure.1, facility: facility,
          span: MeasureSpan(fromHours: fromHours, untilHours: untilHours))
      })
    let results = Fixture.run(network, horizonDays: 3, drainDays: 1, seed: 1, replications: 1, audits: true)
    return measures.indices.map { Fixture.values("m\($0)", results, network).first }
  }

  @Test("What ends between 5 and 25 h, and means over that time, are those by hand")
  func middle() {
    TallyTests.expectEqual(
      Self.figures(
        from: 5, until: 25,
        [
          (.requests, []), (.arrivals, []), (.waitedShare, []), (.meanWaitHours, []), (.meanWaitHours, [0]),
          (.waitedOverShare(hours: 9), []), (.meanStayHours, []), (.meanStayHours, [1]), (.exits, []),
          (.left(.home), []), (.left(.home), [0]), (.meanHoursInSystem, []), (.deaths, []),
          (.meanOccupied, []), (.meanOccupied, [1]), (.meanQueue, []), (.meanQueue, [0]),
          (.meanPresent, []), (.occupiedTimeShare(atLeast: nil), []), (.waitingTimeShare(atLeast: 2), []),
        ]),
      [0, 0, nil, 13.5, 18, 0.5, 10, 10, 2, 2, 1, 14.5, 0, 1, 0.5, 1, 0.75, 2, 1, 0.25])
    let quantiles = Self.figures(from: 5, until: 25, [(.waitQuantile(0.5), []), (.systemQuantile(1), [])])
    for (quantile, exact) in zip(quantiles, [9, 19.0]) {
      #expect(quantile.map { abs($0 - exact) <= exact / 64 } == true)
    }
  }

  @Test(
    "A part of the run includes its beginning and not its end, goes over midnight, and ends with the horizon")
  func edges() {
    let present: [(DeclaredMeasure.Quantity, [Int])] = [
      (.arrivals, []), (.meanPresent, []), (.meanOccupied, []),
    ]
    TallyTests.expectEqual(Self.figures(from: 1, until: 2, present), [1, 2, 1])
    TallyTests.expectEqual(Self.figures(from: 0, until: 1, present), [1, 1, 1])
    TallyTests.expectEqual(Self.figures(from: 20, until: 50, present), [0, 10 / 30.0, 10 / 30.0])
    TallyTests.expectEqual(Self.figures(from: 24, until: 48, present), [0, 0.25, 0.25])
    TallyTests.expectEqual(Self.figures(from: 0, until: 72, present), [3, 57 / 72.0, 30 / 72.0])
    TallyTests.expectEqual(Self.figures(from: 22, until: nil, present), [0, 8 / 50.0, 8 / 50.0])
    TallyTests.expectEqual(Self.figures(from: 5, until: 73, present), [nil, nil, nil])
    TallyTests.expectEqual(Self.figures(from: 72, until: nil, present), [nil, nil, nil])
    for facility in [0, nil] {
      TallyTests.expectEqual(
        Self.figures(from: 5, until: 26, [(.meanOccupied, []), (.meanQueue, [])], facility: facility),
        [1, 20 / 21.0])
    }
  }

  @Test(
    "Utilisation is of the places that are open: one of two is in use from 8 to 18 h, and both close at 16 h")
  func utilisation() {
    let spans: [MeasureSpan?] = [
      nil, MeasureSpan(fromHours: 8, untilHours: 16), MeasureSpan(fromHours: 12, untilHours: 20),
      MeasureSpan(fromHours: 16, untilHours: 24), MeasureSpan(fromHours: 20),
    ]
    let used: [Double?] = [10 / 32.0, 8 / 16.0, 6 / 8.0, nil, 0]
    let open: [Double?] = [32 / 48.0, 2, 1, 0, 16 / 28.0]
    for facility in [nil, 0] {
      for (quantity, wanted) in [(DeclaredMeasure.Quantity.utilisation, used), (.meanOpenPlaces, open)] {
        var network = PlaceHoldingTests.network(
          kinds: [UnitKind(id: "unit", title: "unit", calendar: 0)], beds: [2],
          steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
          classes: [PatientClass(id: "a", title: "A", pathway: 0)], arrivals: [(0, 8)],
          measures: spans.enumerated().map {
            DeclaredMeasure(
              id: "m\($0)", quantity: quantity, unitKind: 0, facility: facility, span: $1)
          })
        network.calendars = [
          OpeningCalendar(
            id: "day",
            intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 480, untilMinute: 960)], otherwiseShare: 0
          )
        ]
        let results = Fixture.run(network, horizonDays: 2, seed: 1, replications: 1, audits: true)
        TallyTests.expectEqual(
          spans.indices.map { Fixture.values("m\($0)", results, network).first }, wanted)
      }
    }
  }

  @Test(
    "The parts of the run of a random network, or its days and nights, add up to the whole, by class, facility and region",
    arguments: zip([3, 14, 15, 92, 65, 35], [false, true, false, true, false, true]))
  func parts(seed: Int, areDaysAndNights: Bool) {
    var (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    let parts = areDaysAndNights ? Self.daysAndNights(&network) : Self.stretches
    var wholes: [DeclaredMeasure] = []
    func add(
      _ quantity: DeclaredMeasure.Quantity, _ kind: Int? = nil, classes: [Int] = [], region: Int? = nil,
      facility: Int? = nil
    ) {
      wholes.append(
        DeclaredMeasure(
          id: "m\(wholes.count)", quantity: quantity, unitKind: kind, classes: classes, region: region,
          facility: facility))
    }
    let ofTime = network.units.indices.map { unit in
      let (kind, facility) = (network.units[unit].kind, network.units[unit].facility)
      for quantity: DeclaredMeasure.Quantity in [
        .meanOccupied, .meanQueue, .meanBlocked, .occupiedTimeShare(atLeast: 2),
        .waitingTimeShare(atLeast: 1),
      ] { add(quantity, kind, facility: facility) }
      for quantity: DeclaredMeasure.Quantity in [.meanOccupied, .meanQueue] {
        add(quantity, kind, classes: [0], facility: facility)
      }
      return unit
    }
    #expect(!ofTime.isEmpty)
    for kind in network.unitKinds.indices {
      add(.meanOccupied, kind)
      add(.meanQueue, kind, classes: [0, 1])
      add(.meanOccupied, kind, classes: [0], region: 0)
      add(.occupiedTimeShare(atLeast: nil), kind)
      add(.meanOpenPlaces, kind, region: 0)
    }
    add(.meanPresent)
    let meanCount = wholes.count
    for kind in network.unitKinds.indices {
      add(.requests, kind)
      add(.exits, kind, classes: [1])
      add(.refused, kind, region: 0)
    }
    for unit in network.units {
      add(.requests, unit.kind, facility: unit.facility)
      add(.exits, unit.kind, classes: [0], facility: unit.facility)
    }
    for quantity: DeclaredMeasure.Quantity in [.arrivals, .deaths, .left(.home), .transfers] { add(quantity) }

    network.measures = wholes
    for (index, part) in parts.enumerated() {
      network.measures += wholes.map { whole in
        var measure = whole
        measure.id += "_\(index)"
        measure.span = part.span
        return measure
      }
    }
    // The hours of a calendar are those to the horizon.
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 5, drainDays: areDaysAndNights ? 0 : 1, seed: UInt64(seed),
      replications: 1,
      policies: RandomNetwork.allPolicies(network), audits: true)
    for (index, whole) in wholes.enumerated() {
      let value = Fixture.values(whole.id, results, network).first
      let figures = parts.indices.map { Fixture.values("\(whole.id)_\($0)", results, network).first }
      guard let value else {
        #expect(figures.allSatisfy { $0 == nil })
        continue
      }
      var sum = 0.0
      for (part, figure) in zip(parts, figures) {
        sum += (figure ?? .nan) * (index < meanCount ? part.hours / 120 : 1)
      }
      #expect(abs(sum - value) <= 1e-9 * max(1, value), "\(whole.quantity): \(value), \(figures)")
    }
  }

  /// Stretches of five days.
  private static let stretches: [(span: MeasureSpan, hours: Double)] = {
    let edges = [0, 31.25, 48, 100, 120]
    return zip(edges, edges.dropFirst()).map { from, until in
      (MeasureSpan(fromHours: from, untilHours: until == 120 ? nil : until), until - from)
    }
  }()

  /// The hours of five days that are in a calendar from 06:30 to 18:15, and those that are not.
  private static func daysAndNights(_ network: inout CareNetwork) -> [(span: MeasureSpan, hours: Double)] {
    [1.0, 0].map { share in
      network.calendars.append(
        OpeningCalendar(
          id: "c\(network.calendars.count)",
          intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 390, untilMinute: 1_095, share: share)],
          otherwiseShare: 1 - share))
      return (
        MeasureSpan(fromHours: 0, calendar: network.calendars.count - 1), 5 * (share == 1 ? 11.75 : 12.25)
      )
    }
  }

  @Test("What happens from 8 to 12 on each of three days, and means over those hours, are those by hand")
  func during() {
    // In place from 0 to 30 h; two wait from 8 to 10, and one from 10 to 12. The stay of 10 h ends then, those of 20 and 30
    // do not.
    func figures(
      from: Double = 0, until: Double? = nil, _ quantities: [DeclaredMeasure.Quantity]
    ) -> [Double?] {
      var network = TallyTests.network(
        quantities.enumerated().map {
          DeclaredMeasure(
            id: "m\($0)", quantity: $1, unitKind: 0,
            span: MeasureSpan(fromHours: from, untilHours: until, calendar: 0))
        })
      network.calendars = [
        OpeningCalendar(
          id: "rounds", intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 480, untilMinute: 720)],
          otherwiseShare: 0)
      ]
      let results = Fixture.run(network, horizonDays: 3, drainDays: 1, seed: 1, replications: 1, audits: true)
      return quantities.indices.map { Fixture.values("m\($0)", results, network).first }
    }
    TallyTests.expectEqual(
      figures([.meanOccupied, .meanQueue, .exits, .meanStayHours, .meanWaitHours, .arrivals, .utilisation]),
      [4 / 12.0, 6 / 12.0, 1, 10, 9, 0, 4 / 12.0])
    TallyTests.expectEqual(figures(from: 9, until: 11, [.meanOccupied, .meanQueue, .exits]), [1, 1.5, 1])
    TallyTests.expectEqual(figures(from: 10.5, until: 33, [.meanOccupied, .exits]), [1.5 / 2.5, 0])
    // Between two rounds there is nothing to divide by.
    TallyTests.expectEqual(
      figures(from: 13, until: 31, [.meanOccupied, .exits, .meanStayHours]), [nil, 0, nil])
  }
}
