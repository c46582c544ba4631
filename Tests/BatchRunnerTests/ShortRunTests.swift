import BatchRunner
import Foundation
import ScenarioFiles
import Testing

/// The part of an experiment that is run again at every change, and the digests its tables should have.
///
/// `expected/short-run.txt` is in the format of `sha256sum`, after a line with the command: who runs that
/// command into a folder can check it there with `sha256sum -c`.
struct ShortRun {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let name: String

  static let all: [ShortRun] = {
    let folder = root.appendingPathComponent("Experiments").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { ShortRun(name: $0) }
  }()

  var folder: URL { Self.root.appendingPathComponent("Experiments/\(name)") }
  var expected: URL { folder.appendingPathComponent("expected/short-run.txt") }

  /// Runs on two threads and says what the file should hold.
  func run() throws -> String {
    let experiment = try ExperimentReader.load(folder.path)
    // One replication of a large design is as long as two of a small one.
    let replications = experiment.points.count * experiment.arms.count > 24 ? 1 : 2
    let plan = BatchPlan(experiment, replications: replications)
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
      "short-run-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    let output = try OutputFolder(at: place.path, experimentID: plan.experimentID)
    let context = RunContext(programVersion: "0", commandLine: [], threads: 2)
    _ = try BatchRun(plan, context: context).run(into: output)
    let manifest =
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: place.appendingPathComponent("manifest.json"))) as? [String: Any]
    let files = manifest?["outputs"] as? [[String: Any]] ?? []
    var lines = ["# beredskap run Experiments/\(name) --replications \(replications)"]
    for file in files {
      guard let path = file["path"] as? String, path.hasSuffix(".csv"), let digest = file["sha256"] as? String
      else { continue }
      lines.append("\(digest)  \(path)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

@Suite("Short runs of the experiments")
struct ShortRunTests {
  // In a debug build they take minutes.
  #if !DEBUG
    @Test("a short run gives the tables it is expected to give")
    func tables() throws {
      let isWriting = ProcessInfo.processInfo.environment["WRITE_EXPECTED"] != nil
      var missing: [String] = []
      for run in ShortRun.all {
        if isWriting {
          try FileManager.default.createDirectory(
            at: run.expected.deletingLastPathComponent(), withIntermediateDirectories: true)
          try run.run().write(to: run.expected, atomically: true, encoding: .utf8)
        }
        guard let expected = try? String(contentsOf: run.expected, encoding: .utf8) else {
          missing.append(run.name)
          continue
        }
        if isWriting { continue }
        #expect(
          try run.run() == expected,
          "Experiments/\(run.name) gives other tables: if that is meant, say so in CHANGELOG.md and rewrite")
      }
      #expect(
        missing.isEmpty,
        "no expected/short-run.txt; write them with WRITE_EXPECTED=1 swift test -c release --filter ShortRunTests"
      )
    }
  #endif

  @Test("what is expected names its command and the tables that every run has")
  func files() throws {
    for run in ShortRun.all {
      guard let text = try? String(contentsOf: run.expected, encoding: .utf8) else { continue }
      let lines = text.split(separator: "\n")
      #expect(lines.first?.hasPrefix("# beredskap run Experiments/\(run.name) --replications ") == true)
      for table in ["trials.csv", "summary.csv", "waits.csv"] {
        #expect(lines.contains { $0.count == 66 + table.count && $0.hasSuffix("  \(table)") }, "\(run.name)")
      }
    }
  }
}
