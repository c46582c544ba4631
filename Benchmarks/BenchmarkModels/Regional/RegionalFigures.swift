/// What the regional benchmark reports: means over replications.
public struct RegionalFigures: Equatable, Sendable {
  /// Patients who came.
  public var patients = 0.0
  /// Patients sent home after triage.
  public var home = 0.0
  /// Journeys that reached their destination.
  public var transfers = 0.0
  /// Ward stays that ended.
  public var wardDischarges = 0.0
  /// Mean wait for a triage nurse, hours.
  public var triageWaitHours = 0.0
  /// Mean wait for a vehicle, hours.
  public var vehicleWaitHours = 0.0
  /// Mean wait for an intensive-care bed, hours.
  public var intensiveCareWaitHours = 0.0
  /// Mean wait for a ward bed, hours.
  public var wardWaitHours = 0.0
  /// Mean wait of planned patients for a ward bed, hours.
  public var plannedWardWaitHours = 0.0
  /// Timed completions before the horizon.
  public var canonicalEvents = 0.0

  /// Key, in a report, and place of every figure, in order.
  public static var fields: [(key: String, path: WritableKeyPath<RegionalFigures, Double>)] {
    [
      ("patients", \.patients), ("home", \.home), ("transfers", \.transfers),
      ("ward_discharges", \.wardDischarges), ("triage_wait_hours_mean", \.triageWaitHours),
      ("vehicle_wait_hours_mean", \.vehicleWaitHours),
      ("intensive_care_wait_hours_mean", \.intensiveCareWaitHours),
      ("ward_wait_hours_mean", \.wardWaitHours), ("planned_ward_wait_hours_mean", \.plannedWardWaitHours),
      ("canonical_events_mean", \.canonicalEvents),
    ]
  }

  /// Means of the C floor, `Benchmarks/peers/w4_c.c`, over 60 replications (seeds 1 to 60).
  public static var floorMeans: RegionalFigures {
    RegionalFigures(
      patients: 100_169.85, home: 37_577.0, transfers: 6253.63, wardDischarges: 60_128.1,
      triageWaitHours: 0.118545, vehicleWaitHours: 0.0107317, intensiveCareWaitHours: 11.0756,
      wardWaitHours: 1.7029, plannedWardWaitHours: 3.77363, canonicalEvents: 248_949.27)
  }

  /// Standard deviations between the same replications of the C floor.
  public static var floorDeviations: RegionalFigures {
    RegionalFigures(
      patients: 558.4, home: 252.3, transfers: 86.26, wardDischarges: 359.0, triageWaitHours: 0.007634,
      vehicleWaitHours: 0.005282, intensiveCareWaitHours: 2.4771, wardWaitHours: 0.5817,
      plannedWardWaitHours: 1.4518, canonicalEvents: 1176.0)
  }

  /// Replications behind the C floor's figures.
  public static var floorReplications: Int { 60 }
}

extension RegionalFigures {
  init(_ counts: RegionalCounts, events: Int) {
    self.init(
      patients: Double(counts.patients), home: Double(counts.home), transfers: Double(counts.transfers),
      wardDischarges: Double(counts.wardDischarges), triageWaitHours: counts.triage.meanHours,
      vehicleWaitHours: counts.vehicle.meanHours, intensiveCareWaitHours: counts.intensiveCare.meanHours,
      wardWaitHours: counts.ward.meanHours, plannedWardWaitHours: counts.plannedWard.meanHours,
      canonicalEvents: Double(events))
  }

  /// The mean of several, field by field in order; zeros when there are none.
  static func mean(of all: [RegionalFigures]) -> RegionalFigures {
    var mean = RegionalFigures()
    for (_, path) in fields where !all.isEmpty {
      var sum = 0.0
      for one in all { sum += one[keyPath: path] }
      mean[keyPath: path] = sum / Double(all.count)
    }
    return mean
  }
}
