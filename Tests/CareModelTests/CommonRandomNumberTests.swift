import CareModel
import CarePolicies
import RandomStreams
import Testing

/// Sends every casualty to one facility.
private struct Always: RoutingPolicy {
  let target: Int

  func facility(
    forClass patientClass: Int, enteringAt entry: Int, in region: borrowing RegionState,
    memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int { target }
}

@Suite("Dice belong to patients, not to places")
struct CommonRandomNumberTests {
  @Test("Every arm of a replication meets the same casualties, other replications and seeds others")
  func sameCasualties() {
    let (network, scenario) = RandomNetwork.make(seed: 5)
    var digests: [UInt64] = []
    for seed: UInt64 in [5, 6] {
      let sets = [
        PolicyCatalogue.policySet([], network: network), RandomNetwork.allPolicies(network),
        PolicyCatalogue.policySet([], network: network, isNoWait: true),
      ]
      let runs = sets.map {
        Fixture.run(
          network, scenario: scenario, horizonDays: 6, seed: seed, replications: 2, policies: $0
        ).map(\.casualtyDigest)
      }
      #expect(runs[0] == runs[1] && runs[0] == runs[2])
      #expect(runs[0][0] != runs[0][1])
      digests.append(runs[0][0])
    }
    #expect(digests[0] != digests[1])
  }

  @Test("A patient moved to another hospital finds the same latent stay")
  func sameStayElsewhere() {
    func network(factors: [Double]) -> CareNetwork {
      CareNetwork(
        id: "two", title: "Two", unitKinds: [UnitKind(id: "ward", title: "ward", isHospitalBed: true)],
        regions: [Region(id: "1", name: "One")],
        facilities: [0, 1].map {
          Facility(
            id: "h\($0)", name: "H", region: 0,
            parameters: [NamedNumber(name: "factor", value: factors[$0])])
        },
        units: [0, 1].map { CareUnit(facility: $0, kind: 0, staffedBeds: 1000) },
        classes: [PatientClass(id: "hurt", title: "Hurt", origin: .military, pathway: 0)],
        pathways: [
          Pathway(
            id: "p",
            steps: [
              Step(
                id: "stay", unitKind: 0, stay: .lognormal(mean: 20, coefficientOfVariation: 1),
                stayFactor: .column("factor"))
            ])
        ],
        inflows: [],
        measures: [DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem)])
    }
    let scenario = Scenario(
      id: "s", title: "S",
      streams: [
        CasualtyStream(
          id: "c", classes: [(patientClass: 0, share: 1)],
          phases: [
            .init(
              fromDay: 0, untilDay: 5, meanPerDayFrom: 30, meanPerDayUntil: 30,
              regions: [(region: 0, share: 1)])
          ], variation: .none)
      ])
    func hours(at target: Int, factors: [Double]) -> Double {
      let network = network(factors: factors)
      var policies = PolicyCatalogue.policySet([], network: network)
      policies.routing = Always(target: target)
      let results = Fixture.run(
        network, scenario: scenario, horizonDays: 5, drainDays: 90, seed: 3, replications: 1,
        policies: policies)
      return Fixture.values("hours", results, network)[0]
    }
    let here = hours(at: 0, factors: [1, 1])
    #expect(here > 10)
    #expect(here == hours(at: 1, factors: [1, 1]))
    // The place's own parameter applies to the same latent stay: twice as long to the microsecond.
    #expect(abs(hours(at: 1, factors: [1, 2]) / here - 2) < 1e-9)
  }
}
