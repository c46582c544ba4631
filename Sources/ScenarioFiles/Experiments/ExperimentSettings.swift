import CareModel

/// The parts of an experiment that need no model: arms, factors, lengths and expectations.
struct ExperimentSettings {
  let root: FieldReader
  let arms: [LoadedExperiment.Arm]
  let factors: [(factor: LoadedExperiment.Factor, levels: [[Override]])]
  let overrides: [Override]
  let expectations: [LoadedExperiment.Expectation]
  let translations: [Translation]
  /// The objects of factors and expectations, whose names wait for the model.
  let factorReaders: [FieldReader]
  let expectationReaders: [FieldReader]

  var horizonDays: Double { root.days("horizon") ?? 1 }
  var drainDays: Double { root.days("drain") ?? 0 }
  var isAntithetic: Bool { root.flag("antithetic") ?? false }
  var writesRegionsDaily: Bool { root.flag("regions_daily") ?? true }
  var memoryLimitGigabytes: Double { root.number("memory_limit") ?? 8 }
  var shown: [String] { root.texts("show") }
  var handling: Handling { root.text("handling").flatMap { Handling(rawValue: $0) } ?? .open }

  init(_ root: FieldReader) {
    self.root = root
    translations = Translation.read(root, titles: Translation.titles(in: root.node))
    for key in ["horizon", "drain"] {
      if let days = root.days(key), days != days.rounded() {
        root.report("must be a whole number of days, because results are kept by day", about: key)
      }
    }
    if root.flag("antithetic") == true, let number = root.integer("replications"), number % 2 == 1 {
      root.report("must be even, because antithetic replications come in pairs", about: "replications")
    }
    let armReaders = root.objects("arms")
    root.reportIfEmpty("arms")
    arms = armReaders.map(readArm)
    let armDays = ArmDays(
      names: NameIndex("arm", armReaders.map { $0.text("id") }, isComplete: root.isWhole("arms")),
      horizonDays: root.days("horizon"))
    for (index, arm) in armReaders.enumerated() { armDays.check(arm, arm: index) }
    overrides = Self.changes(of: root, armDays)
    factorReaders = root.objects("factors")
    factors = factorReaders.map { Self.factor($0, armDays) }
    Self.reportSharedPaths(factors.map { $0.levels })
    let armNames = NameIndex(
      "arm", armReaders.map { $0.text("id") } + (root.flag("no_wait") == true ? ["no-wait"] : []),
      isComplete: root.isWhole("arms"))
    let factorNames = NameIndex(
      "factor", factorReaders.map { $0.text("id").flatMap { isColumnName($0) ? $0 : nil } },
      isComplete: root.isWhole("factors"))
    let readers = factorReaders
    let levelNames = factors.enumerated().map { index, one in
      NameIndex(
        "level of \(one.factor.id)", one.factor.levels.map { cellMistake($0, "") == nil ? $0 : nil },
        isComplete: readers[index].isWhole("levels"))
    }
    expectationReaders = root.objects("expectations")
    expectations = expectationReaders.map {
      Self.expectation($0, armNames: armNames, factorNames: factorNames, levelNames: levelNames)
    }
  }

  private static func factor(
    _ fields: FieldReader, _ armDays: ArmDays
  ) -> (factor: LoadedExperiment.Factor, levels: [[Override]]) {
    if let id = fields.text("id") {
      if !isColumnName(id) {
        fields.report("'\(id)' is not a column name: use lower-case words joined by underscores", about: "id")
      } else if id == "point" || trialColumns.contains(id) {
        fields.report("trials.csv has a column '\(id)' of its own: name the factor otherwise", about: "id")
      }
    }
    let levels = fields.objects("levels")
    fields.reportIfEmpty("levels")
    for level in levels {
      if let id = level.text("id"), let mistake = cellMistake(id, "the id of a level") {
        level.report(mistake, about: "id")
      }
    }
    let changes = levels.map { Self.changes(of: $0, armDays) }
    let factor = LoadedExperiment.Factor(
      id: fields.text("id") ?? "", title: fields.text("title") ?? "",
      levels: levels.map { $0.text("id") ?? "" },
      changes: changes.map { $0.map { LoadedExperiment.Change($0) } })
    return (factor, changes)
  }

  /// The `set` of an object, changes of arms resolved.
  private static func changes(of fields: FieldReader, _ armDays: ArmDays) -> [Override] {
    Override.read(fields).compactMap { $0.target == .arms ? armDays.resolved($0) : $0 }
  }

  /// Of two factors that set the same value, one would be without effect.
  private static func reportSharedPaths(_ factors: [[[Override]]]) {
    var seen: Set<String> = []
    for levels in factors {
      let own = levels.flatMap { $0 }
      for change in own where seen.contains(change.text) {
        change.fields.log.add(
          "an earlier factor sets this value too", at: change.place, path: change.fields.path)
      }
      seen.formUnion(own.map(\.text))
    }
  }

  private static func expectation(
    _ fields: FieldReader, armNames: NameIndex, factorNames: NameIndex,
    levelNames: [NameIndex]
  ) -> LoadedExperiment.Expectation {
    _ = armNames.index(of: "arm", in: fields)
    var levels: [String?] = Array(repeating: nil, count: levelNames.count)
    for (name, level) in fields.textMap("at") {
      guard let factor = factorNames.index(of: name, report: { fields.report($0, about: "at") }) else {
        continue
      }
      if levelNames[factor].index(of: level, report: { fields.report($0, about: "at") }) != nil {
        levels[factor] = level
      }
    }
    if fields.keyPlace(of: "tolerance") != nil, fields.keyPlace(of: "standard_error") != nil {
      fields.report("tolerance is given already; keep one of the two", about: "standard_error")
    }
    let source = fields.node["value_source"]?.text ?? fields.cover?.text ?? ""
    return LoadedExperiment.Expectation(
      measure: fields.text("measure") ?? "", value: fields.number("value") ?? 0,
      standardError: fields.number("standard_error") ?? 0, tolerance: fields.number("tolerance"),
      arm: fields.text("arm"), levels: levels, source: source)
  }
}
