public import OutputStatistics

/// A mean over replications with its interval, where there are enough of them.
public struct Estimate: Sendable, Equatable {
  /// Mean.
  public var mean: Double
  /// Lower bound; nil with one replication.
  public var lower: Double?
  /// Upper bound; nil with one replication.
  public var upper: Double?
  /// Standard error; nil with one replication.
  public var standardError: Double?

  /// An estimate.
  public init(mean: Double, lower: Double? = nil, upper: Double? = nil, standardError: Double? = nil) {
    self.mean = mean
    self.lower = lower
    self.upper = upper
    self.standardError = standardError
  }

  /// The estimate of an interval.
  public init(_ interval: ConfidenceInterval) {
    self.init(
      mean: interval.estimate, lower: interval.lower, upper: interval.upper,
      standardError: interval.standardError)
  }

  /// The estimate from observations; nil without any.
  public init?(_ values: [Double], level: Double) {
    if let interval = StudentInterval.of(values, level: level) {
      self.init(interval)
    } else if let mean = Tally(values).mean {
      self.init(mean: mean)
    } else {
      return nil
    }
  }

  /// Whether the interval lies above or below zero; false without one.
  public var excludesZero: Bool {
    guard let lower, let upper else { return false }
    return lower > 0 || upper < 0
  }

  /// Whether the interval lies above zero; false without one.
  public var isAboveZero: Bool { lower.map { $0 > 0 } ?? false }
}
