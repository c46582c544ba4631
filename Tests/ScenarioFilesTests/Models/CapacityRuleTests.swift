import ScenarioFiles
import Testing

/// Each rule of capacity over time by a text that breaks it and the exact sentence.
struct CapacityRuleTests {
  typealias Case = MechanismRuleTests.Case

  static let deaths = MechanismRuleTests.deaths
  static let icu = "id: \"icu\", title: \"ICU\","
  static let hours =
    "hours: { weekdays: [\"mon\", \"tue\"], from: \"07:45\", until: \"16:30\", around_the_clock_share: 0.2 }"
  static let days = "{ weekdays: [\"mon\", \"sun\"], from: \"08:00\", until: \"20:00\" }"

  static func calendar(_ open: String) -> String {
    "calendars: [{ id: \"c\", open: [\(open)], otherwise_share: 0, source: \"s\" }], unit_kinds: ["
  }

  static let level = "surge_levels: [{ id: \"more\", added_share: 0.5, lead_time_hours: 12, source: \"s\" }],"
  static let plan = "surge: [{ unit: \"icu\", level: \"more\", from_day: 1, until_day: 3, source: \"s\" }],"

  static let nurses =
    "professions: [{ id: \"nurse\", title: \"Nurses\", sickness_share: 0.05, source: \"s\" }], unit_kinds: ["
  static let need = "staff_need: [{ profession: \"nurse\", persons_per_place: 1, source: \"s\" }],"

  static func staff(_ rows: String) -> String {
    "staff: [\(rows)], \(nurses)"
  }

  static let right: [Case] = [
    Case(
      "unit_kinds: [",
      staff(
        "{ region: \"12\", profession: \"nurse\", employed_persons: 90, working_week_hours: 38, also_claimed_share: 0.1, claimed_by: \"army\", source: \"s\" }, { id: \"x\", facility: \"visby\", profession: \"nurse\", employed_persons: 9, working_week_hours: 38, source: \"s\" }"
      ), ""),
    Case(icu, "\(icu) \(level)", ""),
    Case(
      icu,
      "\(icu) surge_levels: [{ id: \"a\", added_share: 0.5, lead_time_days: 1, source: \"s\" }, { id: \"b\", all_physical: true, lead_time_days: 2, source: \"s\" }],",
      ""),
    Case(
      "unit_kinds: [",
      calendar("\(days), { weekdays: [\"sun\"], from: \"22:00\", until: \"06:00\", share: 0.5 }"), ""),
    Case("unit_kinds: [", calendar("{ weekdays: [\"sun\"], from: \"00:00\", until: \"24:00\" }"), ""),
    Case("from: \"07:45\", until: \"16:30\"", "from: \"22:00\", until: \"06:00\"", ""),
  ]

