/// One process of a simulation: a course of action that takes simulated time.
///
/// ``ProcessSimulation/spawn(_:)`` starts it and returns this handle, which may be dropped: the process goes
/// on. Neither an operating-system process nor a Swift task, although a task carries it.
///
/// `@unchecked Sendable` because all that changes it is isolated to ``SimulationActor`` or checks the thread.
@safe
public final class SimulationProcess: @unchecked Sendable {
  /// How far the process has come.
  enum Stage { case spawned, active, finished }

  /// The simulation it belongs to.
  public let simulation: ProcessSimulation
  /// Its number in the order in which processes were spawned, from 0.
  public let number: Int

  @safe @exclusivity(unchecked) var body: (@SimulationActor () async throws -> Void)?
  @safe @exclusivity(unchecked) var stage = Stage.spawned
  /// Names the task that runs the body.
  @safe @exclusivity(unchecked) var strand: UInt = 0
  /// The wait of that task.
  @safe @exclusivity(unchecked) var ownWait = WaitToken.none
  /// The waits of its child tasks, oldest first.
  var childWaits = WaitList<Void>()
  /// Interrupts that came while the process was not waiting, oldest first.
  private var undelivered: [any Error] = []
  /// Whether there are such: a look at a Boolean costs less than one at an array.
  @safe @exclusivity(unchecked) private(set) var isDisturbed = false
  /// The waits of others for its end, oldest first.
  var endWaits = WaitList<Void>()
  /// Whether anybody has ever waited for its end.
  @safe @exclusivity(unchecked) var isAwaited = false
  /// The error that ended it.
  var failure: (any Error)?
  /// Neighbours among live processes, in the order of their numbers.
  @exclusivity(unchecked) var previous: Unmanaged<SimulationProcess>?
  @exclusivity(unchecked) var next: Unmanaged<SimulationProcess>?

  init(simulation: ProcessSimulation, number: Int, body: @escaping @SimulationActor () async throws -> Void) {
    self.simulation = simulation
    self.number = number
    self.body = body
  }

  /// The waits of its child tasks that last, oldest first.
  var openChildWaits: [WaitToken] { childWaits.open(in: simulation).map { entry in entry.wait } }

  /// Keeps an interrupt for the next wait.
  func keep(_ interrupt: any Error) {
    undelivered.append(interrupt)
    isDisturbed = true
    simulation.disturbed.append(self)
  }

  /// The oldest interrupt that was kept; there must be one.
  func takeInterrupt() -> any Error {
    defer { isDisturbed = !undelivered.isEmpty }
    return undelivered.removeFirst()
  }

  /// Forgets interrupts that were kept.
  func forgetInterrupts(where isOver: (any Error) -> Bool) {
    undelivered.removeAll(where: isOver)
    isDisturbed = !undelivered.isEmpty
  }

  /// True once the body has returned or thrown.
  @SimulationActor public var isFinished: Bool { stage == .finished }

  /// Waits until the process has finished; returns at once when it has.
  ///
  /// - Throws: the error that the body of the process threw, unless that was a `CancellationError`, and what
  ///   every wait throws (see <doc:Processes>). The error then counts as handled and does not stop the run.
  @SimulationActor
  public func waitForEnd() async throws {
    try simulation.checkBeforeWaiting()
    if stage != .finished {
      let wait = try simulation.openWait()
      endWaits.append(wait, ())
      isAwaited = true
      do {
        _ = try await simulation.suspend(wait)
      } catch {
        endWaits.noteDeparture(in: simulation)
        throw error
      }
    }
    if let failure { throw failure }
  }
}
