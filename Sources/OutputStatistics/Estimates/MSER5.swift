/// The length of the warm-up to delete from a run, by the marginal standard error rule on means of five.
///
/// White 1997, *An effective truncation heuristic for bias reduction in simulation output*, DOI
/// 10.1177/003754979706900601; Franklin and White 2008, *Stationarity tests and MSER-5*, Winter Simulation
/// Conference. Of the batch means z₁ … zₙ the first d are deleted where Σᵢ﹥d (zᵢ − mean)² / (n − d)² is
/// smallest, d ≤ n/2.
public struct MSER5: Sendable, Equatable {
  /// The number of observations to delete from the front, a multiple of five.
  public let truncation: Int

  /// The statistic at the truncation: the squared standard error of the remaining batch mean.
  public let statistic: Double

  /// Whether the truncation is the largest that was tried: the run is then too short to show its steady
  /// state.
  public let isAtLimit: Bool

  /// The truncation of a series of observations at equal steps; nil below ten batches, that is 50
  /// observations.
  ///
  /// Observations after the last full batch of five are left out.
  ///
  /// - Complexity: O(*n*).
  public static func of(_ observations: [Double]) -> MSER5? {
    let batchCount = observations.count / 5
    guard batchCount >= 10 else { return nil }
    let batches = (0..<batchCount).map { batch in
      observations[(5 * batch)..<(5 * batch + 5)].reduce(0, +) / 5
    }
    // From the back, so that one pass gives the squared deviations of every remainder.
    var remainder = Tally()
    var best: MSER5?
    let limit = batchCount / 2
    for deleted in stride(from: batchCount - 1, through: 0, by: -1) {
      remainder.add(batches[deleted])
      if deleted > limit { continue }
      let count = Double(remainder.count)
      let statistic = remainder.squaredDeviations / (count * count)
      if best.map({ statistic <= $0.statistic }) ?? true {
        best = MSER5(truncation: 5 * deleted, statistic: statistic, isAtLimit: deleted == limit)
      }
    }
    return best
  }
}
