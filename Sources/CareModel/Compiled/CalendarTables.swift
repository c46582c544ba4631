import SimulationKernel

/// A stretch of a week with one share of places open, from `fromMinute` to the next row's.
struct CalendarRow: BitwiseCopyable {
  /// Minute of the week, 0 from Monday 00:00.
  var fromMinute: Int32
  var share: Double
}

/// Calendars as steps over the week: those of the network, then the hours of unit kinds.
struct CalendarTables: ~Copyable {
  var ranges: Slab<RowRange>
  var rows: Slab<CalendarRow>
  /// Calendar of each unit kind, or −1.
  var ofKind: Slab<Int32>

  init(_ network: CareNetwork) {
    ranges = Slab()
    rows = Slab()
    ofKind = Slab()
    for calendar in network.calendars { add(calendar) }
    for kind in network.unitKinds {
      if let hours = kind.openingHours {
        ofKind.append(Int32(ranges.count))
        add(hours.calendar)
      } else {
        ofKind.append(Int32(kind.calendar ?? -1))
      }
    }
  }

  init(copying other: borrowing CalendarTables) {
    ranges = other.ranges.copy()
    rows = other.rows.copy()
    ofKind = other.ofKind.copy()
  }

  /// Steps stand where an interval begins or ends on any day, whether it is one of its weekdays or not.
  private mutating func add(_ calendar: OpeningCalendar) {
    let week = OpeningInterval.minutesPerWeek
    var minutes: [Int] = []
    for interval in calendar.intervals {
      for day in 0..<7 {
        minutes.append((day * 1_440 + interval.fromMinute) % week)
        minutes.append((day * 1_440 + interval.fromMinute + interval.lengthMinutes) % week)
      }
    }
    if minutes.isEmpty { minutes.append(0) }
    minutes.sort()
    let start = rows.count
    for minute in minutes where rows.count == start || Int(rows[rows.count - 1].fromMinute) != minute {
      rows.append(CalendarRow(fromMinute: Int32(minute), share: calendar.share(atMinuteOfWeek: minute)))
    }
    ranges.append(RowRange(start: Int32(start), count: Int32(rows.count - start)))
  }

  /// Share of places open at a minute of the week.
  func share(_ calendar: Int32, atMinute minute: Int) -> Double {
    let range = ranges[Int(calendar)]
    // Before the first step of the week the last one goes on.
    var row = Int(range.start + range.count) - 1
    for next in Int(range.start)..<Int(range.start + range.count) where Int(rows[next].fromMinute) <= minute {
      row = next
    }
    return rows[row].share
  }

  /// Minutes from minute `minute` of the week until the next step after it, 1 to 10 080.
  func minutesToChange(_ calendar: Int32, after minute: Int) -> Int {
    let range = ranges[Int(calendar)]
    for row in Int(range.start)..<Int(range.start + range.count) where Int(rows[row].fromMinute) > minute {
      return Int(rows[row].fromMinute) - minute
    }
    return Int(rows[Int(range.start)].fromMinute) + OpeningInterval.minutesPerWeek - minute
  }
}
