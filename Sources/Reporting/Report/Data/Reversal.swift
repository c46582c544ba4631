/// What varying the inputs does to the difference between two arms: its range, and where its sign turns.
package struct Reversal: Sendable {
  /// One design point.
  package struct Point: Sendable {
    package let levels: [String]
    package let difference: Double
    package let lower: Double?
    package let upper: Double?
  }

  /// Arm compared with the baseline.
  package let arm: String
  package let measure: String
  /// All design points, in order.
  package let points: [Point]

  /// The differences of an arm over the design; nil without factors other than days of decision, or with no point.
  package init?(_ run: ReportRun, arm: String, measure: String) {
    let varied = Self.factors(run.record)
    if varied.isEmpty { return nil }
    let points = run.summary.points.compactMap { levels -> Point? in
      guard let row = run.summary.row(measure, arm: arm, point: levels),
        let difference = row.number("difference_mean")
      else { return nil }
      return Point(
        levels: levels, difference: difference, lower: row.number("difference_ci95_lower"),
        upper: row.number("difference_ci95_upper"))
    }
    if points.count < 2 { return nil }
    self.arm = arm
    self.measure = measure
    self.points = points
  }

  /// Factors that vary what is not known, and not a day of decision.
  package static func factors(_ record: RunRecord) -> [RunRecord.Factor] {
    record.factors.filter { !$0.movesDecision }
  }

  /// The least and the largest difference.
  package var range: (least: Point, most: Point) {
    let least = points.min { $0.difference < $1.difference } ?? points[0]
    let most = points.max { $0.difference < $1.difference } ?? points[0]
    return (least, most)
  }

  /// Points whose difference has the other sign than at `levels`, beyond chance on both sides.
  package func reversed(from levels: [String]) -> [Point] {
    guard let usual = points.first(where: { $0.levels == levels }), let sign = Self.sign(usual) else {
      return []
    }
    return points.filter { Self.sign($0).map { $0 != sign } ?? false }
  }

  /// Points where the difference is lost in chance; not those where there is none in any replication.
  package var unclear: [Point] {
    points.filter { point in
      Self.sign(point) == nil && !(point.difference == 0 && point.lower == 0 && point.upper == 0)
    }
  }

  private static func sign(_ point: Point) -> Int? {
    guard let lower = point.lower, let upper = point.upper else { return nil }
    return lower > 0 ? 1 : upper < 0 ? -1 : nil
  }
}
