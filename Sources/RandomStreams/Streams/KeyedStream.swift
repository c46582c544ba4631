/// A short stream named by what it decides, not by when it is drawn.
///
/// The Philox counter holds the words (ordinal, origin, purpose, visit · 2¹² + block). Typically the ordinal
/// is that of an individual within its origin, the origin and the purpose are `streamHash` of names, and the
/// visit is the individual's nth pass. Each name has its own draws, whatever else a simulation draws before
/// or between. Each block gives two words of 64 bits; a stream holds 4,096 blocks, that is 8,192 words.
///
/// Make it where it is needed: construction costs nothing and the first word one Philox block. It is not a
/// long stream; for that use `Xoshiro256PlusPlus`.
@frozen
public struct KeyedStream: RandomSource, BitwiseCopyable, Sendable {
  /// Visits are numbered below this: 2²⁰.
  public static var visitLimit: UInt32 { 1 << 20 }

  @usableFromInline let key: StreamKey
  @usableFromInline let ordinal: UInt32
  @usableFromInline let origin: UInt32
  @usableFromInline let purpose: UInt32
  @usableFromInline let visitWord: UInt32
  @usableFromInline var nextBlock: UInt32
  @usableFromInline var hasSpare: Bool
  @usableFromInline var spare: UInt64

  /// The stream of one individual, origin, purpose and visit.
  ///
  /// - Precondition: `visit` is below 2²⁰; the program ends with a sentence otherwise.
  @inlinable
  public init(key: StreamKey, ordinal: UInt32, origin: UInt32, purpose: UInt32, visit: UInt32 = 0) {
    if visit >= KeyedStream.visitLimit { KeyedStream.endForVisit(visit, ordinal: ordinal) }
    self.key = key
    self.ordinal = ordinal
    self.origin = origin
    self.purpose = purpose
    visitWord = visit &<< 12
    nextBlock = 0
    hasSpare = false
    spare = 0
  }

  /// The next 64 bits of the stream.
  ///
  /// - Precondition: at most 8,192 words are drawn; the program ends with a sentence otherwise.
  @inlinable
  public mutating func nextBits() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    if nextBlock >= 4096 { KeyedStream.endForExhaustion(ordinal: ordinal, visit: visitWord &>> 12) }
    let (first, second) = Philox4x32.words(
      ordinal, origin, purpose, visitWord | nextBlock, key: key.low, key.high)
    nextBlock &+= 1
    spare = second
    hasSpare = true
    return first
  }

  @usableFromInline @inline(never)
  static func endForVisit(_ visit: UInt32, ordinal: UInt32) -> Never {
    fatalError("The stream of individual \(ordinal) was asked for visit \(visit): visits end at 1,048,575.")
  }

  @usableFromInline @inline(never)
  static func endForExhaustion(ordinal: UInt32, visit: UInt32) -> Never {
    fatalError("The stream of individual \(ordinal), visit \(visit), is exhausted: it holds 8,192 words.")
  }
}
