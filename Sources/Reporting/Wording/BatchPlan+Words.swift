public import BatchRunner
import ScenarioFiles

extension BatchPlan {
  /// Words of the files in both languages, by the text that a file has; look-ups only.
  public var words: [String: LocalText] {
    Dictionary(
      translations.map { ($0.text, LocalText(sv: $0.sv, en: $0.text)) },
      uniquingKeysWith: { first, _ in first })
  }
}
