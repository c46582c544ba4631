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
    switch distribution {
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
  func quantile(_ u: Double) -> Double {
    switch Kind(rawValue: UInt8(truncatingIfNeeded: tableCount)) {
    case .uniform: Distribution.uniform(from: a, to: b).quantile(u)
    case .exponential: Distribution.exponential(mean: a).quantile(u)
    case .gamma: Distribution.gamma(shape: a, scale: b).quantile(u)
    case .weibull: Distribution.weibull(shape: a, scale: b).quantile(u)
    case .lognormal: Distribution.lognormal(mu: a, sigma: b).quantile(u)
    case .normal: Distribution.normal(mean: a, standardDeviation: b, minimum: c).quantile(u)
    case .logLogistic: Distribution.logLogistic(median: a, shape: b).quantile(u)
    case .triangular: Distribution.triangular(minimum: a, mode: b, maximum: c).quantile(u)
    default: fatalError("A distribution without inversion was inverted.")
    }
  }
}
