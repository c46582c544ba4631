import CareModel

/// Reads an experiment with its model and scenario: a folder with `experiment.json5`, or that file.
public enum ExperimentReader {
  /// Most combinations of levels.
  static let pointLimit = 10_000

  /// Reads an experiment.
  ///
  /// - Parameters:
  ///   - path: a folder, or an experiment file.
  ///   - files: where to read from.
  /// - Throws: ``LoadFailure`` with every mistake of every file.
  /// - Complexity: O(design points × size of the model), or of the scenario alone if no level changes the model.
  public static func load(
    _ path: String, files: InputFiles = .disk
  ) throws(LoadFailure) -> LoadedExperiment {
    let log = MistakeLog()
    let experiment = read(experimentFile(path), files: files, log: log)
    guard log.isEmpty, let experiment else { throw LoadFailure(log) }
    return experiment
  }

  /// The experiment file that a path means.
  static func experimentFile(_ path: String) -> String {
    path.hasSuffix(".json5") ? path : ScenarioFiles.path("experiment.json5", from: path)
  }

  /// Reads everything that can be read and reports every mistake; nil if a file cannot be read.
  static func read(_ path: String, files: InputFiles, log: MistakeLog) -> LoadedExperiment? {
    guard let source = files.load(path, into: log) else { return nil }
    let context = ReadingContext(log: log)
    let root = FieldReader(
      JSON5Parser.parse(source, into: log), as: ExperimentFields.experiment, context: context)
    let settings = ExperimentSettings(root)
    guard let modelPath = root.text("model"), let scenarioId = root.text("scenario") else { return nil }
    let modelFile = ModelReader.modelFile(ScenarioFiles.path(modelPath, from: folder(of: path)))
    let scenarioFile = ScenarioFiles.path("scenarios/\(scenarioId).json5", from: folder(of: modelFile))
    let model = ModelDocument(path: modelFile, files: files, log: log)
    let scenario = ScenarioDocument(path: scenarioFile, files: files, log: log)
    guard let model, let scenario else {
      // What can be read alone is checked all the same.
      if let model { _ = ModelReading(model, context: ReadingContext(log: log)) }
      return nil
    }
    var design = DesignReading(settings: settings, model: model, scenario: scenario, context: context)
    let points = design.points()
    let handlings = [settings.handling] + points.flatMap { [$0.network.handling, $0.scenario.handling] }
    return LoadedExperiment(
      id: root.text("id") ?? "", title: root.text("title") ?? "", question: root.text("question") ?? "",
      handling: handlings.max() ?? .open, seed: UInt64(root.integer("seed") ?? 0),
      replications: root.integer("replications") ?? 1, horizonDays: settings.horizonDays,
      drainDays: settings.drainDays, noWait: root.flag("no_wait") ?? false,
      memoryLimitGigabytes: settings.memoryLimitGigabytes, arms: settings.arms,
      factors: settings.factors.map { $0.factor }, points: points, expectations: settings.expectations,
      evidence: context.evidence, inputFiles: [InputFile(source)] + model.files + [scenario.file])
  }
}
