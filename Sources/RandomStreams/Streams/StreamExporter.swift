/// A long sequence of words under a name, for test batteries that read bytes.
///
/// PractRand and TestU01 judge sequences, while a simulation opens millions of short streams: each name lays
/// such openings end to end. Words leave as eight bytes, the lowest first, which PractRand reads as
/// `RNG_test stdin64`.
///
/// Four of the sequences begin with the same stream, and so with the same word: judge each by itself.
public struct StreamExporter: RandomSource, Sendable {
  /// What the consecutive words of a sequence are.
  public enum Sequence: String, CaseIterable, Sendable {
    /// The words of one xoshiro256++ stream.
    case xoshiro
    /// Every word of one individual's keyed streams, block after block and visit after visit; at most 2³³
    /// words.
    case blocks
    /// The first word of the keyed streams of individuals 0, 1, 2 …; at most 2³² words, and then again with
    /// the next visit.
    case ordinals
    /// The first word of the keyed streams of visits 0, 1, 2 … of one individual; after 2²⁰ visits those of
    /// the next individual.
    case visits
    /// The first word of one individual's keyed stream in replications 0, 1, 2 …; after 2³² replications
    /// again.
    case replications
  }

  /// Which sequence it is.
  public let sequence: Sequence

  private let seed: UInt64
  private let key: StreamKey
  private var sequential: Xoshiro256PlusPlus
  private var keyed: KeyedStream
  /// Words given so far; of `blocks` also within the visit.
  private var position: UInt64 = 0

  /// A sequence from its beginning, with the keys of a seed.
  public init(_ sequence: Sequence, seed: UInt64) {
    self.sequence = sequence
    self.seed = seed
    key = StreamKey(seed: seed, replication: 0)
    sequential = Xoshiro256PlusPlus(key: key)
    keyed = StreamExporter.open(key: key, ordinal: 0, visit: 0)
  }

  /// The next word of the sequence.
  public mutating func nextBits() -> UInt64 {
    let number = position
    position &+= 1
    switch sequence {
    case .xoshiro:
      return sequential.nextBits()
    case .blocks:
      if number & 8191 == 0 { keyed = StreamExporter.open(key: key, ordinal: 0, visit: number >> 13) }
      return keyed.nextBits()
    case .ordinals:
      return StreamExporter.first(key: key, ordinal: number, visit: number >> 32)
    case .visits:
      return StreamExporter.first(key: key, ordinal: number >> 20, visit: number)
    case .replications:
      let own = StreamKey(seed: seed, replication: UInt32(truncatingIfNeeded: number))
      return StreamExporter.first(key: own, ordinal: 0, visit: 0)
    }
  }

  /// Fills a buffer with the next bytes. Of a word that does not fit the rest is lost, so that only the last
  /// buffer should have a length that is no multiple of eight.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public mutating func fill(_ bytes: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      var word = nextBits()
      let end = min(index + 8, bytes.count)
      while index < end {
        bytes[index] = UInt8(truncatingIfNeeded: word)
        word >>= 8
        index += 1
      }
    }
  }

  private static let origin = streamHash("origin")
  private static let purpose = streamHash("purpose")

  private static func open(key: StreamKey, ordinal: UInt64, visit: UInt64) -> KeyedStream {
    KeyedStream(
      key: key, ordinal: UInt32(truncatingIfNeeded: ordinal), origin: origin, purpose: purpose,
      visit: UInt32(truncatingIfNeeded: visit) & (KeyedStream.visitLimit - 1))
  }

  private static func first(key: StreamKey, ordinal: UInt64, visit: UInt64) -> UInt64 {
    var stream = open(key: key, ordinal: ordinal, visit: visit)
    return stream.nextBits()
  }
}
