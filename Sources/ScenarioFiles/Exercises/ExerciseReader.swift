public import CareModel

/// Reads an exercise file, `exercise.json5` beside a model, against that model's network.
public enum ExerciseReader {
  /// The exercise file that belongs to a model's folder or file.
  public static func file(ofModel path: String) -> String {
    ScenarioFiles.path("exercise.json5", from: folder(of: ModelReader.modelFile(path)))
  }

  /// Reads an exercise.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - network: what its unit kinds, stocks, professions and classes are names of.
  ///   - files: where to read from.
  /// - Throws: ``LoadFailure`` with every mistake.
  public static func load(
    _ path: String, network: CareNetwork, files: InputFiles = .disk
  ) throws(LoadFailure) -> LoadedExercise {
    let log = MistakeLog()
    let exercise = read(path, network: network, files: files, log: log)
    guard log.isEmpty, let exercise else { throw LoadFailure(log) }
    return exercise
  }

  /// Minutes since midnight of a clock time such as `08:05`; nil if it is none.
  public static func minutes(_ text: String) -> Int? { ExerciseReading.minutes(text) }

  /// Reads all that can be read and reports every mistake; nil if the file cannot be read.
  ///
  /// - Parameter torn: keys of the model of which something could not be read.
  static func read(
    _ path: String, network: CareNetwork, torn: Set<String> = [], files: InputFiles, log: MistakeLog
  ) -> LoadedExercise? {
    guard let source = files.load(path, into: log) else { return nil }
    let root = FieldReader(
      JSON5Parser.parse(source, into: log), as: ExerciseFields.exercise, context: ReadingContext(log: log))
    let reading = ExerciseReading(root, network: network, torn: torn)
    let kinds = root.objects("injects").map { reading.kind($0) }
    reading.checkOrder(of: root.objects("injects"))
    return LoadedExercise(
      title: reading.words("title", root), audiences: reading.audiences, trained: reading.trained(root),
      actors: reading.actors,
      channels: root.objects("channels").map(reading.named),
      storylines: root.objects("storylines").map(reading.named),
      pacing: reading.pacing(root.object("pacing")), kinds: kinds.compactMap { $0 },
      cards: root.object("cards").map { reading.cards($0) }, file: InputFile(source))
  }
}
