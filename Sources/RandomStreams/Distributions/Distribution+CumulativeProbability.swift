extension Distribution {
  /// The probability that a draw is at most x; absolute error about 1e-14.
  ///
  /// Right-continuous where the distribution has atoms: `constant(3)` gives 1 at 3 and 0 below it.
  ///
  /// - Precondition: `mistakes` is empty.
  /// - Complexity: O(*n*) in the values of a discrete or empirical distribution, O(√shape) for a gamma.
  public func cumulativeProbability(_ x: Double) -> Double {
    switch self {
    case .constant(let value):
      return x >= value ? 1 : 0
    case .uniform(let from, let to):
      if x >= to { return 1 }
      return x <= from ? 0 : (x - from) / (to - from)
    case .exponential(let mean):
      return Distribution.weibullProbability(x, shape: 1, scale: mean)
    case .erlang(let stages, let mean):
      return Distribution.gammaProbability(x, shape: Double(stages), scale: mean / Double(stages))
    case .gamma(let shape, let scale):
      return Distribution.gammaProbability(x, shape: shape, scale: scale)
    case .weibull(let shape, let scale):
      return Distribution.weibullProbability(x, shape: shape, scale: scale)
    case .lognormal(let mu, let sigma):
      if x <= 0 { return 0 }
      return Distribution.normalProbability(PortableMath.log(x), mean: mu, deviation: sigma)
    case .normal(let mean, let deviation, let minimum):
      if x < minimum { return 0 }
      if deviation == 0 || minimum == -.infinity {
        return Distribution.normalProbability(x, mean: mean, deviation: deviation)
      }
      let kept = PortableMath.normalProbabilities((minimum - mean) / deviation).upper
      return 1 - PortableMath.normalProbabilities((x - mean) / deviation).upper / kept
    case .logLogistic(let median, let shape):
      if x <= 0 { return 0 }
      return 1 / (1 + PortableMath.pow(median / x, shape))
    case .triangular(let minimum, let mode, let maximum):
      if x >= maximum { return 1 }
      if x <= minimum { return 0 }
      if x < mode { return (x - minimum) * (x - minimum) / ((maximum - minimum) * (mode - minimum)) }
      return 1 - (maximum - x) * (maximum - x) / ((maximum - minimum) * (maximum - mode))
    case .discrete(let values):
      var total = 0.0
      var below = 0.0
      for entry in values {
        total += entry.weight
        if entry.value <= x { below += entry.weight }
      }
      return below / total
    case .empirical(let values):
      return Double(values.count { $0 <= x }) / Double(values.count)
    }
  }

  private static func normalProbability(_ x: Double, mean: Double, deviation: Double) -> Double {
    if deviation == 0 { return x >= mean ? 1 : 0 }
    return PortableMath.normalProbabilities((x - mean) / deviation).lower
  }

  private static func gammaProbability(_ x: Double, shape: Double, scale: Double) -> Double {
    x <= 0 ? 0 : PortableMath.incompleteGamma(shape: shape, x: x / scale).lower
  }

  private static func weibullProbability(_ x: Double, shape: Double, scale: Double) -> Double {
    if x <= 0 { return 0 }
    let hazard = shape == 1 ? x / scale : PortableMath.pow(x / scale, shape)
    // 1 − e⁻ʰ loses its digits for small h; e⁻ʰ − 1 by Kahan's correction does not.
    let survival = PortableMath.exp(-hazard)
    if survival == 1 { return hazard }
    return hazard > 1 ? 1 - survival : (survival - 1) * hazard / PortableMath.log(survival)
  }
}
