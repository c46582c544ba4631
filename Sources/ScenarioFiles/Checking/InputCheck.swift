public import CareModel

/// Checks any inputs: finds out what each path is and gathers every mistake of every file.
public struct InputCheck: Sendable {
  /// What a path was taken for.
  public enum Subject: String, Sendable {
    /// A model.
    case model
    /// A scenario.
    case scenario
    /// An experiment.
    case experiment
    /// An exercise.
    case exercise
    /// A table of reporting times.
    case reporting
  }

  /// A file that may lie beside a model, and that another layer reads.
  public struct Companion: Sendable {
    /// Its name in the model's folder.
    public let name: String
    /// What it is.
    public let subject: Subject
    /// Reads the file at a path, for a network, into a log of mistakes.
    public let read: @Sendable (String, CareNetwork, InputFiles, MistakeLog) -> Void

    /// A companion of models.
    public init(
      name: String, subject: Subject,
      read: @escaping @Sendable (String, CareNetwork, InputFiles, MistakeLog) -> Void
    ) {
      self.name = name
      self.subject = subject
      self.read = read
    }
  }

  /// One thing that was checked.
  public struct Item: Sendable {
    /// Its file.
    public let path: String
    /// What it is.
    public let subject: Subject
    /// What is no mistake but may not be meant.
    public internal(set) var notes: [String] = []
  }

  /// What was checked, in the order of the paths, folders by name.
  public private(set) var items: [Item] = []
  /// The mistakes, sorted.
  public var mistakes: [Mistake] { failure.mistakes }
  /// The mistakes with their text and whether input was missing.
  public private(set) var failure: LoadFailure

  /// Checks folders and files: a model or experiment folder, a scenario file, or a folder with many of them. Of a
  /// model all scenarios and companions are checked too.
  ///
  /// - Parameters:
  ///   - companions: what other layers read beside a model.
  ///   - notes: what is said of an experiment without mistakes.
  public static func check(
    paths: [String], files: InputFiles = .disk, companions: [Companion] = [],
    notes: @escaping @Sendable (LoadedExperiment) -> [String] = { $0.notes }
  ) -> InputCheck {
    let log = MistakeLog()
    var check = InputCheck(failure: LoadFailure(log), companions: companions, notes: notes)
    for path in paths { check.visit(path, files: files, log: log, isAsked: true) }
    log.settle()
    check.failure = LoadFailure(log)
    return check
  }

  private let companions: [Companion]
  private let notes: @Sendable (LoadedExperiment) -> [String]

  private init(
    failure: LoadFailure, companions: [Companion], notes: @escaping @Sendable (LoadedExperiment) -> [String]
  ) {
    self.failure = failure
    self.companions = companions
    self.notes = notes
  }

  private mutating func visit(_ path: String, files: InputFiles, log: MistakeLog, isAsked: Bool) {
    switch files.kind(of: path) {
    case .missing:
      let near = files.nearestPath(to: path).map { "; did you mean \($0)?" } ?? ""
      refuse(path, "there is no such file or folder\(near)", log)
    case .file: visitFile(path, files: files, log: log, isAsked: isAsked)
    case .folder:
      let names = files.names(in: path)
      if names.contains("model.json5") {
        checkModel(ScenarioFiles.path("model.json5", from: path), files: files, log: log)
      } else if names.contains("experiment.json5") {
        checkExperiment(ScenarioFiles.path("experiment.json5", from: path), files: files, log: log)
      } else {
        let before = items.count
        for name in names {
          let inner = ScenarioFiles.path(name, from: path)
          if files.kind(of: inner) == .folder || name.hasSuffix(".json5") {
            visit(inner, files: files, log: log, isAsked: false)
          }
        }
        if isAsked, items.count == before {
          refuse(path, "there is no model.json5, experiment.json5 or scenario in this folder", log)
        }
      }
    }
  }

  private mutating func visitFile(_ path: String, files: InputFiles, log: MistakeLog, isAsked: Bool) {
    // What the file says of itself is read into a log of its own, so that nothing is reported twice.
    let own = MistakeLog()
    let outline = files.load(path, into: own).map { JSON5Parser.outline($0, into: own) }
    func has(_ key: String) -> Bool { outline?.root[key] != nil }
    if has("arms") || has("replications") || lastStep(of: path) == "experiment.json5" {
      checkExperiment(path, files: files, log: log)
    } else if has("unit_kinds") || has("pathways") || lastStep(of: path) == "model.json5" {
      checkModel(path, files: files, log: log)
    } else if let companion = companions.first(where: { $0.name == lastStep(of: path) }) {
      checkCompanion(companion, path, files: files, log: log)
    } else if lastStep(of: path) == "exercise.json5" || has("injects") {
      checkExercise(path, files: files, log: log)
    } else if has("streams") || has("events") || has("whose_figures")
      || lastStep(of: folder(of: path)) == "scenarios"
    {
      checkScenario(path, files: files, log: log)
    } else if path.hasSuffix(".json5"), outline?.isSure == false {
      // What it is cannot be told before that is mended.
      log.add(contentsOf: own)
    } else if isAsked {
      refuse(
        path, "this is no model, scenario, experiment or exercise; for a table check its model's folder", log,
        .content)
    }
  }

