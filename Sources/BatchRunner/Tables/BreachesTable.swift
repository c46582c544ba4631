import CareModel

/// `breaches.csv`: when each resource of each region, and of all together, first broke.
struct BreachesTable {
  let plan: BatchPlan

  /// What stands for all regions together, which no code of a region is.
  static let allRegions = "*"

  var description: TableDescription {
    let keys = KeyColumns(plan: plan)
    return TableDescription(
      name: "breaches", title: "First breaches",
      text:
        "When resources first break. Places of a kind of unit break on the first day on which the mean number waiting for them is at least one and at least 5 % of the staffed places; a stock on the first day on which it did not suffice: a use went without, a patient was turned away for want of it, or one waited for it while a place was free. Of all regions together places and queues are summed.",
      fields: keys.fields + ownFields, key: keys.names + ["region_code", "resource_kind", "resource"])
  }

  /// The columns after those that every table begins with.
  var ownFields: [TableField] {
    func day(_ name: String, _ share: String) -> TableField {
      TableField(
        name: name, kind: .whole,
        text: "Day by which \(share) of replications have broken; empty when fewer ever do.", unit: "days")
    }
    return [
      TableField(
        name: "region_code", kind: .text, text: "Region; \(Self.allRegions) is all regions together."),
      TableField(name: "region", kind: .text, text: "Name of the region; empty for all together."),
      TableField(name: "resource_kind", kind: .text, text: "unit or stock."),
      TableField(name: "resource", kind: .text, text: "Kind of unit, or stock."),
      TableField(
        name: "share", kind: .number, text: "Share of replications in which it ever breaks.", unit: "share"),
      day("day_p05", "5 %"), day("day_p50", "half"), day("day_p95", "95 %"),
    ]
  }

  /// Appends the rows of one design point.
  func write(_ outcome: PointOutcome, point: Int, to file: OutputFile) throws(OutputFailure) {
    let keys = KeyColumns(plan: plan)
    let network = plan.points[point].network
    for (arm, figures) in zip(plan.arms, outcome.arms) {
      let prefix = keys.encoded(point: point, arm: arm.id)
      var writer = CSVWriter()
      for record in figures.endurance {
        writer.fields(prefix)
        writer.field(record.region.map { network.regions[$0].id } ?? Self.allRegions)
        writer.field(record.region.map { network.regions[$0].name } ?? "")
        switch record.resource {
        case .unitKind(let kind):
          writer.field("unit")
          writer.field(network.unitKinds[kind].id)
        case .stock(let stock):
          writer.field("stock")
          writer.field(network.stocks[stock].id)
        }
        writer.field(record.firstDays.share)
        for share in [0.05, 0.5, 0.95] { writer.field(record.firstDays.day(at: share).map { Double($0) }) }
        writer.endRow()
      }
      try file.append(writer.bytes)
    }
  }
}
