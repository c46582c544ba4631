/// A distribution made ready for an inner loop: its kind, four numbers, and a range of a shared table of
/// numbers. A law made of others has their rows in its range.
///
/// Drawing is a switch: nothing is allocated or reference-counted. A model keeps one array of tables for all
/// its distributions, fills it while compiling, and passes it, or a pointer to it, to every draw.
@frozen
public struct CompiledDistribution: BitwiseCopyable, Sendable {
  @frozen @usableFromInline
  enum Kind: UInt8, BitwiseCopyable, Sendable {
    case constant, exponential, lognormal, uniform, erlang, gamma, boostedGamma, weibull, normal,
      truncatedNormal
    case logLogistic, triangular, discrete, empirical
    /// Any parametric kind by inversion; the count of the table says which.
    case inverted
    /// Laws made of others, whose rows are in the table.
    case mixture, shifted, truncated, limited
    /// Any law made of others by inversion: `c` says which.
    case invertedComposite
  }

  @usableFromInline let kind: Kind
  @usableFromInline let a: Double
  @usableFromInline let b: Double
  @usableFromInline let c: Double
  @usableFromInline let d: Double
  @usableFromInline let tableOffset: UInt32
  @usableFromInline let tableCount: UInt32

  /// Compiles a distribution, and appends what it needs to the tables.
  ///
  /// - Precondition: the distribution's `mistakes` are empty; the tables hold fewer than 2³² numbers.
  /// - Complexity: O(*n*) in the values of a discrete or empirical distribution and in the laws of a mixture.
  public init(_ distribution: Distribution, tables: inout [Double]) {
    if let composite = CompiledDistribution(composite: distribution, isInverted: false, tables: &tables) {
      self = composite
      return
    }
    var parameters = (0.0, 0.0, 0.0, 0.0)
    let offset = tables.count
    switch distribution {
    case .mixture, .shifted, .truncated, .limited: fatalError("It is compiled above.")
    case .constant(let value):
      kind = .constant
      parameters.0 = value
    case .uniform(let from, let to):
      kind = .uniform
      parameters = (from, to, 0, 0)
    case .exponential(let mean):
      kind = .exponential
      parameters.0 = mean
    case .erlang(let stages, let mean) where stages <= 8:
      kind = .erlang
      parameters = (mean / Double(stages), Double(stages), 0, 0)
    case .erlang(let stages, let mean):
      kind = .gamma
      parameters = CompiledDistribution.gammaParameters(
        shape: Double(stages), scale: mean / Double(stages))
    case .gamma(let shape, let scale):
      kind = shape >= 1 ? .gamma : .boostedGamma
      parameters = CompiledDistribution.gammaParameters(shape: shape, scale: scale)
    case .weibull(let shape, let scale):
      kind = .weibull
      parameters = (shape, scale, 0, 0)
    case .lognormal(let mu, let sigma):
      kind = .lognormal
      parameters = (mu, sigma, 0, 0)
    case .normal(let mean, let deviation, let minimum):
      kind = minimum == -.infinity ? .normal : .truncatedNormal
      parameters = (mean, deviation, minimum, 0)
    case .logLogistic(let median, let shape):
      kind = .logLogistic
      parameters = (median, shape, 0, 0)
    case .triangular(let minimum, let mode, let maximum):
      kind = .triangular
      parameters = (minimum, mode, maximum, 0)
    case .discrete(let values):
      kind = .discrete
      CompiledDistribution.append(values, to: &tables)
    case .empirical(let values):
      kind = .empirical
      tables.append(contentsOf: values)
    }
    (a, b, c, d) = parameters
    tableOffset = UInt32(offset)
    tableCount = UInt32(tables.count - offset)
  }

  @usableFromInline
  init(
    kind: Kind, _ a: Double, _ b: Double, _ c: Double, _ d: Double = 0, tableOffset: UInt32 = 0,
    tableCount: UInt32
  ) {
    self.kind = kind
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
    self.tableOffset = tableOffset
    self.tableCount = tableCount
  }

  /// (d, c, scale, shape) of Marsaglia and Tsang's method, for the shape raised by one if it is below one.
  private static func gammaParameters(shape: Double, scale: Double) -> (Double, Double, Double, Double) {
    let d = shape >= 1 ? shape - 1.0 / 3 : shape + 2.0 / 3
    return (d, 1 / PortableMath.squareRoot(9 * d), scale, shape)
  }

  /// Cumulative probabilities, ending in one, and then the values. Values without weight are left out, so
  /// that the last cumulative probability belongs to a value that can occur.
  private static func append(_ values: [WeightedValue], to tables: inout [Double]) {
    let possible = values.filter { $0.weight > 0 }
    let total = possible.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    for (index, entry) in possible.enumerated() {
      sum += entry.weight
      tables.append(index == possible.count - 1 ? 1 : sum / total)
    }
    tables.append(contentsOf: possible.map(\.value))
  }
}
