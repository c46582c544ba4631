import CareModel

/// Makes and reads the documents of every design point.
struct DesignReading {
  private let settings: ExperimentSettings
  private let context: ReadingContext
  private let baseModel: ModelDocument
  private let baseScenario: ScenarioDocument
  /// Readings of models by the changes that made them, so that a design of scenarios reads the model once.
  private var models: [(changes: [[Int]], reading: ModelReading)] = []

  init(
    settings: ExperimentSettings, model: ModelDocument, scenario: ScenarioDocument,
    context: ReadingContext
  ) {
    self.settings = settings
    self.context = context
    var (model, scenario) = (model, scenario)
    for change in settings.overrides { change.apply(to: &model, &scenario) }
    baseModel = model
    baseScenario = scenario
  }

  /// All points; evidence is counted once for the documents as the experiment's own `set` leaves them, and once for
  /// each change of a level.
  mutating func points() -> [LoadedExperiment.DesignPoint] {
    let base = ModelReading(baseModel, context: context)
    let scenario = ScenarioReading(baseScenario, model: base, context: context)
    models.append(([], base))
    for factor in settings.factors {
      for change in factor.levels.flatMap({ $0 }) { change.count(in: context) }
    }
    checkLength(base)
    let counts = settings.factors.map { $0.factor.levels.count }
    if counts.isEmpty {
      checkSize(base, scenario)
      return [.init(levels: [], network: base.network, scenario: scenario.scenario)]
    }
    let total = counts.reduce(1) { $0.multipliedReportingOverflow(by: $1).overflow ? .max : $0 * $1 }
    guard total <= ExperimentReader.pointLimit else {
      settings.root.report(
        "the factors make \(total) combinations: at most \(ExperimentReader.pointLimit)", about: "factors")
      return []
    }
    return (0..<total).map { point($0, counts: counts) }
  }

  private mutating func point(_ index: Int, counts: [Int]) -> LoadedExperiment.DesignPoint {
    var rest = index
    var levels = Array(repeating: 0, count: counts.count)
    for factor in counts.indices.reversed() {
      levels[factor] = rest % counts[factor]
      rest /= counts[factor]
    }
    var model = baseModel
    var scenario = baseScenario
    var changes: [[Int]] = []
    for (factor, level) in levels.enumerated() {
      for change in settings.factors[factor].levels[level] {
        change.apply(to: &model, &scenario)
        if change.target == .model, changes.last != [factor, level] { changes.append([factor, level]) }
      }
    }
    // Only its mistakes are wanted again: evidence is counted already.
    let uncounted = ReadingContext(log: context.log)
    let reading: ModelReading
    if let known = models.first(where: { $0.changes == changes }) {
      reading = known.reading
    } else {
      reading = ModelReading(model, context: uncounted)
      models.append((changes, reading))
    }
    let read = ScenarioReading(scenario, model: reading, context: uncounted)
    checkSize(reading, read)
    return LoadedExperiment.DesignPoint(
      levels: levels.enumerated().map { settings.factors[$0].factor.levels[$1] },
      network: reading.network, scenario: read.scenario)
  }

  private func checkLength(_ model: ModelReading) {
    let days = model.network.runInDays + settings.horizonDays + settings.drainDays
    if days > RunSize.longestDays {
      settings.root.report("run-in, horizon and drain make more than 142 years together", about: "horizon")
    }
  }

  private func checkSize(_ model: ModelReading, _ scenario: ScenarioReading) {
    RunSize(
      horizonDays: settings.horizonDays, drainDays: settings.drainDays,
      memoryLimitGigabytes: settings.memoryLimitGigabytes
    ).check(model, scenario: scenario)
  }
}
