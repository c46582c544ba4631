import CareModel

extension ModelReading {
  func readCalendars() {
    let calendars = root.objects("calendars")
    calendarNames = NameIndex(
      "calendar", calendars.map { $0.text("id") }, isComplete: root.isWhole("calendars"))
    network.calendars = calendars.map(calendar)
    if calendars.count > 10_000 { root.report("a model has at most 10,000 calendars", about: "calendars") }
  }

  private func calendar(_ fields: FieldReader) -> OpeningCalendar {
    let parts = fields.objects("open")
    fields.reportIfEmpty("open")
    if parts.count > 100 { fields.report("a calendar has at most 100 stretches", about: "open") }
    var intervals: [OpeningInterval] = []
    for part in parts.prefix(100) {
      guard let interval = interval(part) else { continue }
      if let before = intervals.firstIndex(where: { $0.overlaps(interval) }) {
        part.report(
          "\(words(interval)) overlaps \(words(intervals[before])): a stretch of the week has one share",
          about: "from")
      }
      intervals.append(interval)
    }
    return OpeningCalendar(
      id: fields.text("id") ?? "", intervals: intervals,
      otherwiseShare: fields.number("otherwise_share") ?? 1)
  }

  /// The calendar that a key names for its times, at some of which it has places open.
  func openCalendar(_ key: String, in fields: FieldReader) -> Int? {
    guard let calendar = calendarNames.index(of: key, in: fields) else { return nil }
    if network.calendars[calendar].isNeverOpen {
      fields.report("all shares of this calendar are 0: its time would never come", about: key)
    }
    return calendar
  }

  /// The calendar that a unit kind names, beside which it has no hours.
  func calendar(_ fields: FieldReader) -> Int? {
    if fields.keyPlace(of: "hours") != nil, fields.keyPlace(of: "calendar") != nil {
      fields.report("hours are given already; keep one of the two", about: "calendar")
    }
    return calendarNames.index(of: "calendar", in: fields)
  }

  func openingHours(_ fields: FieldReader) -> OpeningHours? {
    guard let interval = interval(fields) else { return nil }
    return OpeningHours(
      weekdays: interval.weekdays, fromMinute: interval.fromMinute, untilMinute: interval.untilMinute,
      aroundTheClockShare: fields.number("around_the_clock_share") ?? 1)
  }

  /// What `weekdays`, `from`, `until` and, if there is one, `share` say.
  private func interval(_ fields: FieldReader) -> OpeningInterval? {
    let weekdays = weekdays(fields)
    let from = minute("from", of: fields)
    let until = minute("until", of: fields)
    guard let from, let until else { return nil }
    if from == 1440 {
      fields.report("a stretch begins before 24:00: write 00:00 of the next day", about: "from")
    }
    if from == until {
      fields.report("this is when it begins: for a whole day write from 00:00 until 24:00", about: "until")
    }
    let share = fields.list.index(of: "share") == nil ? 1 : fields.number("share") ?? 1
    return OpeningInterval(
      weekdays: weekdays, fromMinute: from % 1440, untilMinute: until, share: share)
  }

  /// The days that `weekdays` lists, a bit each from Monday.
  func weekdays(_ fields: FieldReader) -> UInt8 {
    guard fields.has("weekdays") else { return 0 }
    var weekdays: UInt8 = 0
    for word in fields.texts("weekdays") {
      if let day = Self.weekdays.firstIndex(of: word) {
        if weekdays >> UInt8(day) & 1 == 1 {
          fields.report("'\(word)' is in the list twice: is another day meant?", about: "weekdays")
        }
        weekdays |= 1 << UInt8(day)
      } else {
        fields.report(unknownWord(word, among: Self.weekdays, what: "weekday"), about: "weekdays")
      }
    }
    if fields.texts("weekdays").isEmpty { fields.report("the list is empty", about: "weekdays") }
    return weekdays
  }

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private func words(_ interval: OpeningInterval) -> String {
    let days = Self.weekdays.indices.filter { interval.weekdays >> UInt8($0) & 1 == 1 }
    return days.map { Self.weekdays[$0] }.joined(separator: " ")
      + " \(clock(interval.fromMinute))–\(clock(interval.untilMinute))"
  }

  private func clock(_ minute: Int) -> String {
    "\(minute / 600)\(minute / 60 % 10):\(minute % 60 / 10)\(minute % 10)"
  }

  func minute(_ key: String, of fields: FieldReader) -> Int? {
    guard let text = fields.text(key) else { return nil }
    return Self.minute(text) { fields.report($0, about: key) }
  }

  /// Minutes after midnight of a time of day; nil after reporting that it is none.
  static func minute(_ text: String, report: (String) -> Void) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 24 * 60
    {
      return hour * 60 + minute
    }
    report("'\(text)' is not a time of day such as 07:45")
    return nil
  }
}
