/// Variates that take one word each and increase with it, for antithetic pairs.
///
/// Slower than the ziggurat, and other draws than its. `uniform(from:to:)`, `triangular` and `logLogistic` are
/// by inversion in any case, and increase too.
extension RandomSource {
  /// An exponential variate with a given mean, in the unit of the mean, by inversion of one uniform: −mean ·
  /// log(1 − u). At most 36.7 means, since u ≤ 1 − 2⁻⁵³.
  ///
  /// - Precondition: `mean >= 0`.
  @inlinable
  public mutating func exponentialByInversion(mean: Double = 1) -> Double {
    // 1 − u is exact for the uniforms of this module.
    -mean * PortableMath.log(1 - uniform())
  }

  /// A normal variate, in the unit of its mean and standard deviation, by inversion of one uniform: at most
  /// 8.2 standard deviations from the mean. `PortableMath.normalQuantile` states its error.
  ///
  /// - Precondition: `standardDeviation >= 0`.
  @inlinable
  public mutating func normalByInversion(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    mean + standardDeviation * PortableMath.normalQuantile(uniform())
  }

  /// A lognormal variate by inversion of one uniform: e to `normalByInversion`. `mu` is the logarithm of the
  /// median, in the unit of the result.
  ///
  /// - Precondition: `sigma >= 0`.
  @inlinable
  public mutating func lognormalByInversion(mu: Double, sigma: Double) -> Double {
    PortableMath.exp(mu + sigma * PortableMath.normalQuantile(uniform()))
  }

  /// A Weibull variate with survival exp(−(x / scale)^shape), in the unit of the scale, by inversion of one
  /// uniform.
  ///
  /// - Precondition: `shape > 0`, `scale >= 0`.
  @inlinable
  public mutating func weibullByInversion(shape: Double, scale: Double) -> Double {
    scale * PortableMath.exp(PortableMath.log(exponentialByInversion()) / shape)
  }
}
