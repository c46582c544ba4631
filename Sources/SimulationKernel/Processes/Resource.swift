/// Units that processes take and give back: servers, machines, places.
///
/// Served by priority, lower number first, and first come, first served within one priority. Nobody
/// overtakes: while the first in line asks for more units than are free, those behind it wait too. A unit that
/// is released goes to the first in line at once, so a process that asks later cannot snatch it.
///
/// It takes nothing back by force; see ``PreemptiveResource`` for that.
///
/// `@unchecked Sendable` because all that changes it is isolated to ``SimulationActor`` or checks the thread.
public final class Resource: @unchecked Sendable {
  /// The simulation it belongs to.
  public let simulation: ProcessSimulation
  private let line: WaitLine

  /// Units in all. A smaller number takes nothing back: units vanish as they are released.
  @SimulationActor public var capacity: Int {
    get { units }
    set {
      require(newValue >= 0, "a resource cannot have a negative number of units")
      units = newValue
      serve()
    }
  }
  @safe @exclusivity(unchecked) private var units: Int

  /// Units that processes have taken.
  @SimulationActor public var inUse: Int { taken }
  @safe @exclusivity(unchecked) private var taken = 0

  /// A resource of `capacity` units, all free.
  @SimulationActor
  public init(capacity: Int, in simulation: ProcessSimulation = .current) {
    require(capacity >= 0, "a resource cannot have a negative number of units")
    units = capacity
    self.simulation = simulation
    line = WaitLine(simulation)
  }

  /// Units that nobody has taken; negative after ``capacity`` was made less than ``inUse``.
  @SimulationActor public var available: Int { units - taken }

  /// Processes that wait in line.
  @SimulationActor public var waitingCount: Int { line.count }

  /// Takes `units`, when needed after a wait in line.
  ///
  /// Whoever asks for more than ``capacity`` waits until that is raised, and so do those behind.
  ///
  /// - Throws: an interrupt; a `CancellationError` when the run ends. Then nothing was taken.
  /// - Complexity: O(log waiting).
  @inlinable
  @inline(__always)
  public nonisolated(nonsending) func acquire(_ units: Int = 1, priority: Int = 0) async throws {
    guard let wait = try begin(units, priority: priority, patience: nil) else { return }
    do { _ = try await simulation.suspend(wait) } catch { throw departed(error) }
  }

  /// Takes `units` if that is possible within `patience`, else leaves the line (reneges).
  ///
  /// Of a unit and the end of patience that come at the same microsecond, the event that comes first in the order of
  /// events decides: the end of patience has priority 4, and of equals what was scheduled earlier is first. With a patience of zero a process reneges at the current time, unless a unit is released
  /// before.
  ///
  /// - Returns: false when the process reneged, and has taken nothing.
  /// - Throws: as ``acquire(_:priority:)``.
  @inlinable
  @inline(__always)
  public nonisolated(nonsending) func acquire(
    _ units: Int = 1, priority: Int = 0, patience: SimulationDuration
  ) async throws -> Bool {
    guard let wait = try begin(units, priority: priority, patience: patience) else { return true }
    do {
      if try await simulation.suspend(wait) == .fulfilled { return true }
    } catch { throw departed(error) }
    departed()
    return false
  }

  /// Takes `units` if the calling process need not wait for them.
  ///
  /// - Returns: whether it has taken them.
  @SimulationActor
  public func acquireNow(_ units: Int = 1, priority: Int = 0) -> Bool {
    take(units, priority: priority)
  }

  /// Gives back `units`, which go to the first in line.
  ///
  /// - Precondition: at least so many are in use.
  @SimulationActor
  public func release(_ units: Int = 1) {
    require(units > 0 && units <= taken, "more units are released than were acquired")
    taken -= units
    if line.count > 0 { serve() }
  }

  /// Takes `units`, calls `body`, and gives them back however the body ends.
  ///
  /// - Throws: as ``acquire(_:priority:)``, and what the body throws.
  @SimulationActor
  public func with<Value>(
    _ units: Int = 1, priority: Int = 0, _ body: @SimulationActor () async throws -> Value
  ) async throws -> Value {
    try await acquire(units, priority: priority)
    defer { release(units) }
    return try await body()
  }

  /// Takes `units` within `patience`, calls `body`, and gives them back however the body ends.
  ///
  /// - Returns: what the body returned; nil when the process reneged.
  /// - Throws: as ``acquire(_:priority:)``, and what the body throws.
  @SimulationActor
  public func with<Value>(
    _ units: Int = 1, priority: Int = 0, patience: SimulationDuration,
    _ body: @SimulationActor () async throws -> Value
  ) async throws -> Value? {
    guard try await acquire(units, priority: priority, patience: patience) else { return nil }
    defer { release(units) }
    return try await body()
  }

  /// Takes the units, or opens a wait for them and answers it.
  @usableFromInline
  func begin(_ units: Int, priority: Int, patience: SimulationDuration?) throws -> WaitToken? {
    try simulation.checkBeforeWaiting(patience: patience)
    if take(units, priority: priority) { return nil }
    let wait = try simulation.openWait()
    line.append(wait, priority: priority, place: line.takePlace(), amount: units)
    if let patience { simulation.setPatience(patience, of: wait) }
    return wait
  }

  /// Serves those whom a request that has left the line may have kept waiting.
  @usableFromInline
  func departed() { serve() }

  /// The same, for a request that left by `error`.
  @usableFromInline
  func departed(_ error: any Error) -> any Error {
    departed()
    return error
  }

  private func take(_ units: Int, priority: Int) -> Bool {
    require(units > 0, "a process must ask for one unit or more")
    guard self.units - taken >= units else { return false }
    if line.count > 0, let first = line.first(), first.priority <= priority { return false }
    taken += units
    return true
  }

  private func serve() {
    while let first = line.first(), first.amount <= units - taken {
      taken += first.amount
      line.serveFirst(first.wait)
    }
  }
}
