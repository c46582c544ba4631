/// The chi-square distribution, for any positive degrees of freedom.
public enum ChiSquareDistribution {
  /// The probability that a variate is at most x; absolute error about 1e-13 up to 1,000 degrees of freedom.
  ///
  /// - Precondition: `degreesOfFreedom > 0`.
  public static func cumulativeProbability(_ x: Double, degreesOfFreedom: Double) -> Double {
    incompleteGamma(shape: degreesOfFreedom / 2, x: x / 2).lower
  }

  /// The probability that a variate exceeds x: the p-value of a chi-square statistic.
  ///
  /// - Precondition: `degreesOfFreedom > 0`.
  public static func exceedanceProbability(_ x: Double, degreesOfFreedom: Double) -> Double {
    incompleteGamma(shape: degreesOfFreedom / 2, x: x / 2).upper
  }
}
