extension SimulationEngine where Entity: ~Copyable {
  /// Carries out everything before `pause`.
  ///
  /// A later call goes on where this one stopped, so a run can be paused, copied and continued. After it
  /// ``now`` is `pause`, or the end of the run if that comes first.
  ///
  /// - Parameters:
  ///   - world: what handlers read; only `barrier` changes it.
  ///   - barriersAtPause: whether the barriers at `pause` are carried out too, which come before anything else then.
  ///   - workers: the threads to use when there are several partitions; they change the time taken alone.
  ///   - barrier: carries out a barrier of the given number, with sight of every entity. It may put a copy in the
  ///     engine's place, and cannot run the engine.
  /// - Complexity: O(log pending) an event; nothing is allocated once the slabs have grown.
  @inlinable
  public mutating func run<World: Sendable & ~Copyable>(
    sharing world: inout World, until pause: SimulationTime, barriersAtPause: Bool = false,
    workers: WindowWorkers = .one, barrier: (UInt32, inout Self, inout World) -> Void
  ) where Entity.World == Shared<World> {
    require(!isAtBarrier, "a run cannot be started within a barrier of its own")
    require(pause >= clock, "a run cannot go back in time")
    let last = min(pause, end)
    unsafe withUnsafeMutablePointer(to: &world) { address in
      let view = unsafe Shared(address: UnsafePointer(address))
      var crew: WindowCrew<Entity>?
      while true {
        let due = barriers.first()?.time ?? last
        advance(to: min(due, last), in: view, workers, &crew)
        // Perhaps one that an event has just asked for, earlier than the one that was next.
        guard let key = barriers.first(), key.time < last || barriersAtPause && key.time == last else {
          break
        }
        barriers.dropFirst()
        clock = key.time
        barrierCount += 1
        let code = barrierCodes[key.slot]
        freeBarrierCodes.append(UInt32(truncatingIfNeeded: key.slot))
        isAtBarrier = true
        unsafe barrier(code, &self, &address.pointee)
        isAtBarrier = false
      }
      crew?.dismiss()
      clock = last
    }
  }

  /// The same for a model without barriers.
  @inlinable
  public mutating func run<World: Sendable & ~Copyable>(
    sharing world: inout World, until pause: SimulationTime, workers: WindowWorkers = .one
  ) where Entity.World == Shared<World> {
    run(sharing: &world, until: pause, workers: workers) { _, _, _ in
      endProgram("a barrier is due in a run that was started without a function for barriers")
    }
  }

  /// The same for a model whose entities share no world and that has no barriers.
  @inlinable
  public mutating func run(until pause: SimulationTime, workers: WindowWorkers = .one)
  where Entity.World == Shared<Void> {
    var nothing: Void = ()
    run(sharing: &nothing, until: pause, workers: workers)
  }

  /// Carries out the events before `stop`, or before a barrier that one of them asks for.
  @inlinable
  mutating func advance(
    to stop: SimulationTime, in world: Entity.World, _ workers: WindowWorkers,
    _ crew: inout WindowCrew<Entity>?
  ) {
    require(entities.count == homes.count, "a run keeps the number of its entities")
    if partitions.count > 1 {
      advanceWindows(to: stop, in: world, workers, &crew)
      return
    }
    partitions[0].bound = stop
    entities.withSharedRows { rows in partitions[0].advance(rows, in: world) }
    takeBarriers(from: 0)
  }
}
