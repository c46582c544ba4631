import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

@Suite("Measures of the unit of one facility, and standard deviations over patients")
struct FacilityMeasureTests {
  /// Hospital a with one place and b with two. Stays of ten hours; at a three patients come at 0, 1 and 2 h, of classes 0,
  /// 1 and 0, at b two, at 0 and 6 h, of classes 0 and 1.
  private static func network(_ measures: [DeclaredMeasure], helps: Bool = false) -> CareNetwork {
    let arrivals = [(0, 0, 0.0), (1, 0, 1), (0, 0, 2), (0, 1, 0), (1, 1, 6)]
    return CareNetwork(
      id: "two", title: "Two",
      unitKinds: [UnitKind(id: "unit", title: "unit", helpWithinRegion: helps, needsTransport: false)],
      regions: [Region(id: "1", name: "One")],
      facilities: [
        Facility(id: "a", name: "A", region: 0, latitude: 59, longitude: 15),
        Facility(id: "b", name: "B", region: 0, latitude: 59.1, longitude: 15),
      ],
      units: [
        CareUnit(facility: 0, kind: 0, staffedBeds: 1), CareUnit(facility: 1, kind: 0, staffedBeds: 2),
      ],
      classes: ["p", "q"].map { PatientClass(id: $0, title: $0, pathway: 0) },
      pathways: [Pathway(id: "p", steps: [Step(id: "s", unitKind: 0, stay: .constant(10))])],
      inflows: arrivals.enumerated().map { index, arrival in
        Inflow(
          id: "i\(index)", classes: [(patientClass: arrival.0, share: 1)], ratePerDay: .fixed(0),
          process: .pulse(count: 1, fromHours: arrival.2, spanHours: 0), facilities: [arrival.1])
      }, measures: measures)
  }

