import CareModel

/// One time that a trigger was met: what an inject can tell of it.
struct Occasion {
  /// Names the occasion within its kind of inject, so that a re-run with one change finds it again.
  var key: String
  /// When it happened, or the figures were taken: minutes since day 0.
  var minute: Int
  /// Region, by index; nil for the nation.
  var region: Int?
  /// Facility, by index.
  var facility: Int?
  /// What the words in braces stand for, but for clock times and what every occasion has.
  var values: [(name: String, text: LocalText)]
  /// Words in braces that stand for clock times, with their minutes since day 0; nil where there is none.
  var clocks: [(name: String, minute: Int?)] = []
  /// The state variable it comes from, and its value.
  var variable: String
  var value: String
  /// Minute at which the figures were true, where figures are told.
  var cutOffMinute: Int?
  /// How it stands to what is true.
  var truth = InjectTruth.true
  /// Casualties it is about.
  var patients: [PatientKey] = []
  /// Names the event that several kinds of inject tell of; nil where there is none.
  var event: String?
  /// When a newer picture replaces the one that this asks about; nil where none does.
  var supersededMinute: Int?
}

/// A patient of a replication, the same in every arm.
struct PatientKey: Hashable {
  var origin: UInt32
  var ordinal: UInt32
}

extension LocalText {
  /// A number in both languages.
  static func number(_ value: Int) -> LocalText {
    LocalText(sv: Language.swedish.number(value), en: Language.english.number(value))
  }

  /// A number with the decimals that its size asks for.
  static func number(_ value: Double) -> LocalText {
    LocalText(sv: Language.swedish.plain(value), en: Language.english.plain(value))
  }

  /// A share as whole per cent, without the sign.
  static func percent(_ share: Double) -> LocalText {
    .number(share.isFinite ? Int((100 * min(max(share, -1e6), 1e6)).rounded()) : 0)
  }

  /// A list with an and before the last.
  static func list(_ words: [String]) -> LocalText {
    LocalText(sv: Language.swedish.list(words), en: Language.english.list(words))
  }
}
