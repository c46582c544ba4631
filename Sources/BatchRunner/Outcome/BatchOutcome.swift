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
  /// First days on which resources broke, of regions and of all together.
  public var endurance: [EnduranceRecord]
  /// Patients between regions and to allies.
  public var flows: [FlowRecord] = []
  /// Replications at whose end patients wait for each other for ever, and the kinds of unit, by index, in which they do.
  public var standstill = Standstill()
  /// Figures by region and day; nil when they were written and let go.
  public var daily: DailySummary?
  /// Whether trials 2p and 2p + 1 are an antithetic pair.
  public var isAntithetic: Bool

  /// An outcome of trials.
  public init(
    trials: [TrialFigures], waits: [WaitRecord] = [], endurance: [EnduranceRecord] = [],
    daily: DailySummary? = nil, isAntithetic: Bool = false
  ) {
    self.trials = trials
    self.waits = waits
    self.endurance = endurance
    self.daily = daily
    self.isAntithetic = isAntithetic
  }

  /// First days on which a resource broke, by region; none where it is not watched.
  public func breaches(of resource: EnduranceRecord.Resource) -> [EnduranceRecord] {
    endurance.filter { $0.resource == resource && $0.region != nil }
  }

  /// The values of a national measure in replications that have one, in index order.
  public func values(of measure: Int) -> [Double] { trials.compactMap { $0.values[measure] } }

  /// Independent observations of a national measure, for means and intervals: the values of replications that have
  /// one, in index order; of antithetic pairs the mean of each pair that has two.
  public func observations(of measure: Int) -> [Double] {
    guard isAntithetic else { return values(of: measure) }
    return Self.pairMeans(trials.map { $0.values[measure] })
  }

  private static func pairMeans(_ values: [Double?]) -> [Double] {
    stride(from: 0, to: values.count - 1, by: 2).compactMap { first in
      if let one = values[first], let other = values[first + 1] { (one + other) / 2 } else { nil }
    }
  }

  /// The mean of a national measure over replications; nil when none has a value.
  public func mean(of measure: Int) -> Double? {
    let values = observations(of: measure)
    return values.isEmpty ? nil : interval(of: measure, level: 0.95)?.estimate ?? values[0]
  }

  /// The mean of a national measure over replications with its interval; nil below two observations.
  public func interval(of measure: Int, level: Double) -> ConfidenceInterval? {
    StudentInterval.of(observations(of: measure), level: level)
  }

  /// The difference to `baseline` over replications where both have a value, of antithetic pairs over pairs in which
  /// all four have; nil below two.
  public func difference(to baseline: ArmOutcome, of measure: Int, level: Double) -> PairedDifference? {
    let pairs = observations(of: measure, beside: baseline)
    return PairedDifference.of(treatment: pairs.own, baseline: pairs.other, level: level)
  }

  /// The mean of the same differences; nil when there is none.
  public func meanDifference(to baseline: ArmOutcome, of measure: Int) -> Double? {
    let pairs = observations(of: measure, beside: baseline)
    return Tally(zip(pairs.own, pairs.other).map { $0 - $1 }).mean
  }

  private func observations(
    of measure: Int, beside baseline: ArmOutcome
  ) -> (own: [Double], other: [Double]) {
    var treated: [Double?] = []
    var untreated: [Double?] = []
    for (own, other) in zip(trials, baseline.trials) {
      let both = own.values[measure] != nil && other.values[measure] != nil
      treated.append(both ? own.values[measure] : nil)
      untreated.append(both ? other.values[measure] : nil)
    }
    func observations(_ values: [Double?]) -> [Double] {
      isAntithetic ? Self.pairMeans(values) : values.compactMap { $0 }
    }
    return (observations(treated), observations(untreated))
  }
}

/// How often patients wait for each other for ever at the end of a run: each holds a place that another needs.
public struct Standstill: Sendable, Equatable {
  /// Replications in which some do.
  public var replications = 0
  /// Kinds of unit in which they do in any, by index.
  public var unitKinds: Set<Int> = []

  /// So often, in such units; nowhere unless said otherwise.
  public init(replications: Int = 0, unitKinds: Set<Int> = []) {
    self.replications = replications
    self.unitKinds = unitKinds
  }

  /// Adds a replication.
  mutating func add(_ kinds: [Int]) {
    if !kinds.isEmpty { replications += 1 }
    unitKinds.formUnion(kinds)
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
