/// The average over time of a whole-numbered level: places occupied, customers waiting.
///
/// Time is in integer ticks and the area below the level an integer, so that no rounding depends on the order
/// in which levels change or parts are added.
public struct TimeWeightedAverage: Sendable, Equatable {
  /// The time at which averaging began, in ticks.
  public let start: Int64

  /// The time of the latest change of level, in ticks.
  public private(set) var lastChange: Int64

  /// The present level.
  public private(set) var level: Int

  /// The highest level so far, the present one included; levels that lasted no time do not count.
  public var peak: Int { max(pastPeak, level) }

  /// The area below the level up to the latest change, in levels times ticks.
  public private(set) var area: Int128 = 0

  private var pastPeak: Int

  /// An average that begins at a time, in ticks, with a level.
  public init(start: Int64 = 0, level: Int = 0) {
    self.start = start
    self.level = level
    lastChange = start
    pastPeak = .min
  }

  /// Sets the level from a time on.
  ///
  /// - Precondition: `time`, in ticks, is not before the latest change.
  public mutating func set(_ newLevel: Int, at time: Int64) {
    precondition(time >= lastChange, "A level cannot change before its latest change.")
    if time > lastChange {
      area += Int128(level) * (Int128(time) - Int128(lastChange))
      lastChange = time
      pastPeak = max(pastPeak, level)
    }
    level = newLevel
  }

  /// Raises or lowers the level from a time on.
  ///
  /// - Precondition: `time`, in ticks, is not before the latest change.
  public mutating func change(by difference: Int, at time: Int64) {
    set(level + difference, at: time)
  }

  /// The area below the level up to a time, in levels times ticks.
  ///
  /// - Precondition: `time`, in ticks, is not before the latest change.
  public func area(until time: Int64) -> Int128 {
    precondition(time >= lastChange, "An area cannot end before the latest change of level.")
    return area + Int128(level) * (Int128(time) - Int128(lastChange))
  }

  /// The average level from the start to a time, or nil if no time has passed.
  ///
  /// - Precondition: `time`, in ticks, is not before the latest change.
  public func average(until time: Int64) -> Double? {
    if time == start { return nil }
    return Double(area(until: time)) / Double(Int128(time) - Int128(start))
  }
}
