import BatchRunner
import Reporting
import ScenarioFiles

/// `beredskap check`.
enum CheckCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.check)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.check.help) }
    let check = InputCheck.check(paths: arguments.positions, companions: [reporting], notes: notes)
    let count = check.mistakes.count
    let found = "\(count) mistake\(count == 1 ? "" : "s")"
    if arguments.flags.contains("--json") {
      Console.printWhole(json(check).rendered)
    } else {
      let isQuiet = arguments.flags.contains("--quiet")
      for item in check.items {
        // That a run would not begin is no detail.
        let notes = isQuiet ? item.notes.filter { $0.hasPrefix(refused) } : item.notes
        if !isQuiet || !notes.isEmpty { Console.print("\(item.subject.rawValue) \(item.path)") }
        for note in notes { Console.print("  note: \(note)") }
      }
      if check.mistakes.isEmpty { Console.print("no mistakes") }
    }
    guard !check.mistakes.isEmpty else { return }
    throw CommandFailure(
      code: check.failure.isMissingInput ? .missingInput : .badModel,
      message: arguments.flags.contains("--json") ? found : "\(found)\n\(check.failure.description)")
  }

  private static let refused = "run refuses it as it is: "

  /// What `lagesbild` reads beside a model.
  private static let reporting = InputCheck.Companion(name: ReportingFile.place, subject: .reporting) {
    path, network, files, log in
    _ = ReportingFile.read(path, for: network, files: files, into: log)
  }

  /// What `run` says before it begins, and whether it begins at all.
  private static let notes: @Sendable (LoadedExperiment) -> [String] = { experiment in
    let plan = BatchPlan(experiment, replications: nil, seed: nil)
    let refusal = MemoryEstimate.refusal(of: plan, threads: 1)
    return experiment.notes + (refusal.map { ["\(refused)\($0)"] } ?? [])
  }

  private static func json(_ check: InputCheck) -> JSONText {
    .keys([
      "schema_version": .whole(1),
      "checked": .list(
        check.items.map { .keys(["kind": .text($0.subject.rawValue), "file": .text($0.path)]) }),
      "notes": .list(
        check.items.flatMap { item in
          item.notes.map { .keys(["file": .text(item.path), "sentence": .text($0)]) }
        }),
      "mistakes": .list(
        check.mistakes.map {
          .keys([
            "file": .text($0.file), "line": .whole($0.line), "column": .whole($0.column),
            "path": .text($0.path),
            "sentence": .text($0.sentence), "missing_input": .flag($0.kind == .missingInput),
          ])
        }),
    ])
  }
}
