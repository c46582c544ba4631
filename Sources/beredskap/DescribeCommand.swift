import CareModel
import Reporting
import ScenarioFiles

/// `beredskap describe`.
enum DescribeCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.describe)
    if arguments.flags.contains("--help") { return Console.print(Verbs.describe.help) }
    let path = arguments.positions[0]
    let isExperiment = InputCheck.check(paths: [path]).items.contains { $0.subject == .experiment }
    let network: CareNetwork
    let evidence: Evidence
    if isExperiment {
      let experiment = try Inputs.experiment(path)
      network = experiment.points[0].network
      evidence = experiment.evidence
      Console.print("\(experiment.title)\n\(experiment.question)\n")
    } else {
      let model = try Inputs.model(path)
      network = model.network
      evidence = model.evidence
    }
    Console.print(NetworkDescription.text(network))
    Console.print(
      "\nNumbers: \(evidence.total), of which \(evidence.sourced) sourced, \(evidence.derived) derived, "
        + "\(evidence.assumed) assumed")
    Console.print("Assumptions")
    for assumption in grouped(evidence.assumptions) { Console.print("  " + assumption) }
  }

  /// One line for each text, with where it first stands and how many entries rest on it.
  private static func grouped(_ assumptions: [Assumption]) -> [String] {
    var order: [String] = []
    var first: [String: Assumption] = [:]
    var count: [String: Int] = [:]
    for assumption in assumptions {
      if first[assumption.text] == nil {
        order.append(assumption.text)
        first[assumption.text] = assumption
      }
      count[assumption.text, default: 0] += 1
    }
    return order.compactMap { text in
      guard let one = first[text], let number = count[text] else { return nil }
      let more = number > 1 ? " and \(number - 1) more" : ""
      return "\(one.file):\(one.line) \(one.path) = \(one.value)\(more)\n      \(text)"
    }
  }
}
