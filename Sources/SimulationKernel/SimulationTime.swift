/// A point on the clock of one run, in whole microseconds since its start.
///
/// Integers, never floating point: two events are simultaneous exactly when their ticks are equal, on
/// every processor. A run lies within 0 ..< 2^52 µs (about 142 years); a later time is beyond the end of any.
@frozen
public struct SimulationTime: Comparable, Hashable, Sendable, BitwiseCopyable {
  /// Microseconds since the start of the run.
  public let ticks: Int64

  /// A point `ticks` microseconds after the start of the run.
  @inlinable
  public init(ticks: Int64) { self.ticks = ticks }

  /// The start of the run.
  @inlinable
  public static var zero: SimulationTime { SimulationTime(ticks: 0) }

  /// The first point in time that an event key cannot hold, 2^52 µs.
  @inlinable
  public static var limit: SimulationTime { SimulationTime(ticks: 1 << 52) }

  /// Orders by time.
  @inlinable
  public static func < (left: SimulationTime, right: SimulationTime) -> Bool {
    left.ticks < right.ticks
  }

  /// The time `duration` later; the last of all times, 2^63 − 1 µs, when it would be beyond that.
  @inlinable
  @inline(__always)
  public static func + (time: SimulationTime, duration: SimulationDuration) -> SimulationTime {
    SimulationTime(ticks: time.ticks.addingUpToLargest(duration.ticks))
  }

  /// The time `duration` earlier.
  @inlinable
  public static func - (time: SimulationTime, duration: SimulationDuration) -> SimulationTime {
    SimulationTime(ticks: time.ticks &- duration.ticks)
  }

  /// The span from `right` to `left`; negative when `right` is later.
  @inlinable
  public static func - (left: SimulationTime, right: SimulationTime) -> SimulationDuration {
    SimulationDuration(ticks: left.ticks &- right.ticks)
  }

  /// Hours since the start of the run.
  @inlinable
  public var hours: Double { Double(ticks) / Double(SimulationDuration.ticksPerHour) }

  /// Days of 24 hours since the start of the run.
  @inlinable
  public var days: Double { Double(ticks) / Double(SimulationDuration.ticksPerDay) }
}

extension Int64 {
  /// The sum with a number that is not negative; the largest number instead of one beyond it.
  @inlinable
  @inline(__always)
  func addingUpToLargest(_ other: Int64) -> Int64 {
    let (sum, isBeyond) = addingReportingOverflow(other)
    return isBeyond ? .max : sum
  }
}
