public import CareModel

/// A scenario that was read and checked against its model.
public struct LoadedScenario: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// How well its numbers are founded.
  public let evidence: Evidence
  /// The file it was read from.
  public let file: InputFile
}

/// Reads a scenario: a file in the folder `scenarios` of a model.
public enum ScenarioReader {
  /// Reads a scenario and the model it belongs to.
  ///
  /// - Parameters:
  ///   - path: the scenario file.
  ///   - model: the model's folder; by default the folder above `scenarios`.
  ///   - files: where to read from.
  /// - Throws: ``LoadFailure`` with every mistake of every file.
  public static func load(
    _ path: String, model: String? = nil, files: InputFiles = .disk
  ) throws(LoadFailure) -> LoadedScenario {
    let log = MistakeLog()
    let context = ReadingContext(log: log)
    let modelPath = ModelReader.modelFile(model ?? ScenarioFiles.path("..", from: folder(of: path)))
    let model = ModelDocument(path: modelPath, files: files, log: log)
    let scenario = ScenarioDocument(path: path, files: files, log: log)
    guard let model, let scenario else { throw LoadFailure(log) }
    let reading = ScenarioReading(
      scenario, model: ModelReading(model, context: ReadingContext(log: log)), context: context)
    guard log.isEmpty else { throw LoadFailure(log) }
    return LoadedScenario(scenario: reading.scenario, evidence: context.evidence, file: scenario.file)
  }
}
