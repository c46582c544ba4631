import OutputStatistics

/// Figures by measure, region and day over the replications of one arm.
public struct DailySummary: Sendable, Equatable {
  /// Mean and quantiles over replications.
  public struct Figure: Sendable, Equatable {
    /// Mean.
    public var mean: Double
    /// 5 % quantile.
    public var p05: Double
    /// 25 % quantile.
    public var p25: Double
    /// Median.
    public var p50: Double
    /// 75 % quantile.
    public var p75: Double
    /// 95 % quantile.
    public var p95: Double
  }

  /// Regions; the nation, summed over them, has this index.
  public let regionCount: Int
  /// Days.
  public let dayCount: Int
  /// Figures by `(measure * (regionCount + 1) + region) * dayCount + day`.
  public let figures: [Figure]

  /// The figure of a regional measure; `region` nil is the sum over regions, which has no meaning for
  /// shares.
  public func figure(measure: Int, region: Int?, day: Int) -> Figure {
    figures[(measure * (regionCount + 1) + (region ?? regionCount)) * dayCount + day]
  }

  /// Summary of the regional figures of replications, as ``CareModel/TrialResult/regional`` has them.
  ///
  /// - Complexity: O(cells × replications × log replications).
  init(_ regional: [[Double]], measureCount: Int, regionCount: Int, dayCount: Int) {
    self.regionCount = regionCount
    self.dayCount = dayCount
    var list: [Figure] = []
    list.reserveCapacity(measureCount * (regionCount + 1) * dayCount)
    var buffer = [Double](repeating: 0, count: regional.count)
    for measure in 0..<measureCount {
      for region in 0..<regionCount {
        let start = (measure * regionCount + region) * dayCount
        for day in 0..<dayCount {
          for index in regional.indices { buffer[index] = regional[index][start + day] }
          list.append(Self.figure(&buffer))
        }
      }
      for day in 0..<dayCount {
        for index in regional.indices {
          var sum = 0.0
          for region in 0..<regionCount {
            sum += regional[index][(measure * regionCount + region) * dayCount + day]
          }
          buffer[index] = sum
        }
        list.append(Self.figure(&buffer))
      }
    }
    figures = list
  }

  private static func figure(_ values: inout [Double]) -> Figure {
    // Folded in index order before the sort, as all floating sums are.
    var sum = 0.0
    for value in values { sum += value }
    let mean = sum / Double(max(1, values.count))
    if values.allSatisfy({ $0 == values[0] }) {
      let value = values.first ?? 0
      return Figure(mean: mean, p05: value, p25: value, p50: value, p75: value, p95: value)
    }
    values.sort()
    func at(_ p: Double) -> Double { quantile(of: values, at: p) ?? 0 }
    return Figure(mean: mean, p05: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95))
  }
}
