extension ProcessSimulation {
  /// Runs to the end of the run, and ends the processes that are still alive then, as ``finish()`` does.
  ///
  /// - Throws: the ``ProcessFailure`` of the first process that failed.
  @SimulationActor
  public func run() throws { try run(until: end) }

  /// Runs everything before `pause`; a later call goes on from there.
  ///
  /// Processes that are ready when it is called go on first, also when ``now`` is `pause` or the end already. After it
  /// ``now`` is `pause`, or the end of the run if that comes first; then the processes that are still alive are
  /// ended, as ``finish()`` does. A process can make it return earlier: ``stop()``.
  ///
  /// - Throws: the ``ProcessFailure`` of the first process that failed; ``now`` is then when it failed.
  /// - Complexity: O(log pending) an event.
  @SimulationActor
  public func run(until pause: SimulationTime) throws {
    require(!isRunning, "a simulation cannot be run from one of its own processes")
    require(pause >= clock, "a run cannot go back in time")
    if isOver { return }
    let last = min(pause, end)
    isRunning = true
    isStopped = false
    ring.withFrame {
      settle()
      while !isStopped, let due = unsafe ring.waits.popTimer(before: last) {
        clock = due.time
        eventCountSoFar &+= 1
        resume(due.token, timeHasCome: true, returning: due.fulfils ? .fulfilled : .reneged)
        settle()
      }
    }
    isRunning = false
    try throwFailure()
    if isStopped { return }
    clock = last
    if last == end { try finish() }
  }

  /// Makes the run return when everything that is ready at this time has gone on; a later call goes on from there.
  ///
  /// For processes that find that nothing more is of interest. Between runs it does nothing.
  @SimulationActor
  public func stop() { isStopped = true }

  /// Lets everything go on that is ready at this time.
  @inline(__always)
  private func settle() {
    ring.drain()
    while !disturbed.isEmpty {
      deliverKeptInterrupts()
      ring.drain()
    }
  }

  /// Hands on the interrupts of processes that were not waiting when these came, and have since come to wait for
  /// child tasks alone.
  private func deliverKeptInterrupts() {
    let processes = disturbed
    disturbed = []
    for process in processes { process.deliverKept() }
  }

  func throwFailure() throws {
    guard let failure else { return }
    self.failure = nil
    throw failure
  }
}
