import Testing

/// Each rule of who comes and what goes wrong by a text that breaks it and the exact sentence.
struct InflowRuleTests {
  typealias Case = MechanismRuleTests.Case

  static let profile = "{ id: \"ed\", hours:"

  static let right: [Case] = [
    Case(
      profile,
      "{ id: \"ed\", months: [1,1,1,1,1,1,2,2,1,1,1,1], weekdays: [1,1,1,1,1,0.5,0.5], holidays: [\"2027-01-06\"], holidays_as: \"sat\", hours:",
      "")
  ]

  static let wrong: [Case] = [
    Case(
      profile, "{ id: \"ed\", months: [1,1], hours:",
      "model.json5:14:34: profiles[ed].months: the list has 2 numbers; expected 12"),
    Case(
      profile, "{ id: \"ed\", months: [0,0,0,0,0,0,0,0,0,0,0,0], hours:",
      "model.json5:14:34: profiles[ed].months: all rates are 0"),
    Case(
      profile, "{ id: \"ed\", holidays: [\"2027-01-06\"], hours:",
      "model.json5:14:36: profiles[ed].holidays: holidays go as another weekday, and all are alike: write weekdays too"
    ),
    Case(
      profile, "{ id: \"ed\", weekdays: [1,1,1,1,1,1,0], holidays: [\"6 January\", \"2027-02-29\"], hours:",
      "model.json5:14:63: profiles[ed].holidays: '2027-02-29' is not a date such as 2027-01-06\nmodel.json5:14:63: profiles[ed].holidays: '6 January' is not a date such as 2027-01-06"
    ),
    Case(
      profile, "{ id: \"ed\", holidays_as: \"sun\", hours:",
      "model.json5:14:39: profiles[ed].holidays_as: there are no holidays here"),
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
