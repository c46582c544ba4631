import RandomStreams
package import SimulationKernel
import Synchronization

/// One region in a run, an entity: its patients, units, queues, vehicles and counts.
///
/// Everything here changes by this region's own events alone. A policy borrows it and sees the public
/// members; nothing is built for a call.
public struct RegionState: ~Copyable, Sendable {
  // In the order of use: what every event touches comes first, in as few cache lines as can be.
  var nowTicks: Int64
  /// The midnight that ends the day; never in the run-in.
  var dayEndTicks: Int64
  var horizonTicks: Int64
  package var patients: Slab<PatientRow>
  package var units: Slab<UnitRow>
  var kinds: Slab<KindStateRow>
  var isMeasuring: Bool
  /// Whether today is a day from Monday to Friday.
  public internal(set) var isWeekday: Bool
  /// Rows of patients who have left, the last first. Apart from the rows, which are far from the processor by then.
  var freePatients: Slab<Int32>
  /// Units with a place that became free, to be given out before the event ends.
  var ready: Slab<Int32>
  var streams: Slab<StreamRow>
  package var livingCount: Int
  /// Index of the region in the network.
  public let index: Int
  // Conservation: arrived + received = left + died + sent + living.
  package var arrivedCount: Int
  package var leftCount: Int
  /// Notes for a trajectory, if one is asked for.
  package var journal = Journal()
  var tallies: Tallies
  package var ledger: Ledger
  /// What few patients need, and free rows of it.
  package var details: Slab<PatientDetails>
  var freeDetails: Slab<Int32>
  /// The unit whose place was given up by one who may ask for it again, and is not given out yet; −1 for none.
  var comesBackTo = -1
  /// Units whose places are being given out together.
  var serving: Slab<Int32>
  let kindCount: Int
  package var diedCount: Int
  package var receivedCount: Int
  package var sentCount: Int
  /// Day since day 0; negative in the run-in. Kept, for a division at every count is dear.
  var day: Int
  var startTicks: Int64
  /// `unit * 8 + priority`.
  var queues: Slab<QueueRow>
  package var fleets: Slab<FleetStateRow>
  /// `fleet * 8 + priority`.
  var fleetQueues: Slab<QueueRow>
  /// The trips that are waited for, while a fleet is served.
  var trips: Slab<TripRow>
  /// Who stands first in each line, while those who wait are asked about transfers.
  var heads: Slab<LineHead>
  /// Requests to each national desk since the last picture.
  var craftWanted: Slab<Int32>
  var casualtyStreams: Slab<StreamRow>
  var massStreams: Slab<StreamRow>
  /// What is left to do at this instant.
  var pending: PendingChanges
  /// Random occasions so far of each disruption.
  var disruptionNumbers: Slab<UInt32>
  package var stocks: Slab<StockRow>
  /// Places that are lost now or were, by occasion and unit.
  var losses: Slab<LossRow>
  /// Forces and causes.
  package var happenings: Happenings
  /// Levels of surge by unit kind, when each was ordered to open, and what the policy remembers of each kind.
  var surges: Slab<SurgeRow>
  var surgeDue: Slab<Int64>
  var surgeMemories: Slab<PolicyMemory>
  /// The next time the surge policy is asked, if it is asked every so many hours.
  var surgeReviewEvent: EventHandle
  /// Open places by unit, and what limits them.
  package var openings: Slab<OpeningRow>
  /// Staff of the region, and persons present by profession: now, and times microseconds since midnight.
  package var staffPools: Slab<StaffPoolState>
  var staffLosses: Slab<StaffLossRow>
  var staffPresent: Slab<Double>
  var staffArea: Slab<Double>
  var staffSince: Int64
  /// Patients who wait for a vehicle.
  package var vehicleLine: VehicleLine
  /// Whether the places to be staffed have changed since staff was shared.
  var needsStaff: Bool
  /// The list of the postponed, first come first called.
  var postponedQueue: QueueRow
  /// Planned patients on the list.
  public internal(set) var postponedCount: Int
  /// Mean planned arrivals per day, from the network's inflow.
  public internal(set) var plannedPerDay: Double
  /// One memory for each decision.
  var memories: Slab<PolicyMemory>
  /// Patients sent or to be sent to other regions since the last picture: `region * kindCount + kind`.
  var sentSincePicture: Slab<Int32>
  /// The same by facility: `facility * kindCount + kind`.
  var sentToFacility: Slab<Int32>
  /// Never read: it keeps the state in memory, so that a call that borrows it hands over an address and
  /// not a copy of every field.
  private let stays = Atomic<UInt8>(0)

