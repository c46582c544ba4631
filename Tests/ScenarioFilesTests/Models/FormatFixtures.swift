import Foundation
import ScenarioFiles

/// A model that has every part, in texts of one file and three tables.
enum SmallWorld {
  static let model = """
    {
      $schema: "../../schemas/model.schema.json", id: "small", title: "A small world", handling: "internal",
      note: "For tests.",
      time: { origin: "2027-01-04T00:00:00+01:00", run_in_days: 2, source: "s" },
      unit_kinds: [
        { id: "ward", title: "Ward", hospital_bed: true, limit: "physical", wait_target_hours: 4, source: "s" },
        { id: "icu", title: "ICU", hospital_bed: true, intensive_care: true, help_within_region: true },
        { id: "theatre", title: "Theatre", hospital_bed: false, source: "s", shared_between_regions: true,
          hours: { weekdays: ["mon", "tue"], from: "07:45", until: "16:30", around_the_clock_share: 0.2 } },
      ],
      regions: "regions.csv",
      facilities: "facilities.csv",
      units: "units.csv",
      profiles: [{ id: "ed", hours: [1,1,1,1,1,1,1,1,2,2,2,2,2,2,2,2,1,1,1,1,1,1,1,1], source: "s" }],
      stay_laws: { "long": { law: "lognormal", median_days: 9, sigma: 1, source: "derived: s" } },
      classes: [
        { id: "acute", title: "Acute", pathway: "medical", priority: 2, source: "s" },
        { id: "elective", title: "Elective", pathway: "surgical", priority: 5, planned: true, can_wait: true,
          postponement: { emergency_class: "acute", bands: [
            { from_days: 0, emergency_per_day: 0.001, death_per_day: 0 },
            { from_days: 90, emergency_per_day: 0.002, death_per_day: 0.0001 } ] }, source: "assumption: a guess" },
        { id: "t1", title: "T1", origin: "military", pathway: "surgical", priority: 0, evacuable: true,
          niss_minimum: 25, niss_maximum: 50,
          death: { family: "log-logistic", median_factor_minutes: 43500, median_niss_exponent: -1.95, shape: 2 },
          source: "s" },
      ],
      pathways: [
        { id: "medical", source: "s", steps: [
          { id: "bed", unit: "ward", stay: "long", stay_factor_column: "stay_factor",
            next: [{ to: "intensive", share_column: "icu_share" }, { to: "home" }] },
          { id: "intensive", unit: "icu", stay: { law: "exponential", mean_days: 3 }, wait_death_per_day: 0.69,
            care_factor: 0.1, next: [{ to: "bed", share: 0.5 }, { to: "dead", share: 0.5 }] } ] },
        { id: "surgical", source: "s", steps: [
          { id: "surgery", unit: "theatre", stay: { law: "constant", value_hours: 2 }, next: "after" },
          { id: "after", stay: "long", discharge_ready: true } ] },
      ],
      inflows: [
        { id: "ed", classes: [{ class: "acute", share: 1 }], rate_per_day_column: "visits_per_day", profile: "ed",
          source: "s" },
        { id: "list", classes: [{ class: "elective", share: 1 }], rate_per_week: 7, facilities: ["lund"], source: "s" },
        { id: "gaps", classes: [{ class: "acute", share: 1 }],
          gaps: { law: "normal", mean_hours: 17.91, sd_hours: 3.16 }, facilities: ["visby"], source: "s" },
        { id: "group", classes: [{ class: "acute", share: 1 }],
          pulse: { patients: 10, from_hours: 0, over_hours: 6 }, facilities: ["visby"], source: "s" },
      ],
      fleets: [
        { id: "ambulance", title: "Ambulances", mode: "road", vehicles_column: "ambulances", load_minutes: 20,
          handover_minutes: 20, speed_loaded_km_per_hour: 70, speed_empty_km_per_hour: 80, source: "s" },
        { id: "plane", title: "Planes", mode: "air", vehicles: 2, national: true, dispatch_delay_minutes: 30, seats: 6,
          load_minutes: 20, handover_minutes: 20, speed_loaded_km_per_hour: 400, speed_empty_km_per_hour: 400,
          source: "s" },
      ],
      situation: { interval_hours: 12, delay_hours: 1, source: "s" },
      measures: [
        { id: "ward_wait_hours", quantity: "mean-wait-hours", unit: "ward", class: "acute" },
        { id: "icu_at_noon", quantity: "occupied-at", unit: "icu", at_hours: 12 },
        { id: "deaths", quantity: "deaths" },
      ],
    }
    """
  static let regions = """
    id,name,population_inhabitants,civil_area,icu_share,stay_factor,ambulances,source,note
    12,Skåne,1400000,Södra,0.2,1,6,SCB,
    09,Gotland,61000,Östra,0.1,1.2,2,SCB,an island
    """
  static let facilities = """
    id,name,region,latitude_degrees,longitude_degrees,capabilities,visits_per_day,visits_per_day_source,source
    lund,Lund,12,55.7,13.2,trauma neurosurgery,20,assumption: a guess,map
    visby,Visby,09,57.6,18.3,,,,map
    """
  static let units = """
    facility,kind,staffed_beds,physical_beds,source
    lund,ward,20,25,SIR
    lund,icu,5,,SIR
    lund,theatre,2,,SIR
    visby,ward,4,4,SIR
    visby,icu,2,,SIR
    """
  static let scenario = """
    { id: "high", title: "High", whose_figures: "Ours.", handling: "open",
      casualty_factor: 2, casualty_factor_source: "what if",
      streams: [ { id: "military", classes: [{ class: "t1", share: 0.4 }, { class: "acute", share: 0.6 }],
        variation: { law: "lognormal", cv: 0.5 }, source: "s",
        phases: [
          { from_day: 0, until_day: 5, mean_per_day: 30, regions: [{ region: "12", share: 1 }] },
          { from_day: 5, until_day: 10, mean_per_day_from: 30, mean_per_day_until: 0,
            regions: [{ region: "12", share: 0.5 }, { region: "09", share: 0.5 }] } ],
        delay: { law: "lognormal", median_hours: 3, sigma: 0.5 }, entry_column: "visits_per_day" } ],
      events: [ { id: "strike", classes: [{ class: "t1", share: 1 }], events_per_day: 0.3, from_day: 0, until_day: 30,
        regions: [{ region: "09", share: 1 }], at: [{ day: 3.5, region: "12" }],
        size: { law: "lognormal", mean_patients: 60, cv: 1 }, source: "s" } ],
    }
    """
  static let experiment = """
    { id: "ask", title: "Ask", question: "What?", handling: "protected",
      model: "../../Models/small", scenario: "high", seed: 7, replications: 3, horizon_days: 20, drain_days: 5,
      no_wait: true,
      arms: [
        { id: "baseline", title: "As today" },
        { id: "postpone", title: "Postpone", policies: {
            admission: { id: "postpone-by-priority", ward_postpone_above_share: 0.9, source: "assumption: ours" },
            transfer: "none" } },
      ],
      set: { "model.regions[12].icu_share": { value: 0.25, source: "what if" } },
      factors: [
        { id: "casualty_factor", title: "Casualties", levels: [
          { id: "1", set: { "scenario.casualty_factor": { value: 1, source: "what if" } } },
          { id: "3", set: { "scenario.casualty_factor": { value: 3, source: "what if" } } } ] },
        { id: "beds", title: "Beds", levels: [
          { id: "few" },
          { id: "many", set: { "model.units[lund/ward].staffed_beds": { value: 25, source: "what if" } } } ] },
      ],
      expectations: [ { measure: "deaths", value: 3, standard_error: 0.1, source: "s", at: { beds: "few" } } ],
    }
    """

