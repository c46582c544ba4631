/// A message on its way from one partition to another, numbered by its sender.
@frozen
@usableFromInline
struct Envelope<Message: BitwiseCopyable>: BitwiseCopyable {
  /// The key without a slot.
  @usableFromInline let key: EventKey
  @usableFromInline let entity: UInt32
  @usableFromInline let message: Message

  @inlinable
  init(key: EventKey, entity: UInt32, message: Message) {
    self.key = key
    self.entity = entity
    self.message = message
  }
}

/// A barrier that entity 0 has asked for within an event.
@frozen
@usableFromInline
struct BarrierRequest: BitwiseCopyable {
  @usableFromInline let ticks: Int64
  @usableFromInline let sequence: UInt32
  @usableFromInline let code: UInt32

  @inlinable
  init(ticks: Int64, sequence: UInt32, code: UInt32) {
    self.ticks = ticks
    self.sequence = sequence
    self.code = code
  }
}
