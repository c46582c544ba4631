/// The isolation of simulation code: what is marked with it runs on the thread of its simulation only.
///
/// All simulations of a program share this one formal actor, whichever threads they run on, so that a model
/// is written once. Therefore state of a model is never `static`: two replications on two threads would
/// share it. State belongs to objects that one ``ProcessSimulation`` reaches.
@safe
@globalActor
public actor SimulationActor {
  /// The one formal instance; it holds no state.
  public static let shared = SimulationActor()

  /// Hands every job to the simulation that runs on the calling thread.
  public nonisolated let unownedExecutor = unsafe ThreadExecutor.shared.asUnownedSerialExecutor()

  /// Calls `body`, which is isolated, from code that is known to run on the thread of a simulation.
  @inline(__always)
  static func assumeOnThread<Result>(_ body: @SimulationActor () throws -> Result) rethrows -> Result {
    typealias Isolated = @SimulationActor () throws -> Result
    typealias Plain = () throws -> Result
    return try withoutActuallyEscaping(body) { (isolated: @escaping Isolated) throws -> Result in
      // Isolation is a fact of the type alone; the standard library's `MainActor.assumeIsolated` does this.
      let plain = unsafe unsafeBitCast(isolated, to: Plain.self)
      return try plain()
    }
  }
}

/// The serial executor behind ``SimulationActor``: it finds the simulation of the calling thread.
///
/// Tasks come here when they begin and when they come back from another executor. A task that was started
/// without the preference of a simulation comes back on a thread of the pool, where no simulation is found.
final class ThreadExecutor: SerialExecutor {
  static let shared = ThreadExecutor()

  func enqueue(_ job: consuming ExecutorJob) {
    guard let ring = SimulationThread.ring else {
      fatalError(
        """
        A task reached simulation code from a thread that runs no simulation. Start processes with spawn, \
        and use async let or a task group inside them: an unstructured Task leaves its simulation.
        """)
    }
    ring.append(UnownedJob(job))
  }

  func checkIsolated() {
    guard SimulationThread.ring == nil else { return }
    fatalError("Simulation code was called on a thread that runs no simulation.")
  }
}
