public import BatchRunner
public import CareModel
public import ScenarioFiles

/// A model as JSON: what it holds by name, and what its numbers rest on, for programs that look before they run.
///
/// It is no copy of the model: laws, shares and calendars stay in its files.
public enum NetworkJSON {
  /// The JSON value of a network; with the scenario if there is one.
  ///
  /// - Complexity: O(units + assumptions).
  public static func value(
    _ network: CareNetwork, scenario: Scenario?, evidence: Evidence
  ) -> JSONText {
    .keys([
      "schema_version": .whole(1),
      "model": .text(network.id),
      "title": .text(network.title),
      "handling": .text(network.handling.rawValue),
      "time_origin": .text(network.timeOrigin),
      "run_in_days": .number(network.runInDays),
      "scenario": scenario.map { .keys(["id": .text($0.id), "title": .text($0.title)]) } ?? .null,
      "unit_kinds": .list(network.unitKinds.map { named($0.id, $0.title) }),
      "regions": .list(network.regions.indices.map { region($0, network) }),
      "classes": .list(
        network.classes.map {
          .keys(["id": .text($0.id), "title": .text($0.title), "origin": .text($0.origin.rawValue)])
        }),
      "pathways": .list(
        network.pathways.map { .keys(["id": .text($0.id), "steps": .list($0.steps.map { .text($0.id) })]) }),
      "fleets": .list(network.fleets.map { named($0.id, $0.title) }),
      "measures": .list(network.measures.map { .text($0.id) }),
      "evidence": .keys([
        "sourced": .whole(evidence.sourced), "derived": .whole(evidence.derived),
        "assumed": .whole(evidence.assumed),
      ]),
      "assumptions": .list(
        evidence.assumptions.map {
          .keys([
            "file": .text($0.file), "line": .whole($0.line), "path": .text($0.path), "value": .text($0.value),
            "text": .text($0.text),
          ])
        }),
    ])
  }

  private static func named(_ id: String, _ title: String) -> JSONText {
    .keys(["id": .text(id), "title": .text(title)])
  }

  private static func region(_ index: Int, _ network: CareNetwork) -> JSONText {
    let facilities = network.facilities.indices.filter { network.facilities[$0].region == index }
    return .keys([
      "id": .text(network.regions[index].id),
      "name": .text(network.regions[index].name),
      "facilities": .list(
        facilities.map { facility in
          .keys([
            "id": .text(network.facilities[facility].id),
            "name": .text(network.facilities[facility].name),
            "units": .list(
              network.units.filter { $0.facility == facility }.map {
                .keys([
                  "kind": .text(network.unitKinds[$0.kind].id), "staffed_beds": .whole($0.staffedBeds),
                  "physical_beds": .whole($0.physicalBeds),
                ])
              }),
          ])
        }),
    ])
  }
}
