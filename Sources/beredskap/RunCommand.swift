import BatchRunner
import Foundation
import Reporting
import ScenarioFiles
import Synchronization

/// `beredskap run`.
enum RunCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.run)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.run.help) }
    let replications: Int? = try arguments.integer("--replications", in: 1...10_000_000)
    let seed: UInt64? = try arguments.integer("--seed", in: Arguments.seeds)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let wanted: Int = try arguments.integer("--threads", in: 1...1024) ?? cores
    let experiment = try Inputs.experiment(arguments.positions[0])
    let plan = BatchPlan(experiment, replications: replications, seed: seed)
    if plan.isAntithetic, plan.replications % 2 == 1 {
      throw CommandFailure(
        code: .usage, message: "--replications must be even: those of this experiment are antithetic pairs")
    }
    let threads = MemoryEstimate.threads(for: plan, atMost: wanted)
    let place = try arguments.folder() ?? "notebooks-output/\(plan.experimentID)"
    let context = RunContext(
      programVersion: Beredskap.version, commandLine: ["beredskap", "run"] + words, threads: threads,
      auditsEveryEvent: arguments.flags.contains("--audit"))
    let isQuiet = arguments.flags.contains("--quiet")
    let line = ProgressLine(isQuiet: isQuiet)
    for note in experiment.notes { line.say(note: note) }
    // Where none fits, the run says so instead.
    if threads < wanted, MemoryEstimate.refusal(of: plan, threads: threads) == nil {
      line.say(note: "\(threads) of \(wanted) threads: more may need more memory than memory_limit_gigabytes")
    }
    let outcome: BatchOutcome
    do {
      let folder = try OutputFolder(
        at: place, experimentID: plan.experimentID, force: arguments.flags.contains("--force"))
      outcome = try BatchRun(plan, context: context).run(
        into: folder, figures: RunFigures.files, pages: ReportPage.files, progress: { line.show($0) })
      line.end()
    } catch let failure as OutputFailure {
      line.end()
      throw CommandFailure(
        code: ExitCode(rawValue: failure.exitCode) ?? .inputOutput, message: failure.description)
    } catch let failure as BatchFailure {
      line.end()
      if case .memory = failure {
        throw CommandFailure(
          code: .badModel,
          message:
            "1 mistake, nothing was run\n\(experiment.memoryLimitPlace): memory_limit_gigabytes: \(failure)")
      }
      throw CommandFailure(
        code: ExitCode(rawValue: failure.exitCode) ?? .inputOutput, message: failure.description)
    } catch {
      line.end()
      throw CommandFailure(code: .internal, message: "\(error)")
    }
    if arguments.flags.contains("--json") {
      Console.print(FindingsJSON.value(Findings(outcome)).rendered)
    } else {
      Console.print(FindingsText(Findings(outcome)).rendered)
      Console.print("Tables: \(place)")
      Console.print("Report: \(place)/\(Report.fileName)")
    }
  }
}

/// Progress on stderr: one line that is overwritten on a terminal, JSON lines elsewhere. Notes come before it.
struct ProgressLine {
  let isQuiet: Bool
  private let pace = Pace()

  func say(note: String) {
    guard !isQuiet else { return }
    let quoted = JSONText.text(note).rendered.dropLast()
    Console.complain(Console.isTerminal ? "note: \(note)" : #"{"note":\#(quoted)}"#)
  }

  func show(_ progress: BatchProgress) {
    guard !isQuiet else { return }
    if Console.isTerminal {
      let left = progress.remainingSeconds.map { ", \(Self.say($0)) left" } ?? ""
      Console.progress("\(progress.done) of \(progress.total) replications\(left)")
    } else if progress.done == progress.total || pace.isDue {
      let left = progress.remainingSeconds.map { String(Int($0.rounded())) } ?? "null"
      Console.complain(
        #"{"done":\#(progress.done),"total":\#(progress.total),"seconds_left":\#(left)}"#)
    }
  }

  /// Once a second at most.
  private final class Pace: Sendable {
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    var isDue: Bool {
      last.withLock { last in
        let now = ContinuousClock.now
        if let before = last, now - before < .seconds(1) { return false }
        last = now
        return true
      }
    }
  }

  func end() {
    if !isQuiet, Console.isTerminal { Console.progress("") }
  }

  private static func say(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 90 ? "\(whole) s" : "\((whole + 30) / 60) min"
  }
}
