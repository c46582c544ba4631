import BatchRunner
import Foundation
import Reporting
import Testing

@Suite("Two runs on one page")
struct RunComparisonTests {
  private static let measure = "arrivals_patients"

  /// Another seed, more places on one ward, and no arm without queues.
  private static let other = Result {
    try ReportFixture.make([
      ("seed: 11", "seed: 12"), ("no_wait: true,", ""),
      (
        "[north-university/ward].staffed_beds\": { value: 3",
        "[north-university/ward].staffed_beds\": { value: 8"
      ),
    ])
  }

  @Test("runs that met the same casualties are compared in pairs, others as independent samples")
  func methods() throws {
    let own = try #require(ReportRun(try ReportFixture.usual.get().files))
    let same = try #require(RunComparison(own, arm: "baseline", own, arm: "share", measure: Self.measure))
    #expect(same.method == .paired)
    // Both arms meet the same patients.
    #expect(same.difference == 0 && same.interval?.lower == 0 && same.interval?.upper == 0)
    let seeded = try Self.other.get()
    let other = try #require(ReportRun(seeded.files))
    let apart = try #require(
      RunComparison(own, arm: "baseline", other, arm: "baseline", measure: Self.measure))
    #expect(apart.method == .welch)
    let interval = try #require(apart.interval)
    #expect(interval.lower < apart.difference && apart.difference < interval.upper)
    let page = try #require(Report(try ReportFixture.usual.get().files, against: seeded.files)).html()
    #expect(page.contains("<section id=\"compared-sv\"") && page.contains("(Welch)"))
  }

  /// Median, 5 % and 95 % of a day as `nation_daily.csv` has them.
  private static func day(_ day: Int, _ measure: String, _ arm: String, of files: RunFiles) throws -> [Double]
  {
    let table = try #require(RunTable("nation_daily.csv", of: files))
    let row = try #require(
      table.rows.first { $0["arm"] == arm && $0["measure"] == measure && $0["day"] == "\(day)" })
    return ["p50", "p05", "p95"].compactMap { row.number($0) }
  }

  @Test("the fans of both runs stand in one panel for each arm they share, with the numbers of each beneath")
  func fans() throws {
    let (own, other) = (try ReportFixture.usual.get(), try Self.other.get())
    let page = try #require(Report(own.files, against: other.files)).html()
    let measure = "ward_occupied_mean_beds"
    let figure = try #require(
      page.components(separatedBy: "<figure id=\"").first { $0.hasPrefix("f-against-\(measure)-en\"") })
    #expect(figure.components(separatedBy: "<svg ").count == 3)
    let quantity = Language.english
    for arm in ["baseline", "share"] {
      #expect(figure.contains("id=\"against-\(measure)-\(arm)-en-t\""))
      let (a, b) = (
        try Self.day(5, measure, arm, of: own.files), try Self.day(5, measure, arm, of: other.files)
      )
      #expect(a != b)
      #expect(figure.contains("and \(quantity.plain(a[0])) on day 5. B: "))
      #expect(figure.contains("and \(quantity.plain(b[0])) on day 5.</desc>"))
    }
    // Numbers that carry a place are of this run, those of the other carry none.
    let kept = PageNumbers.all(in: "<figure id=\"" + figure).filter { $0.column == "p50" }
    #expect(kept.count == 4)
    for number in kept {
      let arm = try #require(number.key.first { $0.column == "arm" }?.values.first)
      let day = try #require(number.key.first { $0.column == "day" }?.values.first.flatMap { Int($0) })
      #expect(Double(number.value) == (try Self.day(day, measure, arm, of: own.files)[0]))
    }
    // Places differ, so that both lines have a letter.
    #expect(figure.contains("staffed places, A ") && figure.components(separatedBy: ">A</text>").count == 5)
  }

  @Test("two equal runs have one letter beside the other, and one line of places")
  func equalRuns() throws {
    let files = try ReportFixture.usual.get().files
    let page = try #require(Report(files, against: files)).html()
    let figure = try #require(
      page.components(separatedBy: "<figure id=\"").first {
        $0.hasPrefix("f-against-ward_occupied_mean_beds-sv\"")
      })
    #expect(figure.components(separatedBy: ">A, B</text>").count == 3)
    #expect(!figure.contains(">A</text>") && figure.contains("Streckad linje: "))
    #expect(!page.contains("id=\"against-ward_occupied_mean_beds-no-wait"))
  }

  @Test(
    "Welch's interval is the textbook's: means 1 and 4 of two values each, freedom 2, half width 4.303 · 0.707"
  )
  func welch() {
    // Values 0.5, 1.5 and 3.5, 4.5: variance of each mean 0.25, so error 0.7071, freedom 2, t 4.302653.
    let difference = RunComparison.welch([0.5, 1.5], [3.5, 4.5], level: 0.95)
    #expect(difference.difference == 3)
    #expect(abs((difference.interval?.upper ?? 0) - 3 - 4.302653 * 0.5.squareRoot()) < 1e-5)
  }
}
