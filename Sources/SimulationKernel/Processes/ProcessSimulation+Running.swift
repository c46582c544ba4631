extension ProcessSimulation {
  /// Runs to the end of the run, and ends the processes that are still alive then, as ``finish()`` does.
  ///
  /// - Throws: the ``ProcessFailure`` of the first process that failed.
  @SimulationActor
  public func run() throws { try run(until: end) }

  /// Runs everything before `pause`; a later call goes on from there.
  ///
  /// After it ``now`` is `pause`, or the end of the run if that comes first; then the processes that are still
  /// alive are ended, as ``finish()`` does.
  ///
  /// - Throws: the ``ProcessFailure`` of the first process that failed; ``now`` is then when it failed.
  /// - Complexity: O(log pending) an event.
  @SimulationActor
  public func run(until pause: SimulationTime) throws {
    require(!isRunning, "a simulation cannot be run from one of its own processes")
    require(pause >= clock, "a run cannot go back in time")
    if isOver { return }
    let stop = min(pause, end)
    isRunning = true
    defer { isRunning = false }
    ring.withFrame {
      ring.drain()
      while failure == nil, let due = unsafe ring.waits.popTimer(before: stop) {
        clock = due.time
        eventCountSoFar &+= 1
        resume(due.token, timeHasCome: true, returning: due.fulfils ? .fulfilled : .reneged)
        ring.drain()
      }
    }
    try throwFailure()
    clock = stop
    if stop == end { try finish() }
  }

  func throwFailure() throws {
    guard let failure else { return }
    self.failure = nil
    throw failure
  }
}
