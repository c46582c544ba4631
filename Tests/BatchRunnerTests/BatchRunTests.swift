import BatchRunner
import CareModel
import Foundation
import OutputStatistics
import Testing

@Suite struct BatchRunTests {
  static let tables = [
    "trials.csv", "summary.csv", "waits.csv", "regions_daily.csv", "validation.csv", "datapackage.json",
  ]

  @Test("one, two and three threads write the same bytes, and so does a second run")
  func threads() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    let plan = BatchFixture.plan(replications: 2, factors: [0.5, 2])
    for (name, threads) in [("one", 1), ("again", 1), ("two", 2), ("three", 3)] {
      _ = try folder.run(plan, into: name, threads: threads)
    }
    for table in Self.tables {
      let bytes = folder.bytes("one/\(table)")
      #expect(!bytes.isEmpty)
      for other in ["again", "two", "three"] {
        #expect(folder.bytes("\(other)/\(table)") == bytes, "\(table) of \(other)")
      }
    }
  }

  @Test("an audit that finds a draw used twice says arm, replication and draw, and leaves no folder")
  func drawsUsedTwice() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    var plan = BatchFixture.plan(replications: 2)
    let step = plan.points[0].network.pathways[0].steps[0]
    var first = step
    first.next = [Branch(to: .step(1))]
    plan.points[0].network.pathways[0].steps = [first, step]
    let output = try OutputFolder(at: "\(folder.path)/out", experimentID: plan.experimentID)
    var context = BatchFixture.context
    context.auditsEveryEvent = true
    let failure = try #require(throws: BatchFailure.self) {
      _ = try BatchRun(plan, context: context).run(into: output)
    }
    #expect(failure.exitCode == 70)
    let lines = failure.description.split(separator: "\n")
    #expect(lines.first?.hasPrefix("the audit found ") == true && lines.count == 12)
    #expect(
      lines.contains {
        $0.hasPrefix("  arm baseline, replication 0: The stream of individual")
          && $0.contains("of origin \"acute@a\", purpose \"ward.ward.stay\"")
      }, "\(failure)")
    #expect(folder.names(in: "out").isEmpty)
    #expect(try BatchRun(plan, context: BatchFixture.context).run(into: nil).points.count == 1)
  }

  @Test("another seed writes other trials")
  func seeds() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    _ = try folder.run(BatchFixture.plan(seed: 7), into: "seven")
    _ = try folder.run(BatchFixture.plan(seed: 8), into: "eight")
    #expect(folder.bytes("seven/trials.csv") != folder.bytes("eight/trials.csv"))
  }

  @Test("arms of a replication meet the same casualties, other replications meet others")
  func digests() throws {
    let outcome = try BatchRun(BatchFixture.plan(), context: BatchFixture.context).run(into: nil)
    let arms = outcome.points[0].arms.map { $0.trials.map(\.casualtyDigest) }
    #expect(arms[1] == arms[0])
    #expect(arms[2] == arms[0])
    #expect(Set(arms[0]).count == arms[0].count)
  }

  @Test("one replication gives the difference of its figures, without an interval")
  func oneDifference() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    let outcome = try folder.run(BatchFixture.plan(replications: 1), into: "run")
    let measure = "icu_waiting_mean_patients"
    let index = try #require(outcome.measures.nationalIndex(of: measure))
    let arms = outcome.points[0].arms
    let summary = folder.rows("run/summary.csv")
    let row = try #require(summary.first { $0[2] == "no-wait" && $0[3] == measure })
    func field(_ name: String) throws -> String { row[try #require(summary[0].firstIndex(of: name))] }
    let difference = arms[2].values(of: index)[0] - arms[0].values(of: index)[0]
    let mean = try field("difference_mean")
    #expect(difference != 0 && Double(mean) == difference)
    let (lower, error) = (try field("difference_ci95_lower"), try field("difference_standard_error"))
    #expect(lower.isEmpty && error.isEmpty)
  }

  @Test("the paired difference of the summary is the one computed by hand from the trials")
  func paired() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    _ = try folder.run(BatchFixture.plan(), into: "run")
    let trials = folder.rows("run/trials.csv")
    let measure = "deaths_after_drain_patients"
    let column = try #require(trials[0].firstIndex(of: measure))
    func values(_ arm: String) -> [Double] {
      trials.dropFirst().filter { $0[2] == arm }.compactMap { Double($0[column]) }
    }
    let differences = zip(values("no-wait"), values("baseline")).map { $0 - $1 }
    let mean = differences.reduce(0, +) / 4
    let deviation = (differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3).squareRoot()
    // Student's 97.5 % quantile with 3 degrees of freedom.
    let half = 3.182446305284263 * deviation / 2
    let summary = folder.rows("run/summary.csv")
    let row = try #require(summary.first { $0[2] == "no-wait" && $0[3] == measure })
    func text(_ name: String) throws -> String {
      let column = try #require(summary[0].firstIndex(of: name))
      return row[column]
    }
    func number(_ name: String) throws -> Double {
      let text = try text(name)
      return try #require(Double(text))
    }
    #expect(mean < 0)
    #expect(abs(try number("difference_mean") - mean) < 1e-9)
    #expect(abs(try number("difference_ci95_lower") - (mean - half)) < 1e-9)
    #expect(abs(try number("difference_ci95_upper") - (mean + half)) < 1e-9)
    #expect(try text("baseline_arm") == "baseline")
  }

  @Test(
    "antithetic replications: interval and difference of the summary are those of pair means, computed by hand"
  )
  func antithetic() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    var plan = BatchFixture.plan(replications: 6)
    plan.isAntithetic = true
    let outcome = try folder.run(plan, into: "run", threads: 2)
    let trials = folder.rows("run/trials.csv")
    let measure = "deaths_after_drain_patients"
    let column = try #require(trials[0].firstIndex(of: measure))
    func pairs(_ arm: String) -> [Double] {
      let values = trials.dropFirst().filter { $0[2] == arm }.compactMap { Double($0[column]) }
      return [0, 2, 4].map { (first: Int) -> Double in (values[first] + values[first + 1]) / 2 }
    }
    let summary = folder.rows("run/summary.csv")
    let row = try #require(summary.first { $0[2] == "no-wait" && $0[3] == measure })
    func number(_ name: String) throws -> Double {
      let column = try #require(summary[0].firstIndex(of: name))
      return try #require(Double(row[column]))
    }
    func check(_ values: [Double], _ prefix: String, _ meanName: String) throws {
      let mean = values.reduce(0, +) / 3
      let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2).squareRoot()
      // Student's 97.5 % quantile with 2 degrees of freedom.
      let half = 4.302652729911275 * deviation / 3.0.squareRoot()
      #expect(abs(try number(meanName) - mean) < 1e-9)
      #expect(abs(try number("\(prefix)ci95_lower") - (mean - half)) < 1e-9)
      #expect(abs(try number("\(prefix)ci95_upper") - (mean + half)) < 1e-9)
    }
    try check(pairs("no-wait"), "", "mean")
    let differences = zip(pairs("no-wait"), pairs("baseline")).map { (own: Double, other: Double) in
      own - other
    }
    try check(differences, "difference_", "difference_mean")
    #expect(try number("count") == 6)
    let index = try #require(outcome.measures.nationalIndex(of: measure))
    #expect(outcome.points[0].arms[0].interval(of: index, level: 0.95)?.count == 3)
    #expect(String(decoding: folder.bytes("run/datapackage.json"), as: UTF8.self).contains("antithetic pair"))
    let plain = try folder.run(BatchFixture.plan(replications: 6), into: "plain")
    #expect(plain.points[0].arms[0].interval(of: index, level: 0.95)?.count == 6)
  }

  @Test("of an antithetic pair in which one has no value there is no observation")
  func halfPair() {
    let values: [Double?] = [1, nil, 3, 5, 7, 9]
    let trials = values.map { TrialFigures(values: [$0]) }
    #expect(ArmOutcome(trials: trials, isAntithetic: true).observations(of: 0) == [4, 8])
    #expect(ArmOutcome(trials: trials).observations(of: 0) == [1, 3, 5, 7, 9])
  }

  @Test("waits fall, incidences rise and sum to at most one")
  func waits() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    _ = try folder.run(BatchFixture.plan(), into: "run")
    let rows = folder.rows("run/waits.csv").dropFirst().filter {
      $0[2] == "baseline" && $0[3] == "icu" && $0[4] == "casualty"
    }
    let numbers = rows.map { $0[5...].compactMap(Double.init) }
    #expect(numbers.count == 14)
    for (earlier, later) in zip(numbers, numbers.dropFirst()) {
      #expect(later[1] <= earlier[1] && later[2] >= earlier[2] && later[3] >= earlier[3])
      #expect(later[2] + later[3] <= 1 + 1e-12)
      #expect(later[4] <= earlier[4])
    }
    #expect((numbers.last?[3] ?? 0) > 0)
  }

  @Test("a run that may need more memory than allowed is refused, and leaves no folder")
  func memory() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    var plan = BatchFixture.plan()
    plan.memoryLimitBytes = 10_000
    let failure = #expect(throws: BatchFailure.self) { _ = try folder.run(plan, into: "run") }
    #expect(failure?.exitCode == 65)
    #expect(folder.names(in: "").isEmpty)
  }

  @Test("an expectation that is not met fails, one that is met closely passes")
  func expectations() throws {
    var plan = BatchFixture.plan()
    let first = try BatchRun(plan, context: BatchFixture.context).run(into: nil)
    #expect(first.verdicts.map(\.passes) == [false])
    plan.expectations = [Expectation(measure: "evacuation_flights", value: 0, source: "no flights")]
    let second = try BatchRun(plan, context: BatchFixture.context).run(into: nil)
    #expect(second.verdicts.map(\.passes) == [true])
  }

  @Test("without chance nine digits are enough, and a tenth tells")
  func withoutChance() {
    let expectation = Expectation(measure: "trip_hours", value: 1.5, source: "a test")
    for (hours, passes) in [(1.5, true), (1.500_000_000_277_777_8, true), (1.499_999_99, false)] {
      let verdict = ExpectationVerdict(
        expectation, point: 0, arm: "a", estimate: hours,
        simulated: ConfidenceInterval(estimate: hours, lower: hours, upper: hours, standardError: 0, count: 2)
      )
      #expect(verdict.passes == passes, "\(hours)")
    }
  }

  @Test("one replication has a value and no standard error: it neither passes nor is told to differ")
  func oneReplication() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    var plan = BatchFixture.plan()
    plan.replications = 1
    let outcome = try folder.run(plan, into: "run")
    let verdict = outcome.verdicts[0]
    let value = try #require(
      outcome.points[0].arms[0].trials[0].values[
        outcome.measures.nationalIndex(of: verdict.expectation.measure) ?? 0])
    #expect(verdict.estimate == value && verdict.simulated == nil && !verdict.passes && verdict.isVague)
    // Beyond its tolerance one replication is off, and not vague.
    var wide = plan
    wide.expectations[0].tolerance = 0.1
    wide.expectations[0].value = value + 1
    let far = BatchOutcome(plan: wide, measures: outcome.measures, points: outcome.points).verdicts[0]
    #expect(!far.passes && !far.isVague)
    let rows = folder.rows("run/validation.csv")
    let column = try #require(rows[0].firstIndex(of: "simulated"))
    #expect(Double(rows[1][column]) == value)
    #expect(rows[1][column + 1].isEmpty)
  }

  @Test("with a tolerance a difference up to it passes, and the table says it")
  func tolerance() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    var plan = BatchFixture.plan()
    let arrivals = try #require(
      try BatchRun(plan, context: BatchFixture.context).run(into: nil).verdicts[0].simulated?.estimate)
    plan.expectations = [150.0, 50, 1].map { tolerance in
      Expectation(measure: "arrivals_patients", value: arrivals + 100, tolerance: tolerance, source: "a test")
    }
    let outcome = try folder.run(plan, into: "run")
    #expect(outcome.verdicts.map(\.passes) == [true, false, false])
    let rows = folder.rows("run/validation.csv")
    #expect(rows[0].last == "tolerance")
    #expect(rows[1...].map(\.last) == ["150", "50", "1"])
  }
}
