/// A place to wait until something about the model's state is true.
///
/// The kernel cannot see when state changes: whoever changes it calls ``signal()``, which looks at every waiting
/// predicate. A predicate that becomes true without a signal is not noticed.
@SimulationActor
public final class ProcessCondition {
  private struct Request {
    let number: UInt64
    let predicate: (@SimulationActor () -> Bool)?
  }

  /// The simulation it belongs to.
  public let simulation: ProcessSimulation
  private var requests = WaitList<Request>()
  private var nextNumber: UInt64 = 0

  /// A condition on which nobody waits.
  public init(in simulation: ProcessSimulation = .current) { self.simulation = simulation }

  /// Processes that wait and have not been signalled.
  public var waitingCount: Int { requests.openCount(in: simulation) }

  /// Waits until `predicate` holds; returns at once when it does.
  ///
  /// It holds when the call returns: a process that was signalled and finds that another has changed the state
  /// before it could run waits on, in its old place.
  ///
  /// - Throws: an interrupt; a `CancellationError` when the run ends.
  public func wait(until predicate: @escaping @SimulationActor () -> Bool) async throws {
    try simulation.checkBeforeWaiting()
    let number = takeNumber()
    while !predicate() { _ = try await wait(number, predicate, patience: nil) }
  }

  /// Waits until `predicate` holds, for `patience` at most.
  ///
  /// - Returns: whether it holds.
  /// - Throws: as ``wait(until:)``.
  public func wait(
    until predicate: @escaping @SimulationActor () -> Bool, patience: SimulationDuration
  ) async throws -> Bool {
    try simulation.checkBeforeWaiting(patience: patience)
    let number = takeNumber()
    let deadline = simulation.now + patience
    while !predicate() {
      if try await wait(number, predicate, patience: deadline - simulation.now) == .reneged { return false }
    }
    return true
  }

  /// Waits for the next ``signal()``.
  ///
  /// - Throws: as ``wait(until:)``.
  public func waitForSignal() async throws { _ = try await wait(takeNumber(), nil, patience: nil) }

  /// Lets every process go on whose predicate holds now, in the order in which they began to wait.
  ///
  /// They go on after the caller has suspended, at the same time.
  ///
  /// - Returns: how many.
  /// - Complexity: O(waiting).
  @discardableResult
  public func signal() -> Int {
    guard !simulation.isOver else { return 0 }
    let all = requests.entries
    requests = WaitList()
    var stay = WaitList<Request>()
    var count = 0
    for entry in all where simulation.isOpen(entry.wait) {
      if entry.request.predicate?() ?? true {
        simulation.fulfil(entry.wait)
        count += 1
      } else {
        stay.append(entry.wait, entry.request)
      }
    }
    requests = stay
    return count
  }

  private func takeNumber() -> UInt64 {
    defer { nextNumber += 1 }
    return nextNumber
  }

  private func wait(
    _ number: UInt64, _ predicate: (@SimulationActor () -> Bool)?, patience: SimulationDuration?
  ) async throws -> WaitOutcome {
    let wait = try simulation.openWait()
    if let patience { simulation.setPatience(patience, of: wait) }
    requests.insert(wait, Request(number: number, predicate: predicate)) { other in other.number < number }
    do {
      let outcome = try await simulation.suspend(wait)
      if outcome == .reneged { requests.noteDeparture(in: simulation) }
      return outcome
    } catch {
      requests.noteDeparture(in: simulation)
      throw error
    }
  }
}
