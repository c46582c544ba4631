import OutputStatistics
import SimulationKernel

/// Where the regions count what a declared measure adds up.
struct MeasureSource: Sendable {
  let measure: DeclaredMeasure
  /// Regions and classes that count.
  let regions: Range<Int>
  let classes: [Int]
  private let classCount: Int
  private let tallyScope: TallyScope
  /// Place among the requests that are counted apart, or nil.
  private let scope: Int?
  /// Places among the limits and the durations that are counted for measures.
  private let limit: Int?
  private let duration: Int?

  init(_ measure: DeclaredMeasure, in network: CareNetwork) {
    self.measure = measure
    regions = measure.region.map { $0..<($0 + 1) } ?? 0..<network.regions.count
    classCount = network.classes.count
    classes = network.classes.indices.filter { measure.classes.isEmpty || measure.classes.contains($0) }
    tallyScope = TallyScope(measure, in: network)
    scope = measure.requestScope(in: network).flatMap { network.requestScopes.firstIndex(of: $0) }
    limit = measure.limit(in: network).flatMap { network.durationLimits.firstIndex(of: $0) }
    duration = measure.quantile(in: network).flatMap { network.timedDurations.firstIndex(of: $0.duration) }
  }

  /// What has been added up so far.
  ///
  /// - Parameter isUnderWay: whether it is asked for in the middle of the run, when areas of today are with the units
  ///   still, which must have been brought up to now; else the run has ended.
  func sums(_ engine: borrowing CareEngine, isUnderWay: Bool = false) -> MeasureSums {
    var sums = MeasureSums()
    if duration != nil { sums.lengths = [Int64](repeating: 0, count: LogLinearBins.count) }
    for region in regions { add(engine[region: region], to: &sums) }
    sums.area = area(engine, isUnderWay: isUnderWay)
    if case .utilisation = measure.quantity { sums.openArea = area(of: .openArea, engine, isUnderWay) }
    return sums
  }

  private func add(_ region: borrowing RegionState, to sums: inout MeasureSums) {
    for index in classes {
      sums.totals.add(region.ledger.classTotals[index])
      if let scope {
        add(region.tallies.requests[scope * classCount + index], to: &sums)
      } else if let kind = measure.unitKind {
        sums.requests.add(region.ledger.requests[kind * classCount + index])
      }
      if let fleet = measure.fleet {
        sums.vehicles.add(region.ledger.vehicleWaits[fleet * classCount + index])
      }
      if let limit { sums.overLimit += region.tallies.overLimit[limit * classCount + index] }
      if case .systemDeviation = measure.quantity { sums.squares &+= region.tallies.systemSquares[index] }
      if case .left(let outcome) = measure.quantity {
        sums.exits += region.tallies.exits[index * Outcome.allCases.count + outcome.code]
      }
    }
    guard let duration else { return }
    for bin in sums.lengths.indices {
      sums.lengths[bin] += region.tallies.lengths[duration * LogLinearBins.count + bin]
    }
  }

  /// Requests that belong to the measure's part of the run by the class that they went over to later, less those that
  /// belong no more.
  ///
  /// - Complexity: O(requests that went over × stretches).
  func movedRequests(
    _ engine: borrowing CareEngine, in spanned: SpannedMeasure, _ world: borrowing Surroundings
  ) -> Int64 {
    guard let kind = measure.unitKind, !measure.classes.isEmpty else { return 0 }
    var sum: Int64 = 0
    for region in regions {
      for index in 0..<engine[region: region].tallies.movedRequests.count {
        let moved = engine[region: region].tallies.movedRequests[index]
        guard Int(moved.kind) == kind, tallyScope.contains(step: moved.step, facility: moved.facility) else {
          continue
        }
        let change =
          (classes.contains(Int(moved.joined)) ? 1 : 0) - (classes.contains(Int(moved.former)) ? 1 : 0)
        if change != 0 { sum += Int64(change) * spanned.edges(from: moved.since, to: moved.until, world) }
      }
    }
    return sum
  }

