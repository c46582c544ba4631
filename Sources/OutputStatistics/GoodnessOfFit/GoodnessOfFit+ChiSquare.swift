extension GoodnessOfFit {
  /// Pearson's chi-square test of observed counts against expected ones; nil if no degree of freedom is left.
  ///
  /// Cells with a small expected count should be pooled by the caller: five or more is the custom.
  ///
  /// - Parameters:
  ///   - observed: the count of each cell.
  ///   - expected: the expected count of each cell, above zero, with the same sum.
  ///   - fittedParameters: the number of parameters estimated from the same counts.
  /// - Precondition: both have the same number of cells.
  public static func chiSquare(
    observed: [Int], expected: [Double], fittedParameters: Int = 0
  ) -> GoodnessOfFit? {
    precondition(observed.count == expected.count, "A chi-square test needs an expected count for each cell.")
    let freedom = observed.count - 1 - fittedParameters
    if freedom < 1 { return nil }
    var statistic = 0.0
    for (count, mean) in zip(observed, expected) {
      let difference = Double(count) - mean
      statistic += difference * difference / mean
    }
    return GoodnessOfFit(
      statistic: statistic,
      pValue: ChiSquareDistribution.exceedanceProbability(statistic, degreesOfFreedom: Double(freedom)))
  }
}
