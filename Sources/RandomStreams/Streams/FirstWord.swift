/// The first word of a keyed stream, and what it decides alone.
///
/// Nearly every stream of a simulation is opened for one variate, which nearly always takes one word. That word and
/// the variate need no stream: nothing is kept for a next word, and all stays in registers. Where the word does not
/// decide, the stream is opened and draws from its beginning: the result is the same, and one variate in fifty or so
/// takes two calls.
@frozen
public struct FirstWord: BitwiseCopyable, Sendable {
  /// The word, which `KeyedStream.nextBits()` would give first.
  public let bits: UInt64

  /// The first word of the stream with the same arguments.
  ///
  /// - Precondition: `visit` is below 2²⁰; the program ends with a sentence otherwise.
  @inlinable @inline(__always)
  public init(key: StreamKey, ordinal: UInt32, origin: UInt32, purpose: UInt32, visit: UInt32 = 0) {
    if visit >= KeyedStream.visitLimit { KeyedStream.endForVisit(visit, ordinal: ordinal) }
    bits = Philox4x32.words(ordinal, origin, purpose, visit &<< 12, key: key.low, key.high).0
  }

  /// The uniform variate that the stream would draw first.
  @inlinable
  public var uniform: Double { Double(Int64(bitPattern: bits >> 11 | 1)) * 0x1p-53 }

  /// The unit exponential variate that the stream would draw first; nil when that takes more words.
  @inlinable
  public var exponential: Double? {
    let (candidate, edge) = exponentialCandidate(bits)
    return candidate < edge ? candidate : nil
  }

  /// The standard normal variate that the stream would draw first; nil when that takes more words.
  @inlinable
  public var normal: Double? {
    let candidate = normalCandidate(bits)
    return candidate > 0 ? normalSigned(candidate, bits) : nil
  }
}

extension CompiledDistribution {
  /// The draw that a stream would make first, in the unit of the quantity; nil when that takes more words, and for
  /// kinds that are drawn seldom.
  ///
  /// - Parameter word: the stream's first word, not looked at where the quantity is constant.
  @inlinable @inline(__always)
  public func sample(by word: @autoclosure () -> FirstWord) -> Double? {
    switch kind {
    case .lognormal: word().normal.map { PortableMath.exp(a + b * $0) }
    case .exponential: word().exponential.map { a * $0 }
    case .constant: a
    default: nil
    }
  }
}
