extension EventScheduler {
  /// When the next event or message of the partition is due, in ticks; far away when none is pending.
  @inlinable
  var nextTicks: Int64 {
    mutating get { queue.first()?.time.ticks ?? Self.never }
  }

  /// Takes cancelled events from the front of the queue.
  mutating func dropCancelled() {
    while let key = queue.first(), pending[key.slot].word == Pending.cancelled {
      queue.dropFirst()
      release(UInt32(truncatingIfNeeded: key.slot))
      cancelledCount -= 1
    }
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
    // Kept from event to event: what the handler reads of an entity that acts again then waits for nothing but the
    // right guess of a branch, not for the row of the event.
    var actor = entities.row(acting)
    while let key = queue.first(), key.time < bound {
      if queue.isFresh { warmFresh(entities) }
      queue.dropFirst()
      let slot = key.slot
      let row = Self.take(&pending[slot])
      spare = UInt32(truncatingIfNeeded: slot)
      if row.word <= Pending.none {
        clock = key.time
        executed &+= 1
        let entity = Int(row.word)
        if entity != acting {
          acting = entity
          actor = entities.row(entity)
        }
        actor.value.handle(row.event, in: world, &self)
      } else if row.word & Pending.marks == Pending.message {
        clock = key.time
        executed &+= 1
        let index = row.word & ~Pending.marks
        let letter = messages[Int(index)]
        freeMessages.append(index)
        let entity = Int(letter.entity)
        if entity != acting {
          acting = entity
          actor = entities.row(entity)
        }
        actor.value.receive(letter.message, in: world, &self)
      } else {
        precondition(row.word == Pending.cancelled, "a pending event has lost its content")
        cancelledCount -= 1
      }
      if spare != .max {
        release(spare)
        spare = .max
      }
    }
    isBetweenEvents = true
  }
}
