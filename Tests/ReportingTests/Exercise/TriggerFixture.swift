import BatchRunner
import CareModel
import Reporting
import ScenarioFiles

/// A small land in which the rarer things happen at times that can be told beforehand: stocks and staff that fail,
/// patients who cannot leave, reports that cease, a level of surge, flights, and places that come back.
enum TriggerFixture {
  private static let model = """
    {
      id: "mill", title: "A mill", handling: "open",
      time: { origin: "2027-01-04T00:00:00+01:00", run_in_days: 0, source: "s" },
      unit_kinds: [
        { id: "ward", title: "Ward", hospital_bed: true, source: "s",
          staff_need: [{ profession: "nurse", persons_per_place: 0.1, source: "s" }],
          surge_levels: [{ id: "reinforced", added_share: 0.5, lead_time_hours: 6, source: "s" }] },
        { id: "municipal", title: "Municipal places", hospital_bed: false, source: "s" },
      ],
      regions: "regions.csv", facilities: "facilities.csv", units: "units.csv",
      professions: [{ id: "nurse", title: "Nurses", source: "s" }],
      staff: [
        { id: "north-nurses", facility: "north", profession: "nurse", employed_persons: 84, working_week_hours: 42, source: "s" },
        { id: "south-nurses", facility: "south", profession: "nurse", employed_persons: 84, working_week_hours: 42, source: "s" },
      ],
      stocks: [
        { id: "blood", title: "Blood", level: 40, normal_use_per_day: 10, source: "s" },
        { id: "oxygen", title: "Oxygen", level: 60, source: "s" },
      ],
      classes: [
        { id: "ill", title: "Ill", pathway: "ill", priority: 3, source: "s" },
        { id: "old", title: "Old", pathway: "old", priority: 3, source: "s" },
        { id: "resident", title: "Resident", pathway: "resident", priority: 3, source: "s" },
        { id: "wounded", title: "Wounded", origin: "military", pathway: "wounded", priority: 0, evacuable: true, source: "s" },
      ],
      pathways: [
        { id: "ill", source: "s", steps: [
          { id: "bed", unit: "ward", stay: { law: "constant", value_hours: 10 },
            uses: [{ stock: "blood", amount: 1 }, { stock: "oxygen", amount: 2 }] } ] },
        { id: "old", source: "s", steps: [
          { id: "bed", unit: "ward", stay: { law: "constant", value_hours: 10 }, next: "ready" },
          { id: "ready", unit: "ward", stay: { law: "constant", value_hours: 500 }, discharge_ready: true, next: "place" },
          { id: "place", unit: "municipal", stay: { law: "constant", value_hours: 500 } } ] },
        { id: "resident", source: "s", steps: [
          { id: "place", unit: "municipal", stay: { law: "constant", value_hours: 500 } } ] },
        { id: "wounded", source: "s", steps: [
          { id: "bed", unit: "ward", stay: { law: "constant", value_hours: 500 } } ] },
      ],
      inflows: [
        { id: "first", classes: [{ class: "ill", share: 1 }], pulse: { patients: 4, from_hours: 5, over_hours: 0 }, facilities: ["north"], source: "s" },
        { id: "second", classes: [{ class: "ill", share: 1 }], pulse: { patients: 4, from_hours: 26, over_hours: 0 }, facilities: ["north"], source: "s" },
        { id: "third", classes: [{ class: "ill", share: 1 }], pulse: { patients: 4, from_hours: 47.5, over_hours: 0 }, facilities: ["north"], source: "s" },
        { id: "old", classes: [{ class: "old", share: 1 }], pulse: { patients: 4, from_hours: 2, over_hours: 0 }, facilities: ["north"], source: "s" },
        { id: "residents", classes: [{ class: "resident", share: 1 }], pulse: { patients: 2, from_hours: 1, over_hours: 0 }, facilities: ["north"], source: "s" },
      ],
      situation: { interval_hours: 6, delay_hours: 1, source: "s" },
    }
    """
  private static let regions = "id,name,source\n01,North,s\n02,South,s\n"
  private static let facilities = """
    id,name,region,latitude_degrees,longitude_degrees,source
    north,North Hospital,01,60,17,s
    south,South Hospital,02,58,16,s

    """
  private static let units = """
    facility,kind,staffed_beds,physical_beds,source
    north,ward,10,20,s
    north,municipal,2,2,s
    south,ward,10,20,s

    """
  private static let scenario = """
    {
      id: "week", title: "A week", whose_figures: "Nobody's: a test.", handling: "open",
      events: [{ id: "strike", classes: [{ class: "wounded", share: 1 }], at: [{ day: 0.25, region: "02" }],
        size: { law: "constant", value_patients: 6 }, source: "s" }],
      surge: [{ unit: "ward", level: "reinforced", from_day: 1.25, until_day: 2, regions: ["01"], source: "s" }],
      staff_absence: [{ share: 0.5, from_day: 1.5, until_day: 1.75, regions: ["01"], source: "s" }],
      disruptions: [
        { id: "lines", cause: "communications", at: [{ day: 1.3125, facility: "south" }], stops_reports: true,
          repair: { law: "constant", value_hours: 10 }, source: "s" },
        { id: "hit", cause: "hit", at: [{ day: 2.125, facility: "north" }], lost_share: 0.5,
          repair: { law: "constant", value_hours: 6 }, source: "s" },
      ],
    }
    """
  private static let experiment = """
    {
      id: "ask", title: "Ask", question: "What?", handling: "open", model: "../../Models/mill", scenario: "week",
      seed: 1, replications: 1, horizon_days: 4, drain_days: 0,
      arms: [{ id: "fly", title: "Flights", policies: { evacuation: { id: "cadence-flights", first_flight_day: 1,
        cadence_days: 0.5, cancelled_share: 0.5, critical_seats: 0, other_seats: 2, fit_to_fly_after_hours: 6,
        source: "s" } } }],
    }
    """

