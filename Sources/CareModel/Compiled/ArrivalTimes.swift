import RandomStreams
import SimulationKernel

extension NetworkTables {
  /// When a unit-exponential's worth of rate has been gathered after `time`: exact inversion of the
  /// piecewise constant rate by hour of the week, so that no candidate is thinned away.
  ///
  /// - Complexity: O(hours passed), and a week at a time for rates far below one a week.
  borrowing func nextArrival(of row: InflowRow, after time: SimulationTime, unit: Double) -> SimulationTime {
    var remaining = unit
    guard row.profile >= 0 else { return time + .hours(remaining / row.ratePerHour) }
    let base = Int(row.profile) * 168
    let ticksPerHour = SimulationDuration.ticksPerHour
    var hour = time.ticks / ticksPerHour
    var inHour = Double(time.ticks - hour * ticksPerHour) / Double(ticksPerHour)
    // A whole week gathers 168 hours' worth, wherever it begins.
    let perWeek = 168 * row.ratePerHour
    if remaining > 2 * perWeek {
      let weeks = (remaining / perWeek).rounded(.down) - 1
      if weeks * 168 > 1_500_000 { return SimulationTime(ticks: (1 << 52) - 1) }
      hour += Int64(weeks) * 168
      remaining -= weeks * perWeek
    }
    while true {
      let rate =
        weeklyRates[base + Int((hour + Int64(startHourOfWeek)) % 168)] * row.ratePerHour
      let worth = rate * (1 - inHour)
      if worth > remaining {
        let ticks = Int64(((Double(hour) + inHour + remaining / rate) * Double(ticksPerHour)).rounded())
        return SimulationTime(ticks: max(ticks, time.ticks))
      }
      remaining -= worth
      hour += 1
      inHour = 0
    }
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
