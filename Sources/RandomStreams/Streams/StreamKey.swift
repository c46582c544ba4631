/// The key that every keyed stream of one replication shares: 64 bits of Philox(seed; replication).
///
/// Two arms of an experiment that run the same replication with the same seed hold the same key, and so meet
/// the same draws; two replications hold unrelated keys.
@frozen
public struct StreamKey: Hashable, BitwiseCopyable, Sendable {
  /// The low half of the key.
  public let low: UInt32

  /// The high half of the key.
  public let high: UInt32

  /// The key of one replication: words 0 and 1 of the block with counter (replication, 0, 0, 0) under the
  /// seed.
  public init(seed: UInt64, replication: UInt32) {
    let block = Philox4x32.block(
      counter: SIMD4(replication, 0, 0, 0),
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32)))
    low = block.x
    high = block.y
  }

  /// The key as Philox takes it.
  @inlinable
  public var words: SIMD2<UInt32> { SIMD2(low, high) }
}
