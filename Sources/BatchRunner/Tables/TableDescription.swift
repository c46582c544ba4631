import CareModel

/// One column of a table, as the data package describes it.
struct TableField {
  enum Kind: String {
    case text = "string"
    case whole = "integer"
    case number
  }

  let name: String
  let kind: Kind
  let text: String
  var unit: String?
}

/// One table: its file, its columns and which of them name a row.
struct TableDescription {
  let name: String
  let title: String
  let text: String
  let fields: [TableField]
  let key: [String]

  /// File name.
  var path: String { "\(name).csv" }

  /// The header row.
  var header: [UInt8] {
    var writer = CSVWriter()
    for field in fields { writer.field(field.name) }
    writer.endRow()
    return writer.bytes
  }
}

/// The columns that every table begins with.
struct KeyColumns {
  let plan: BatchPlan

  /// Column names of the factors; a name that a table has already gets `factor_` before it.
  var factorNames: [String] {
    plan.factors.map { factor in
      let name = String(factor.map { $0 == "-" || $0 == "." ? "_" : $0 })
      return Self.taken.contains(name) ? "factor_\(name)" : name
    }
  }

  private static let taken = [
    "experiment", "scenario", "arm", "replication", "seed", "casualty_digest", "events", "measure", "unit",
    "count", "mean", "median", "region_code", "region", "day", "group", "hours", "survival", "source",
    "expected", "simulated", "z", "verdict", "resource_kind", "resource", "share",
    "day_p05", "day_p50", "day_p95",
    "from_region", "to_kind", "to_region", "patients",
  ]

  var fields: [TableField] {
    [
      TableField(name: "experiment", kind: .text, text: "Experiment."),
      TableField(name: "scenario", kind: .text, text: "Scenario."),
    ]
      + zip(factorNames, plan.factors).map { name, factor in
        TableField(name: name, kind: .text, text: "Level of the factor \(factor).")
      } + [TableField(name: "arm", kind: .text, text: "Arm: the policies in force.")]
  }

  var names: [String] { fields.map(\.name) }

  /// The encoded key fields of one arm at one design point.
  func encoded(point: Int, arm: String) -> [UInt8] {
    CSVWriter.encoded(
      [plan.experimentID, plan.scenarioID] + plan.points[point].levels.map(\.level) + [arm])
  }
}
