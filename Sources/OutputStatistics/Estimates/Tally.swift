/// Count, mean, spread and extremes of independent observations, without keeping them.
///
/// Welford's recurrence (1962, DOI 10.1080/00401706.1962.10490022), merged by Chan, Golub and LeVeque (1983,
/// DOI 10.1080/00031305.1983.10483115). All results are in the unit of the observations. Merging in another
/// order may differ in the last bits: merge in index order.
public struct Tally: Sendable, Equatable {
  /// The number of observations.
  public private(set) var count = 0

  /// The mean, or nil without observations.
  public var mean: Double? { count > 0 ? runningMean : nil }

  /// The smallest observation, or nil without observations.
  public private(set) var minimum: Double?

  /// The largest observation, or nil without observations.
  public private(set) var maximum: Double?

  /// The sum of squared deviations from the mean, in the squared unit of the observations.
  public private(set) var squaredDeviations = 0.0

  private var runningMean = 0.0

  /// A tally without observations.
  public init() {}

  /// A tally of some observations, added in order.
  public init(_ observations: some Sequence<Double>) {
    for observation in observations { add(observation) }
  }

  /// The sample variance, divisor *n* − 1, in the squared unit; nil below two observations.
  public var variance: Double? { count > 1 ? squaredDeviations / Double(count - 1) : nil }

  /// The sample standard deviation; nil below two observations.
  public var standardDeviation: Double? { variance.map(squareRoot) }

  /// The sum of the observations; zero without observations.
  public var sum: Double { runningMean * Double(count) }

  /// Adds one observation.
  public mutating func add(_ observation: Double) {
    count += 1
    let deviation = observation - runningMean
    runningMean += deviation / Double(count)
    squaredDeviations += deviation * (observation - runningMean)
    minimum = minimum.map { min($0, observation) } ?? observation
    maximum = maximum.map { max($0, observation) } ?? observation
  }

  /// Adds all observations of another tally.
  public mutating func merge(_ other: Tally) {
    guard let otherMinimum = other.minimum, let otherMaximum = other.maximum else { return }
    guard let ownMinimum = minimum, let ownMaximum = maximum else {
      self = other
      return
    }
    let own = Double(count)
    let added = Double(other.count)
    let total = own + added
    let deviation = other.runningMean - runningMean
    runningMean += deviation * added / total
    squaredDeviations += other.squaredDeviations + deviation * deviation * own * added / total
    count += other.count
    minimum = min(ownMinimum, otherMinimum)
    maximum = max(ownMaximum, otherMaximum)
  }
}
