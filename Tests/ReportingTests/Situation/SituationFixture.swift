import BatchRunner
import CareModel
import RandomStreams
import Reporting

/// Three regions in two civil areas with intensive care, wards, municipal and planned care, a stock and ambulances;
/// the third sends no reports from day 2 to day 5.
enum SituationFixture {
  static let hours = 9 * 24

  static func network(names: [String] = ["North", "Middle", "South"], title: String = "Three") -> CareNetwork
  {
    let profile = ArrivalProfile(
      id: "office", hours: (0..<24).map { (8..<16).contains($0) ? 1 : 0 }, weekdays: [1, 1, 1, 1, 1, 0, 0])
    return CareNetwork(
      id: "three", title: title, runInDays: 3,
      unitKinds: [
        UnitKind(id: "ward", title: "Ward", isHospitalBed: true, limit: .physical),
        UnitKind(id: "icu", title: "Intensive care", isHospitalBed: true, isIntensiveCare: true),
        UnitKind(id: "municipal", title: "Municipal"),
        UnitKind(id: "emergency", title: "Emergency"),
      ],
      regions: names.enumerated().map { index, name in
        Region(
          id: "0\(index + 1)", name: name, civilArea: index < 2 ? "East & <West>" : "South",
          gridRow: index + 1, gridColumn: 1)
      },
      facilities: names.indices.map {
        Facility(id: "h\($0)", name: "\(names[$0]) hospital", region: $0, latitude: 59, longitude: 15)
      },
      units: names.indices.flatMap {
        [
          CareUnit(facility: $0, kind: 0, staffedBeds: 12, physicalBeds: 16),
          CareUnit(facility: $0, kind: 1, staffedBeds: 3), CareUnit(facility: $0, kind: 2, staffedBeds: 4),
          CareUnit(facility: $0, kind: 3, staffedBeds: 5),
        ]
      },
      classes: [
        PatientClass(id: "acute", title: "Acute", pathway: 0),
        PatientClass(
          id: "planned", title: "Planned", pathway: 0, isPlanned: true, canWait: true,
          postponement: Postponement(
            bands: [.init(fromDays: 0, emergencyPerDay: 0.001, deathPerDay: 0)], emergencyClass: 0)),
        PatientClass(
          id: "wounded", title: "Wounded", origin: .military, pathway: 1, priority: 0,
          death: DeathLaw(family: .exponential, median: .hours(24), factorBeforeCare: 1)),
      ],
      pathways: [
        Pathway(
          id: "ward",
          steps: [
            Step(
              id: "ward", unitKind: 0, stay: .exponential(mean: 50), uses: [StockUse(stock: 0, amount: 2)],
              next: [Branch(to: .step(1))]),
            Step(
              id: "ready", unitKind: 0, stay: .exponential(mean: 10), isDischargeReady: true,
              next: [Branch(to: .step(2))]),
            Step(id: "municipal", unitKind: 2, stay: .exponential(mean: 30)),
          ]),
        Pathway(
          id: "icu", steps: [Step(id: "icu", unitKind: 1, stay: .exponential(mean: 60), careFactor: 0.01)]),
      ],
      inflows: [
        Inflow(id: "acute", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(4)),
        Inflow(id: "planned", classes: [(patientClass: 1, share: 1)], ratePerDay: .fixed(2), profile: 0),
      ],
      profiles: [profile],
      fleets: [
        Fleet(
          id: "ambulance", title: "Ambulance", mode: .road, vehicles: .fixed(2), loadHours: 0.3,
          handoverHours: 0.3, speedLoaded: 70, speedEmpty: 80)
      ],
      stocks: [
        Stock(
          id: "whole-blood", title: "Blood, units", level: .fixed(60), deliveryPerDay: .fixed(8),
          normalUsePerDay: .fixed(10))
      ])
  }

  static let scenario = Scenario(
    id: "raid", title: "Raid", whoseFigures: "Nobody's: a test.",
    streams: [
      CasualtyStream(
        id: "military", classes: [(patientClass: 2, share: 1)],
        phases: [
          .init(
            fromDay: 0, untilDay: 9, meanPerDayFrom: 3, meanPerDayUntil: 9,
            regions: [(region: 0, share: 0.4), (region: 1, share: 0.2), (region: 2, share: 0.4)])
        ], variation: .lognormal(cv: 0.5))
    ],
    disruptions: [
      Disruption(
        id: "silence", scheduled: [(day: 2.1, facility: 2)], unitKinds: [3], lostShare: 0,
        repair: .constant(72), effects: .init(stopsReports: true))
    ])

  static func plan(_ network: CareNetwork) -> BatchPlan {
    BatchPlan(
      experimentID: "test-raid", title: "A raid", question: "Who waits?", handling: .internal,
      modelID: "three", modelTitle: network.title, scenarioID: "raid", scenarioTitle: "Raid",
      whoseFigures: "Nobody's: a test.", seed: 7, replications: 2, horizonDays: 9, drainDays: 1,
      arms: [ArmPlan(id: "baseline", title: "As today")],
      points: [DesignPoint(network: network, scenario: scenario)])
  }

  static func record(_ network: CareNetwork = network(), hours: Int = hours) -> Trajectory {
    TrajectoryRun(plan(network), replication: 1).record(arms: [0], hours: hours, scope: .none)[0]
  }

  /// Recorded once for all tests.
  static let trajectory = record()

  static func origin(_ network: CareNetwork = trajectory.network) -> SituationOrigin {
    let plan = plan(network)
    return SituationOrigin(
      experiment: plan.experimentID, title: LocalText(plan.title), areaTitle: LocalText(network.title),
      scenario: plan.scenarioID, scenarioTitle: LocalText(plan.scenarioTitle),
      whoseFigures: LocalText(plan.whoseFigures), arm: plan.arms[0].id,
      armTitle: LocalText(plan.arms[0].title), replication: 1, seed: plan.seed, handling: plan.handling,
      timeOrigin: network.timeOrigin)
  }

  /// Twice a day, intensive care once, planned care on Mondays.
  static let reporting: ReportingPlan = {
    var plan = ReportingPlan.asPicture(of: trajectory.network)
    for index in plan.schedules.indices {
      let report = plan.schedules[index].report
      plan.schedules[index].cutOff =
        switch report {
        case .intensiveCare: .atHours([8], weekdays: 0x7F)
        case .plannedCare: .atHours([0], weekdays: 1)
        default: .atHours([6, 18], weekdays: 0x7F)
        }
      plan.schedules[index].compiledMinutes = 60
      plan.schedules[index].publishedMinutes = 90
    }
    return plan
  }()

  static func report(
    _ trajectory: Trajectory = trajectory, hour: Int, plan: ReportingPlan = reporting
  ) -> SituationReport {
    SituationReport(trajectory, origin: origin(trajectory.network), hour: hour, plan: plan)
  }
}
