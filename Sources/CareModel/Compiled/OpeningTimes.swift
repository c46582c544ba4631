import SimulationKernel

extension NetworkTables {
  /// Minute of the week at `ticks`, 0 from Monday 00:00.
  borrowing func minuteOfWeek(_ ticks: Int64) -> Int {
    (Int(ticks / 60_000_000) + startHourOfWeek * 60) % 10_080
  }

  /// Whether the hours of a kind have all its places open at `ticks`.
  borrowing func isOpen(_ kind: KindRow, at ticks: Int64) -> Bool {
    let minute = minuteOfWeek(ticks)
    guard kind.weekdays >> UInt8(minute / 1440) & 1 == 1 else { return false }
    let ofDay = Int32(minute % 1440)
    return ofDay >= kind.fromMinute && ofDay < kind.untilMinute
  }

  /// The next opening or closing time after `ticks`.
  borrowing func nextChange(_ kind: KindRow, after ticks: Int64) -> Int64 {
    let minute = ticks / 60_000_000
    let ofDay = Int64(minuteOfWeek(ticks) % 1440)
    let midnight = minute - ofDay
    let opening = midnight + Int64(kind.fromMinute)
    let closing = midnight + Int64(kind.untilMinute)
    let next =
      opening > minute ? opening : closing > minute ? closing : midnight + 1440 + Int64(kind.fromMinute)
    return next * 60_000_000
  }

  /// Whether `ticks` lies on a weekday, Monday to Friday.
  borrowing func isWeekday(_ ticks: Int64) -> Bool { minuteOfWeek(ticks) < 5 * 1440 }
}
