import ScenarioFiles

/// Reads inputs and turns every mistake of every file into one report.
enum Inputs {
  static func experiment(_ path: String) throws(CommandFailure) -> LoadedExperiment {
    do {
      return try ExperimentReader.load(path)
    } catch {
      throw report(error)
    }
  }

  static func model(_ path: String) throws(CommandFailure) -> LoadedModel {
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
