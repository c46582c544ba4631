/// The antithetic twin of a source: every word is the complement of the source's.
///
/// Its `uniform()` is exactly 1 − u where the source's is u, so that a variate by inversion of one uniform is
/// as far into the other tail of its distribution: `exponentialByInversion` and its likes, `uniform(from:to:)`,
/// `triangular`, `logLogistic`, and `Distribution.sampleByInversion`. Means over antithetic pairs of runs vary
/// less than those of independent pairs where the result is monotone in every draw (Hammersley and Morton
/// 1956, DOI 10.1017/S0305004100031455); measure it, for nothing promises it.
///
/// Not for the ziggurat (`exponential`, `normal` and what is made of them) nor for rejection: there a word
/// holds a layer, a sign and an abscissa, the variate is not monotone in it, and rejected words put the twins
/// out of step. The result would still be right, but the pair as good as independent. `below` is
/// antithetic up to the redrawing of biased words.
///
/// A type of its own, so that a simulation without antithetic pairs pays nothing.
@frozen
public struct Antithetic<Source: RandomSource>: RandomSource {
  /// The source whose words are complemented.
  public var source: Source

  /// The twin of a source, from where the source now stands.
  @inlinable
  public init(_ source: Source) {
    self.source = source
  }

  /// The complement of the source's next 64 bits.
  @inlinable @inline(__always)
  public mutating func nextBits() -> UInt64 {
    ~source.nextBits()
  }
}

extension Antithetic: BitwiseCopyable where Source: BitwiseCopyable {}
extension Antithetic: Sendable where Source: Sendable {}
