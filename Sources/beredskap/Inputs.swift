import ScenarioFiles

/// Reads inputs and turns every mistake of every file into one report.
enum Inputs {
  /// Refuses a path that leads nowhere, with the one that may have been meant.
  static func requireSomething(at path: String) throws(CommandFailure) {
    guard InputFiles.disk.kind(of: path) == .missing else { return }
    let near = InputFiles.disk.nearestPath(to: path).map { "; did you mean \($0)?" } ?? ""
    throw CommandFailure(code: .missingInput, message: "there is no such file or folder: \(path)\(near)")
  }

  static func experiment(_ path: String) throws(CommandFailure) -> LoadedExperiment {
    try requireSomething(at: path)
    let names = InputFiles.disk.names(in: path)
    if InputFiles.disk.kind(of: path) == .folder, !names.contains("experiment.json5") {
      let what = names.contains("model.json5") ? "holds a model" : "has no experiment.json5"
      throw CommandFailure(
        code: .missingInput,
        message: "\(path) \(what); what is run is an experiment, a folder with experiment.json5")
    }
    if InputFiles.disk.kind(of: path) == .file, !path.hasSuffix(".json5") {
      throw CommandFailure(
        code: .missingInput,
        message: "\(path) is no experiment; what is run is a folder with experiment.json5, or that file")
    }
    do {
      return try ExperimentReader.load(path)
    } catch {
      throw report(error)
    }
  }

  static func model(_ path: String) throws(CommandFailure) -> LoadedModel {
    if InputFiles.disk.kind(of: path) == .file, !path.hasSuffix(".json5") {
      throw CommandFailure(
        code: .missingInput,
        message:
          "\(path) is no model; what is described is a folder with model.json5 or experiment.json5, or that file"
      )
    }
    do {
      return try ModelReader.load(path)
    } catch {
      throw report(error)
    }
  }

  static func report(_ failure: LoadFailure) -> CommandFailure {
    let count = failure.mistakes.count
    return CommandFailure(
      code: failure.isMissingInput ? .missingInput : .badModel,
      message: "\(count) mistake\(count == 1 ? "" : "s"), nothing was run\n\(failure.description)")
  }
}
