import BatchRunner
import CareModel
import Foundation
import Reporting
import ScenarioFiles

// Choices that several verbs take in the same words.
extension Arguments {
  /// Seeds, as in an experiment file: whole numbers that every reader of JSON keeps.
  static let seeds: ClosedRange<UInt64> = 0...9_007_199_254_740_991

  /// `--out`: a folder, without the slash that completion writes at its end.
  func folder() throws(CommandFailure) -> String? {
    guard var place = values["--out"] else { return nil }
    guard !place.isEmpty else {
      throw CommandFailure(code: .usage, message: "--out needs the name of a folder")
    }
    while place.count > 1, place.hasSuffix("/") { place.removeLast() }
    return place
  }

  /// `--language`: Swedish unless it says otherwise.
  func language() throws(CommandFailure) -> Language {
    guard let text = values["--language"] else { return .swedish }
    guard let language = Language(rawValue: text) else {
      throw CommandFailure(code: .usage, message: "--language takes sv or en, not \"\(text)\"")
    }
    return language
  }

  /// `--pick`: the median unless it says otherwise.
  func pick() throws(CommandFailure) -> TrajectoryPick {
    switch values["--pick"] ?? "median" {
    case "median": return .median
    case "worst": return .worst
    case "best": return .best
    case let word:
      guard let number = Int(word), (0..<1_000_000).contains(number) else {
        throw CommandFailure(
          code: .usage,
          message: "--pick is \(word); it must be median, worst, best or the number of a replication, from 0")
      }
      return .replication(number)
    }
  }

  /// Says that a replication is none of those that the experiment asks for, or may be none, and no table of its run has
  /// it.
  static func note(_ pick: TrajectoryPick, of plan: BatchPlan, candidates: Int) {
    let own = "note: the experiment has replications 0 to \(plan.replications - 1): no table of its run has"
    if case .replication(let number) = pick {
      if number >= plan.replications { Console.complain("\(own) number \(number)") }
    } else if candidates > plan.replications {
      Console.complain("\(own) the others of --candidates \(candidates)")
    }
  }

  /// `--region`: regions by code or name, separated by commas; nil for all.
  func regions(in network: CareNetwork) throws(CommandFailure) -> [Int]? {
    guard let text = values["--region"] else { return nil }
    var indices: [Int] = []
    for part in text.split(separator: ",") {
      let index = try Self.region(part.trimmingCharacters(in: .whitespaces), in: network)
      if !indices.contains(index) { indices.append(index) }
    }
    guard !indices.isEmpty else {
      throw CommandFailure(code: .usage, message: "--region takes codes of regions, such as 12,25")
    }
    return indices.sorted()
  }

  /// A region by code or name.
  static func region(_ word: String, in network: CareNetwork) throws(CommandFailure) -> Int {
    let index =
      network.regions.firstIndex { $0.id == word }
      ?? network.regions.firstIndex { $0.name.lowercased() == word.lowercased() }
    if let index { return index }
    let known = network.regions.map(\.id) + network.regions.map(\.name)
    let near = nearestWord(to: word, among: known).map { "; did you mean \($0)?" }
    let all = network.regions.map { "\($0.id) \($0.name)" }.joined(separator: ", ")
    throw CommandFailure(
      code: .usage, message: "there is no region \"\(word)\"" + (near ?? "; known: \(all)"))
  }
}
