extension SimulationProcess {
  /// Ends what the process waits for now: its wait throws `reason`.
  ///
  /// A process that waits for its own child tasks is interrupted in all their waits, oldest first. A process
  /// that is not waiting (it has not begun, it is running, or its wait ended at this very instant) meets the
  /// interrupt at its next wait, its child tasks' if it has none of its own before time passes. Several undelivered
  /// interrupts are met one by one. It goes on after the caller has suspended, at the same time.
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
    if simulation.isOpen(ownWait) {
      simulation.fail(ownWait, with: reason)
    } else if !interruptChildren({ reason }) {
      keep(reason)
    }
    return true
  }

  /// Hands the oldest interrupt that was kept to the child tasks, if the process waits for these.
  func deliverKept() {
    guard isDisturbed, !simulation.isOpen(ownWait), interruptChildren(takeInterrupt) else { return }
    if isDisturbed { simulation.disturbed.append(self) }
  }

  /// Ends the waits of the child tasks for which the process waits; false when there are none.
  private func interruptChildren(_ reason: () -> any Error) -> Bool {
    guard stage == .active, !simulation.ring.isReady(strand) else { return false }
    let waits = openChildWaits
    if waits.isEmpty { return false }
    let error = reason()
    for wait in waits { simulation.fail(wait, with: error) }
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