  private func add(_ tally: RequestTally, to sums: inout MeasureSums) {
    sums.requests.add(tally.row)
    sums.begun += tally.begun
    sums.ticksToStep += tally.ticksToStep
    switch measure.quantity {
    case .waitDeviation: sums.squares &+= tally.waitSquares
    case .stayDeviation: sums.squares &+= tally.staySquares
    case .toStepDeviation: sums.squares &+= tally.toStepSquares
    default: break
    }
  }

  private func area(_ engine: borrowing CareEngine, isUnderWay: Bool) -> Int128 {
    switch measure.quantity {
    case .meanOccupied, .utilisation: return area(of: .occupiedArea, engine, isUnderWay)
    case .meanQueue: return area(of: .waitingArea, engine, isUnderWay)
    case .meanBlocked: return area(of: .blockedArea, engine, isUnderWay)
    case .meanOpenPlaces: return area(of: .openArea, engine, isUnderWay)
    case .placeDaysClosedForStaff: return area(of: .closedArea, engine, isUnderWay)
    case .meanPresent:
      var sum: Int128 = 0
      for region in regions { sum += tallied(.present, engine[region: region], engine.now.ticks) }
      return sum
    case .occupiedTimeShare, .waitingTimeShare:
      return watched(engine).reduce(0) { $0 + Int128($1.ticks) }
    default: return 0
    }
  }

  /// The area of a unit, of all patients, of some classes or of one facility.
  private func area(of column: DayUnitFigure, _ engine: borrowing CareEngine, _ isUnderWay: Bool) -> Int128 {
    guard let kind = measure.unitKind else { return 0 }
    var sum: Int128 = 0
    for region in regions {
      // Of places there are no classes.
      if !measure.classes.isEmpty, let place = Tallies.Place(column, kind: kind) {
        sum += tallied(place, engine[region: region], engine.now.ticks)
        continue
      }
      if measure.facility == nil { sum += dayArea(of: column, kind, engine[region: region]) }
      for unit in 0..<engine[region: region].unitCount
      where engine[region: region].kind(ofUnit: unit) == kind {
        var areas = Tallies.UnitAreas()
        if let facility = measure.facility {
          guard engine[region: region].facility(ofUnit: unit) == facility else { continue }
          areas = engine[region: region].tallies.unitAreas[unit]
        }
        if isUnderWay {
          areas.add(engine[region: region].units[unit])
          areas.add(engine[region: region].openings[unit])
        }
        sum += areas.area(of: column)
      }
    }
    return sum
  }

  /// Of the days that are closed, to the horizon.
  private func dayArea(of column: DayUnitFigure, _ kind: Int, _ region: borrowing RegionState) -> Int128 {
    let days = Int((region.horizonTicks - region.startTicks) / SimulationDuration.ticksPerDay)
    var sum: Int128 = 0
    for day in 0..<days { sum += Int128(region.ledger.figure(column, kind: kind, day: day)) }
    return sum
  }

  private func tallied(_ place: Tallies.Place, _ region: borrowing RegionState, _ now: Int64) -> Int128 {
    var sum: Int128 = 0
    for place in region.places(place, ofFacility: measure.facility) {
      for index in classes { sum += region.tallies.area(place, patientClass: index, at: now) }
    }
    return sum
  }

  /// When the condition of the measure held, for each of the units in question.
  func watched(_ engine: borrowing CareEngine) -> [Tallies.WatchedSpan] {
    guard let watch = measure.unitWatch else { return [] }
    var spans: [Tallies.WatchedSpan] = []
    for region in regions {
      for unit in 0..<engine[region: region].unitCount
      where engine[region: region].kind(ofUnit: unit) == Int(watch.kind)
        && (measure.facility == nil || engine[region: region].facility(ofUnit: unit) == measure.facility)
      {
        if let span = engine[region: region].tallies.span(of: watch, at: unit, now: engine.now.ticks) {
          spans.append(span)
        }
      }
    }
    return spans
  }
}
