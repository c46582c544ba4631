/// The total order of events, written once: 128 bits compared as one unsigned number.
///
/// From the most significant bit: time 52 | priority 3 | source entity 17 | source sequence 32 | slot 24.
/// The *source* entity numbers every event when it schedules it, so the first four fields are unique and
/// the slot, an address, never decides. Because the number belongs to the source, the order does not
/// depend on which engine runs the model or on how many threads.
@frozen
public struct EventKey: Comparable, BitwiseCopyable, Sendable {
  /// The packed fields.
  public let bits: UInt128

  @inlinable
  init(bits: UInt128) { self.bits = bits }

  /// Packs the fields.
  ///
  /// - Precondition: `0 <= time < 2^52`, `priority <= 7`, `source < 2^17`, `slot < 2^24`.
  @inlinable
  public init(time: SimulationTime, priority: UInt8, source: Int, sequence: UInt32, slot: Int) {
    let high =
      UInt64(truncatingIfNeeded: time.ticks) << 12 | UInt64(priority) << 9
      | UInt64(truncatingIfNeeded: source) >> 8
    let low =
      UInt64(truncatingIfNeeded: source) << 56 | UInt64(sequence) << 24
      | UInt64(truncatingIfNeeded: slot)
    bits = UInt128(high) << 64 | UInt128(low)
  }

  /// The same key with a slot where it has none.
  @inlinable
  @inline(__always)
  func at(slot: UInt32) -> EventKey { EventKey(bits: bits | UInt128(slot)) }

  /// When the event happens.
  @inlinable
  public var time: SimulationTime {
    SimulationTime(ticks: Int64(truncatingIfNeeded: UInt64(truncatingIfNeeded: bits >> 64) >> 12))
  }

  /// Order among events of one microsecond; 0 is reserved for barriers.
  @inlinable
  public var priority: UInt8 { UInt8(truncatingIfNeeded: UInt64(truncatingIfNeeded: bits >> 73) & 7) }

  /// The entity that scheduled the event.
  @inlinable
  public var source: Int { Int(UInt64(truncatingIfNeeded: bits >> 56) & 0x1_FFFF) }

  /// The source's number for the event.
  @inlinable
  public var sequence: UInt32 { UInt32(truncatingIfNeeded: UInt64(truncatingIfNeeded: bits >> 24)) }

  /// Where the event's content lies.
  @inlinable
  public var slot: Int { Int(UInt64(truncatingIfNeeded: bits) & 0xFF_FFFF) }

  /// Earlier time first, then lower priority number, source and sequence.
  @inlinable
  public static func < (left: EventKey, right: EventKey) -> Bool { left.bits < right.bits }
}
