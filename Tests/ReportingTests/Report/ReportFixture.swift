import BatchRunner
import Foundation
import Reporting
import ScenarioFiles

/// A short run of the model to copy, in a folder of its own, with the page that belongs to it.
struct ReportFixture {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  let contents: [(name: String, bytes: [UInt8])]
  let page: String
  var files: RunFiles { RunFiles(contents) }

  /// What is asked: two alternatives and the arm without queues, two replications of six days.
  static let question = """
    { id: "ask", title: "Two alternatives", question: "What does sharing change?", handling: "internal",
      model: "\(root.path)/Models/template", scenario: "strike", seed: 11, replications: 2, horizon_days: 5,
      drain_days: 1, no_wait: true,
      set: {
        "model.time.run_in_days": { value: 1, source: "what if" },
        "model.facilities[north-university].visits_per_day": { value: 12, source: "what if" },
        "model.facilities[north-town].visits_per_day": { value: 4, source: "what if" },
        "model.facilities[south].visits_per_day": { value: 6, source: "what if" },
        "model.units[north-university/ward].staffed_beds": { value: 3, source: "what if" },
        "model.units[north-university/icu].staffed_beds": { value: 1, source: "what if" },
        "model.units[north-town/icu].staffed_beds": { value: 1, source: "what if" },
        "scenario.casualty_factor": { value: 2, source: "what if" },
        "scenario.disruptions": { value: [], source: "what if" },
      },
      arms: [
        { id: "baseline", title: "Each hospital alone" },
        { id: "share", title: "Share", policies: { transfer: "balance-occupancy", evacuation: {
            id: "cadence-flights", first_flight_day: 2, cadence_days: 1, fit_to_fly_after_hours: 6, source: "what if" } } },
      ] }
    """

  /// The run of a question; `change` alters its text.
  static func make(_ changes: [(from: String, to: String)] = []) throws -> ReportFixture {
    try make(plan(changes))
  }

  /// The plan of a question; `change` alters its text.
  static func plan(_ changes: [(from: String, to: String)] = []) throws -> BatchPlan {
    var text = question
    for change in changes { text = text.replacingOccurrences(of: change.from, with: change.to) }
    let manager = FileManager.default
    let place = manager.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: place) }
    try manager.createDirectory(at: place, withIntermediateDirectories: true)
    let file = place.appendingPathComponent("experiment.json5")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return BatchPlan(try ExperimentReader.load(file.path))
  }

  /// The run of a plan.
  static func make(_ plan: BatchPlan) throws -> ReportFixture {
    let manager = FileManager.default
    let place = manager.temporaryDirectory.appendingPathComponent("report-out-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: place) }
    let folder = try OutputFolder(at: place.path, experimentID: plan.experimentID)
    let context = RunContext(programVersion: "0", commandLine: [], threads: 2)
    _ = try BatchRun(plan, context: context).run(into: folder, pages: ReportPage.files)
    let names = try manager.contentsOfDirectory(atPath: place.path)
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names.sorted() {
      files.append((name, [UInt8](try Data(contentsOf: place.appendingPathComponent(name)))))
    }
    let page = files.first { $0.name == Report.fileName }.map { String(decoding: $0.bytes, as: UTF8.self) }
    return ReportFixture(contents: files, page: page ?? "")
  }

  /// The run that most tests look at, once.
  static let usual = Result { try make() }
}
