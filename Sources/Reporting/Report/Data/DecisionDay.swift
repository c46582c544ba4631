/// The latest day on which a decision still does good: read from a design with a factor that sets `arms.<id>.from_day`.
package struct DecisionDay: Sendable, Equatable {
  /// One day tried.
  package struct Trial: Sendable, Equatable {
    /// Day on which the arm's policies take over.
    package let day: Double
    /// Levels of the design point, in the order of the factors.
    package let levels: [String]
    /// Mean difference of the measure to the baseline.
    package let difference: Double
    /// Its interval; nil below two replications.
    package let interval: ClosedRange<Double>?
  }

  /// Arm whose day was moved.
  package let arm: String
  /// Measure that differences are of.
  package let measure: String
  /// Days tried, in order.
  package let trials: [Trial]

  /// The days of every arm that a factor moves, and its own at levels that leave it; other factors stand at the levels
  /// that are shown.
  package static func all(_ run: ReportRun, measure: String) -> [DecisionDay] {
    let record = run.record
    // Nothing is told from chance.
    guard record.hasIntervals else { return [] }
    var found: [DecisionDay] = []
    for (place, factor) in record.factors.enumerated() {
      for arm in record.choices.dropFirst() where factor.movesDecision(ofArm: arm.id) {
        var trials: [Trial] = []
        for level in factor.levels {
          guard let day = level.fromDays[arm.id] else { continue }
          var levels = run.summary.shownPoint
          levels[place] = level.id
          guard let row = run.summary.row(measure, arm: arm.id, point: levels),
            let difference = row.number("difference_mean")
          else { continue }
          let lower = row.number("difference_ci95_lower")
          let upper = row.number("difference_ci95_upper")
          let interval = lower.flatMap { low in upper.flatMap { low <= $0 ? low...$0 : nil } }
          trials.append(Trial(day: day, levels: levels, difference: difference, interval: interval))
        }
        if trials.count > 1 {
          found.append(
            DecisionDay(arm: arm.id, measure: measure, trials: trials.sorted { $0.day < $1.day }))
        }
      }
    }
    return found
  }

  /// The last of the days tried until which every decision lowers the measure beyond chance; nil when not even the
  /// first does.
  package var latestUseful: Trial? {
    trials.prefix { $0.interval.map { $0.upperBound < 0 } ?? false }.last
  }

  /// Whether the decision did clear good on any of the days tried.
  package var doesGoodOnce: Bool { trials.contains { $0.interval.map { $0.upperBound < 0 } ?? false } }

  /// Whether the decision did good on every day tried, so that the latest lies beyond.
  package var isBeyondTrials: Bool { latestUseful == trials.last }
}
