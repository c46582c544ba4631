/// The clock, the pending events and the sequence numbers of one partition: what a handler schedules with.
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
  /// The slot of the event that happens now, for the first that it schedules; the largest number when there is none.
  @usableFromInline var spare: UInt32
  @usableFromInline var cancelledCount: Int
  @usableFromInline var messages: Slab<Message>
  @usableFromInline var freeMessages: Slab<UInt32>
  /// Events numbered so far by each entity from ``firstEntity`` on; the largest number marks a stranger.
  @usableFromInline var sequences: Slab<UInt32>
  @usableFromInline let firstEntity: Int
  @usableFromInline let entityCount: Int
  /// The least delay of a message that leaves the partition.
  @usableFromInline let lookahead: SimulationDuration
  @usableFromInline var acting: Int
  /// Whether nothing is happening at ``now`` yet: at a barrier, and before and between runs.
  @usableFromInline var isBetweenEvents: Bool
  @usableFromInline var clock: SimulationTime
  /// Events from here on wait for another window.
  @usableFromInline var bound: SimulationTime
  @usableFromInline var executed: Int
  @usableFromInline var undelivered: Slab<Message>
  @usableFromInline var outbox: Slab<Envelope<Message>>
  @usableFromInline var barrierRequests: Slab<BarrierRequest>

  /// The end of the run: nothing happens at or after it.
  public let end: SimulationTime

  /// The current time.
  @inlinable
  public var now: SimulationTime { clock }

  /// The entity whose event this is.
  @inlinable
  public var entity: Int { acting }

  /// A scheduler for the entities `members` of a run of `entityCount` entities.
  @inlinable
  init(members: [Int], entityCount: Int, lookahead: SimulationDuration, end: SimulationTime) {
    let first = members.first ?? 0
    let last = members.last ?? 0
    queue = EventQueue(capacity: 64)
    pending = Slab(capacity: 64)
    freePending = .max
    spare = .max
    cancelledCount = 0
    messages = Slab()
    freeMessages = Slab()
    sequences = Slab(repeating: .max, count: last - first + 1)
    for member in members { sequences[member - first] = 0 }
    firstEntity = first
    self.entityCount = entityCount
    self.lookahead = lookahead
    acting = first
    isBetweenEvents = true
    clock = .zero
    bound = .zero
    executed = 0
    undelivered = Slab()
    outbox = Slab()
    barrierRequests = Slab()
    self.end = end
  }

  @inlinable
  init(copying other: borrowing EventScheduler<Event, Message>) {
    queue = other.queue.copy()
    pending = other.pending.copy()
    freePending = other.freePending
    spare = other.spare
    cancelledCount = other.cancelledCount
    messages = other.messages.copy()
    freeMessages = other.freeMessages.copy()
    sequences = other.sequences.copy()
    firstEntity = other.firstEntity
    entityCount = other.entityCount
    lookahead = other.lookahead
    acting = other.acting
    isBetweenEvents = other.isBetweenEvents
    clock = other.clock
    bound = other.bound
    executed = other.executed
    undelivered = other.undelivered.copy()
    outbox = other.outbox.copy()
    barrierRequests = other.barrierRequests.copy()
    end = other.end
  }

  /// Events in the queue that have not been cancelled.
  @inlinable
  var pendingCount: Int { queue.count - cancelledCount }

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
    schedule(event, at: clock + delay, priority: priority)
  }

  /// Schedules `event` of the acting entity at `time`, which is ``now`` or later.
  ///
  /// - Parameter priority: 1 to 7, lower first among events of one microsecond.
  /// - Returns: a handle, or ``EventHandle/none`` when the event lies beyond the end.
  /// - Complexity: O(log pending).
  @inlinable
  @inline(__always)
  @discardableResult
  public mutating func schedule(
    _ event: Event, at time: SimulationTime, priority: UInt8 = 4
  ) -> EventHandle {
    precondition(priority >= 1 && priority <= 7, "priorities are 1 to 7")
    precondition(time >= clock, "an event cannot be scheduled before now")
    let sequence = nextSequence()
    guard time < end else { return .none }
    return enqueue(
      .event(event), to: acting,
      EventKey(time: time, priority: priority, source: acting, sequence: sequence, slot: 0))
  }

  /// Sends `message` from the acting entity to `entity`, to arrive `delay` from now.
  ///
  /// - Precondition: `delay` is at least one microsecond, and at least the lookahead of the acting entity's
  ///   partition when `entity` belongs to another.
  /// - Complexity: O(log pending).
  @inlinable
  public mutating func send(
    _ message: Message, to entity: Int, after delay: SimulationDuration, priority: UInt8 = 4
  ) {
    precondition(priority >= 1 && priority <= 7, "priorities are 1 to 7")
    precondition(delay.ticks >= 1, "a message between entities takes at least one microsecond")
    precondition(entity >= 0 && entity < entityCount, "a message goes to an entity of the run")
    let arrival = clock + delay
    let sequence = nextSequence()
    if arrival >= end {
      // Kept, so that what is under way at the end can be counted.
      undelivered.append(message)
      return
    }
    let key = EventKey(time: arrival, priority: priority, source: acting, sequence: sequence, slot: 0)
    if owns(entity) {
      accept(message, to: entity, key)
    } else {
      precondition(
        delay >= lookahead || isBetweenEvents, "a message is faster than the lookahead that was declared")
      outbox.append(
        Envelope(key: key, entity: UInt32(truncatingIfNeeded: entity), message: message))
    }
  }

  /// Asks for barrier number `code` at `time`. Entity 0 alone may do so; others ask it by a message.
  ///
  /// - Precondition: entity 0 is acting, and `time` is later than ``now``, or nothing happens at ``now`` yet: a
  ///   barrier comes before anything else of its microsecond.
  /// - Complexity: O(log barriers).
  @inlinable
  public mutating func scheduleBarrier(_ code: UInt32, at time: SimulationTime) {
    precondition(acting == 0, "entity 0 alone schedules barriers; ask it by a message")
    precondition(
      isBetweenEvents || lookahead.ticks == 1, "the plan says that entity 0 asks for no barriers in events")
    precondition(
      isBetweenEvents ? time >= clock : time > clock,
      "a barrier comes before anything else of its microsecond")
    let sequence = nextSequence()
    guard time < end else { return }
    barrierRequests.append(BarrierRequest(ticks: time.ticks, sequence: sequence, code: code))
    if time < bound { bound = time }
  }

  /// Cancels the event that `handle` names; false when it has happened, was cancelled or never was.
  ///
  /// Rescheduling is a cancel and a new event, which takes a new number.
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
  borrowing func forEachMessageUnderWay(_ body: (Message) -> Void) {
    queue.forEach { key in
      if case .message(let slot) = pending[key.slot].content { body(messages[Int(slot)]) }
    }
    for index in 0..<outbox.count { body(outbox[index].message) }
    for index in 0..<undelivered.count { body(undelivered[index]) }
  }

  // MARK: within

  /// Whether `entity` belongs to the partition.
  @inlinable
  @inline(__always)
  func owns(_ entity: Int) -> Bool {
    let place = entity &- firstEntity
    return UInt(bitPattern: place) < UInt(bitPattern: sequences.count) && sequences[place] != .max
  }

  @inlinable
  @inline(__always)
  mutating func nextSequence() -> UInt32 {
    let sequence = sequences[acting &- firstEntity]
    precondition(sequence < .max - 1, "an entity scheduled more than 2^32 events")
    sequences[acting &- firstEntity] = sequence &+ 1
    return sequence
  }

  @inlinable
  @inline(__always)
  @discardableResult
  mutating func enqueue(_ content: Content, to entity: Int, _ key: EventKey) -> EventHandle {
    var slot = spare
    var generation: UInt32 = 0
    if slot != .max {
      spare = .max
      generation = Self.fill(&pending[Int(slot)], entity, content)
    } else if freePending != .max {
      slot = freePending
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
    queue.push(key.at(slot: slot))
    return EventHandle(slot: slot, generation: generation)
  }

  /// Queues a message for an entity of the partition.
  @inlinable
  mutating func accept(_ message: Message, to entity: Int, _ key: EventKey) {
    let slot: UInt32
    if freeMessages.count > 0 {
      slot = freeMessages.removeLast()
      messages[Int(slot)] = message
    } else {
      slot = UInt32(truncatingIfNeeded: messages.count)
      messages.append(message)
    }
    enqueue(.message(slot), to: entity, key)
  }

  @inlinable
  @inline(__always)
  static func fill(_ row: inout Pending, _ entity: Int, _ content: Content) -> UInt32 {
    row.entity = UInt32(truncatingIfNeeded: entity)
    row.content = content
    return row.generation
  }

  /// Takes the content out of a row: handles of it name nothing from now on.
  @inlinable
  @inline(__always)
  static func take(_ row: inout Pending) -> Pending {
    let content = row
    row.generation = content.generation &+ 1
    return content
  }

  @inlinable
  @inline(__always)
  mutating func release(_ slot: UInt32) {
    pending[Int(slot)].content = .free(freePending)
    freePending = slot
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
