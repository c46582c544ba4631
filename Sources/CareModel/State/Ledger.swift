package import SimulationKernel

/// Counters of one region and day. The raw value is the column: what almost every patient counts comes first, in
/// one cache line. Deaths are of those who arrived before the horizon, also in the run-in.
package enum DayCount: Int, CaseIterable, Sendable {
  case arrivals, cohortArrivals, hospitalBedsNeeded, hospitalAdmissions
  case casualtyArrivals, cohortCasualties, movesWithinRegion
  case diedBeforeTreatment, diedWaiting, diedInTransit, diedInTreatment, ordinaryDiedWaiting
  case ordinaryDiedOtherwise, diedPostponed
  case postponed, calledIn, postponedToEmergency
  case transfersOut, transfersIn, moveDelayTicks
  case evacuated, refused
  case deaths, casualtyDeaths

  /// Columns of a row; more than there are counters, so that every row begins at a cache line.
  package static var width: Int { 32 }
}

/// Figures of one region, unit kind and day: time areas in places times microseconds, then counts.
package enum DayUnitFigure: Int, CaseIterable, Sendable {
  case occupiedArea, overStaffedArea, waitingArea, dischargeReadyArea
  case starts, plannedStarts, moves, blockedArea, openArea, closedArea

  /// Columns of a row; more than there are figures, so that every row begins at a cache line.
  package static var width: Int { 16 }
}

/// Figures of one region, stock and day.
package enum StockFigure: Int, CaseIterable, Sendable {
  case level, used, short
  /// 1 on a day on which it did not suffice.
  case ranOut
  case wasted

  /// Number of columns.
  package static var width: Int { 5 }
}

/// How a wait for a unit ended.
package enum WaitEnd: Int, CaseIterable, Sendable {
  /// The patient got the place.
  case started
  /// The patient died.
  case died
  /// The patient left the queue alive without the place: their patience ended, or they joined a class that goes
  /// another way.
  case left
  /// The run ended first.
  case cut
}

/// Requests for a kind of unit by one class, of the cohort.
///
/// What nearly every patient changes fills the first 64 bytes, one cache line; a row is two.
package struct RequestRow: BitwiseCopyable {
  package var requests: Int64
  package var atOnce: Int64
  package var started: Int64
  package var withinTarget: Int64
  /// Patients who left the network alive from a place of the unit.
  package var exits: Int64
  /// Stays in the unit that ended, and their sum.
  package var ended: Int64
  package var stayTicks: Int128
  /// Wide: a million patients who wait a hundred days come near 2^63 microseconds.
  package var waitTicks: Int128
  package var refused: Int64
  /// Waits that ended with the patient's patience.
  package var gaveUp: Int64
  /// Stays that were broken off for a more urgent patient.
  package var pushedOut: Int64
  private var unused: (Int64, Int64, Int64) = (0, 0, 0)

  package static let none = RequestRow()

  private init() {
    (requests, atOnce, started, withinTarget, exits, ended) = (0, 0, 0, 0, 0, 0)
    (stayTicks, waitTicks, refused, gaveUp, pushedOut) = (0, 0, 0, 0, 0)
  }

  /// A wait that lasted `waited` ended with a place.
  @inline(__always)
  mutating func start(after waited: Int64, target: Int64) {
    started &+= 1
    if waited == 0 {
      atOnce &+= 1
    } else {
      waitTicks += Int128(waited)
    }
    if waited <= target { withinTarget &+= 1 }
  }

  /// A stay that lasted `ticks` ended.
  @inline(__always)
  mutating func end(after ticks: Int64) {
    ended &+= 1
    stayTicks += Int128(ticks)
  }
}

/// Waits for vehicles of a fleet by one class, of the cohort.
package struct VehicleWaitRow: BitwiseCopyable {
  /// Waits that ended with a vehicle.
  package var departures: Int64
  package var waitTicks: Int128

  package static let none = VehicleWaitRow(departures: 0, waitTicks: 0)
}

/// Class totals of the cohort: one cache line.
package struct ClassTotalRow: BitwiseCopyable {
  package var arrivals: Int64
  package var left: Int64
  package var ticksInSystem: Int128
  package var deaths: Int64
  /// Patients who came from another region.
  package var received: Int64
  private var unused: Int128 = 0

  package static let none = ClassTotalRow()

  private init() {
    (arrivals, left, ticksInSystem, deaths, received) = (0, 0, 0, 0, 0)
  }

  /// A patient left alive, so long after they arrived.
  @inline(__always)
  mutating func leave(after ticks: Int64) {
    left &+= 1
    ticksInSystem += Int128(ticks)
  }
}

