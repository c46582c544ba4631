extension ProcessSimulation {
  /// Ends the run now: every wait that is still open throws a `CancellationError`, so that `defer` runs.
  ///
  /// Processes are ended in the order in which they were spawned, each to its last piece before the next; the
  /// clock stands still. From then on nobody is served: a released unit goes to nobody, every wait throws at
  /// once, and a spawned process never begins. ``run()`` does this when it reaches the end of the run, and
  /// ``withProcessSimulation(end:_:)`` when it is left earlier.
  ///
  /// - Throws: the ``ProcessFailure`` of a process that threw anything but a `CancellationError` meanwhile.
  /// - Precondition: no process of it is running; a process calls ``stop()``.
  @SimulationActor
  public func finish() throws {
    require(!isRunning, "a simulation cannot be finished by one of its own processes: those call stop")
    endProcesses()
    try throwFailure()
  }

  func endProcesses() {
    guard !isOver else { return }
    isOver = true
    ring.withFrame {
      ring.drain()
      while let first = unsafe firstLive {
        let process = unsafe first.takeUnretainedValue()
        let open = isOpen(process.ownWait) ? [process.ownWait] : process.openChildWaits
        if open.isEmpty {
          fatalError(
            """
            Process \(process.number) waits for something outside its simulation, and cannot be ended: a \
            process may wait for simulated time, resources, conditions, stores, other processes and its own \
            child tasks only.
            """)
        }
        for wait in open { fail(wait, with: CancellationError()) }
        ring.drain()
      }
      while let worker = unsafe idleWorkers.popLast() { unsafe worker.resume(returning: nil) }
      ring.drain()
    }
  }
}
