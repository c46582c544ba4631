import RandomStreams
import SimulationKernel

extension NetworkTables {
  /// When a unit-exponential's worth of rate has been gathered after `time`: exact inversion of the
  /// piecewise constant rate by time of the week, so that no candidate is thinned away.
  ///
  /// - Complexity: O(parts of the profile passed), and a week at a time for rates far below one a week.
  borrowing func nextArrival(
    ofInflow inflow: Int, after time: SimulationTime, unit: Double
  ) -> SimulationTime {
    var remaining = unit
    let ratePerHour = inflows[inflow].ratePerHour
    guard inflows[inflow].profile >= 0 else { return time + .hours(remaining / ratePerHour) }
    let profile = profiles[Int(inflows[inflow].profile)]
    let partsOfHour = Int64(profile.partsOfHour)
    let partsOfWeek = 168 * partsOfHour
    let ticksOfPart = SimulationDuration.ticksPerHour / partsOfHour
    let ratePerPart = ratePerHour / Double(partsOfHour)
    var part = time.ticks / ticksOfPart
    var inPart = Double(time.ticks - part * ticksOfPart) / Double(ticksOfPart)
    // A whole week gathers 168 hours' worth, wherever it begins.
    let perWeek = 168 * ratePerHour
    if remaining > 2 * perWeek {
      let weeks = (remaining / perWeek).rounded(.down) - 1
      if weeks * 168 > 1_500_000 { return SimulationTime(ticks: (1 << 52) - 1) }
      part += Int64(weeks) * partsOfWeek
      remaining -= weeks * perWeek
    }
    var ofWeek = (part + Int64(startHourOfWeek) * partsOfHour) % partsOfWeek
    while true {
      let rate = weeklyRates[Int(profile.first) + Int(ofWeek)] * ratePerPart
      let worth = rate * (1 - inPart)
      if worth > remaining {
        return max(time, .zero + .hours((Double(part) + inPart + remaining / rate) / Double(partsOfHour)))
      }
      remaining -= worth
      part += 1
      inPart = 0
      ofWeek += 1
      if ofWeek == partsOfWeek { ofWeek = 0 }
    }
  }
}

// Arrivals by numbers of days.
extension NetworkTables {
  /// The next arrival of expected numbers by day, after `unit`'s worth of them: exact inversion; nil after the last
  /// day.
  ///
  /// - Complexity: O(days passed).
  borrowing func nextExpected(of row: InflowRow, after time: SimulationTime, unit: Double) -> SimulationTime?
  {
    var remaining = unit
    let ticksPerDay = SimulationDuration.ticksPerDay
    let ticks = max(0, time.ticks - runInTicks)
    var day = ticks / ticksPerDay
    var inDay = Double(ticks - day * ticksPerDay) / Double(ticksPerDay)
    while day < Int64(row.daily.count) {
      let number = daily[Int(row.daily.start) + Int(day)]
      let worth = number * (1 - inDay)
      if worth > remaining {
        let due = Int64(((Double(day) + inDay + remaining / number) * Double(ticksPerDay)).rounded())
        return SimulationTime(ticks: max(runInTicks + due, time.ticks))
      }
      remaining -= worth
      day += 1
      inDay = 0
    }
    return nil
  }

  /// When patient `ordinal` of observed numbers by day comes: the least of the uniform times of those left of the
  /// day, by the same uniform `u`; nil after the last.
  ///
  /// - Complexity: O(log days).
  borrowing func nextObserved(
    of row: InflowRow, ordinal: UInt32, after time: SimulationTime, uniform u: Double
  ) -> SimulationTime? {
    let first = Int(row.daily.start)
    var low = 0
    var high = Int(row.daily.count)
    while low < high {
      let middle = (low + high) / 2
      if daily[first + middle] > Double(ordinal) { high = middle } else { low = middle + 1 }
    }
    guard low < Int(row.daily.count) else { return nil }
    let left = daily[first + low] - Double(ordinal)
    let from = max(time.ticks, runInTicks + Int64(low) * SimulationDuration.ticksPerDay)
    let until = runInTicks + Int64(low + 1) * SimulationDuration.ticksPerDay
    let share = 1 - PortableMath.exp(PortableMath.log(u) / left)
    let due = from + Int64((Double(until - from) * share).rounded(.down))
    return SimulationTime(ticks: min(due, until - 1))
  }
}

// Arrivals at set times of the week.
extension NetworkTables {
  /// When patient `ordinal` of weekly appointments comes, of those from the beginning of the inflow on.
  ///
  /// - Complexity: O(log appointments).
  borrowing func appointment(of row: InflowRow, ordinal: UInt32) -> SimulationTime {
    let week = 7 * SimulationDuration.ticksPerDay
    let sinceMonday = Int64(startHourOfWeek) * SimulationDuration.ticksPerHour
    let begin = sinceMonday + row.fromTicks
    let first = Int(row.daily.start)
    var low = 0
    var high = Int(row.daily.count)
    while low < high {
      let middle = (low + high) / 2
      if Int64(daily[first + middle]) < begin % week { low = middle + 1 } else { high = middle }
    }
    let (weeks, place) = (low + Int(ordinal)).quotientAndRemainder(dividingBy: Int(row.daily.count))
    let ticks = (begin / week + Int64(weeks)) * week + Int64(daily[first + place])
    return SimulationTime(ticks: ticks - sinceMonday)
  }
}

extension CasualtyRow {
  /// The day's rate as a multiple of its mean.
  func dayMultiplier(byInversion: Bool, using random: inout some RandomSource) -> Double {
    switch variation {
    case 1:
      let sigma = PortableMath.log(1 + cv * cv).squareRoot()
      return byInversion
        ? random.lognormalByInversion(mu: -sigma * sigma / 2, sigma: sigma)
        : random.lognormal(mu: -sigma * sigma / 2, sigma: sigma)
    case 2:
      let shape = 1 / (cv * cv)
      return byInversion
        ? Distribution.gamma(shape: shape, scale: 1 / shape).sampleByInversion(using: &random)
        : random.gamma(shape: shape, scale: 1 / shape)
    default: return 1
    }
  }
}
