/// The clock, the pending events and the sequence numbers of one partition: what a handler schedules with.
///
/// Handlers get it `inout`: they read ``now``, schedule events to themselves, send messages and cancel.
/// A run is the half-open interval [0, ``end``): events at or beyond the end take a number, so that the
/// numbers of later ones do not depend on the length of the run, and are not queued.
@frozen
public struct EventScheduler<Event: BitwiseCopyable, Message: BitwiseCopyable>: ~Copyable {
  /// An entry of the queue: an event of an entity, a message, or nothing any more.
  @frozen
  @usableFromInline
  struct Pending: BitwiseCopyable {
    @usableFromInline var generation: UInt32
    /// The entity whose ``event`` it is; or a mark in the two highest bits, and a number in the others.
    @usableFromInline var word: UInt32
    /// What an earlier event has left, or zero bytes, when there is a mark.
    @usableFromInline var event: Event

    /// The number is a row of ``messages``.
    @inlinable static var message: UInt32 { 1 << 30 }
    @inlinable static var cancelled: UInt32 { 2 << 30 }
    /// The number is the next free slot.
    @inlinable static var free: UInt32 { 3 << 30 }
    @inlinable static var marks: UInt32 { 3 << 30 }
    /// The number that is no slot: a slot has 24 bits.
    @inlinable static var none: UInt32 { 1 << 30 - 1 }
  }

  /// A message and the entity that it goes to.
  @frozen
  @usableFromInline
  struct Letter: BitwiseCopyable {
    @usableFromInline let message: Message
    @usableFromInline let entity: UInt32

    @inlinable
    init(message: Message, entity: UInt32) {
      self.message = message
      self.entity = entity
    }
  }

  @usableFromInline var queue: EventQueue
  @usableFromInline var pending: Slab<Pending>
  /// The first of the chain of free slots, or ``Pending/none``.
  @usableFromInline var freePending: UInt32
  /// The slot of the event that happens now, for the first that it schedules; the largest number when there is none.
  @usableFromInline var spare: UInt32
  @usableFromInline var cancelledCount: Int
  @usableFromInline var messages: Slab<Letter>
  @usableFromInline var freeMessages: Slab<UInt32>
  /// For each entity from ``firstEntity`` on, the number of its next event: sequence 32 | zero 24 | entity's lowest 8
  /// bits, which turned by 8 bits is the lower half of a key. The largest number marks a stranger.
  @usableFromInline var numbers: Slab<UInt64>
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
  /// What has been read ahead, summed so that it is read; it means nothing.
  @usableFromInline var warmth: UInt8 = 0
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
    freePending = Pending.none
    spare = .max
    cancelledCount = 0
    messages = Slab()
    freeMessages = Slab()
    numbers = Slab(repeating: .max, count: last - first + 1)
    for member in members { numbers[member - first] = UInt64(member & 0xFF) }
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
    numbers = other.numbers.copy()
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

  /// Bytes that pending events and messages have taken: memory is kept for those to come.
  @inlinable
  var usedBytes: Int {
    queue.usedBytes + pending.usedBytes + messages.usedBytes + freeMessages.usedBytes
  }

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
    require(priority >= 1 && priority <= 7, "priorities are 1 to 7")
    // One comparison for a delay below zero and for one that the sum could not hold.
    guard UInt64(bitPattern: delay.ticks) <= 1 << 62 else { return skip(delay) }
    return enqueue(event, SimulationTime(ticks: clock.ticks &+ delay.ticks), priority)
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
    require(priority >= 1 && priority <= 7, "priorities are 1 to 7")
    require(time >= clock, "an event cannot be scheduled before now")
    return enqueue(event, time, priority)
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
    require(priority >= 1 && priority <= 7, "priorities are 1 to 7")
    require(delay.ticks >= 1, "a message between entities takes at least one microsecond")
    require(entity >= 0 && entity < entityCount, "a message goes to an entity of the run")
    let arrival = clock + delay
    let number = nextNumber()
    if arrival >= end {
      // Kept, so that what is under way at the end can be counted.
      undelivered.append(message)
      return
    }
    let key = key(number, at: arrival, priority: priority)
    if owns(entity) {
      accept(message, to: entity, key)
    } else {
      require(
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
    require(acting == 0, "entity 0 alone schedules barriers; ask it by a message")
    require(
      isBetweenEvents || lookahead.ticks == 1, "the plan says that entity 0 asks for no barriers in events")
    require(
      isBetweenEvents ? time >= clock : time > clock,
      "a barrier comes before anything else of its microsecond")
    let sequence = UInt32(truncatingIfNeeded: nextNumber() >> 32)
    guard time < end else { return }
    barrierRequests.append(BarrierRequest(ticks: time.ticks, sequence: sequence, code: code))
    if time < bound { bound = time }
  }

  /// Cancels the event that `handle` names; false when it has happened, was cancelled or never was.
  ///
  /// Rescheduling is a cancel and a new event, which takes a new number.
  ///
  /// - Precondition: the acting entity has scheduled the event.
  /// - Complexity: O(1) amortised: dead entries are swept when they outnumber the living.
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    guard !handle.isNone else { return false }
    let slot = Int(handle.slot)
    let strange: StaticString = "an entity cancels events of its own"
    require(slot < pending.count, strange)
    guard pending[slot].generation == handle.generation else { return false }
    require(pending[slot].word == UInt32(truncatingIfNeeded: acting), strange)
    pending[slot].word = Pending.cancelled
    pending[slot].generation &+= 1
    cancelledCount += 1
    if cancelledCount > 1024, cancelledCount > queue.count / 2 { sweep() }
    return true
  }

