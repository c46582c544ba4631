import ScenarioFiles
import Testing

/// Each rule of capacity over time by a text that breaks it and the exact sentence.
struct CapacityRuleTests {
  typealias Case = MechanismRuleTests.Case

  static let icu = "id: \"icu\", title: \"ICU\","
  static let hours =
    "hours: { weekdays: [\"mon\", \"tue\"], from: \"07:45\", until: \"16:30\", around_the_clock_share: 0.2 }"
  static let days = "{ weekdays: [\"mon\", \"sun\"], from: \"08:00\", until: \"20:00\" }"

  static func calendar(_ open: String) -> String {
    "calendars: [{ id: \"c\", open: [\(open)], otherwise_share: 0, source: \"s\" }], unit_kinds: ["
  }

  static let right: [Case] = [
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
