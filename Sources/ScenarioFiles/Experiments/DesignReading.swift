import CareModel

/// Makes and reads the documents of every design point.
struct DesignReading {
  private let settings: ExperimentSettings
  private let context: ReadingContext
  private let baseModel: ModelDocument
  private let baseScenario: ScenarioDocument
  /// Changes of all points whose paths lead nowhere.
  private var unmade: [(change: Override, failure: SetPathFailure)] = []
  /// Mistakes of single points that are reported already.
  private var ofPoints: Set<Mistake> = []
  /// What tables have of the first point that can be read.
  private var outline: TableOutline?
  /// Changes that are told to make other tables.
  private var ofTables: Set<String> = []
  /// Changes after which an arm is told to end before it begins.
  private var ofTerms: Set<String> = []
  /// False once a point does not fit: one is enough to report.
  private var fits = true
  /// Translations of the scenario, then of the model.
  private(set) var translations: [Translation] = []
  /// Readings of models by the changes that made them, so that a design of scenarios reads the model once.
  private var models: [(changes: [[Int]], reading: ModelReading)] = []

  init(
    settings: ExperimentSettings, model: ModelDocument, scenario: ScenarioDocument,
    context: ReadingContext
  ) {
    self.settings = settings
    self.context = context
    var (model, scenario) = (model, scenario)
    for change in settings.overrides {
      if let failure = change.apply(to: &model, &scenario) { unmade.append((change, failure)) }
    }
    baseModel = model
    baseScenario = scenario
  }

  /// All points; evidence is counted once for the documents as the experiment's own `set` leaves them, and once for
  /// each change of a level.
  mutating func points() -> [LoadedExperiment.DesignPoint] {
    let base = ModelReading(baseModel, context: context)
    let scenario = ScenarioReading(baseScenario, model: base, context: context)
    for (change, failure) in unmade { change.report(failure) }
    models.append(([], base))
    translations = scenario.translations + base.translations
    for factor in settings.factors {
      for change in factor.levels.flatMap({ $0 }) { change.count(in: context) }
    }
    for change in settings.overrides where change.target == .arms { change.count(in: context) }
    checkLength(base)
    let counts = settings.factors.map { $0.factor.levels.count }
    if counts.isEmpty {
      checkSize(base, scenario, log: context.log)
      return [.init(levels: [], network: base.network, scenario: scenario.scenario, terms: terms())]
    }
    let total = counts.reduce(1) { $0.multipliedReportingOverflow(by: $1).overflow ? .max : $0 * $1 }
    guard total <= ExperimentReader.pointLimit else {
      settings.root.report(
        "the factors make \(total) combinations: at most \(ExperimentReader.pointLimit)", about: "factors")
      return []
    }
    // What is wrong at the base is wrong at most points: then each level is read once, for its own mistakes.
    let indices = context.log.isEmpty || total == 0 ? Array(0..<total) : Self.singleLevels(counts)
    return indices.map { point($0, counts: counts) }
  }

  /// The points that have the first level of all factors but one.
  private static func singleLevels(_ counts: [Int]) -> [Int] {
    var stride = 1
    var indices: Set<Int> = []
    for count in counts.reversed() {
      for level in 0..<count { indices.insert(level * stride) }
      stride *= count
    }
    return indices.sorted()
  }

  /// When each arm is in force: as the arm says, as the experiment's `set` says, as the levels of a point say. Reports
  /// changes after which one ends before it begins.
  private mutating func terms(_ levels: [Int] = []) -> [PolicyTerm] {
    var terms = settings.arms.map(\.term)
    let changes =
      settings.overrides + levels.enumerated().flatMap { settings.factors[$0].levels[$1] }
    for case let day? in changes.map(\.armDay) { terms[day.arm].set(day.key, to: day.day) }
    for change in changes {
      guard let arm = change.armDay?.arm, let sentence = ArmDays.orderMistake(terms[arm]),
        ofTerms.insert(change.text).inserted
      else { continue }
      change.fields.log.add(sentence, at: change.value.place, path: "\(change.fields.path).value")
    }
    return terms
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
        if let failure = change.apply(to: &model, &scenario) { change.report(failure) }
        if change.target == .model, changes.last != [factor, level] { changes.append([factor, level]) }
      }
    }
    // Evidence is counted already, and mistakes of the base are reported.
    let own = MistakeLog()
    let uncounted = ReadingContext(log: own)
    let reading: ModelReading
    if let known = models.first(where: { $0.changes == changes }) {
      reading = known.reading
    } else {
      reading = ModelReading(model, context: uncounted)
      models.append((changes, reading))
    }
    let read = ScenarioReading(scenario, model: reading, context: uncounted)
    checkSize(reading, read, log: own)
    if own.isEmpty { checkTables(reading.network, levels: levels) }
    report(own, levels: levels)
    return LoadedExperiment.DesignPoint(
      levels: levels.enumerated().map { settings.factors[$0].factor.levels[$1] },
      network: reading.network, scenario: read.scenario, terms: terms(levels))
  }

  /// Reports a level with which the tables of the run would have other columns or rows than with the first levels.
  private mutating func checkTables(_ network: CareNetwork, levels: [Int]) {
    let own = TableOutline(network)
    guard let first = outline else {
      outline = own
      return
    }
    guard let name = own.difference(from: first) else { return }
    let changes = levels.enumerated().filter { $0.element > 0 }.flatMap { factor, level in
      settings.factors[factor].levels[level] + settings.factors[factor].levels[0]
    }
    guard let change = changes.first(where: { $0.target == .model }),
      ofTables.insert(change.text).inserted
    else { return }
    change.fields.log.add(
      "levels differ in what tables tell of ('\(name)'): regions, kinds of unit and which of them queue, stocks and which of them age, fleets, and measures are the same at all levels",
      at: change.place, path: change.fields.path)
  }

  private func checkLength(_ model: ModelReading) {
    let days = model.network.runInDays + settings.horizonDays + settings.drainDays
    if days > RunSize.longestDays {
      settings.root.report("run-in, horizon and drain make more than 142 years together", about: "horizon")
    }
  }

  /// Reports the mistakes that only some points have, each at the first point that has it.
  private mutating func report(_ own: MistakeLog, levels: [Int]) {
    let names = levels.enumerated().map { factor, level in
      let factor = settings.factors[factor].factor
      return "\(factor.id) = \(factor.levels[level])"
    }
    for mistake in own.sorted where ofPoints.insert(mistake).inserted && !context.log.tells(mistake) {
      context.log.add(
        Mistake(
          file: mistake.file, line: mistake.line, column: mistake.column, path: mistake.path,
          sentence: "\(mistake.sentence) (with \(names.joined(separator: ", ")))", kind: mistake.kind))
    }
  }

  private mutating func checkSize(_ model: ModelReading, _ scenario: ScenarioReading, log: MistakeLog) {
    guard fits else { return }
    fits = RunSize(
      horizonDays: settings.horizonDays, drainDays: settings.drainDays,
      memoryLimitGigabytes: settings.memoryLimitGigabytes
    ).check(model, scenario: scenario, log: log)
  }
}
