import OutputStatistics
import SimulationKernel

// Figures of what was added up in a span of the run, or in all of it.
extension MeasureSums {
  /// The figure of a measure whose sums these are; nil where there is nothing to divide by, or where it is not made of
  /// sums.
  ///
  /// - Parameter ticks: length of the span, microseconds.
  func figure(of source: MeasureSource, over ticks: Int64, unitCount: Int) -> Double? {
    switch source.measure.quantity {
    case .meanWaitHours: ratio(requests.waitTicks, requests.started, per: 3.6e9)
    case .waitDeviation: deviation(of: requests.waitTicks, requests.started)
    case .waitedShare: ratio(requests.atOnce, requests.requests - requests.refused).map { 1 - $0 }
    case .waitedOverShare: ratio(overLimit, requests.started)
    case .toStepOverShare: ratio(overLimit, begun)
    case .inSystemOverShare: ratio(overLimit, totals.left)
    case .meanHoursToStep: ratio(ticksToStep, begun, per: 3.6e9)
    case .toStepDeviation: deviation(of: ticksToStep, begun)
    case .waitQuantile(let share), .stayQuantile(let share), .vehicleWaitQuantile(let share),
      .systemQuantile(let share), .toStepQuantile(let share):
      LogLinearBins.quantile(of: lengths, at: share).map { $0 / 3.6e9 }
    case .refusedShare: ratio(requests.refused, requests.requests)
    case .gaveUpShare: ratio(requests.gaveUp, requests.requests)
    case .refused: Double(requests.refused)
    case .pushedOut: Double(requests.pushedOut)
    case .requests: Double(requests.requests)
    case .meanStayHours: ratio(requests.stayTicks, requests.ended, per: 3.6e9)
    case .stayDeviation: deviation(of: requests.stayTicks, requests.ended)
    case .staysPerPatient: ratio(requests.started, totals.arrivals)
    case .bedDaysPerPatient: ratio(requests.stayTicks, totals.arrivals, per: 8.64e10)
    case .exits: Double(requests.exits)
    case .meanOccupied, .meanQueue, .meanBlocked, .meanOpenPlaces, .meanPresent: ratio(area, ticks)
    case .placeDaysClosedForStaff: ratio(area, SimulationDuration.ticksPerDay)
    case .utilisation: ratio(area, openArea)
    case .occupiedTimeShare, .waitingTimeShare:
      unitCount > 0 ? ratio(area, ticks).map { $0 / Double(unitCount) } : nil
    case .left: Double(exits)
    case .meanHoursInSystem: ratio(totals.ticksInSystem, totals.left, per: 3.6e9)
    case .systemDeviation: deviation(of: totals.ticksInSystem, totals.left)
    case .arrivals: Double(totals.arrivals)
    case .deaths: Double(totals.deaths)
    case .deathShare: ratio(totals.deaths, totals.arrivals)
    case .transfers: Double(totals.received)
    case .meanVehicleWaitHours: ratio(vehicles.waitTicks, vehicles.departures, per: 3.6e9)
    default: nil
    }
  }

  /// The sample standard deviation of durations, hours, of their sum and number in microseconds; nil of fewer than two.
  ///
  /// Exact but for the last steps: the squares are taken about a whole number next to the mean before anything is rounded.
  private func deviation(of sum: Int128, _ number: Int64) -> Double? {
    guard number > 1 else { return nil }
    let (mean, rest) = sum.quotientAndRemainder(dividingBy: Int128(number))
    let aboutMean = squares &- 2 &* mean &* sum &+ mean &* mean &* Int128(number)
    let squared = Double(aboutMean) - Double(rest) * Double(rest) / Double(number)
    return (max(0, squared) / Double(number - 1)).squareRoot() / 3.6e9
  }

  private func ratio(
    _ sum: some BinaryInteger, _ number: some BinaryInteger, per unit: Double = 1
  ) -> Double? {
    number > 0 ? Double(sum) / Double(number) / unit : nil
  }
}
