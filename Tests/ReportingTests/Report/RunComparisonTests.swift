import BatchRunner
import Foundation
import Reporting
import Testing

@Suite("Two runs on one page")
struct RunComparisonTests {
  private static let measure = "arrivals_patients"

  @Test("runs that met the same casualties are compared in pairs, others as independent samples")
  func methods() throws {
    let own = try #require(ReportRun(try ReportFixture.usual.get().files))
    let same = try #require(RunComparison(own, arm: "baseline", own, arm: "share", measure: Self.measure))
    #expect(same.method == .paired)
    // Both arms meet the same patients.
    #expect(same.difference == 0 && same.interval?.lower == 0 && same.interval?.upper == 0)
    let seeded = try ReportFixture.make([("seed: 11", "seed: 12"), ("no_wait: true,", "")])
    let other = try #require(ReportRun(seeded.files))
    let apart = try #require(
      RunComparison(own, arm: "baseline", other, arm: "baseline", measure: Self.measure))
    #expect(apart.method == .welch)
    let interval = try #require(apart.interval)
    #expect(interval.lower < apart.difference && apart.difference < interval.upper)
    let page = try #require(Report(try ReportFixture.usual.get().files, against: seeded.files)).html()
    #expect(page.contains("<section id=\"compared-sv\"") && page.contains("(Welch)"))
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
