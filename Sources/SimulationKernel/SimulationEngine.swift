/// One run: its entities, their pending events, and its barriers.
///
/// ```
/// var engine = SimulationEngine(entities: queues, end: .zero + .days(90))
/// engine.act(as: 0) { queue, scheduler in queue.start(&scheduler) }
/// engine.run(sharing: &parameters, until: engine.end) { code, engine, parameters in … }
/// ```
/// With one partition it takes events one by one from one queue. With several it simulates each partition on its
/// own through windows of time in which no message can reach it, on one thread or several. The result is the
/// same, to the bit.
@frozen
public struct SimulationEngine<Entity: SimulationEntity & ~Copyable>: ~Copyable {
  /// What a handler schedules with.
  public typealias Scheduler = EventScheduler<Entity.Event, Entity.Message>

  /// The state of every entity, to be read, changed and replaced between runs and at barriers; their number stays.
  public var entities: Slab<Entity>
  @usableFromInline var partitions: Slab<Scheduler>
  /// The partition of each entity.
  @usableFromInline var homes: Slab<UInt32>
  /// The lookahead of each partition, in ticks.
  @usableFromInline var lookaheads: Slab<Int64>
  /// When each partition's next event is due, while windows run.
  @usableFromInline var nextTicks: Slab<Int64>
  @usableFromInline var barriers: EventQueue
  @usableFromInline var barrierCodes: Slab<UInt32>
  @usableFromInline var freeBarrierCodes: Slab<UInt32>
  @usableFromInline var clock: SimulationTime
  @usableFromInline var barrierCount: Int
  /// Whether a barrier is being carried out.
  @usableFromInline var isAtBarrier = false
  /// Recent mean of the events in a window.
  @usableFromInline var eventsPerWindow: Double
  /// What has been read ahead, summed so that it is read; it means nothing.
  @usableFromInline var warmth: UInt8 = 0

  /// The end of the run: nothing happens at or after it.
  public let end: SimulationTime

  /// The time that the run has reached; within events ask the scheduler.
  @inlinable
  public var now: SimulationTime { clock }

  /// A run of `entities`, numbered from 0, that stops at `end`.
  ///
  /// - Parameter plan: which entities form a partition; one partition when nil.
  /// - Precondition: 1 to 2^17 entities, as many as the plan has, and `end` lies within 2^52 µs.
  public init(
    entities: consuming Slab<Entity>, end: SimulationTime, plan: PartitionPlan? = nil
  ) {
    let count = entities.count
    require(count >= 1 && count <= 1 << 17, "a run has 1 to 131,072 entities")
    require(end >= .zero && end < .limit, "a run ends within 2^52 microseconds")
    let plan = plan ?? PartitionPlan.single(entityCount: count)
    require(plan.entityCount == count, "the partition plan is of another number of entities")
    self.entities = entities
    partitions = Slab(capacity: plan.partitions.count)
    for partition in plan.partitions {
      partitions.append(
        Scheduler(
          members: partition.entities, entityCount: count, lookahead: partition.lookahead, end: end))
    }
    homes = Slab(plan.homes.map { UInt32($0) })
    lookaheads = Slab(plan.partitions.map(\.lookahead.ticks))
    nextTicks = Slab(repeating: 0, count: plan.partitions.count)
    barriers = EventQueue(capacity: 16)
    barrierCodes = Slab()
    freeBarrierCodes = Slab()
    clock = .zero
    barrierCount = 0
    eventsPerWindow = 0
    self.end = end
  }

  init(copying other: borrowing Self, _ copyEntity: (borrowing Entity) -> Entity) {
    entities = Slab(capacity: other.entities.count)
    for entity in 0..<other.entities.count { entities.append(copyEntity(other.entities[entity])) }
    partitions = Slab(capacity: other.partitions.count)
    for partition in 0..<other.partitions.count {
      partitions.append(Scheduler(copying: other.partitions[partition]))
    }
    homes = other.homes.copy()
    lookaheads = other.lookaheads.copy()
    nextTicks = other.nextTicks.copy()
    barriers = other.barriers.copy()
    barrierCodes = other.barrierCodes.copy()
    freeBarrierCodes = other.freeBarrierCodes.copy()
    clock = other.clock
    barrierCount = other.barrierCount
    eventsPerWindow = other.eventsPerWindow
    end = other.end
  }

