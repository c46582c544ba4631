import ScenarioFiles

/// `beredskap check`.
enum CheckCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.check)
    if arguments.flags.contains("--help") { return Console.print(Verbs.check.help) }
    let check = InputCheck.check(paths: arguments.positions)
    if !arguments.flags.contains("--quiet") {
      for item in check.items { Console.print("\(item.subject.rawValue) \(item.path)") }
    }
    if check.mistakes.isEmpty { return Console.print("no mistakes") }
    let count = check.mistakes.count
    throw CommandFailure(
      code: check.failure.isMissingInput ? .missingInput : .badModel,
      message: "\(count) mistake\(count == 1 ? "" : "s")\n\(check.failure.description)")
  }
}
