/// The pieces of processes that are ready to run now, first in, first out; the executor of their tasks.
///
/// Every task of a simulation prefers its ring, so that a resumed process lands here directly. Each entry
/// remembers the process on whose behalf it runs, so that child tasks count as parts of their process.
///
/// `@unchecked Sendable` because only the thread of the simulation touches it, which ``enqueue(_:)`` checks.
@safe
@usableFromInline
final class JobRing: TaskExecutor, @unchecked Sendable {
  @safe
  private struct Entry {
    var job: UnownedJob?
    var process: Unmanaged<SimulationProcess>?
  }

  @exclusivity(unchecked) private var entries: Slab<Entry>
  @exclusivity(unchecked) private var head = 0
  @exclusivity(unchecked) private var used = 0

  /// The waits of its processes. Accesses need no check of exclusivity: no method of the table calls out.
  @exclusivity(unchecked) var waits = WaitTable()

  /// An address within the stack frame that drives the simulation, for a quick test of the thread.
  @exclusivity(unchecked) private var frame: UInt = 0

  /// On whose behalf code runs now. Unmanaged: a process lives until its last piece has run.
  @exclusivity(unchecked) var process: Unmanaged<SimulationProcess>?
  /// Names the task that runs now: every job of a task is the same word.
  @exclusivity(unchecked) private(set) var strand: UInt = 0
  /// The simulation, while it lasts. Not weak: a weak reference makes every count of references of it slower.
  var simulation: ProcessSimulation?

  init() {
    unsafe entries = Slab(capacity: 64)
    for _ in 0..<64 { unsafe entries.append(Entry(job: nil, process: nil)) }
  }

  @usableFromInline
  func enqueue(_ job: consuming ExecutorJob) {
    if !isOnThread {
      fatalError(
        """
        A process was resumed from outside its simulation. A process may wait for simulated time, resources, \
        conditions, stores, other processes and its own child tasks only: not for Task.sleep, input and \
        output, or actors that run elsewhere.
        """)
    }
    append(UnownedJob(job))
  }

  /// Stores what resumes a wait.
  @usableFromInline
  func suspend(_ wait: WaitToken, with continuation: UnsafeContinuation<WaitOutcome, any Error>) {
    unsafe waits.suspend(wait, with: continuation)
  }

  /// Adds a job on behalf of the process that runs now: at the back, or at the front when it is of the task that runs.
  ///
  /// Such a task goes from one executor to another, which are both this ring, and on at once: how often it does that is
  /// for the compiler to choose, and so no order may depend on it.
  func append(_ job: UnownedJob) {
    if unsafe used == entries.count { grow() }
    let mask = unsafe entries.count &- 1
    if unsafe unsafeBitCast(job, to: UInt.self) == strand {
      unsafe head = (head &- 1) & mask
      unsafe entries[head] = Entry(job: job, process: process)
    } else {
      unsafe entries[(head &+ used) & mask] = Entry(job: job, process: process)
    }
    unsafe used &+= 1
  }

  /// Runs jobs in their order until none is ready.
  func drain() {
    let executor = unsafe asUnownedTaskExecutor()
    let isolation = unsafe ThreadExecutor.shared.asUnownedSerialExecutor()
    while unsafe used > 0 {
      let entry = unsafe entries[head]
      unsafe head = unsafe (head &+ 1) & (entries.count &- 1)
      unsafe used &-= 1
      unsafe process = entry.process
      guard let job = entry.job else { preconditionFailure("a job is missing from the ring") }
      unsafe strand = unsafe unsafeBitCast(job, to: UInt.self)
      unsafe job.runSynchronously(isolatedTo: isolation, taskExecutor: executor)
    }
    unsafe strand = 0
    unsafe process = nil
  }

  /// Whether the task runs now or is about to.
  func isReady(_ strand: UInt) -> Bool {
    if unsafe self.strand == strand { return true }
    let mask = unsafe entries.count - 1
    return unsafe (0..<used).contains { offset in
      guard let job = unsafe entries[(head + offset) & mask].job else { return false }
      return unsafe unsafeBitCast(job, to: UInt.self) == strand
    }
  }

  private func grow() {
    var wider = unsafe Slab<Entry>(capacity: entries.count * 2)
    for index in unsafe 0..<entries.count {
      let old = unsafe entries[(head + index) & (entries.count - 1)]
      wider.append(old)
    }
    for _ in unsafe 0..<entries.count { unsafe wider.append(Entry(job: nil, process: nil)) }
    unsafe entries = wider
    unsafe head = 0
  }

  /// Calls `body` while the stack of this thread grows from here.
  func withFrame<Result>(_ body: () throws -> Result) rethrows -> Result {
    let outer = unsafe frame
    defer { unsafe frame = outer }
    unsafe frame = Self.stackAddress()
    return try body()
  }

  /// Whether the caller runs on the thread of the simulation.
  @inline(__always)
  var isOnThread: Bool { isBelowFrame || SimulationThread.ring === self }

  /// Traps when the caller runs on another thread than the simulation.
  @inline(__always)
  func checkThread() {
    if !isOnThread { Self.trapOnThread() }
  }

  @inline(never)
  private static func trapOnThread() -> Never {
    fatalError(
      "A process waits on a thread that does not run its simulation: keep it on the SimulationActor.")
  }

  /// True when the caller is a few frames below the one that drives the simulation, on the same stack.
  ///
  /// No other thread's stack can lie there, as the driving frame needs that room itself. False tells nothing.
  @inline(__always)
  private var isBelowFrame: Bool { unsafe frame &- Self.stackAddress() < 16_384 }

  @inline(__always)
  private static func stackAddress() -> UInt {
    var here: UInt8 = 0
    return unsafe withUnsafeMutablePointer(to: &here) { pointer in UInt(bitPattern: pointer) }
  }
}