  static let wrong: [Case] = [
    Case(
      "unit_kinds: [", calendar(""),
      "model.json5:5:32: calendars[c].open: the list is empty"),
    Case(
      "unit_kinds: [", calendar("\(days), { weekdays: [\"sun\"], from: \"22:00\", until: \"08:01\" }"),
      "model.json5:5:121: calendars[c].open[1].from: sun 22:00–08:01 overlaps mon sun 08:00–20:00: a stretch of the week has one share"
    ),
    Case(
      "unit_kinds: [", calendar("{ weekdays: [\"sun\"], from: \"08:00\", until: \"08:00\" }"),
      "model.json5:5:76: calendars[c].open[0].until: this is when it begins: for a whole day write from 00:00 until 24:00"
    ),
    Case(
      "unit_kinds: [", calendar("{ weekdays: [\"sun\"], from: \"24:00\", until: \"08:00\" }"),
      "model.json5:5:60: calendars[c].open[0].from: a stretch begins before 24:00: write 00:00 of the next day"
    ),
    Case(
      "unit_kinds: [", calendar("{ weekdays: [\"son\"], from: \"8:00\", until: \"08:00\", share: 2 }"),
      """
      model.json5:5:45: calendars[c].open[0].weekdays: unknown weekday 'son'; did you mean 'mon'?
      model.json5:5:60: calendars[c].open[0].from: '8:00' is not a time of day such as 07:45
      model.json5:5:91: calendars[c].open[0].share: share is 2; it must be between 0 and 1
      """),
    Case(
      icu, "\(icu) calendar: \"days\",",
      "model.json5:7:42: unit_kinds[icu].calendar: there is no calendar 'days'; there is none at all"),
    Case(
      hours, "\(hours), calendar: \"c\"",
      """
      model.json5:9:114: unit_kinds[theatre].calendar: hours are given already; keep one of the two
      model.json5:9:114: unit_kinds[theatre].calendar: there is no calendar 'c'; there is none at all
      """),
    Case(
      "physical_beds,source\nlund,ward,20,25,SIR", "calendar,source\nlund,ward,20,nights,SIR",
      """
      units.csv:2:14: units[lund/ward].calendar: there is no calendar 'nights'; there is none at all
      units.csv:5:14: units[visby/ward].calendar: there is no calendar '4'; there is none at all
      """,
      file: "units.csv"),
    Case(
      "limit: \"physical\",", "limit: \"physical\", \(level)",
      "model.json5:6:87: unit_kinds[ward].surge_levels: a kind limited by its physical places has all of them open: remove the levels, or set limit to staffed"
    ),
    Case(
      icu, "\(icu) surge_levels: [{ id: \"more\", added_share: -1, lead_time_hours: 1, source: \"s\" }],",
      "model.json5:7:74: unit_kinds[icu].surge_levels[more].added_share: added_share is -1; it must be between 0 and 1000"
    ),
    Case(
      icu, "\(icu) surge_levels: [{ id: \"more\", source: \"s\" }],",
      """
      model.json5:7:47: unit_kinds[icu].surge_levels[more]: lead_time is missing: write lead_time_minutes, lead_time_hours or lead_time_days
      model.json5:7:47: unit_kinds[icu].surge_levels[more]: write added_share, or all_physical: true
      """),
    Case(
      icu,
      "\(icu) surge_levels: [{ id: \"a\", all_physical: true, added_share: 0.5, lead_time_days: 1, source: \"s\" }, { id: \"b\", added_share: 0.5, lead_time_days: 2, source: \"s\" }],",
      """
      model.json5:7:91: unit_kinds[icu].surge_levels[a].added_share: all places are opened: remove added_share, or all_physical
      model.json5:7:154: unit_kinds[icu].surge_levels[b].added_share: this level opens fewer places than the one before it, 'a'
      """),
    Case(
      "casualty_factor: 2,", "\(plan) casualty_factor: 2,",
      "scenarios/high.json5:2:33: surge[0].level: there is no level of icu 'more'; there is none at all",
      file: "high.json5"),
    Case(
      "casualty_factor: 2,",
      "surge: [{ unit: \"ico\", level: \"more\", from_day: 3, until_day: 3, regions: [\"10\"] }], casualty_factor: 2,",
      """
      scenarios/high.json5:2:19: surge[0].unit: there is no unit kind 'ico'; did you mean 'icu'?
      scenarios/high.json5:2:51: surge[0].from_day: from_day has no source: add "source" to this object or "from_day_source"
      scenarios/high.json5:2:65: surge[0].until_day: until_day has no source: add "source" to this object or "until_day_source"
      scenarios/high.json5:2:65: surge[0].until_day: until_day is 3; it must come after from_day, 3
      scenarios/high.json5:2:77: surge[0].regions: there is no region '10'; known: 12, 09
      """, file: "high.json5"),
    Case(
      icu, "\(icu) \(need)",
      "model.json5:7:59: unit_kinds[icu].staff_need[0].profession: there is no profession 'nurse'; there is none at all"
    ),
    Case(
      "unit_kinds: [",
      staff(
        "{ profession: \"nurse\", employed_persons: 90, working_week_hours: 38, source: \"s\" }, { facility: \"lund\", region: \"12\", profession: \"nurs\", employed_persons: 2, working_week_hours: 169, also_claimed_persons: 3, source: \"s\" }"
      ),
      """
      model.json5:5:25: staff[0].profession: write facility or region
      model.json5:5:123: staff[1].region: facility is given already; keep one of the two
      model.json5:5:141: staff[1].profession: there is no profession 'nurs'; did you mean 'nurse'?
      model.json5:5:190: staff[1].working_week_hours: working_week_hours is 169; it must be more than 0 and at most 168
      model.json5:5:217: staff[1].also_claimed_persons: 3 of 2 persons are claimed: at most all of them
      model.json5:5:217: staff[1].also_claimed_persons: write claimed_by: who claims them
      """),
    Case(
      "unit_kinds: [\n    { id: \"ward\",",
      staff(
        "{ facility: \"lund\", profession: \"nurse\", employed_persons: 90, working_week_hours: 38, claimed_by: \"army\", source: \"s\" }"
      ) + "\n    { \(need) id: \"ward\",",
      """
      model.json5:5:110: staff[0].claimed_by: nobody is claimed here: write also_claimed_persons or also_claimed_share
      units.csv:5:7: units[visby/ward].kind: its places need nurse, of whom staff has nobody here: write 0 persons if that is meant
      """),
    Case(
      deaths, "id: \"deaths\", quantity: \"mean-present-staff\", unit: \"icu\"",
      """
      model.json5:57:5: measures[deaths]: profession is missing
      model.json5:57:53: measures[deaths].unit: unknown key 'unit'; known here: id, title, profession, region
      """),
    Case(
      "casualty_factor: 2,",
      "staff_claims: [{ employer: \"army\", from_day: 1, until_day: 2, source: \"s\" }], call_ups: [{ profession: \"nurse\", added_share: -1, from_day: 1, until_day: 2, source: \"s\" }], staff_absence: [{ share: 1, from_day: 1, until_day: 2, facilities: [\"lunt\"], source: \"s\" }], casualty_factor: 2,",
      """
      scenarios/high.json5:2:30: staff_claims[0].employer: there is no employer in staff 'army'; there is none at all
      scenarios/high.json5:2:106: call_ups[0].profession: there is no profession 'nurse'; there is none at all
      scenarios/high.json5:2:128: call_ups[0].added_share: added_share is -1; it must be between 0 and 1000
      scenarios/high.json5:2:242: staff_absence[0].facilities: there is no facility 'lunt'; did you mean 'lund'?
      """, file: "high.json5"),
  ]

  @Test("what the format documents is read", arguments: right)
  func isRight(_ right: Case) {
    #expect(SmallWorld.mistakes((right.file, right.from, right.to)) == "")
  }

  @Test("each rule names its place and what to do", arguments: wrong)
  func isWrong(_ wrong: Case) {
    #expect(SmallWorld.mistakes((wrong.file, wrong.from, wrong.to)) == wrong.report)
  }
}
