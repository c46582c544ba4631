extension Distribution {
  /// The mean, in the unit of the quantity; infinite for a log-logistic of shape one or below.
  ///
  /// - Precondition: `mistakes` is empty.
  /// - Complexity: O(*n*) in the values of a discrete or empirical distribution.
  public var mean: Double { moments.mean }

  /// The variance, in the squared unit; infinite for a log-logistic of shape two or below. The population
  /// variance (divisor *n*) of the values of an empirical distribution.
  ///
  /// - Precondition: `mistakes` is empty.
  /// - Complexity: O(*n*) in the values of a discrete or empirical distribution.
  public var variance: Double { moments.variance }

  var moments: (mean: Double, variance: Double) {
    switch self {
    case .constant(let value):
      return (value, 0)
    case .uniform(let from, let to):
      return ((from + to) / 2, (to - from) * (to - from) / 12)
    case .exponential(let mean):
      return (mean, mean * mean)
    case .erlang(let stages, let mean):
      return (mean, mean * mean / Double(stages))
    case .gamma(let shape, let scale):
      return (shape * scale, shape * scale * scale)
    case .weibull(let shape, let scale):
      let first = PortableMath.exp(PortableMath.logGamma(1 + 1 / shape))
      let second = PortableMath.exp(PortableMath.logGamma(1 + 2 / shape))
      return (scale * first, scale * scale * (second - first * first))
    case .lognormal(let mu, let sigma):
      let square = sigma * sigma
      let mean = PortableMath.exp(mu + square / 2)
      return (mean, mean * mean * (PortableMath.exp(square) - 1))
    case .normal(let mean, let deviation, let minimum):
      return Distribution.truncatedNormalMoments(mean: mean, deviation: deviation, minimum: minimum)
    case .logLogistic(let median, let shape):
      return Distribution.logLogisticMoments(median: median, shape: shape)
    case .triangular(let a, let c, let b):
      return ((a + b + c) / 3, (a * a + b * b + c * c - a * b - a * c - b * c) / 18)
    case .discrete(let values):
      return Distribution.weightedMoments(values)
    case .empirical(let values):
      return Distribution.weightedMoments(values.map { WeightedValue($0, weight: 1) })
    case .mixture(let parts):
      let moments = parts.shares.map { (share: $0.share, moments: $0.law.moments) }
      let mean = moments.reduce(0) { $0 + $1.share * $1.moments.mean }
      let variance = moments.reduce(0) { sum, part in
        let distance = part.moments.mean - mean
        return sum + part.share * (part.moments.variance + distance * distance)
      }
      return (mean, mean.isFinite ? variance : .infinity)
    case .shifted(let law, let shift):
      let (mean, variance) = law.moments
      return (mean + shift, variance)
    case .truncated, .limited:
      return partialMoments(from: -.infinity, to: .infinity).conditional
    }
  }

  /// Johnson, Kotz and Balakrishnan 1994, *Continuous univariate distributions* 1, §13.10.1: the inverse
  /// Mills ratio.
  private static func truncatedNormalMoments(
    mean: Double, deviation: Double, minimum: Double
  ) -> (mean: Double, variance: Double) {
    if deviation == 0 || minimum == -.infinity { return (mean, deviation * deviation) }
    let bound = (minimum - mean) / deviation
    let density = PortableMath.exp(-0.5 * bound * bound) * 0x1.9884533d43651p-2
    let ratio = density / PortableMath.normalProbabilities(bound).upper
    // Far below the mean the bound is large and the density zero: their product would be lost or NaN.
    let pull = density == 0 ? 0 : bound * ratio
    return (mean + deviation * ratio, deviation * deviation * (1 + pull - ratio * ratio))
  }

  /// Moment k is median^k · B(1 − k/shape, 1 + k/shape), which exists for shape > k.
  private static func logLogisticMoments(
    median: Double, shape: Double
  ) -> (mean: Double, variance: Double) {
    func moment(_ k: Double) -> Double {
      if shape <= k { return .infinity }
      return PortableMath.exp(PortableMath.logGamma(1 - k / shape) + PortableMath.logGamma(1 + k / shape))
    }
    let first = moment(1)
    let second = moment(2)
    let variance = second == .infinity ? second : median * median * (second - first * first)
    return (median * first, variance)
  }

  private static func weightedMoments(_ values: [WeightedValue]) -> (mean: Double, variance: Double) {
    var total = 0.0
    var sum = 0.0
    for entry in values {
      total += entry.weight
      sum += entry.weight * entry.value
    }
    let mean = sum / total
    var squares = 0.0
    for entry in values { squares += entry.weight * (entry.value - mean) * (entry.value - mean) }
    return (mean, squares / total)
  }
}
