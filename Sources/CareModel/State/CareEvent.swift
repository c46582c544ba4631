import SimulationKernel

/// What an entity tells itself.
package enum CareEvent: BitwiseCopyable {
  // Regions.
  case arrival(stream: Int32)
  case casualtyDay(stream: Int32)
  case casualty(stream: Int32)
  case massCasualty(stream: Int32)
  case massScheduled(stream: Int32)
  case approachEnds(patient: Int32)
  case stayEnds(patient: Int32)
  case death(patient: Int32)
  case tripEnds(patient: Int32)
  case vehicleBack(fleet: Int32)
  case opening(kind: Int32)
  case midnight
  case morning
  case review
  case turn(patient: Int32)
  // Desks.
  case decide
  case craftBack
}

/// What an entity tells another.
package enum CareMessage: BitwiseCopyable {
  /// A patient arrives from another region.
  case patient(PatientRow)
  /// A region asks a desk for a craft.
  case craftWanted(CraftRequest)
  /// A desk gives a region a craft.
  case craftGiven(CraftRequest)
  /// A region gives a craft back unused.
  case craftReturned
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
  var askedAt: Int64
  /// Hours from departure until the craft is free again.
  var cycleHours: Double
}

typealias CareScheduler = EventScheduler<CareEvent, CareMessage>

/// Barrier codes of the national office.
package enum CareBarrier: UInt32 {
  /// The cut-off of a situation picture.
  case compilePicture
  /// The picture becomes known.
  case publishPicture
  /// Day 0: measurement starts and the arm's policies take over.
  case start
  /// The horizon: what waits is counted.
  case horizon
  /// A flight of the evacuation policy is due.
  case flight
}
