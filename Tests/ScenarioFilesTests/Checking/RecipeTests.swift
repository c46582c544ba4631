import CareModel
import CarePolicies
import Foundation
import ScenarioFiles
import Testing

/// Every recipe of the documentation, read and simulated as it stands there.
struct RecipeTests {
  struct Recipe: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Lines of its blocks, by what they are of: `model` or `scenario`.
    var blocks: [(of: String, lines: [String])] = []
  }

  static let page: [Recipe] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(
      path: "../../../Sources/ScenarioFiles/ScenarioFiles.docc/Recipes.md"
    ).standardized
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var recipes: [Recipe] = []
    var isInBlock = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("## ") {
        recipes.append(Recipe(testDescription: String(line.dropFirst(3))))
      } else if line.hasPrefix("```json5 ") {
        isInBlock = true
        recipes[recipes.count - 1].blocks.append((of: String(line.dropFirst(9)), lines: []))
      } else if line == "```" {
        isInBlock = false
      } else if isInBlock {
        let recipe = recipes.count - 1
        recipes[recipe].blocks[recipes[recipe].blocks.count - 1].lines.append(line)
      }
    }
    return recipes
  }()

  /// The keys of a block at its outermost level, with the lines of each.
  private static func keys(_ lines: [String]) -> [(key: String, lines: [String])] {
    var keys: [(key: String, lines: [String])] = []
    for line in lines {
      if let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") {
        keys.append((key: String(line[..<colon]), lines: [line]))
      } else if !keys.isEmpty {
        keys[keys.count - 1].lines.append(line)
      }
    }
    return keys
  }

  /// The file of `kind` with the keys of a recipe in the place of the common ones.
  private static func text(_ kind: String, _ recipe: Recipe) -> String {
    var all = keys(page[0].blocks.first { $0.of == kind }?.lines ?? [])
    for block in recipe.blocks where block.of == kind {
      for own in keys(block.lines) {
        if let place = all.firstIndex(where: { $0.key == own.key }) {
          all[place] = own
        } else {
          all.append(own)
        }
      }
    }
    return "{\n" + all.flatMap(\.lines).joined(separator: "\n") + "\n}\n"
  }

  @Test("The page has its recipes")
  func count() { #expect(Self.page.count == 25) }

  @Test("A recipe is read without mistakes, and patients come and go by it", arguments: page.dropFirst())
  func works(_ recipe: Recipe) throws {
    let files = InputFiles([
      ("Models/recipe/model.json5", Self.text("model", recipe)),
      ("Models/recipe/scenarios/war.json5", Self.text("scenario", recipe)),
      (
        "Experiments/ask/experiment.json5",
        """
        { id: "ask", title: "Ask", question: "What?", handling: "open", model: "../../Models/recipe", scenario: "war",
          seed: 1, replications: 1, horizon_days: 10, drain_days: 5, arms: [{ id: "baseline", title: "As it is" }] }
        """
      ),
    ])
    let loaded = try ExperimentReader.load("Experiments/ask", files: files)
    let point = try #require(loaded.points.first)
    let policies = PolicyCatalogue.policySet([], network: point.network)
    var simulation = CareSimulation(
      point.network, scenario: point.scenario, horizonDays: 10, drainDays: 5, seed: 1, replication: 0,
      policies: policies)
    simulation.auditsEveryEvent = true
    simulation.runIn()
    simulation.run()
    let measures = MeasureList(point.network)
    let result = simulation.result(point.network, measures: measures)
    for measure in point.network.measures {
      let index = try #require(measures.nationalIndex(of: measure.id))
      #expect(result.values[index] != nil, "\(measure.id)")
    }
    #expect(result.eventCount > 100)
  }
}
