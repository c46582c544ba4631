import RandomStreams
import SimulationKernel

/// When a trip can begin.
struct TripOpening {
  /// The earliest time, now or later.
  var ticks: Int64
  /// How long a closure or the weather keeps the vehicle that does now; nobody knows it.
  var shutUntil: Int64?
}

/// When a vehicle of a fleet may begin a trip, and how many may then.
struct TripBeginning {
  /// From now.
  var hours = 0.0
  var crewed: Int32
  /// Whether a closure or the weather keeps it now: nobody knows for how long.
  var isShut = false
}

// When trips can begin, as a function of the time alone: closures, weather, daylight, shifts. Regions and desks ask
// the same, so that they agree.
extension Surroundings {
  /// When a trip of a fleet can begin, or be ordered, vehicles and passengers aside.
  ///
  /// - Parameter notice: from the order to the beginning, ticks: crews and the sun are asked about the beginning, the
  ///   timetable about the order; what closes in between nobody knows.
  /// - Complexity: O(closures) for each change of what keeps it until then.
  func opening(_ fleet: Int, from: Int, to: Int, now: Int64, notice: Int64 = 0) -> TripOpening {
    let rules = tables.fleets[fleet]
    guard rules.isGuarded else { return TripOpening(ticks: now) }
    let afterShut = shutUntil(fleet, from: from, to: to, at: now)
    var time = afterShut
    // Each round passes one obstacle at least. What does not open within a year is looked at again then.
    while time < now + 366 * SimulationDuration.ticksPerDay {
      let before = time
      time = shutUntil(
        fleet, from: from, to: to, at: tables.scheduled(rules, from: from, after: time, notice: notice))
      if time == before { break }
    }
    return TripOpening(ticks: time, shutUntil: afterShut > now ? afterShut : nil)
  }

  /// When closures and weather let the trip begin, from `ticks` on: one that begins later may keep it again.
  func shutUntil(_ fleet: Int, from: Int, to: Int, at ticks: Int64) -> Int64 {
    let open = tables.closedUntil(fleet, from: from, to: to, at: ticks)
    let rules = tables.fleets[fleet]
    guard rules.weatherBlockTicks > 0 else { return open }
    let block = ticks / rules.weatherBlockTicks
    guard isBad(block, fleet, region: Int(tables.facilities[from].region)) else { return open }
    return max(open, (block + 1) * rules.weatherBlockTicks)
  }

  private func isBad(_ block: Int64, _ fleet: Int, region: Int) -> Bool {
    var random = stream(
      origin: tables.transport.originHashes[region * tables.fleetCount + fleet],
      ordinal: UInt32(truncatingIfNeeded: block), tables.purposes.weather, isReread: true)
    return uniform(&random) < tables.fleets[fleet].cancelledShare
  }
}

extension NetworkTables {
  /// When daylight, crews and the timetable let a trip begin, or be ordered, from `ticks` on: what is known beforehand.
  ///
  /// - Parameter notice: as of ``Surroundings/opening(_:from:to:now:notice:)``.
  borrowing func scheduled(_ rules: FleetRow, from: Int, after ticks: Int64, notice: Int64) -> Int64 {
    var time = ticks
    while time < ticks + 366 * SimulationDuration.ticksPerDay {
      let before = time
      if rules.isDaylightOnly { time = daylight(at: from, from: time + notice) - notice }
      if rules.shareOutsideShift <= 0 { time = rules.shift(from: time + notice) - notice }
      if rules.departure == 2 { time = departure(rules, from: time) }
      if time == before { break }
    }
    return time
  }

  /// When no closure that holds at `ticks` keeps the trip any more.
  borrowing func closedUntil(_ fleet: Int, from: Int, to: Int, at ticks: Int64) -> Int64 {
    guard transport.closures.count > 0 else { return ticks }
    var until = ticks
    let mode = Int8(fleets[fleet].mode)
    for index in 0..<transport.closures.count {
      let row = transport.closures[index]
      guard row.link < 0, row.fromTicks <= ticks, ticks < row.untilTicks else { continue }
      if row.fleet >= 0, Int(row.fleet) != fleet { continue }
      if row.mode >= 0, row.mode != mode { continue }
      if row.facility >= 0, Int(row.facility) != from, Int(row.facility) != to { continue }
      until = max(until, row.untilTicks)
    }
    return transport.closesLinks ? max(until, linksClosed(fleet, from: from, to: to, at: ticks)) : until
  }

  /// When one of the links that the trip may go by is open; `ticks` when it needs none.
  private borrowing func linksClosed(_ fleet: Int, from: Int, to: Int, at ticks: Int64) -> Int64 {
    var earliest = Int64.max
    for index in 0..<transport.links.count {
      let link = transport.links[index]
      guard link.mode == fleets[fleet].mode,
        link.joins(from, Int(facilities[from].region), to, Int(facilities[to].region))
      else { continue }
      var until = ticks
      for closure in 0..<transport.closures.count {
        let row = transport.closures[closure]
        if Int(row.link) == index, row.fromTicks <= ticks, ticks < row.untilTicks {
          until = max(until, row.untilTicks)
        }
      }
      earliest = min(earliest, until)
    }
    return earliest == .max ? ticks : earliest
  }

