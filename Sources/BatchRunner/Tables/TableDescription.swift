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

  /// Column names of the factors; a name that any table has already gets `factor_` before it.
  var factorNames: [String] {
    let taken = Set(BatchTables.ownFields(plan).map(\.name) + ["experiment", "scenario", "arm"])
    let own = plan.factors.map { factor in String(factor.map { $0 == "-" || $0 == "." ? "_" : $0 }) }
    var names: [String] = []
    for name in own {
      var column = name
      while taken.contains(column) || names.contains(column) || (column != name && own.contains(column)) {
        column = "factor_\(column)"
      }
      names.append(column)
    }
    return names
  }

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