  init(index: Int, tables: borrowing NetworkTables, dayCount: Int) {
    self.index = index
    kindCount = tables.kindCount
    patients = Slab(capacity: 1024)
    freePatients = Slab()
    details = Slab()
    freeDetails = Slab()
    livingCount = 0
    units = Slab()
    openings = Slab()
    let range = tables.regionUnits[index]
    for row in Int(range.start)..<Int(range.start + range.count) {
      let unit = tables.units[row]
      let limited = tables.kinds[Int(unit.kind)].limitIsPhysical
      openings.append(OpeningRow(open: limited ? unit.physical : unit.staffed))
      units.append(
        UnitRow(
          facility: Int16(unit.facility), kind: Int16(unit.kind), staffed: unit.staffed,
          capacity: limited ? unit.physical : unit.staffed, occupied: 0, waiting: 0, dischargeReady: 0,
          mostOccupied: 0, cleaning: 0, blocked: 0, areaSince: 0, occupiedArea: 0,
          overStaffedArea: 0, waitingArea: 0, dischargeReadyArea: 0, blockedArea: 0, physical: unit.physical,
          lost: 0, surge: 0, cleanings: 0, originHash: unit.originHash,
          waitingPlaces: unit.waitingPlaces, calendar: unit.calendar))
    }
    staffPools = Slab(repeating: StaffPoolState(), count: Int(tables.staff.regionPools[index].count))
    staffLosses = Slab()
    staffPresent = Slab(repeating: 0, count: tables.staff.professionCount)
    staffArea = Slab(repeating: 0, count: tables.staff.professionCount)
    (staffSince, needsStaff) = (0, false)
    queues = Slab(repeating: QueueRow(head: -1, tail: -1), count: units.count * 8)
    kinds = Slab()
    for kind in 0..<tables.kindCount {
      kinds.append(KindStateRow(targetHours: Double(tables.kinds[kind].targetTicks) / 3_600_000_000))
    }
    fleets = Slab()
    for fleet in 0..<tables.fleetCount {
      fleets.append(
        FleetStateRow(
          vehicles: tables.regionVehicles[index * tables.fleetCount + fleet], away: 0, waiting: 0,
          areaSince: 0, awayArea: 0, trips: 0))
    }
    fleetQueues = Slab(repeating: QueueRow(head: -1, tail: -1), count: tables.fleetCount * 8)
    trips = Slab()
    heads = Slab()
    craftWanted = Slab(repeating: 0, count: tables.fleetCount)
    streams = Slab(
      repeating: StreamRow(nextOrdinal: 0), count: Int(tables.regionInflows[index].count))
    casualtyStreams = Slab(
      repeating: StreamRow(nextOrdinal: 0), count: Int(tables.regionCasualties[index].count))
    massStreams = Slab(
      repeating: StreamRow(nextOrdinal: 0), count: Int(tables.regionMasses[index].count))
    pending = PendingChanges()
    disruptionNumbers = Slab(repeating: 0, count: Int(tables.regionDisruptions[index].count))
    stocks = Slab()
    for stock in 0..<tables.stockCount {
      let row = tables.stocks[index * tables.stockCount + stock]
      stocks.append(StockRow(level: min(row.level, row.largest), used: 0, short: 0))
    }
    losses = Slab()
    happenings = Happenings(tables.inflow, region: index, unitCount: units.count)
    surges = Slab(repeating: SurgeRow(), count: tables.kindCount)
    surgeDue = Slab(repeating: .max, count: tables.surge.levels.count)
    surgeMemories = Slab(repeating: PolicyMemory(), count: tables.kindCount)
    surgeReviewEvent = .none
    postponedQueue = QueueRow(head: -1, tail: -1)
    postponedCount = 0
    plannedPerDay = tables.plannedPerDay(inRegion: index)
    isWeekday = tables.isWeekday(0)
    ready = Slab()
    serving = Slab()
    memories = Slab(repeating: PolicyMemory(), count: Decision.allCases.count)
    sentSincePicture = Slab(repeating: 0, count: tables.regionCount * tables.kindCount)
    sentToFacility = Slab(repeating: 0, count: tables.facilityCount * tables.kindCount)
    ledger = Ledger(
      dayCount: dayCount, regionCount: tables.regionCount, kindCount: tables.kindCount,
      classCount: tables.classCount, fleetCount: tables.fleetCount, stockCount: tables.stockCount,
      professionCount: tables.staff.professionCount)
    tallies = Tallies(
      tables.tallyPlan, kindCount: tables.kindCount, classCount: tables.classCount, unitCount: units.count)
    vehicleLine = VehicleLine()
    (nowTicks, startTicks, horizonTicks) = (0, .max, .max)
    (day, dayEndTicks) = (-1, .max)
    isMeasuring = false
    (arrivedCount, receivedCount, leftCount, diedCount, sentCount) = (0, 0, 0, 0, 0)
  }

