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

  @Test("A measure names a calendar that is open at some time for its hours")
  func measured() {
    func deaths(_ calendar: String) -> (file: String, from: String, to: String) {
      (
        "model.json5", CensusRuleTests.deaths,
        "id: \"deaths\", quantity: \"arrivals\", from_hours: 8, during: \"\(calendar)\""
      )
    }
    #expect(SmallWorld.mistakes(Self.rounds, deaths("rounds")) == "")
    #expect(
      SmallWorld.mistakes(Self.rounds, deaths("round")).hasSuffix(
        "measures[deaths].during: there is no calendar 'round'; did you mean 'rounds'?"))
    #expect(
      SmallWorld.mistakes(Self.never, deaths("rounds")).hasSuffix(
        "measures[deaths].during: all shares of this calendar are 0: its time would never come"))
  }

  /// What is beside the stay of the surgery, whose ways on may change too.
  private static func surgery(_ keys: String, next: String = "next: \"after\"") -> (
    file: String, from: String, to: String
  ) {
    ("model.json5", "value_hours: 2 }, next: \"after\"", "value_hours: 2 }, \(keys), \(next)")
  }

  @Test("Patients wait while a calendar is open, for a unit")
  func waiting() {
    #expect(SmallWorld.mistakes(Self.rounds, Self.surgery("waits_while: \"rounds\"")) == "")
    #expect(
      SmallWorld.mistakes(Self.rounds, Self.surgery("waits_while: \"rounds\", gave_up: \"after\"")) == "")
    #expect(
      SmallWorld.mistakes(Self.rounds, Self.after("stay: \"long\", waits_while: \"rounds\"")).hasSuffix(
        "steps[after].waits_while: this needs a unit: the step has none"))
    #expect(
      SmallWorld.mistakes(Self.rounds, Self.surgery("waits_while: \"round\"")).hasSuffix(
        "steps[surgery].waits_while: there is no calendar 'round'; did you mean 'rounds'?"))
  }

  @Test("Who gives up while it is closed comes back when it is open, not at once")
  func back() {
    #expect(
      SmallWorld.mistakes(Self.rounds, Self.surgery("waits_while: \"rounds\", gave_up: \"surgery\""))
        .contains(
          "steps[surgery].gave_up: those who give up come back to this step without time passing"))
    let again = "next: \"after\" }, { id: \"again\", ends_during: \"rounds\", next: \"surgery\""
    #expect(
      SmallWorld.mistakes(
        Self.rounds, Self.surgery("waits_while: \"rounds\", gave_up: \"again\"", next: again)) == "")
  }

  @Test("A trip ends when it arrives")
  func trip() {
    let move = MoveRuleTests.trip(MoveRuleTests.good, beside: "ends_during: \"rounds\", ")
    #expect(SmallWorld.mistakes(Self.rounds, move).contains("steps[after].ends_during"))
  }
}
