/// The first page: what the program is for, the verbs, and how it ends.
enum Overview {
  static let purpose = "what war or crisis does to care, region by region, and which policy changes it"

  static let examples: [VerbSyntax.Example] = [
    .init("beredskap init my-region", "a small model and an experiment to start from"),
    .init("beredskap run Experiments/sweden-first-look", "the first question to Sweden's 21 regions"),
    .init("beredskap help run", "what a verb takes"),
  ]

  /// How the program ends, after sysexits.
  static let exitCodes: [(code: ExitCode, text: String)] = [
    (.success, "done"),
    (.usage, "not used as written: the message says how"),
    (.badModel, "mistakes in the files: each has file, line and column"),
    (.missingInput, "a file is missing"),
    (.internal, "a mistake of the program: please report it"),
    (.cannotCreate, "the folder or file cannot be made, or holds something else"),
    (.inputOutput, "reading or writing failed"),
  ]

  static let environment: [(name: String, text: String)] = [
    ("NO_COLOR", "if set to anything, no colour"),
    ("TERM", "if \"dumb\", no colour and no line that overwrites itself"),
  ]

  static let notes = [
    "The same files, seed and version give the same bytes in every table, whatever the number of threads.",
    "Results go to stdout, all else to stderr. Simulated figures are no reported facts.",
  ]

  static var text: String {
    var lines = ["beredskap: \(purpose)", "", "Examples:"] + HelpPage.examples(examples)
    lines += ["", "Verbs:"]
    for syntax in Verbs.all {
      lines += HelpPage.entry(
        ([syntax.verb] + syntax.positions.map(\.usage)).joined(separator: " "), syntax.summary)
    }
    lines += HelpPage.entry("--version", "the version")
    lines += ["", "Ends with:"]
    for exit in exitCodes { lines += HelpPage.entry("\(exit.code.rawValue)", exit.text) }
    return lines.joined(separator: "\n")
  }
}
