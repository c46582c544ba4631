import CareModel
import Foundation
import Reporting
import ScenarioFiles
import Testing

@Suite("Table of reporting times")
struct ReportingFileTests {
  private static func read(_ text: String) -> (ReportingPlan?, [String]) {
    let log = MistakeLog()
    let plan = ReportingFile.read(
      "reporting.json5", for: SituationFixture.trajectory.network,
      files: InputFiles([("reporting.json5", text)]), into: log)
    return (plan, log.sorted.map(\.description))
  }

  @Test("The table beside the national model has every report, each with a basis")
  func committed() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let log = MistakeLog()
    let plan = ReportingFile.read(
      root.appendingPathComponent("Models/sweden/\(ReportingFile.place)").path,
      for: SituationFixture.trajectory.network, into: log)
    #expect(log.sorted.map(\.description) == [])
    let read = try #require(plan)
    #expect(read.schedules.map(\.report) == SituationReportKind.allCases)
    for schedule in read.schedules {
      #expect(
        schedule.source.hasPrefix("assumption") && schedule.publishedMinutes >= schedule.compiledMinutes)
      #expect(
        schedule.source
          != ReportingPlan.asPicture(of: SituationFixture.trajectory.network).schedules[0].source)
    }
    #expect(read.preparedness.map(\.level) == [.standby, .reinforced, .disaster])
  }

  @Test("A report that is left out comes as the model's picture does")
  func partial() throws {
    let (plan, mistakes) = Self.read(
      """
      { reports: [{ id: "staff", cut_off: ["07:00"], weekdays: ["mon"], compiled_after_hours: 1,
        published_after_minutes: 90, source: "a test table" }] }
      """)
    #expect(mistakes == [])
    let standard = ReportingPlan.asPicture(of: SituationFixture.trajectory.network)
    let read = try #require(plan)
    for (one, other) in zip(read.schedules, standard.schedules) where one.report != .staff {
      #expect(one == other)
    }
    let staff = try #require(read.schedules.first { $0.report == .staff })
    #expect(staff.cutOff == .atHours([7], weekdays: 1))
    #expect(staff.compiledMinutes == 60 && staff.publishedMinutes == 90 && staff.source == "a test table")
  }

  @Test(
    "A mistake is told with its line and what may have been meant",
    arguments: [
      ("id: \"staff\"", "id: \"staf\"", "did you mean 'staff'?"),
      ("\"07:00\"", "\"07:30\"", "\"07:30\" is no cut-off: write a whole hour"),
      ("\"07:00\"", "\"24:00\"", "\"24:00\" is no cut-off"),
      ("\"07:00\"", "", "the list is empty"),
      ("\"mon\"", "\"mån\"", "unknown weekday 'mån'; known: mon, tue"),
      ("\"mon\"", "\"mom\"", "did you mean 'mon'?"),
      ("published_after_minutes: 90", "published_after_minutes: 30", "it is published before it is compiled"),
      ("published_after_minutes: 90", "published_after: 90", "published_after needs its unit in the key"),
      ("source: \"a test table\"", "note: \"none\"", "has no source"),
      ("level: \"standby\"", "level: \"stand-by\"", "did you mean 'standby'?"),
      ("intensive_care_free_share_below: 0.2,", "", "a level needs a condition"),
    ])
  func mistakes(from: String, to: String, sentence: String) {
    let text = """
      { reports: [{ id: "staff", cut_off: ["07:00"], weekdays: ["mon"], compiled_after_hours: 1,
        published_after_minutes: 90, source: "a test table" }],
        preparedness: [{ level: "standby", intensive_care_free_share_below: 0.2, source: "assumption: a test" }] }
      """
    #expect(Self.read(text).1 == [])
    let (plan, mistakes) = Self.read(text.replacingOccurrences(of: from, with: to))
    #expect(plan == nil && !mistakes.isEmpty)
    #expect(mistakes.contains { $0.hasPrefix("reporting.json5:") && $0.contains(sentence) }, "\(mistakes)")
  }
}
