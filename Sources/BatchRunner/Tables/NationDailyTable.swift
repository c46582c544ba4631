import CareModel

/// `nation_daily.csv`: one row for each arm, day and regional measure, summed over regions.
struct NationDailyTable {
  let plan: BatchPlan
  let measures: MeasureList

  var description: TableDescription {
    let keys = KeyColumns(plan: plan)
    return TableDescription(
      name: "nation_daily", title: "All regions together day by day",
      text: "One row for each arm, day and regional measure, summed over regions before quantiles are taken.",
      fields: keys.fields + ownFields, key: keys.names + ["day", "measure"])
  }

  /// The columns after those that every table begins with.
  var ownFields: [TableField] {
    [
      TableField(name: "day", kind: .whole, text: "Day of the scenario, from 0.", unit: "days"),
      TableField(name: "measure", kind: .text, text: "Regional measure, summed over regions."),
      TableField(name: "unit", kind: .text, text: "Unit of the measure."),
      TableField(
        name: "mean", kind: .number, text: "Mean over replications of the sum, to thousandths.",
        unit: "as in column unit"),
    ]
      + SummaryTable.quantiles.map {
        TableField(
          name: $0.0, kind: .number,
          text: "Quantile over replications of the sum, type 7 of Hyndman and Fan, to thousandths.",
          unit: "as in column unit")
      }
  }

  /// Appends the rows of one design point.
  ///
  /// - Complexity: O(days × measures × arms) rows.
  func write(_ outcome: PointOutcome, point: Int, to file: OutputFile) throws(OutputFailure) {
    let keys = KeyColumns(plan: plan)
    let tails = measures.regional.map { CSVWriter.encoded([$0.id, $0.unit]) }
    for (arm, figures) in zip(plan.arms, outcome.arms) {
      guard let daily = figures.daily else { continue }
      let prefix = keys.encoded(point: point, arm: arm.id)
      var writer = CSVWriter()
      for day in 0..<daily.dayCount {
        for measure in tails.indices {
          writer.fields(prefix)
          writer.field(day)
          writer.fields(tails[measure])
          writer.fields(daily.figure(measure: measure, region: nil, day: day))
          writer.endRow()
        }
      }
      try file.append(writer.bytes)
    }
  }
}

extension CSVWriter {
  /// Appends mean and quantiles, to thousandths.
  mutating func fields(_ figure: DailySummary.Figure) {
    field(thousandths: figure.mean)
    field(thousandths: figure.p05)
    field(thousandths: figure.p25)
    field(thousandths: figure.p50)
    field(thousandths: figure.p75)
    field(thousandths: figure.p95)
  }
}
