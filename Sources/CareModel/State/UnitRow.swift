/// A unit in a run: two cache lines. What every change of it touches fills the first 64 bytes.
package struct UnitRow: BitwiseCopyable {
  package var facility: Int16
  package var kind: Int16
  package var staffed: Int32
  /// Places open now.
  package var capacity: Int32
  /// Places held or kept for a patient on the way.
  package var occupied: Int32
  package var waiting: Int32
  /// Patients in it who are ready to leave.
  var dischargeReady: Int32
  var mostOccupied: Int32
  /// Places left and not yet clean.
  var cleaning: Int32
  /// Patients in it whose stay is over and who wait for a place elsewhere.
  var blocked: Int32
  // Areas since midnight, in places times microseconds.
  var areaSince: Int64
  var occupiedArea: Int64
  var overStaffedArea: Int64
  var waitingArea: Int64
  var dischargeReadyArea: Int64
  var blockedArea: Int64
  package var physical: Int32
  /// Places lost to disruptions, of those by limit and surge.
  var lost: Int32
  /// Beds opened beyond the staffed ones by the surge policy.
  var surge: Int32
  /// Cleanings so far, and the name of the unit: the key of their lengths.
  var cleanings: UInt32
  let originHash: UInt32
  /// The most who can wait.
  let waitingPlaces: Int32
  /// Calendar of its places, or −1.
  let calendar: Int32
  private let unused: Int64 = 0

  @inline(__always)
  var hasRoom: Bool { occupied &+ cleaning < capacity }

  /// Open places that can be taken; below zero when it closes around its patients.
  var free: Int32 { capacity &- occupied &- cleaning }

  /// Whether all open places are taken and no more: of a unit that closes, those above stay until they leave.
  var isFull: Bool { occupied &+ cleaning == capacity }

  /// Brings the areas up to `now`; called before any number changes.
  @inline(__always)
  mutating func integrate(until now: Int64) {
    let span = now - areaSince
    if span == 0 { return }
    // A day of 2^24 places is below 2^61 place-microseconds.
    occupiedArea &+= Int64(occupied) &* span
    if occupied > staffed { overStaffedArea &+= Int64(occupied &- staffed) &* span }
    if waiting > 0 { waitingArea &+= Int64(waiting) &* span }
    if dischargeReady | blocked > 0 {
      dischargeReadyArea &+= Int64(dischargeReady) &* span
      blockedArea &+= Int64(blocked) &* span
    }
    areaSince = now
  }

  /// A place is taken. Areas are linear: what the change has not added since they were brought up to date is taken off.
  @inline(__always)
  mutating func take(at now: Int64) {
    let span = now &- areaSince
    occupiedArea &-= span
    occupied &+= 1
    if occupied > staffed { overStaffedArea &-= span }
    if occupied > mostOccupied { mostOccupied = occupied }
  }

  /// A place is left.
  @inline(__always)
  mutating func leave(at now: Int64) {
    let span = now &- areaSince
    occupiedArea &+= span
    if occupied > staffed { overStaffedArea &+= span }
    occupied &-= 1
  }

  /// Somebody joins those who wait, or leaves them: by 1 or −1.
  @inline(__always)
  mutating func changeWaiting(by change: Int32, at now: Int64) {
    waitingArea &-= Int64(change) &* (now &- areaSince)
    waiting &+= change
  }

  mutating func clearAreas() {
    (occupiedArea, overStaffedArea, waitingArea) = (0, 0, 0)
    (dischargeReadyArea, blockedArea) = (0, 0)
    mostOccupied = occupied
  }
}

/// One kind of unit, over all units of a region.
struct KindStateRow: BitwiseCopyable {
  /// Patients waiting.
  var waiting: Int32 = 0
  /// Stays begun since midnight, and on the day before.
  var startsToday: Int32 = 0
  var startsYesterday: Int32 = 0
  /// The wait target, hours.
  let targetHours: Double
}

/// A stock of one region in a run.
package struct StockRow: BitwiseCopyable {
  package var level: Double
  /// Since midnight.
  var used: Double
  var short: Double
  var wasted: Double = 0
  /// Whether somebody went without, was turned away or had a place free and waited for want of it, since midnight.
  var ranOut = false
  /// Ends of the list of what is there by age, oldest first; −1 for none, also without a shelf life.
  var oldest: Int32 = -1
  var newest: Int32 = -1

  /// What sums of parts may round to, as a share of the amount that is asked for.
  static let rounding = 1e-9

  /// Whether `amount` is there: ten deliveries of 0.1 are enough for 1.
  func has(_ amount: Double) -> Bool { level >= amount * (1 - Self.rounding) }

  /// Uses `amount`, which is there.
  mutating func use(_ amount: Double) {
    level -= amount
    if level < amount * Self.rounding { level = 0 }
    used += amount
  }
}

/// What is left of one delivery of a stock that expires.
struct LotRow: BitwiseCopyable {
  var amount: Double
  var expiresAt: Int64
  var next: Int32
}

/// Places that a unit lost on one occasion.
struct LossRow: BitwiseCopyable {
  var unit: Int32
  /// Share of the unit's places that is lost; 0 when they are back.
  var share: Double
  /// Places that were lost on the occasion.
  var lost: Int32
  /// Patients who lost their place on the occasion, those who died of it too.
  var displaced: Int32 = 0
  /// Place among all causes, or one more when it is not said.
  var cause: Int32
  var since: Int64
  /// When they were back; the largest number before.
  var until: Int64
}

/// Ends of one queue of patients.
struct QueueRow: BitwiseCopyable {
  var head: Int32
  var tail: Int32
}

/// One fleet of one region in a run.
package struct FleetStateRow: BitwiseCopyable {
  package var vehicles: Int32
  package var away: Int32
  package var waiting: Int32
  /// Requests that the dispatcher has.
  var asked: Int32 = 0
  var areaSince: Int64
  var awayArea: Int64
  var trips: Int64
  /// When the fleet wakes next; in the past when nothing is planned.
  var wakeTicks: Int64 = -1
  /// Whether it is to be served when all else of this microsecond has happened.
  var isServiceDue = false
  var duty = DutyRow(day: -1, ticks: 0)
  /// Vehicles that have left so far where losses are drawn.
  var departures: UInt32 = 0
  /// Vehicles lost on trips from the region.
  package var lost: Int64 = 0

  mutating func integrate(until now: Int64) {
    awayArea += Int64(away) * (now - areaSince)
    areaSince = now
  }
}

/// Progress of one stream.
struct StreamRow: BitwiseCopyable {
  /// Patients so far.
  var nextOrdinal: UInt32
  /// Events so far, of a stream of mass-casualty events.
  var nextEvent: UInt32 = 0
}
