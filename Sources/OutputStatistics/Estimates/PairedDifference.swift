/// The mean difference between two arms that ran the same replications on the same random numbers.
///
/// Pairing is for honest comparison. How much it narrowed the interval is measured here, and may be nothing:
/// Law 2015, *Simulation modeling and analysis*, §11.2.
public struct PairedDifference: Sendable, Equatable {
  /// The interval for the mean of treatment − baseline, in the unit of the observations.
  public let interval: ConfidenceInterval

  /// The share of variance that pairing removed: 1 − var(difference) / (var(treatment) + var(baseline)).
  ///
  /// Zero if independent runs would have done as well, negative if they would have done better; nil if
  /// neither arm varies.
  public let varianceReduction: Double?

  /// The difference between two arms, replication by replication.
  ///
  /// Nil below two pairs, and if an observation is not finite.
  ///
  /// - Parameters:
  ///   - treatment: one observation per replication, in index order.
  ///   - baseline: those of the same replications, in the same order.
  ///   - level: the share of repetitions in which the interval covers the true difference, between 0 and 1.
  /// - Precondition: both have the same count.
  public static func of(treatment: [Double], baseline: [Double], level: Double = 0.95) -> PairedDifference? {
    precondition(
      treatment.count == baseline.count, "A paired difference needs as many treatments as baselines.")
    let differences = Tally(zip(treatment, baseline).lazy.map { $0 - $1 })
    guard
      let interval = StudentInterval.of(differences, level: level),
      let paired = differences.variance,
      let treated = Tally(treatment).variance,
      let untreated = Tally(baseline).variance
    else { return nil }
    let independent = treated + untreated
    return PairedDifference(
      interval: interval, varianceReduction: independent > 0 ? 1 - paired / independent : nil)
  }
}
