extension CompiledDistribution {
  /// Compiles a distribution whose draws are by inversion, each of one uniform and increasing with it: for
  /// antithetic pairs.
  ///
  /// Other draws than those of ``init(_:tables:)``, of the same distribution: those of
  /// ``Distribution/sampleByInversion(using:)``, where that has no table. A kind of its own, so that others pay
  /// nothing.
  ///
  /// - Precondition: the distribution's `mistakes` are empty; the tables hold fewer than 2³² numbers.
  /// - Complexity: O(*n* log *n*) in the values of a discrete or empirical distribution; a draw is that of
  ///   ``Distribution/quantile(_:)``.
  public init(inverting distribution: Distribution, tables: inout [Double]) {
    func inverted(_ kind: Kind, _ a: Double, _ b: Double = 0, _ c: Double = 0) -> CompiledDistribution {
      CompiledDistribution(kind: .inverted, a, b, c, tableCount: UInt32(kind.rawValue))
    }
    if let composite = CompiledDistribution(composite: distribution, isInverted: true, tables: &tables) {
      self = composite
      return
    }
    switch distribution {
    case .mixture, .shifted, .truncated, .limited: fatalError("It is compiled above.")
    case .constant: self.init(distribution, tables: &tables)
    // Tables are inverted in any case; in the order of their values they increase too.
    case .discrete(let values):
      self.init(.discrete(values.sorted { $0.value < $1.value }), tables: &tables)
    case .empirical(let values): self.init(.empirical(values.sorted()), tables: &tables)
    case .uniform(let from, let to): self = inverted(.uniform, from, to)
    case .exponential(let mean): self = inverted(.exponential, mean)
    case .erlang(let stages, let mean):
      self = inverted(.gamma, Double(stages), mean / Double(stages))
    case .gamma(let shape, let scale): self = inverted(.gamma, shape, scale)
    case .weibull(let shape, let scale): self = inverted(.weibull, shape, scale)
    case .lognormal(let mu, let sigma): self = inverted(.lognormal, mu, sigma)
    case .normal(let mean, let deviation, let minimum):
      self = inverted(.normal, mean, deviation, minimum)
    case .logLogistic(let median, let shape): self = inverted(.logLogistic, median, shape)
    case .triangular(let minimum, let mode, let maximum):
      self = inverted(.triangular, minimum, mode, maximum)
    }
  }

  /// The quantile of an inverted kind.
  @usableFromInline @inline(never)
  func quantile(_ u: Double) -> Double { parametric.quantile(u) }

  /// The distribution of an inverted kind.
  var parametric: Distribution {
    switch Kind(rawValue: UInt8(truncatingIfNeeded: tableCount)) {
    case .uniform: .uniform(from: a, to: b)
    case .exponential: .exponential(mean: a)
    case .gamma: .gamma(shape: a, scale: b)
    case .weibull: .weibull(shape: a, scale: b)
    case .lognormal: .lognormal(mu: a, sigma: b)
    case .normal: .normal(mean: a, standardDeviation: b, minimum: c)
    case .logLogistic: .logLogistic(median: a, shape: b)
    case .triangular: .triangular(minimum: a, mode: b, maximum: c)
    default: fatalError("A distribution without inversion was inverted.")
    }
  }
}
