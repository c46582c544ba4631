import CareModel

/// Day 0 of a model: a date at 00:00 with a fixed offset from UTC.
struct TimeOrigin {
  /// Weekday of the date: 0 is Monday.
  let weekday: Int

  /// Reads `2027-01-04T00:00:00+01:00`; on failure `mistake` says why.
  static func read(_ text: String) -> (origin: TimeOrigin?, mistake: String?) {
    let form = "'\(text)' is not a time such as 2027-01-04T00:00:00+01:00"
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
    guard let year = number(0, 4), has("-", at: 4), let month = number(5, 2), has("-", at: 7),
      let day = number(8, 2), has("T", at: 10), let hour = number(11, 2), has(":", at: 13),
      let minute = number(14, 2)
    else { return (nil, form) }
    var next = 16
    var second = 0
    if has(":", at: next) {
      guard let value = number(17, 2) else { return (nil, form) }
      second = value
      next = 19
    }
    if next == bytes.count { return (nil, "'\(text)' lacks its offset from UTC, such as +01:00") }
    let isUTC = has("Z", at: next) && next + 1 == bytes.count
    if !isUTC {
      guard has("+", at: next) || has("-", at: next), let hours = number(next + 1, 2),
        has(":", at: next + 3), let minutes = number(next + 4, 2), next + 6 == bytes.count,
        hours <= 14, minutes < 60
      else { return (nil, form) }
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      return (nil, "there is no such day as \(text.prefix(10))")
    }
    guard (hour, minute, second) == (0, 0, 0) else {
      return (nil, "day 0 begins at 00:00 local time, not at \(text.dropFirst(11).prefix(5))")
    }
    return (TimeOrigin(weekday: date.weekday), nil)
  }
}
