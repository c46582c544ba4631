import OutputStatistics

/// The difference of a measure between two runs, for one arm of each.
package struct RunComparison: Sendable {
  /// How the interval was made.
  package enum Method: Sendable {
    /// By replication, or by antithetic pair: both runs met the same.
    case paired
    /// Of independent samples with variances of their own: Welch 1947, DOI 10.1093/biomet/34.1-2.28.
    case welch
  }

  /// The other run less this one.
  package let difference: Double
  /// Interval; nil below two replications.
  package let interval: (lower: Double, upper: Double)?
  package let method: Method

  /// Replications that both have, or each its own, compared at the shown points; nil where there is none.
  package init?(
    _ own: ReportRun, arm: String, _ other: ReportRun, arm otherArm: String, measure: String,
    _ match: RunMatch
  ) {
    let (left, right) = (own.trials(arm), other.trials(otherArm))
    let (one, two) = (left.map { $0.number(measure) }, right.map { $0.number(measure) })
    let level = own.record.confidenceLevel
    if match.isPaired {
      let differences = Self.observations(
        zip(one, two).map { one, two in one.flatMap { one in two.map { $0 - one } } },
        isAntithetic: own.record.isAntithetic)
      guard let mean = Tally(differences).mean else { return nil }
      method = .paired
      difference = mean
      interval = StudentInterval.of(differences, level: level).map { ($0.lower, $0.upper) }
      return
    }
    let first = Self.observations(one, isAntithetic: own.record.isAntithetic)
    let second = Self.observations(two, isAntithetic: other.record.isAntithetic)
    guard !first.isEmpty, !second.isEmpty else { return nil }
    self = Self.welch(first, second, level: level)
  }

  /// Independent observations: the values there are, or the means of pairs that have two.
  private static func observations(_ values: [Double?], isAntithetic: Bool) -> [Double] {
    guard isAntithetic else { return values.compactMap { $0 } }
    return stride(from: 0, to: values.count - 1, by: 2).compactMap { first in
      if let one = values[first], let other = values[first + 1] { (one + other) / 2 } else { nil }
    }
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
}
