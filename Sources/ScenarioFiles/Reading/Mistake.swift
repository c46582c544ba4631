/// One thing wrong in an input file: where it is, what it concerns and a sentence a person can act on.
public struct Mistake: Sendable, Hashable, Comparable, CustomStringConvertible, Error {
  /// Whether the input itself is absent, which the command tells apart by its exit code.
  public enum Kind: Int, Sendable {
    /// The file is there and its content is wrong.
    case content
    /// The file is missing or cannot be opened.
    case missingInput
  }

  /// The file as the user typed it.
  public let file: String
  /// Line, from 1.
  public let line: Int
  /// Column in Unicode scalars, from 1.
  public let column: Int
  /// The value concerned, such as `classes.t1.stay.mean_hours`; empty for the file as a whole.
  public let path: String
  /// What is wrong and, where possible, what to write instead.
  public let sentence: String
  /// Wrong content or missing input.
  public let kind: Kind

  /// Creates a mistake at a line and column that start at 1.
  public init(
    file: String, line: Int, column: Int, path: String, sentence: String, kind: Kind = .content
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.sentence = sentence
    self.kind = kind
  }

  /// Creates a mistake that points at the start of a place.
  public init(at place: TextPlace, path: String, sentence: String) {
    let position = place.position
    self.init(
      file: place.source.path, line: position.line, column: position.column, path: path,
      sentence: sentence)
  }

  /// `file:line:column: path: sentence`, which editors turn into a link. It is one line, whatever the file has in keys
  /// and cells: a line break is shown as `\n`, and what cannot be seen by its number.
  public var description: String {
    let start = "\(file):\(line):\(column): "
    return Self.visible(path.isEmpty ? start + sentence : start + "\(path): \(sentence)")
  }

  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isUnseen || $0.isLineEnd }) else { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      switch scalar {
      case "\n": shown += "\\n"
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      case let scalar where scalar.isUnseen || scalar.isLineEnd:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        shown +=
          "\\u"
          + (digits.count > 4 ? "{\(digits)}" : String(repeating: "0", count: 4 - digits.count) + digits)
      default: shown.unicodeScalars.append(scalar)
      }
    }
  }

  /// By file, line and column; then by path and sentence, so that the order is total.
  public static func < (left: Self, right: Self) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if (left.line, left.column) != (right.line, right.column) {
      return (left.line, left.column) < (right.line, right.column)
    }
    return (left.path, left.sentence) < (right.path, right.sentence)
  }
}
