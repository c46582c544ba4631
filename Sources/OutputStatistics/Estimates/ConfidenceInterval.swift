/// An estimate with the bounds that cover the true value in a stated share of repetitions.
public struct ConfidenceInterval: Sendable, Equatable {
  /// The estimate, in the unit of the observations.
  public let estimate: Double

  /// The lower bound, in the same unit.
  public let lower: Double

  /// The upper bound, in the same unit.
  public let upper: Double

  /// The standard error of the estimate, in the same unit.
  public let standardError: Double

  /// The number of independent observations behind the estimate.
  public let count: Int

  /// An interval with its parts.
  public init(estimate: Double, lower: Double, upper: Double, standardError: Double, count: Int) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    self.standardError = standardError
    self.count = count
  }

  /// Half the width of the interval, in the unit of the observations.
  public var halfWidth: Double { (upper - lower) / 2 }

  /// Whether the bounds enclose a value, themselves included.
  public func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }
}
