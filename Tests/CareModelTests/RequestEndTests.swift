import CareModel
import CarePolicies
import RandomStreams
import SimulationKernel
import Testing

@Suite("What becomes of a request")
struct RequestEndTests {
  @Test(
    "Every request of the cohort ends once: refused, in a place, in death, or cut short by the end",
    arguments: 1...16)
  func everyRequestEnds(seed: Int) {
    let (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    for policies in [
      PolicyCatalogue.policySet([], network: network), RandomNetwork.allPolicies(network),
      PolicyCatalogue.policySet([], network: network, isNoWait: true),
    ] {
      var peace = CareSimulation(
        network, scenario: scenario, horizonDays: 6, drainDays: 2, seed: UInt64(seed), replication: 0,
        policies: PolicyCatalogue.policySet([], network: network))
      peace.runIn()
      var arm = peace.copy(with: policies)
      arm.run()
      let kinds = network.unitKinds.count
      var asked = [Int](repeating: 0, count: kinds)
      var ended = [Int](repeating: 0, count: kinds)
      for region in 0..<network.regions.count {
        for kind in 0..<kinds {
          for index in network.classes.indices {
            let row = arm.engine[region: region].ledger.requests[kind * network.classes.count + index]
            asked[kind] += Int(row.requests)
            ended[kind] += Int(row.refused + row.atOnce)
          }
          for group in kind * 8..<(kind + 1) * 8 {
            var bins = [Int](repeating: 0, count: Ledger.waitBins)
            arm.engine[region: region].ledger.addWaits(ofGroup: group, to: &bins)
            ended[kind] += bins.reduce(0, +)
          }
        }
      }
      #expect(asked == ended)
    }
  }

  /// One ward and one theatre; the steps are given.
  private func network(_ steps: [Step], places: Int) -> CareNetwork {
    CareNetwork(
      id: "one", title: "One",
      unitKinds: [
        UnitKind(id: "ward", title: "ward", isHospitalBed: true), UnitKind(id: "theatre", title: "theatre"),
      ],
      regions: [Region(id: "1", name: "One")], facilities: [Facility(id: "h", name: "H", region: 0)],
      units: [0, 1].map { CareUnit(facility: 0, kind: $0, staffedBeds: places) },
      classes: [PatientClass(id: "c", title: "C", pathway: 0)],
      pathways: [Pathway(id: "p", steps: steps)],
      inflows: [
        Inflow(
          id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(0),
          process: .pulse(count: 3, fromHours: 0, spanHours: 60))
      ],
      measures: [
        DeclaredMeasure(id: "asked", quantity: .requests, unitKind: 0),
        DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem),
      ])
  }

  @Test("Who stays in the bed held asks for nothing, and begins no new stay")
  func stayingOn() {
    let network = network(
      [
        Step(id: "ward", unitKind: 0, stay: .constant(4), next: [Branch(to: .step(1))]),
        Step(id: "theatre", unitKind: 1, stay: .constant(1), keepsBed: true, next: [Branch(to: .step(2))]),
        Step(id: "after", unitKind: 0, stay: .constant(4), next: [Branch(to: .step(3))]),
        Step(id: "ready", unitKind: 0, stay: .constant(2), isDischargeReady: true),
      ], places: 5)
    let results = Fixture.run(network, horizonDays: 7, seed: 1, replications: 1)
    #expect(Fixture.values("asked", results, network) == [3])
    #expect(Fixture.values("ward_starts_per_week", results, network) == [3])
    #expect(Fixture.values("theatre_starts_per_week", results, network) == [3])
    #expect(Fixture.values("hours", results, network) == [11])
  }

  @Test("Who needs the theatre they lie in again stays in it")
  func sameTheatreAgain() {
    for keeps in [true, false] {
      let network = network(
        [
          Step(id: "ward", unitKind: 0, stay: .constant(4), next: [Branch(to: .step(1))]),
          Step(id: "first", unitKind: 1, stay: .constant(1), keepsBed: true, next: [Branch(to: .step(2))]),
          Step(id: "second", unitKind: 1, stay: .constant(2), keepsBed: keeps),
        ], places: 1)
      let results = Fixture.run(network, horizonDays: 7, seed: 1, replications: 1, audits: true)
      #expect(Fixture.values("hours", results, network) == [7])
    }
  }

  @Test("A patient whose unit exists nowhere is refused, and counted so")
  func nowhere() {
    var network = network([Step(id: "theatre", unitKind: 1, stay: .constant(1))], places: 1)
    network.units.removeLast()
    let results = Fixture.run(network, horizonDays: 7, seed: 1, replications: 1)
    #expect(Fixture.values("refused_patients", results, network) == [3])
  }
}
