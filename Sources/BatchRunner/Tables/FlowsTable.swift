import CareModel

/// `flows.csv`: patients sent between regions and to allies.
struct FlowsTable {
  let plan: BatchPlan

  /// What stands for allies in the column of targets.
  static let allied = "allied"

  var description: TableDescription {
    let keys = KeyColumns(plan: plan)
    return TableDescription(
      name: "flows", title: "Patients between regions",
      text: "Patients sent to other regions and to allies; ways that nobody went have no row.",
      fields: keys.fields + ownFields, key: keys.names + ["from_region", "to_kind", "to_region"])
  }

  /// The columns after those that every table begins with.
  var ownFields: [TableField] {
    func number(_ name: String, _ text: String) -> TableField {
      TableField(name: name, kind: .number, text: text, unit: "patients")
    }
    return [
      TableField(name: "from_region", kind: .text, text: "Code of the region that patients left."),
      TableField(name: "to_kind", kind: .text, text: "region or allied."),
      TableField(
        name: "to_region", kind: .text, text: "Code of the region they were sent to, or \(Self.allied)."),
      number(
        "patients", "Patients sent from day 0 to the end of the run, mean over replications."),
      number("p05", "Quantile over replications, type 7 of Hyndman and Fan."),
      number("p95", "Quantile over replications."),
    ]
  }

  /// Appends the rows of one design point.
  func write(_ outcome: PointOutcome, point: Int, to file: OutputFile) throws(OutputFailure) {
    let keys = KeyColumns(plan: plan)
    let regions = plan.points[point].network.regions
    for (arm, figures) in zip(plan.arms, outcome.arms) {
      let prefix = keys.encoded(point: point, arm: arm.id)
      var writer = CSVWriter()
      for flow in figures.flows {
        writer.fields(prefix)
        writer.field(regions[flow.from].id)
        writer.field(flow.to == nil ? "allied" : "region")
        writer.field(flow.to.map { regions[$0].id } ?? Self.allied)
        writer.field(flow.mean)
        writer.field(flow.p05)
        writer.field(flow.p95)
        writer.endRow()
      }
      try file.append(writer.bytes)
    }
  }
}
