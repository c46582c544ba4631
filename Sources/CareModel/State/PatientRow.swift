import SimulationKernel

/// Where a patient is in what is happening to them.
package enum PatientPhase: UInt8, BitwiseCopyable {
  /// The row is not in use.
  case free
  /// Hurt, and not yet at a facility.
  case approaching
  /// In a queue for a unit, holding what beds they hold.
  case waiting
  /// In a step.
  case inService
  /// Has a bed elsewhere, or a region to go to, and waits for a vehicle.
  case awaitingVehicle
  /// On the way within the region.
  case inTransit
  /// Planned, and on the list of the postponed.
  case postponed
}

/// One living patient: trivially copyable, in a slab of their region, or in a message between regions.
package struct PatientRow: BitwiseCopyable {
  /// Number within the origin stream; with `origin` the key of every draw.
  package var ordinal: UInt32
  /// Hash of the origin stream's name.
  package var origin: UInt32
  package var patientClass: UInt8
  package var phase: PatientPhase
  /// Arrived from day 0 to the horizon.
  package var isInCohort: Bool
  /// Has been in at least one step.
  var hasStarted: Bool
  /// Died on the way; found on arrival.
  var diedInTransit: Bool
  /// Has occupied a hospital bed, so that an admission is counted once.
  var isAdmitted: Bool
  /// Moved to another region by the transfer policy.
  var isTransferred: Bool
  /// Ready to leave and holding a bed.
  var isDischargeReady: Bool
  /// Called in from the postponed list, or decided on before: not asked again.
  var isDecided: Bool
  /// Queue priority, 0 first.
  var priority: UInt8
  var severity: UInt8
  /// Times the patient has gone back to an earlier step: keys draws of repeated steps.
  var rounds: UInt16
  var step: Int16
  /// Facility where the patient is.
  package var facility: Int16
  /// Facility where a vehicle is to take them, or −1.
  var destination: Int16
  /// Unit (of the region) whose place is held, or −1.
  package var bed: Int16
  /// Second unit held beside the bed, such as a theatre, or −1.
  package var beside: Int16
  /// Unit with a place kept for the patient, or −1.
  package var reserved: Int16
  /// Queue: the unit waited for, or the fleet.
  package var queueUnit: Int16
  var next: Int32
  var previous: Int32
  /// The stay, trip or turn of the list that comes next.
  var nextEvent: EventHandle
  var deathEvent: EventHandle
  var arrivedAt: Int64
  /// Start of the wait, the stay or the time on the list.
  var since: Int64
  /// Start of the wait for a vehicle.
  var vehicleSince: Int64
  var injuredAt: Int64
  /// Since when the hazard has been gathered.
  var hazardAt: Int64
  var hazardFactor: Double
  /// Hazard gathered of the class's law and of waiting.
  var hazard: Double
  var waitHazard: Double

  static let vacant = PatientRow(
    ordinal: 0, origin: 0, patientClass: 0, phase: .free, isInCohort: false, hasStarted: false,
    diedInTransit: false, isAdmitted: false, isTransferred: false, isDischargeReady: false, isDecided: false, priority: 0,
    severity: 0, rounds: 0, step: 0, facility: 0, destination: -1, bed: -1, beside: -1, reserved: -1,
    queueUnit: -1, next: -1, previous: -1, nextEvent: .none, deathEvent: .none, arrivedAt: 0, since: 0,
    vehicleSince: 0, injuredAt: 0, hazardAt: 0, hazardFactor: 1, hazard: 0, waitHazard: 0)
}