  /// Calls `body` with each message under way, also those due after the end, in no particular order.
  @inlinable
  borrowing func forEachMessageUnderWay(_ body: (Message) -> Void) {
    queue.forEach { key in
      let word = pending[key.slot].word
      if word & Pending.marks == Pending.message { body(messages[Int(word & ~Pending.marks)].message) }
    }
    for index in 0..<outbox.count { body(outbox[index].message) }
    for index in 0..<undelivered.count { body(undelivered[index]) }
  }

  // MARK: within

  /// An event beyond the end of any run takes a number, as every event beyond the end.
  @inlinable
  @inline(never)
  mutating func skip(_ delay: SimulationDuration) -> EventHandle {
    require(delay >= .zero, "an event cannot be scheduled before now")
    _ = nextNumber()
    return .none
  }

  /// Whether `entity` belongs to the partition.
  @inlinable
  @inline(__always)
  func owns(_ entity: Int) -> Bool {
    let place = entity &- firstEntity
    return UInt(bitPattern: place) < UInt(bitPattern: numbers.count) && numbers[place] != .max
  }

  @inlinable
  @inline(__always)
  mutating func nextNumber() -> UInt64 {
    let number = numbers[acting &- firstEntity]
    let (next, overflows) = number.addingReportingOverflow(1 << 32)
    require(!overflows, "an entity scheduled more than 2^32 events")
    numbers[acting &- firstEntity] = next
    return number
  }

  /// The key, without a slot, of what the acting entity schedules.
  @inlinable
  @inline(__always)
  func key(_ number: UInt64, at time: SimulationTime, priority: UInt8) -> EventKey {
    let high =
      UInt64(bitPattern: time.ticks) << 12 | UInt64(priority) << 9
      | UInt64(truncatingIfNeeded: acting) >> 8
    let low = number &>> 8 | number &<< 56
    return EventKey(bits: UInt128(high) << 64 | UInt128(low))
  }

  @inlinable
  @inline(__always)
  mutating func enqueue(_ event: Event, _ time: SimulationTime, _ priority: UInt8) -> EventHandle {
    let number = nextNumber()
    guard time < end else { return .none }
    let slot = takeSlot()
    let generation = Self.fill(&pending[Int(slot)], acting, event)
    queue.push(key(number, at: time, priority: priority).at(slot: slot))
    return EventHandle(slot: slot, generation: generation)
  }

  /// A slot whose word and event are to be written.
  @inlinable
  @inline(__always)
  mutating func takeSlot() -> UInt32 {
    var slot = spare
    if slot != .max {
      spare = .max
    } else if freePending != Pending.none {
      slot = freePending
      freePending = pending[Int(slot)].word & ~Pending.marks
    } else {
      slot = UInt32(truncatingIfNeeded: pending.count)
      require(pending.count < 1 << 24, "more than 2^24 events are pending")
      pending.appendBlank()
    }
    return slot
  }

  /// Queues a message for an entity of the partition.
  @inlinable
  mutating func accept(_ message: Message, to entity: Int, _ key: EventKey) {
    let letter = Letter(message: message, entity: UInt32(truncatingIfNeeded: entity))
    let row: UInt32
    if freeMessages.count > 0 {
      row = freeMessages.removeLast()
      messages[Int(row)] = letter
    } else {
      row = UInt32(truncatingIfNeeded: messages.count)
      messages.append(letter)
    }
    let slot = takeSlot()
    pending[Int(slot)].word = Pending.message | row
    queue.push(key.at(slot: slot))
  }

  @inlinable
  @inline(__always)
  static func fill(_ row: inout Pending, _ entity: Int, _ event: Event) -> UInt32 {
    row.word = UInt32(truncatingIfNeeded: entity)
    row.event = event
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
    pending[Int(slot)].word = Pending.free | freePending
    freePending = slot
  }

  @inlinable
  @inline(never)
  mutating func sweep() {
    var freed = freePending
    var isLive = Slab(repeating: true, count: pending.count)
    for slot in 0..<pending.count {
      if pending[slot].word == Pending.cancelled { isLive[slot] = false }
    }
    queue.filter { slot in isLive[slot] }
    for slot in 0..<pending.count {
      if pending[slot].word == Pending.cancelled {
        pending[slot].word = Pending.free | freed
        freed = UInt32(truncatingIfNeeded: slot)
      }
    }
    freePending = freed
    cancelledCount = 0
  }
}
