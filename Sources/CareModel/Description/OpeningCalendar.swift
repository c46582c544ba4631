/// How many of the places of a unit are open by hour and weekday, week after week.
public struct OpeningCalendar: Sendable, Equatable {
  /// Kebab-case identifier.
  public var id: String
  /// Stretches of the week, none of which overlaps another.
  public var intervals: [OpeningInterval]
  /// Share of places open outside all stretches.
  public var otherwiseShare: Double

  /// A calendar.
  public init(id: String, intervals: [OpeningInterval], otherwiseShare: Double) {
    self.id = id
    self.intervals = intervals
    self.otherwiseShare = otherwiseShare
  }
}

/// A stretch of hours on some weekdays, over midnight when it ends no later than it begins.
public struct OpeningInterval: Sendable, Equatable {
  /// Minutes of a day and of a week.
  static let minutesPerDay = 1_440
  static let minutesPerWeek = 10_080

  /// Weekdays on which it begins, bit 0 is Monday.
  public var weekdays: UInt8
  /// Beginning, minutes after midnight.
  public var fromMinute: Int
  /// End, minutes after midnight of the same day, or of the next when not after the beginning.
  public var untilMinute: Int
  /// Share of places open; the number is rounded half up, and at least one place is open when the share is
  /// above zero.
  public var share: Double

  /// Open on `weekdays` from `fromMinute` until `untilMinute`.
  public init(weekdays: UInt8, fromMinute: Int, untilMinute: Int, share: Double = 1) {
    self.weekdays = weekdays
    self.fromMinute = fromMinute
    self.untilMinute = untilMinute
    self.share = share
  }

  /// Minutes that it lasts.
  public var lengthMinutes: Int {
    untilMinute > fromMinute ? untilMinute - fromMinute : untilMinute + Self.minutesPerDay - fromMinute
  }

  /// Whether minute `minute` of the week, 0 from Monday 00:00, lies in it.
  public func contains(minuteOfWeek minute: Int) -> Bool {
    for day in 0..<7 where weekdays >> UInt8(day) & 1 == 1 {
      let since = (minute - day * Self.minutesPerDay - fromMinute + Self.minutesPerWeek) % Self.minutesPerWeek
      if since < lengthMinutes { return true }
    }
    return false
  }

  /// Whether some minute of the week lies in both.
  public func overlaps(_ other: OpeningInterval) -> Bool {
    other.beginnings.contains { contains(minuteOfWeek: $0) }
      || beginnings.contains { other.contains(minuteOfWeek: $0) }
  }

  /// Minutes of the week at which it begins.
  var beginnings: [Int] {
    (0..<7).filter { weekdays >> UInt8($0) & 1 == 1 }.map { $0 * Self.minutesPerDay + fromMinute }
  }
}

extension OpeningCalendar {
  /// Whether no place is open at any time of the week.
  package var isNeverOpen: Bool { otherwiseShare == 0 && intervals.allSatisfy { $0.share == 0 } }

  /// Whether some place is open at all times of the week.
  package var isNeverShut: Bool { (0..<7 * 1440).allSatisfy { share(atMinuteOfWeek: $0) > 0 } }

  /// Share of places open at minute `minute` of the week, 0 from Monday 00:00.
  public func share(atMinuteOfWeek minute: Int) -> Double {
    intervals.first { $0.contains(minuteOfWeek: minute) }?.share ?? otherwiseShare
  }
}

extension OpeningHours {
  /// The same as a calendar.
  var calendar: OpeningCalendar {
    OpeningCalendar(
      id: "",
      intervals: [OpeningInterval(weekdays: weekdays, fromMinute: fromMinute, untilMinute: untilMinute)],
      otherwiseShare: aroundTheClockShare)
  }
}
