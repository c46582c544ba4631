extension ProcessSimulation {
  /// Lets `duration` of simulated time pass for the process that runs now.
  ///
  /// - Parameters:
  ///   - duration: not negative; one that reaches beyond the end of the run never ends.
  ///   - priority: 1 to 7, lower first among events of one microsecond.
  /// - Throws: an interrupt; a `CancellationError` when the run ends or a child task is cancelled.
  /// - Complexity: O(log pending); nothing is allocated, but for child tasks.
  @inlinable
  @inline(__always)
  public nonisolated(nonsending) func hold(for duration: SimulationDuration, priority: UInt8 = 4) async throws
  {
    _ = try await suspend(openHold(for: duration, priority: priority))
  }

  /// Lets time pass for the process that runs now until the clock shows `time`.
  ///
  /// - Parameters:
  ///   - time: not before now; one that is not before the end of the run never comes.
  ///   - priority: 1 to 7, lower first among events of one microsecond.
  /// - Throws: as ``hold(for:priority:)``.
  /// - Complexity: O(log pending); nothing is allocated, but for child tasks.
  @inlinable
  @inline(__always)
  public nonisolated(nonsending) func hold(until time: SimulationTime, priority: UInt8 = 4) async throws {
    _ = try await suspend(openHold(until: time, priority: priority))
  }

  @usableFromInline
  func openHold(for duration: SimulationDuration, priority: UInt8) throws -> WaitToken {
    require(duration >= .zero, "a process cannot hold for a negative time")
    return try openHold(until: clock + duration, priority: priority)
  }

  @usableFromInline
  func openHold(until time: SimulationTime, priority: UInt8) throws -> WaitToken {
    require(time >= clock, "a process cannot hold until a time that has passed")
    require(priority >= 1 && priority <= 7, "priorities are 1 to 7")
    let wait = try openWait()
    unsafe ring.waits.setTimer(wait, at: time, priority: priority, before: end, fulfils: true)
    return wait
  }
}

/// Lets `duration` of simulated time pass for the calling process.
///
/// The same as ``ProcessSimulation/hold(for:priority:)`` of ``ProcessSimulation/current``, whose look-up takes
/// some 40 ns.
@SimulationActor
public func hold(for duration: SimulationDuration, priority: UInt8 = 4) async throws {
  try await ProcessSimulation.current.hold(for: duration, priority: priority)
}

/// Lets time pass for the calling process until the clock shows `time`.
///
/// The same as ``ProcessSimulation/hold(until:priority:)`` of ``ProcessSimulation/current``, whose look-up takes
/// some 40 ns.
@SimulationActor
public func hold(until time: SimulationTime, priority: UInt8 = 4) async throws {
  try await ProcessSimulation.current.hold(until: time, priority: priority)
}

extension ProcessSimulation {
  /// What a wait with patience checks before anything else; nil is patience without end.
  func checkBeforeWaiting(patience: SimulationDuration?) throws {
    if let patience { require(patience >= .zero, "patience cannot be negative") }
    try checkBeforeWaiting()
  }

  /// Lets the wait end when `patience` is over.
  func setPatience(_ patience: SimulationDuration, of wait: WaitToken) {
    unsafe ring.waits.setTimer(wait, at: clock + patience, priority: 4, before: end, fulfils: false)
  }
}