  /// A kind of inject whose English message is its words in braces with bars between them.
  private static func inject(_ id: String, _ keys: String, of scope: String, _ words: [String]) -> String {
    let message = words.map { "{\($0)}" }.joined(separator: "|")
    return """
      { id: "\(id)", \(keys), audience: "\(scope)", sender: "control", receiver: "\(scope)-duty", channel: "telephone",
        subject: { sv: "\(id)", en: "\(id)" }, message: { sv: "\(message)", en: "\(message)" } },

      """
  }

  private static let exercise = """
    {
      title: { sv: "En kvarn", en: "A mill" },
      audiences: [
        { id: "region", scope: "region", name: { sv: "Regionen", en: "Region" } },
        { id: "office", scope: "nation", name: { sv: "Kontoret", en: "Office" } },
      ],
      actors: [
        { id: "region-duty", role: "trained", audience: "region", name: { sv: "Vakt", en: "Duty" } },
        { id: "office-duty", role: "trained", audience: "office", name: { sv: "Vakt", en: "Duty" } },
        { id: "control", role: "played", name: { sv: "Övningsledning", en: "Control" } },
      ],
      channels: [{ id: "telephone", name: { sv: "Telefon", en: "Telephone" } }],
      injects: [

    """
    + inject(
      "blood", "trigger: \"stock-below\", stock: \"blood\", days: 3", of: "region",
      ["region", "time", "stock", "level", "days", "used"])
    + inject(
      "oxygen", "trigger: \"stock-below\", stock: \"oxygen\", days: 3", of: "region",
      ["region", "time", "stock", "level", "days", "used"])
    + inject(
      "nurses", "trigger: \"staff-below\", profession: \"nurse\", share: 0.8", of: "region",
      ["region", "time", "profession", "present", "usual", "share"])
    + inject(
      "leaving", "trigger: \"discharge-queue\", unit: \"ward\", to: \"municipal\", share: 0.3", of: "region",
      ["region", "time", "unit", "occupied", "open", "waiting", "ready", "ready_share"])
    + inject("silence", "trigger: \"reports-cease\"", of: "region", ["region", "time", "cut_off"])
    + inject(
      "surge", "trigger: \"surge-ordered\", unit: \"ward\"", of: "region",
      ["region", "time", "level", "open", "occupied"])
    + inject("left", "trigger: \"flight-left\"", of: "office", ["time", "flight", "seats"])
    + inject("cancelled", "trigger: \"flight-cancelled\"", of: "office", ["time", "flight"])
    + inject(
      "lost", "trigger: \"disruption\"", of: "region", ["facility", "time", "cause", "places"])
    + inject(
      "back", "trigger: \"repaired\"", of: "region", ["facility", "time", "cause", "places"]) + "] }"

  /// The course, and the injects of its first three days by kind.
  static func course(seed: UInt64) throws -> (trajectory: Trajectory, injects: (String) -> [Inject]) {
    let files = InputFiles([
      ("Models/mill/model.json5", model), ("Models/mill/regions.csv", regions),
      ("Models/mill/facilities.csv", facilities), ("Models/mill/units.csv", units),
      ("Models/mill/scenarios/week.json5", scenario), ("Models/mill/exercise.json5", exercise),
      ("Experiments/ask/experiment.json5", experiment),
    ])
    let plan = BatchPlan(try ExperimentReader.load("Experiments/ask", files: files), seed: seed)
    let network = plan.points[0].network
    let recorded = TrajectoryRun(plan, replication: 0).record(arms: [0], hours: 96, scope: .casualties)[0]
    let list = ExerciseMaker.list(
      [(id: "fly", trajectory: recorded)],
      exercise: try ExerciseReader.load("Models/mill/exercise.json5", network: network, files: files),
      wishes: ExerciseWishes(fromDay: 0, days: 3, mostPerHour: 1_000, quiet: (0, 0)),
      of: ExerciseMaker.Origin(experiment: "ask", seed: seed, replication: 0, handling: .open))
    return (recorded, { kind in list.injects.filter { $0.kind == kind } })
  }
}
