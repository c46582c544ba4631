import RandomStreams
import SimulationKernel

// The draws of an ordinary run, and of one in which all are by inversion for an antithetic pair. The other way is
// apart, so that ordinary runs carry one test a draw and nothing else.
//
// A policy draws from its stream itself: there both members of a pair have the same words.
extension Surroundings {
  /// A uniform by a stream that draws nothing else.
  @inline(__always)
  func uniform(of draw: DrawName) -> Double {
    isUnusual ? uniformOfStream(draw) : word(draw).uniform
  }

  /// A unit exponential by a stream that draws nothing else.
  @inline(__always)
  func exponential(of draw: DrawName) -> Double {
    if !isUnusual, let value = word(draw).exponential { return value }
    return exponentialOfStream(draw)
  }

  /// One draw of distribution `index` by a stream that draws nothing else.
  @inline(__always)
  func sample(_ index: Int32, of draw: DrawName) -> Double {
    if !isUnusual, let value = tables.distributions[Int(index)].sample(by: word(draw)) { return value }
    return sampleOfStream(index, draw)
  }

  @inline(__always)
  private func word(_ draw: DrawName) -> FirstWord {
    FirstWord(
      key: key, ordinal: draw.ordinal, origin: draw.origin, purpose: draw.purpose, visit: draw.visit)
  }

  // Where the first word does not decide, or the run is unusual.

  @inline(never)
  private func uniformOfStream(_ draw: DrawName) -> Double {
    var random = stream(draw)
    return uniform(&random)
  }

  @inline(never)
  private func exponentialOfStream(_ draw: DrawName) -> Double {
    var random = stream(draw)
    return exponential(&random)
  }

  @inline(never)
  private func sampleOfStream(_ index: Int32, _ draw: DrawName) -> Double {
    var random = stream(draw)
    return sample(index, using: &random)
  }

  private func stream(_ draw: DrawName) -> KeyedStream {
    stream(
      origin: draw.origin, ordinal: draw.ordinal, draw.purpose, visit: draw.visit, isReread: draw.isReread)
  }

  /// A uniform.
  @inline(__always)
  func uniform(_ random: inout KeyedStream) -> Double {
    isUnusual ? unusualUniform(random) : random.uniform()
  }

  /// A unit exponential.
  @inline(__always)
  func exponential(_ random: inout KeyedStream) -> Double {
    isUnusual ? unusualExponential(random) : random.exponential()
  }

  /// One draw of distribution `index`.
  @inline(__always)
  func sample(_ index: Int32, using random: inout KeyedStream) -> Double {
    isUnusual ? unusualSample(index, random) : tables.sample(index, using: &random)
  }

  /// An integer in `0 ..< bound`, each equally likely.
  func below(_ bound: UInt64, _ random: inout KeyedStream) -> UInt64 {
    var source = PairedSource(random, draws)
    return source.below(bound)
  }

  /// A Poisson count.
  func poisson(mean: Double, _ random: inout KeyedStream) -> Int {
    guard draws.isByInversion else { return random.poisson(mean: mean) }
    var source = PairedSource(random, draws)
    return source.monotonePoisson(mean: mean)
  }

  /// The rate of a day as a multiple of its mean.
  func dayMultiplier(_ row: CasualtyRow, _ random: KeyedStream) -> Double {
    if row.variation == 3 {
      var drawn = random
      return sample(row.law, using: &drawn) / row.cv
    }
    var source = PairedSource(random, draws)
    return row.dayMultiplier(byInversion: draws.isByInversion, using: &source)
  }

  /// What is left of a stay that is under way, hours: by its own law, else as one met at a random moment.
  /// The latter is never by inversion, since few of those laws have a quantile in closed form.
  ///
  /// - Complexity: O(values) of an empirical law.
  func remaining(
    _ law: Distribution?, stay: Distribution?, using random: inout KeyedStream, factor: Double
  ) -> Double {
    var source = PairedSource(random, draws)
    if let law {
      return draws.isByInversion ? law.sampleByInversion(using: &source) : law.sample(using: &source)
    }
    return (stay?.sampleResidual(using: &source) ?? 0) * factor
  }

  @inline(never)
  private func unusualUniform(_ random: KeyedStream) -> Double {
    var source = PairedSource(random, draws)
    return source.uniform()
  }

  @inline(never)
  private func unusualExponential(_ random: KeyedStream) -> Double {
    var source = PairedSource(random, draws)
    return draws.isByInversion ? source.exponentialByInversion() : source.exponential()
  }

  /// The distributions of an antithetic run are compiled for inversion.
  @inline(never)
  private func unusualSample(_ index: Int32, _ random: KeyedStream) -> Double {
    var source = PairedSource(random, draws)
    let row = tables.distributions[Int(index)]
    return unsafe tables.distributionTables.withRows { unsafe row.sample(tables: $0, using: &source) }
  }
}

/// The name of a stream from which one variate is drawn.
struct DrawName: BitwiseCopyable {
  var origin: UInt32
  var ordinal: UInt32
  var purpose: UInt32
  var visit: UInt32 = 0
  /// Whether it holds one latent quantity that is read wherever it is needed rather than kept.
  var isReread = false
}

/// The words of a keyed stream, complemented in the second member of an antithetic pair.
private struct PairedSource: RandomSource {
  var source: KeyedStream
  let complement: UInt64

  init(_ source: KeyedStream, _ draws: DrawMode) {
    self.source = source
    complement = draws == .complemented ? .max : 0
  }

  mutating func nextBits() -> UInt64 { source.nextBits() ^ complement }
}
