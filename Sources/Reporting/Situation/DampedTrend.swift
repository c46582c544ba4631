/// Exponential smoothing with a damped trend: what a staff could say from the figures it has by then.
///
/// E. S. Gardner and E. McKenzie, *Forecasting Trends in Time Series*, Management Science 31 (1985) 1237–1246,
/// doi:10.1287/mnsc.31.10.1237. The weights are given, not fitted. It knows no model and no scenario.
public struct DampedTrend: Sendable, Equatable {
  /// Weight of the newest figure in the level, above 0 and at most 1.
  public var levelWeight: Double
  /// Weight of the newest change in the trend, 0 to 1.
  public var trendWeight: Double
  /// What is left of the trend after each further day, 0 to 1.
  public var damping: Double
  /// How far back figures are used, days.
  public var historyDays: Int
  /// Where the weights come from.
  public var source: String

  /// Forecasting with the given weights.
  public init(levelWeight: Double, trendWeight: Double, damping: Double, historyDays: Int, source: String) {
    self.levelWeight = levelWeight
    self.trendWeight = trendWeight
    self.damping = damping
    self.historyDays = historyDays
    self.source = source
  }

  /// Fewest figures for a forecast.
  static let leastFigures = 3
  /// Fewest earlier misses for a range.
  static let leastMisses = 3
  /// Standard errors of a normal law between which 90 % lie.
  static let spread = 1.6449

  /// A forecast with its range.
  struct Value: Equatable {
    var mean: Double
    /// Root mean square of the misses that the same method made earlier at this lead; nil while there are too few.
    var error: Double?
  }

  /// The forecast so many days after the last of daily figures; nil with too few of them. Not below zero.
  ///
  /// - Complexity: O(n²) for n figures.
  func forecast(_ figures: [Double], days: Int) -> Value? {
    guard figures.count >= Self.leastFigures, days >= 1, let mean = ahead(figures[...], days: days) else {
      return nil
    }
    var squares = 0.0
    var misses = 0
    var last = Self.leastFigures - 1
    while last + days < figures.count {
      if let said = ahead(figures[...last], days: days) {
        let miss = figures[last + days] - said
        squares += miss * miss
        misses += 1
      }
      last += 1
    }
    let error = misses >= Self.leastMisses ? (squares / Double(misses)).squareRoot() : nil
    return Value(mean: mean, error: error)
  }

  private func ahead(_ figures: ArraySlice<Double>, days: Int) -> Double? {
    guard let first = figures.first, figures.count > 1 else { return nil }
    var level = first
    var trend = 0.0
    for figure in figures.dropFirst() {
      let expected = level + damping * trend
      let before = level
      level = levelWeight * figure + (1 - levelWeight) * expected
      trend = trendWeight * (level - before) + (1 - trendWeight) * damping * trend
    }
    var sum = level
    var factor = damping
    for _ in 0..<days {
      sum += factor * trend
      factor *= damping
    }
    return max(0, sum)
  }
}
