import CareModel
import CarePolicies
import ScenarioFiles

/// `experiment.json`: what was asked, resolved, so that a page about the run needs nothing but its folder. It holds no
/// time of day and no path of a machine.
struct ExperimentRecord {
  /// Raised when a key changes its meaning or goes away.
  static let schemaVersion = 1
  static let fileName = "experiment.json"

  let plan: BatchPlan
  let measures: MeasureList
  let programVersion: String

  /// The design point that pages show: places and days are those of it.
  private var shown: DesignPoint { plan.points[plan.shownPoint] }
  private var network: CareNetwork { shown.network }

  var json: JSONText {
    .keys([
      "schema_version": .whole(Self.schemaVersion),
      "program": .text("beredskap"),
      "version": .text(programVersion),
      "experiment": .text(plan.experimentID),
      "title": .text(plan.title),
      "question": .text(plan.question),
      "handling": .text(plan.handling.rawValue),
      "whose_figures": .text(plan.whoseFigures),
      "model": .keys(["id": .text(plan.modelID), "title": .text(plan.modelTitle)]),
      "scenario": .keys(["id": .text(plan.scenarioID), "title": .text(plan.scenarioTitle)]),
      "time_origin": .text(network.timeOrigin),
      "run_in_days": .number(network.runInDays),
      "horizon_days": .whole(plan.horizonDays),
      "drain_days": .whole(plan.drainDays),
      "seed": .unsigned(plan.seed),
      "replications": .whole(plan.replications),
      "antithetic": .flag(plan.isAntithetic),
      "confidence_level": .number(plan.confidenceLevel),
      "arms": .list(plan.arms.indices.map(arm)),
      "factors": .list(plan.factors.indices.map(factor)),
      "shown_measures": .list(plan.shownMeasures.map { .text($0) }),
      "shown_levels": .list(shown.levels.map { .text($0.level) }),
      "regions": .list(network.regions.indices.map(region)),
      "unit_kinds": .list(network.unitKinds.indices.map(unitKind)),
      "stocks": .list(network.stocks.map { .keys(["id": .text($0.id), "title": .text($0.title)]) }),
      "fleets": .list(network.fleets.map { .keys(["id": .text($0.id), "title": .text($0.title)]) }),
      "national_measures": .list(national),
      "regional_measures": .list(measures.regional.map { measure($0, declared: false) }),
      "evidence": .keys([
        "sourced": .whole(plan.evidence.sourced), "derived": .whole(plan.evidence.derived),
        "assumed": .whole(plan.evidence.assumed),
      ]),
      "assumptions": .list(plan.assumptions.map(assumption)),
      "translations": .list(
        plan.translations.map { .keys(["text": .text($0.text), "sv": .text($0.sv)]) }),
      "inputs": .list(
        zip(shortPaths, plan.inputs).map { .keys(["path": .text($0), "sha256": .text($1.sha256)]) }),
    ])
  }

  private func arm(_ place: Int) -> JSONText {
    let arm = plan.arms[place]
    let term = shown.term(ofArm: place)
    return .keys([
      "id": .text(arm.id), "title": .text(arm.title), "baseline": .flag(place == 0),
      "no_wait": .flag(arm.isNoWait), "from_day": .number(term.fromDay),
      "until_day": term.untilDay.map { .number($0) } ?? .null,
      "policies": .list(arm.choices.map(policy)),
    ])
  }

  private func policy(_ choice: PolicyChoice) -> JSONText {
    let entry = PolicyCatalogue.entry(choice.id, for: choice.decision)
    let isDefault = PolicyCatalogue.entries(for: choice.decision).first?.id == choice.id
    let body = entry?.decidedBy ?? .usual(for: choice.decision)
    let given = PolicyValues(choice.values)
    let parameters = (entry?.parameters ?? []).map { parameter in
      JSONText.keys([
        "key": .text(parameter.key), "value": .number(given.value(of: parameter)),
        "standard": .number(parameter.standard),
      ])
    }
    return .keys([
      "decision": .text(choice.decision.rawValue), "id": .text(choice.id), "default": .flag(isDefault),
      "summary": .text(entry?.summary ?? ""),
      "decided_by": .keys([
        "en": .text(body.en), "sv": .text(body.sv), "source": .text(body.source),
        "assumed": .flag(body.isAssumed),
      ]),
      "parameters": .list(parameters),
    ])
  }

