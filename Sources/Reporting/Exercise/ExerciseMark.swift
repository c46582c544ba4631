/// The words that begin and end every message of an exercise, so that nobody takes it for a real one.
public enum ExerciseMark {
  /// `ÖVNING ÖVNING ÖVNING` or `EXERCISE EXERCISE EXERCISE`.
  public static let words = LocalText(sv: "ÖVNING ÖVNING ÖVNING", en: "EXERCISE EXERCISE EXERCISE")

  /// One word of ``words``.
  public static let word = LocalText(sv: "ÖVNING", en: "EXERCISE")

  /// Swedish and English together, for a place with no language of its own.
  public static let both = "ÖVNING – EXERCISE"

  /// The message between the mark's words; what has them already is left as it is.
  public static func message(_ text: String, in language: Language) -> String {
    var marked = text
    if !text.hasPrefix(word[language]) { marked = words[language] + "\n" + marked }
    if !text.hasSuffix(word[language]) && !text.hasSuffix(word[language] + ".") {
      marked += "\n" + words[language]
    }
    return marked
  }

  /// The subject line with one word of the mark before it; what has it already is left as it is.
  public static func subject(_ text: String, in language: Language) -> String {
    text.hasPrefix(word[language]) ? text : "\(word[language]) – \(text)"
  }
}
