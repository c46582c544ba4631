import BatchRunner
import CareModel
import Foundation
import Reporting
import ScenarioFiles
import Testing

@Suite("The log of patients")
struct PatientLogTests {
  private static let model = """
    {
      id: "one", title: "One place", handling: "open",
      time: { origin: "2027-01-04T00:00:00+01:00", run_in_days: 0, source: "s" },
      unit_kinds: [{ id: "icu", title: "Intensive care", hospital_bed: true, preemption: "resume", source: "s" }],
      regions: "regions.csv", facilities: "facilities.csv", units: "units.csv",
      classes: [
        { id: "slight", title: "Slight", origin: "civil-casualty", pathway: "slight", priority: 5, source: "s" },
        { id: "severe", title: "Severe", origin: "civil-casualty", pathway: "severe", priority: 0, source: "s" },
      ],
      pathways: [
        { id: "slight", source: "s", steps: [{ id: "bed", unit: "icu", stay: { law: "constant", value_hours: 10 } }] },
        { id: "severe", source: "s", steps: [{ id: "bed", unit: "icu", stay: { law: "constant", value_hours: 4 } }] },
      ],
      inflows: [
        { id: "first", classes: [{ class: "slight", share: 1 }], pulse: { patients: 1, from_hours: 1, over_hours: 0 }, source: "s" },
        { id: "second", classes: [{ class: "severe", share: 1 }], pulse: { patients: 1, from_hours: 3, over_hours: 0 }, source: "s" },
      ],
    }
    """
  private static let units = "facility,kind,staffed_beds,physical_beds,source\na,icu,1,1,s\n"
  private static let experiment = """
    {
      id: "ask", title: "Ask", question: "What?", handling: "open", model: "../../Models/one", scenario: "day",
      seed: 1, replications: 1, horizon_days: 2, drain_days: 0, arms: [{ id: "only", title: "Only" }],
    }
    """

  /// The log of patients in order, as `severe use 180`.
  private static func log(
    disruptions: String = "", model: String = model, units: String = units
  ) throws -> [String] {
    let scenario = """
      { id: "day", title: "A day", whose_figures: "Nobody's: a test.", handling: "open",
        disruptions: [\(disruptions)] }
      """
    let files = InputFiles([
      ("Models/one/model.json5", model), ("Models/one/regions.csv", "id,name,source\n01,North,s\n"),
      (
        "Models/one/facilities.csv",
        "id,name,region,latitude_degrees,longitude_degrees,source\na,North Hospital,01,60,17,s\n"
      ), ("Models/one/units.csv", units), ("Models/one/scenarios/day.json5", scenario),
      ("Experiments/ask/experiment.json5", experiment),
    ])
    let plan = BatchPlan(try ExperimentReader.load("Experiments/ask", files: files), seed: 1)
    let course = TrajectoryRun(plan, replication: 0).record(arms: [0], hours: 48, scope: .everyone)[0]
    return PatientLogMaker.rows(course, endMinute: 48 * 60).map {
      "\($0.pathway) \($0.type.rawValue) \(Int($0.minute.rounded()))"
    }
  }

