import SimulationKernel

// When something first or last was so.
extension LedgerReader {
  /// Hours after day 0 until what the measure asks of a unit holds in the first of the units; nil where it does in none.
  func firstHours(_ source: MeasureSource, _ engine: borrowing CareEngine) -> Double? {
    let first = source.watched(engine).map(\.first).min() ?? .max
    return first < .max ? hours(at: first, engine) : nil
  }

  /// Hours after day 0 until it last held in the last of the units; nil where it held in none.
  func lastHours(_ source: MeasureSource, _ engine: borrowing CareEngine) -> Double? {
    let last = source.watched(engine).map(\.last).max() ?? .min
    return last > .min ? hours(at: last, engine) : nil
  }

  private func hours(at ticks: Int64, _ engine: borrowing CareEngine) -> Double {
    Double(ticks - engine[region: 0].startTicks) / 3.6e9
  }

  /// The first day to the horizon on which the mean number waiting is at least so many.
  func firstDay(
    waiting least: Double, for kind: Int, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    let day = (0..<horizonDays).first { day in
      var area = 0.0
      for region in regions { area += figure(engine[region: region], .waitingArea, kind: kind, day: day) }
      return area / Double(SimulationDuration.ticksPerDay) >= least
    }
    return day.map { Double($0) }
  }

  /// The first day to the horizon on which the stock did not suffice.
  func firstDay(
    without stock: Int, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    let day = (0..<horizonDays).first { day in
      for region in regions where self.stock(.ranOut, stock, region: region, day: day, engine) > 0 {
        return true
      }
      return false
    }
    return day.map { Double($0) }
  }
}
