import CareModel

/// How long a resource of a region, or of all regions together, lasted: the first day it broke, by replication.
///
/// Places break on the first day on which the mean number waiting over the day is at least one, and at least 5 % of
/// the staffed places; of all regions together places and queues are summed. A stock breaks on the first day on
/// which it does not suffice.
public struct EnduranceRecord: Sendable, Equatable {
  /// What may break.
  public enum Resource: Sendable, Equatable {
    /// Places of a kind of unit, by its index.
    case unitKind(Int)
    /// A stock, by its index.
    case stock(Int)
  }

  /// What may break.
  public var resource: Resource
  /// Index of the region; nil for all together.
  public var region: Int?
  /// First days by replication.
  public var firstDays: FirstDays

  /// Share of staffed places that must be waiting for places to break.
  public static let waitingShare = 0.05

  /// A record.
  public init(resource: Resource, region: Int?, firstDays: FirstDays = FirstDays()) {
    self.resource = resource
    self.region = region
    self.firstDays = firstDays
  }
}

/// Which resources are watched for the day they break, and what breaks them.
struct EnduranceWatch {
  /// A resource of a region, the regional measure that shows its want, and the least that breaks it.
  struct Row {
    let resource: EnduranceRecord.Resource
    let region: Int?
    let measure: Int
    let threshold: Double
  }

  let rows: [Row]

  /// Watches the queued kinds of hospitals and every stock, all regions together before each.
  ///
  /// Kinds of hospitals are those that stand beside hospital beds, so that municipal places are not among them. A
  /// network without hospital beds has all its queued kinds watched.
  init(_ network: CareNetwork, measures: MeasureList) {
    var list: [Row] = []
    let regions: [Int?] = [nil] + network.regions.indices.map { $0 }
    for kind in network.hospitalQueues {
      guard let measure = measures.regionalIndex(of: network.unitKinds[kind].waitingMeasure) else { continue }
      for region in regions {
        // Places that nobody staffs are waited for too.
        guard network.hasUnit(ofKind: kind, inRegion: region) else { continue }
        let places = network.staffedPlaces(kind: kind, region: region)
        let threshold = max(1, EnduranceRecord.waitingShare * Double(places))
        list.append(
          Row(resource: .unitKind(kind), region: region, measure: measure, threshold: threshold))
      }
    }
    for stock in network.stocks.indices {
      guard let measure = measures.regionalIndex(of: network.stocks[stock].ranOutMeasure) else { continue }
      for region in regions {
        list.append(
          Row(
            resource: .stock(stock), region: region, measure: measure, threshold: .leastNonzeroMagnitude))
      }
    }
    rows = list
  }

  /// A record of each row, empty.
  var records: [EnduranceRecord] {
    rows.map { EnduranceRecord(resource: $0.resource, region: $0.region) }
  }

  /// First days in one trial's regional figures, one a row.
  ///
  /// - Complexity: O(rows × days), for all regions together times regions.
  func firstDays(_ regional: [Double], regionCount: Int, dayCount: Int) -> [Int?] {
    rows.map { row in
      let regions = row.region.map { $0..<($0 + 1) } ?? 0..<regionCount
      return (0..<dayCount).first { day in
        var want = 0.0
        for region in regions { want += regional[(row.measure * regionCount + region) * dayCount + day] }
        return want >= row.threshold
      }
    }
  }
}