  private func factor(_ place: Int) -> JSONText {
    let id = plan.factors[place]
    let detail = plan.factorDetails.first { $0.id == id }
    var seen: [String] = []
    for point in plan.points where !seen.contains(point.levels[place].level) {
      seen.append(point.levels[place].level)
    }
    let levels = seen.map { level in
      let index = detail?.levels.firstIndex(of: level)
      let changes = index.flatMap { detail?.changes[$0] } ?? []
      return JSONText.keys([
        "id": .text(level), "from_days": .object(fromDays(factor: place, level: level)),
        "set": .list(
          changes.map {
            .keys([
              "path": .text($0.path), "value": $0.value.map { .text($0) } ?? .null,
              "source": .text($0.source),
            ])
          }),
      ])
    }
    return .keys([
      "id": .text(id), "column": .text(KeyColumns(plan: plan).factorNames[place]),
      "title": .text(detail?.title ?? id), "levels": .list(levels),
    ])
  }

  /// The days of all arms at a level that moves decisions, or leaves them where they are; other factors as they are
  /// shown. Nothing for other factors.
  private func fromDays(factor: Int, level: String) -> [JSONText.Member] {
    guard plan.movesDecision(factor: factor) else { return [] }
    var levels = shown.levels.map(\.level)
    levels[factor] = level
    guard let point = plan.points.first(where: { $0.levels.map(\.level) == levels }) else { return [] }
    return plan.arms.enumerated().map { place, arm in
      JSONText.Member(arm.id, .number(point.term(ofArm: place).fromDay))
    }
  }

  private func region(_ place: Int) -> JSONText {
    let region = network.regions[place]
    let places = network.unitKinds.indices.map { kind in
      JSONText.Member(
        network.unitKinds[kind].id, .whole(network.staffedPlaces(kind: kind, region: place)))
    }
    return .keys([
      "code": .text(region.id), "name": .text(region.name), "civil_area": .text(region.civilArea),
      "healthcare_region": .text(region.healthcareRegion), "population": .number(region.population),
      "grid_row": .whole(region.gridRow), "grid_column": .whole(region.gridColumn),
      "staffed_places": .object(places),
    ])
  }

  private func unitKind(_ place: Int) -> JSONText {
    let kind = network.unitKinds[place]
    return .keys([
      "id": .text(kind.id), "title": .text(kind.title), "column": .text(kind.columnName),
      "hospital_bed": .flag(kind.isHospitalBed), "intensive_care": .flag(kind.isIntensiveCare),
      "queued": .flag(kind.whenFull == .queue), "watched": .flag(network.hospitalQueues.contains(place)),
      "staffed_places": .whole(network.staffedPlaces(kind: place, region: nil)),
    ])
  }

  private var national: [JSONText] {
    measures.national.map { definition in
      let declared = network.measures.first { $0.id == definition.id }
      return measure(definition, declared: declared != nil, title: declared?.title ?? "")
    }
  }

  private func measure(_ measure: MeasureDefinition, declared: Bool, title: String = "") -> JSONText {
    .keys([
      "id": .text(measure.id), "title": .text(title), "unit": .text(measure.unit),
      "text": .text(measure.text), "declared": .flag(declared),
    ])
  }

  private func assumption(_ group: AssumptionGroup) -> JSONText {
    let first = group.first
    let file = zip(plan.inputs, shortPaths).first { $0.0.path == first.file }?.1 ?? first.file
    return .keys([
      "file": .text(file), "line": .whole(first.line), "path": .text(first.path), "value": .text(first.value),
      "numbers": .whole(group.count), "text": .text(first.text),
    ])
  }

  /// The paths of the inputs from the folder that all are in, so that they are the same wherever the command ran.
  private var shortPaths: [String] {
    let steps = plan.inputs.map { $0.path.split(separator: "/") }
    guard let first = steps.first else { return [] }
    var shared = 0
    while shared < first.count - 1,
      steps.allSatisfy({ shared < $0.count - 1 && $0[shared] == first[shared] })
    {
      shared += 1
    }
    return steps.map { $0.dropFirst(shared).joined(separator: "/") }
  }
}
