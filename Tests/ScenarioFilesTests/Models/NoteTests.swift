import ScenarioFiles
import Testing

/// What is no mistake but may not be meant.
struct NoteTests {
  private func notes(_ changes: (String, String, String)...) throws -> [String] {
    let files = SmallWorld.files(changes.map { (file: $0.0, from: $0.1, to: $0.2) })
    return try ExperimentReader.load("Experiments/ask", files: files).notes
  }

  private func arms(_ policies: String) -> (String, String, String) {
    (
      "experiment.json5", "{ id: \"baseline\", title: \"As today\" },",
      "{ id: \"baseline\", title: \"As today\" }, \(policies),"
    )
  }

  @Test("nothing is noted of an experiment in which everything acts")
  func none() throws { #expect(try notes() == []) }

  @Test("an inflow that begins after the end of the run is noted")
  func lateInflow() throws {
    let told = try notes(("model.json5", "patients: 10, from_hours: 0", "patients: 10, from_days: 44.0004"))
    #expect(told == ["inflow group begins on day 44, when the run has ended (day 25): nobody comes"])
  }

  @Test("a step that leaves as many places free as there are is noted", arguments: [4, 5])
  func reserve(_ places: Int) throws {
    let told = try notes(
      ("model.json5", "id: \"intensive\", unit", "id: \"intensive\", leaves_free: \(places), unit"))
    #expect(
      told
        == (places < 5
          ? []
          : [
            "step intensive of pathway medical leaves 5 of icu free, and no unit has more than 5: nobody begins it"
          ]))
  }

