extension SimulationProcess {
  /// Ends what the process waits for now: its wait throws `reason`.
  ///
  /// A process that waits for its own child tasks is interrupted in all their waits, oldest first. A process
  /// that is not waiting (it has not begun, it is running, or its wait ended at this very instant) meets the
  /// interrupt at its next wait. Several undelivered interrupts are met one by one. It goes on after the
  /// caller has suspended, at the same time.
  ///
  /// - Returns: false when the process has finished, and nothing was done.
  /// - Complexity: O(1); O(processes that are ready) when it is not in a wait of its own.
  @SimulationActor
  @discardableResult
  public func interrupt(_ reason: any Error) -> Bool {
    deliver(reason)
  }

  @discardableResult
  func deliver(_ reason: any Error) -> Bool {
    guard stage != .finished, !simulation.isOver else { return false }
    if unsafe simulation.ring.waits.isOpen(ownWait) {
      simulation.fail(ownWait, with: reason)
    } else if stage == .active && !childWaits.isEmpty && !simulation.ring.isReady(strand) {
      for wait in childWaits { simulation.fail(wait, with: reason) }
    } else {
      keep(reason)
    }
    return true
  }

  /// Interrupts the process with an ``Interruption`` that says why.
  @SimulationActor
  @discardableResult
  public func interrupt(reason: String) -> Bool { interrupt(Interruption(reason: reason)) }

  /// Asks the process to end: its wait throws a `CancellationError`, which may leave its body without harm.
  @SimulationActor
  @discardableResult
  public func cancel() -> Bool { interrupt(CancellationError()) }
}

/// What a wait throws when its process was interrupted with a sentence.
public struct Interruption: Error, Equatable, CustomStringConvertible {
  /// Why.
  public let reason: String

  /// An interruption because of `reason`.
  public init(reason: String) { self.reason = reason }

  /// The reason.
  public var description: String { reason }
}
