/// The shells whose completion is written.
enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The script, from the list of verbs.
  var script: String {
    switch self {
    case .bash: BashCompletion.script
    case .zsh: ZshCompletion.script
    case .fish: FishCompletion.script
    }
  }
}

/// `beredskap completions`.
enum CompletionsCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.completions)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.completions.help) }
    let name = arguments.positions[0]
    guard let shell = Shell(rawValue: name) else {
      throw CommandFailure(
        code: .usage,
        message: "there are no completions for \(name)"
          + Arguments.hint(name, among: Shell.allCases.map(\.rawValue)))
    }
    Console.print(shell.script)
  }
}
