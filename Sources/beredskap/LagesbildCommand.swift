import BatchRunner
import CareModel
import Foundation
import Reporting
import ScenarioFiles

/// `beredskap lagesbild`.
enum LagesbildCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.lagesbild)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.lagesbild.help) }
    let dayFlag: Int? = try arguments.integer("--day", in: 0...1_000_000)
    guard let day = dayFlag else {
      throw CommandFailure(
        code: .usage, message: "lagesbild needs --day, such as: \(Verbs.lagesbild.examples[0].words)")
    }
    let time: Int = try arguments.integer("--hour", in: 0...23) ?? 10
    let replication: Int = try arguments.integer("--replication", in: 0...999_999) ?? 0
    let language = try language(arguments)
    let run = try RecordedRun(arguments.positions[0])
    let arm = try run.arm(arguments.values["--arm"])
    let network = run.plan.points[0].network
    let regions = try regions(arguments.values["--region"], in: network)
    let record = TrajectoryRun(run.plan, replication: replication)
    let hour = day * 24 + time
    guard hour <= record.lastHour else {
      throw CommandFailure(
        code: .usage,
        message:
          "day \(day) at \(time) is beyond the run: it ends with day \(record.lastHour / 24) at 00:00 (\(run.plan.horizonDays) days and \(run.plan.drainDays) after)"
      )
    }
    let reporting = try reporting(arguments.values["--reporting"], run, network)
    let trajectory = record.record(
      arms: [arm], hours: hour, scope: hasSurge(network) ? .casualties : .none)[0]
    let report = SituationReport(
      trajectory, origin: origin(run, arm: arm, replication: replication, network), hour: hour,
      plan: reporting)
    let place = arguments.values["--out"] ?? "notebooks-output/\(run.plan.experimentID)-lagesbild"
    try write(report, network, regions, language, to: place)
  }

  private static func write(
    _ report: SituationReport, _ network: CareNetwork, _ regions: [Int]?, _ language: Language,
    to place: String
  ) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: place), withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        code: .cannotCreate,
        message: "\(place) cannot be made: something else has its name, or it may not be written")
    }
    let page = SituationPage(report, network: network, regions: regions, language: language)
    try WholeFile.write(page.html, to: "\(place)/situation.html")
    try WholeFile.write(SituationJSON.value(report).rendered, to: "\(place)/situation.json")
    Console.print("Page: \(place)/situation.html")
    Console.print("Figures: \(place)/situation.json")
    if let have = SituationHave.xml(report, network: network) {
      try WholeFile.write(have, to: "\(place)/situation-have.xml")
      Console.print("EDXL-HAVE 1.0: \(place)/situation-have.xml")
    } else {
      try? FileManager.default.removeItem(atPath: "\(place)/situation-have.xml")
      Console.complain("no EDXL-HAVE file: no figures of any hospital are published by then")
    }
  }

  private static func language(_ arguments: Arguments) throws(CommandFailure) -> Language {
    guard let text = arguments.values["--language"] else { return .swedish }
    guard let language = Language(rawValue: text) else {
      throw CommandFailure(code: .usage, message: "--language takes sv or en, not \"\(text)\"")
    }
    return language
  }

  /// Regions by code or name, separated by commas; nil for all.
  private static func regions(
    _ text: String?, in network: CareNetwork
  ) throws(CommandFailure) -> [Int]? {
    guard let text else { return nil }
    var indices: [Int] = []
    for part in text.split(separator: ",") {
      let word = part.trimmingCharacters(in: .whitespaces)
      guard
        let index = network.regions.firstIndex(where: { $0.id == word })
          ?? network.regions.firstIndex(where: { $0.name.lowercased() == word.lowercased() })
      else {
        let known = network.regions.map(\.id) + network.regions.map(\.name)
        let near = nearestWord(to: word, among: known).map { "; did you mean \($0)?" }
        let all = network.regions.map { "\($0.id) \($0.name)" }.joined(separator: ", ")
        throw CommandFailure(
          code: .usage, message: "there is no region \"\(word)\"" + (near ?? "; known: \(all)"))
      }
      if !indices.contains(index) { indices.append(index) }
    }
    guard !indices.isEmpty else {
      throw CommandFailure(code: .usage, message: "--region takes codes of regions, such as 12,25")
    }
    return indices.sorted()
  }

  /// The table of reporting times: the one that is named, else the one beside the model, else the model's picture.
  private static func reporting(
    _ path: String?, _ run: RecordedRun, _ network: CareNetwork
  ) throws(CommandFailure) -> ReportingPlan {
    let beside = "\(run.modelFolder)/\(ReportingFile.place)"
    guard let path = path ?? (InputFiles.disk.kind(of: beside) == .file ? beside : nil) else {
      return .asPicture(of: network)
    }
    try Inputs.requireSomething(at: path)
    let log = MistakeLog()
    guard let plan = ReportingFile.read(path, for: network, into: log) else {
      throw CommandFailure(
        code: log.hasMissingInput ? .missingInput : .badModel,
        message: "\(log.count) mistake\(log.count == 1 ? "" : "s"), nothing was run\n\(log.rendered())")
    }
    return plan
  }

  private static func hasSurge(_ network: CareNetwork) -> Bool {
    network.unitKinds.contains { !$0.surgeLevels.isEmpty }
  }

  private static func origin(
    _ run: RecordedRun, arm: Int, replication: Int, _ network: CareNetwork
  ) -> SituationOrigin {
    SituationOrigin(
      experiment: run.plan.experimentID, title: run.plan.title, scenario: run.plan.scenarioID,
      scenarioTitle: run.plan.scenarioTitle, whoseFigures: run.plan.whoseFigures,
      arm: run.plan.arms[arm].id, armTitle: run.plan.arms[arm].title, replication: replication,
      seed: run.plan.seed, handling: run.plan.handling, timeOrigin: network.timeOrigin)
  }
}
