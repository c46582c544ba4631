import Testing

/// Calendars that steps and conditions name for their times, by texts that name them rightly and wrongly.
struct CalendarTimeRuleTests {
  private static func calendars(_ text: String) -> (file: String, from: String, to: String) {
    ("model.json5", "unit_kinds: [", "calendars: [\(text)], unit_kinds: [")
  }

  private static let rounds = calendars(
    "{ id: \"rounds\", source: \"s\", otherwise_share: 0, open: [{ weekdays: [\"mon\"], from: \"10:00\", until: \"12:00\" }] }"
  )
  private static let never = calendars("{ id: \"rounds\", source: \"s\", otherwise_share: 0, open: [] }")

  private static func after(_ keys: String) -> (file: String, from: String, to: String) {
    ("model.json5", "{ id: \"after\", stay: \"long\"", "{ id: \"after\", \(keys)")
  }

  private static func when(_ condition: String) -> (file: String, from: String, to: String) {
    (
      "model.json5", PathwayPartTests.icuWay,
      "{ to: \"intensive\", share_column: \"icu_share\", when: { \(condition) } }"
    )
  }

  @Test("A step with a stay, one without and a condition name a calendar")
  func correct() {
    #expect(SmallWorld.mistakes(Self.rounds, Self.after("stay: \"long\", ends_during: \"rounds\"")) == "")
    #expect(SmallWorld.mistakes(Self.rounds, Self.after("ends_during: \"rounds\"")) == "")
    #expect(SmallWorld.mistakes(Self.rounds, Self.when("during: \"rounds\"")) == "")
  }

  @Test("The calendar is there")
  func isThere() {
    #expect(
      SmallWorld.mistakes(Self.rounds, Self.after("stay: \"long\", ends_during: \"round\"")).hasSuffix(
        "steps[after].ends_during: there is no calendar 'round'; did you mean 'rounds'?"))
    #expect(
      SmallWorld.mistakes(Self.when("during: \"rounds\"")).hasSuffix(
        "when.during: there is no calendar 'rounds'; there is none at all"))
  }

  @Test("It is open at some time, or no stay would end")
  func opens() {
    let sentence = "all shares of this calendar are 0: its time would never come"
    #expect(
      SmallWorld.mistakes(Self.never, Self.after("stay: \"long\", ends_during: \"rounds\"")).contains(
        "steps[after].ends_during: \(sentence)"))
    #expect(
      SmallWorld.mistakes(Self.never, Self.when("during: \"rounds\"")).contains("when.during: \(sentence)"))
  }

  @Test("A trip ends when it arrives")
  func trip() {
    let move = MoveRuleTests.trip(MoveRuleTests.good, beside: "ends_during: \"rounds\", ")
    #expect(SmallWorld.mistakes(Self.rounds, move).contains("steps[after].ends_during"))
  }
}
