import CareModel

/// Minutes of an exercise as times of the calendar, at a fixed offset from UTC.
public struct ExerciseClock: Sendable, Equatable {
  /// Minutes from 1 January 1970 00:00 UTC to the beginning of day 0.
  private let originUTC: Int
  /// Offset of the local clock from UTC in minutes.
  public let offsetMinutes: Int

  /// A clock whose day 0 begins at `timeOrigin`, such as `2027-01-04T00:00:00+01:00`; what cannot be read counts as
  /// 1 January 1970 or as no offset.
  public init(timeOrigin: String) {
    let origin = TimeOrigin(timeOrigin)
    offsetMinutes = origin.offsetMinutes
    originUTC = origin.date * 1_440 - origin.offsetMinutes
  }

  /// `2027-01-04T07:05:00Z`.
  public func utc(_ minute: Int) -> String { Self.text(originUTC + Self.bounded(minute)) + "Z" }

  /// `2027-01-04T08:05:00+01:00`: with the offset, never `Z`.
  public func local(_ minute: Int) -> String { localWithoutOffset(minute) + offset }

  /// `2027-01-04T08:05:00`: of the local clock.
  public func localWithoutOffset(_ minute: Int) -> String {
    Self.text(originUTC + offsetMinutes + Self.bounded(minute))
  }

  /// `2027-01-04 08:05`: of the local clock, for readers.
  public func readable(_ minute: Int) -> String {
    String(localWithoutOffset(minute).prefix(16).map { $0 == "T" ? " " : $0 })
  }

  /// `D+0 08:05`: days since day 0 and the local time of day; `D-1 23:00` the evening before.
  public func relative(_ minute: Int) -> String {
    let (day, rest) = Self.divided(Self.bounded(minute), by: 1_440)
    return "D\(day < 0 ? "-" : "+")\(abs(day)) \(Self.padded(rest / 60)):\(Self.padded(rest % 60))"
  }

  /// `+01:00`.
  private var offset: String {
    let size = abs(offsetMinutes)
    return "\(offsetMinutes < 0 ? "-" : "+")\(Self.padded(size / 60)):\(Self.padded(size % 60))"
  }

  /// Within a thousand years of day 0, so that no sum overflows and no year has five digits.
  private static func bounded(_ minute: Int) -> Int { max(-525_600_000, min(525_600_000, minute)) }

  private static func text(_ minute: Int) -> String {
    let (day, rest) = divided(minute, by: 1_440)
    return "\(CalendarDate(daysSince1970: day).text)T\(padded(rest / 60)):\(padded(rest % 60)):00"
  }

  private static func divided(_ value: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CalendarDate {
  /// `2027-01-04`.
  var text: String {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let day = dayOfYear - (153 * ((5 * dayOfYear + 2) / 153) + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      + "-\(ExerciseClock.padded(month))-\(ExerciseClock.padded(day))"
  }
}
