public import BatchRunner
import CareModel
import OutputStatistics

extension Findings {
  /// The findings of a batch.
  public init(_ outcome: BatchOutcome) {
    let builder = FindingsBuilder(outcome: outcome)
    let points = outcome.points.indices.map { builder.point($0) }
    self.init(
      plan: outcome.plan, figures: builder.columns.map(\.definition), points: points,
      sweep: points.count > 1 && builder.showsDeaths ? SweepFindings(outcome, points: points) : nil,
      verdicts: outcome.verdicts)
  }
}

/// Draws findings from an outcome.
struct FindingsBuilder {
  /// Where a figure comes from.
  enum Source {
    /// A national measure.
    case measure(Int)
    /// The paired difference of a national measure to the arm without waiting.
    case waiting(Int)
  }

  let outcome: BatchOutcome
  let columns: [(definition: FigureDefinition, source: Source)]

  init(outcome: BatchOutcome) {
    self.outcome = outcome
    let plan = outcome.plan
    let end = plan.dayCount
    var list: [(definition: FigureDefinition, source: Source)] = []
    func add(_ id: String, _ heading: String) {
      guard !list.contains(where: { $0.definition.id == id }) else { return }
      guard let index = outcome.measures.nationalIndex(of: id) else { return }
      let unit = outcome.measures.national[index].unit
      list.append((FigureDefinition(id: id, heading: heading, unit: unit), .measure(index)))
    }
    func heading(_ id: String) -> String {
      plan.points[0].network.measures.first { $0.id == id }?.title
        ?? id.split(separator: "_").joined(separator: " ")
    }
    func addWaiting(_ id: String, _ name: String, _ heading: String) {
      guard plan.noWaitArm != nil, let index = outcome.measures.nationalIndex(of: id) else { return }
      list.append((FigureDefinition(id: name, heading: heading, unit: "patients"), .waiting(index)))
    }
    add(Measures.deaths, "deaths by day \(end)")
    addWaiting(Measures.deaths, "deaths_that_waiting_caused_patients", "deaths that waiting caused")
    addWaiting(
      Measures.casualtyDeaths, "casualty_deaths_that_waiting_caused_patients", "of these, of casualties")
    for kind in plan.points[0].network.unitKinds where kind.isIntensiveCare {
      add(
        "\(kind.columnName)_casualty_wait_restricted_mean_hours",
        "casualties' wait for \(kind.title.lowercased()), hours")
    }
    add("postponed_patients", "planned patients postponed")
    add("backlog_at_horizon_patients", "on the list at day \(plan.horizonDays)")
    if plan.points[0].network.regions.count > 1 {
      add("transfers_patients", "moved to another region by day \(plan.horizonDays)")
    }
    add("evacuated_patients", "evacuated to allies by day \(plan.horizonDays)")
    let deaths = outcome.measures.nationalIndex(of: Measures.deaths)
    let isMortal =
      plan.points.contains { $0.network.isMortal } || deaths.map { Self.hasAny($0, outcome) } ?? false
    list = list.filter { Self.saysSomething($0.source, $0.definition.id, outcome, isMortal: isMortal) }
    if list.isEmpty || !isMortal {
      // A model of queues alone: what it declares, unless the verdicts show it already.
      let expected = Set(plan.expectations.map(\.measure))
      for measure in plan.points[0].network.measures where !expected.contains(measure.id) {
        add(measure.id, heading(measure.id))
      }
    }
    for id in plan.shownMeasures { add(id, heading(id)) }
    columns = list
  }

  /// Whether deaths are among the figures.
  var showsDeaths: Bool { columns.contains { $0.definition.id == Measures.deaths } }

  /// Whether a column has anything to say. Where patients can die a zero does if arms are compared, and in a single arm
  /// that of deaths; where none can, no zero does.
  private static func saysSomething(
    _ source: Source, _ id: String, _ outcome: BatchOutcome, isMortal: Bool
  ) -> Bool {
    let index =
      switch source {
      case .measure(let index), .waiting(let index): index
      }
    // Of no flights and no casualties there is nothing to say.
    if id == "evacuated_patients" || !hasValue(index, outcome) { return hasAny(index, outcome) }
    if isMortal, id == Measures.deaths || outcome.plan.arms.count > 1 { return true }
    return hasAny(index, outcome)
  }

  /// Whether a measure has a value in some replication.
  private static func hasValue(_ measure: Int, _ outcome: BatchOutcome) -> Bool {
    outcome.points.contains { point in point.arms.contains { !$0.values(of: measure).isEmpty } }
  }

  /// Whether a measure is anything but 0 in some replication.
  private static func hasAny(_ measure: Int, _ outcome: BatchOutcome) -> Bool {
    outcome.points.contains { point in
      point.arms.contains { arm in arm.values(of: measure).contains { $0 != 0 } }
    }
  }

  /// Names of measures that findings are made of.
  enum Measures {
    static let deaths = "deaths_after_drain_patients"
    static let casualtyDeaths = "casualty_deaths_after_drain_patients"
  }

  func point(_ index: Int) -> PointFindings {
    let plan = outcome.plan
    let design = plan.points[index]
    let baseline = outcome.points[index].arms[0]
    let watched = watchedResources(at: index)
    let first = design.network.unitKinds.first
    return PointFindings(
      label: design.levels.map { "\($0.factor) \($0.level)" }.joined(separator: ", "),
      bedsNeededPerDay: mean("hospital_beds_needed_per_day", baseline),
      admissionsPerDay: mean("hospital_admissions_per_day", baseline),
      visitsPerDay: first.flatMap { mean("\($0.columnName)_starts_per_week", baseline) }.map { $0 / 7 },
      visitsTitle: first?.title ?? "", casualties: mean("casualties_patients", baseline),
      arms: plan.arms.indices.map { arm(at: index, $0) },
      breaches: breaches(at: index), resources: watched.map { title(of: $0, design.network) },
      regionCounts: watched.map { baseline.breaches(of: $0).count },
      hasStocks: watched.contains {
        if case .stock = $0 { true } else { false }
      })
  }

