import CareModel
import Foundation

/// Runs a plan and writes its tables, data package and manifest.
public struct BatchRun: Sendable {
  /// What is asked.
  public let plan: BatchPlan
  /// What it was started with.
  public let context: RunContext

  /// A run.
  ///
  /// - Precondition: at least one arm, one design point and one replication; an even number of replications if
  ///   they are antithetic pairs.
  public init(_ plan: BatchPlan, context: RunContext) {
    precondition(
      !plan.arms.isEmpty && !plan.points.isEmpty && plan.replications > 0,
      "a batch needs an arm, a design point and a replication")
    precondition(
      !plan.isAntithetic || plan.replications % 2 == 0, "antithetic replications come in pairs")
    self.plan = plan
    self.context = context
  }

  /// Runs, and writes into `folder` when there is one.
  ///
  /// Figures by region and day stay in the outcome of a plan with one design point; of others they are
  /// written and let go.
  ///
  /// - Parameters:
  ///   - figures: files that a layer above makes of the outcome, written and listed beside the tables. Like
  ///     those they hold no time of day. Not called without a folder.
  ///   - pages: files that a layer above makes of the tables and `experiment.json` alone, so that the same can be
  ///     made of the folder later.
  ///   - progress: called on the calling thread, some four times a second.
  /// - Throws: ``BatchFailure``; then nothing new is left in the folder.
  public func run(
    into folder: OutputFolder?, figures: (BatchOutcome) -> [(name: String, text: String)] = { _ in [] },
    pages: (RunFiles) -> [(name: String, text: String)] = { _ in [] },
    progress: (BatchProgress) -> Void = { _ in }
  ) throws(BatchFailure) -> BatchOutcome {
    if let refusal = MemoryEstimate.refusal(of: plan, threads: context.threads) {
      folder?.abandon()
      throw refusal
    }
    do throws(BatchFailure) {
      return try simulate(folder, start: Date(), figures, pages, progress)
    } catch {
      folder?.abandon()
      throw error
    }
  }

  private func simulate(
    _ folder: OutputFolder?, start: Date, _ figures: (BatchOutcome) -> [(name: String, text: String)],
    _ pages: (RunFiles) -> [(name: String, text: String)],
    _ progress: (BatchProgress) -> Void
  ) throws(BatchFailure) -> BatchOutcome {
    let measures = MeasureList(plan.points[0].network)
    var outcome = BatchOutcome(plan: plan, measures: measures, points: [])
    let pool = TrialPool(threads: context.threads, auditsEveryEvent: context.auditsEveryEvent)
    do throws(OutputFailure) {
      var tables: BatchTables?
      if let folder { tables = try BatchTables(plan, measures: measures, folder: folder) }
      try pool.run(plan, progress: progress) { point throws(OutputFailure) in
        try tables?.write(point, at: outcome.points.count)
        var kept = point
        if plan.points.count > 1 {
          for arm in kept.arms.indices { kept.arms[arm].daily = nil }
        }
        outcome.points.append(kept)
      }
      if outcome.points.allSatisfy(\.drawMistakes.isEmpty), let folder, let tables {
        try finish(outcome, tables, folder, start: start, figures, pages)
      }
    } catch {
      throw .output(error)
    }
    let mistakes = outcome.points.flatMap(\.drawMistakes)
    if !mistakes.isEmpty { throw .draws(mistakes: mistakes) }
    return outcome
  }

  private func finish(
    _ outcome: BatchOutcome, _ tables: BatchTables, _ folder: OutputFolder, start: Date,
    _ figures: (BatchOutcome) -> [(name: String, text: String)],
    _ pages: (RunFiles) -> [(name: String, text: String)]
  ) throws(OutputFailure) {
    let files = try tables.close(outcome)
    let package = DataPackage(plan: plan, resources: files)
    var written = files.map(\.file)
    for figure in figures(outcome) { written.append(try folder.write(figure.text, to: figure.name)) }
    let record = ExperimentRecord(
      plan: plan, measures: outcome.measures, programVersion: context.programVersion)
    written.append(try folder.write(record.json.rendered, to: ExperimentRecord.fileName))
    written.append(try folder.write(package.json.rendered, to: "datapackage.json"))
    for page in pages(RunFiles(writingTo: folder.path)) {
      written.append(try folder.write(page.text, to: page.name))
    }
    let manifest = RunManifest(plan: plan, context: context, start: start, end: Date(), files: written)
    _ = try folder.write(manifest.json.rendered, to: RunManifest.fileName)
    try folder.commit()
  }
}
