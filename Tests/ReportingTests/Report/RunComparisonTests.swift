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
    let same = try #require(
      RunComparison(
        own, arm: "baseline", own, arm: "share", measure: Self.measure,
        RunMatch(own, arm: "baseline", own, arm: "share")))
    #expect(same.method == .paired)
    // Both arms meet the same patients.
    #expect(same.difference == 0 && same.interval?.lower == 0 && same.interval?.upper == 0)
    let seeded = try Self.other.get()
    let other = try #require(ReportRun(seeded.files))
    let apart = try #require(
      RunComparison(
        own, arm: "baseline", other, arm: "baseline", measure: Self.measure,
        RunMatch(own, arm: "baseline", other, arm: "baseline")))
    #expect(apart.method == .welch)
    let interval = try #require(apart.interval)
    #expect(interval.lower < apart.difference && apart.difference < interval.upper)
    let page = try #require(Report(try ReportFixture.usual.get().files, against: seeded.files)).html()
    #expect(page.contains("<section id=\"compared-sv\"") && page.contains("(Welch)"))
  }

  /// The run of one arm and few casualties, with some texts of its question replaced.
  private static func short(_ changes: [(from: String, to: String)]) throws -> ReportFixture {
    try ReportFixture.make(changes + [("no_wait: true,", "regions_daily: false,")])
  }

  /// The values of a measure in the first arm, with each replication's digest.
  private static func values(_ run: ReportRun, _ measure: String) throws -> [Double] {
    try #require(RunTable("trials.csv", of: run.files)).rows.filter { $0["arm"] == "baseline" }
      .compactMap { $0.number(measure) }
  }

  private static let moreBeds = (
    from: "[north-university/ward].staffed_beds\": { value: 3",
    to: "[north-university/ward].staffed_beds\": { value: 8"
  )

  @Test("antithetic runs are compared by pair means")
  func antithetic() throws {
    let pairs = (from: "replications: 2", to: "replications: 4, antithetic: true")
    let own = try #require(ReportRun(try Self.short([pairs]).files))
    let other = try #require(ReportRun(try Self.short([pairs, Self.moreBeds]).files))
    let match = RunMatch(own, arm: "baseline", other, arm: "baseline")
    #expect(match == .casualties)
    let measure = "ward_occupied_mean_beds"
    let comparison = try #require(
      RunComparison(own, arm: "baseline", other, arm: "baseline", measure: measure, match))
    let (one, two) = (try Self.values(own, measure), try Self.values(other, measure))
    let gaps: [Double] = zip(two, one).map { $0 - $1 }
    let means: [Double] = [0, 2].map { (gaps[$0] + gaps[$0 + 1]) / 2 }
    #expect(abs(comparison.difference - (means[0] + means[1]) / 2) < 1e-9)
    // Two pairs: Student's t with one degree of freedom, 12.706, over a standard error of half the gap.
    let half = 12.7062 * abs(means[0] - means[1]) / 2
    #expect(abs((comparison.interval?.upper ?? 0) - comparison.difference - half) < 1e-3 * half)
  }

  @Test(
    "runs without casualties met the same when they have one seed, and none is told to have met casualties")
  func withoutCasualties() throws {
    let none = (
      from: "\"scenario.casualty_factor\": { value: 2",
      to: "\"scenario.events\": { value: [], source: \"what if\" }, \"scenario.casualty_factor\": { value: 0"
    )
    let own = try Self.short([none])
    let beds = try Self.short([none, Self.moreBeds])
    let seeded = try Self.short([none, ("seed: 11", "seed: 77")])
    func match(_ other: ReportFixture) throws -> RunMatch {
      RunMatch(
        try #require(ReportRun(own.files)), arm: "baseline", try #require(ReportRun(other.files)),
        arm: "baseline")
    }
    #expect(try match(beds) == .seed && match(seeded) == .apart)
    let page = try #require(Report(own.files, against: beds.files)).html()
    #expect(page.contains("Both runs have the same seed and no casualties"))
    #expect(!page.contains("met the same casualties"))
  }

  @Test("a measure that lacks a value in one replication is compared over the others, in pairs as before")
  func missing() throws {
    let own = try #require(ReportRun(try ReportFixture.usual.get().files))
    var contents = try ReportFixture.usual.get().contents
    let index = try #require(contents.firstIndex { $0.name == "trials.csv" })
    var rows = String(decoding: contents[index].bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let column = try #require(rows[0].components(separatedBy: ",").firstIndex(of: Self.measure))
    var fields = rows[1].components(separatedBy: ",")
    fields[column] = ""
    rows[1] = fields.joined(separator: ",")
    contents[index].bytes = Array(rows.joined(separator: "\r\n").utf8)
    let other = try #require(ReportRun(RunFiles(contents)))
    let match = RunMatch(own, arm: "baseline", other, arm: "baseline")
    #expect(match == .casualties)
    let comparison = try #require(
      RunComparison(own, arm: "baseline", other, arm: "baseline", measure: Self.measure, match))
    #expect(comparison.method == .paired && comparison.difference == 0 && comparison.interval == nil)
  }

  @Test("runs with unlike numbers of replications are independent samples, not runs that met other patients")
  func numbers() throws {
    let own = try ReportFixture.usual.get().files
    let longer = try Self.short([("replications: 2", "replications: 3")]).files
    let match = RunMatch(
      try #require(ReportRun(own)), arm: "baseline", try #require(ReportRun(longer)), arm: "baseline")
    #expect(match == .numbers && !match.isPaired)
    let page = try #require(Report(own, against: longer)).html()
    #expect(page.contains("though the first met the same patients"))
    #expect(!page.contains("met different patients"))
  }

  @Test("runs of other lengths are said to be so")
  func lengths() throws {
    let own = try ReportFixture.usual.get().files
    let longer = try Self.short([("horizon_days: 5", "horizon_days: 7")]).files
    let page = try #require(Report(own, against: longer)).html()
    #expect(
      page.contains("The runs differ in length: A 5 days and 1 of follow-up, B 7 days and 1 of follow-up."))
    #expect(try #require(Report(own, against: own)).html().contains("differ in length") == false)
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
