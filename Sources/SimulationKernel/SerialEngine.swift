extension EventScheduler {
  /// Carries out every event before `pause` in key order on this thread: the serial engine.
  ///
  /// A later call goes on where this one stopped, so a run can be paused, copied and continued. After it
  /// ``now`` is `pause`, or the end of the run if that comes first.
  ///
  /// - Complexity: O(log pending) an event; nothing is allocated once the slabs have grown.
  @inlinable
  public mutating func run<Model: SimulationModel & ~Copyable>(
    _ model: inout Model, until pause: SimulationTime
  ) where Model.Event == Event, Model.Message == Message {
    precondition(pause >= now, "a run cannot go back in time")
    while let key = queue.first(), key.time < pause {
      queue.dropFirst()
      let slot = key.slot
      let row = pending[slot]
      if case .cancelled = row.content {
        cancelledCount -= 1
        release(slot)
        continue
      }
      release(slot)
      isAtBarrier = false
      clock = key.time
      acting = Int(row.entity)
      executed += 1
      switch row.content {
      case .event(let event): model.handle(event, at: acting, in: &self)
      case .message(let index):
        let message = messages[Int(index)]
        freeMessages.append(index)
        model.receive(message, at: acting, in: &self)
      case .barrier(let code):
        isAtBarrier = true
        model.barrier(code, in: &self)
      case .cancelled, .free: preconditionFailure("a pending event has lost its content")
      }
    }
    clock = min(pause, end)
    acting = 0
    isAtBarrier = true
  }
}
