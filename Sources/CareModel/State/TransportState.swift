import RandomStreams
import SimulationKernel

/// How long the vehicles of a fleet have been ordered away for on one day.
struct DutyRow: BitwiseCopyable {
  /// Days since the beginning of the run.
  var day: Int64
  var ticks: Int64

  mutating func add(_ away: Int64, at now: Int64) {
    let today = now / SimulationDuration.ticksPerDay
    if today != day { (day, ticks) = (today, 0) }
    ticks += away
  }

  /// What was counted at an order for a trip that began at `leaving` is set right.
  mutating func correct(by difference: Int64, at leaving: Int64) {
    if day == leaving / SimulationDuration.ticksPerDay { ticks += difference }
  }

  /// Whether the hours of today's crews are over, or will be after `more`.
  func isUsedUp(_ rules: FleetRow, vehicles: Int32, at now: Int64, after more: Int64 = 0) -> Bool {
    guard rules.dutyTicks < .max, day == now / SimulationDuration.ticksPerDay else { return false }
    return ticks + more >= rules.dutyTicks * Int64(vehicles)
  }

  /// When more vehicles may have a crew than now.
  func nextChange(_ rules: FleetRow, vehicles: Int32, at now: Int64) -> Int64 {
    if isUsedUp(rules, vehicles: vehicles, at: now) { return (day + 1) * SimulationDuration.ticksPerDay }
    return rules.isInShift(at: now) ? .max : rules.shiftStart(after: now)
  }
}

/// How many patients wait for a vehicle, of a region or of a national desk, over a day.
package struct VehicleLine: BitwiseCopyable {
  package private(set) var count: Int64 = 0
  private var since: Int64 = 0
  /// Patients times microseconds.
  private(set) var area: Int64 = 0

  mutating func change(by number: Int64, at now: Int64) {
    integrate(until: now)
    count += number
  }

  mutating func integrate(until now: Int64) {
    area += count * (now - since)
    since = now
  }

  mutating func clearArea() { area = 0 }
}

/// A vehicle that is lost as it leaves, and whether those on board die.
struct TransportStrike {
  let originHash: UInt32
  let number: UInt32
  let dieShare: Double
  /// Passengers so far.
  var seat: UInt32 = 0

  /// Draws whether the next on board dies.
  mutating func kills(_ world: borrowing Surroundings) -> Bool {
    var random = world.stream(
      origin: originHash, ordinal: number, world.tables.purposes.passenger, visit: seat)
    seat += 1
    return world.uniform(&random) < dieShare
  }
}

/// What is known of a trip at the time at which a fleet is served.
struct TripRow: BitwiseCopyable {
  let from: Int16
  let to: Int16
  /// When it can begin, or be ordered by a desk, vehicles and passengers aside.
  let opening: Int64
  /// When to look again: the same, or the end of what keeps it now, after which it may be kept again.
  let nextLook: Int64
  /// Whether those who wait for it were found to be too few.
  var isHeld: Bool
}

extension Slab<TripRow> {
  /// The row of a trip of `fleet`, which is looked at once however many wait for it.
  ///
  /// - Parameter notice: from an order to the beginning of the trip, ticks.
  /// - Complexity: O(trips).
  mutating func row(
    _ fleet: Int, from: Int16, to: Int16, now: Int64, notice: Int64 = 0, _ world: borrowing Surroundings
  ) -> Int {
    for index in 0..<count where self[index].from == from && self[index].to == to { return index }
    let opening = world.opening(fleet, from: Int(from), to: Int(to), now: now, notice: notice)
    append(
      TripRow(
        from: from, to: to, opening: opening.ticks, nextLook: opening.shutUntil ?? opening.ticks,
        isHeld: false))
    return count - 1
  }
}

/// Those who wait for one trip.
struct SeatGroup {
  private var sitting: Int32 = 0
  private var lying: Int32 = 0
  private var intensive: Int32 = 0
  private(set) var since: Int64 = .max

  mutating func add(need: UInt8, since: Int64) {
    switch need {
    case 0: sitting += 1
    case 1: lying += 1
    default: intensive += 1
    }
    self.since = min(self.since, since)
  }

  /// Whether a vehicle would leave with them: all seats are taken, or as many as is asked for, somebody finds no fitting
  /// one, or the first has waited long enough.
  func isReady(_ rules: FleetRow, at now: Int64) -> Bool {
    if rules.longestWaitTicks < .max, now - since >= rules.longestWaitTicks { return true }
    let inIntensive = min(intensive, rules.intensiveSeats)
    let lyingSeats = rules.lyingSeats + rules.intensiveSeats - inIntensive
    let inLying = min(lying, lyingSeats)
    let seated = inIntensive + inLying + min(sitting, rules.sittingSeats + lyingSeats - inLying)
    return seated >= rules.leastPatients || seated < sitting + lying + intensive
  }
}

// Losses on trips.
extension RegionState {
  /// Whether the vehicle that leaves now is lost.
  mutating func strike(_ fleet: Int, _ world: borrowing Surroundings) -> TransportStrike? {
    guard world.tables.transport.losses.count > 0 else { return nil }
    let origin = world.tables.transport.originHashes[index * world.tables.fleetCount + fleet]
    let number = fleets[fleet].departures
    fleets[fleet].departures += 1
    for place in 0..<world.tables.transport.losses.count {
      let row = world.tables.transport.losses[place]
      guard Int(row.fleet) == fleet, row.fromTicks <= nowTicks, nowTicks < row.untilTicks, isIn(row, world)
      else { continue }
      var random = world.stream(
        origin: origin, ordinal: number, world.tables.purposes.transportLoss,
        visit: UInt32(truncatingIfNeeded: place))
      if world.uniform(&random) < row.sharePerTrip {
        return TransportStrike(originHash: origin, number: number, dieShare: row.dieShare)
      }
    }
    return nil
  }

  private func isIn(_ row: TransportLossRow, _ world: borrowing Surroundings) -> Bool {
    if row.regions.count == 0 { return true }
    for place in Int(row.regions.start)..<Int(row.regions.start + row.regions.count)
    where Int(world.tables.transport.lossRegions[place]) == index {
      return true
    }
    return false
  }

  mutating func dieAboard(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    die(patient, .vehicle, world, &scheduler)
  }
}
