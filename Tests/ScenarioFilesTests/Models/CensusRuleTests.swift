import CareModel
import ScenarioFiles
import Testing

/// Each rule of the measures of a daily census, by a text that breaks it and the exact sentence.
struct CensusRuleTests {
  static let deaths = "id: \"deaths\", quantity: \"deaths\""
  static let days =
    "days: [{ id: 0, note: \"a day\" }, { id: 1, seen: 4, source: \"s\" }], profiles: ["

  /// A measure in place of `deaths`.
  static func census(_ keys: String) -> String { "id: \"deaths\", quantity: \(keys)" }

  static let right = [
    "\"peak-occupied\", unit: \"icu\"",
    "\"peak-occupied-day\", units: [\"icu\", \"ward\"], from_days: 2, until_weeks: 1, smooth_days: 7",
    "\"occupied-error\", unit: \"icu\", observed_column: \"seen\", region: \"09\"",
    "\"occupied-bias\", units: [\"icu\"], observed_column: \"seen\"",
  ]

  @Test("what the format documents is read", arguments: right)
  func isRight(_ keys: String) {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", Self.deaths, Self.census(keys)), ("model.json5", "profiles: [", Self.days)) == "")
  }

  static let wrong: [(String, String)] = [
    ("\"peak-occupied\"", "model.json5:57:5: measures[deaths]: write unit or units"),
    (
      "\"peak-occupied\", unit: \"icu\", units: [\"ward\"]",
      "model.json5:57:68: measures[deaths].units: unit is given already; keep one of the two"
    ),
    (
      "\"peak-occupied\", units: []", "model.json5:57:55: measures[deaths].units: the list is empty"
    ),
    (
      "\"peak-occupied\", units: [\"icu\", \"icu\"]",
      "model.json5:57:55: measures[deaths].units: a kind of unit is in the list twice"
    ),
    (
      "\"peak-occupied\", units: [\"icuu\"]",
      "model.json5:57:55: measures[deaths].units: there is no unit kind 'icuu'; did you mean 'icu'?"
    ),
    (
      "\"peak-occupied\", unit: \"icu\", from_hours: 30",
      "model.json5:57:73: measures[deaths].from_hours: the span of a census is in whole days"
    ),
    (
      "\"peak-occupied\", unit: \"icu\", smooth_days: 6",
      "model.json5:57:74: measures[deaths].smooth_days: a window around a day has an odd number of days"
    ),
    (
      "\"peak-occupied\", unit: \"icu\", class: \"t1\"",
      "model.json5:57:61: measures[deaths].class: unknown key 'class'; known here: id, title, unit, units, from_…, until_…, smooth_days, region"
    ),
    (
      "\"peak-occupied\", unit: \"icu\", observed_column: \"seen\"",
      "model.json5:57:61: measures[deaths].observed_column: unknown key 'observed_column'; known here: id, title, unit, units, from_…, until_…, smooth_days, region"
    ),
    (
      "\"occupied-error\", unit: \"icu\"",
      "model.json5:57:5: measures[deaths]: observed_column is missing"
    ),
    (
      "\"occupied-error\", unit: \"icu\", observed_column: \"sen\"",
      "model.json5:57:79: measures[deaths].observed_column: there is no column 'sen'; did you mean 'seen'?"
    ),
    (
      "\"deaths\", smooth_days: 7",
      "model.json5:57:41: measures[deaths].smooth_days: unknown key 'smooth_days'; known here: id, title, class, classes, from_…, until_…, during, region"
    ),
    (
      "\"deaths\", units: [\"icu\"]",
      "model.json5:57:41: measures[deaths].units: unknown key 'units'; known here: id, title, class, classes, from_…, until_…, during, region"
    ),
  ]

  @Test("each rule names its place and what to do", arguments: wrong)
  func isWrong(_ keys: String, _ report: String) {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", Self.deaths, Self.census(keys)), ("model.json5", "profiles: [", Self.days)) == report)
  }

  @Test("without days nothing is observed, and what is observed is not negative")
  func observations() {
    let keys = "\"occupied-error\", unit: \"icu\", observed_column: \"seen\""
    #expect(
      SmallWorld.mistakes(("model.json5", Self.deaths, Self.census(keys)))
        == "model.json5:57:79: measures[deaths].observed_column: the model has no days")
    #expect(
      SmallWorld.mistakes(
        ("model.json5", Self.deaths, Self.census(keys)),
        ("model.json5", "profiles: [", Self.days.replacing("seen: 4", with: "seen: -4")))
        == "model.json5:14:51: seen: seen is -4; an observed census is between 0 and 1000000000")
  }
}
