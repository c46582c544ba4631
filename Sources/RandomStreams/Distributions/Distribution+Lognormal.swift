extension Distribution {
  /// The lognormal distribution with a median and the standard deviation `sigma` of its logarithm.
  ///
  /// A median that is not positive gives a distribution whose `mistakes` say so.
  public static func lognormal(median: Double, sigma: Double) -> Distribution {
    .lognormal(mu: PortableMath.log(median), sigma: sigma)
  }

  /// The lognormal distribution with a mean and a coefficient of variation (standard deviation / mean).
  ///
  /// σ² = ln(1 + cv²), μ = ln mean − σ²/2.
  public static func lognormal(mean: Double, coefficientOfVariation: Double) -> Distribution {
    let variance = PortableMath.log1p(coefficientOfVariation * coefficientOfVariation)
    return .lognormal(
      mu: PortableMath.log(mean) - variance / 2, sigma: PortableMath.squareRoot(variance))
  }

  /// The lognormal distribution with a mean and a standard deviation, both in the unit of the quantity.
  public static func lognormal(mean: Double, standardDeviation: Double) -> Distribution {
    .lognormal(mean: mean, coefficientOfVariation: standardDeviation / mean)
  }
}
