import CareModel
import Foundation

/// What a run was started with, beside its plan.
public struct RunContext: Sendable {
  /// Version of the program.
  public var programVersion: String
  /// Command as typed.
  public var commandLine: [String]
  /// Worker threads.
  public var threads: Int
  /// Whether every event is followed by a walk of all state.
  public var auditsEveryEvent: Bool

  /// A context.
  public init(
    programVersion: String, commandLine: [String], threads: Int, auditsEveryEvent: Bool = false
  ) {
    self.programVersion = programVersion
    self.commandLine = commandLine
    self.threads = threads
    self.auditsEveryEvent = auditsEveryEvent
  }
}

/// `manifest.json`: how, when and where a run was made. The only file with a time of day.
struct RunManifest {
  /// Raised when a column changes its meaning or goes away.
  static let schemaVersion = 1
  static let fileName = "manifest.json"

  let plan: BatchPlan
  let context: RunContext
  let start: Date
  let end: Date
  let files: [OutputFile]

  var json: JSONText {
    .keys([
      "program": .text("beredskap"),
      "version": .text(context.programVersion),
      "schema_version": .whole(Self.schemaVersion),
      "experiment": .text(plan.experimentID),
      "handling": .text(plan.handling.rawValue),
      "command_line": .list(context.commandLine.map { .text($0) }),
      "model": .text(plan.modelID),
      "scenario": .text(plan.scenarioID),
      "seed": .unsigned(plan.seed),
      "replications": .whole(plan.replications),
      "antithetic": .flag(plan.isAntithetic),
      "horizon_days": .whole(plan.horizonDays),
      "drain_days": .whole(plan.drainDays),
      "threads": .whole(context.threads),
      "random_numbers": .text("Philox4x32-10"),
      "operating_system": .text(ProcessInfo.processInfo.operatingSystemVersionString),
      "start": .text(start.formatted(.iso8601)),
      "end": .text(end.formatted(.iso8601)),
      "wall_seconds": .number((end.timeIntervalSince(start) * 1000).rounded() / 1000),
      "exit_status": .whole(0),
      "inputs": .list(plan.inputs.map { .keys(["path": .text($0.path), "sha256": .text($0.sha256)]) }),
      "outputs": .list(
        files.map {
          .keys(["path": .text($0.name), "bytes": .whole($0.byteCount), "sha256": .text($0.sha256)])
        }),
    ])
  }
}
