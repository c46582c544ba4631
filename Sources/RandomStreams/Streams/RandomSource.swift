/// A stream of independent, uniformly distributed 64-bit words.
///
/// Every variate of this module is a method on this protocol, so that it can be drawn from a keyed stream,
/// from a sequential generator, or from a test double. The standard library's generators and its
/// `random(in:)` are not used anywhere: they may change between versions.
///
/// Not for cryptography.
public protocol RandomSource {
  /// The next 64 bits of the stream.
  mutating func nextBits() -> UInt64
}

extension RandomSource {
  /// A uniform variate in the open interval (0, 1).
  ///
  /// One of the 2⁵² midpoints (2k + 1) · 2⁻⁵³, so that neither 0 nor 1 occurs, and the grid is symmetric
  /// about ½.
  @inlinable
  public mutating func uniform() -> Double {
    Double(Int64(bitPattern: nextBits() >> 11 | 1)) * 0x1p-53
  }

  /// A uniform variate between two bounds, in the unit of the bounds.
  ///
  /// - Precondition: `minimum <= maximum`, both finite.
  @inlinable
  public mutating func uniform(from minimum: Double, to maximum: Double) -> Double {
    minimum + (maximum - minimum) * uniform()
  }

  /// An integer in `0 ..< bound`, each equally likely, without bias.
  ///
  /// Lemire 2019, *Fast random integer generation in an interval*, DOI 10.1145/3230636.
  ///
  /// - Precondition: `bound > 0`.
  /// - Complexity: one word; a second is needed with probability below `bound` / 2⁶⁴.
  @inlinable
  public mutating func below(_ bound: UInt64) -> UInt64 {
    precondition(bound > 0, "An integer below zero was asked for: the bound must be at least 1.")
    var product = nextBits().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold {
        product = nextBits().multipliedFullWidth(by: bound)
      }
    }
    return product.high
  }
}
