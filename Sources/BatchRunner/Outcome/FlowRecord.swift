import OutputStatistics

/// Patients sent from one region to another or to allies over a run, day 0 to the end, over replications.
public struct FlowRecord: Sendable, Equatable {
  /// Index of the region they left.
  public var from: Int
  /// Index of the region they went to; nil for allies.
  public var to: Int?
  /// Mean over replications.
  public var mean: Double
  /// 5 % quantile.
  public var p05: Double
  /// 95 % quantile.
  public var p95: Double

  /// Every way that anybody went in any replication, by the region left, then by target.
  ///
  /// - Parameter flows: as ``CareModel/TrialResult/flows``, by replication.
  /// - Complexity: O(regions² × replications log replications).
  static func records(_ flows: [[Int]], regionCount: Int) -> [FlowRecord] {
    var records: [FlowRecord] = []
    for from in 0..<regionCount {
      for to in 0...regionCount {
        let counts = flows.map { $0[from * (regionCount + 1) + to] }
        if counts.allSatisfy({ $0 == 0 }) { continue }
        let sorted = counts.sorted().map { Double($0) }
        records.append(
          FlowRecord(
            from: from, to: to == regionCount ? nil : to,
            mean: Double(counts.reduce(0, +)) / Double(counts.count),
            p05: quantile(of: sorted, at: 0.05) ?? 0, p95: quantile(of: sorted, at: 0.95) ?? 0))
      }
    }
    return records
  }
}