  static let texts: [(path: String, text: String)] = [
    ("Models/small/model.json5", model), ("Models/small/regions.csv", regions),
    ("Models/small/facilities.csv", facilities), ("Models/small/units.csv", units),
    ("Models/small/scenarios/high.json5", scenario), ("Experiments/ask/experiment.json5", experiment),
  ]

  /// The files with some texts replaced: file, what stands there, what shall stand there.
  static func files(_ changes: [(file: String, from: String, to: String)] = []) -> InputFiles {
    var texts = texts
    for change in changes {
      for index in texts.indices where texts[index].path.hasSuffix(change.file) {
        guard texts[index].text.contains(change.from) else {
          fatalError("no '\(change.from)' in \(change.file)")
        }
        texts[index].text = texts[index].text.replacingOccurrences(of: change.from, with: change.to)
      }
    }
    return InputFiles(texts)
  }

  /// The mistakes of the experiment where a file ends after some words.
  static func cut(_ file: String, after words: String) -> String {
    guard let text = texts.first(where: { $0.path.hasSuffix(file) })?.text,
      let range = text.range(of: words)
    else { fatalError("no '\(words)' in \(file)") }
    return mistakes((file, String(text[range.upperBound...]), ""))
  }

  /// The mistakes of the experiment with some texts replaced.
  static func mistakes(_ changes: (file: String, from: String, to: String)...) -> String {
    do {
      _ = try ExperimentReader.load("Experiments/ask", files: files(changes))
      return ""
    } catch {
      return error.description.replacing("Models/small/", with: "").replacing("Experiments/ask/", with: "")
    }
  }
}
