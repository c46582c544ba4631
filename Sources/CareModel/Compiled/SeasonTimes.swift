import SimulationKernel

extension NetworkTables {
  /// When a unit-exponential's worth of rate has been gathered after `time`: exact inversion of a rate that is constant
  /// within each part of a day that the profile has, and follows that part, the weekday or holiday, and the month.
  ///
  /// Inversion needs no candidates that are thinned away, so that the nth patient of a stream is the same one whatever
  /// the season.
  ///
  /// - Complexity: O(days passed + parts of a day).
  borrowing func nextSeasonalArrival(
    of row: InflowRow, after time: SimulationTime, unit: Double
  ) -> SimulationTime {
    var remaining = unit
    let ticksPerDay = SimulationDuration.ticksPerDay
    let profile = profiles[Int(row.profile)]
    let partsOfHour = Int64(profile.partsOfHour)
    let partsOfDay = 24 * partsOfHour
    let ticksOfPart = SimulationDuration.ticksPerHour / partsOfHour
    var day = time.ticks / ticksPerDay
    var part = (time.ticks - day * ticksPerDay) / ticksOfPart
    var inPart = Double(time.ticks % ticksOfPart) / Double(ticksOfPart)
    let latest = SimulationTime(ticks: (1 << 52) - 1)
    while day < latest.ticks / ticksPerDay {
      let date = inflow.firstDay + Int(day)
      let month = CalendarDate(daysSince1970: date).month - 1
      let rate = row.ratePerHour * inflow.monthRates[Int(row.season) * 12 + month]
      let weekday = weekday(of: date, day: day, inflow.seasons[Int(row.season)])
      let whole = rate * inflow.dayWorths[Int(row.season) * 7 + weekday]
      if part == 0, inPart == 0, whole <= remaining {
        remaining -= whole
        day += 1
        continue
      }
      let first = Int(profile.first) + weekday * Int(partsOfDay)
      while part < partsOfDay {
        let now = rate * weeklyRates[first + Int(part)] / Double(partsOfHour)
        let worth = now * (1 - inPart)
        if worth > remaining {
          let parts = Double(day * partsOfDay + part) + inPart + remaining / now
          let ticks = Int64((parts * Double(ticksOfPart)).rounded())
          return SimulationTime(ticks: max(ticks, time.ticks))
        }
        remaining -= worth
        part += 1
        inPart = 0
      }
      part = 0
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
