/// Tests of whether observations follow a distribution that is fully specified beforehand.
///
/// Each gives a statistic and a p-value: the probability of a statistic at least as large if the distribution
/// is right. If parameters were fitted to the same observations the p-values are too large.
public struct GoodnessOfFit: Sendable, Equatable {
  /// The test's statistic, without unit.
  public let statistic: Double

  /// The probability of a statistic at least as large, if the distribution is right.
  public let pValue: Double

  init(statistic: Double, pValue: Double) {
    self.statistic = statistic
    self.pValue = pValue
  }

  /// The probabilities of sorted observations under the distribution, never decreasing and within [0, 1].
  static func sortedProbabilities(
    _ observations: [Double], _ cumulativeProbability: (Double) -> Double
  ) -> [Double] {
    observations.map(cumulativeProbability).map { min(1, max(0, $0)) }.sorted()
  }
}
