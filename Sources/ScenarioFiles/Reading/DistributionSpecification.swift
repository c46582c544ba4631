public import RandomStreams

/// A probability law with its parameters as a file gives them: in seconds for a time, otherwise in the field's
/// unit. Shapes, coefficients of variation and shares are plain numbers.
///
/// All parameters are checked. It draws nothing, and leaves logarithms to the library that does: the C
/// library's differ in the last bit between machines.
public indirect enum DistributionSpecification: Sendable, Equatable {
  /// Always the same value.
  case constant(Double)
  /// Exponential with a mean above 0.
  case exponential(mean: Double)
  /// Normal before values below the minimum are refused.
  case normal(mean: Double, standardDeviation: Double, minimum: Double)
  /// Lognormal by its mean above 0 and its standard deviation over its mean, above 0.
  case lognormalMean(Double, coefficientOfVariation: Double)
  /// Lognormal by its median above 0 and the standard deviation of its logarithm, above 0.
  case lognormalMedian(Double, sigma: Double)
  /// Gamma: mean = shape × scale.
  case gamma(shape: Double, scale: Double)
  /// Weibull: survival = exp(−(x / scale)^shape).
  case weibull(shape: Double, scale: Double)
  /// Log-logistic: survival = 1 / (1 + (x / median)^shape).
  case logLogistic(median: Double, shape: Double)
  /// Triangular, minimum ≤ mode ≤ maximum and minimum < maximum.
  case triangular(minimum: Double, mode: Double, maximum: Double)
  /// Uniform, minimum < maximum.
  case uniform(minimum: Double, maximum: Double)
  /// The sum of equal exponential stages.
  case erlang(stages: Int, mean: Double)
  /// Values with shares that sum to one.
  case discrete([DiscreteOutcome])
  /// Each observed value as likely as the others.
  case empirical([Double])
  /// Whole numbers of steps, with the mean of their product; at least a step for the geometric law.
  case count(CountLaw, mean: Double, step: Double)
  /// One of several laws, with shares that sum to one.
  case mixture([MixturePart])
  /// Another law's values and a constant more.
  case shifted(DistributionSpecification, by: Double)
  /// Another law, drawn again while outside two limits.
  case truncated(DistributionSpecification, minimum: Double, maximum: Double)
  /// Another law, with the nearer limit in place of values beyond it.
  case limited(DistributionSpecification, minimum: Double, maximum: Double)
}

/// One law of a mixture.
public struct MixturePart: Sendable, Equatable {
  /// The law.
  public let law: DistributionSpecification
  /// Its probability, 0 to 1.
  public let share: Double

  /// Creates a part.
  public init(law: DistributionSpecification, share: Double) {
    self.law = law
    self.share = share
  }
}

/// One value of a discrete distribution.
public struct DiscreteOutcome: Sendable, Equatable {
  /// The value.
  public let value: Double
  /// Its probability, 0 to 1.
  public let share: Double

  /// Creates an outcome.
  public init(value: Double, share: Double) {
    self.value = value
    self.share = share
  }
}
