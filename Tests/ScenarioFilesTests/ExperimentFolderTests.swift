import Foundation
import ScenarioFiles
import Testing

@Suite("The folders of experiments")
struct ExperimentFolderTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let names: [String] = {
    let folder = root.appendingPathComponent("Experiments").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test("there are some")
  func some() {
    #expect(Self.names.contains("sweden-first-look"))
  }

  @Test("an experiment is named like its folder and loads", arguments: names)
  func loads(_ name: String) throws {
    let experiment = try ExperimentReader.load(Self.root.appendingPathComponent("Experiments/\(name)").path)
    #expect(experiment.id == name)
    #expect(experiment.question.hasSuffix("?"))
  }

  @Test(
    "a page says question, expectation, design, how to run and finding, with the command", arguments: names)
  func page(_ name: String) throws {
    let page = try String(
      contentsOf: Self.root.appendingPathComponent("Experiments/\(name)/README.md"), encoding: .utf8)
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
    let wanted = ["Question", "Expectation", "Design", "How to run", "Finding"]
    for (heading, word) in zip(headings, wanted) { #expect(heading.hasPrefix(word), "\(heading)") }
    #expect(headings.count == wanted.count, "\(headings)")
    #expect(page.contains("beredskap run Experiments/\(name)\n"))
  }
}
