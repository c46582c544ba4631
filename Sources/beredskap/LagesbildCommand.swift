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
    let language = try arguments.language()
    let pick = try pick(arguments)
    let run = try RecordedRun(arguments.positions[0])
    let place = try arguments.folder() ?? "notebooks-output/\(run.plan.experimentID)-lagesbild"
    let arm = try run.arm(arguments.values["--arm"])
    let network = run.plan.points[0].network
    let regions = try arguments.regions(in: network)
    let hour = day * 24 + time
    let lastHour = (run.plan.horizonDays + run.plan.drainDays) * 24
    guard hour <= lastHour else {
      throw CommandFailure(
        code: .usage,
        message:
          "--day \(day) at \(time):00 is beyond the run: the last is --day \(lastHour / 24) --hour 0 (\(run.plan.horizonDays) \(run.plan.horizonDays == 1 ? "day" : "days"), and \(run.plan.drainDays) to follow the patients)"
      )
    }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let threads: Int = try arguments.integer("--threads", in: 1...1024) ?? cores
    let candidates: Int =
      try arguments.integer("--candidates", in: 1...1_000_000) ?? min(9, run.plan.replications)
    let reporting = try reporting(arguments.values["--reporting"], run, network)
    Arguments.note(pick, of: run.plan, candidates: candidates)
    let picked = pick.choose(
      from: run.plan, arm: arm, hours: hour, candidates: candidates, threads: threads)
    let recorded = TrajectoryRun(run.plan, replication: picked.replication)
      .record(arms: [arm], hours: hour, scope: hasSurge(network) ? .casualties : .none)
    guard let trajectory = recorded.first else { return }
    let words = run.plan.words
    let report = SituationReport(
      trajectory, origin: origin(run, arm: arm, pick, picked), hour: hour, plan: reporting,
      word: { words[$0] ?? LocalText($0) })
    try write(report, network, regions, language, isForced: arguments.flags.contains("--force"), to: place)
  }

  /// Which replication: by severity, or by number.
  private static func pick(_ arguments: Arguments) throws(CommandFailure) -> TrajectoryPick {
    if let number: Int = try arguments.integer("--replication", in: 0...999_999) {
      guard arguments.values["--pick"] == nil else {
        throw CommandFailure(
          code: .usage, message: "--pick and --replication name the same: use one of them")
      }
      return .replication(number)
    }
    return try arguments.pick()
  }

  private static func write(
    _ report: SituationReport, _ network: CareNetwork, _ regions: [Int]?, _ language: Language,
    isForced: Bool, to place: String
  ) throws(CommandFailure) {
    let page = SituationPage(report, network: network, regions: regions, language: language)
    var files = [
      ("situation.html", page.html), ("situation.json", SituationJSON.value(report).rendered),
    ]
    let have = SituationHave.xml(report, network: network)
    if let have { files.append(("situation-have.xml", have)) }
    let names = ["situation.html", "situation.json", "situation-have.xml"]
    try WholeFolder(place: place, marker: "situation.json", files: { _ in names })
      .write(files.map { (name: $0.0, bytes: Array($0.1.utf8)) }, force: isForced)
    Console.print("Page: \(place)/situation.html")
    Console.print("Figures: \(place)/situation.json")
    if have != nil {
      Console.print("EDXL-HAVE 1.0: \(place)/situation-have.xml")
    } else {
      Console.complain("no EDXL-HAVE file: no figures of any hospital are published by then")
    }
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
    _ run: RecordedRun, arm: Int, _ pick: TrajectoryPick, _ picked: PickedReplication
  ) -> SituationOrigin {
    let plan = run.plan
    let words = plan.words
    func word(_ text: String) -> LocalText { words[text] ?? LocalText(text) }
    let count = picked.candidates
    let chosen: LocalText? =
      switch pick {
      case .median:
        LocalText(sv: "den mellersta av \(count) efter döda", en: "the median of \(count) by deaths")
      case .worst: LocalText(sv: "den svåraste av \(count) efter döda", en: "the worst of \(count) by deaths")
      case .best:
        LocalText(sv: "den lindrigaste av \(count) efter döda", en: "the best of \(count) by deaths")
      case .replication, .nearest: nil
      }
    return SituationOrigin(
      experiment: plan.experimentID, title: word(plan.title), areaTitle: word(plan.modelTitle),
      scenario: plan.scenarioID, scenarioTitle: word(plan.scenarioTitle),
      whoseFigures: word(plan.whoseFigures), arm: plan.arms[arm].id, armTitle: word(plan.arms[arm].title),
      replication: picked.replication, seed: plan.seed, pick: chosen, handling: plan.handling,
      timeOrigin: plan.points[0].network.timeOrigin)
  }
}
