public import RandomStreams

extension DistributionSpecification {
  /// The same law with every value multiplied by a positive factor; shapes and shares stay.
  public func scaled(by factor: Double) -> DistributionSpecification {
    switch self {
    case .constant(let value): .constant(value * factor)
    case .exponential(let mean): .exponential(mean: mean * factor)
    case .normal(let mean, let deviation, let minimum):
      .normal(mean: mean * factor, standardDeviation: deviation * factor, minimum: minimum * factor)
    case .lognormalMean(let mean, let variation):
      .lognormalMean(mean * factor, coefficientOfVariation: variation)
    case .lognormalMedian(let median, let sigma): .lognormalMedian(median * factor, sigma: sigma)
    case .gamma(let shape, let scale): .gamma(shape: shape, scale: scale * factor)
    case .weibull(let shape, let scale): .weibull(shape: shape, scale: scale * factor)
    case .logLogistic(let median, let shape): .logLogistic(median: median * factor, shape: shape)
    case .triangular(let minimum, let mode, let maximum):
      .triangular(minimum: minimum * factor, mode: mode * factor, maximum: maximum * factor)
    case .uniform(let minimum, let maximum):
      .uniform(minimum: minimum * factor, maximum: maximum * factor)
    case .erlang(let stages, let mean): .erlang(stages: stages, mean: mean * factor)
    case .discrete(let outcomes):
      .discrete(outcomes.map { DiscreteOutcome(value: $0.value * factor, share: $0.share) })
    case .empirical(let values): .empirical(values.map { $0 * factor })
    case .count(let law, let mean, let step): .count(law, mean: mean * factor, step: step * factor)
    case .mixture(let parts):
      .mixture(parts.map { MixturePart(law: $0.law.scaled(by: factor), share: $0.share) })
    case .shifted(let law, let shift): .shifted(law.scaled(by: factor), by: shift * factor)
    case .truncated(let law, let minimum, let maximum):
      .truncated(law.scaled(by: factor), minimum: minimum * factor, maximum: maximum * factor)
    case .limited(let law, let minimum, let maximum):
      .limited(law.scaled(by: factor), minimum: minimum * factor, maximum: maximum * factor)
    }
  }

  /// A time in another unit than seconds.
  public func distribution(in unit: TimeUnit) -> Distribution {
    scaled(by: 1 / unit.seconds).distribution
  }

  /// What is drawn from: a time in seconds, otherwise in the field's unit.
  public var distribution: Distribution {
    switch self {
    case .constant(let value): .constant(value)
    case .exponential(let mean): .exponential(mean: mean)
    case .normal(let mean, let deviation, let minimum):
      .normal(mean: mean, standardDeviation: deviation, minimum: minimum)
    case .lognormalMean(let mean, let variation):
      .lognormal(mean: mean, coefficientOfVariation: variation)
    case .lognormalMedian(let median, let sigma): .lognormal(median: median, sigma: sigma)
    case .gamma(let shape, let scale): .gamma(shape: shape, scale: scale)
    case .weibull(let shape, let scale): .weibull(shape: shape, scale: scale)
    case .logLogistic(let median, let shape): .logLogistic(median: median, shape: shape)
    case .triangular(let minimum, let mode, let maximum):
      .triangular(minimum: minimum, mode: mode, maximum: maximum)
    case .uniform(let minimum, let maximum): .uniform(from: minimum, to: maximum)
    case .erlang(let stages, let mean): .erlang(stages: stages, mean: mean)
    case .discrete(let outcomes):
      .discrete(outcomes.map { WeightedValue($0.value, weight: $0.share) })
    case .empirical(let values): .empirical(values)
    case .count(let law, let mean, let step): .count(law, mean: mean, step: step)
    case .mixture(let parts): .mixture(parts.map { WeightedLaw($0.law.distribution, weight: $0.share) })
    case .shifted(let law, let shift): .shifted(law.distribution, by: shift)
    case .truncated(let law, let minimum, let maximum):
      .truncated(law.distribution, from: minimum, to: maximum)
    case .limited(let law, let minimum, let maximum): .limited(law.distribution, from: minimum, to: maximum)
    }
  }
}

extension CheckedFields {
  /// A distribution as it is drawn from: a time in seconds, otherwise in the field's unit.
  public func distribution(_ key: String) -> Distribution? { specification(key)?.distribution }

  /// A distribution of a time in the unit asked for.
  public func distribution(_ key: String, in unit: TimeUnit) -> Distribution? {
    specification(key)?.distribution(in: unit)
  }
}
