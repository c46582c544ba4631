import BatchRunner
import Foundation
import ScenarioFiles
import Testing

@Suite("Model Sweden in peace")
struct PeaceCalibrationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let readme = root.appending(path: "Models/sweden/README.md")
  private static let marks = ("<!-- calibration -->", "<!-- end of calibration -->")

  private func run(replications: Int?, days: Int?) throws -> BatchOutcome {
    let experiment = try ExperimentReader.load(
      Self.root.appending(path: "Experiments/sweden-peace").path(percentEncoded: false))
    var plan = BatchPlan(experiment, replications: replications)
    if let days { plan.horizonDays = days }
    let context = RunContext(programVersion: "test", commandLine: [], threads: 2)
    return try BatchRun(plan, context: context).run(into: nil)
  }

  #if DEBUG
    @Test("A week of two replications gives the fitted lines within 6 %")
    func shortPeace() throws {
      let outcome = try run(replications: 2, days: 7)
      let table = CalibrationTable(outcome: outcome)
      for line in table.lines where line.kind == .fitted {
        #expect(abs(line.difference) < 0.06, "\(line.row)")
      }
    }
  #else
    @Test(
      "Every fitted and assumed line is within 3 % and two standard errors, known to 0.5 %; the README has the table"
    )
    func peace() throws {
      let table = CalibrationTable(outcome: try run(replications: nil, days: nil))
      print(table.markdown)
      for line in table.lines {
        // Two checked lines miss their target by far, and rare events are known less closely.
        if abs(line.difference) < 0.5 { #expect(line.relativeStandardError <= 0.005, "\(line.row)") }
        if line.kind != .checked { #expect(line.isClose, "\(line.row)") }
      }
      #expect(table.lines.filter { $0.kind == .checked }.count >= 5)
      #expect(table.regions.count == 21)
      for line in table.regions { #expect(line.isClose, "\(line.row)") }
      try compareWithReadme(table.markdown)
    }
  #endif

  /// The table stands in the model's README; `WRITE_CALIBRATION=1` writes it there.
  private func compareWithReadme(_ markdown: String) throws {
    var text = try String(contentsOf: Self.readme, encoding: .utf8)
    let begin = try #require(text.range(of: Self.marks.0))
    let end = try #require(text.range(of: Self.marks.1))
    let body = "\n\n" + markdown + "\n\n"
    if ProcessInfo.processInfo.environment["WRITE_CALIBRATION"] == "1" {
      text.replaceSubrange(begin.upperBound..<end.lowerBound, with: body)
      try text.write(to: Self.readme, atomically: true, encoding: .utf8)
    } else {
      #expect(
        String(text[begin.upperBound..<end.lowerBound]) == body,
        "the table has changed: WRITE_CALIBRATION=1 swift test -c release --filter PeaceCalibrationTests")
    }
  }
}
