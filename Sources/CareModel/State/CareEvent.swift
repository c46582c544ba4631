package import SimulationKernel

/// What an entity tells itself: of one number at most, so that pending events are small.
package enum CareEvent: BitwiseCopyable {
  // Regions.
  case arrival(stream: Int32)
  case casualtyDay(stream: Int32)
  case casualty(stream: Int32)
  case massCasualty(stream: Int32)
  case massScheduled(stream: Int32)
  case approachEnds(patient: Int32)
  case stayEnds(patient: Int32)
  case orderBegins(patient: Int32)
  case death(patient: Int32)
  case tripEnds(patient: Int32)
  case cleaned(unit: Int32)
  case gaveUp(patient: Int32)
  case worsens(patient: Int32)
  case acceptsOthers(patient: Int32)
  case reinforced(row: Int32)
  case backToDuty(force: Int32)
  case vehicleBack(fleet: Int32)
  case fleetWakes(fleet: Int32)
  case fleetServes(fleet: Int32)
  case ordered(patient: Int32)
  case surgeReview
  case midnight
  case morning
  case review
  case considerWaiting
  case turn(patient: Int32)
  // Regions: what changes how much there is, and what follows when all of one instant has.
  case disruption(stream: Int32)
  case repaired(loss: Int32)
  case effectOver(effect: Int32)
  case delivery(stock: Int32)
  case expired(stock: Int32)
  case waysChange
  case opening(kind: Int32)
  case unitOpening(unit: Int32)
  case surgePlan(kind: Int32)
  case surgeReady(kind: Int32)
  case shift
  case staffChanges
  case staffBack(loss: Int32)
  case changed
  // Desks.
  case decide
  case craftBack
  case deskWakes
}

/// What an entity tells another.
package enum CareMessage: BitwiseCopyable {
  /// A patient arrives from another region.
  case patient(TravellingPatient)
  /// A person who left care in another region is present again.
  case backToDuty(force: Int32)
  /// A region asks a desk for a craft.
  case craftWanted(CraftRequest)
  /// A desk gives a region a craft.
  case craftGiven(CraftRequest, desk: Int32)
  /// A region says that somebody left without the craft they asked for, with another's.
  case craftTaken(CraftRequest)
  /// A region says for how long the craft of an order is away, and for how long the desk had planned; 0 hours when it
  /// was not used, −1 when it is lost.
  case craftUsed(hours: Double, planned: Double, order: UInt32)
  /// The office calls for treated casualties to be flown out.
  case evacuate(seatsICU: Int32, seatsOther: Int32)
}

/// A request for a craft of a national fleet.
package struct CraftRequest: BitwiseCopyable {
  var region: Int32
  var patient: Int32
  var origin: UInt32
  var ordinal: UInt32
  var priority: UInt8
  /// A ``SeatNeed``.
  var seatNeed: UInt8
  /// Facilities.
  var from: Int16
  var to: Int16
  var askedAt: Int64
  /// The desk's order by which the patient is to leave, alone or with others; 0 for none yet.
  var order: UInt32 = 0
}

package typealias CareScheduler = EventScheduler<CareEvent, CareMessage>

/// Barriers of the national office. A snapshot and the edges of a span carry the place of their declared measure among
/// those of their kind.
package enum CareBarrier: Equatable {
  /// The cut-off of a situation picture.
  case compilePicture
  /// The picture becomes known.
  case publishPicture
  /// The horizon: what waits is counted.
  case horizon
  /// A flight of the evacuation policy is due.
  case flight
  /// A declared measure of one moment is taken.
  case snapshot(Int)
  /// The span of a declared measure begins, or ends.
  case spanBegins(Int)
  case spanEnds(Int)

  init(rawValue: UInt32) {
    switch rawValue {
    case 0: self = .compilePicture
    case 1: self = .publishPicture
    case 2: self = .horizon
    case 3: self = .flight
    default:
      let (place, which) = (Int(rawValue) - 4).quotientAndRemainder(dividingBy: 3)
      switch which {
      case 0: self = .snapshot(place)
      case 1: self = .spanBegins(place)
      default: self = .spanEnds(place)
      }
    }
  }

  var rawValue: UInt32 {
    switch self {
    case .compilePicture: 0
    case .publishPicture: 1
    case .horizon: 2
    case .flight: 3
    case .snapshot(let place): 4 + 3 * UInt32(place)
    case .spanBegins(let place): 5 + 3 * UInt32(place)
    case .spanEnds(let place): 6 + 3 * UInt32(place)
    }
  }
}
