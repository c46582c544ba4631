import CareModel

/// `regions_daily.csv`: one row for each arm, region, day and regional measure.
struct RegionsDailyTable {
  let plan: BatchPlan
  let measures: MeasureList

  var description: TableDescription {
    let keys = KeyColumns(plan: plan)
    return TableDescription(
      name: "regions_daily", title: "Regions day by day",
      text: "One row for each arm, region, day and regional measure: \(definitions)",
      fields: keys.fields + ownFields, key: keys.names + ["region_code", "day", "measure"])
  }

  /// The columns after those that every table begins with.
  var ownFields: [TableField] {
    [
      TableField(
        name: "region_code", kind: .text, text: "Region, such as the county code of Statistics Sweden."),
      TableField(name: "region", kind: .text, text: "Name of the region."),
      TableField(name: "day", kind: .whole, text: "Day of the scenario, from 0.", unit: "days"),
      TableField(name: "measure", kind: .text, text: "Regional measure."),
      TableField(name: "unit", kind: .text, text: "Unit of the measure."),
      TableField(
        name: "mean", kind: .number, text: "Mean over replications, to thousandths.",
        unit: "as in column unit"),
    ]
      + SummaryTable.quantiles.map {
        TableField(
          name: $0.0, kind: .number,
          text: "Quantile over replications, type 7 of Hyndman and Fan, to thousandths.",
          unit: "as in column unit")
      }
  }

  private var definitions: String {
    measures.regional.map { "\($0.id): \($0.text)" }.joined(separator: " ")
  }

  /// Appends the rows of one design point.
  ///
  /// - Complexity: O(regions × days × measures × arms) rows, written in blocks.
  func write(_ outcome: PointOutcome, point: Int, to file: OutputFile) throws(OutputFailure) {
    let keys = KeyColumns(plan: plan)
    let regions = plan.points[point].network.regions
    let tails = measures.regional.map { CSVWriter.encoded([$0.id, $0.unit]) }
    for (arm, figures) in zip(plan.arms, outcome.arms) {
      guard let daily = figures.daily else { continue }
      let prefix = keys.encoded(point: point, arm: arm.id)
      for (region, row) in regions.enumerated() {
        let place = CSVWriter.encoded([row.id, row.name])
        var writer = CSVWriter()
        for day in 0..<daily.dayCount {
          for measure in tails.indices {
            let figure = daily.figure(measure: measure, region: region, day: day)
            writer.fields(prefix)
            writer.fields(place)
            writer.field(day)
            writer.fields(tails[measure])
            writer.fields(figure)
            writer.endRow()
          }
        }
        try file.append(writer.bytes)
      }
    }
  }
}
