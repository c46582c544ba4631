extension ProcessSimulation {
  /// Starts a process: it begins at the current time, after those that are ready already.
  ///
  /// An error that leaves `body` goes to those who wait for the end of the process; if nobody does, it stops the
  /// run. A `CancellationError` does neither. Task-local values of the caller are not seen by the process,
  /// because tasks are used again for later processes.
  ///
  /// - Complexity: O(1).
  @SimulationActor
  @discardableResult
  public func spawn(_ body: @escaping @SimulationActor () async throws -> Void) -> SimulationProcess {
    let process = SimulationProcess(simulation: self, number: processCountSoFar, body: body)
    processCountSoFar += 1
    if isOver {
      process.stage = .finished
      return process
    }
    link(process)
    let outer = unsafe ring.process
    unsafe ring.process = Unmanaged.passUnretained(process)
    if let worker = unsafe idleWorkers.popLast() {
      unsafe worker.resume(returning: process)
    } else {
      Task.detached(executorPreference: ring) { [self] in await work(process) }
    }
    unsafe ring.process = outer
    return process
  }

  /// Starts a process `delay` from now.
  @SimulationActor
  @discardableResult
  public func spawn(
    after delay: SimulationDuration, _ body: @escaping @SimulationActor () async throws -> Void
  ) -> SimulationProcess {
    spawn { [self] in
      try await hold(for: delay)
      try await body()
    }
  }

  /// Carries out `first`, and then one process after another.
  @SimulationActor
  private func work(_ first: SimulationProcess) async {
    var upcoming: SimulationProcess? = first
    while let process = upcoming {
      process.strand = unsafe ring.strand
      var thrown: (any Error)?
      if let body = process.body, !isOver {
        process.body = nil
        process.stage = .active
        do { try await body() } catch { thrown = error }
      }
      conclude(process, thrown)
      if isOver { return }
      upcoming = unsafe await _unsafeInheritExecutor_withUnsafeContinuation { @Sendable continuation in
        unsafe idleWorkers.append(continuation)
      }
    }
  }

  private func conclude(_ process: SimulationProcess, _ thrown: (any Error)?) {
    process.stage = .finished
    unlink(process)
    unsafe ring.process = nil
    guard let thrown, !(thrown is CancellationError) else {
      if process.isAwaited { releaseEndWaits(of: process) }
      return
    }
    process.failure = thrown
    if !releaseEndWaits(of: process) && failure == nil {
      failure = ProcessFailure(process: process.number, time: clock, error: thrown)
      isStopped = true
    }
  }

  /// Lets those go on who wait for the end of `process`; false when nobody did.
  @discardableResult
  private func releaseEndWaits(of process: SimulationProcess) -> Bool {
    guard !isOver, process.isAwaited else { return false }
    let open = process.endWaits.open(in: self)
    for entry in open { fulfil(entry.wait) }
    process.endWaits = WaitList()
    return !open.isEmpty
  }

  private func link(_ process: SimulationProcess) {
    let link = unsafe Unmanaged.passRetained(process)
    unsafe process.previous = lastLive
    if let last = unsafe lastLive {
      unsafe last.takeUnretainedValue().next = link
    } else {
      unsafe firstLive = link
    }
    unsafe lastLive = link
    liveProcessCountSoFar += 1
  }

  private func unlink(_ process: SimulationProcess) {
    if let previous = unsafe process.previous {
      unsafe previous.takeUnretainedValue().next = process.next
    } else {
      unsafe firstLive = process.next
    }
    if let next = unsafe process.next {
      unsafe next.takeUnretainedValue().previous = process.previous
    } else {
      unsafe lastLive = process.previous
    }
    liveProcessCountSoFar -= 1
    unsafe Unmanaged.passUnretained(process).release()
  }
}