  /// The first time from `ticks` on between sunrise and sunset at a facility; a year later when there is none before.
  borrowing func daylight(at facility: Int, from ticks: Int64) -> Int64 {
    let position = transport.positions[facility]
    let day = Self.dayNumber(ticks - runInTicks)
    for number in day - 1...day + 366 {
      let sun = Daylight.day(
        latitude: position.latitude, longitude: position.longitude,
        date: transport.origin.date + Int(number), offsetMinutes: transport.origin.offsetMinutes)
      let midnight = runInTicks + number * SimulationDuration.ticksPerDay
      switch sun {
      case .polarNight: continue
      case .polarDay:
        let end = midnight + SimulationDuration.ticksPerDay
        if ticks < end { return max(ticks, midnight) }
      case .sun(let rise, let set):
        if ticks < midnight + Self.ticks(minutes: set) {
          return max(ticks, midnight + Self.ticks(minutes: rise))
        }
      }
    }
    return ticks + 366 * SimulationDuration.ticksPerDay
  }

  /// The first departure at or after `ticks`.
  borrowing func departure(_ rules: FleetRow, from ticks: Int64) -> Int64 {
    let midnight = ticks - ticks % SimulationDuration.ticksPerDay
    let minute = SimulationDuration.minutes(1).ticks
    let range = rules.departures
    for index in Int(range.start)..<Int(range.start + range.count) {
      let time = midnight + Int64(transport.departures[index]) * minute
      if time >= ticks { return time }
    }
    return midnight + SimulationDuration.ticksPerDay
      + Int64(transport.departures[Int(range.start)]) * minute
  }

  /// Whether one of its times is now.
  borrowing func isDeparture(_ rules: FleetRow, at ticks: Int64) -> Bool {
    rules.departures.count > 0 && departure(rules, from: ticks) == ticks
  }

  /// When a vehicle next leaves that is not full: the first has waited so long, or one of its times comes; the largest
  /// number if never.
  ///
  /// - Parameter since: the beginning of the first one's wait.
  borrowing func departure(ofGroup rules: FleetRow, since: Int64, after now: Int64) -> Int64 {
    var due = Int64.max
    if rules.longestWaitTicks < .max, since + rules.longestWaitTicks > now {
      due = since + rules.longestWaitTicks
    }
    if rules.departure == 1, rules.departures.count > 0 { due = min(due, departure(rules, from: now + 1)) }
    return due
  }

  private static func ticks(minutes: Double) -> Int64 {
    Int64((minutes * 60_000_000).rounded())
  }

  /// Days since day 0.
  private static func dayNumber(_ ticks: Int64) -> Int64 {
    ticks >= 0
      ? ticks / SimulationDuration.ticksPerDay
      : -((SimulationDuration.ticksPerDay - 1 - ticks) / SimulationDuration.ticksPerDay)
  }
}

extension FleetRow {
  /// Whether crews are at work.
  func isInShift(at ticks: Int64) -> Bool {
    if shiftFromTicks == shiftUntilTicks { return true }
    let time = ticks % SimulationDuration.ticksPerDay
    return shiftFromTicks < shiftUntilTicks
      ? shiftFromTicks <= time && time < shiftUntilTicks : time >= shiftFromTicks || time < shiftUntilTicks
  }

  /// The first time from `ticks` on within a shift.
  func shift(from ticks: Int64) -> Int64 { isInShift(at: ticks) ? ticks : shiftStart(after: ticks) }

  /// The first beginning of a shift after `ticks`.
  func shiftStart(after ticks: Int64) -> Int64 {
    let start = ticks - ticks % SimulationDuration.ticksPerDay + shiftFromTicks
    return start > ticks ? start : start + SimulationDuration.ticksPerDay
  }

  /// How many of `vehicles` have a crew.
  func crewed(_ vehicles: Int32, at ticks: Int64) -> Int32 {
    if shareOutsideShift >= 1 || isInShift(at: ticks) { return vehicles }
    guard shareOutsideShift > 0, vehicles > 0 else { return 0 }
    return max(1, Int32(roundedHalfUp(Double(vehicles) * shareOutsideShift)))
  }

  /// Whether a vehicle has a seat for such a patient.
  func carries(_ need: UInt8) -> Bool {
    switch need {
    case 0: seats > 0
    case 1: lyingSeats + intensiveSeats > 0
    default: intensiveSeats > 0
    }
  }
}

/// The seats of one vehicle that are free.
struct FreeSeats {
  var sitting: Int32
  var lying: Int32
  var intensive: Int32

  /// All seats of an empty vehicle.
  init(_ rules: FleetRow) {
    sitting = rules.sittingSeats
    lying = rules.lyingSeats
    intensive = rules.intensiveSeats
  }

  /// Those beside the first passenger, who takes any seat where the fleet has no fitting one.
  init(_ rules: FleetRow, first need: UInt8) {
    self.init(rules)
    guard !take(need) else { return }
    if lying > 0 { lying -= 1 } else { sitting -= 1 }
  }

  var isFull: Bool { sitting + lying + intensive == 0 }

  /// Takes the least seat that will do; false when there is none.
  mutating func take(_ need: UInt8) -> Bool {
    if need == 0, sitting > 0 {
      sitting -= 1
    } else if need <= 1, lying > 0 {
      lying -= 1
    } else if intensive > 0 {
      intensive -= 1
    } else {
      return false
    }
    return true
  }
}
