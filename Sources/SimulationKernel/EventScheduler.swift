/// The clock, the pending events and the sequence numbers of one run.
///
/// Handlers get it `inout`: they read ``now``, schedule events to themselves, send messages and cancel.
/// A run is the half-open interval [0, ``end``): events at or beyond the end take a number, so that the
/// numbers of later ones do not depend on the length of the run, and are not queued.
@frozen
public struct EventScheduler<Event: BitwiseCopyable, Message: BitwiseCopyable>: ~Copyable {
  @frozen
  @usableFromInline
  enum Content: BitwiseCopyable {
    case event(Event)
    case message(UInt32)
    case barrier(UInt32)
    case cancelled
    case free(UInt32)
  }

  @frozen
  @usableFromInline
  struct Pending: BitwiseCopyable {
    @usableFromInline var generation: UInt32
    @usableFromInline var entity: UInt32
    @usableFromInline var content: Content

    @inlinable
    init(generation: UInt32, entity: UInt32, content: Content) {
      self.generation = generation
      self.entity = entity
      self.content = content
    }
  }

  @usableFromInline var queue: EventQueue
  @usableFromInline var pending: Slab<Pending>
  @usableFromInline var freePending: UInt32
  @usableFromInline var messages: Slab<Message>
  @usableFromInline var freeMessages: Slab<UInt32>
  @usableFromInline var sequences: Slab<UInt32>
  @usableFromInline var cancelledCount: Int
  @usableFromInline var acting: Int
  /// Whether nothing is happening at ``now`` yet: at a barrier, and before and between runs.
  @usableFromInline var isAtBarrier: Bool

  @usableFromInline var undelivered: Slab<Message>
  @usableFromInline var clock: SimulationTime
  @usableFromInline var executed: Int

  /// The end of the run: nothing happens at or after it.
  public let end: SimulationTime

  /// The current time.
  @inlinable
  public var now: SimulationTime { clock }

  /// Events, messages and barriers carried out so far.
  @inlinable
  public var executedCount: Int { executed }

  /// A scheduler for `entityCount` entities, numbered from 0, that stops at `end`.
  ///
  /// - Precondition: `1 <= entityCount <= 2^17` and `end` lies within 2^52 µs.
  @inlinable
  public init(entityCount: Int, end: SimulationTime) {
    precondition(entityCount >= 1 && entityCount <= 1 << 17, "a run has 1 to 131,072 entities")
    precondition(end >= .zero && end < .limit, "a run ends within 2^52 microseconds")
    queue = EventQueue(capacity: 1024)
    pending = Slab(capacity: 1024)
    freePending = .max
    messages = Slab()
    freeMessages = Slab()
    sequences = Slab(repeating: 0, count: entityCount)
    cancelledCount = 0
    acting = 0
    isAtBarrier = true
    undelivered = Slab()
    clock = .zero
    self.end = end
    executed = 0
  }

  @inlinable
  init(copying other: borrowing EventScheduler<Event, Message>) {
    queue = other.queue.copy()
    pending = other.pending.copy()
    freePending = other.freePending
    messages = other.messages.copy()
    freeMessages = other.freeMessages.copy()
    sequences = other.sequences.copy()
    cancelledCount = other.cancelledCount
    acting = other.acting
    isAtBarrier = other.isAtBarrier
    undelivered = other.undelivered.copy()
    clock = other.clock
    end = other.end
    executed = other.executed
  }

  /// An independent scheduler in the same state; handles are valid in both.
  ///
  /// - Complexity: O(pending events).
  @inlinable
  public borrowing func copy() -> EventScheduler<Event, Message> {
    EventScheduler(copying: self)
  }

  /// Events in the queue that have not been cancelled.
  @inlinable
  public var pendingCount: Int { queue.count - cancelledCount }

  // MARK: scheduling

  /// Schedules `event` of the acting entity `delay` from now; zero is allowed.
  ///
  /// - Parameter priority: 1 to 7, lower first among events of one microsecond.
  /// - Returns: a handle, or ``EventHandle/none`` when the event lies beyond the end.
  /// - Complexity: O(log pending).
  @inlinable
  @inline(__always)
  @discardableResult
  public mutating func schedule(
    _ event: Event, after delay: SimulationDuration, priority: UInt8 = 4
  ) -> EventHandle {
    precondition(priority >= 1 && priority <= 7, "priorities are 1 to 7")
    return enqueue(.event(event), from: acting, to: acting, at: now + delay, priority: priority)
  }

  /// Schedules `event` of `entity` at `time`, as if the entity had done it itself.
  ///
  /// - Precondition: `entity` is the acting one, or this is a barrier, or before or between runs.
  /// - Complexity: O(log pending).
  @inlinable
  @discardableResult
  public mutating func schedule(
    _ event: Event, of entity: Int, at time: SimulationTime, priority: UInt8 = 4
  ) -> EventHandle {
    precondition(priority >= 1 && priority <= 7, "priorities are 1 to 7")
    precondition(entity == acting || isAtBarrier, "outside barriers an entity schedules to itself alone")
    precondition(entity >= 0 && entity < sequences.count, "an event belongs to an entity of the run")
    return enqueue(.event(event), from: entity, to: entity, at: time, priority: priority)
  }

