/// A unit of time that a key can end in, such as `mean_hours`.
public enum TimeUnit: String, Sendable, CaseIterable {
  /// Seconds.
  case seconds
  /// Minutes.
  case minutes
  /// Hours.
  case hours
  /// Days of 24 hours.
  case days
  /// Weeks of 7 days.
  case weeks

  /// Length in seconds.
  public var seconds: Double {
    switch self {
    case .seconds: 1
    case .minutes: 60
    case .hours: 3_600
    case .days: 86_400
    case .weeks: 604_800
    }
  }
}

/// A unit of rate that a key can end in, such as `arrivals_per_day`.
public enum RateUnit: String, Sendable, CaseIterable {
  /// Per hour.
  case perHour = "per_hour"
  /// Per day of 24 hours.
  case perDay = "per_day"
  /// Per week of 7 days.
  case perWeek = "per_week"
  /// Per year of 365.25 days.
  case perYear = "per_year"

  /// Hours in the period.
  public var hours: Double {
    switch self {
    case .perHour: 1
    case .perDay: 24
    case .perWeek: 168
    case .perYear: 8_766
    }
  }
}

/// The values a number may take; always finite.
public struct NumberRange: Sendable, Equatable, CustomStringConvertible {
  /// Lower bound; minus infinity when there is none.
  public let lowest: Double
  /// Upper bound, itself allowed; infinity when there is none.
  public let highest: Double
  /// Whether the lower bound itself is refused.
  public let isLowestExcluded: Bool

  /// Creates a range; `lowest` must not exceed `highest`.
  public init(_ lowest: Double, _ highest: Double, isLowestExcluded: Bool = false) {
    precondition(lowest <= highest, "an empty range")
    self.lowest = lowest
    self.highest = highest
    self.isLowestExcluded = isLowestExcluded
  }

  /// Any finite number.
  public static let any = NumberRange(-.infinity, .infinity)
  /// 0 or more.
  public static let nonNegative = NumberRange(0, .infinity)
  /// More than 0.
  public static let positive = NumberRange(0, .infinity, isLowestExcluded: true)
  /// 0 to 1.
  public static let share = NumberRange(0, 1)
  /// A time in seconds that fits the simulation clock: 0 to 2^52 microseconds, about 142 years.
  public static let time = NumberRange(0, 4_503_599_627)
  /// As ``time``, without 0.
  public static let positiveTime = NumberRange(0, 4_503_599_627, isLowestExcluded: true)

  /// Both bounds allowed.
  public static func between(_ lowest: Double, _ highest: Double) -> NumberRange {
    NumberRange(lowest, highest)
  }

  /// Whether a finite value lies within.
  public func contains(_ value: Double) -> Bool {
    value.isFinite && value <= highest && (isLowestExcluded ? value > lowest : value >= lowest)
  }

  /// The same range for values in another unit, each `factor` of this one.
  public func divided(by factor: Double) -> NumberRange {
    NumberRange(lowest / factor, highest / factor, isLowestExcluded: isLowestExcluded)
  }

  /// In words, for values in a unit that is `factor` of this one; the clock's limit is said in years.
  func words(inUnitsOf factor: Double) -> String {
    guard highest == Self.time.highest else { return divided(by: factor).description }
    let open = NumberRange(lowest / factor, .infinity, isLowestExcluded: isLowestExcluded)
    return "\(open) and at most 142 years"
  }

  /// In words: "0 or more", "between 0 and 1", "more than 0 and at most 5".
  public var description: String {
    let low = plainText(lowest)
    let high = plainText(highest)
    switch (lowest.isFinite, highest.isFinite, isLowestExcluded) {
    case (false, false, _): return "any number"
    case (false, true, _): return "at most \(high)"
    case (true, false, false): return "\(low) or more"
    case (true, false, true): return "more than \(low)"
    case (true, true, false): return "between \(low) and \(high)"
    case (true, true, true): return "more than \(low) and at most \(high)"
    }
  }
}

/// A number without a superfluous ".0", and infinity in words.
package func plainText(_ value: Double) -> String {
  if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
  return value.isFinite ? "\(value)" : (value > 0 ? "no limit" : "no lower limit")
}
