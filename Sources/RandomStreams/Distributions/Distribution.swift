/// A probability distribution of a quantity, by name and parameters: what a model file says.
///
/// Parameters and draws share one unit, that of the quantity; shapes, sigmas, stages and weights have none.
/// It is a value to be checked (`mistakes`), described (`mean`, `variance`, `cumulativeProbability`) and
/// drawn from at leisure (`sample`). In an inner loop draw from a `CompiledDistribution`, which gives the
/// same draws.
public enum Distribution: Sendable, Equatable {
  /// Always the same value; consumes no randomness.
  case constant(Double)

  /// Equally likely anywhere between two bounds.
  case uniform(from: Double, to: Double)

  /// Exponential with a mean.
  case exponential(mean: Double)

  /// The sum of a number of equal exponential stages, with the mean of the sum.
  case erlang(stages: Int, mean: Double)

  /// Gamma with mean `shape` · `scale`.
  case gamma(shape: Double, scale: Double)

  /// Weibull with survival exp(−(x / scale)^shape).
  case weibull(shape: Double, scale: Double)

  /// e to a normal variate; `mu` is the logarithm of the median.
  case lognormal(mu: Double, sigma: Double)

  /// Normal, with values below the minimum redrawn: the normal distribution truncated from below. Its `mean`
  /// and `variance` are those after truncation.
  case normal(mean: Double, standardDeviation: Double, minimum: Double = -.infinity)

  /// Log-logistic with cumulative probability 1 / (1 + (x / median)^−shape).
  case logLogistic(median: Double, shape: Double)

  /// Triangular between two bounds, with its peak at the mode.
  case triangular(minimum: Double, mode: Double, maximum: Double)

  /// Some values, each in proportion to its weight. Weights need not sum to one.
  case discrete([WeightedValue])

  /// Observed values, each equally likely: a bootstrap.
  case empirical([Double])

  /// One of several laws, each in proportion to its weight: hyperexponential when they are exponential. Weights need
  /// not sum to one.
  case mixture([WeightedLaw])

  /// The values of another law and a constant more.
  indirect case shifted(Distribution, by: Double)

  /// Another law given that its value lies between two limits, both included: drawn again while it does not.
  indirect case truncated(Distribution, from: Double = -.infinity, to: Double = .infinity)

  /// Another law, with the nearer limit in place of values beyond it.
  indirect case limited(Distribution, from: Double = -.infinity, to: Double = .infinity)
}

/// A value of a discrete distribution and its weight.
public struct WeightedValue: Sendable, Equatable {
  /// The value, in the unit of the quantity.
  public let value: Double

  /// How likely the value is, relative to the weights of the others; not negative.
  public let weight: Double

  /// A value with its weight.
  public init(_ value: Double, weight: Double) {
    self.value = value
    self.weight = weight
  }
}

/// A law in a mixture and its weight.
public struct WeightedLaw: Sendable, Equatable {
  /// The law, in the unit of the quantity.
  public let law: Distribution

  /// How likely the law is, relative to the weights of the others; not negative.
  public let weight: Double

  /// A law with its weight.
  public init(_ law: Distribution, weight: Double) {
    self.law = law
    self.weight = weight
  }
}

extension [WeightedLaw] {
  /// Each law with its share of all: the shares sum to one.
  var shares: [(law: Distribution, share: Double)] {
    let total = reduce(0) { $0 + $1.weight }
    return filter { $0.weight > 0 }.map { ($0.law, $0.weight / total) }
  }
}
