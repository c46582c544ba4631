/// What a run of the regional benchmark gave and cost.
public struct RegionalReport: Sendable {
  /// Whether draws came from keyed streams.
  public let isKeyed: Bool
  /// The seed of the run.
  public let seed: UInt64
  /// The figures of every replication, in order.
  public let each: [RegionalFigures]
  /// Time and memory.
  public let use: ResourceUse

  /// Means over the replications.
  public var mean: RegionalFigures { RegionalFigures.mean(of: each) }

  /// The result in the common form, the C floor's means beside ours.
  public var report: BenchmarkReport {
    let mean = mean
    let floor = RegionalFigures.floorMeans
    var events = 0.0
    for one in each { events += one.canonicalEvents }
    return BenchmarkReport(
      name: isKeyed ? "regional-keyed" : "regional-sequential", seed: seed, replications: each.count,
      canonicalEvents: Int(events), ownEvents: Int(events), use: use,
      figures: RegionalFigures.fields.map { key, path in
        BenchmarkReport.Figure(key: key, value: mean[keyPath: path], expected: floor[keyPath: path])
      })
  }
}
