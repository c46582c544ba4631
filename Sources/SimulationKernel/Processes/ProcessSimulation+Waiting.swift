extension ProcessSimulation {
  /// Throws what the process that runs now must meet before it may wait: the end of the run, or an interrupt
  /// that came while it was not waiting.
  @inline(__always)
  func checkBeforeWaiting() throws {
    ring.checkThread()
    if isOver { try refuse() }
    guard let process = unsafe ring.process else { return }
    unsafe try process._withUnsafeGuaranteedRef { its in
      if unsafe its.isDisturbed && its.strand == ring.strand { throw its.takeInterrupt() }
    }
  }

  /// Opens a wait of the task that runs now; ``suspend(_:)`` must follow without anything in between.
  @inline(__always)
  func openWait() throws -> WaitToken {
    ring.checkThread()
    guard let process = unsafe ring.process else {
      fatalError("Only a process can wait: start one with spawn, and wait inside it.")
    }
    return unsafe try process._withUnsafeGuaranteedRef { its in
      let isOwn = unsafe its.strand == ring.strand
      if !isOwn { try checkChild() }
      if isOver { try refuse() }
      if isOwn && its.isDisturbed { throw its.takeInterrupt() }
      let wait = unsafe ring.waits.open(for: process, isOwn: isOwn)
      if isOwn { its.ownWait = wait } else { its.childWaits.append(wait, ()) }
      return wait
    }
  }

  /// Suspends the calling task until its wait ends.
  ///
  /// Inlined into models and without isolation of its own: every change of isolation that the compiler sees
  /// makes a resumed task ask, behind a lock, whether it runs where it should. For the same reason it calls the
  /// standard library's function that lacks such a change.
  @inlinable
  @inline(__always)
  nonisolated(nonsending) func suspend(_ wait: WaitToken) async throws -> WaitOutcome {
    if wait.isOwn {
      // `@Sendable` frees the closure from isolation, and so from a check of it at run time.
      return unsafe try await _unsafeInheritExecutor_withUnsafeThrowingContinuation {
        @Sendable continuation in
        unsafe ring.suspend(wait, with: continuation)
      }
    }
    return try await suspendChild(wait)
  }

  /// A child task can be cancelled by its parent, which must end its wait.
  ///
  /// On its way into the handler the child changes its executor: the ring lets nothing come in between.
  @usableFromInline
  nonisolated(nonsending) func suspendChild(_ wait: WaitToken) async throws -> WaitOutcome {
    try await withTaskCancellationHandler {
      unsafe try await withUnsafeThrowingContinuation { @Sendable continuation in
        unsafe ring.waits.suspend(wait, with: continuation)
      }
    } onCancel: { [self] in
      ring.checkThread()
      if isOpen(wait) { fail(wait, with: CancellationError()) }
    }
  }

  @inline(never)
  private func checkChild() throws {
    let isOurs = unsafe withUnsafeCurrentTask { task in
      unsafe task?.unownedTaskExecutor == ring.asUnownedTaskExecutor()
    }
    if !isOurs {
      fatalError(
        """
        An unstructured Task waits for simulated time, but it does not belong to the simulation. Use spawn for \
        a process of its own, or async let or a task group for a part of this one.
        """)
    }
    if Task.isCancelled { throw CancellationError() }
  }

  @inline(never)
  private func refuse() throws {
    refusedWaits += 1
    if refusedWaits > 10_000_000 {
      fatalError(
        "A process goes on waiting after the end of its run: let the CancellationError leave its body.")
    }
    throw CancellationError()
  }

  /// True while the wait lasts.
  @inline(__always)
  func isOpen(_ wait: WaitToken) -> Bool { unsafe ring.waits.isOpen(wait) }

  /// Ends a wait because what was waited for has come.
  func fulfil(_ wait: WaitToken, servedInLine: Bool = false) {
    resume(wait, timeHasCome: false, servedInLine: servedInLine, returning: .fulfilled)
  }

  /// Ends a wait: the process goes on behind those that are ready.
  @inline(__always)
  func resume(
    _ wait: WaitToken, timeHasCome: Bool, servedInLine: Bool = false, returning outcome: WaitOutcome
  ) {
    let outer = unsafe ring.process
    let continuation = unsafe close(wait, timeHasCome: timeHasCome, servedInLine: servedInLine)
    unsafe continuation.resume(returning: outcome)
    unsafe ring.process = outer
  }

  /// Ends a wait with an error.
  func fail(_ wait: WaitToken, with error: any Error) {
    let outer = unsafe ring.process
    let continuation = unsafe close(wait, timeHasCome: false, servedInLine: false)
    unsafe continuation.resume(throwing: error)
    unsafe ring.process = outer
  }

  /// Takes the wait out of every book, and makes its process the one on whose behalf the ring is filled.
  @inline(__always)
  private func close(_ wait: WaitToken, timeHasCome: Bool, servedInLine: Bool) -> WaitTable.Continuation {
    let row = unsafe ring.waits.close(wait, timeHasCome: timeHasCome)
    if !servedInLine, let line = unsafe row.line { unsafe line.takeUnretainedValue().noteDeparture() }
    guard let process = unsafe row.process, let continuation = unsafe row.continuation else {
      preconditionFailure("a wait has lost its process")
    }
    if !row.isOwn { unsafe process.takeUnretainedValue().childWaits.noteDeparture(in: self) }
    unsafe ring.process = process
    return unsafe continuation
  }
}