  @Test(
    "groups of more than 1,023 are noted, with the mean that is left of their law", arguments: [900, 2_000])
  func groups(_ size: Int) throws {
    let told = try notes(
      (
        "model.json5", "rate_per_week: 7,",
        "rate_per_week: 7, group_size: { law: \"constant\", value_patients: \(size), source: \"s\" },"
      ))
    #expect(
      told
        == (size < 1_000
          ? []
          : [
            "inflow list: at most 1,023 patients come together, so that a group has 1023 in the mean, and not the 2000 of its law"
          ]))
  }

  @Test(
    "a measure of more places in use than a unit has is noted, but where nobody waits for one",
    arguments: [5, 6], [false, true])
  func neverSoMany(_ places: Int, hasNoWait: Bool) throws {
    let told = try notes(
      ("experiment.json5", "no_wait: true", "no_wait: \(hasNoWait)"),
      (
        "model.json5", "{ id: \"deaths\", quantity: \"deaths\" },",
        "{ id: \"deaths\", quantity: \"deaths\" }, "
          + "{ id: \"full\", quantity: \"time-share-occupied\", unit: \"icu\", at_least: \(places) },"
      ))
    #expect(
      told
        == (places < 6 || hasNoWait
          ? [] : ["measure full is of 6 places of icu in use, and no unit has more than 5: it never happens"])
    )
  }

  @Test("a unit that patients need and that never opens is noted", arguments: [false, true])
  func neverOpen(isByCalendar: Bool) throws {
    let told =
      isByCalendar
      ? try notes(
        ("model.json5", "help_within_region: true },", "help_within_region: true, calendar: \"shut\" },"),
        (
          "model.json5", "profiles: [",
          "calendars: [{ id: \"shut\", open: [{ weekdays: [\"mon\"], from: \"08:00\", until: \"09:00\", share: 0 }], otherwise_share: 0, source: \"s\" }], profiles: ["
        ))
      : try notes(("units.csv", "lund,icu,5", "lund,icu,0"), ("units.csv", "visby,icu,2", "visby,icu,0"))
    #expect(told == ["icu has no place that ever opens: who needs one waits as long as the run"])
  }

  @Test("arms that do the same are noted")
  func equalArms() throws {
    #expect(
      try notes(arms("{ id: \"late\", title: \"Late\", from_day: 7 }"))
        == ["arm late does the same as the baseline, baseline"])
    let share = "title: \"S\", policies: { transfer: \"balance-occupancy\" }"
    #expect(
      try notes(
        arms("{ id: \"one\", \(share) }, { id: \"two\", \(share) }, { id: \"three\", from_day: 7, \(share) }")
      )
        == ["arm two does the same as arm one"])
  }

  @Test("an arm that begins with the end of the horizon is noted")
  func lateArm() throws {
    let share = "title: \"S\", policies: { transfer: \"balance-occupancy\" }"
    #expect(
      try notes(arms("{ id: \"one\", from_day: 20, \(share) }"))
        == ["arm one begins when the horizon ends (day 20): no patient comes under it"])
  }

  @Test("policies without anything to act on are noted")
  func idlePolicies() throws {
    let told = try notes(
      arms(
        "{ id: \"one\", title: \"S\", policies: { surge: \"threshold-levels\", evacuation: \"cadence-flights\" } }"
      ),
      ("model.json5", "planned: true, can_wait: true,\n", "planned: true,\n"),
      ("model.json5", "evacuable: true,\n", "\n"))
    #expect(
      told == [
        "arm one: the policy cadence-flights changes nothing, as no class of the model is evacuable",
        "arm one: the policy threshold-levels changes nothing, as no unit kind of the model has surge_levels",
        "arm postpone: the policy postpone-by-priority changes nothing, as no class of the model is planned and can wait",
      ])
  }

  @Test("transfers without a shared kind, and flights without seats, are noted")
  func idleSharing() throws {
    let told = try notes(
      arms(
        "{ id: \"one\", title: \"S\", policies: { transfer: \"balance-occupancy\", evacuation: { id: \"cadence-flights\", critical_seats: 0, other_seats: 0, source: \"what if\" } } }"
      ), ("model.json5", "shared_between_regions: true", "shared_between_regions: false"))
    #expect(
      told == [
        "arm one: the policy balance-occupancy changes nothing, as no unit kind of the model is shared_between_regions",
        "arm one: the policy cadence-flights changes nothing, as a flight has no seats",
      ])
  }

  @Test("transfers to a kind of unit for which nobody waits are noted")
  func transfersWithoutLine() throws {
    let one = arms("{ id: \"one\", title: \"S\", policies: { transfer: \"balance-occupancy\" } }")
    let shared = "shared_between_regions: true"
    #expect(try notes(one) == [])
    #expect(
      try notes(one, ("model.json5", shared, "\(shared), when_full: \"refuse\""))
        == [
          "arm one: the policy balance-occupancy changes nothing, as nobody waits for a unit that is shared_between_regions: who finds it full is turned away there"
        ])
  }

  @Test("an event on a day after the horizon, and staff of a model without any, are noted")
  func scenario() throws {
    #expect(
      try notes(("high.json5", "at: [{ day: 3.5,", "at: [{ day: 22,"))
        == [
          "an occasion of event strike is on day 22, after the horizon (day 20): measures of the horizon's patients leave its own out"
        ])
  }

  @Test("disruptions that take nothing, and what they say of what there is not, are noted")
  func idleDisruptions() throws {
    func told(_ keys: String) throws -> [String] {
      try notes(
        (
          "high.json5", "casualty_factor: 2,",
          "casualty_factor: 2, disruptions: [{ id: \"hit\", at: [{ day: 2, facility: \"visby\" }], \(keys), source: \"s\" }],"
        ))
    }
    #expect(try told("lost_share: 0.3, killed_share: 0.1") == [])
    #expect(
      try told("units: [\"theatre\"], lost_share: 0.3")
        == ["disruption hit: units changes nothing, as none of its facilities has such a unit"])
    #expect(
      try told("lost_share: 0.1")
        == ["disruption hit: lost_share changes nothing, as it is less than half a place of each unit"])
    #expect(
      try told("lost_share: 0, killed_share: 0.1, lost_staff_share: 0.1, turnaround_factor: 2")
        == [
          "disruption hit: killed_share changes nothing, as it is of those displaced, and lost_share is 0",
          "disruption hit: lost_staff_share changes nothing, as none of its facilities has staff of its own",
          "disruption hit: turnaround_factor changes nothing, as none of its units has a turnaround",
        ])
  }

  @Test("a facility from which no fleet with a vehicle goes to a place that its patients need is noted")
  func unserved() throws {
    let grounded = ("model.json5", "mode: \"air\", vehicles: 2", "mode: \"air\", vehicles: 0")
    let noAmbulance = ("regions.csv", "0.1,1.2,2,SCB", "0.1,1.2,0,SCB")
    let told = [
      "who needs theatre at visby is refused: no fleet with a vehicle goes from there to a facility that has any"
    ]
    #expect(try notes(grounded) == [])
    #expect(try notes(noAmbulance) == [])
    #expect(try notes(grounded, noAmbulance) == told)
    let short = ("model.json5", "mode: \"road\"", "mode: \"road\", range_km: 50")
    #expect(try notes(grounded, short) == told)
    let closed = ("units.csv", "visby,icu,2,,SIR", "visby,icu,2,,SIR\nvisby,theatre,0,,SIR")
    #expect(try notes(grounded, noAmbulance, closed) == [])
  }

  @Test(
    "a way back within minutes that only a condition or a full unit keeps open is noted, one by share or after an hour not"
  )
  func quickCircles() throws {
    func told(_ way: String, seconds: Double, kind: String = "", theatre: String = "", beside: String = "")
      throws -> [String]
    {
      try notes(
        ("model.json5", "next: \"after\" },", "\(theatre)next: \"after\" },"),
        ("model.json5", "id: \"theatre\",", "id: \"theatre\",\(kind)"),
        (
          "model.json5", "{ id: \"after\", stay: \"long\", discharge_ready: true }",
          "{ id: \"after\", stay: { law: \"constant\", value_seconds: \(seconds) }, next: [\(way)] }\(beside)"
        ))
    }
    let held = "{ to: \"after\", when: { unit: \"ward\", free_at_most: 0 } }, { to: \"home\" }"
    func note(_ step: String) -> String {
      "patients of pathway surgical can come back to step \(step) within minutes, for as long as a condition holds or a unit turns them away: with many of them a run takes long"
    }
    #expect(try told(held, seconds: 1) == [note("after")])
    #expect(try told(held, seconds: 3_600) == [])
    #expect(try told("{ to: \"after\", share: 0.5 }, { to: \"home\" }", seconds: 1) == [])
    func sentBack(after seconds: Int, share: Double) throws -> [String] {
      try told(
        "{ to: \"home\" }", seconds: 3_600, kind: " when_full: \"refuse\",", theatre: "refused: \"again\", ",
        beside:
          ", { id: \"again\", stay: { law: \"constant\", value_seconds: \(seconds) }, next: [{ to: \"surgery\", share: \(share) }, { to: \"home\" }] }"
      ).filter { $0.contains("come back") }
    }
    #expect(try sentBack(after: 1, share: 1) == [note("surgery")])
    #expect(try sentBack(after: 1, share: 0.5) == [])
    #expect(try sentBack(after: 600, share: 1) == [])
  }

  @Test("hours of a calendar that has no others are noted")
  func neverShut() throws {
    func told(otherwise: Double) throws -> [String] {
      try notes(
        (
          "model.json5", "unit_kinds: [",
          "calendars: [{ id: \"rounds\", source: \"s\", otherwise_share: \(otherwise), open: [{ weekdays: [\"mon\"], from: \"10:00\", until: \"12:00\" }] }], unit_kinds: ["
        ),
        (
          "model.json5", "{ id: \"after\", stay: \"long\"",
          "{ id: \"after\", stay: \"long\", ends_during: \"rounds\""
        ),
        ("model.json5", CensusRuleTests.deaths, "id: \"deaths\", quantity: \"arrivals\", during: \"rounds\""))
    }
    #expect(try told(otherwise: 0) == [])
    let why = "changes nothing: a share above 0 counts as open, so that rounds is never shut"
    #expect(
      try told(otherwise: 0.25) == [
        "ends_during of step after of pathway surgical \(why)", "during of measure deaths \(why)",
      ])
  }

  @Test("levels and orders of surge that open no place, and exhaustion without surge, are noted")
  func idleSurge() throws {
    func told(_ level: String, from: Double, until: Double, physical: String = ",7", regions: String = "12")
      throws -> [String]
    {
      try notes(
        (
          "model.json5", "id: \"icu\", title: \"ICU\",",
          "id: \"icu\", title: \"ICU\", surge_levels: [{ id: \"more\", \(level), lead_time_hours: 48, source: \"s\" }],"
        ), ("units.csv", "lund,icu,5,,", "lund,icu,5\(physical),"),
        (
          "high.json5", "casualty_factor: 2,",
          "casualty_factor: 2, surge: [{ unit: \"icu\", level: \"more\", from_day: \(from), until_day: \(until), regions: [\"\(regions)\"], source: \"s\" }],"
        ), arms("{ id: \"one\", title: \"S\", policies: { surge: \"threshold-levels\" } }"))
    }
    #expect(try told("all_physical: true", from: 1, until: 4) == [])
    #expect(
      try told("all_physical: true", from: 1, until: 3)
        == [
          "the order of level more of icu on day 1 opens none of its places by itself: it ends before the lead time is over"
        ])
    let none = ["level more of icu opens no place: no unit has so many physical places"]
    #expect(
      try told("all_physical: true", from: 1, until: 4, regions: "09")
        == [
          "the order of level more of icu on day 1 opens no place: no unit there has so many physical places"
        ])
    #expect(try told("added_share: 0", from: 1, until: 4) == none)
    #expect(try told("all_physical: true", from: 1, until: 4, physical: ",") == none)
    let exhaustion =
      "professions: [{ id: \"nurse\", title: \"Nurse\", exhaustion: { after_days: 3, lost_share_per_day: 0.1, least_share: 0.5 }, source: \"s\" }],"
    #expect(
      try notes(("model.json5", "inflows: [", "\(exhaustion) inflows: ["))
        == ["profession nurse: exhaustion changes nothing, as no unit kind of the model has surge_levels"])
  }

  @Test("events of nobody and changes of staff that nobody is are noted")
  func idleEvents() throws {
    #expect(
      try notes(
        (
          "high.json5", "size: { law: \"lognormal\", mean_patients: 60, cv: 1 }",
          "size: { law: \"constant\", value_patients: 0 }"
        )) == ["event strike hurts nobody: its size is 0"])
    func told(_ absence: String) throws -> [String] {
      try notes(
        (
          "model.json5", "inflows: [",
          "professions: [{ id: \"nurse\", title: \"Nurse\", source: \"s\" }, { id: \"porter\", title: \"Porter\", source: \"s\" }], staff: [{ facility: \"lund\", profession: \"nurse\", employed_persons: 9, working_week_hours: 38, source: \"s\" }], inflows: ["
        ),
        (
          "high.json5", "casualty_factor: 2,",
          "casualty_factor: 2, staff_absence: [{ share: 0.2, \(absence), from_day: 1, until_day: 2, source: \"s\" }],"
        ))
    }
    let none = ["a change of staff on day 1 changes nothing: staff has nobody of whom it is"]
    #expect(try told("profession: \"nurse\"") == [])
    #expect(try told("profession: \"porter\"") == none)
    #expect(try told("facilities: [\"lund\"], regions: [\"09\"]") == none)
  }

  @Test("a model whose folder has another name is noted by check")
  func folder() {
    let files = SmallWorld.files([("model.json5", "id: \"small\"", "id: \"other\"")])
    let check = InputCheck.check(paths: ["Models"], files: files)
    #expect(check.mistakes == [])
    #expect(check.items[0].notes == ["the folder is small and the id other: name one like the other"])
  }

  @Test("what a scenario says of staff is noted where the model has none")
  func staff() throws {
    #expect(
      try notes(
        (
          "high.json5", "casualty_factor: 2,",
          "casualty_factor: 2, staff_absence: [{ share: 0.2, from_day: 1, until_day: 2, source: \"s\" }],"
        ))
        == ["the model has no staff: what the scenario says of staff changes nothing"])
  }
}
