import OutputStatistics
import RandomStreams
import SimulationKernel

/// Reads figures out of the regions' ledgers; regions are always folded in index order.
struct LedgerReader {
  let network: CareNetwork
  let horizonDays: Int
  let drainDays: Int

  func sum(_ engine: borrowing CareEngine, _ column: DayCount, until day: Int) -> Double {
    var total: Int64 = 0
    for region in 0..<network.regions.count {
      for index in 0..<day {
        total += engine[region: region].ledger.counts[index * DayCount.width + column.rawValue]
      }
    }
    return Double(total)
  }

  /// Sum of a unit figure over the days before `day`.
  func figure(
    _ region: borrowing RegionState, _ figure: DayUnitFigure, kind: Int, until day: Int
  ) -> Double {
    var total = 0.0
    for index in 0..<day { total += self.figure(region, figure, kind: kind, day: index) }
    return total
  }

  func figure(
    _ region: borrowing RegionState, _ figure: DayUnitFigure, kind: Int, day: Int
  ) -> Double {
    Double(region.ledger.figure(figure, kind: kind, day: day))
  }

  /// Occupied, share, over staffed, waiting, region-days over capacity, starts, planned starts, moves.
  func unitFigures(_ kind: Int, _ engine: borrowing CareEngine) -> [Double?] {
    let span = Double(horizonDays) * Double(SimulationDuration.ticksPerDay)
    let day = Double(SimulationDuration.ticksPerDay)
    var sums = [Double](repeating: 0, count: DayUnitFigure.width)
    var staffed = 0
    var overDays = 0
    for region in 0..<network.regions.count {
      let places = engine[region: region].staffed(kind: kind)
      staffed += places
      for column in DayUnitFigure.allCases {
        sums[column.rawValue] += figure(engine[region: region], column, kind: kind, until: horizonDays)
      }
      for index in 0..<horizonDays {
        let used = figure(engine[region: region], .occupiedArea, kind: kind, day: index) / day
        if used > Double(places) { overDays += 1 }
      }
    }
    let occupied = sums[DayUnitFigure.occupiedArea.rawValue] / span
    let over = sums[DayUnitFigure.overStaffedArea.rawValue] / span
    let starts = sums[DayUnitFigure.starts.rawValue]
    let weeks = Double(horizonDays) / 7
    return [
      occupied, staffed > 0 ? occupied / Double(staffed) : nil,
      staffed > 0 ? 100 * over / Double(staffed) : nil,
      sums[DayUnitFigure.waitingArea.rawValue] / span, Double(overDays), starts / weeks,
      sums[DayUnitFigure.plannedStarts.rawValue] / weeks,
      starts > 0 ? sums[DayUnitFigure.moves.rawValue] / starts : nil,
    ]
  }

  /// The waits of every queued kind, casualties first.
  func waits(_ engine: borrowing CareEngine, kinds: [Int]) -> [WaitRecord] {
    var records: [WaitRecord] = []
    for kind in kinds {
      for isCasualty in [true, false] {
        let group = (kind * 2 + (isCasualty ? 1 : 0)) * 4
        var started = bins(group + WaitEnd.started.rawValue, engine)
        started[0] += startedAtOnce(kind, isCasualty: isCasualty, engine)
        records.append(
          WaitRecord(
            unitKind: kind, isCasualty: isCasualty, started: started,
            died: bins(group + WaitEnd.died.rawValue, engine),
            left: bins(group + WaitEnd.left.rawValue, engine),
            stillWaiting: bins(group + WaitEnd.cut.rawValue, engine)))
      }
    }
    return records
  }

  /// Patients who got a place without a wait: no bin of a region counts them.
  private func startedAtOnce(_ kind: Int, isCasualty: Bool, _ engine: borrowing CareEngine) -> Int {
    var sum: Int64 = 0
    for index in network.classes.indices where (network.classes[index].origin != .ordinary) == isCasualty {
      for region in 0..<network.regions.count {
        sum += engine[region: region].ledger.requests[kind * network.classes.count + index].atOnce
      }
    }
    return Int(sum)
  }

  /// One histogram of waits, summed over regions.
  private func bins(_ group: Int, _ engine: borrowing CareEngine) -> [Int] {
    var sums = [Int](repeating: 0, count: Ledger.waitBins)
    for region in 0..<network.regions.count {
      engine[region: region].ledger.addWaits(ofGroup: group, to: &sums)
    }
    return sums
  }

