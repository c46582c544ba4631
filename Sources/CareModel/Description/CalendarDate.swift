/// A day of the Gregorian calendar. It is no time of day and knows no time zone.
///
/// The arithmetic is that of H. Hinnant, *chrono-Compatible Low-Level Date Algorithms* (2013).
public struct CalendarDate: Sendable, Equatable {
  /// Days since 1 January 1970.
  public let daysSince1970: Int

  /// The day so many days after 1 January 1970.
  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// A day of the calendar; nil when there is none such.
  ///
  /// - Parameters:
  ///   - year: 0 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to 31.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9_999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysIn(month: month, of: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    daysSince1970 = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Reads `2027-01-06` at the beginning of a text; nil when it does not begin with a day of the calendar.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(10))
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var sum = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        sum = sum * 10 + Int(byte - 0x30)
      }
      return sum
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Month, 1 to 12.
  public var month: Int {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    return shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  }

  /// Weekday: 0 is Monday, 6 is Sunday.
  public var weekday: Int {
    // 1 January 1970 was a Thursday.
    let remainder = (daysSince1970 + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// Number of days in a month, 1 to 12.
  public static func daysIn(month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
