/// Units that a process of a better priority takes from one of a worse.
///
/// Lower numbers are better. A request that finds no unit free looks at the process of the worst priority that
/// has one, among equals the one that began to use it last. If the request is better, that process loses its
/// unit: its wait throws ``Preempted``. Equals do not pre-empt each other. ``use(for:priority:)`` goes back to
/// its old place in line and does the remaining work later (pre-emptive resume).
@SimulationActor
public final class PreemptiveResource {
  /// A process's hold on one unit.
  @SimulationActor
  public final class Seat {
    /// The priority of the request.
    public let priority: Int
    /// False once the unit was released or taken away.
    public fileprivate(set) var isHeld = true
    fileprivate let process: SimulationProcess?
    fileprivate let resource: ObjectIdentifier
    /// The wait in which ``PreemptiveResource/use(for:priority:)`` uses the unit.
    fileprivate var wait = WaitToken.none
    /// Whether the model has it, so that its process must be told of a loss wherever it waits.
    fileprivate var isHandedOut = false

    fileprivate init(of resource: PreemptiveResource, priority: Int) {
      self.priority = priority
      process = resource.simulation.runningProcess
      self.resource = ObjectIdentifier(resource)
    }
  }

  /// The simulation it belongs to.
  public let simulation: ProcessSimulation
  /// Units in all.
  public let capacity: Int
  private let line: WaitLine
  /// Units that processes have, in the order in which they got them.
  private var seats: [Seat] = []
  /// What waits in line asks for.
  private var requests: [WaitToken: Seat] = [:]

  /// Times that a unit was taken from a process.
  public private(set) var preemptionCount = 0

  /// A resource of `capacity` units, all free.
  public init(capacity: Int, in simulation: ProcessSimulation = .current) {
    require(capacity >= 0, "a resource cannot have a negative number of units")
    self.capacity = capacity
    self.simulation = simulation
    line = WaitLine(simulation)
  }

  /// Units that processes have.
  public var inUse: Int { seats.count }

  /// Processes that wait in line.
  public var waitingCount: Int { line.count }

  /// Takes a unit, when needed from a process of a worse priority or after a wait in line.
  ///
  /// Until ``release(_:)`` any wait of the calling process may throw ``Preempted``, also one that is not of the child
  /// task that called.
  ///
  /// - Throws: an interrupt; a `CancellationError` when the run ends. Then nothing was taken.
  /// - Complexity: O(capacity + log waiting).
  public func acquire(priority: Int) async throws -> Seat {
    let place = line.takePlace()
    while true {
      let seat = try await acquire(priority: priority, place: place)
      seat.isHandedOut = true
      if seat.isHeld { return seat }
    }
  }

  /// Gives the unit back; does nothing when it was taken away.
  ///
  /// - Precondition: the unit is of this resource.
  public func release(_ seat: Seat) {
    require(seat.resource == ObjectIdentifier(self), "a unit is given back to the resource that it is of")
    if seat.isHeld {
      seat.isHeld = false
      seats.removeAll { other in other === seat }
      serve()
    } else {
      // The unit was lost in the instant in which the process was through with it.
      seat.process?.forgetInterrupts { error in (error as? Preempted)?.seat === seat }
    }
  }

  /// Uses a unit for `work` in all, however often it is taken away meanwhile.
  ///
  /// - Returns: how often it was taken away.
  /// - Throws: an interrupt; a `CancellationError` when the run ends. The unit is given back.
  @discardableResult
  public func use(for work: SimulationDuration, priority: Int) async throws -> Int {
    var remaining = work
    var losses = 0
    let place = line.takePlace()
    while true {
      let seat = try await acquire(priority: priority, place: place)
      if !seat.isHeld {
        losses += 1
        continue
      }
      let begun = simulation.now
      do {
        defer { release(seat) }
        let wait = try simulation.openHold(for: remaining, priority: 4)
        seat.wait = wait
        _ = try await simulation.suspend(wait)
        return losses
      } catch let loss as Preempted where loss.seat === seat {
        remaining = remaining - (simulation.now - begun)
        // Lost in the instant in which the work ended: that is no loss.
        if remaining == .zero { return losses }
        losses += 1
      }
    }
  }

  /// A unit, which may have been lost again in the instant in which it was got.
  private func acquire(priority: Int, place: UInt32) async throws -> Seat {
    try simulation.checkBeforeWaiting()
    let seat = Seat(of: self, priority: priority)
    let isFirst = line.first().map { first in priority < first.priority } ?? true
    if isFirst {
      if inUse >= capacity { preempt(for: priority) }
      if inUse < capacity {
        seats.append(seat)
        return seat
      }
    }
    let wait = try simulation.openWait()
    line.append(wait, priority: priority, place: place)
    requests[wait] = seat
    do { _ = try await simulation.suspend(wait) } catch {
      requests[wait] = nil
      throw error
    }
    return seat
  }

  /// Takes a unit from the process of the worst priority, if that is worse than `priority`.
  private func preempt(for priority: Int) {
    var worst: Int?
    for (index, seat) in seats.enumerated() where seat.priority >= seats[worst ?? index].priority {
      worst = index
    }
    guard let worst, seats[worst].priority > priority else { return }
    let seat = seats.remove(at: worst)
    seat.isHeld = false
    preemptionCount += 1
    if simulation.isOpen(seat.wait) {
      simulation.fail(seat.wait, with: Preempted(seat: seat))
    } else if seat.isHandedOut {
      seat.process?.interrupt(Preempted(seat: seat))
    }
    // Else its process is about to go on here, and sees that the seat is not held.
  }

  private func serve() {
    while inUse < capacity, let first = line.first() {
      guard let seat = requests.removeValue(forKey: first.wait) else {
        preconditionFailure("a request in line has no seat")
      }
      seats.append(seat)
      line.serveFirst(first.wait)
    }
  }
}

/// What a wait throws when a unit of a ``PreemptiveResource`` was taken from its process.
public struct Preempted: Error {
  /// The unit that was lost.
  public let seat: PreemptiveResource.Seat
}
