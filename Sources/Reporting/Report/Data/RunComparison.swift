import OutputStatistics

/// The difference of a measure between two runs, for one arm of each.
package struct RunComparison: Sendable {
  /// How the interval was made.
  package enum Method: Sendable {
    /// By replication: both runs met the same casualties.
    case paired
    /// Of independent samples with variances of their own: Welch 1947, DOI 10.1093/biomet/34.1-2.28.
    case welch
  }

  /// The other run less this one.
  package let difference: Double
  /// Interval; nil below two replications.
  package let interval: (lower: Double, upper: Double)?
  package let method: Method

  /// Replications that both have, or each its own, compared at the shown points.
  package init?(_ own: ReportRun, arm: String, _ other: ReportRun, arm otherArm: String, measure: String) {
    let left = Self.trials(own, arm, measure)
    let right = Self.trials(other, otherArm, measure)
    guard !left.isEmpty, !right.isEmpty else { return nil }
    let level = own.record.confidenceLevel
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let isSame =
      left.count == right.count
      && zip(left, right).allSatisfy { $0.replication == $1.replication && $0.digest == $1.digest }
    let (one, two) = (left.map(\.value), right.map(\.value))
    if isSame {
      method = .paired
      difference = mean(zip(two, one).map { $0 - $1 })
      interval = PairedDifference.of(treatment: two, baseline: one, level: level).map {
        ($0.interval.lower, $0.interval.upper)
      }
      return
    }
    self = Self.welch(one, two, level: level)
  }

  /// The difference of independent samples, the second less the first.
  ///
  /// - Precondition: both have values.
  package static func welch(_ one: [Double], _ two: [Double], level: Double) -> RunComparison {
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let difference = mean(two) - mean(one)
    guard one.count > 1, two.count > 1 else {
      return RunComparison(difference: difference, interval: nil, method: .welch)
    }
    func spread(_ values: [Double]) -> Double {
      let middle = mean(values)
      return values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(values.count - 1)
        / Double(values.count)
    }
    let (a, b) = (spread(one), spread(two))
    let error = (a + b).squareRoot()
    guard error > 0 else {
      return RunComparison(difference: difference, interval: (difference, difference), method: .welch)
    }
    let freedom = (a + b) * (a + b) / (a * a / Double(one.count - 1) + b * b / Double(two.count - 1))
    let half = error * StudentDistribution.quantile(probability: (1 + level) / 2, degreesOfFreedom: freedom)
    return RunComparison(
      difference: difference, interval: (difference - half, difference + half), method: .welch)
  }

  private init(difference: Double, interval: (lower: Double, upper: Double)?, method: Method) {
    self.difference = difference
    self.interval = interval
    self.method = method
  }

  private static func trials(
    _ run: ReportRun, _ arm: String, _ measure: String
  ) -> [(replication: String, digest: String, value: Double)] {
    (RunTable("trials.csv", of: run.files)?.rows ?? []).compactMap { row in
      guard row["arm"] == arm, SummaryFigures.levels(of: row, run.record) == run.summary.shownPoint,
        let value = row.number(measure)
      else { return nil }
      return (row["replication"], row["casualty_digest"], value)
    }
  }
}
