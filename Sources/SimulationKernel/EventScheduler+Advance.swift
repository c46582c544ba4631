extension EventScheduler {
  /// When the next event or message of the partition is due, in ticks; far away when none is pending.
  @inlinable
  var nextTicks: Int64 {
    mutating get { queue.first()?.time.ticks ?? Self.never }
  }

  /// A time that no event has, far enough from overflow to add a delay to.
  @inlinable
  static var never: Int64 { 1 << 60 }

  /// Carries out every event of the partition before ``bound`` in key order, on this thread.
  ///
  /// Entity 0 lowers the bound when it asks for a barrier.
  ///
  /// - Complexity: O(log pending) an event; nothing is allocated once the slabs have grown.
  @inlinable
  @inline(never)
  mutating func advance<Entity: SimulationEntity & ~Copyable>(
    _ entities: SharedRows<Entity>, in world: Entity.World
  ) where Entity.Event == Event, Entity.Message == Message {
    isBetweenEvents = false
    while let key = queue.first(), key.time < bound {
      queue.dropFirst()
      let slot = key.slot
      let row = Self.take(&pending[slot])
      spare = UInt32(truncatingIfNeeded: slot)
      switch row.content {
      case .event(let event):
        clock = key.time
        acting = Int(row.entity)
        executed &+= 1
        entities[acting].handle(event, in: world, &self)
      case .message(let index):
        clock = key.time
        acting = Int(row.entity)
        executed &+= 1
        let message = messages[Int(index)]
        freeMessages.append(index)
        entities[acting].receive(message, in: world, &self)
      case .cancelled: cancelledCount -= 1
      case .free: preconditionFailure("a pending event has lost its content")
      }
      if spare != .max {
        release(spare)
        spare = .max
      }
    }
    isBetweenEvents = true
  }
}
