// A window visits each partition for a few events. When there are so many that none is still in the caches, an event
// would wait for memory several times over: for each level of the queue, and for its row. Read ahead, all that arrives
// at once, while the partitions before are simulated: a sixth less time at 21,000 partitions. Nothing is changed.
extension EventScheduler {
  /// From how many partitions on it pays: some 5 KB each outgrow a second-level cache.
  @inlinable
  static var fewestPartitionsToWarm: Int { 256 }

  /// Reads the queue. The answer is to be kept, or nothing would be read.
  ///
  /// - Complexity: O(pending), one load for four events.
  @inlinable
  @inline(__always)
  borrowing func warmQueue() -> UInt8 { queue.heap.warm() }

  /// Reads the rows of events before `horizon` that are near the top of the queue.
  @inlinable
  @inline(__always)
  borrowing func warmEvents(before horizon: Int64) -> UInt8 {
    var sum = UInt8(truncatingIfNeeded: numbers[acting &- firstEntity])
    for index in 0..<Swift.min(queue.heap.count, 15) {
      let key = EventKey(bits: queue.heap[index])
      if key.time.ticks < horizon { sum &+= UInt8(truncatingIfNeeded: pending[key.slot].word) }
    }
    return sum
  }
}

extension EventScheduler {
  /// Keeps the sum of what was read ahead, or it would not be read.
  @inlinable
  @inline(__always)
  public mutating func keep(readAhead sum: UInt8) { warmth &+= sum }
}

// Events that were scheduled long ago come into the heap together, when their rows have left the caches. Read then,
// they arrive together too.
extension EventScheduler {
  /// Reads the rows of the events in the heap, and what these will need.
  ///
  /// - Complexity: O(events in the heap).
  @inlinable
  @inline(never)
  mutating func warmFresh<Entity: SimulationEntity & ~Copyable>(_ entities: SharedRows<Entity>)
  where Entity.Event == Event, Entity.Message == Message {
    queue.isFresh = false
    var sum = warmth
    for index in 0..<queue.heap.count {
      sum &+= UInt8(truncatingIfNeeded: pending[EventKey(bits: queue.heap[index]).slot].word)
    }
    for index in 0..<queue.heap.count {
      let row = pending[EventKey(bits: queue.heap[index]).slot]
      if row.word <= Pending.none { sum &+= entities[Int(row.word)].warm(for: row.event) }
    }
    warmth = sum
  }
}

extension SharedRows where Row: ~Copyable {
  /// Reads ahead for the partitions that a window comes to after `partition`, if it is one of many.
  ///
  /// - Parameter end: the partition before which the worker's own end: those of others are not to be read.
  @inlinable
  @inline(__always)
  func warm<Event, Message>(after partition: Int, upTo end: Int, before horizon: Int64) -> UInt8
  where Row == EventScheduler<Event, Message> {
    guard count >= Row.fewestPartitionsToWarm, partition < end - 2 else { return 0 }
    return self[partition + 2].warmQueue() &+ self[partition + 1].warmEvents(before: horizon)
  }
}
