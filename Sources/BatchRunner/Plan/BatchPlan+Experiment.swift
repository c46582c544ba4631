import CareModel
public import ScenarioFiles

extension BatchPlan {
  /// The plan that an experiment file asks for.
  ///
  /// - Parameters:
  ///   - replications: in place of the experiment's own number.
  ///   - seed: in place of the experiment's own seed.
  public init(_ experiment: LoadedExperiment, replications: Int? = nil, seed: UInt64? = nil) {
    let factors = experiment.factors
    func named(_ levels: [String?]) -> [(factor: String, level: String)] {
      zip(factors, levels).compactMap { factor, level in level.map { (factor.id, $0) } }
    }
    var arms = experiment.arms.map { ArmPlan(id: $0.id, title: $0.title, choices: $0.choices) }
    if experiment.noWait { arms.append(ArmPlan(id: "no-wait", title: "No queues", isNoWait: true)) }
    let first = experiment.points[0]
    self.init(
      experimentID: experiment.id, title: experiment.title, question: experiment.question,
      handling: experiment.handling, modelID: first.network.id, modelTitle: first.network.title,
      scenarioID: first.scenario.id, scenarioTitle: first.scenario.title,
      whoseFigures: first.scenario.whoseFigures, seed: seed ?? experiment.seed,
      replications: replications ?? experiment.replications, isAntithetic: experiment.isAntithetic,
      horizonDays: Int(experiment.horizonDays.rounded()), drainDays: Int(experiment.drainDays.rounded()),
      arms: arms,
      points: experiment.points.map { point in
        DesignPoint(
          levels: named(point.levels), network: point.network, scenario: point.scenario,
          terms: point.terms)
      },
      evidence: EvidenceShares(
        sourced: experiment.evidence.sourced, derived: experiment.evidence.derived,
        assumed: experiment.evidence.assumed),
      expectations: experiment.expectations.map { expectation in
        Expectation(
          measure: expectation.measure, value: expectation.value,
          standardError: expectation.standardError == 0 ? nil : expectation.standardError,
          tolerance: expectation.tolerance, arm: expectation.arm, levels: named(expectation.levels),
          source: expectation.source)
      },
      inputs: experiment.inputFiles.map { ($0.path, SHA256.hexadecimal($0.bytes)) },
      memoryLimitBytes: Int(min(experiment.memoryLimitGigabytes, 1e6) * 1e9),
      writesRegionsDaily: experiment.writesRegionsDaily)
    factorDetails = factors
    shownMeasures = experiment.shown
    translations = experiment.translations
    assumptions = experiment.evidence.assumptionGroups
  }
}
