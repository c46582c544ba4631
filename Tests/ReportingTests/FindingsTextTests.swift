import BatchRunner
import CareModel
import Foundation
import Reporting
import ScenarioFiles
import Testing

@Suite struct FindingsTextTests {
  @Test("the page of a single design point reads exactly so")
  func page() {
    let text = FindingsText(Findings(FindingsFixture.outcome)).rendered
    #expect(text == expectedPage)
  }

  @Test("no line is longer than a hundred characters")
  func width() {
    for outcome in [FindingsFixture.outcome, FindingsFixture.sweep] {
      let lines = FindingsText(Findings(outcome)).rendered.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 100 })
    }
  }

  @Test("patients who wait for each other for ever are told, with the units")
  func standstill() {
    var outcome = FindingsFixture.outcome
    outcome.points[0].arms[0].standstill = Standstill(replications: 1, unitKinds: [0])
    let unit = outcome.plan.points[0].network.unitKinds[0].id
    let text = FindingsText(Findings(outcome)).rendered.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    let arm = outcome.plan.arms[0].id
    #expect(
      text.contains(
        "of \(arm) patients wait for each other for ever, each in a place that another needs (\(unit)).")
    )
    #expect(text.components(separatedBy: "STANDSTILL: at the end of 1 of").count == 2)
  }

  @Test("a sweep says where waiting begins to kill, where arms part and where all are saturated")
  func sweep() {
    let findings = Findings(FindingsFixture.sweep)
    #expect(
      findings.sweep?.sentences == [
        "Waiting begins to kill at casualty-factor 1; arms part at casualty-factor 2; every arm is saturated "
          + "at casualty-factor 4, given these assumptions."
      ])
    let text = FindingsText(findings).rendered
    #expect(text.contains("† differs clearly from the baseline"))
    #expect(text.contains("casualty-factor 0.5"))
  }

  @Test("the difference of one antithetic pair is that of the pair, and no interval is told")
  func onePair() throws {
    var outcome = FindingsFixture.outcome
    outcome.plan.isAntithetic = true
    outcome.plan.replications = 2
    outcome.points = [
      PointOutcome(
        arms: [[70, 9], [66, 7], [60, 9], [20, 1]].map { deaths in
          var arm = FindingsFixture.arm(deaths: deaths)
          arm.isAntithetic = true
          return arm
        })
    ]
    let arms = Findings(outcome).points[0].arms
    #expect(arms.map { $0.deathDifference?.mean } == [nil, -3, -5, -29])
    #expect(
      arms[1].sentence
        == "With “Postpone planned care” (postpone) 3 fewer deaths by day 120 than with “As today”, given "
        + "these assumptions; one pair of replications gives no interval.")
  }

  @Test("one pair without a difference is told as one pair")
  func onePairWithoutDifference() {
    var outcome = FindingsFixture.outcome
    outcome.plan.isAntithetic = true
    outcome.points[0].arms = (0..<4).map { _ in
      var arm = FindingsFixture.arm(deaths: [70, 9])
      arm.isAntithetic = true
      return arm
    }
    #expect(
      Findings(outcome).points[0].arms[1].sentence
        == "With “Postpone planned care” (postpone) as many deaths by day 120 as with “As today”, given these "
        + "assumptions; one pair of replications gives no interval.")
  }

  @Test("what breaks in one region without casualties is told where a disruption strikes, and else not")
  func disruptionAlone() {
    var outcome = FindingsFixture.outcome
    var network = outcome.plan.points[0].network
    network.regions.removeLast()
    network.facilities.removeLast()
    network.units.removeLast()
    outcome.plan.points[0].network = network
    for arm in outcome.points[0].arms.indices { outcome.points[0].arms[arm].endurance = [] }
    #expect(Findings(outcome).points[0].resources == [])
    outcome.plan.points[0].scenario.disruptions = [
      Disruption(id: "hit", scheduled: [(day: 2, facility: 0)], lostShare: 1)
    ]
    #expect(Findings(outcome).points[0].resources == ["Emergency department", "Intensive care"])
  }

  @Test("stocks that a region is without are told beside units, others are not")
  func stocks() {
    var outcome = FindingsFixture.outcome
    outcome.plan.points[0].network.stocks = ["Red cells", "Oxygen"].map {
      Stock(id: $0, title: $0, level: .fixed(1), deliveryPerDay: .fixed(0))
    }
    #expect(!line(outcome).contains("of a stock"))
    for arm in outcome.points[0].arms.indices {
      for (stock, days) in [[2, 3, 3, nil], [9, nil, nil, nil]].enumerated() {
        outcome.points[0].arms[arm].endurance.append(
          EnduranceRecord(resource: .stock(stock), region: 1, firstDays: FirstDays(days)))
      }
    }
    let point = Findings(outcome).points[0]
    #expect(point.resources == ["Emergency department", "Intensive care", "Red cells"])
    #expect(point.regionCounts.last == 1 && point.arms[0].breachCounts.last == 1)
    #expect(point.breaches.contains { $0.resource == "Red cells" && $0.day == 3 })
    #expect(line(outcome).contains("of a stock, when a use of it goes without."))
    #expect(!line(outcome).contains("Oxygen"))
  }

  /// The text on one line.
  private func line(_ outcome: BatchOutcome) -> String {
    FindingsText(Findings(outcome)).rendered.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test("a run with factors says which inputs were varied; the day of a decision is none")
  func varied() throws {
    #expect(
      line(FindingsFixture.sweep).contains(
        "chance alone. Of the inputs only “casualty-factor” has been varied."))
    #expect(line(FindingsFixture.outcome).contains("chance alone: the inputs have not been varied."))
    var days = FindingsFixture.sweep
    let experiment = "\(TemplateExercise.folder)/Experiments/sweden-decision-day"
    days.plan.factorDetails = BatchPlan(try ExperimentReader.load(experiment)).factorDetails
    for point in days.plan.points.indices {
      days.plan.points[point].levels = [(factor: "decision_day", level: "\(point)")]
    }
    #expect(line(days).contains("chance alone: the inputs have not been varied."))
    // A day is no dose: nothing begins to kill at it.
    #expect(Findings(days).sweep?.sentences == [])
  }

  @Test("one is told in the singular")
  func singular() {
    var outcome = FindingsFixture.outcome
    outcome.points[0].arms[0] = FindingsFixture.arm(
      deaths: [1, 1, 1, 1],
      others: [
        ("casualties_patients", 1), ("hospital_beds_needed_per_day", 1), ("hospital_admissions_per_day", 1),
        ("emergency_starts_per_week", 7),
      ])
    #expect(
      line(outcome).contains(
        "1 casualty arrives alive, 1 patient a day needs admission, 1 is admitted, 1 stay a day begins in"))
  }

  @Test("a mean difference that is rounding noise has no direction")
  func noise() {
    var outcome = FindingsFixture.outcome
    outcome.points[0].arms[0] = FindingsFixture.arm(deaths: [10, 12, 10, 12])
    outcome.points[0].arms[1] = FindingsFixture.arm(deaths: [12, 10, 12, 10 - 1e-13])
    outcome.points[0].arms[3] = FindingsFixture.arm(deaths: [12, 10, 12, 10 - 1e-13])
    let text = line(outcome)
    #expect(
      text.contains(
        "(postpone) no clear difference in deaths by day 120: as many on average as with “As today”, 95 % interval"
      ))
    #expect(text.contains("waiting caused no deaths by day 120"))
    #expect(!text.contains("0.0 fewer") && !text.contains("0.0 more") && !text.contains("0 more than"))
  }

  @Test("one replication has no interval, and its sweep and verdicts say so")
  func oneReplication() {
    var sweep = FindingsFixture.sweep
    for point in sweep.points.indices {
      for arm in sweep.points[point].arms.indices { sweep.points[point].arms[arm].trials.removeLast(3) }
    }
    let text = line(sweep)
    #expect(!text.contains("± is half"))
    #expect(!text.contains("waiting kills at no level") && !text.contains("arms do not part"))
    #expect(
      text.contains("Whether waiting kills and arms part is not told: one replication gives no interval."))
    #expect(line(FindingsFixture.sweep).contains("± is half"))
    var queue = FindingsFixture.queueAlone
    for point in queue.points.indices { queue.points[point].arms[0].trials.removeLast() }
    #expect(line(queue).contains("VAGUE: one replication has no standard error to judge by; take more."))
  }

  @Test("an expected measure without a value in any replication is told as that")
  func noValue() {
    var queue = FindingsFixture.queueAlone
    #expect(!line(queue).contains("NO VALUE"))
    for point in queue.points.indices {
      for trial in queue.points[point].arms[0].trials.indices {
        let values = queue.points[point].arms[0].trials[trial].values
        queue.points[point].arms[0].trials[trial].values = values.map { _ in nil }
      }
    }
    #expect(line(queue).contains("NO VALUE: the measure has none in any replication."))
  }

  @Test("the JSON form parses and has the same figures")
  func json() throws {
    let text = FindingsJSON.value(Findings(FindingsFixture.outcome)).rendered
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let points = try #require(object?["points"] as? [[String: Any]])
    let arms = try #require(points[0]["arms"] as? [[String: Any]])
    let figures = try #require(arms[1]["figures"] as? [String: Any])
    let deaths = try #require(figures["deaths_after_drain_patients"] as? [String: Any])
    #expect(deaths["mean"] as? Double == 1003.75)
    #expect(object?["finest_level"] as? String == "region")
  }

  @Test("arms of a model in which nobody can die are compared by what it declares, and not by deaths")
  func arms() {
    var outcome = FindingsFixture.queueAlone
    outcome.plan.arms.append(ArmPlan(id: "more", title: "More servers"))
    outcome.plan.expectations = []
    for point in outcome.points.indices {
      outcome.points[point].arms.append(outcome.points[point].arms[0])
    }
    let text = FindingsText(Findings(outcome)).rendered
    for word in ["deaths", "Deaths", "postponed", "part", "saturated"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("mean wait hours"))
    #expect(text.contains("waited share"))
    #expect(text.contains("more"))
  }

  @Test("measures that the experiment names are shown beside deaths, others of the model are not")
  func shown() {
    var outcome = FindingsFixture.outcome
    func figures() -> [String] { Findings(outcome).figures.map(\.id) }
    let usual = figures()
    let declared = "refused_patients"
    #expect(usual.contains("deaths_after_drain_patients") && !usual.contains(declared))
    outcome.plan.shownMeasures = [declared, "deaths_after_drain_patients"]
    #expect(figures() == usual + [declared])
    #expect(Findings(outcome).figures.last?.heading == "refused patients")
    outcome.plan.points[0].network.measures = [
      DeclaredMeasure(id: declared, title: "Turned away", quantity: .refused, unitKind: 0)
    ]
    #expect(Findings(outcome).figures.last?.heading == "Turned away")
  }

  @Test("a queue alone has no empty tables: what it declares, and the verdicts")
  func queueAlone() {
    let text = FindingsText(Findings(FindingsFixture.queueAlone)).rendered
    for word in ["casualties arrive", "deaths", "Deaths", "breach", "postponed", "unknown", "compared"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("2 replications of 9 days, seed 7."))
    #expect(text.contains("waited share"))
    #expect(text.contains("1 of 1 value passes"))
    #expect(!text.contains("mean wait hours"))
  }
}