  private func refuse(
    _ path: String, _ sentence: String, _ log: MistakeLog, _ kind: Mistake.Kind = .missingInput
  ) {
    log.add(Mistake(file: path, line: 1, column: 1, path: "", sentence: sentence, kind: kind))
  }

  private mutating func checkModel(_ path: String, files: InputFiles, log: MistakeLog) {
    items.append(Item(path: path, subject: .model))
    guard let document = ModelDocument(path: path, files: files, log: log), !document.root.isBroken else {
      return
    }
    let model = ModelReading(document, context: ReadingContext(log: log))
    Self.size.check(model, scenario: nil, log: log)
    let name = lastStep(of: folder(of: path))
    if lastStep(of: path) == "model.json5", name != ".", name != "..", let id = model.root.text("id"),
      id != name
    {
      items[items.count - 1].notes.append("the folder is \(name) and the id \(id): name one like the other")
    }
    // Beside a model of which parts cannot be read, everything would seem to name what there is not.
    guard isWhole(path, files) else { return }
    let exercise = ExerciseReader.file(ofModel: path)
    if files.kind(of: exercise) == .file {
      items.append(Item(path: exercise, subject: .exercise))
      _ = ExerciseReader.read(
        exercise, network: model.network, torn: model.tornKeys, files: files, log: log)
    }
    for companion in companions {
      let place = ScenarioFiles.path(companion.name, from: folder(of: path))
      guard files.kind(of: place) == .file else { continue }
      items.append(Item(path: place, subject: companion.subject))
      companion.read(place, model.network, files, log)
    }
    let scenarios = ScenarioFiles.path("scenarios", from: folder(of: path))
    for name in files.names(in: scenarios) where name.hasSuffix(".json5") {
      let scenarioPath = ScenarioFiles.path(name, from: scenarios)
      items.append(Item(path: scenarioPath, subject: .scenario))
      checkScenario(scenarioPath, model: model, files: files, log: log)
    }
  }

  private func isWhole(_ path: String, _ files: InputFiles) -> Bool {
    let own = MistakeLog()
    let root = files.load(path, into: own).map { JSON5Parser.parse($0, into: own) }
    return own.isEmpty && root?.members != nil
  }

  private mutating func checkScenario(_ path: String, files: InputFiles, log: MistakeLog) {
    items.append(Item(path: path, subject: .scenario))
    let modelPath = ModelReader.modelFile(ScenarioFiles.path("..", from: folder(of: path)))
    guard let document = ModelDocument(path: modelPath, files: files, log: log) else { return }
    if document.root.isBroken {
      _ = ScenarioDocument(path: path, files: files, log: log)
      return
    }
    let model = ModelReading(document, context: ReadingContext(log: log))
    checkScenario(path, model: model, files: files, log: log)
  }

  private mutating func checkExercise(_ path: String, files: InputFiles, log: MistakeLog) {
    items.append(Item(path: path, subject: .exercise))
    guard let model = modelBeside(path, files: files, log: log) else { return }
    _ = ExerciseReader.read(path, network: model.network, torn: model.tornKeys, files: files, log: log)
  }

  private mutating func checkCompanion(
    _ companion: Companion, _ path: String, files: InputFiles, log: MistakeLog
  ) {
    items.append(Item(path: path, subject: companion.subject))
    guard let model = modelBeside(path, files: files, log: log) else { return }
    companion.read(path, model.network, files, log)
  }

  private func modelBeside(_ path: String, files: InputFiles, log: MistakeLog) -> ModelReading? {
    let modelPath = ScenarioFiles.path("model.json5", from: folder(of: path))
    guard let document = ModelDocument(path: modelPath, files: files, log: log), !document.root.isBroken
    else {
      return nil
    }
    return ModelReading(document, context: ReadingContext(log: log))
  }

  private func checkScenario(_ path: String, model: ModelReading, files: InputFiles, log: MistakeLog) {
    guard let document = ScenarioDocument(path: path, files: files, log: log), !document.root.isBroken else {
      return
    }
    let scenario = ScenarioReading(document, model: model, context: ReadingContext(log: log))
    Self.size.check(model, scenario: scenario, log: log)
  }

  private mutating func checkExperiment(_ path: String, files: InputFiles, log: MistakeLog) {
    items.append(Item(path: path, subject: .experiment))
    // What is built of files with mistakes cannot be asked for notes.
    let own = MistakeLog()
    let experiment = ExperimentReader.read(path, files: files, log: own)
    log.add(contentsOf: own)
    if own.isEmpty, let experiment { items[items.count - 1].notes = notes(experiment) }
  }

  private static let size = RunSize(
    horizonDays: ModelReader.horizonDaysAlone, drainDays: 0,
    memoryLimitGigabytes: ModelReader.memoryLimitAlone, isSupposed: true)
}
