/// A language that pages, files and messages are written in.
public enum Language: String, Sendable, CaseIterable {
  /// Swedish.
  case swedish = "sv"
  /// English.
  case english = "en"
}

/// The same words in both languages.
public struct LocalText: Sendable, Equatable {
  /// In Swedish.
  public var sv: String
  /// In English.
  public var en: String

  /// Words in both languages.
  public init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }

  /// The words in a language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .swedish: sv
    case .english: en
    }
  }
}
