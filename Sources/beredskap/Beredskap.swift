import Foundation

/// The command: finds the verb and ends with its code.
@main
enum Beredskap {
  static let version = "0.1.0"

  static func main() {
    // A reader that goes away must not end a run that still writes its tables.
    signal(SIGPIPE, SIG_IGN)
    var words = Array(CommandLine.arguments.dropFirst())
    let verb = words.isEmpty ? "--help" : words.removeFirst()
    do {
      try dispatch(verb, words)
    } catch {
      Console.complain("beredskap: \(error.message)")
      exit(error.code.rawValue)
    }
  }

  private static func dispatch(_ verb: String, _ words: [String]) throws(CommandFailure) {
    switch verb {
    case "run": try RunCommand.run(words)
    case "check": try CheckCommand.run(words)
    case "describe": try DescribeCommand.run(words)
    case "policies": try PoliciesCommand.run(words)
    case "report": try ReportCommand.run(words)
    case "bench": try BenchCommand.run(words)
    case "schema": try SchemaCommand.run(words)
    case "--help", "-h", "help": Console.print(Verbs.overview)
    case "--version": Console.print("beredskap \(version)")
    default:
      throw CommandFailure(
        code: .usage,
        message: "there is no verb \(verb)" + Arguments.hint(verb, among: Verbs.all.map(\.verb)))
    }
  }
}
