/// A span of simulated time in whole microseconds.
@frozen
public struct SimulationDuration: Comparable, Hashable, Sendable, BitwiseCopyable {
  /// Microseconds.
  public let ticks: Int64

  /// A span of `ticks` microseconds.
  @inlinable
  public init(ticks: Int64) { self.ticks = ticks }

  /// Microseconds in an hour.
  @inlinable
  public static var ticksPerHour: Int64 { 3_600_000_000 }

  /// Microseconds in a day of 24 hours.
  @inlinable
  public static var ticksPerDay: Int64 { 86_400_000_000 }

  /// No time at all.
  @inlinable
  public static var zero: SimulationDuration { SimulationDuration(ticks: 0) }

  /// The shortest span, one microsecond: the least delay of a message between entities.
  @inlinable
  public static var tick: SimulationDuration { SimulationDuration(ticks: 1) }

  /// The longest span, 2^52 µs: an event that far away lies beyond the end of any run.
  @inlinable
  public static var longest: SimulationDuration { SimulationDuration(ticks: 1 << 52) }

  /// A span of `hours`, rounded to the nearest microsecond.
  ///
  /// Values below zero and not-a-number become zero and values beyond 2^52 µs become
  /// ``longest``, because a heavy-tailed law may draw any finite or infinite stay and such a stay
  /// outlasts every run: that is a modelling fact, not a mistake.
  @inlinable
  @inline(__always)
  public static func hours(_ hours: Double) -> SimulationDuration {
    SimulationDuration(rounding: hours * 3_600_000_000.0)
  }

  /// The nearest whole number of ticks, halves upwards.
  ///
  /// Adding 2^52 leaves no bits behind the point, so the sum's significand is the whole number: half the latency of a
  /// conversion, which in a small model every event waits for. It rounds halves to even, so a half that went down
  /// takes the slow path, as does what is out of range. The bits of a positive number grow with it: one comparison.
  @inlinable
  @inline(__always)
  init(rounding ticks: Double) {
    let sum = ticks + 0x1p52
    let half = (0.5).bitPattern
    if ticks.bitPattern &- half < 0x1p51.bitPattern &- half, ticks - (sum - 0x1p52) != 0.5 {
      self.init(ticks: Int64(bitPattern: sum.bitPattern & (1 << 52 - 1)))
    } else {
      self = Self.roundedSlowly(ticks)
    }
  }

  @inlinable
  @inline(never)
  static func roundedSlowly(_ ticks: Double) -> SimulationDuration {
    let ticks = ticks + 0.5
    guard ticks >= 0.5 else { return .zero }
    guard ticks < 4_503_599_627_370_496.0 else { return .longest }
    return SimulationDuration(ticks: Int64(ticks))
  }

  /// A span of `days` of 24 hours; bounds as in ``hours(_:)``.
  @inlinable
  public static func days(_ days: Double) -> SimulationDuration { hours(days * 24) }

  /// A span of `minutes`; bounds as in ``hours(_:)``.
  @inlinable
  public static func minutes(_ minutes: Double) -> SimulationDuration { hours(minutes / 60) }

  /// The length in hours.
  @inlinable
  public var hours: Double { Double(ticks) / 3_600_000_000.0 }

  /// The length in days of 24 hours.
  @inlinable
  public var days: Double { Double(ticks) / 86_400_000_000.0 }

  /// Orders by length.
  @inlinable
  public static func < (left: SimulationDuration, right: SimulationDuration) -> Bool {
    left.ticks < right.ticks
  }

  /// The sum of two spans; the longest that there is, 2^63 − 1 µs, when it would be beyond that.
  @inlinable
  @inline(__always)
  public static func + (left: SimulationDuration, right: SimulationDuration) -> SimulationDuration {
    SimulationDuration(ticks: left.ticks.addingUpToLargest(right.ticks))
  }

  /// The difference of two spans.
  @inlinable
  public static func - (left: SimulationDuration, right: SimulationDuration) -> SimulationDuration {
    SimulationDuration(ticks: left.ticks &- right.ticks)
  }
}
