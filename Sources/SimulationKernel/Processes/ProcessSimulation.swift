/// One run of a model that is written as processes: its clock, its pending events and its processes.
///
/// ``withProcessSimulation(end:_:)`` makes it and ends it. A run is [0, ``end``). It belongs to one thread;
/// several may run on several threads. Guarantees of order are in <doc:Processes>.
///
/// Not for partitioned models: the engines for those run events only.
///
/// `@unchecked Sendable` because all that changes it is isolated to ``SimulationActor`` or checks the thread.
@safe
public final class ProcessSimulation: @unchecked Sendable {
  @usableFromInline let ring: JobRing
  @safe @exclusivity(unchecked) var clock = SimulationTime.zero
  /// Workers whose process has finished, last in, first out.
  @exclusivity(unchecked) var idleWorkers: [UnsafeContinuation<SimulationProcess?, Never>] = unsafe []
  @exclusivity(unchecked) var firstLive: Unmanaged<SimulationProcess>?
  @exclusivity(unchecked) var lastLive: Unmanaged<SimulationProcess>?
  @safe @exclusivity(unchecked) var failure: ProcessFailure?
  /// Processes for which an interrupt was kept since anything was last ready.
  @safe @exclusivity(unchecked) var disturbed: [SimulationProcess] = []
  var isRunning = false
  /// Whether the run is to return before its time.
  @safe @exclusivity(unchecked) var isStopped = false
  var refusedWaits = 0

  /// The end of the run: nothing happens at or after it, but that waits which are still open throw.
  public let end: SimulationTime

  /// True once the run has ended and its processes are being, or have been, ended.
  @SimulationActor public var hasEnded: Bool { isOver }
  @safe @exclusivity(unchecked) var isOver = false

  /// Processes spawned so far.
  @SimulationActor public var processCount: Int { processCountSoFar }
  @safe @exclusivity(unchecked) var processCountSoFar = 0

  /// Processes that have been spawned and have not finished.
  @SimulationActor public var liveProcessCount: Int { liveProcessCountSoFar }
  @safe @exclusivity(unchecked) var liveProcessCountSoFar = 0

  /// Times that the clock has met: holds and patience that came to their end.
  @SimulationActor public var eventCount: Int { eventCountSoFar }
  @safe @exclusivity(unchecked) var eventCountSoFar = 0

  init(end: SimulationTime, ring: JobRing) {
    require(end >= .zero && end < .limit, "the end of a run is beyond 2^52 microseconds")
    self.end = end
    self.ring = ring
  }

  /// The current time.
  @SimulationActor public var now: SimulationTime { clock }

  /// The innermost simulation of the calling thread.
  ///
  /// Traps outside ``withProcessSimulation(end:_:)``.
  @SimulationActor public static var current: ProcessSimulation {
    guard let simulation = SimulationThread.ring?.simulation else {
      fatalError("There is no simulation on this thread: write withProcessSimulation around the code.")
    }
    return simulation
  }

  /// The process that runs now; nil while the model is set up, and between events.
  @SimulationActor public var currentProcess: SimulationProcess? { runningProcess }

  var runningProcess: SimulationProcess? {
    guard let process = unsafe ring.process else { return nil }
    return unsafe process.takeUnretainedValue()
  }
}