  @Test("Who gives way to a more urgent patient uses the place no longer, and again when it is theirs")
  func preempted() throws {
    #expect(
      try Self.log() == [
        "slight arrival_departure 60", "slight resource_use 60", "severe arrival_departure 180",
        "slight resource_use_end 180", "slight queue 180", "severe resource_use 180",
        "severe resource_use_end 420", "severe arrival_departure 420", "slight resource_use 420",
        "slight resource_use_end 900", "slight arrival_departure 900",
      ])
  }

  @Test("Who worsens in a queue and goes on in the place they hold waits no longer, and uses it anew")
  func worsened() throws {
    // The severe has the only ward bed from hour 3 to 7; the slight, in intensive care from 1, asks for it at 5 and
    // worsens at 6 to the pathway of the severe, whose place is now intensive care.
    let model = Self.model
      .replacingOccurrences(
        of: "preemption: \"resume\", source: \"s\" }",
        with: "source: \"s\" }, { id: \"ward\", title: \"Ward\", hospital_bed: true, source: \"s\" }"
      )
      .replacingOccurrences(
        of: "pathway: \"slight\", priority: 5,",
        with: """
          pathway: "slight", priority: 5,
          worsening: { class: "worse", after: { law: "constant", value_hours: 1, source: "s" } },
          """
      )
      .replacingOccurrences(
        of: "{ id: \"severe\", title",
        with: """
          { id: "worse", title: "Worse", origin: "civil-casualty", pathway: "worse", priority: 0, source: "s" },
          { id: "severe", title
          """
      )
      .replacingOccurrences(
        of: "value_hours: 10 } }",
        with: """
          value_hours: 4 }, next: "after" },
          { id: "after", unit: "ward", stay: { law: "constant", value_hours: 2 } }
          """
      )
      .replacingOccurrences(
        of: "{ id: \"severe\", source: \"s\", steps: [{ id: \"bed\", unit: \"icu\"",
        with: """
          { id: "worse", source: "s", steps: [{ id: "bed", unit: "icu", stay: { law: "constant", value_hours: 5 } }] },
          { id: "severe", source: "s", steps: [{ id: "bed", unit: "ward"
          """)
    #expect(
      try Self.log(model: model, units: Self.units + "a,ward,1,1,s\n") == [
        "slight arrival_departure 60", "slight resource_use 60", "severe arrival_departure 180",
        "severe resource_use 180", "slight queue 300", "worse resource_use_end 360", "worse resource_use 360",
        "severe resource_use_end 420", "severe arrival_departure 420", "worse resource_use_end 660",
        "worse arrival_departure 660",
      ])
  }

  @Test("Who waits for the next place with the stay over uses the one they hold until they leave it")
  func blocking() throws {
    let model = Self.model
      .replacingOccurrences(
        of: "preemption: \"resume\", source: \"s\" }",
        with: "source: \"s\" }, { id: \"ward\", title: \"Ward\", hospital_bed: true, source: \"s\" }"
      )
      .replacingOccurrences(
        of: "unit: \"icu\", stay: { law: \"constant\", value_hours: 10",
        with: "unit: \"ward\", stay: { law: \"constant\", value_hours: 10"
      )
      .replacingOccurrences(
        of: "value_hours: 4 } }",
        with:
          "value_hours: 4 }, next: \"after\" }, { id: \"after\", unit: \"ward\", stay: { law: \"constant\", value_hours: 2 } }"
      )
    #expect(
      try Self.log(model: model, units: Self.units + "a,ward,1,1,s\n") == [
        "slight arrival_departure 60", "slight resource_use 60", "severe arrival_departure 180",
        "severe resource_use 180", "severe queue 420", "slight resource_use_end 660",
        "slight arrival_departure 660", "severe resource_use_end 660", "severe resource_use 660",
        "severe resource_use_end 780", "severe arrival_departure 780",
      ])
  }

  @Test("A guest of another unit who goes on there has one place")
  func guest() throws {
    let model = Self.model
      .replacingOccurrences(
        of: "preemption: \"resume\", source: \"s\" }",
        with: "source: \"s\" }, { id: \"ward\", title: \"Ward\", hospital_bed: true, source: \"s\" }"
      )
      .replacingOccurrences(
        of: "unit: \"icu\", stay: { law: \"constant\", value_hours: 4 } }",
        with: """
          unit: "icu", or_units: ["ward"], stay: { law: "constant", value_hours: 2 }, next: "after" },
          { id: "after", unit: "icu", or_units: ["ward"], stay: { law: "constant", value_hours: 1 } }
          """)
    #expect(
      try Self.log(model: model, units: Self.units + "a,ward,2,2,s\n") == [
        "slight arrival_departure 60", "slight resource_use 60", "severe arrival_departure 180",
        "severe resource_use 180", "severe resource_use_end 300", "severe resource_use 300",
        "severe resource_use_end 360", "severe arrival_departure 360", "slight resource_use_end 660",
        "slight arrival_departure 660",
      ])
  }

  @Test("Who loses a place to a disruption uses it no longer")
  func displaced() throws {
    let hit = """
      { id: "hit", cause: "hit", at: [{ day: 0.0833333333, facility: "a" }], lost_share: 1,
        repair: { law: "constant", value_hours: 8 }, source: "s" }
      """
    let log = try Self.log(disruptions: hit)
    #expect(log.contains("slight resource_use_end 120"), "\(log)")
    let used = log.filter { $0.contains("resource_use ") }.count
    #expect(used == log.filter { $0.contains("resource_use_end") }.count && used == 3, "\(log)")
  }
}
