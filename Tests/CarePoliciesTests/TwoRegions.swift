import CareModel
import CarePolicies
import RandomStreams

/// Two regions with a ward and intensive care each; the first is under load, the second is not.
enum TwoRegions {
  static func network(
    emergencyPerDay: Double = 0, deathPerDay: Double = 0, plannedPerDay: Double = 10,
    wards: Int = 60
  ) -> CareNetwork {
    CareNetwork(
      id: "two", title: "Two regions", runInDays: 21,
      unitKinds: [
        UnitKind(
          id: "ward", title: "ward", isHospitalBed: true, waitTargetHours: 4,
          isSharedBetweenRegions: true),
        UnitKind(
          id: "icu", title: "intensive care", isHospitalBed: true, isIntensiveCare: true,
          waitTargetHours: 1, isSharedBetweenRegions: true),
      ],
      regions: [Region(id: "a", name: "A"), Region(id: "b", name: "B")],
      facilities: [
        Facility(id: "ha", name: "HA", region: 0, latitude: 59, longitude: 15),
        Facility(id: "hb", name: "HB", region: 1, latitude: 59, longitude: 16),
      ],
      units: [
        CareUnit(facility: 0, kind: 0, staffedBeds: wards), CareUnit(facility: 0, kind: 1, staffedBeds: 4),
        CareUnit(facility: 1, kind: 0, staffedBeds: 200), CareUnit(facility: 1, kind: 1, staffedBeds: 30),
      ],
      classes: [
        PatientClass(
          id: "planned", title: "Planned", pathway: 0, priority: 5, isPlanned: true, canWait: true,
          postponement: Postponement(
            bands: [.init(fromDays: 0, emergencyPerDay: emergencyPerDay, deathPerDay: deathPerDay)],
            emergencyClass: 3)),
        PatientClass(
          id: "urgent", title: "Planned, cannot wait", pathway: 0, priority: 4, isPlanned: true),
        PatientClass(
          id: "hurt", title: "Hurt", origin: .military, pathway: 1, priority: 0, isEvacuable: true),
        PatientClass(id: "emergency", title: "Emergency", pathway: 0, priority: 2),
      ],
      pathways: [
        Pathway(
          id: "ward", steps: [Step(id: "ward", unitKind: 0, stay: .exponential(mean: 72))]),
        Pathway(
          id: "hurt",
          steps: [
            Step(
              id: "icu", unitKind: 1, stay: .exponential(mean: 96), waitDeath: WaitDeath(ratePerDay: 0.7),
              next: [Branch(to: .step(1))]),
            Step(id: "ward", unitKind: 0, stay: .exponential(mean: 240)),
          ]),
      ],
      inflows: [
        Inflow(
          id: "planned", classes: [(patientClass: 0, share: 0.7), (patientClass: 1, share: 0.3)],
          ratePerDay: .fixed(plannedPerDay))
      ],
      fleets: [
        Fleet(
          id: "ambulance", title: "ambulance", mode: .road, vehicles: .fixed(3), loadHours: 0.3,
          handoverHours: 0.3, speedLoaded: 70, speedEmpty: 80, detourFactor: 1.3)
      ],
      situation: SituationReporting(intervalHours: 24, delayHours: 2))
  }

  static let war = Scenario(
    id: "war", title: "War",
    streams: [
      CasualtyStream(
        id: "military", classes: [(patientClass: 2, share: 1)],
        phases: [
          .init(
            fromDay: 0, untilDay: 20, meanPerDayFrom: 6, meanPerDayUntil: 6,
            regions: [(region: 0, share: 1)])
        ], variation: .none)
    ])

  /// Values by measure of one arm over replications.
  static func run(
    _ network: CareNetwork, _ choices: [PolicyChoice], isNoWait: Bool = false, replications: Int = 12,
    horizonDays: Int = 40, change: (inout PolicySet) -> Void = { _ in }
  ) -> [String: [Double]] {
    let measures = MeasureList(network)
    var values: [String: [Double]] = [:]
    for replication in 0..<replications {
      var peace = CareSimulation(
        network, scenario: war, horizonDays: horizonDays, drainDays: 10, seed: 7,
        replication: UInt32(replication), policies: PolicyCatalogue.policySet([], network: network))
      peace.runIn()
      var policies = PolicyCatalogue.policySet(choices, network: network, isNoWait: isNoWait)
      change(&policies)
      var arm = peace.copy(with: policies)
      arm.run()
      let result = arm.result(network, measures: measures)
      for (index, measure) in measures.national.enumerated() {
        values[measure.id, default: []].append(result.values[index] ?? .nan)
      }
    }
    return values
  }
}
