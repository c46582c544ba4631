import BatchRunner
import CareModel
import Foundation
import OutputStatistics
import ScenarioFiles
import Testing

/// The cases with known values that are experiments of the repository, run as a user runs them.
@Suite(.serialized) struct ValidationExperimentTests {
  /// Those whose values are exact and whose means over replications are without bias in a short run too.
  static let exactCases = [
    "mm1", "mmc-20", "erlang-b", "erlang-c", "priority", "pulse", "theatre", "nurses", "babsim",
    "untreated-death", "trauma-centre", "erlang-a", "preemption", "tandem", "jackson", "daily-rhythm",
  ]

  static let cases =
    exactCases + ["died-of-wounds", "stroke-unit", "critical-care", "covid-wave", "stroke-network"]

  static func plan(_ name: String, replications: Int? = nil, seed: UInt64) throws -> BatchPlan {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let experiment = try ExperimentReader.load(
      root.appendingPathComponent("Experiments/validation-\(name)").path)
    return BatchPlan(experiment, replications: replications, seed: seed)
  }

  static func verdicts(_ plan: BatchPlan) throws -> [ExpectationVerdict] {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    return try BatchRun(plan, context: BatchFixture.context(threads: threads)).run(into: nil).verdicts
  }

  /// Verdicts that a full run of a case must have.
  static let rowCounts = [
    "mm1": 4, "mmc-20": 1, "erlang-b": 25, "erlang-c": 8, "priority": 5, "pulse": 10, "theatre": 11,
    "nurses": 4, "babsim": 12, "untreated-death": 40, "trauma-centre": 20, "died-of-wounds": 12,
    "stroke-unit": 14, "critical-care": 4, "covid-wave": 4, "stroke-network": 6, "erlang-a": 4,
    "preemption": 6,
    "tandem": 6, "jackson": 6, "daily-rhythm": 9,
  ]

  #if DEBUG
    /// Replications and days that a debug build has the time for.
    static let shortRuns = [
      "mm1": (8, 200), "mmc-20": (6, 4), "erlang-b": (6, 3), "erlang-c": (6, 400), "priority": (6, 20),
      "pulse": (40, 11), "theatre": (6, 200), "nurses": (12, 150), "babsim": (8, 400),
      "untreated-death": (20, 2), "trauma-centre": (40, 2), "died-of-wounds": (8, 1),
      "stroke-unit": (8, 5000), "critical-care": (20, 360), "covid-wave": (10, 306),
      "stroke-network": (10, 365), "erlang-a": (8, 20), "preemption": (8, 150), "tandem": (6, 15),
      "jackson": (8, 25), "daily-rhythm": (20, 3),
    ]

    @Test("a short run has all its verdicts, and none is 4.5 standard errors away", arguments: cases)
    func shortRun(_ name: String) throws {
      let (replications, days) = try #require(Self.shortRuns[name])
      var plan = try Self.plan(name, replications: replications, seed: 20_270_104)
      plan.horizonDays = days
      plan.drainDays = min(plan.drainDays, 10)
      for point in plan.points.indices {
        plan.points[point].network.runInDays = min(plan.points[point].network.runInDays, Double(days))
      }
      let verdicts = try Self.verdicts(plan)
      #expect(verdicts.count == Self.rowCounts[name])
      for verdict in verdicts {
        #expect(abs(verdict.z ?? .infinity) <= 4.5, "\(verdict.expectation.measure), point \(verdict.point)")
      }
    }
  #else
    /// Those that take half a minute or more of one processor: their pages have both seeds in full, tests a quarter.
    static let longCases = ["erlang-b", "died-of-wounds", "critical-care", "stroke-network"]

    @Test(
      "a quarter of the replications of a long case agrees with its values: |z| at most 3.89",
      arguments: longCases)
    func quarter(_ name: String) throws {
      let whole = try Self.plan(name, seed: 20_270_104)
      let verdicts = try Self.verdicts(
        Self.plan(name, replications: whole.replications / 4, seed: 20_270_104))
      #expect(verdicts.count == Self.rowCounts[name])
      for verdict in verdicts {
        #expect(
          abs(verdict.z ?? .infinity) <= 3.89, "\(verdict.expectation.measure), point \(verdict.point)")
      }
    }

    @Test(
      "the experiment agrees with its values: |z| at most 3.89, standard error at most 1 %",
      arguments: cases.filter { !longCases.contains($0) }, [20_270_104, 20_270_105] as [UInt64])
    func fullRun(_ name: String, _ seed: UInt64) throws {
      let verdicts = try Self.verdicts(Self.plan(name, seed: seed))
      #expect(verdicts.count == Self.rowCounts[name])
      for verdict in verdicts {
        #expect(
          verdict.passes,
          """
          \(verdict.expectation.measure), point \(verdict.point): z \(verdict.z ?? .nan), \
          relative standard error \(verdict.relativeStandardError ?? .nan)
          """)
      }
    }

    @Test("scores of independent runs are standard normal (Anderson–Darling, seeds 1 to 170, p above 0.001)")
    func scores() throws {
      // One row a run: rows of one run share their patients. The row of the pulse that cannot vary has no score.
      var scores: [Double] = []
      var seed: UInt64 = 0
      for name in Self.exactCases {
        let whole = try Self.plan(name, replications: 100, seed: 0)
        for expectation in whole.expectations where expectation.value != 0 {
          for point in whole.points where expectation.holds(at: point) {
            seed += 1
            var plan = whole
            plan.seed = seed
            plan.points = [point]
            plan.expectations = [expectation]
            // What begins empty is not the same in a shorter time.
            if point.network.runInDays > 0 { plan.horizonDays = max(11, whole.horizonDays / 8) }
            let verdicts = try Self.verdicts(plan)
            scores.append(try #require(verdicts.first?.z))
          }
        }
      }
      #expect(scores.count == 170)
      let fit = try #require(GoodnessOfFit.andersonDarling(standardNormal: scores))
      print("Anderson–Darling of \(scores.count) scores: A² \(fit.statistic), p \(fit.pValue)")
      #expect(fit.pValue > 0.001, "A² \(fit.statistic), p \(fit.pValue): \(scores)")
    }
  #endif
}

#if !DEBUG
  extension BatchRunner.Expectation {
    /// Whether it is held to a design point.
    fileprivate func holds(at point: DesignPoint) -> Bool {
      levels.allSatisfy { wanted in
        point.levels.contains { $0.factor == wanted.factor && $0.level == wanted.level }
      }
    }
  }
#endif