  /// Sends `message` from the acting entity to `entity`, to arrive `delay` from now.
  ///
  /// - Precondition: `delay` is at least one microsecond.
  /// - Complexity: O(log pending).
  @inlinable
  public mutating func send(
    _ message: Message, to entity: Int, after delay: SimulationDuration, priority: UInt8 = 4
  ) {
    precondition(priority >= 1 && priority <= 7, "priorities are 1 to 7")
    precondition(delay.ticks >= 1, "a message between entities takes at least one microsecond")
    precondition(entity >= 0 && entity < sequences.count, "a message goes to an entity of the run")
    let arrival = now + delay
    if arrival >= end {
      // Numbered like any other and kept, so that what is under way at the end can be counted.
      _ = nextSequence(of: acting)
      undelivered.append(message)
      return
    }
    let slot: UInt32
    if freeMessages.count > 0 {
      slot = freeMessages.removeLast()
      messages[Int(slot)] = message
    } else {
      slot = UInt32(messages.count)
      messages.append(message)
    }
    enqueue(.message(slot), from: acting, to: entity, at: arrival, priority: priority)
  }

  /// Schedules barrier number `code` at `time`. Entity 0 alone may do so; others ask it by a message.
  ///
  /// - Precondition: entity 0 is acting, or this is before or between runs; `time` is later than ``now``, or
  ///   this is a barrier or between runs: a barrier comes before anything else of its microsecond.
  /// - Complexity: O(log pending).
  @inlinable
  public mutating func scheduleBarrier(_ code: UInt32, at time: SimulationTime) {
    precondition(acting == 0, "entity 0 alone schedules barriers; ask it by a message")
    precondition(time > now || isAtBarrier, "a barrier comes before anything else of its microsecond")
    enqueue(.barrier(code), from: 0, to: 0, at: time, priority: 0)
  }

  /// Cancels the event that `handle` names; false when it has happened, was cancelled or never was.
  ///
  /// - Complexity: O(1) amortised: dead entries are swept when they outnumber the living.
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    guard !handle.isNone else { return false }
    let slot = Int(handle.slot)
    guard pending[slot].generation == handle.generation else { return false }
    pending[slot].content = .cancelled
    pending[slot].generation &+= 1
    cancelledCount += 1
    if cancelledCount > 1024, cancelledCount > queue.count / 2 { sweep() }
    return true
  }

  /// Calls `body` with each message under way, also those due after the end, in no particular order.
  @inlinable
  public borrowing func forEachMessageUnderWay(_ body: (Message) -> Void) {
    queue.forEach { key in
      if case .message(let slot) = pending[key.slot].content { body(messages[Int(slot)]) }
    }
    for index in 0..<undelivered.count { body(undelivered[index]) }
  }

  // MARK: within

  @inlinable
  @inline(__always)
  mutating func nextSequence(of entity: Int) -> UInt32 {
    let sequence = sequences[entity]
    precondition(sequence < .max, "an entity scheduled more than 2^32 events")
    sequences[entity] = sequence + 1
    return sequence
  }

  @inlinable
  @inline(__always)
  @discardableResult
  mutating func enqueue(
    _ content: Content, from source: Int, to entity: Int, at time: SimulationTime, priority: UInt8
  ) -> EventHandle {
    precondition(time >= now, "an event cannot be scheduled before now")
    let sequence = nextSequence(of: source)
    guard time < end else { return .none }
    var slot = freePending
    var generation: UInt32 = 0
    if slot != .max {
      generation = pending[Int(slot)].generation
      if case .free(let next) = pending[Int(slot)].content { freePending = next }
      pending[Int(slot)] = Pending(
        generation: generation, entity: UInt32(truncatingIfNeeded: entity), content: content)
    } else {
      slot = UInt32(truncatingIfNeeded: pending.count)
      precondition(pending.count < 1 << 24, "more than 2^24 events are pending")
      pending.append(
        Pending(generation: 0, entity: UInt32(truncatingIfNeeded: entity), content: content))
    }
    queue.push(
      EventKey(time: time, priority: priority, source: source, sequence: sequence, slot: Int(slot)))
    return EventHandle(slot: slot, generation: generation)
  }

  @inlinable
  @inline(__always)
  mutating func release(_ slot: Int) {
    pending[slot].generation &+= 1
    pending[slot].content = .free(freePending)
    freePending = UInt32(truncatingIfNeeded: slot)
  }

  @inlinable
  @inline(never)
  mutating func sweep() {
    var freed = freePending
    var isLive = Slab(repeating: true, count: pending.count)
    for slot in 0..<pending.count {
      if case .cancelled = pending[slot].content { isLive[slot] = false }
    }
    queue.filter { slot in isLive[slot] }
    for slot in 0..<pending.count {
      if case .cancelled = pending[slot].content {
        pending[slot].content = .free(freed)
        freed = UInt32(truncatingIfNeeded: slot)
      }
    }
    freePending = freed
    cancelledCount = 0
  }
}
