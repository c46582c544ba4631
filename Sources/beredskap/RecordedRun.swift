import BatchRunner
import ScenarioFiles

/// What a trajectory is recorded of: an experiment as it is, or as a run folder says that it was run.
struct RecordedRun {
  let experiment: LoadedExperiment
  let plan: BatchPlan

  /// Finds the experiment that a path means.
  ///
  /// - Parameter path: a folder with `experiment.json5` or that file, or the folder of a run, whose manifest names
  ///   experiment, seed and replications; then all inputs must be as they were.
  init(_ path: String) throws(CommandFailure) {
    let manifest = "\(path)/manifest.json"
    guard InputFiles.disk.kind(of: path) == .folder, InputFiles.disk.kind(of: manifest) == .file else {
      experiment = try Inputs.experiment(path)
      plan = BatchPlan(experiment)
      return
    }
    let log = MistakeLog()
    guard let root = JSON5Parser.load(path: manifest, into: log), log.isEmpty,
      let inputs = root["inputs"]?.elements, let first = inputs.first?["path"]?.text,
      let seed = (root["seed"]?.number?.text ?? root["seed"]?.text).flatMap({ UInt64($0) }),
      let replications = root["replications"]?.number.flatMap({ Int($0.text) }), replications > 0
    else {
      throw CommandFailure(
        code: .badModel,
        message: "\(manifest) is no manifest of a run: it names no inputs, seed or replications")
    }
    guard InputFiles.disk.kind(of: first) == .file else {
      throw CommandFailure(
        code: .missingInput,
        message:
          "\(path) was run from \(first), which is not there: go to the folder where it was run, or name the experiment"
      )
    }
    experiment = try Inputs.experiment(first)
    plan = BatchPlan(experiment, replications: replications, seed: seed)
    let old = inputs.map { ($0["path"]?.text ?? "", $0["sha256"]?.text ?? "") }
    let changed = plan.inputs.filter { input in !old.contains { $0 == input } }.map(\.path)
    let gone = old.map(\.0).filter { path in !plan.inputs.contains { $0.path == path } }
    guard changed.isEmpty, gone.isEmpty else {
      throw CommandFailure(
        code: .badModel,
        message:
          "the inputs are no longer those of the run in \(path), so its replications cannot be had again\n"
          + (changed.map { "\($0): other than then" } + gone.map { "\($0): no longer read" }).joined(
            separator: "\n"))
    }
  }

  /// The index of an arm by id; the baseline when none is named.
  func arm(_ id: String?) throws(CommandFailure) -> Int {
    guard let id else { return 0 }
    let ids = plan.arms.map(\.id)
    guard let index = ids.firstIndex(of: id) else {
      let near = nearestWord(to: id, among: ids).map { "; did you mean \($0)?" }
      throw CommandFailure(
        code: .usage,
        message: "there is no arm \(id)" + (near ?? "; known: \(ids.joined(separator: ", "))"))
    }
    return index
  }

  /// Folder of the model file.
  var modelFolder: String {
    let file = plan.inputs.first { $0.path.hasSuffix("model.json5") }?.path ?? plan.inputs[1].path
    return file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
  }
}
