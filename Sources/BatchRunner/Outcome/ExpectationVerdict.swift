import CareModel
public import OutputStatistics

/// How a measure compares with the value it should have.
public struct ExpectationVerdict: Sendable {
  /// What was expected.
  public let expectation: Expectation
  /// Place of the design point.
  public let point: Int
  /// Name of the arm.
  public let arm: String
  /// Mean of what came out; nil when no replication has a value.
  public let estimate: Double?
  /// The same with its interval; nil below two replications that have one.
  public let simulated: ConfidenceInterval?
  /// Difference in standard errors; nil when there is none to divide by.
  public let z: Double?
  /// Standard error per expected value; nil for an expected zero.
  public let relativeStandardError: Double?
  /// Whether |z| ≤ 3.89 (a two-sided p of 1 in 10,000) and the standard error is at most 1 % of the
  /// expected value: agreement by being vague is none. For an expected zero, at most 0.01. With a
  /// tolerance: whether the difference is at most it, and the standard error at most a tenth of it. Without chance in
  /// either, whether they agree to nine digits: the simulation keeps time in microseconds.
  public let passes: Bool

  /// Whether what came out agrees but for a standard error that is too large, or that is missing as there is one
  /// replication: more may pass.
  public var isVague: Bool {
    guard !passes else { return false }
    if let tolerance = expectation.tolerance {
      return estimate.map { abs($0 - expectation.value) <= tolerance } ?? false
    }
    // One replication says nothing of how far off it may be by chance.
    if simulated == nil { return estimate != nil }
    return z.map { abs($0) <= 3.89 } ?? false
  }

  package init(
    _ expectation: Expectation, point: Int, arm: String, estimate: Double?, simulated: ConfidenceInterval?
  ) {
    self.expectation = expectation
    self.point = point
    self.arm = arm
    self.estimate = estimate
    self.simulated = simulated
    guard let simulated else {
      z = nil
      relativeStandardError = nil
      passes = false
      return
    }
    let own = expectation.standardError ?? 0
    let error = (simulated.standardError * simulated.standardError + own * own).squareRoot()
    let gap = simulated.estimate - expectation.value
    let size = abs(expectation.value)
    let score: Double? = error > 0 ? gap / error : abs(gap) <= 1e-9 * size ? 0 : nil
    z = score
    relativeStandardError = size > 0 ? simulated.standardError / size : nil
    if let tolerance = expectation.tolerance {
      passes = abs(gap) <= tolerance && simulated.standardError <= tolerance / 10
      return
    }
    let isSharp = simulated.standardError <= 0.01 * (size > 0 ? size : 1)
    passes = isSharp && score.map { abs($0) <= 3.89 } ?? false
  }
}

extension BatchOutcome {
  /// The verdicts on all expectations, in order, each at every design point where it holds.
  public var verdicts: [ExpectationVerdict] {
    plan.expectations.flatMap { expectation in
      let place = expectation.arm.flatMap { id in plan.arms.firstIndex { $0.id == id } } ?? 0
      let measure = measures.nationalIndex(of: expectation.measure)
      return points.indices.filter { holds(expectation, at: $0) }.map { point in
        let arm = points[point].arms[place]
        return ExpectationVerdict(
          expectation, point: point, arm: plan.arms[place].id, estimate: measure.flatMap { arm.mean(of: $0) },
          simulated: measure.flatMap { arm.interval(of: $0, level: plan.confidenceLevel) })
      }
    }
  }

  private func holds(_ expectation: Expectation, at point: Int) -> Bool {
    expectation.levels.allSatisfy { wanted in
      plan.points[point].levels.contains { $0.factor == wanted.factor && $0.level == wanted.level }
    }
  }
}
