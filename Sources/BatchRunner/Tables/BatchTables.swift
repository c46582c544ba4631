import CareModel

/// The tables of a run, open for writing design point by design point.
struct BatchTables {
  private let trials: TrialsTable
  private let summary: SummaryTable
  private let daily: RegionsDailyTable
  private let waits: WaitsTable
  private let validation: ValidationTable
  private let plan: BatchPlan
  private var files: [(table: TableDescription, file: OutputFile)] = []

  /// Creates the files and writes their headers.
  init(_ plan: BatchPlan, measures: MeasureList, folder: OutputFolder) throws(OutputFailure) {
    self.plan = plan
    trials = TrialsTable(plan: plan, measures: measures)
    summary = SummaryTable(plan: plan, measures: measures)
    daily = RegionsDailyTable(plan: plan, measures: measures)
    waits = WaitsTable(plan: plan)
    validation = ValidationTable(plan: plan)
    var descriptions = [trials.description, summary.description, waits.description]
    if plan.writesRegionsDaily { descriptions.append(daily.description) }
    if !plan.expectations.isEmpty { descriptions.append(validation.description) }
    for description in descriptions {
      let file = try folder.create(description.path)
      try file.append(description.header)
      files.append((description, file))
    }
  }

  /// Appends the rows of a design point.
  func write(_ outcome: PointOutcome, at point: Int) throws(OutputFailure) {
    try trials.write(outcome, point: point, to: files[0].file)
    try summary.write(outcome, point: point, to: files[1].file)
    try waits.write(outcome, point: point, to: files[2].file)
    if plan.writesRegionsDaily { try daily.write(outcome, point: point, to: files[3].file) }
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
