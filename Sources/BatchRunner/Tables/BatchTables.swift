import CareModel

/// The tables of a run, open for writing design point by design point.
struct BatchTables {
  /// A table with how it writes a design point.
  private typealias Row = (
    description: TableDescription, write: (PointOutcome, Int, OutputFile) throws(OutputFailure) -> Void
  )

  private let rows: [Row]
  private let validation: ValidationTable
  private let plan: BatchPlan
  private var files: [(table: TableDescription, file: OutputFile)] = []

  /// Creates the files and writes their headers.
  init(_ plan: BatchPlan, measures: MeasureList, folder: OutputFolder) throws(OutputFailure) {
    self.plan = plan
    validation = ValidationTable(plan: plan)
    rows = Self.rows(plan, measures)
    var descriptions = rows.map(\.description)
    if !plan.expectations.isEmpty { descriptions.append(validation.description) }
    for description in descriptions {
      let file = try folder.create(description.path)
      try file.append(description.header)
      files.append((description, file))
    }
  }

  private static func rows(_ plan: BatchPlan, _ measures: MeasureList) -> [Row] {
    let trials = TrialsTable(plan: plan, measures: measures)
    let summary = SummaryTable(plan: plan, measures: measures)
    let waits = WaitsTable(plan: plan)
    let breaches = BreachesTable(plan: plan)
    let flows = FlowsTable(plan: plan)
    let nation = NationDailyTable(plan: plan, measures: measures)
    let daily = RegionsDailyTable(plan: plan, measures: measures)
    let always: [Row] = [
      (trials.description, trials.write), (summary.description, summary.write),
      (waits.description, waits.write), (breaches.description, breaches.write),
      (flows.description, flows.write),
    ]
    let byDay: [Row] = [(nation.description, nation.write), (daily.description, daily.write)]
    return plan.writesRegionsDaily ? always + byDay : always
  }

  /// The columns of all tables after those that each begins with, also of tables that `plan` does not write.
  static func ownFields(_ plan: BatchPlan) -> [TableField] {
    let measures = MeasureList(plan.points[0].network)
    return TrialsTable(plan: plan, measures: measures).ownFields
      + SummaryTable(plan: plan, measures: measures).ownFields
      + WaitsTable(plan: plan).ownFields + BreachesTable(plan: plan).ownFields
      + FlowsTable(plan: plan).ownFields + NationDailyTable(plan: plan, measures: measures).ownFields
      + RegionsDailyTable(plan: plan, measures: measures).ownFields + ValidationTable(plan: plan).ownFields
  }

  /// Appends the rows of a design point.
  func write(_ outcome: PointOutcome, at point: Int) throws(OutputFailure) {
    for (row, file) in zip(rows, files) { try row.write(outcome, point, file.file) }
  }

  /// Writes what needs all design points and closes the files.
  func close(
    _ outcome: BatchOutcome
  ) throws(OutputFailure) -> [(table: TableDescription, file: OutputFile)] {
    if !plan.expectations.isEmpty, let last = files.last {
      try validation.write(outcome.verdicts, to: last.file)
    }
    for (_, file) in files { try file.close() }
    return files
  }
}