  /// Restricted mean, share within the target, waiting at the horizon, died waiting.
  func waitFigures(_ record: WaitRecord, _ engine: borrowing CareEngine) -> [Double?] {
    var requests = RequestRow.none
    var waiting: Int64 = 0
    let classCount = network.classes.count
    for region in 0..<network.regions.count {
      waiting +=
        engine[region: region].ledger.waitingAtHorizon[record.unitKind * 2 + (record.isCasualty ? 1 : 0)]
      for index in 0..<classCount where (network.classes[index].origin != .ordinary) == record.isCasualty {
        requests.add(engine[region: region].ledger.requests[record.unitKind * classCount + index])
      }
    }
    let died = record.died.reduce(0, +)
    let survival = record.survival
    // As long as all of the cohort are followed: beyond, the curve would be that of the first who came.
    let days = min(14, drainDays)
    return [
      survival.total > 0 && days > 0 ? LifeTable(survival).restrictedMean(until: Double(days) * 24) : nil,
      requests.requests > 0 ? Double(requests.withinTarget) / Double(requests.requests) : nil,
      Double(waiting), Double(died),
    ]
  }

  /// A figure asked for by name.
  func declared(_ measure: DeclaredMeasure, _ engine: borrowing CareEngine) -> Double? {
    let source = MeasureSource(measure, in: network)
    let regions = source.regions
    switch measure.quantity {
    case .waitDeviation, .stayDeviation, .systemDeviation, .toStepDeviation,
      .meanWaitHours, .waitedShare, .waitedOverShare, .waitQuantile, .refusedShare, .gaveUpShare, .refused,
      .pushedOut,
      .requests, .meanStayHours, .stayQuantile, .staysPerPatient, .bedDaysPerPatient, .exits,
      .meanOccupied, .meanQueue, .meanBlocked, .meanOpenPlaces, .utilisation, .placeDaysClosedForStaff,
      .occupiedTimeShare, .waitingTimeShare, .meanPresent, .left,
      .meanHoursInSystem, .systemQuantile, .inSystemOverShare, .meanHoursToStep, .toStepQuantile,
      .toStepOverShare, .arrivals, .deaths, .deathShare, .transfers,
      .meanVehicleWaitHours, .vehicleWaitQuantile:
      return summed(source, engine)
    case .delayProbability(let places):
      return measure.unitKind.flatMap { delayProbability(places: places, kind: $0, in: regions, engine) }
    case .meanPresentStaff: return measure.profession.map { presentStaff($0, in: regions, engine) }
    case .firstOccupiedHours, .firstWaitingHours: return firstHours(source, engine)
    case .lastOccupiedHours: return lastHours(source, engine)
    case .firstDayWaiting(let least):
      return measure.unitKind.flatMap { firstDay(waiting: least, for: $0, in: regions, engine) }
    case .stockUsed: return measure.stock.map { stockSum(.used, $0, in: regions, engine) }
    case .stockShort: return measure.stock.map { stockSum(.short, $0, in: regions, engine) }
    case .firstDayShort: return measure.stock.flatMap { firstDay(without: $0, in: regions, engine) }
    case .lowestDaysOfSupply: return measure.stock.flatMap { lowestDays($0, in: regions, engine) }
    case .stockWasted: return measure.stock.map { stockSum(.wasted, $0, in: regions, engine) }
    case .lowestDaysAtNormalUse:
      return measure.stock.flatMap { lowestDaysAtNormalUse($0, in: regions, engine) }
    case .vehiclesLost:
      return measure.fleet.map { fleet in
        regions.reduce(0) { $0 + Double(engine[region: $1].fleets[fleet].lost) }
      }
    case .killed: return toll(measure, in: regions, engine) { $0.killed }
    case .hurt: return toll(measure, in: regions, engine) { $0.killed + $0.wounded + $0.ill }
    case .disruptions:
      var sum: Int64 = 0
      for region in regions {
        for cause in 0..<engine[region: region].happenings.occasions.count
        where measure.cause == nil || measure.cause?.code == cause {
          sum += engine[region: region].happenings.occasions[cause]
        }
      }
      return Double(sum)
    case .lostPlaceDays:
      var sum: Int128 = 0
      for region in regions {
        sum += engine[region: region].lostPlaceTicks(
          cause: measure.cause?.code, kind: measure.unitKind, now: engine.now.ticks)
      }
      return Double(sum) / Double(SimulationDuration.ticksPerDay)
    case .displaced:
      var sum: Int64 = 0
      for region in regions {
        sum += engine[region: region].displacedPatients(cause: measure.cause?.code, kind: measure.unitKind)
      }
      return Double(sum)
    case .occupiedAt, .waitingAt, .presentAt, .deathsAt, .forcePresentAt: return nil
    case .peakOccupied, .peakOccupiedDay, .occupiedQuantile, .occupiedError, .occupiedBias:
      return census(measure.quantity, in: regions, engine)
    }
  }

  /// The figure of what is added up to the end of the run, areas to the horizon.
  private func summed(_ source: MeasureSource, _ engine: borrowing CareEngine) -> Double? {
    source.sums(engine).figure(
      of: source, over: Int64(horizonDays) * SimulationDuration.ticksPerDay,
      unitCount: source.watched(engine).count)
  }

