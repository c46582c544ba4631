import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

/// Small networks that tests build in a line.
enum Fixture {
  /// One facility with one unit, patients of one class who stay once and go home; time in hours.
  static func singleUnit(
    servers: Int, arrivalsPerHour: Double, stay: Distribution, whenFull: UnitKind.WhenFull = .queue,
    runInDays: Double = 20, measures: [DeclaredMeasure] = []
  ) -> CareNetwork {
    CareNetwork(
      id: "single", title: "Single unit", runInDays: runInDays,
      unitKinds: [UnitKind(id: "unit", title: "unit", isHospitalBed: true, whenFull: whenFull)],
      regions: [Region(id: "1", name: "One")],
      facilities: [Facility(id: "one", name: "One", region: 0)],
      units: [CareUnit(facility: 0, kind: 0, staffedBeds: servers)],
      classes: [PatientClass(id: "patient", title: "Patient", pathway: 0)],
      pathways: [
        Pathway(id: "stay", steps: [Step(id: "stay", unitKind: 0, stay: stay)])
      ],
      inflows: [
        Inflow(
          id: "arrivals", classes: [(patientClass: 0, share: 1)],
          ratePerDay: .fixed(arrivalsPerHour * 24))
      ],
      measures: measures)
  }

  /// Expects the means of measures over 16 replications within 4.5 standard errors of exact values.
  static func check(
    _ network: CareNetwork, days: Int, seed: UInt64, _ expected: [(id: String, value: Double)]
  ) throws {
    let results = run(network, horizonDays: days, seed: seed, replications: 16)
    for (id, exact) in expected {
      let interval = try #require(StudentInterval.of(values(id, results, network)))
      let z = (interval.estimate - exact) / interval.standardError
      #expect(abs(z) < 4.5, "\(id) \(interval.estimate), exact \(exact), z \(z)")
    }
  }

  /// Runs replications under one set of policies and returns the results.
  static func run(
    _ network: CareNetwork, scenario: Scenario = .peace, horizonDays: Int, drainDays: Int = 0,
    seed: UInt64, replications: Int, policies: PolicySet? = nil, audits: Bool = false,
    draws: DrawMode = .ordinary
  ) -> [TrialResult] {
    let measures = MeasureList(network)
    return (0..<replications).map { replication in
      var peace = CareSimulation(
        network, scenario: scenario, horizonDays: horizonDays, drainDays: drainDays, seed: seed,
        replication: UInt32(replication), policies: PolicyCatalogue.policySet([], network: network),
        draws: draws, register: audits ? DrawRegister() : nil)
      peace.auditsEveryEvent = audits
      peace.runIn()
      var arm = peace.copy(with: policies ?? PolicyCatalogue.policySet([], network: network))
      arm.run()
      let result = arm.result(network, measures: measures)
      #expect(result.drawMistakes.isEmpty, "replication \(replication)")
      return result
    }
  }

  /// Values of one measure over replications.
  static func values(_ id: String, _ results: [TrialResult], _ network: CareNetwork) -> [Double] {
    let measures = MeasureList(network)
    guard let index = measures.nationalIndex(of: id) else { return [] }
    return results.compactMap { $0.values[index] }
  }
}