  /// What breaches are told of: kinds of unit, and stocks of which some region has none in half of the replications.
  private func watchedResources(at point: Int) -> [EnduranceRecord.Resource] {
    let design = outcome.plan.points[point]
    let kinds = design.watchedKinds.map { EnduranceRecord.Resource.unitKind($0) }
    if design.isQuiet { return kinds }
    let stocks = design.network.stocks.indices.map { EnduranceRecord.Resource.stock($0) }.filter { stock in
      outcome.points[point].arms.contains { arm in
        arm.breaches(of: stock).contains { $0.firstDays.day(at: 0.5) != nil }
      }
    }
    return kinds + stocks
  }

  private func title(of resource: EnduranceRecord.Resource, _ network: CareNetwork) -> String {
    switch resource {
    case .unitKind(let kind): network.unitKinds[kind].title
    case .stock(let stock): network.stocks[stock].title
    }
  }

  func mean(_ id: String, _ arm: ArmOutcome) -> Double? {
    outcome.measures.nationalIndex(of: id).flatMap { Tally(arm.observations(of: $0)).mean }
  }

  private func arm(at point: Int, _ place: Int) -> ArmFindings {
    let plan = outcome.plan
    let arms = outcome.points[point].arms
    let own = arms[place]
    let isNoWait = plan.arms[place].isNoWait
    var difference: Estimate?
    if place > 0, showsDeaths, let deaths = outcome.measures.nationalIndex(of: Measures.deaths) {
      difference = Self.difference(own, arms[0], deaths, plan.confidenceLevel)
    }
    let broken = watchedResources(at: point).map { resource in
      own.breaches(of: resource).compactMap { $0.firstDays.day(at: 0.5) }
    }
    let waiting = own.waits.reduce(0) { $0 + $1.stillWaiting.reduce(0, +) }
    return ArmFindings(
      id: plan.arms[place].id, title: plan.arms[place].title, isNoWait: isNoWait,
      figures: columns.map { figure($0.source, own, arms, isNoWait: isNoWait) },
      deathDifference: difference,
      sentence: isNoWait
        ? nil
        : difference.map {
          DifferenceSentence(
            armTitle: plan.arms[place].title, armID: plan.arms[place].id,
            baselineTitle: plan.arms[0].title, day: plan.dayCount, level: plan.confidenceLevel,
            isAntithetic: plan.isAntithetic
          ).text($0)
        },
      breachCounts: broken.map(\.count), breachedAtStart: broken.map { days in days.count { $0 == 0 } },
      stillWaiting: Double(waiting) / Double(max(1, own.trials.count)),
      stillListed: mean("backlog_after_drain_patients", own) ?? 0,
      standstillReplications: own.standstill.replications,
      standstillUnits: own.standstill.unitKinds.sorted().map { plan.points[point].network.unitKinds[$0].id })
  }

  private func figure(
    _ source: Source, _ own: ArmOutcome, _ arms: [ArmOutcome], isNoWait: Bool
  ) -> Estimate? {
    let level = outcome.plan.confidenceLevel
    switch source {
    case .measure(let index): return Estimate(own.observations(of: index), level: level)
    case .waiting(let index):
      guard !isNoWait, let place = outcome.plan.noWaitArm else { return nil }
      return Self.difference(own, arms[place], index, level)
    }
  }

  /// The paired difference of a measure; without an interval when there is one observation of it.
  static func difference(
    _ own: ArmOutcome, _ other: ArmOutcome, _ measure: Int, _ level: Double
  ) -> Estimate? {
    if let paired = own.difference(to: other, of: measure, level: level) {
      return Estimate(paired.interval)
    }
    return own.meanDifference(to: other, of: measure).map { Estimate(mean: $0) }
  }

  private func breaches(at point: Int) -> [BreachFinding] {
    let design = outcome.plan.points[point]
    let network = design.network
    var found: [BreachFinding] = []
    for resource in watchedResources(at: point) {
      for record in outcome.points[point].arms[0].breaches(of: resource) {
        let days = record.firstDays
        guard let region = record.region, let day = days.day(at: 0.5), day > 0 else { continue }
        found.append(
          BreachFinding(
            regionCode: network.regions[region].id, region: network.regions[region].name,
            resource: title(of: resource, network), day: day, early: days.day(at: 0.05) ?? day,
            late: days.day(at: 0.95), share: days.share))
      }
    }
    return found.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }
}

extension DesignPoint {
  /// Kinds of unit whose breaches are told: none where a single region meets no casualties and no disruption, since
  /// then nothing changes and nobody is first.
  var watchedKinds: [Int] { isQuiet ? [] : network.hospitalQueues }

  fileprivate var isQuiet: Bool {
    network.regions.count == 1 && scenario.streams.isEmpty && scenario.events.isEmpty
      && scenario.disruptions.isEmpty
  }
}

extension CareNetwork {
  /// Whether any patient can die of a class's law, in a queue or by a way on.
  var isMortal: Bool {
    classes.contains { $0.death != nil || $0.postponement != nil }
      || pathways.contains { pathway in
        pathway.steps.contains { step in
          step.waitDeath != nil
            || (step.next + step.refused + step.gaveUp).contains { $0.target == .exit(.dead) }
        }
      }
  }
}
