import BatchRunner
import CareModel
import Foundation
import Reporting
import ScenarioFiles

/// `beredskap injects`.
enum InjectsCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.injects)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.injects.help) }
    let seed: UInt64? = try arguments.integer("--seed", in: Arguments.seeds)
    let loaded = try Inputs.experiment(arguments.positions[0])
    let plan = BatchPlan(loaded, seed: seed)
    let network = plan.points[0].network
    let place = try arguments.folder() ?? "notebooks-output/\(plan.experimentID)-injects"
    let exercise = try readExercise(arguments, loaded, network)
    let choice = InjectsChoice(plan: plan, exercise: exercise)
    let arms = try choice.arms(arguments)
    let wishes = try choice.wishes(arguments)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let threads: Int = try arguments.integer("--threads", in: 1...1024) ?? cores
    let candidates: Int =
      try arguments.integer("--candidates", in: 1...1_000_000) ?? min(9, plan.replications)
    let pick = try choice.pick(arguments)
    Arguments.note(pick, of: plan, candidates: candidates)
    let lastHour = (plan.horizonDays + plan.drainDays) * 24
    let end = (wishes.fromDay + wishes.days) * 24
    let picked = pick.choose(
      from: plan, arm: arms[0], hours: end, candidates: candidates, threads: threads)
    let run = TrajectoryRun(plan, replication: picked.replication)
    let recorded = run.record(
      arms: arms, hours: min(lastHour, end + ExerciseWishes.lookAheadHours),
      scope: arguments.flags.contains("--all-patients") ? .everyone : .casualties)
    let words = plan.words
    let list = ExerciseMaker.list(
      zip(arms, recorded).map { (id: plan.arms[$0].id, trajectory: $1) }, exercise: exercise, wishes: wishes,
      of: ExerciseMaker.Origin(
        experiment: plan.experimentID, seed: plan.seed, replication: picked.replication,
        handling: plan.handling),
      word: { words[$0] ?? LocalText($0) })
    let language = try arguments.language()
    try write(list, recorded[0], wishes, language, exercise, arguments, to: place)
    let summary = InjectsSummary(list: list, picked: picked, pick: pick, place: place)
    Console.print(arguments.flags.contains("--json") ? summary.json.rendered : summary.text)
  }

  private static func readExercise(
    _ arguments: Arguments, _ loaded: LoadedExperiment, _ network: CareNetwork
  ) throws(CommandFailure) -> LoadedExercise {
    let model = loaded.inputFiles.first { $0.path.hasSuffix("model.json5") }?.path ?? "model.json5"
    let file = arguments.values["--exercise"] ?? ExerciseReader.file(ofModel: model)
    guard FileManager.default.fileExists(atPath: file) else {
      throw CommandFailure(
        code: .missingInput,
        message: "there is no \(file): a model's exercise.json5 says who is trained and in which words. "
          + "Models/sweden/exercise.json5 is one to start from; --exercise names another")
    }
    do {
      return try ExerciseReader.load(file, network: network)
    } catch {
      throw Inputs.report(error)
    }
  }

  private static func write(
    _ list: ExerciseList, _ trajectory: Trajectory, _ wishes: ExerciseWishes, _ language: Language,
    _ exercise: LoadedExercise, _ arguments: Arguments, to place: String
  ) throws(CommandFailure) {
    let written = ["web-system", "video"].filter { id in exercise.channels.contains { $0.id == id } }
    let alerts = exercise.kinds.filter { $0.trigger == .massCasualty || $0.trigger == .disruption }.map(\.id)
    var files: [ExchangeFile]
    do {
      files = try ExchangeFiles.all(
        list, log: PatientLogMaker.rows(trajectory, endMinute: wishes.endMinute, regions: wishes.regions),
        choices: ExchangeFiles.Choices(language: language, alertKinds: alerts, writtenChannels: written))
    } catch {
      throw CommandFailure(code: .inputOutput, message: "\(error)")
    }
    files.append(
      ExchangeFile(name: "inject-book.html", bytes: Array(InjectBook.html(list, language: language).utf8)))
    files.append(ExerciseRecord.file(list, exercise: exercise.file, files: files, version: Beredskap.version))
    try WholeFolder(place: place, marker: ExerciseRecord.fileName, files: ExerciseRecord.files)
      .write(files.map { (name: $0.name, bytes: $0.bytes) }, force: arguments.flags.contains("--force"))
  }
}
