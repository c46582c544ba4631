import CareModel
import OutputStatistics

/// `summary.csv`: one row for each arm and national measure.
struct SummaryTable {
  let plan: BatchPlan
  let measures: MeasureList

  static let quantiles = [("p05", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95)]

  /// `ci95` for a level of 0.95.
  var interval: String { "ci\(NumberText.text((plan.confidenceLevel * 1000).rounded() / 10))" }

  var description: TableDescription {
    let keys = KeyColumns(plan: plan)
    return TableDescription(
      name: "summary", title: "Summary", text: "One row for each arm and national measure.",
      fields: keys.fields + ownFields, key: keys.names + ["measure"])
  }

  /// The columns after those that every table begins with.
  var ownFields: [TableField] {
    func number(_ name: String, _ text: String) -> TableField {
      TableField(name: name, kind: .number, text: text, unit: "as in column unit")
    }
    let ci = interval.replacingDots
    return
      [
        TableField(name: "measure", kind: .text, text: "National measure, as a column of trials."),
        TableField(name: "unit", kind: .text, text: "Unit of the measure."),
        TableField(name: "count", kind: .whole, text: "Replications that have a value."),
        number("mean", "Mean over replications."),
        number("standard_error", "Standard error of the mean."),
        number("\(ci)_lower", "Lower bound of Student's interval for the mean."),
        number("\(ci)_upper", "Upper bound."),
      ]
      + Self.quantiles.map { number($0.0, "Quantile over replications, type 7 of Hyndman and Fan.") }
      + [
        TableField(name: "baseline_arm", kind: .text, text: "Arm that differences refer to."),
        number("difference_mean", "Mean paired difference, this arm minus the baseline."),
        number("difference_\(ci)_lower", "Lower bound of its interval."),
        number("difference_\(ci)_upper", "Upper bound."),
        number("difference_standard_error", "Its standard error."),
        TableField(
          name: "variance_reduction", kind: .number,
          text: "Share of variance that pairing removed; negative when it added some.", unit: "share"),
      ]
  }

  /// Appends the rows of one design point.
  func write(_ outcome: PointOutcome, point: Int, to file: OutputFile) throws(OutputFailure) {
    let keys = KeyColumns(plan: plan)
    for (place, (arm, figures)) in zip(plan.arms, outcome.arms).enumerated() {
      let prefix = keys.encoded(point: point, arm: arm.id)
      var writer = CSVWriter()
      for (index, measure) in measures.national.enumerated() {
        let values = figures.values(of: index)
        let estimate = figures.interval(of: index, level: plan.confidenceLevel)
        let sorted = values.sorted()
        writer.fields(prefix)
        writer.field(measure.id)
        writer.field(measure.unit)
        writer.field(values.count)
        writer.field(Tally(figures.observations(of: index)).mean)
        writer.field(estimate?.standardError)
        writer.field(estimate?.lower)
        writer.field(estimate?.upper)
        for (_, share) in Self.quantiles { writer.field(quantile(of: sorted, at: share)) }
        write(
          place == 0
            ? nil : figures.difference(to: outcome.arms[0], of: index, level: plan.confidenceLevel),
          mean: place == 0 ? nil : figures.meanDifference(to: outcome.arms[0], of: index),
          isBaseline: place == 0, to: &writer)
        writer.endRow()
      }
      try file.append(writer.bytes)
    }
  }

  /// The difference with its interval, or its mean alone where there is one observation.
  private func write(
    _ difference: PairedDifference?, mean: Double?, isBaseline: Bool, to writer: inout CSVWriter
  ) {
    writer.field(isBaseline ? "" : plan.arms[0].id)
    writer.field(difference?.interval.estimate ?? mean)
    writer.field(difference?.interval.lower)
    writer.field(difference?.interval.upper)
    writer.field(difference?.interval.standardError)
    writer.field(difference?.varianceReduction)
  }
}

extension String {
  var replacingDots: String { String(map { $0 == "." ? "_" : $0 }) }
}