  init(copying other: borrowing RegionState) {
    index = other.index
    kindCount = other.kindCount
    patients = other.patients.copy()
    freePatients = other.freePatients.copy()
    details = other.details.copy()
    freeDetails = other.freeDetails.copy()
    livingCount = other.livingCount
    journal = Journal(copying: other.journal)
    tallies = Tallies(copying: other.tallies)
    units = other.units.copy()
    queues = other.queues.copy()
    kinds = other.kinds.copy()
    fleets = other.fleets.copy()
    fleetQueues = other.fleetQueues.copy()
    trips = Slab()
    heads = Slab()
    craftWanted = other.craftWanted.copy()
    streams = other.streams.copy()
    casualtyStreams = other.casualtyStreams.copy()
    massStreams = other.massStreams.copy()
    pending = PendingChanges(copying: other.pending)
    disruptionNumbers = other.disruptionNumbers.copy()
    stocks = other.stocks.copy()
    losses = other.losses.copy()
    happenings = Happenings(copying: other.happenings)
    surges = other.surges.copy()
    openings = other.openings.copy()
    staffPools = other.staffPools.copy()
    staffLosses = other.staffLosses.copy()
    staffPresent = other.staffPresent.copy()
    staffArea = other.staffArea.copy()
    (staffSince, needsStaff) = (other.staffSince, other.needsStaff)
    surgeDue = other.surgeDue.copy()
    surgeMemories = other.surgeMemories.copy()
    surgeReviewEvent = other.surgeReviewEvent
    postponedQueue = other.postponedQueue
    postponedCount = other.postponedCount
    plannedPerDay = other.plannedPerDay
    isWeekday = other.isWeekday
    ready = other.ready.copy()
    serving = Slab()
    memories = other.memories.copy()
    sentSincePicture = other.sentSincePicture.copy()
    sentToFacility = other.sentToFacility.copy()
    ledger = Ledger(copying: other.ledger)
    vehicleLine = other.vehicleLine
    (nowTicks, startTicks, horizonTicks) = (other.nowTicks, other.startTicks, other.horizonTicks)
    (day, dayEndTicks) = (other.day, other.dayEndTicks)
    isMeasuring = other.isMeasuring
    (arrivedCount, receivedCount) = (other.arrivedCount, other.receivedCount)
    (leftCount, diedCount, sentCount) = (other.leftCount, other.diedCount, other.sentCount)
  }

  var entity: Int { 1 + index }

  /// Sets the clock of what happens now.
  @inline(__always)
  mutating func setNow(_ time: SimulationTime) {
    nowTicks = time.ticks
    if nowTicks >= dayEndTicks { turnDays() }
  }

  private mutating func turnDays() {
    while nowTicks >= dayEndTicks {
      day += 1
      dayEndTicks += SimulationDuration.ticksPerDay
    }
    ledger.turn(to: day)
  }
}

// What a policy sees.
extension RegionState {
  /// Hours since day 0; negative in the run-in.
  public var hoursSinceStart: Double {
    startTicks == .max ? -1 : Double(nowTicks - startTicks) / 3_600_000_000
  }

  /// Patients in places of `kind`, over all facilities of the region.
  ///
  /// - Complexity: O(units of the region).
  public func occupied(kind: Int) -> Int { total(kind) { $0.occupied } }

