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

  /// Whether a file is there; if not, that is reported where it is named, with what may have been meant.
  private static func isThere(
    _ file: String, named what: String, _ path: String, in root: FieldReader, _ key: String,
    files: InputFiles
  ) -> Bool {
    if files.kind(of: file) == .file { return true }
    let name = Self.bare(lastStep(of: path))
    // What is there under this very name is of another kind.
    let others = files.names(in: folder(of: path)).map(Self.bare).filter { $0 != name }
    let near = nearestWord(to: name, among: others)
    let hint = near.map { "; did you mean '\($0)'?" } ?? ""
    let position = root.place(of: key).position
    root.log.add(
      Mistake(
        file: root.node.place.source.path, line: position.line, column: position.column, path: key,
        sentence: "there is no \(what) '\(name)' in \(folder(of: path))\(hint)", kind: .missingInput))
    return false
  }

  /// Translations of several files, of each text the first.
  private static func merged(_ first: [Translation], _ rest: [Translation]) -> [Translation] {
    var seen: Set<String> = []
    return (first + rest).filter { seen.insert($0.text).inserted }
  }

  /// The name of a file as an experiment writes it.
  private static func bare(_ name: String) -> String {
    name.hasSuffix(".json5") ? String(name.dropLast(6)) : name
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
    guard isThere(modelFile, named: "model", folder(of: modelFile), in: root, "model", files: files),
      let model = ModelDocument(path: modelFile, files: files, log: log)
    else { return nil }
    guard isThere(scenarioFile, named: "scenario", scenarioFile, in: root, "scenario", files: files),
      let scenario = ScenarioDocument(path: scenarioFile, files: files, log: log), !model.root.isBroken,
      !scenario.root.isBroken
    else {
      // What can be read alone is checked all the same.
      _ = ModelReading(model, context: ReadingContext(log: log))
      return nil
    }
    var design = DesignReading(settings: settings, model: model, scenario: scenario, context: context)
    let points = design.points()
    // What a run has columns of follows from the model: mistakes of the experiment hide none of its own.
    if log.isWithout(mistakesOutside: path), let network = points.first?.network {
      settings.reportColumns(MeasureList(network))
    }
    let handlings = [settings.handling] + points.flatMap { [$0.network.handling, $0.scenario.handling] }
    let limit = root.place(of: "memory_limit").position
    return LoadedExperiment(
      id: root.text("id") ?? "", title: root.text("title") ?? "", question: root.text("question") ?? "",
      handling: handlings.max() ?? .open, seed: UInt64(root.integer("seed") ?? 0),
      replications: root.integer("replications") ?? 1, isAntithetic: settings.isAntithetic,
      horizonDays: settings.horizonDays,
      drainDays: settings.drainDays, noWait: root.flag("no_wait") ?? false,
      writesRegionsDaily: settings.writesRegionsDaily,
      memoryLimitGigabytes: settings.memoryLimitGigabytes,
      memoryLimitPlace: "\(path):\(limit.line):\(limit.column)", arms: settings.arms,
      factors: settings.factors.map { $0.factor }, points: points, shown: settings.shown,
      expectations: settings.expectations,
      translations: merged(settings.translations, design.translations), evidence: context.evidence,
      inputFiles: [InputFile(source)] + model.files + [scenario.file])
  }
}
