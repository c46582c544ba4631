/// The reference pages and JSON Schemas of the formats, written from the field lists that the reader follows.
public enum FormatPages {
  /// One format.
  public enum Format: String, Sendable, CaseIterable {
    /// A model file.
    case model
    /// A scenario file.
    case scenario
    /// An experiment file.
    case experiment
    /// An exercise file.
    case exercise

    /// The field list of the file.
    public var root: FieldList {
      switch self {
      case .model: ModelFields.model
      case .scenario: ScenarioFields.scenario
      case .experiment: ExperimentFields.experiment
      case .exercise: ExerciseFields.exercise
      }
    }

    /// The name of the page's file.
    public var pageName: String { "\(rawValue.prefix(1).uppercased())\(rawValue.dropFirst())Format.md" }
  }

  /// The reference page in Markdown.
  public static func reference(_ format: Format) -> String {
    let page = ReferencePage.markdown(of: format.root, title: "The \(format.rawValue) file")
    guard let end = page.firstIndex(of: "\n") else { return page }
    return page[..<end] + "\n\n" + introduction + page[end...]
  }

  /// The JSON Schema, so that an editor completes keys.
  public static func schema(_ format: Format) -> String {
    JSONSchema.text(
      of: format.root, title: "Beredskap \(format.rawValue)",
      identifier: "https://beredskap.invalid/schemas/\(format.rawValue).schema.json")
  }

  private static let introduction = """
    A JSON5 file. This page is written from the field lists that the reader follows.

    A key marked `<time>` ends in its unit (`_seconds`, `_minutes`, `_hours`, `_days`, `_weeks`), one marked `<rate>` in \
    `_per_hour`, `_per_day`, `_per_week` or `_per_year`. Every number needs a source: `source` in its object or in one \
    around it but the model as a whole, or `<key>_source`; in a table the columns `source` and `<column>_source`. A source that begins with \
    "assumption" or "what if" marks an assumed number, "derived" or "fitted" a derived one. Every object may have a \
    `note`; every table a column `note`.

    """
}