  /// An independent run in the same state; handles are valid in both.
  ///
  /// - Complexity: O(pending events) and what `copyEntity` costs.
  public borrowing func copy(_ copyEntity: (borrowing Entity) -> Entity) -> Self {
    SimulationEngine(copying: self, copyEntity)
  }

  /// Events, messages and barriers carried out so far.
  ///
  /// - Complexity: O(partitions).
  public var executedCount: Int {
    var sum = barrierCount
    for partition in 0..<partitions.count { sum += partitions[partition].executed }
    return sum
  }

  /// Events, messages and barriers that are due before the end and have not been cancelled.
  ///
  /// - Complexity: O(partitions).
  public var pendingCount: Int {
    var sum = barriers.count
    for partition in 0..<partitions.count { sum += partitions[partition].pendingCount }
    return sum
  }

  /// Bytes that pending events and messages have taken, the most so far: memory is kept for those to come.
  ///
  /// - Complexity: O(partitions).
  public var eventBytes: Int {
    var sum = 0
    for partition in 0..<partitions.count { sum += partitions[partition].usedBytes }
    return sum
  }

  /// Number of partitions.
  public var partitionCount: Int { partitions.count }

  /// Lets `entity` do something between runs or at a barrier: its events, messages and barriers are numbered as
  /// its own.
  ///
  /// - Complexity: that of `body`, and O(log pending) for each message to another partition.
  @inlinable
  public mutating func act<Result>(
    as entity: Int, _ body: (inout Entity, inout Scheduler) -> Result
  ) -> Result {
    require(entity >= 0 && entity < entities.count, "there is no such entity in the run")
    let home = Int(homes[entity])
    partitions[home].acting = entity
    partitions[home].clock = clock
    let result = body(&entities[entity], &partitions[home])
    deliver(from: home)
    return result
  }

  /// Calls `body` with each message under way, also those due after the end, in no particular order.
  public borrowing func forEachMessageUnderWay(_ body: (Entity.Message) -> Void) {
    for partition in 0..<partitions.count { partitions[partition].forEachMessageUnderWay(body) }
  }

  /// When the next event, message or barrier is due; nil when nothing is pending.
  ///
  /// - Complexity: O(partitions), and O(log pending) once for each event that was cancelled.
  public mutating func nextTime() -> SimulationTime? {
    var least = barriers.first()?.time.ticks ?? Scheduler.never
    for partition in 0..<partitions.count {
      partitions[partition].dropCancelled()
      least = min(least, partitions[partition].nextTicks)
    }
    return least == Scheduler.never ? nil : SimulationTime(ticks: least)
  }

  // MARK: within

  /// Hands over what a partition has sent to others and takes in the barriers it asked for.
  @inlinable
  mutating func deliver(from partition: Int) {
    for index in 0..<partitions[partition].outbox.count {
      let envelope = partitions[partition].outbox[index]
      let home = Int(homes[Int(envelope.entity)])
      partitions[home].accept(envelope.message, to: Int(envelope.entity), envelope.key)
      nextTicks[home] = min(nextTicks[home], envelope.key.time.ticks)
    }
    partitions[partition].outbox.removeAll()
    takeBarriers(from: partition)
  }

  @inlinable
  mutating func takeBarriers(from partition: Int) {
    for index in 0..<partitions[partition].barrierRequests.count {
      let request = partitions[partition].barrierRequests[index]
      let slot: UInt32
      if freeBarrierCodes.count > 0 {
        slot = freeBarrierCodes.removeLast()
        barrierCodes[Int(slot)] = request.code
      } else {
        slot = UInt32(truncatingIfNeeded: barrierCodes.count)
        barrierCodes.append(request.code)
      }
      barriers.push(
        EventKey(
          time: SimulationTime(ticks: request.ticks), priority: 0, source: 0, sequence: request.sequence,
          slot: Int(slot)))
    }
    partitions[partition].barrierRequests.removeAll()
  }
}
