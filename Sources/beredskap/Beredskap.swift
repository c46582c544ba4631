import Foundation

/// The command: finds the verb and ends with its code.
@main
enum Beredskap {
  static let version = "0.1.0"
  /// Of the version, for the manual.
  static let date = "2026-11-21"

  static func main() {
    // A reader that goes away must not end a run that still writes its tables.
    signal(SIGPIPE, SIG_IGN)
    var words = Array(CommandLine.arguments.dropFirst())
    if words.contains("--no-color") {
      Colour.isOff = true
      words.removeAll { $0 == "--no-color" }
    }
    let verb = words.isEmpty ? "--help" : words.removeFirst()
    do {
      try dispatch(verb, words)
      try Console.finish()
    } catch {
      Console.complain(error)
      exit(error.code.rawValue)
    }
  }

  private static func dispatch(_ verb: String, _ words: [String]) throws(CommandFailure) {
    switch verb {
    case "run": try RunCommand.run(words)
    case "injects": try InjectsCommand.run(words)
    case "init": try InitCommand.run(words)
    case "lagesbild": try LagesbildCommand.run(words)
    case "check": try CheckCommand.run(words)
    case "describe": try DescribeCommand.run(words)
    case "policies": try PoliciesCommand.run(words)
    case "report": try ReportCommand.run(words)
    case "bench": try BenchCommand.run(words)
    case "schema": try SchemaCommand.run(words)
    case "completions": try CompletionsCommand.run(words)
    case "manual": try ManualCommand.run(words)
    case "help": try HelpCommand.run(words)
    case "--help", "-h": Console.printPage(Overview.text)
    case "--version", "-V": Console.print("beredskap \(version)")
    default: throw noVerb(verb)
    }
  }

  static func noVerb(_ verb: String) -> CommandFailure {
    CommandFailure(
      code: .usage,
      message: "there is no verb \(verb)"
        + Arguments.hint(
          verb, among: Verbs.all.map(\.verb) + (verb.hasPrefix("-") ? ["--help", "--version"] : [])))
  }
}

/// `beredskap help`.
enum HelpCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.help)
    guard let verb = arguments.positions.first, !arguments.flags.contains("--help") else {
      return Console.printPage(Overview.text)
    }
    guard let syntax = Verbs.all.first(where: { $0.verb == verb }) else { throw Beredskap.noVerb(verb) }
    Console.printPage(syntax.help)
  }
}
