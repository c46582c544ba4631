import BatchRunner
import CareModel
import ScenarioFiles
import Testing

@Suite("The day on which a queue breaks")
struct BreachDayTests {
  /// One bed, taken for four days. One patient waits from half past midnight on; another between two whole hours, for
  /// 54 minutes.
  private static let model = """
    {
      id: "one", title: "One place", handling: "open",
      time: { origin: "2027-01-04T00:00:00+01:00", run_in_days: 0, source: "s" },
      unit_kinds: [{ id: "icu", title: "Intensive care", hospital_bed: true, source: "s" }],
      regions: [{ id: "01", name: "North" }],
      facilities: [{ id: "a", name: "A", region: "01" }],
      units: [{ facility: "a", kind: "icu", staffed_beds: 1, source: "s" }],
      classes: [
        { id: "long", title: "Long", pathway: "long", priority: 0, source: "s" },
        { id: "short", title: "Short", pathway: "short", priority: 0, source: "s" },
      ],
      pathways: [
        { id: "long", source: "s", steps: [{ id: "bed", unit: "icu", stay: { law: "constant", value_days: 4 } }] },
        { id: "short", source: "s", steps: [{ id: "bed", unit: "icu", stay: { law: "constant", value_days: 4 },
            patience: { law: "constant", value_hours: 0.9, source: "s" } }] },
      ],
      inflows: [
        { id: "first", classes: [{ class: "long", share: 1 }], pulse: { patients: 1, from_hours: 0, over_hours: 0 }, source: "s" },
        { id: "second", classes: [{ class: "long", share: 1 }], pulse: { patients: 1, from_hours: 0.5, over_hours: 0 }, source: "s" },
        { id: "third", classes: [{ class: "short", share: 1 }], pulse: { patients: 1, from_hours: 10.05, over_hours: 0 }, source: "s" },
      ],
    }
    """

  @Test(
    "A wish comes true on the day whose mean breaks, as in the table of first days, not on that of whole hours"
  )
  func wholeDay() throws {
    let files = InputFiles([
      ("Models/one/model.json5", Self.model),
      (
        "Models/one/scenarios/day.json5",
        "{ id: \"day\", title: \"A day\", whose_figures: \"Nobody's: a test.\", handling: \"open\" }"
      ),
      (
        "Experiments/ask/experiment.json5",
        """
        { id: "ask", title: "Ask", question: "What?", handling: "open", model: "../../Models/one", scenario: "day",
          seed: 1, replications: 1, horizon_days: 3, drain_days: 0, arms: [{ id: "only", title: "Only" }] }
        """
      ),
    ])
    let plan = BatchPlan(try ExperimentReader.load("Experiments/ask", files: files), seed: 1)
    let course = TrajectoryRun(plan, replication: 0).record(arms: [0], hours: 72, scope: .none)[0]
    // 23.5 h and 0.9 h of waiting on day 0, of which whole hours see 23.
    #expect(course.samples[24].units[0].waitedToday == 24_400 * 3_600_000)
    #expect((0..<24).reduce(0) { $0 + course.samples[$1].units[0].waiting } == 23)
    let wish = BreachWish(unitKind: 0, region: 0, day: 2)
    let picked = TrajectoryPick.nearest([wish]).choose(
      from: plan, arm: 0, hours: 72, candidates: 1, threads: 1)
    #expect(picked.breachDays == [0])
  }
}
