import CareModel
import OutputStatistics

/// `waits.csv`: how long the cohort waited for each kind of unit, all replications together.
struct WaitsTable {
  let plan: BatchPlan

  /// Hours at which the curves are given.
  static let grid: [Double] = [0, 0.5, 1, 2, 4, 8, 12, 24, 48, 72, 120, 168, 336, 720]

  var description: TableDescription {
    let keys = KeyColumns(plan: plan)
    return TableDescription(
      name: "waits", title: "Waits",
      text: "Waits of the cohort by kind of unit, pooled over replications, kept in half-hours.",
      fields: keys.fields + ownFields, key: keys.names + ["unit", "group", "hours"])
  }

  /// The columns after those that every table begins with.
  var ownFields: [TableField] {
    [
      TableField(name: "unit", kind: .text, text: "Kind of unit waited for."),
      TableField(name: "group", kind: .text, text: "casualty or ordinary patients."),
      TableField(name: "hours", kind: .number, text: "Hours waited.", unit: "hours"),
      TableField(
        name: "survival", kind: .number,
        text: "Share that waits longer, were nobody to die or to leave the queue (life table).",
        unit: "share"),
      TableField(
        name: "started_incidence", kind: .number,
        text: "Share that has got a place by then (Aalen–Johansen).", unit: "share"),
      TableField(
        name: "died_incidence", kind: .number, text: "Share that has died waiting by then (Aalen–Johansen).",
        unit: "share"),
      TableField(
        name: "at_risk", kind: .whole, text: "Waits that lasted longer, of all replications.",
        unit: "patients"),
    ]
  }

  /// Appends the rows of one design point; groups that never asked have none.
  func write(_ outcome: PointOutcome, point: Int, to file: OutputFile) throws(OutputFailure) {
    let keys = KeyColumns(plan: plan)
    let kinds = plan.points[point].network.unitKinds
    for (arm, figures) in zip(plan.arms, outcome.arms) {
      let prefix = keys.encoded(point: point, arm: arm.id)
      var writer = CSVWriter()
      for record in figures.waits {
        let waits = record.survival
        if waits.total == 0 { continue }
        let curve = LifeTable(waits)
        let starts = KaplanMeier(record.incidenceOfStarts)
        let deaths = KaplanMeier(record.incidenceOfDeaths)
        let group = CSVWriter.encoded([
          kinds[record.unitKind].id, record.isCasualty ? "casualty" : "ordinary",
        ])
        for hours in Self.grid {
          writer.fields(prefix)
          writer.fields(group)
          writer.field(hours)
          writer.field(curve.survival(at: hours))
          writer.field(starts.endedIncidence(at: hours))
          writer.field(deaths.competingIncidence(at: hours))
          writer.field(Self.longer(waits, than: hours))
          writer.endRow()
        }
      }
      try file.append(writer.bytes)
    }
  }

  private static func longer(_ waits: BinnedSurvival, than hours: Double) -> Int {
    let first = min(waits.binCount, Int(hours / waits.binWidth) + 1)
    return (first..<waits.binCount).reduce(0) {
      $0 + waits.ended[$1] + waits.competing[$1] + waits.censored[$1]
    }
  }
}
