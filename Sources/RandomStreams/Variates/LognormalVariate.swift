extension RandomSource {
  /// A lognormal variate: e to a normal variate with mean `mu` and standard deviation `sigma`.
  ///
  /// `mu` is the logarithm of the median, in the unit of the result; `sigma` has no unit. Always positive.
  ///
  /// - Precondition: `sigma >= 0`.
  @inlinable
  public mutating func lognormal(mu: Double, sigma: Double) -> Double {
    PortableMath.exp(mu + sigma * normal())
  }
}
