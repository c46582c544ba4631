/// A point on the clock of one run, in whole microseconds since its start.
///
/// Integers, never floating point: two events are simultaneous exactly when their ticks are equal, on
/// every processor. Range 0 ..< 2^52 µs (about 142 years); the scheduler traps outside it.
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

  /// The time `duration` later; both are at most 2^52 µs, so the sum cannot overflow.
  @inlinable
  public static func + (time: SimulationTime, duration: SimulationDuration) -> SimulationTime {
    SimulationTime(ticks: time.ticks &+ duration.ticks)
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
