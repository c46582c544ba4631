public import CareModel
public import OutputStatistics

/// What came out of a batch: all national figures of all trials, and regional figures in summary.
public struct BatchOutcome: Sendable {
  /// What was asked.
  public var plan: BatchPlan
  /// The measures that figures refer to.
  public var measures: MeasureList
  /// Outcomes in the order of the plan's design points.
  public var points: [PointOutcome]

  /// An outcome.
  public init(plan: BatchPlan, measures: MeasureList, points: [PointOutcome]) {
    self.plan = plan
    self.measures = measures
    self.points = points
  }
}

/// What came out of one design point.
public struct PointOutcome: Sendable {
  /// Outcomes in the order of the plan's arms.
  public var arms: [ArmOutcome]
  /// What an audit found wrong with the draws, a sentence for each arm and replication.
  public var drawMistakes: [String]

  /// An outcome of arms.
  public init(arms: [ArmOutcome], drawMistakes: [String] = []) {
    self.arms = arms
    self.drawMistakes = drawMistakes
  }
}

/// What came out of one arm at one design point.
public struct ArmOutcome: Sendable {
  /// Trials by replication.
  public var trials: [TrialFigures]
  /// Waits of all replications together.
  public var waits: [WaitRecord]
  /// First days of breach, by resource and region.
  public var breaches: [BreachRecord]
  /// Figures by region and day; nil when they were written and let go.
  public var daily: DailySummary?

  /// An outcome of trials.
  public init(
    trials: [TrialFigures], waits: [WaitRecord] = [], breaches: [BreachRecord] = [],
    daily: DailySummary? = nil
  ) {
    self.trials = trials
    self.waits = waits
    self.breaches = breaches
    self.daily = daily
  }

  /// The values of a national measure in replications that have one, in index order.
  public func values(of measure: Int) -> [Double] { trials.compactMap { $0.values[measure] } }

  /// The mean of a national measure over replications with its interval; nil below two values.
  public func interval(of measure: Int, level: Double) -> ConfidenceInterval? {
    StudentInterval.of(values(of: measure), level: level)
  }

  /// The paired difference to `baseline` over replications where both have a value; nil below two pairs.
  public func difference(to baseline: ArmOutcome, of measure: Int, level: Double) -> PairedDifference? {
    var treated: [Double] = []
    var untreated: [Double] = []
    for (own, other) in zip(trials, baseline.trials) {
      if let value = own.values[measure], let reference = other.values[measure] {
        treated.append(value)
        untreated.append(reference)
      }
    }
    return PairedDifference.of(treatment: treated, baseline: untreated, level: level)
  }
}

/// The national figures of one trial.
public struct TrialFigures: Sendable, Equatable {
  /// Values in the order of ``CareModel/MeasureList/national``; nil where there is nothing to average.
  public var values: [Double?]
  /// Digest of the casualties met.
  public var casualtyDigest: UInt64
  /// Events carried out.
  public var eventCount: Int

  /// Figures of a trial.
  public init(values: [Double?], casualtyDigest: UInt64 = 0, eventCount: Int = 0) {
    self.values = values
    self.casualtyDigest = casualtyDigest
    self.eventCount = eventCount
  }
}