  /// The figure of a span of the run; nil where it goes beyond the horizon.
  func spanned(
    _ spanned: SpannedMeasure, _ engine: borrowing CareEngine, _ world: borrowing Surroundings
  ) -> Double? {
    if spanned.span.isBeyond(horizonHours: Double(horizonDays) * 24) { return nil }
    var sums = spanned.total(spanned.source.sums(engine))
    sums.requests.requests += spanned.source.movedRequests(engine, in: spanned, world)
    return sums.figure(
      of: spanned.source, over: spanned.length(world), unitCount: spanned.source.watched(engine).count)
  }

  /// Casualties of one cause or of all.
  private func toll(
    _ measure: DeclaredMeasure, in regions: Range<Int>, _ engine: borrowing CareEngine,
    _ number: (TollRow) -> Int64
  ) -> Double {
    let hash = measure.happening.map { streamHash($0) }
    var sum: Int64 = 0
    for region in regions {
      for cause in 0..<engine[region: region].happenings.tolls.count {
        let row = engine[region: region].happenings.tolls[cause]
        if hash == nil || row.idHash == hash { sum += number(row) }
      }
    }
    return Double(sum)
  }

  /// Days to the horizon that end with `places` patients in places of `kind`, over those that end with no more.
  func delayProbability(
    places: Int, kind: Int, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    var equal = 0
    var atMost = 0
    for day in 0..<horizonDays {
      var census = 0
      for region in regions {
        census += Int(engine[region: region].ledger.census[day * network.unitKinds.count + kind])
      }
      if census == places { equal += 1 }
      if census <= places { atMost += 1 }
    }
    return atMost > 0 ? Double(equal) / Double(atMost) : nil
  }

  /// Mean persons of a profession present to the horizon.
  func presentStaff(
    _ profession: Int, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double {
    var area = 0.0
    for region in regions {
      for day in 0..<horizonDays {
        area += engine[region: region].ledger.staffAreas[day * network.professions.count + profession]
      }
    }
    return area / (Double(horizonDays) * Double(SimulationDuration.ticksPerDay))
  }

  func stock(
    _ figure: StockFigure, _ stock: Int, region: Int, day: Int, _ engine: borrowing CareEngine
  ) -> Double {
    engine[region: region].ledger.stockFigures[
      (day * network.stocks.count + stock) * StockFigure.width + figure.rawValue]
  }

  func stockSum(
    _ figure: StockFigure, _ stock: Int, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double {
    var sum = 0.0
    for region in regions {
      for day in 0..<horizonDays { sum += self.stock(figure, stock, region: region, day: day, engine) }
    }
    return sum
  }

  func lowestDays(_ stock: Int, in regions: Range<Int>, _ engine: borrowing CareEngine) -> Double? {
    var lowest: Double?
    for region in regions {
      for day in 0..<horizonDays {
        let used = self.stock(.used, stock, region: region, day: day, engine)
        guard used > 0 else { continue }
        let days = self.stock(.level, stock, region: region, day: day, engine) / used
        lowest = min(lowest ?? days, days)
      }
    }
    return lowest
  }

  /// Of regions that say a normal use above 0; nil when none does.
  func lowestDaysAtNormalUse(
    _ stock: Int, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    var lowest: Double?
    for region in regions {
      let use: Double =
        switch network.stocks[stock].normalUsePerDay {
        case .fixed(let value): value
        case .column(let name):
          network.regions[region].parameters.first { $0.name == name }?.value ?? 0
        case nil: 0
        }
      guard use > 0 else { continue }
      for day in 0..<horizonDays {
        let days = self.stock(.level, stock, region: region, day: day, engine) / use
        lowest = min(lowest ?? days, days)
      }
    }
    return lowest
  }
}

extension RequestRow {
  /// - Parameter times: −1 takes off.
  mutating func add(_ other: RequestRow, times: Int64 = 1) {
    requests += times * other.requests
    atOnce += times * other.atOnce
    refused += times * other.refused
    started += times * other.started
    waitTicks += Int128(times) * other.waitTicks
    withinTarget += times * other.withinTarget
    exits += times * other.exits
    ended += times * other.ended
    gaveUp += times * other.gaveUp
    pushedOut += times * other.pushedOut
    stayTicks += Int128(times) * other.stayTicks
  }
}

extension ClassTotalRow {
  /// - Parameter times: −1 takes off.
  mutating func add(_ other: ClassTotalRow, times: Int64 = 1) {
    arrivals += times * other.arrivals
    left += times * other.left
    ticksInSystem += Int128(times) * other.ticksInSystem
    deaths += times * other.deaths
    received += times * other.received
  }
}

extension VehicleWaitRow {
  /// - Parameter times: −1 takes off.
  mutating func add(_ other: VehicleWaitRow, times: Int64 = 1) {
    departures += times * other.departures
    waitTicks += Int128(times) * other.waitTicks
  }
}