/// What one region counts from day 0 on.
package struct Ledger: ~Copyable {
  /// Half-hour bins to 30 days; bin 0 is no wait at all, the last holds everything longer.
  package static let waitBinTicks: Int64 = 1_800_000_000
  package static let waitBins = 1_442

  // What nearly every event counts in comes first.
  let classCount: Int
  /// First columns of today in `counts` and in `unitFigures`.
  private var todaysCounts: Int
  private var todaysFigures: Int
  /// `day * DayCount.width + column`; the last row takes what happens on no day that is counted.
  package var counts: Slab<Int64>
  /// `(day * kindCount + kind) * DayUnitFigure.width + column`; a last row as for `counts`.
  package var unitFigures: Slab<Int64>
  /// `kind * classCount + class`.
  package var requests: Slab<RequestRow>
  package var classTotals: Slab<ClassTotalRow>
  /// Waits of group `(kind * 2 + isCasualty) * 4 + end`, a run for each that has had one: how many of its bins are in use,
  /// then the bins. Most groups of most regions never have one. Who got a place at once is in `requests` alone.
  private var waits: Slab<Int32>
  /// Where the run of each group begins in `waits`, or −1.
  private var waitRuns: Slab<Int32>
  package let dayCount: Int
  let kindCount: Int
  /// `day * kindCount + kind`: most places in use at once, summed over units.
  package var peaks: Slab<Int32>
  /// `day * kindCount + kind`: patients in places at the end of the day.
  package var census: Slab<Int32>
  /// `(day * stockCount + stock) * StockFigure.width + column`.
  package var stockFigures: Slab<Double>
  /// `day * professions + profession`: persons present, times microseconds.
  package var staffAreas: Slab<Double>
  /// Planned patients on the list at the end of each day.
  package var postponed: Slab<Int32>
  /// Patients waiting for a vehicle by day, times microseconds.
  package var transportAreas: Slab<Int64>
  /// Patients sent, by region they go to, and last those flown to allies; of the days that are counted.
  package var sent: Slab<Int64>
  /// `fleet * classCount + class`.
  package var vehicleWaits: Slab<VehicleWaitRow>
  /// `kind * 2 + isCasualty`: cohort patients in the queue at the horizon.
  package var waitingAtHorizon: Slab<Int64>
  /// Sum of a mixed hash over the casualties that arrived: equal in all arms of a replication.
  package var casualtyDigest: UInt64

  init(
    dayCount: Int, regionCount: Int, kindCount: Int, classCount: Int, fleetCount: Int, stockCount: Int,
    professionCount: Int
  ) {
    self.dayCount = dayCount
    self.kindCount = kindCount
    self.classCount = classCount
    counts = Slab(repeating: 0, count: (dayCount + 1) * DayCount.width)
    unitFigures = Slab(repeating: 0, count: (dayCount + 1) * kindCount * DayUnitFigure.width)
    peaks = Slab(repeating: 0, count: dayCount * kindCount)
    census = Slab(repeating: 0, count: dayCount * kindCount)
    stockFigures = Slab(repeating: 0, count: dayCount * stockCount * StockFigure.width)
    staffAreas = Slab(repeating: 0, count: dayCount * professionCount)
    postponed = Slab(repeating: 0, count: dayCount)
    transportAreas = Slab(repeating: 0, count: dayCount)
    sent = Slab(repeating: 0, count: regionCount + 1)
    requests = Slab(repeating: .none, count: kindCount * classCount)
    classTotals = Slab(repeating: .none, count: classCount)
    vehicleWaits = Slab(repeating: .none, count: fleetCount * classCount)
    waits = Slab()
    waitRuns = Slab(repeating: -1, count: kindCount * 8)
    waitingAtHorizon = Slab(repeating: 0, count: kindCount * 2)
    casualtyDigest = 0
    (todaysCounts, todaysFigures) = (0, 0)
    turn(to: -1)
  }

  init(copying other: borrowing Ledger) {
    dayCount = other.dayCount
    kindCount = other.kindCount
    classCount = other.classCount
    counts = other.counts.copy()
    unitFigures = other.unitFigures.copy()
    peaks = other.peaks.copy()
    census = other.census.copy()
    stockFigures = other.stockFigures.copy()
    staffAreas = other.staffAreas.copy()
    postponed = other.postponed.copy()
    transportAreas = other.transportAreas.copy()
    sent = other.sent.copy()
    requests = other.requests.copy()
    classTotals = other.classTotals.copy()
    vehicleWaits = other.vehicleWaits.copy()
    waits = other.waits.copy()
    waitRuns = other.waitRuns.copy()
    waitingAtHorizon = other.waitingAtHorizon.copy()
    casualtyDigest = other.casualtyDigest
    (todaysCounts, todaysFigures) = (other.todaysCounts, other.todaysFigures)
  }

  /// Counts from now on for `day`; a day before day 0 or after the last counts for nothing.
  mutating func turn(to day: Int) {
    let row = day >= 0 && day < dayCount ? day : dayCount
    todaysCounts = row * DayCount.width
    todaysFigures = row * kindCount * DayUnitFigure.width
  }

  @inline(__always)
  mutating func add(_ column: DayCount, _ number: Int64 = 1) {
    counts[todaysCounts &+ column.rawValue] &+= number
  }

  @inline(__always)
  mutating func add(_ figure: DayUnitFigure, kind: Int, _ number: Int64 = 1) {
    unitFigures[todaysFigures &+ kind &* DayUnitFigure.width &+ figure.rawValue] &+= number
  }

  /// A figure of a kind on a day that is counted.
  borrowing func figure(_ figure: DayUnitFigure, kind: Int, day: Int) -> Int64 {
    unitFigures[(day * kindCount + kind) * DayUnitFigure.width + figure.rawValue]
  }

  /// Adds the areas and the peak of one unit of `kind` on a `day` that is counted.
  mutating func addAreas(of unit: UnitRow, kind: Int, day: Int) {
    let first = (day * kindCount + kind) * DayUnitFigure.width
    unitFigures[first + DayUnitFigure.occupiedArea.rawValue] += unit.occupiedArea
    unitFigures[first + DayUnitFigure.overStaffedArea.rawValue] += unit.overStaffedArea
    unitFigures[first + DayUnitFigure.waitingArea.rawValue] += unit.waitingArea
    unitFigures[first + DayUnitFigure.dischargeReadyArea.rawValue] += unit.dischargeReadyArea
    unitFigures[first + DayUnitFigure.blockedArea.rawValue] += unit.blockedArea
    peaks[day * kindCount + kind] += unit.mostOccupied
    census[day * kindCount + kind] += unit.occupied
  }

  /// Adds how many places of one unit of `kind` were open, and closed for lack of staff, on a `day` that is counted.
  mutating func addOpening(_ opening: OpeningRow, kind: Int, day: Int) {
    let first = (day * kindCount + kind) * DayUnitFigure.width
    unitFigures[first + DayUnitFigure.openArea.rawValue] += opening.openArea
    unitFigures[first + DayUnitFigure.closedArea.rawValue] += opening.closedArea
  }

  /// Adds the stays begun in places of `kind` on a `day` that is counted.
  mutating func addStarts(_ number: Int64, kind: Int, day: Int) {
    unitFigures[(day * kindCount + kind) * DayUnitFigure.width + DayUnitFigure.starts.rawValue] += number
  }

  /// A patient leaves for `region`, or, where it is nil, for allies.
  mutating func addSent(to region: Int?) {
    // The last row of the counts takes what happens on no day that is counted.
    guard todaysCounts < dayCount * DayCount.width else { return }
    sent[region ?? sent.count - 1] += 1
  }

  mutating func addPostponed(_ number: Int, day: Int) {
    guard day >= 0, day < dayCount else { return }
    postponed[day] = Int32(truncatingIfNeeded: number)
  }

  @inline(__always)
  mutating func addWait(kind: Int, isCasualty: Bool, end: WaitEnd, ticks: Int64) {
    let bin =
      ticks == 0 ? 0 : min(Ledger.waitBins &- 1, Int((ticks &- 1) / Ledger.waitBinTicks) &+ 1)
    let group = (kind &* 2 &+ (isCasualty ? 1 : 0)) &* 4 &+ end.rawValue
    var run = Int(waitRuns[group])
    if run < 0 { run = beginRun(ofGroup: group) }
    waits[run &+ 1 &+ bin] += 1
    if bin >= waits[run] { waits[run] = Int32(truncatingIfNeeded: bin + 1) }
  }

  @inline(never)
  private mutating func beginRun(ofGroup group: Int) -> Int {
    let run = waits.count
    for _ in 0...Ledger.waitBins { waits.append(0) }
    waitRuns[group] = Int32(truncatingIfNeeded: run)
    return run
  }

  /// Adds the bins of one group of waits to `sums`.
  package borrowing func addWaits(ofGroup group: Int, to sums: inout [Int]) {
    let run = Int(waitRuns[group])
    guard run >= 0 else { return }
    for bin in 0..<Int(waits[run]) { sums[bin] += Int(waits[run + 1 + bin]) }
  }
}
