import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

@Suite("Measures by class, by facility, by way out, and at a time")
struct TallyTests {
  static func network(_ measures: [DeclaredMeasure]) -> CareNetwork {
    // One place, stays of ten hours; class 0 comes at 0 and 2 h, class 1 at 1 h and is served before the second.
    PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: [
        PatientClass(id: "a", title: "A", pathway: 0), PatientClass(id: "b", title: "B", pathway: 0),
      ], arrivals: [(0, 0), (1, 1), (0, 2)], measures: measures)
  }

  private static func figures(_ measures: [(DeclaredMeasure.Quantity, [Int])]) -> [Double?] {
    let network = network(
      measures.enumerated().map { index, measure in
        DeclaredMeasure(id: "m\(index)", quantity: measure.0, unitKind: 0, classes: measure.1)
      })
    let results = Fixture.run(network, horizonDays: 3, seed: 1, replications: 1, audits: true)
    return measures.indices.map { Fixture.values("m\($0)", results, network).first }
  }

  static func expectEqual(_ figures: [Double?], _ wanted: [Double?]) {
    #expect(figures.count == wanted.count)
    for (index, (figure, wanted)) in zip(figures, wanted).enumerated() {
      switch (figure, wanted) {
      case (let figure?, let wanted?): #expect(abs(figure - wanted) < 1e-9, "\(index): \(figure)")
      default: #expect(figure == nil && wanted == nil, "\(index)")
      }
    }
  }

  @Test("Means over time by class are those of three patients by hand, and add up to all")
  func means() {
    // Waits of 0, 9 and 18 h, three stays of 10 h, in 72 h.
    Self.expectEqual(
      Self.figures([
        (.meanOccupied, []), (.meanOccupied, [0]), (.meanOccupied, [1]), (.meanOccupied, [0, 1]),
        (.meanQueue, []), (.meanQueue, [0]), (.meanQueue, [1]),
        (.meanPresent, []), (.meanPresent, [0]), (.meanPresent, [1]),
      ]),
      [30, 20, 10, 30, 27, 18, 9, 57, 38, 19].map { $0 / 72 })
  }

  @Test("Numbers at a time, waits beyond a limit, ways out and first days are those by hand")
  func others() {
    Self.expectEqual(
      Self.figures([
        (.occupiedAt(hours: 15), [0]), (.occupiedAt(hours: 15), [1]), (.waitingAt(hours: 5), []),
        (.waitingAt(hours: 5), [1]), (.presentAt(hours: 5), []), (.presentAt(hours: 25), []),
        (.presentAt(hours: 31), []),
        (.waitedOverShare(hours: 9), []), (.waitedOverShare(hours: 8.5), []),
        (.waitedOverShare(hours: 8.5), [0]),
        (.left(.home), []), (.left(.home), [1]), (.left(.refused), []),
        (.firstDayWaiting(atLeast: 1), []), (.firstDayWaiting(atLeast: 2), []),
        // The run ends after 72 hours.
        (.presentAt(hours: 72), []), (.presentAt(hours: 73), []), (.deathsAt(hours: 72), []),
        (.deathsAt(hours: 720), []),
      ]),
      [0, 1, 2, 1, 3, 1, 0, 1 / 3.0, 2 / 3.0, 1 / 2.0, 3, 1, 0, 0, nil, 0, nil, 0, nil])
  }

  @Test(
    "Quantiles of waits, stays and time in the network are those by hand to 1/64, exactly 0 for who did not wait"
  )
  func quantiles() {
    // Waits of 0, 9 and 18 h; of class 0 those of 0 and 18 h.
    let measures: [(DeclaredMeasure.Quantity, [Int], Double?)] = [
      (.waitQuantile(0.3), [], 0), (.waitQuantile(0.5), [], 9), (.waitQuantile(1), [], 18),
      (.waitQuantile(0.5), [0], 0), (.waitQuantile(0.6), [0], 18), (.waitQuantile(0.5), [1], 9),
      (.stayQuantile(0.9), [], 10), (.systemQuantile(0), [], 10), (.systemQuantile(0.5), [], 19),
      (.systemQuantile(0.9), [0], 28), (.vehicleWaitQuantile(0.5), [], nil),
    ]
    let figures = Self.figures(measures.map { ($0.0, $0.1) })
    for ((quantity, classes, exact), figure) in zip(measures, figures) {
      switch (exact, figure) {
      case (let exact?, let figure?):
        #expect(abs(figure - exact) <= exact / 64, "\(quantity) of \(classes): \(figure)")
      default: #expect(exact == nil && figure == nil, "\(quantity) of \(classes)")
      }
    }
  }

  @Test("The units of two facilities are measured apart, and make the whole")
  func facilities() {
    var network = Self.network([
      DeclaredMeasure(id: "one", quantity: .meanOccupied, unitKind: 0, facility: 0),
      DeclaredMeasure(id: "two", quantity: .meanOccupied, unitKind: 0, facility: 1),
      DeclaredMeasure(id: "queue_two", quantity: .meanQueue, unitKind: 0, facility: 1),
      DeclaredMeasure(id: "both", quantity: .meanOccupied, unitKind: 0),
    ])
    network.facilities.append(Facility(id: "k", name: "K", region: 0))
    network.units.append(CareUnit(facility: 1, kind: 0, staffedBeds: 2))
    // Three come to each; the last stay at the first ends in the drain, which is not measured.
    let results = Fixture.run(network, horizonDays: 1, drainDays: 2, seed: 1, replications: 1, audits: true)
    func figure(_ id: String) -> Double { Fixture.values(id, results, network).first ?? .nan }
    #expect(abs(figure("one") - 1) < 1e-12)
    #expect(abs(figure("two") - 30.0 / 24) < 1e-12)
    #expect(abs(figure("queue_two") - 8.0 / 24) < 1e-12)
    #expect(abs(figure("one") + figure("two") - figure("both")) < 1e-12)
  }

  #if DEBUG
    private static let seeds = 1...12
  #else
    private static let seeds = 1...150
  #endif

  @Test(
    "In random networks every tally agrees with a walk after each event, and classes add up to all",
    arguments: seeds)
  func randomNetworks(seed: Int) {
    var (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    for (name, quantity) in [("occupied", DeclaredMeasure.Quantity.meanOccupied), ("queue", .meanQueue)] {
      for kind in network.unitKinds.indices {
        network.measures.append(DeclaredMeasure(id: "\(name)_\(kind)", quantity: quantity, unitKind: kind))
        for index in network.classes.indices {
          network.measures.append(
            DeclaredMeasure(
              id: "\(name)_\(kind)_\(index)", quantity: quantity, unitKind: kind, classes: [index]))
        }
      }
    }
    for policies in [
      RandomNetwork.allPolicies(network), PolicyCatalogue.policySet([], network: network, isNoWait: true),
    ] {
      let results = Fixture.run(
        network, scenario: scenario, horizonDays: 5, drainDays: 1, seed: UInt64(seed), replications: 1,
        policies: policies, audits: true)
      for name in ["occupied", "queue"] {
        for kind in network.unitKinds.indices {
          let all = Fixture.values("\(name)_\(kind)", results, network)[0]
          let parts = network.classes.indices.map {
            Fixture.values("\(name)_\(kind)_\($0)", results, network)[0]
          }
          #expect(abs(parts.reduce(0, +) - all) <= 1e-9 * max(1, all), "\(name) of kind \(kind)")
        }
      }
    }
  }

  @Test(
    "M/M/1 at load 0.8: N, the share that waits longer than 2 h, and quantiles of wait, stay and time in system within 4 standard errors"
  )
  func theory() throws {
    // N = ρ / (1 - ρ); P(W > t) = ρ e^(-(1 - ρ) t) at a service rate of 1 an hour; the time in the system is exponential
    // with the rate 1 - ρ.
    let network = Fixture.singleUnit(
      servers: 1, arrivalsPerHour: 0.8, stay: .exponential(mean: 1), runInDays: 20,
      measures: [
        DeclaredMeasure(id: "present", quantity: .meanPresent),
        DeclaredMeasure(id: "over", quantity: .waitedOverShare(hours: 2), unitKind: 0),
        DeclaredMeasure(id: "none", quantity: .waitQuantile(0.1), unitKind: 0),
        DeclaredMeasure(id: "wait", quantity: .waitQuantile(0.9), unitKind: 0),
        DeclaredMeasure(id: "stay", quantity: .stayQuantile(0.5), unitKind: 0),
        DeclaredMeasure(id: "system", quantity: .systemQuantile(0.5)),
      ])
    let results = Fixture.run(network, horizonDays: 100, seed: 18, replications: 40)
    #expect(Fixture.values("none", results, network).allSatisfy { $0 == 0 })
    for (id, exact) in [
      ("present", 4.0), ("over", 0.8 * 0.670_320_046_035_639_3), ("wait", 10.397_207_708_399_18),
      ("stay", 0.693_147_180_559_945_3), ("system", 3.465_735_902_799_726),
    ] {
      let interval = try #require(StudentInterval.of(Fixture.values(id, results, network)))
      let z = (interval.estimate - exact) / interval.standardError
      #expect(abs(z) < 4, "\(id) \(interval.estimate), exact \(exact), z \(z)")
    }
  }
}
