import CareModel

/// When a resource of a region first broke, replication by replication.
///
/// A breach is the first day on which the mean number waiting over the day is at least one, and at least
/// 5 % of the staffed places of the region.
public struct BreachRecord: Sendable, Equatable {
  /// Index of the unit kind.
  public var unitKind: Int
  /// Index of the region.
  public var region: Int
  /// First day of breach by replication, 0 is the first day of the scenario; nil where there was none.
  public var firstDays: [Int?]

  /// A record.
  public init(unitKind: Int, region: Int, firstDays: [Int?]) {
    self.unitKind = unitKind
    self.region = region
    self.firstDays = firstDays
  }

  /// Share of staffed places that must be waiting.
  public static let waitingShare = 0.05

  /// Share of replications with a breach.
  public var share: Double { FirstDays(firstDays).share }

  /// The day by which a share `p` of replications have breached; nil when fewer ever do.
  ///
  /// Without interpolation, since a replication without breach has no day: the smallest day with at least
  /// that share of replications at or before it.
  public func day(at p: Double) -> Int? { FirstDays(firstDays).day(at: p) }
}

/// Which resources are watched for breaches, and what they need.
struct BreachWatch {
  /// Unit kind, region, regional measure of the mean number waiting, and the number that is a breach.
  let rows: [(kind: Int, region: Int, measure: Int, threshold: Double)]

  /// Watches the queued kinds of hospitals: those that stand beside hospital beds, so that municipal
  /// places are not among them. A network without hospital beds has all its queued kinds watched.
  init(_ network: CareNetwork, measures: MeasureList) {
    var list: [(kind: Int, region: Int, measure: Int, threshold: Double)] = []
    for kind in network.hospitalQueues {
      guard let measure = measures.regionalIndex(of: network.unitKinds[kind].waitingMeasure) else { continue }
      for region in network.regions.indices {
        let places = network.staffedPlaces(kind: kind, region: region)
        if places > 0 {
          list.append((kind, region, measure, max(1, BreachRecord.waitingShare * Double(places))))
        }
      }
    }
    rows = list
  }

  /// First days of breach in one trial's regional figures, one a row.
  func firstDays(_ regional: [Double], regionCount: Int, dayCount: Int) -> [Int?] {
    rows.map { row in
      let start = (row.measure * regionCount + row.region) * dayCount
      return (0..<dayCount).first { regional[start + $0] >= row.threshold }
    }
  }
}

extension CareNetwork {
  /// Queued kinds of unit that stand in hospitals: at a facility with hospital beds.
  package var hospitalQueues: [Int] {
    var isHospital = [Bool](repeating: false, count: facilities.count)
    for unit in units where unitKinds[unit.kind].isHospitalBed { isHospital[unit.facility] = true }
    let hasHospitals = isHospital.contains(true)
    var stands = [Bool](repeating: false, count: unitKinds.count)
    for unit in units where isHospital[unit.facility] || !hasHospitals { stands[unit.kind] = true }
    return unitKinds.indices.filter { unitKinds[$0].whenFull == .queue && stands[$0] }
  }

  /// Staffed places of a kind in a region, or in all when `region` is nil.
  package func staffedPlaces(kind: Int, region: Int?) -> Int {
    var total = 0
    for unit in units
    where unit.kind == kind
      && (region ?? facilities[unit.facility].region) == facilities[unit.facility].region
    {
      total += unit.staffedBeds
    }
    return total
  }
}

extension UnitKind {
  /// Name of the regional measure of the mean number waiting.
  package var waitingMeasure: String { "\(columnName)_waiting_mean_patients" }
  /// Name of the regional measure of the mean number in places.
  package var occupiedMeasure: String { "\(columnName)_occupied_mean_beds" }
}
