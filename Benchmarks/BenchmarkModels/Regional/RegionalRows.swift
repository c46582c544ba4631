import SimulationKernel

/// What happens to the one entity of the regional benchmark, one because its regions share vehicles without delay;
/// the payload is a region or a patient's row.
enum RegionalEvent: BitwiseCopyable {
  case acuteArrival(UInt8)
  case plannedArrival(UInt8)
  case burst(UInt8)
  case triageEnds(UInt32)
  case travelEnds(UInt32)
  case vehicleReturns
  case intensiveCareEnds(UInt32)
  case wardStayEnds(UInt32)
}

/// A patient's need of intensive care, and whether an intensive-care bed is held.
enum RegionalIntensiveCare: BitwiseCopyable {
  case notNeeded, needed, held
}

/// A patient inside the system; rows are used again after the exit.
struct RegionalPatient: RegionalQueueRow {
  var requested: SimulationTime
  /// The journey out, also the vehicle's way back.
  var travel: SimulationDuration
  var individual: RegionalIndividual
  var next: UInt32
  /// 1 to 4, lower served first.
  var urgency: UInt8
  var region: UInt8
  var destination: UInt8
  var intensiveCare: RegionalIntensiveCare
}

/// Completed waits for one kind of resource.
struct RegionalWait: BitwiseCopyable {
  var count: Int64 = 0
  var ticks: Int64 = 0

  mutating func add(_ wait: SimulationDuration) {
    count += 1
    ticks += wait.ticks
  }

  /// Mean wait in hours; zero when nobody came.
  var meanHours: Double {
    count == 0 ? 0 : Double(ticks) / Double(count) / Double(SimulationDuration.ticksPerHour)
  }
}

/// What one replication has counted.
struct RegionalCounts: BitwiseCopyable {
  var patients = 0
  var home = 0
  var transfers = 0
  var wardDischarges = 0
  var triage = RegionalWait()
  var vehicle = RegionalWait()
  var intensiveCare = RegionalWait()
  var ward = RegionalWait()
  /// The part of `ward` that is planned care.
  var plannedWard = RegionalWait()
}
