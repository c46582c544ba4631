import BatchRunner
import CareModel
import Foundation
import Reporting
import ScenarioFiles

/// Turns the words of `beredskap injects` into what they name in a plan and an exercise file.
struct InjectsChoice {
  let plan: BatchPlan
  let exercise: LoadedExercise

  private var network: CareNetwork { plan.points[0].network }

  func arms(_ arguments: Arguments) throws(CommandFailure) -> [Int] {
    if arguments.values["--arm"] != nil, arguments.values["--branch"] != nil {
      throw CommandFailure(code: .usage, message: "--arm and --branch name the same: use one of them")
    }
    guard let text = arguments.values["--branch"] ?? arguments.values["--arm"] else { return [0] }
    let names = Self.parts(text)
    if arguments.values["--arm"] != nil, names.isEmpty {
      throw Self.none("--arm", "an arm", plan.arms.map(\.id))
    }
    if arguments.values["--branch"] != nil, names.count < 2 || Set(names).count < names.count {
      throw CommandFailure(
        code: .usage, message: "--branch needs two different arms or more, such as baseline,share")
    }
    if arguments.values["--arm"] != nil, names.count > 1 {
      throw CommandFailure(code: .usage, message: "--arm takes one arm; --branch tells several side by side")
    }
    return try names.map { name throws(CommandFailure) in try index(name, "arm", plan.arms.map(\.id)) }
  }

  func wishes(_ arguments: Arguments) throws(CommandFailure) -> ExerciseWishes {
    let from: Int = try arguments.integer("--from-day", in: 0...100_000) ?? 0
    let days: Int = try arguments.integer("--days", in: 1...1_000) ?? 3
    let last = plan.horizonDays + plan.drainDays
    if from + days > last {
      throw CommandFailure(
        code: .usage,
        message: "the experiment ends with day \(last): --from-day \(from) and --days \(days) go beyond it")
    }
    let regions = try arguments.regions(in: network) ?? []
    let audiences = try names("--audience", "audience", exercise.audiences.map(\.id), arguments)
    let storylines = try names("--storyline", "storyline", exercise.storylines.map(\.id), arguments)
    let compression = try compression(arguments)
    return ExerciseWishes(
      fromDay: from, days: days, regions: regions, audiences: audiences ?? exercise.trained,
      storylines: storylines ?? [],
      withRumours: arguments.flags.contains("--rumours"),
      withContradictions: arguments.flags.contains("--contradictions"),
      mostPerHour: try arguments.integer("--most-per-hour", in: 1...1_000), quiet: try quiet(arguments),
      compression: compression)
  }

  func pick(_ arguments: Arguments) throws(CommandFailure) -> TrajectoryPick {
    if let text = arguments.values["--wish"] {
      if arguments.values["--pick"] != nil {
        throw CommandFailure(code: .usage, message: "--pick and --wish name the same: use one of them")
      }
      var wishes: [BreachWish] = []
      for part in Self.parts(text) { wishes.append(try wish(part)) }
      if wishes.isEmpty { throw CommandFailure(code: .usage, message: "--wish needs one, such as icu@25=2") }
      return .nearest(wishes)
    }
    return try arguments.pick()
  }

  private func wish(_ text: String) throws(CommandFailure) -> BreachWish {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    let places = sides.first?.split(separator: "@", omittingEmptySubsequences: false) ?? []
    guard sides.count == 2, places.count == 2, let day = Int(sides[1]), day >= 0 else {
      throw CommandFailure(
        code: .usage, message: "--wish is \(text); write kind@region=day, such as icu@25=2")
    }
    return BreachWish(
      unitKind: try index(String(places[0]), "unit kind", network.unitKinds.map(\.id)),
      region: try Arguments.region(String(places[1]), in: network),
      day: day)
  }

  private func quiet(_ arguments: Arguments) throws(CommandFailure) -> (from: Int, until: Int)? {
    guard let text = arguments.values["--quiet-hours"] else { return nil }
    if text == "none" { return (0, 0) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
      ExerciseReader.minutes(String($0))
    }
    guard parts.count == 2, let from = parts[0], let until = parts[1] else {
      throw CommandFailure(
        code: .usage, message: "--quiet-hours is \(text); write two clock times, such as 22:00-06:00, or none"
      )
    }
    if from == until {
      throw CommandFailure(
        code: .usage,
        message: "--quiet-hours is \(text), which ends when it begins; write none for no quiet hours"
      )
    }
    return (from, until)
  }

  private func compression(_ arguments: Arguments) throws(CommandFailure) -> Double {
    guard let text = arguments.values["--compression"] else { return 1 }
    guard let value = Double(text), value >= 1, value <= 1_000 else {
      throw CommandFailure(
        code: .usage, message: "--compression is \(text); it must be a number from 1 to 1000")
    }
    return value
  }

  /// The ids that a flag names, with commas between; nil where it is absent.
  private func names(
    _ flag: String, _ what: String, _ known: [String], _ arguments: Arguments
  ) throws(CommandFailure) -> [String]? {
    guard let text = arguments.values[flag] else { return nil }
    let names = Self.parts(text)
    if names.isEmpty { throw Self.none(flag, "the id of one", known) }
    for name in names { _ = try index(name, what, known) }
    return names
  }

  /// Of a flag whose words are commas and blanks alone.
  private static func none(_ flag: String, _ needed: String, _ known: [String]) -> CommandFailure {
    let words = known.isEmpty ? "there is none at all" : "known: " + known.sorted().joined(separator: ", ")
    return CommandFailure(code: .usage, message: "\(flag) needs \(needed); \(words)")
  }

  private func index(_ name: String, _ what: String, _ known: [String]) throws(CommandFailure) -> Int {
    if let index = known.firstIndex(of: name) { return index }
    throw CommandFailure(
      code: .usage, message: "there is no \(what) \(name)" + Arguments.hint(name, among: known))
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
