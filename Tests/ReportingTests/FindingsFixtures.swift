import BatchRunner
import CareModel
import Reporting

/// Outcomes with figures written by hand.
enum FindingsFixture {
  static let network = CareNetwork(
    id: "small", title: "Small land",
    unitKinds: [
      UnitKind(id: "emergency", title: "Emergency department", waitTargetHours: 4),
      UnitKind(
        id: "icu", title: "Intensive care", isHospitalBed: true, isIntensiveCare: true, waitTargetHours: 1),
    ],
    regions: [Region(id: "01", name: "North"), Region(id: "02", name: "South")],
    facilities: [Facility(id: "a", name: "A", region: 0), Facility(id: "b", name: "B", region: 1)],
    units: [
      CareUnit(facility: 0, kind: 0, staffedBeds: 5), CareUnit(facility: 0, kind: 1, staffedBeds: 2),
      CareUnit(facility: 1, kind: 1, staffedBeds: 2),
    ], classes: [], pathways: [], inflows: [])

  static let arms = [
    ArmPlan(id: "baseline", title: "As today"), ArmPlan(id: "postpone", title: "Postpone planned care"),
    ArmPlan(id: "share", title: "Share between regions"),
    ArmPlan(id: "no-wait", title: "Nobody waits", isNoWait: true),
  ]

  static func plan(levels: [String] = []) -> BatchPlan {
    let scenario = Scenario(id: "raid", title: "Raid")
    let points =
      levels.isEmpty
      ? [DesignPoint(network: network, scenario: scenario)]
      : levels.map {
        DesignPoint(levels: [(factor: "casualty-factor", level: $0)], network: network, scenario: scenario)
      }
    return BatchPlan(
      experimentID: "raid", title: "A raid", question: "Who waits?", modelID: "small",
      modelTitle: "Small land", scenarioID: "raid", scenarioTitle: "Raid", whoseFigures: "Nobody's.", seed: 7,
      replications: 4, horizonDays: 90, drainDays: 30, arms: arms, points: points,
      evidence: EvidenceShares(sourced: 494, derived: 432, assumed: 308))
  }

  /// Trials with these deaths, of which nine in ten are casualties; other measures are zero but for those given.
  static func arm(
    deaths: [Double], breaches: [EnduranceRecord] = [], others: [(String, Double)] = []
  ) -> ArmOutcome {
    let measures = MeasureList(network)
    let trials = deaths.map { count in
      var values = [Double?](repeating: 0, count: measures.national.count)
      func set(_ id: String, _ value: Double) {
        if let index = measures.nationalIndex(of: id) { values[index] = value }
      }
      set("deaths_after_drain_patients", count)
      set("casualty_deaths_after_drain_patients", count * 0.9)
      for (id, value) in others { set(id, value) }
      return TrialFigures(values: values)
    }
    return ArmOutcome(trials: trials, endurance: breaches)
  }

  static func breaches(_ days: [[Int?]]) -> [EnduranceRecord] {
    let places = [(0, 0), (1, 0), (1, 1)]
    return zip(places, days).map {
      EnduranceRecord(resource: .unitKind($0.0), region: $0.1, firstDays: FirstDays($1))
    }
  }

  static var outcome: BatchOutcome {
    let load = [
      ("casualties_patients", 1234.0), ("hospital_beds_needed_per_day", 3901.0),
      ("hospital_admissions_per_day", 3812.0),
      ("emergency_starts_per_week", 35_000.0),
    ]
    return BatchOutcome(
      plan: plan(), measures: MeasureList(network),
      points: [
        PointOutcome(arms: [
          arm(
            deaths: [1200, 1250, 1180, 1230],
            breaches: breaches([[0, 0, 0, 1], [4, 6, 5, 9], [8, nil, 12, nil]]), others: load),
          arm(
            deaths: [990, 1035, 985, 1005],
            breaches: breaches([[0, 0, 1, 1], [7, nil, nil, nil], [nil, nil, nil, nil]]),
            others: [("postponed_patients", 3400), ("backlog_after_drain_patients", 2900)]),
          arm(
            deaths: [1210, 1245, 1150, 1235],
            breaches: breaches([[0, 0, 0, 1], [5, 6, 5, 9], [6, 7, 12, nil]])),
          arm(deaths: [200, 210, 190, 205]),
        ])
      ])
  }

  /// Deaths by arm at four levels: waiting kills from the second, arms part at the third, all fail at the last.
  static var sweep: BatchOutcome {
    let noise: [Double] = [0, 2, -2, 1]
    func trials(_ mean: Double, _ turn: Int) -> ArmOutcome {
      arm(deaths: (0..<4).map { mean + noise[($0 + turn) % 4] })
    }
    let means: [[Double]] = [
      [100, 100, 100, 100], [150, 150, 150, 100], [400, 300, 390, 100], [900, 880, 890, 100],
    ]
    return BatchOutcome(
      plan: plan(levels: ["0.5", "1", "2", "4"]), measures: MeasureList(network),
      points: means.map { row in
        PointOutcome(arms: row.enumerated().map { trials($1, $0) })
      })
  }

  /// One unit of one region in one arm, at two levels, without casualties or deaths.
  static var queueAlone: BatchOutcome {
    let network = CareNetwork(
      id: "queue", title: "A queue",
      unitKinds: [UnitKind(id: "server", title: "Server", isHospitalBed: true)],
      regions: [Region(id: "01", name: "Theory")], facilities: [Facility(id: "a", name: "A", region: 0)],
      units: [CareUnit(facility: 0, kind: 0, staffedBeds: 1)], classes: [], pathways: [], inflows: [],
      measures: [
        DeclaredMeasure(id: "mean_wait_hours", quantity: .meanWaitHours, unitKind: 0),
        DeclaredMeasure(id: "waited_share", quantity: .waitedShare, unitKind: 0),
      ])
    let measures = MeasureList(network)
    func point(_ waits: [Double]) -> PointOutcome {
      let trials = waits.map { wait in
        TrialFigures(
          values: measures.national.map { measure in
            measure.id == "mean_wait_hours" ? wait : measure.id == "waited_share" ? 0.9 : 0
          })
      }
      return PointOutcome(arms: [
        ArmOutcome(
          trials: trials,
          endurance: [
            EnduranceRecord(resource: .unitKind(0), region: nil, firstDays: FirstDays([1, 1])),
            EnduranceRecord(resource: .unitKind(0), region: 0, firstDays: FirstDays([1, 1])),
          ])
      ])
    }
    let scenario = Scenario(id: "none", title: "No casualties")
    let plan = BatchPlan(
      experimentID: "queue", title: "A queue", modelID: "queue", modelTitle: "A queue", scenarioID: "none",
      scenarioTitle: "No casualties", seed: 7, replications: 2, horizonDays: 9, drainDays: 0,
      arms: [ArmPlan(id: "baseline", title: "As it is")],
      points: ["1", "2"].map { level in
        DesignPoint(levels: [(factor: "beds", level: level)], network: network, scenario: scenario)
      },
      expectations: [
        Expectation(
          measure: "mean_wait_hours", value: 9, levels: [(factor: "beds", level: "1")], source: "theory")
      ])
    return BatchOutcome(plan: plan, measures: measures, points: [point([8.999, 9.003]), point([1, 1.5])])
  }
}
