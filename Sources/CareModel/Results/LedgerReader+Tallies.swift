import OutputStatistics
import SimulationKernel

// Figures of declared measures by class, by facility and by way out, and first days.
extension LedgerReader {
  /// Patients times microseconds from day 0 to the horizon as a mean number.
  private func overTime(_ area: Int128) -> Double {
    Double(area) / (Double(horizonDays) * Double(SimulationDuration.ticksPerDay))
  }

  /// Mean number over time of a unit, of all patients, of some classes or of one facility.
  func mean(
    _ measure: DeclaredMeasure, _ column: DayUnitFigure, in regions: Range<Int>,
    _ engine: borrowing CareEngine
  ) -> Double? {
    guard let kind = measure.unitKind else { return nil }
    if let facility = measure.facility { return mean(ofFacility: facility, kind: kind, column, engine) }
    if measure.classes.isEmpty {
      var sum = 0.0
      for region in regions {
        sum += figure(engine[region: region], column, kind: kind, until: horizonDays)
      }
      return sum / (Double(horizonDays) * Double(SimulationDuration.ticksPerDay))
    }
    var area: Int128 = 0
    for region in regions {
      for index in measure.classes {
        switch column {
        case .occupiedArea:
          area += engine[region: region].tallies.area(.occupied(kind: kind), patientClass: index)
        case .waitingArea:
          area += engine[region: region].tallies.area(.waiting(kind: kind), patientClass: index)
        default: return nil
        }
      }
    }
    return overTime(area)
  }

  private func mean(
    ofFacility facility: Int, kind: Int, _ column: DayUnitFigure, _ engine: borrowing CareEngine
  ) -> Double? {
    let region = network.facilities[facility].region
    for unit in 0..<engine[region: region].unitCount
    where engine[region: region].facility(ofUnit: unit) == facility
      && engine[region: region].kind(ofUnit: unit) == kind
    {
      let areas = engine[region: region].tallies.unitAreas[unit]
      switch column {
      case .occupiedArea: return overTime(areas.occupied)
      case .waitingArea: return overTime(areas.waiting)
      case .blockedArea: return overTime(areas.blocked)
      default: return nil
      }
    }
    return nil
  }

  /// Mean number of patients in the regions.
  func meanPresent(
    _ measure: DeclaredMeasure, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    var area: Int128 = 0
    for region in regions {
      for index in network.classes.indices where measure.classes.isEmpty || measure.classes.contains(index) {
        area += engine[region: region].tallies.area(.present, patientClass: index)
      }
    }
    return overTime(area)
  }

  /// Patients of the cohort who left alive by one way out.
  func exits(
    _ measure: DeclaredMeasure, by outcome: Outcome, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    var sum: Int64 = 0
    for region in regions {
      for index in network.classes.indices where measure.classes.isEmpty || measure.classes.contains(index) {
        sum += engine[region: region].tallies.exits[index * Outcome.allCases.count + outcome.code]
      }
    }
    return Double(sum)
  }

  /// Of the waits that ended in a place, those longer than the measure's limit.
  func overShare(
    _ measure: DeclaredMeasure, _ requests: RequestRow, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    guard requests.started > 0, let wanted = measure.waitLimit(in: network),
      let limit = network.waitLimits.firstIndex(of: wanted)
    else { return nil }
    var over: Int64 = 0
    for region in regions {
      for index in network.classes.indices where measure.classes.isEmpty || measure.classes.contains(index) {
        over += engine[region: region].tallies.overLimit[limit * network.classes.count + index]
      }
    }
    return Double(over) / Double(requests.started)
  }

  /// Share of the time to the horizon in which what the measure asks of a unit holds: the mean over the units in the
  /// regions, or that of one facility; nil where there is none.
  func timeShare(
    _ measure: DeclaredMeasure, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    let spans = watchedSpans(measure, in: regions, engine)
    if spans.isEmpty { return nil }
    return overTime(spans.reduce(0) { $0 + Int128($1.ticks) }) / Double(spans.count)
  }

  /// Hours after day 0 until it holds in the first of those units; nil where it does in none.
  func firstHours(
    _ measure: DeclaredMeasure, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    let first = watchedSpans(measure, in: regions, engine).map(\.first).min() ?? .max
    return first < .max ? Double(first - engine[region: regions.lowerBound].startTicks) / 3.6e9 : nil
  }

  private func watchedSpans(
    _ measure: DeclaredMeasure, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> [Tallies.WatchedSpan] {
    guard let watch = measure.unitWatch else { return [] }
    var spans: [Tallies.WatchedSpan] = []
    for region in regions {
      for unit in 0..<engine[region: region].unitCount
      where engine[region: region].kind(ofUnit: unit) == Int(watch.kind)
        && (measure.facility == nil || engine[region: region].facility(ofUnit: unit) == measure.facility)
      {
        if let span = engine[region: region].tallies.span(of: watch, at: unit) { spans.append(span) }
      }
    }
    return spans
  }

  /// Hours that a share of durations did not exceed.
  func quantile(_ measure: DeclaredMeasure, in regions: Range<Int>, _ engine: borrowing CareEngine) -> Double?
  {
    guard let (duration, share) = measure.quantile(in: network),
      let row = network.timedDurations.firstIndex(of: duration)
    else { return nil }
    var sums = [Int64](repeating: 0, count: LogLinearBins.count)
    for region in regions {
      for bin in sums.indices {
        sums[bin] += engine[region: region].tallies.lengths[row * LogLinearBins.count + bin]
      }
    }
    return LogLinearBins.quantile(of: sums, at: share).map { $0 / 3.6e9 }
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

  /// The first day to the horizon with a use of the stock that went without.
  func firstDay(
    without stock: Int, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    let day = (0..<horizonDays).first { day in
      for region in regions where self.stock(.short, stock, region: region, day: day, engine) > 0 {
        return true
      }
      return false
    }
    return day.map { Double($0) }
  }
}
