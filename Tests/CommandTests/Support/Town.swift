import Foundation

/// Two regions with every part of the format that a mistake is made in, small enough to run in a moment.
enum Town {
  static let model = """
    {
      id: "town", title: "Two towns", handling: "internal",
      time: { origin: "2027-01-04T00:00:00+01:00", run_in_days: 2, source: "made up" },
      unit_kinds: [
        { id: "ward", title: "Ward", hospital_bed: true, wait_target_hours: 4, source: "made up",
          needs_transport: true, shared_between_regions: true },
        { id: "icu", title: "Intensive care", hospital_bed: true, intensive_care: true, needs_transport: true,
          shared_between_regions: true },
      ],
      regions: "regions.csv",
      facilities: "facilities.csv",
      units: "units.csv",
      classes: [
        { id: "acute", title: "Acute", pathway: "medical", priority: 2, source: "made up" },
        { id: "elective", title: "Elective", pathway: "medical", priority: 5, planned: true, can_wait: true,
          postponement: { emergency_class: "acute",
            bands: [{ from_days: 0, emergency_per_day: 0.01, death_per_day: 0 }] }, source: "made up" },
        { id: "wounded", title: "Wounded", origin: "military", pathway: "medical", priority: 0, evacuable: true,
          niss_minimum: 25, niss_maximum: 50, source: "made up",
          death: { family: "log-logistic", median_minutes: 4320, shape: 2, factor_before_care: 1 } },
      ],
      pathways: [
        { id: "medical", source: "made up", steps: [
          { id: "bed", unit: "ward", stay: { law: "exponential", mean_days: 3 },
            next: [{ to: "intensive", share: 0.25 }, { to: "home", share: 0.75 }] },
          { id: "intensive", unit: "icu", stay: { law: "lognormal", mean_days: 2, cv: 1 }, care_factor: 0.1,
            wait_death_per_day: 0.7, next: "home" } ] },
      ],
      inflows: [
        { id: "ill", classes: [{ class: "acute", share: 0.7 }, { class: "elective", share: 0.3 }],
          rate_per_day: 3, source: "made up" },
      ],
      fleets: [
        { id: "ambulance", title: "Ambulances", mode: "road", vehicles: 3, load_minutes: 20,
          handover_minutes: 20, speed_loaded_km_per_hour: 70, speed_empty_km_per_hour: 80, source: "made up" },
      ],
      situation: { interval_hours: 12, delay_hours: 1, source: "made up" },
    }
    """
  static let regions = """
    id,name,source
    01,North,made up
    02,South,made up

    """
  static let facilities = """
    id,name,region,latitude_degrees,longitude_degrees,source
    upper,Upper,01,63.0,18.0,made up
    lower,Lower,02,62.0,17.0,made up

    """
  static let units = """
    facility,kind,staffed_beds,physical_beds,source
    upper,ward,10,12,made up
    upper,icu,2,2,made up
    lower,ward,12,12,made up
    lower,icu,3,3,made up

    """
  static let scenario = """
    { id: "raid", title: "A raid", whose_figures: "Nobody's.", handling: "open",
      streams: [ { id: "wounded", classes: [{ class: "wounded", share: 1 }], source: "made up",
        variation: { law: "lognormal", cv: 0.5 },
        phases: [{ from_day: 1, until_day: 5, mean_per_day: 4, regions: [{ region: "01", share: 1 }] }],
        delay: { law: "lognormal", median_hours: 3, sigma: 0.5 } } ],
    }
    """
  static let experiment = """
    { id: "ask", title: "Ask", question: "What changes?", handling: "open",
      model: "../../Models/town", scenario: "raid", seed: 7, replications: 3, horizon_days: 6, drain_days: 2,
      no_wait: true,
      arms: [
        { id: "baseline", title: "As today" },
        { id: "all", title: "Postpone and share", policies: {
            admission: "postpone-by-priority", transfer: "balance-occupancy" } },
      ],
      expectations: [ { measure: "deaths_by_horizon_patients", value: 3, standard_error: 0.1, source: "made up" } ],
    }
    """

  static let texts: [(path: String, text: String)] = [
    ("Models/town/model.json5", model), ("Models/town/regions.csv", regions),
    ("Models/town/facilities.csv", facilities), ("Models/town/units.csv", units),
    ("Models/town/scenarios/raid.json5", scenario), ("Experiments/ask/experiment.json5", experiment),
  ]

  /// A new folder with the model and an experiment on it.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in texts { try folder.write(Array(file.text.utf8), to: file.path) }
    return folder
  }
}