  /// Open places of `kind`.
  public func capacity(kind: Int) -> Int { total(kind) { $0.capacity } }

  /// Staffed places of `kind`.
  public func staffed(kind: Int) -> Int { total(kind) { $0.staffed } }

  /// Staffed places of `kind` that stand and have their staff, open at this hour or not: without those lost to
  /// disruptions or closed for lack of staff.
  public func standing(kind: Int) -> Int {
    var sum = 0
    for unit in 0..<units.count where Int(units[unit].kind) == kind {
      sum += standing(unit, of: units[unit].staffed)
    }
    return sum
  }

  /// Patients waiting for `kind`.
  public func waiting(kind: Int) -> Int { Int(kinds[kind].waiting) }

  /// Places in use for each staffed place of `kind`; 0 when there is none.
  public func occupancy(kind: Int) -> Double {
    let places = staffed(kind: kind)
    return places == 0 ? 0 : Double(occupied(kind: kind)) / Double(places)
  }

  /// Hours that the last in line for `kind` can expect to wait: the queue over yesterday's rate of starts;
  /// infinite when nothing was started yesterday and somebody waits.
  public func expectedWaitHours(kind: Int) -> Double {
    let queue = Double(kinds[kind].waiting)
    if queue == 0 { return 0 }
    let starts = Double(kinds[kind].startsYesterday)
    return starts > 0 ? queue * 24 / starts : .infinity
  }

  /// The wait target of `kind`, hours.
  public func waitTargetHours(kind: Int) -> Double { kinds[kind].targetHours }

  /// What is left of a stock, by its index in the network.
  public func level(ofStock stock: Int) -> Double { stocks[stock].level }

  /// Vehicles of the region, over all its fleets.
  public var vehicleCount: Int {
    var sum = 0
    for fleet in 0..<fleets.count { sum += Int(fleets[fleet].vehicles) }
    return sum
  }

  /// Patients waiting for a vehicle of the region.
  public var waitingForVehicle: Int {
    var sum = 0
    for fleet in 0..<fleets.count { sum += Int(fleets[fleet].waiting) }
    return sum
  }

  /// Patients sent to `region` for `kind` since the last picture was published.
  public func sentSincePicture(to region: Int, kind: Int) -> Int {
    Int(sentSincePicture[region * kindCount + kind])
  }

  /// Number of units in the region.
  public var unitCount: Int { units.count }

  /// The facility (index in the network) of unit `unit` of the region.
  public func facility(ofUnit unit: Int) -> Int { Int(units[unit].facility) }

  /// The kind of unit `unit`.
  public func kind(ofUnit unit: Int) -> Int { Int(units[unit].kind) }

  /// Staffed places of unit `unit`.
  public func staffed(ofUnit unit: Int) -> Int { Int(units[unit].staffed) }

  /// Free open places of unit `unit`.
  public func free(ofUnit unit: Int) -> Int {
    Int(max(0, units[unit].capacity - units[unit].occupied - units[unit].cleaning))
  }

  /// Free open places of `kind`, over all facilities of the region.
  ///
  /// - Complexity: O(units of the region).
  public func free(kind: Int) -> Int {
    var sum = 0
    for unit in 0..<units.count where Int(units[unit].kind) == kind { sum += free(ofUnit: unit) }
    return sum
  }

  private func total(_ kind: Int, _ value: (UnitRow) -> Int32) -> Int {
    var sum = 0
    for unit in 0..<units.count where Int(units[unit].kind) == kind { sum += Int(value(units[unit])) }
    return sum
  }
}

extension NetworkTables {
  /// Mean arrivals of planned classes per day in a region.
  borrowing func plannedPerDay(inRegion region: Int) -> Double {
    let range = regionInflows[region]
    var sum = 0.0
    for stream in Int(range.start)..<Int(range.start + range.count) {
      let row = inflows[stream]
      let rate = row.meanPerDay
      var below = 0.0
      for part in Int(row.mix.start)..<Int(row.mix.start + row.mix.count) {
        let share = mixes[part].cumulative - below
        below = mixes[part].cumulative
        if classes[Int(mixes[part].index)].isPlanned { sum += share * rate }
      }
    }
    return sum
  }
}
