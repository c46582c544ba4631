import CareModel
import OutputStatistics

/// `validation.csv`: measures beside the values they should have.
struct ValidationTable {
  let plan: BatchPlan

  var description: TableDescription {
    let keys = KeyColumns(plan: plan)
    return TableDescription(
      name: "validation", title: "Validation", text: "Measures beside the values they should have.",
      fields: keys.fields + ownFields, key: [])
  }

  /// The columns after those that every table begins with.
  var ownFields: [TableField] {
    func number(_ name: String, _ text: String) -> TableField {
      TableField(name: name, kind: .number, text: text)
    }
    let tolerance = number(
      "tolerance", "Largest difference that passes; empty for a test against standard errors.")
    return [
      TableField(name: "measure", kind: .text, text: "National measure, as a column of trials."),
      number("expected", "Value it should have."),
      number("expected_standard_error", "Standard error of that value; empty for an exact one."),
      number("simulated", "Mean over replications."),
      number("standard_error", "Standard error of the mean; empty for one replication."),
      number("z", "Difference in standard errors."),
      number("relative_standard_error", "Standard error per expected value."),
      TableField(
        name: "verdict", kind: .text,
        text:
          "pass when |z| is at most 3.89 and the standard error at most 1 % of the expected value, or with a tolerance when the difference is at most it and the standard error at most a tenth of it, else fail."
      ),
      TableField(name: "source", kind: .text, text: "Where the expected value comes from."),
    ] + (hasTolerances ? [tolerance] : [])
  }

  /// Whether any value is held to a tolerance; without one the table has no such column.
  private var hasTolerances: Bool { plan.expectations.contains { $0.tolerance != nil } }

  /// Appends all rows.
  func write(_ verdicts: [ExpectationVerdict], to file: OutputFile) throws(OutputFailure) {
    let keys = KeyColumns(plan: plan)
    var writer = CSVWriter()
    for verdict in verdicts {
      writer.fields(keys.encoded(point: verdict.point, arm: verdict.arm))
      writer.field(verdict.expectation.measure)
      writer.field(verdict.expectation.value)
      writer.field(verdict.expectation.standardError)
      writer.field(verdict.estimate)
      writer.field(verdict.simulated?.standardError)
      writer.field(verdict.z)
      writer.field(verdict.relativeStandardError)
      writer.field(verdict.passes ? "pass" : "fail")
      writer.field(verdict.expectation.source)
      if hasTolerances { writer.field(verdict.expectation.tolerance) }
      writer.endRow()
    }
    try file.append(writer.bytes)
  }
}
