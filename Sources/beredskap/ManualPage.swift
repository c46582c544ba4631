/// The manual page in the macros of man(7), from the list of verbs.
enum ManualPage {
  static var text: String {
    var lines = [
      ".TH BEREDSKAP 1 \"\(Beredskap.date)\" \"beredskap \(Beredskap.version)\" \"User Commands\"",
      ".SH NAME",
    ]
    lines += wrapped("beredskap - \(Overview.purpose)") + [".SH SYNOPSIS"]
    for (index, syntax) in Verbs.all.enumerated() {
      if index > 0 { lines.append(".br") }
      let usage = syntax.usage.split(separator: " ").dropFirst().map { escaped(String($0)) }
      lines.append(".B beredskap")
      lines.append(usage.joined(separator: " "))
    }
    lines.append(".SH EXAMPLES")
    lines += Overview.examples.flatMap(example)
    lines.append(".SH VERBS")
    for syntax in Verbs.all { lines += section(syntax) }
    lines += [".SH EXIT STATUS"]
    for exit in Overview.exitCodes { lines += item("\(exit.code.rawValue)", exit.text) }
    lines += [".SH ENVIRONMENT"]
    for variable in Overview.environment { lines += item(variable.name, variable.text) }
    lines += [".SH NOTES"]
    lines += Overview.notes.flatMap { wrapped($0) + [".PP"] }.dropLast()
    return lines.joined(separator: "\n")
  }

  private static func section(_ syntax: VerbSyntax) -> [String] {
    var lines =
      [".SS \(syntax.verb)"]
      + wrapped(syntax.summary.prefix(1).uppercased() + syntax.summary.dropFirst() + ".")
    lines += syntax.examples.flatMap(example)
    for position in syntax.positions { lines += item(position.usage, position.text) }
    for flag in syntax.flags { lines += item(HelpPage.label(flag), flag.text) }
    for note in syntax.notes where !note.hasPrefix(" ") { lines += [".PP"] + wrapped(note) }
    return lines
  }

  private static func example(_ example: VerbSyntax.Example) -> [String] {
    item(example.words, example.purpose)
  }

  private static func item(_ name: String, _ text: String) -> [String] {
    [".TP", ".B \(escaped(name))"] + wrapped(text)
  }

  /// Lines short enough to be edited, each safe at its beginning.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in escaped(text).split(separator: " ") {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > 78 {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? "\(word)" : " \(word)"
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&\($0)" : $0 }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }
}

/// `beredskap manual`.
enum ManualCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.manual)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.manual.help) }
    Console.print(ManualPage.text)
  }
}
