/// Day 0 of a model: a date at 00:00 of a clock with a fixed offset from UTC.
package struct TimeOrigin: Equatable {
  /// What is wrong with a text.
  package enum Mistake: Error, Equatable {
    /// It has another form than `2027-01-04T00:00:00+01:00`.
    case form
    /// It ends before the offset.
    case noOffset
    /// The calendar has no such day.
    case noSuchDay
    /// It is another time of day.
    case notMidnight
  }

  /// The date.
  package let day: CalendarDate
  /// Offset of the clock from UTC.
  package let offsetMinutes: Int

  /// Days from 1 January 1970 to day 0.
  package var date: Int { day.daysSince1970 }

  private init(day: CalendarDate, offsetMinutes: Int) {
    self.day = day
    self.offsetMinutes = offsetMinutes
  }

  /// Reads `2027-01-04T00:00:00+01:00`; what cannot be read counts as 1 January 1970 or as no offset.
  package init(_ text: String) { self = Self.read(text).origin }

  /// Reads `2027-01-04T00:00:00+01:00`, as far as it can be read.
  package static func read(_ text: String) -> (origin: TimeOrigin, mistake: Mistake?) {
    let date = CalendarDate(text)
    let (offset, mistake) = readClock(text)
    let origin = TimeOrigin(day: date ?? CalendarDate(daysSince1970: 0), offsetMinutes: offset ?? 0)
    switch mistake {
    case .form, .noOffset: return (origin, mistake)
    case .notMidnight, .noSuchDay, nil: return (origin, date == nil ? .noSuchDay : mistake)
    }
  }

  /// The offset, and what is wrong but for the day.
  private static func readClock(_ text: String) -> (offsetMinutes: Int?, mistake: Mistake?) {
    let bytes = Array(text.utf8)
    func number(_ start: Int, _ length: Int) -> Int? {
      guard start + length <= bytes.count else { return nil }
      return bytes[start..<start + length].reduce(Optional(0)) { sum, byte in
        guard let sum, (0x30...0x39).contains(byte) else { return nil }
        return sum * 10 + Int(byte - 0x30)
      }
    }
    func has(_ character: Character, at index: Int) -> Bool {
      index < bytes.count && bytes[index] == character.asciiValue
    }
    guard number(0, 4) != nil, has("-", at: 4), number(5, 2) != nil, has("-", at: 7), number(8, 2) != nil,
      has("T", at: 10), let hour = number(11, 2), has(":", at: 13), let minute = number(14, 2)
    else { return (nil, .form) }
    var next = 16
    var second = 0
    if has(":", at: next) {
      guard let value = number(17, 2) else { return (nil, .form) }
      second = value
      next = 19
    }
    if next == bytes.count { return (nil, .noOffset) }
    let mistake: Mistake? = (hour, minute, second) == (0, 0, 0) ? nil : .notMidnight
    if has("Z", at: next), next + 1 == bytes.count { return (0, mistake) }
    guard has("+", at: next) || has("-", at: next), let hours = number(next + 1, 2), has(":", at: next + 3),
      let minutes = number(next + 4, 2), next + 6 == bytes.count, hours <= 14, minutes < 60
    else { return (nil, .form) }
    return ((has("-", at: next) ? -1 : 1) * (hours * 60 + minutes), mistake)
  }
}
