/// Names one scheduled event of the entity that holds it, so that it can be cancelled.
///
/// A handle carries a generation: after its event has happened or was cancelled it names nothing, and
/// cancelling it again does nothing. Handles are local; a message, once sent, cannot be recalled.
@frozen
public struct EventHandle: BitwiseCopyable, Equatable, Sendable {
  @usableFromInline package let slot: UInt32
  @usableFromInline let generation: UInt32

  @inlinable
  init(slot: UInt32, generation: UInt32) {
    self.slot = slot
    self.generation = generation
  }

  /// A handle of no event.
  @inlinable
  public static var none: EventHandle { EventHandle(slot: .max, generation: 0) }

  /// True when the handle never named an event.
  @inlinable
  public var isNone: Bool { slot == .max }
}
