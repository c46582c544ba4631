import BatchRunner
import CareModel
import Reporting
import ScenarioFiles

/// `beredskap describe`.
enum DescribeCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.describe)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.describe.help) }
    let path = arguments.positions[0]
    try Inputs.requireSomething(at: path)
    let isExperiment = InputCheck.check(paths: [path]).items.contains { $0.subject == .experiment }
    var heading: String?
    var scenario: Scenario?
    let network: CareNetwork
    let evidence: Evidence
    if isExperiment {
      let experiment = try Inputs.experiment(path)
      network = experiment.points[0].network
      evidence = experiment.evidence
      scenario = experiment.points[0].scenario
      heading = "\(experiment.title)\n\(experiment.question)\n"
    } else {
      let model = try Inputs.model(path)
      network = model.network
      evidence = model.evidence
    }
    let place = arguments.values["--svg"]
    if arguments.flags.contains("--json") {
      guard place == nil else {
        throw CommandFailure(code: .usage, message: "--json and --svg: one at a time")
      }
      return Console.printWhole(NetworkJSON.value(network, scenario: scenario, evidence: evidence).rendered)
    }
    if let place {
      let drawing = NetworkDrawing.svg(network, evidence: evidence)
      if place == "-" {
        _ = try Console.write(Array(drawing.utf8))
        return
      }
      try WholeFile.write(drawing, to: place, replacing: .drawing)
    }
    if let heading { Console.print(heading) }
    Console.print(NetworkDescription.text(network))
    if let scenario { Console.print("\n" + ScenarioDescription.text(scenario, in: network)) }
    Console.print("")
    for line in AssumptionList.lines(evidence) { Console.print(line) }
    if let place { Console.print("\nDrawing: \(place)") }
  }
}
