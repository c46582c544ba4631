extension RandomSource {
  /// A log-logistic variate with cumulative probability 1 / (1 + (x / median)^−shape), in the unit of the
  /// median.
  ///
  /// By inversion of one uniform. The mean is infinite at shape one and below.
  ///
  /// - Precondition: `shape > 0`, `median >= 0`.
  @inlinable
  public mutating func logLogistic(median: Double, shape: Double) -> Double {
    let u = uniform()
    return median * PortableMath.exp(PortableMath.log(u / (1 - u)) / shape)
  }
}
