/// A daily census of patients in places, over a span of days, beside an observed one.
///
/// The number of a day is the mean number in places over the day. Smoothed, it is the mean over as many days around it;
/// only days whose whole window lies in the span, before the horizon and, where something is observed, among the
/// observed days have a number.
public struct Census: Sendable, Equatable {
  /// Indices of the unit kinds whose patients are counted together, each once.
  public var unitKinds: [Int]
  /// First day of the span after day 0.
  public var fromDay: Int
  /// First day after the span; nil is the horizon.
  public var untilDay: Int?
  /// Days of the moving mean, an odd number; 1 is no smoothing.
  public var smoothDays: Int
  /// What was observed on each day from day 0, nil where nothing was; empty where nothing is compared.
  public var observed: [Double?]

  /// A census.
  public init(
    unitKinds: [Int], fromDay: Int = 0, untilDay: Int? = nil, smoothDays: Int = 1, observed: [Double?] = []
  ) {
    self.unitKinds = unitKinds
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.smoothDays = smoothDays
    self.observed = observed
  }

  /// Means over the windows that are whole, with their days.
  ///
  /// - Parameters:
  ///   - numbers: a number for each day from day 0 to the horizon, nil where there is none.
  /// - Complexity: O(days × `smoothDays`).
  package func smoothed(_ numbers: [Double?]) -> [(day: Int, number: Double)] {
    let half = smoothDays / 2
    let end = min(untilDay ?? numbers.count, numbers.count)
    guard fromDay + half < end - half else { return [] }
    return (fromDay + half..<end - half).compactMap { day in
      let window = numbers[day - half...day + half].compactMap { $0 }
      guard window.count == 2 * half + 1 else { return nil }
      return (day, window.reduce(0, +) / Double(window.count))
    }
  }
}