  private static func figures(
    _ measures: [(DeclaredMeasure.Quantity, [Int], Int?)], helps: Bool = false
  ) -> [Double?] {
    let network = network(
      measures.enumerated().map {
        DeclaredMeasure(
          id: "m\($0)", quantity: $1.0, unitKind: 0, classes: $1.1, facility: $1.2)
      }, helps: helps)
    let results = Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true)
    return measures.indices.map { Fixture.values("m\($0)", results, network).first }
  }

  @Test("Waits, stays, requests and exits of two hospitals are told apart, also by class, by hand")
  func byHand() {
    // At a waits of 0, 9 and 18 h; at b none.
    TallyTests.expectEqual(
      Self.figures([
        (.requests, [], 0), (.requests, [], 1), (.requests, [0], 0), (.requests, [], nil),
        (.meanWaitHours, [], 0), (.meanWaitHours, [], 1), (.meanWaitHours, [1], 0), (.meanWaitHours, [], nil),
        (.waitedShare, [], 0), (.waitedShare, [], 1), (.waitedOverShare(hours: 9), [], 0),
        (.waitedOverShare(hours: 0), [], 1), (.meanStayHours, [], 1), (.exits, [], 0), (.exits, [1], 1),
        (.gaveUpShare, [], 0), (.refused, [], 1), (.refusedShare, [], 1),
        (.meanOccupied, [0], 0), (.meanOccupied, [1], 0), (.meanOccupied, [0], 1), (.meanOccupied, [0], nil),
        (.meanQueue, [0], 0), (.meanQueue, [1], 0), (.meanQueue, [1], 1), (.utilisation, [0], 1),
        (.occupiedAt(hours: 8), [], 1), (.occupiedAt(hours: 8), [0], 1), (.waitingAt(hours: 8), [], 0),
        (.waitingAt(hours: 8), [1], 0), (.waitingAt(hours: 8), [1], 1), (.placeDaysClosedForStaff, [], 1),
      ]),
      [
        3, 2, 2, 5, 9, 0, 9, 27 / 5.0, 2 / 3.0, 0, 1 / 3.0, 0, 10, 3, 1, 0, 0, 0,
        20 / 72.0, 10 / 72.0, 10 / 72.0, 30 / 72.0, 18 / 72.0, 9 / 72.0, 0, 5 / 72.0, 2, 1, 2, 1, 0, 0,
      ])
    let quantiles = Self.figures([
      (.waitQuantile(0.5), [], 0), (.waitQuantile(1), [], 1), (.stayQuantile(0.5), [], 1),
    ])
    for (figure, exact) in zip(quantiles, [9, 0, 10.0]) {
      #expect(figure.map { abs($0 - exact) <= exact / 64 } == true)
    }
  }

  @Test("Who is helped elsewhere asked at the one hospital, and waited and stayed at the other")
  func helped() {
    // The second at a is given a place at b at once; the third waits there, as the second at b does, or at a.
    TallyTests.expectEqual(
      Self.figures(
        [
          (.requests, [], 0), (.requests, [], 1), (.exits, [], 0), (.exits, [], 1),
          (.meanWaitHours, [], 0), (.meanWaitHours, [], 1),
        ], helps: true),
      // At 10 h a and b have a place each: for the third of a, and for the second of b.
      [3, 2, 2, 3, 4, 4 / 3.0])
  }

  @Test("Standard deviations are those of a few patients by hand, by class and facility")
  func deviations() {
    TallyTests.expectEqual(
      Self.figures([
        (.waitDeviation, [], 0), (.waitDeviation, [0], 0), (.waitDeviation, [1], 0), (.waitDeviation, [], 1),
        (.waitDeviation, [], nil), (.stayDeviation, [], 0), (.systemDeviation, [], nil),
        (.systemDeviation, [0], nil),
      ]),
      // Waits of 0, 9 and 18; of class 0 0 and 18, with one of 0 at b.
      [
        9, 162.0.squareRoot(), nil, 0, (259.2 / 4).squareRoot(), 0, (259.2 / 4).squareRoot(),
        108.0.squareRoot(),
      ])
  }

  @Test("The deviation of exponential stays is their mean: 4,000 stays, a standard error of 2 %")
  func exponential() throws {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [5_000],
      steps: [
        Step(id: "s", unitKind: 0, stay: .exponential(mean: 5)),
        Step(id: "t", unitKind: 0, stay: .constant(1)),
      ],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [],
      measures: [
        DeclaredMeasure(id: "sd", quantity: .stayDeviation, unitKind: 0, step: "s"),
        DeclaredMeasure(id: "to", quantity: .toStepDeviation, unitKind: 0, step: "t"),
        DeclaredMeasure(id: "mean", quantity: .meanStayHours, unitKind: 0, step: "s"),
      ])
    network.pathways[0].steps[0].next = [Branch(to: .step(1))]
    network.inflows = [
      Inflow(
        id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(0),
        process: .pulse(count: 4_000, fromHours: 0, spanHours: 10))
    ]
    let results = Fixture.run(network, horizonDays: 20, seed: 1, replications: 1)
    let figures = try ["sd", "to", "mean"].map { try #require(Fixture.values($0, results, network).first) }
    // The variance of a sample variance of n exponentials is (9 - 1) / n: of the deviation half of it, in units of the mean.
    for figure in figures { #expect(abs(figure - 5) <= 3 * 5 * (2.0 / 4_000).squareRoot()) }
    // The second step begins when the first ends.
    #expect(abs(figures[0] - figures[1]) < 1e-9)
  }

  @Test(
    "The hospitals of a random network make its requests, waits, stays and exits together",
    arguments: [14, 92, 35])
  func random(seed: Int) {
    var (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    network.measures = []
    var wholes: [(id: String, parts: [String])] = []
    let quantities: [DeclaredMeasure.Quantity] = [
      .requests, .refused, .exits, .occupiedAt(hours: 60), .waitingAt(hours: 60), .placeDaysClosedForStaff,
      .meanOccupied, .meanQueue,
    ]
    for kind in network.unitKinds.indices {
      for quantity in quantities {
        for classes in [[], [1, 2]] {
          func add(_ facility: Int?) -> String {
            let id = "m\(network.measures.count)"
            network.measures.append(
              DeclaredMeasure(
                id: id, quantity: quantity, unitKind: kind, classes: classes, facility: facility))
            return id
          }
          let whole = add(nil)
          // One may ask for a unit at a hospital that has none.
          wholes.append((whole, network.facilities.indices.map { add($0) }))
        }
      }
    }
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 5, drainDays: 1, seed: UInt64(seed), replications: 1,
      policies: RandomNetwork.allPolicies(network), audits: true)
    var largest = 0.0
    for whole in wholes {
      let value = Fixture.values(whole.id, results, network).first ?? .nan
      let sum = whole.parts.reduce(0) { $0 + (Fixture.values($1, results, network).first ?? .nan) }
      largest = max(largest, value)
      #expect(abs(sum - value) <= 1e-9 * max(1, value), "\(network.measures[Int(whole.id.dropFirst()) ?? 0])")
    }
    #expect(largest > 10)
  }
}
