/// Relative rates by time of day, weekday and month.
///
/// The mean of hours and weekdays over a week is taken as one, and that of months over a year of 365.25 days, each
/// month weighted by its length (February 28.25 days). A holiday is a day that goes as another weekday; the mean is
/// that of weeks without one.
public struct ArrivalProfile: Sendable, Equatable {
  /// Lengths of the months in a year of 365.25 days.
  public static let monthDays: [Double] = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// Kebab-case identifier.
  public var id: String
  /// Relative rates of equal parts of the day from 00:00: 24, or 24 times a divisor of 60 for parts of hours.
  public var hours: [Double]
  /// 7 relative rates from Monday.
  public var weekdays: [Double]
  /// 12 relative rates from January; nil for no season.
  public var months: [Double]?
  /// Days that go as another weekday.
  public var holidays: [CalendarDate]
  /// The weekday as which holidays go: 0 is Monday, 6 is Sunday.
  public var holidayWeekday: Int

  /// A profile.
  public init(
    id: String, hours: [Double], weekdays: [Double], months: [Double]? = nil, holidays: [CalendarDate] = [],
    holidayWeekday: Int = 6
  ) {
    self.id = id
    self.hours = hours
    self.weekdays = weekdays
    self.months = months
    self.holidays = holidays
    self.holidayWeekday = holidayWeekday
  }

  /// Rates of the months over their mean over a year; all one without a season.
  public var monthFactors: [Double] {
    guard let months else { return Array(repeating: 1, count: 12) }
    let mean = zip(months, Self.monthDays).reduce(0) { $0 + $1.0 * $1.1 } / 365.25
    return months.map { $0 / mean }
  }

  /// Rates in an hour.
  public var partsOfHour: Int { hours.count / 24 }

  /// Whether the rate depends on the date, and not on the hour of the week alone.
  public var hasDates: Bool { months != nil || !holidays.isEmpty }
}
