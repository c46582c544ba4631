extension Distribution {
  /// The probability that a draw is at most x; absolute error about 1e-14.
  ///
  /// Right-continuous where the distribution has atoms: `constant(3)` gives 1 at 3 and 0 below it.
  ///
  /// - Precondition: `mistakes` is empty.
  /// - Complexity: O(*n*) in the values of a discrete or empirical distribution and in the laws of a mixture, O(√shape)
  ///   for a gamma.
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
    case .mixture(let parts):
      return min(1, parts.shares.reduce(0) { $0 + $1.share * $1.law.cumulativeProbability(x) })
    case .shifted(let law, let shift):
      return law.cumulativeProbability(x - shift)
    case .truncated(let law, let from, let to):
      if x < from { return 0 }
      return x >= to ? 1 : min(1, law.probability(from: from, to: x) / law.probability(from: from, to: to))
    case .limited(let law, let from, let to):
      if x < from { return 0 }
      return x >= to ? 1 : law.cumulativeProbability(x)
    }
  }

  /// The probability of a value between two, both included.
  ///
  /// - Precondition: `mistakes` is empty.
  public func probability(from: Double, to: Double) -> Double {
    cumulativeProbability(to) - probability(below: from)
  }

  /// The probability that a draw is less than x, which is that of at most x where the distribution has no atom.
  func probability(below x: Double) -> Double {
    switch self {
    case .constant(let value): value < x ? 1 : 0
    case .discrete(let values):
      values.reduce(0) { $1.value < x ? $0 + $1.weight : $0 } / values.reduce(0) { $0 + $1.weight }
    case .empirical(let values): Double(values.count { $0 < x }) / Double(values.count)
    case .mixture(let parts): parts.shares.reduce(0) { $0 + $1.share * $1.law.probability(below: x) }
    case .shifted(let law, let shift): law.probability(below: x - shift)
    case .truncated(let law, let from, let to):
      if x <= from {
        0
      } else if x > to {
        1
      } else {
        (law.probability(below: x) - law.probability(below: from)) / law.probability(from: from, to: to)
      }
    case .limited(let law, let from, let to):
      if x <= from { 0 } else if x > to { 1 } else { law.probability(below: x) }
    default: cumulativeProbability(x)
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
