internal import Dispatch

/// Which simulation the calling thread runs.
///
/// Dispatch's queue-specific values serve as thread-local storage, because the layer imports no C library: a
/// closure that is run by `sync` stays on the calling thread. A look-up takes some 40 ns, so the frequent
/// paths know their simulation without it.
enum SimulationThread {
  private static let key = DispatchSpecificKey<JobRing>()

  /// The ring of the innermost simulation on this thread.
  static var ring: JobRing? { DispatchQueue.getSpecific(key: key) }

  /// Calls `body` with `ring` as the ring of this thread.
  static func bind<Result>(_ ring: JobRing, _ body: () throws -> Result) rethrows -> Result {
    let queue = DispatchQueue(label: "simulation")
    queue.setSpecific(key: key, value: ring)
    return try queue.sync(execute: body)
  }
}
