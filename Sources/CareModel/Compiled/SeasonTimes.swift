import SimulationKernel

extension NetworkTables {
  /// When a unit-exponential's worth of rate has been gathered after `time`: exact inversion of a rate that is constant
  /// within each hour and follows the hour, the weekday or holiday, and the month of each day.
  ///
  /// Inversion needs no candidates that are thinned away, so that the nth patient of a stream is the same one whatever
  /// the season.
  ///
  /// - Complexity: O(days passed + 24).
  borrowing func nextSeasonalArrival(
    of row: InflowRow, after time: SimulationTime, unit: Double
  ) -> SimulationTime {
    var remaining = unit
    let ticksPerDay = SimulationDuration.ticksPerDay
    let ticksPerHour = SimulationDuration.ticksPerHour
    var day = time.ticks / ticksPerDay
    var hour = (time.ticks - day * ticksPerDay) / ticksPerHour
    var inHour = Double(time.ticks % ticksPerHour) / Double(ticksPerHour)
    let latest = SimulationTime(ticks: (1 << 52) - 1)
    while day < latest.ticks / ticksPerDay {
      let date = inflow.firstDay + Int(day)
      let month = CalendarDate(daysSince1970: date).month - 1
      let rate = row.ratePerHour * inflow.monthRates[Int(row.season) * 12 + month]
      let weekday = weekday(of: date, day: day, inflow.seasons[Int(row.season)])
      let whole = rate * inflow.dayWorths[Int(row.season) * 7 + weekday]
      if hour == 0, inHour == 0, whole <= remaining {
        remaining -= whole
        day += 1
        continue
      }
      let first = Int(row.profile) * 168 + weekday * 24
      while hour < 24 {
        let now = rate * weeklyRates[first + Int(hour)]
        let worth = now * (1 - inHour)
        if worth > remaining {
          let hours = Double(day * 24 + hour) + inHour + remaining / now
          let ticks = Int64((hours * Double(ticksPerHour)).rounded())
          return SimulationTime(ticks: max(ticks, time.ticks))
        }
        remaining -= worth
        hour += 1
        inHour = 0
      }
      hour = 0
      day += 1
    }
    return latest
  }

  private borrowing func weekday(of date: Int, day: Int64, _ season: SeasonRow) -> Int {
    if isHoliday(date, season) { return Int(season.holidayWeekday) }
    return Int((day + Int64(startHourOfWeek / 24)) % 7)
  }

  private borrowing func isHoliday(_ date: Int, _ season: SeasonRow) -> Bool {
    var low = Int(season.holidays.start)
    var high = low + Int(season.holidays.count)
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if inflow.holidays[middle] < Int32(date) { low = middle + 1 } else { high = middle }
    }
    return low < end && inflow.holidays[low] == Int32(date)
  }
}
