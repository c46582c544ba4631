extension Distribution {
  /// What is left of a stay that was met at a random moment: a draw of the equilibrium residual, with density
  /// (1 − F(x)) / mean.
  ///
  /// A stay that is under way at a random moment is longer than most, for it had more time to be met
  /// (length-biased: density x f(x) / mean), and the moment falls evenly within it. Feller, An Introduction to
  /// Probability Theory and Its Applications, volume II, section XI.4. Each family's length-biased law is drawn
  /// exactly: the gamma, the Weibull and the lognormal stay in their families, the log-logistic is a ratio of
  /// gammas, a mixture's are chosen by their share of the mean, the rest by rejection from the law itself.
  ///
  /// - Precondition: the mean is above zero and finite, and no value is below zero.
  /// - Complexity: O(1) draws; O(values) of the discrete and the empirical. By rejection on average the greatest
  ///   value over the mean.
  public func sampleResidual(using source: inout some RandomSource) -> Double {
    let stay = sampleLengthBiased(using: &source)
    return stay * source.uniform()
  }

  /// A stay as it is met at a random moment.
  func sampleLengthBiased(using source: inout some RandomSource) -> Double {
    switch self {
    case .constant(let value): return value
    case .exponential(let mean):
      return Distribution.gamma(shape: 2, scale: mean).sample(using: &source)
    case .erlang(let stages, let mean):
      return Distribution.gamma(shape: Double(stages) + 1, scale: mean / Double(stages)).sample(
        using: &source)
    case .gamma(let shape, let scale):
      return Distribution.gamma(shape: shape + 1, scale: scale).sample(using: &source)
    case .weibull(let shape, let scale):
      let power = Distribution.gamma(shape: 1 + 1 / shape, scale: 1).sample(using: &source)
      return scale * PortableMath.pow(power, 1 / shape)
    case .lognormal(let mu, let sigma):
      return Distribution.lognormal(mu: mu + sigma * sigma, sigma: sigma).sample(using: &source)
    case .logLogistic(let median, let shape):
      let above = Distribution.gamma(shape: 1 + 1 / shape, scale: 1).sample(using: &source)
      let below = Distribution.gamma(shape: 1 - 1 / shape, scale: 1).sample(using: &source)
      return median * PortableMath.pow(above / below, 1 / shape)
    case .uniform(_, let greatest), .triangular(_, _, let greatest):
      return sampleByRejection(greatest, using: &source)
    case .normal(let mean, let deviation, let minimum):
      // Nothing that can be drawn lies further out than 39 deviations; 10 lose less than 1e-23.
      return sampleByRejection(max(mean, minimum) + 10 * deviation, using: &source)
    case .discrete(let values):
      return Self.chosen(values.map { ($0.value, $0.value * $0.weight) }, at: source.uniform())
    case .empirical(let values):
      return Self.chosen(values.map { ($0, $0) }, at: source.uniform())
    case .mixture(let parts):
      let shares = parts.shares
      let weights = shares.enumerated().map { (Double($0.offset), $0.element.share * $0.element.law.mean) }
      return shares[Int(Self.chosen(weights, at: source.uniform()))].law.sampleLengthBiased(using: &source)
    case .shifted(let law, let shift):
      // The density x f(x − shift) is shift · f and (x − shift) · f.
      let isPlain = source.uniform() * (shift + law.mean) < shift
      return shift + (isPlain ? law.sample(using: &source) : law.sampleLengthBiased(using: &source))
    case .truncated(let law, let from, let to):
      // Whichever keeps more of its candidates.
      if to < law.mean { return sampleByRejection(to, using: &source) }
      return law.sampleLengthBiased(from: from, to: to, using: &source)
    case .limited(let law, let from, let to):
      if to < law.mean { return sampleByRejection(to, using: &source) }
      let lowest = from > 0 ? from * law.probability(below: from) : 0
      let highest = to < .infinity ? to * (1 - law.cumulativeProbability(to)) : 0
      let place = source.uniform() * mean
      if place < lowest { return from }
      return place < lowest + highest ? to : law.sampleLengthBiased(from: from, to: to, using: &source)
    }
  }

  /// The same of values between two limits alone, drawn again while beyond.
  private func sampleLengthBiased(
    from: Double, to: Double, using source: inout some RandomSource
  ) -> Double {
    while true {
      let value = sampleLengthBiased(using: &source)
      if value >= from && value <= to { return value }
    }
  }

  private func sampleByRejection(_ greatest: Double, using source: inout some RandomSource) -> Double {
    while true {
      let value = sample(using: &source)
      if source.uniform() * greatest < value { return value }
    }
  }

  private static func chosen(_ values: [(value: Double, weight: Double)], at u: Double) -> Double {
    var left = u * values.reduce(0) { $0 + $1.weight }
    for part in values where part.weight > 0 {
      if left < part.weight { return part.value }
      left -= part.weight
    }
    return values.last { $0.weight > 0 }?.value ?? 0
  }
}
