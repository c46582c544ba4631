/// Student's interval for the mean of independent observations, such as one per replication.
///
/// Exact if the observations are normal, and close for means of many. It is not for observations of one run,
/// which depend on each other.
public enum StudentInterval {
  /// The interval for the mean.
  ///
  /// Nil below two observations, where the spread is unknown, and if an observation is not finite. Equal
  /// observations give an interval without width.
  ///
  /// - Parameters:
  ///   - observations: independent, in index order: the sum is folded in it.
  ///   - level: the share of repetitions in which the interval covers the true mean, between 0 and 1.
  public static func of(_ observations: [Double], level: Double = 0.95) -> ConfidenceInterval? {
    of(Tally(observations), level: level)
  }

  /// The interval for the mean of tallied observations; nil as for an array.
  public static func of(_ tally: Tally, level: Double = 0.95) -> ConfidenceInterval? {
    guard let mean = tally.mean, let deviation = tally.standardDeviation else { return nil }
    guard mean.isFinite && deviation.isFinite && level > 0 && level < 1 else { return nil }
    let standardError = deviation / squareRoot(Double(tally.count))
    let factor = StudentDistribution.quantile(
      probability: 0.5 + level / 2, degreesOfFreedom: Double(tally.count - 1))
    let half = standardError == 0 ? 0 : factor * standardError
    return ConfidenceInterval(
      estimate: mean, lower: mean - half, upper: mean + half, standardError: standardError, count: tally.count
    )
  }
}
