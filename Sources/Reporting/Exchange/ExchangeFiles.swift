/// Every file that other tools read of an exercise.
public enum ExchangeFiles {
  /// What belongs to a choice of the designer rather than to the exercise.
  public struct Choices: Sendable, Equatable {
    /// Language of the files that have one.
    public var language: Language
    /// Ids of the kinds of inject that an alert (CAP) is made of.
    public var alertKinds: [String]
    /// Ids of the channels whose messages OpenAEV sends as e-mail.
    public var writtenChannels: [String]

    /// Choices.
    public init(language: Language, alertKinds: [String] = [], writtenChannels: [String] = []) {
      self.language = language
      self.alertKinds = alertKinds
      self.writtenChannels = writtenChannels
    }
  }

  /// The canonical tables with their data package, the workbook, the files for OpenAEV and Conducttr, the alerts, the
  /// bundle of casualties when there are any, and the log of patients when there is one.
  ///
  /// Equal arguments give equal bytes.
  ///
  /// - Parameters:
  ///   - list: the exercise.
  ///   - log: events of the patients of its replication.
  ///   - choices: languages, kinds and channels.
  /// - Throws: ``ExchangeFailure`` when a file would be larger than its format can hold.
  /// - Complexity: O(n log n) of injects and log rows.
  public static func all(
    _ list: ExerciseList, log: [PatientLogRow] = [], choices: Choices
  ) throws(ExchangeFailure) -> [ExchangeFile] {
    var files = ExchangePackage.files(list)
    files.append(try InjectWorkbook.file(list, in: choices.language))
    files += try OpenAEVWorkbook.files(
      list, in: choices.language, writtenChannels: choices.writtenChannels)
    files.append(
      try OpenAEVScenario.file(list, in: choices.language, writtenChannels: choices.writtenChannels))
    files.append(ConducttrList.file(list, in: choices.language))
    files += CommonAlert.files(list, kinds: choices.alertKinds)
    if !list.cards.isEmpty { files.append(CasualtyBundle.file(list, in: choices.language)) }
    if !log.isEmpty { files.append(PatientLog.file(log, replication: list.replication)) }
    return files
  }
}
