import CareModel

/// `trials.csv`: one row a trial, one column a national measure.
struct TrialsTable {
  let plan: BatchPlan
  let measures: MeasureList

  var description: TableDescription {
    let keys = KeyColumns(plan: plan)
    return TableDescription(
      name: "trials", title: "Trials", text: "One row for each arm and replication: national figures.",
      fields: keys.fields + ownFields, key: keys.names + ["replication"])
  }

  /// The columns after those that every table begins with.
  var ownFields: [TableField] {
    [
      TableField(name: "replication", kind: .whole, text: "Replication, from 0."),
      TableField(name: "seed", kind: .whole, text: "Seed of all streams."),
      TableField(
        name: "casualty_digest", kind: .text,
        text: "Digest of the casualties that arrived, hexadecimal: equal in all arms of a replication."),
      TableField(name: "events", kind: .whole, text: "Events carried out."),
    ]
      + measures.national.map {
        TableField(name: $0.id, kind: .number, text: $0.text, unit: $0.unit)
      }
  }

  /// Appends the rows of one design point.
  func write(_ outcome: PointOutcome, point: Int, to file: OutputFile) throws(OutputFailure) {
    let keys = KeyColumns(plan: plan)
    for (arm, figures) in zip(plan.arms, outcome.arms) {
      let prefix = keys.encoded(point: point, arm: arm.id)
      var writer = CSVWriter()
      for (replication, trial) in figures.trials.enumerated() {
        writer.fields(prefix)
        writer.field(replication)
        writer.field(String(plan.seed))
        writer.field(Self.hexadecimal(trial.casualtyDigest))
        writer.field(trial.eventCount)
        for value in trial.values { writer.field(value) }
        writer.endRow()
      }
      try file.append(writer.bytes)
    }
  }

  private static func hexadecimal(_ digest: UInt64) -> String {
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
