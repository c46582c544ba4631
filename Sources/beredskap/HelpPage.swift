/// The help of a verb: examples first, then what it takes.
struct HelpPage {
  /// The widest line, in characters.
  static let width = 100
  /// Where the texts of positions and flags begin.
  private static let column = 24

  let syntax: VerbSyntax

  /// The page, without a line end after it.
  var text: String {
    var parts = ["beredskap \(syntax.verb): \(syntax.summary)"]
    parts.append((["Examples:"] + Self.examples(syntax.examples)).joined(separator: "\n"))
    let entries =
      syntax.positions.map { ($0.usage, $0.text) }
      + (syntax.flags + VerbSyntax.common).map { (Self.label($0), $0.text) }
    parts.append(
      (["Use: \(syntax.usage)"] + entries.flatMap { Self.entry($0.0, $0.1) }).joined(separator: "\n"))
    parts += syntax.notes.map { note in
      note.hasPrefix(" ") ? note : Self.wrapped(note, indent: 0).joined(separator: "\n")
    }
    return parts.joined(separator: "\n\n")
  }

  /// Two lines for each: the call, and below it what it is for.
  static func examples(_ examples: [VerbSyntax.Example]) -> [String] {
    examples.flatMap { ["  \($0.words)"] + wrapped($0.purpose, indent: 6) }
  }

  static func label(_ flag: VerbSyntax.Flag) -> String { flag.name + (flag.value.map { " \($0)" } ?? "") }

  /// A name and its text beside it, or below it where the name is long.
  static func entry(_ name: String, _ text: String) -> [String] {
    var lines = wrapped(text, indent: column)
    guard name.count + 4 <= column, let first = lines.first else { return ["  \(name)"] + lines }
    lines[0] = "  \(name)" + String(repeating: " ", count: column - 2 - name.count) + first.dropFirst(column)
    return lines
  }

  /// Lines of at most ``width`` characters, all indented.
  static func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if line.count > indent, line.count + 1 + word.count > width {
        lines.append(line)
        line = margin
      }
      line += line.count > indent ? " \(word)" : "\(word)"
    }
    return line.count > indent ? lines + [line] : lines
  }
}

extension VerbSyntax {
  /// The help of the verb.
  var help: String { HelpPage(syntax: self).text }
}
