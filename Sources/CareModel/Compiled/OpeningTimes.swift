import SimulationKernel

extension NetworkTables {
  /// Minute of the week at `ticks`, 0 from Monday 00:00.
  borrowing func minuteOfWeek(_ ticks: Int64) -> Int {
    (Int(ticks / 60_000_000) + startHourOfWeek * 60) % 10_080
  }

  /// Share of places that a calendar has open at `ticks`.
  borrowing func openShare(_ calendar: Int32, at ticks: Int64) -> Double {
    calendars.share(calendar, atMinute: minuteOfWeek(ticks))
  }

  /// The next time after `ticks` at which the share of a calendar may change.
  borrowing func nextChange(_ calendar: Int32, after ticks: Int64) -> Int64 {
    let minutes = calendars.minutesToChange(calendar, after: minuteOfWeek(ticks))
    return (ticks / 60_000_000 + Int64(minutes)) * 60_000_000
  }

  /// The first time from `ticks` on at which a calendar, which is open at some time of the week, is.
  borrowing func nextOpen(_ calendar: Int32, from ticks: Int64) -> Int64 {
    var time = ticks
    while openShare(calendar, at: time) == 0 { time = nextChange(calendar, after: time) }
    return time
  }

  /// The first time from `ticks` on at which a calendar is not open; nil where it is always open.
  borrowing func nextClosed(_ calendar: Int32, from ticks: Int64) -> Int64? {
    var time = ticks
    while openShare(calendar, at: time) > 0 {
      time = nextChange(calendar, after: time)
      // A week has all there is.
      if time - ticks > 8 * SimulationDuration.ticksPerDay { return nil }
    }
    return time
  }

  /// Whether `ticks` lies on a weekday, Monday to Friday.
  borrowing func isWeekday(_ ticks: Int64) -> Bool { minuteOfWeek(ticks) < 5 * 1440 }
}
