import BatchRunner
import CareModel
import CarePolicies
import Foundation
import RandomStreams

/// A small plan: two regions with a ward and intensive care each, and wounded who must wait.
enum BatchFixture {
  static func network() -> CareNetwork {
    CareNetwork(
      id: "two", title: "Two regions", runInDays: 2,
      unitKinds: [
        UnitKind(id: "ward", title: "Ward", isHospitalBed: true, waitTargetHours: 4),
        UnitKind(
          id: "icu", title: "Intensive care", isHospitalBed: true, isIntensiveCare: true, waitTargetHours: 1),
      ],
      regions: [Region(id: "01", name: "North, upper"), Region(id: "02", name: "South")],
      facilities: [
        Facility(id: "a", name: "A", region: 0), Facility(id: "b", name: "B", region: 1, latitude: 1),
      ],
      units: [
        CareUnit(facility: 0, kind: 0, staffedBeds: 10), CareUnit(facility: 0, kind: 1, staffedBeds: 1),
        CareUnit(facility: 1, kind: 0, staffedBeds: 10), CareUnit(facility: 1, kind: 1, staffedBeds: 1),
      ],
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
        Pathway(id: "ward", steps: [Step(id: "ward", unitKind: 0, stay: .exponential(mean: 48))]),
        Pathway(
          id: "icu",
          steps: [Step(id: "icu", unitKind: 1, stay: .exponential(mean: 60), careFactor: 0.01)]),
      ],
      inflows: [
        Inflow(id: "acute", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(3)),
        Inflow(id: "planned", classes: [(patientClass: 1, share: 1)], ratePerDay: .fixed(1)),
      ])
  }

  static func scenario(factor: Double = 1) -> Scenario {
    Scenario(
      id: "raid", title: "Raid", whoseFigures: "Nobody's: a test.", casualtyFactor: factor,
      streams: [
        CasualtyStream(
          id: "military", classes: [(patientClass: 2, share: 1)],
          phases: [
            .init(
              fromDay: 0, untilDay: 6, meanPerDayFrom: 4, meanPerDayUntil: 4,
              regions: [(region: 0, share: 0.5), (region: 1, share: 0.5)])
          ], variation: .lognormal(cv: 0.5))
      ])
  }

  static func plan(seed: UInt64 = 7, replications: Int = 4, factors: [Double] = []) -> BatchPlan {
    let points =
      factors.isEmpty
      ? [DesignPoint(network: network(), scenario: scenario())]
      : factors.map {
        DesignPoint(
          levels: [(factor: "casualty-factor", level: "\($0)")], network: network(),
          scenario: scenario(factor: $0))
      }
    let postpone = PolicyChoice(
      decision: .admission, id: "postpone-by-priority",
      values: [(key: "ward_postpone_above_share", value: 0.3), (key: "ward_resume_below_share", value: 0.2)])
    return BatchPlan(
      experimentID: "test-raid", title: "A raid", question: "Who waits?", handling: .internal, modelID: "two",
      modelTitle: "Two regions", scenarioID: "raid", scenarioTitle: "Raid",
      whoseFigures: "Nobody's: a test.", seed: seed, replications: replications, horizonDays: 5, drainDays: 2,
      arms: [
        ArmPlan(id: "baseline", title: "As today"),
        ArmPlan(id: "postpone", title: "Postpone planned care", choices: [postpone]),
        ArmPlan(id: "no-wait", title: "Nobody waits", isNoWait: true),
      ], points: points, evidence: EvidenceShares(sourced: 1, derived: 1, assumed: 2),
      expectations: [Expectation(measure: "arrivals_patients", value: 1_000_000, source: "none, \"a test\"")])
  }

  static let context = RunContext(programVersion: "0", commandLine: ["beredskap", "run"], threads: 1)

  static func context(threads: Int) -> RunContext {
    RunContext(programVersion: "0", commandLine: ["beredskap", "run"], threads: threads)
  }
}

/// A folder that is removed at the end of a test.
struct TestFolder {
  let path: String

  init() {
    path = "\(NSTemporaryDirectory())/batch-\(UUID().uuidString)"
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
  }

  func bytes(_ file: String) -> [UInt8] {
    FileManager.default.contents(atPath: "\(path)/\(file)").map { [UInt8]($0) } ?? []
  }

  /// Rows of a table without quoted fields, header first.
  func rows(_ file: String) -> [[String]] {
    String(decoding: bytes(file), as: UTF8.self).split(separator: "\r\n").map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  func run(_ plan: BatchPlan, into folder: String, threads: Int = 1) throws -> BatchOutcome {
    let output = try OutputFolder(at: "\(path)/\(folder)", experimentID: plan.experimentID)
    return try BatchRun(plan, context: BatchFixture.context(threads: threads)).run(into: output)
  }
}
