public import CareModel

/// A model that was read and checked.
public struct LoadedModel: Sendable {
  /// The network.
  public let network: CareNetwork
  /// How well its numbers are founded; each cell of a table counts.
  public let evidence: Evidence
  /// Swedish words of its texts.
  public let translations: [Translation]
  /// How its outputs are to be handled.
  public var handling: Handling { network.handling }
  /// The files it was read from.
  public let files: [InputFile]
}

/// Reads a model: a folder with `model.json5` and its tables, or that file.
public enum ModelReader {
  /// Horizon in days for which the size of a model alone is judged.
  static let horizonDaysAlone = 90.0
  /// Memory in gigabytes for which it is judged.
  static let memoryLimitAlone = 8.0

  /// Reads a model.
  ///
  /// - Parameters:
  ///   - path: a folder, or a model file.
  ///   - files: where to read from.
  /// - Throws: ``LoadFailure`` with every mistake of every file.
  public static func load(
    _ path: String, files: InputFiles = .disk
  ) throws(LoadFailure) -> LoadedModel {
    let context = ReadingContext()
    guard let document = ModelDocument(path: modelFile(path), files: files, log: context.log) else {
      throw LoadFailure(context.log)
    }
    let reading = ModelReading(document, context: context)
    RunSize(
      horizonDays: horizonDaysAlone, drainDays: 0, memoryLimitGigabytes: memoryLimitAlone
    ).check(reading, scenario: nil, log: context.log)
    guard context.log.isEmpty else { throw LoadFailure(context.log) }
    return LoadedModel(
      network: reading.network, evidence: context.evidence, translations: reading.translations,
      files: document.files)
  }

  /// The model file that a path means.
  static func modelFile(_ path: String) -> String {
    path.hasSuffix(".json5") ? path : ScenarioFiles.path("model.json5", from: path)
  }
}
