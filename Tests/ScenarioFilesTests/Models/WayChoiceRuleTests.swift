import Testing

/// Each rule of `next_by` by a text that breaks it and the exact sentence.
struct WayChoiceRuleTests {
  private static func surgery(_ text: String) -> (String, String, String) {
    (
      "model.json5", "value_hours: 2 }, next: \"after\" },",
      "value_hours: 2 }, \(text) },\n{ id: \"ready\", unit: \"ward\", stay: \"long\" }, { id: \"watched\", unit: \"icu\", stay: \"long\", next: \"after\" },"
    )
  }

  @Test("lines are compared, also with conditions")
  func linesAreCompared() {
    #expect(
      SmallWorld.mistakes(
        Self.surgery("next_by: \"shortest-line\", next: [{ to: \"ready\" }, { to: \"watched\" }]")) == "")
    #expect(
      SmallWorld.mistakes(
        Self.surgery(
          "next_by: \"fewest-patients\", next: [{ to: \"ready\" }, { to: \"watched\", when: { classes: [\"t1\"] } }]"
        )) == "")
    // What stands for itself.
    #expect(
      SmallWorld.mistakes(
        Self.surgery(
          "next_by: \"shares\", next: [{ to: \"ready\", share: 0.5 }, { to: \"watched\" }]")) == "")
  }

  @Test("nothing is said of shares where the rule is mistyped")
  func mistyped() {
    let text = SmallWorld.mistakes(
      Self.surgery("next_by: \"shortest-lin\", next: [{ to: \"ready\" }, { to: \"watched\" }]"))
    #expect(text.contains("steps[surgery].next_by: "))
    #expect(text.split(separator: "\n").count == 1, "\(text)")
  }

  @Test("shares decide nothing then")
  func sharesDecideNothing() {
    #expect(
      SmallWorld.mistakes(
        Self.surgery("next_by: \"shortest-line\", next: [{ to: \"ready\", share: 0.5 }, { to: \"watched\" }]")
      ).contains(
        "next[0].share: no share decides where next_by is \"shortest-line\": remove it"))
  }

  @Test("there are ways to choose from, and each leads to a unit")
  func eachLeadsToAUnit() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "next: \"after\"", "next_by: \"shortest-line\", next: \"after\"")
      ).contains(
        "steps[surgery].next_by: there is nothing to choose: list the ways in next"))
    let text = SmallWorld.mistakes(
      Self.surgery(
        "next_by: \"shortest-line\", next: [{ to: \"ready\" }, { to: \"watched\" }, { to: \"home\" }, { to: \"after\" }]"
      ))
    for way in 2...3 {
      #expect(
        text.contains(
          "pathways[surgical].steps[surgery].next[\(way)].to: this leads to no step with a unit, whose line could be compared: lead to one, and branch to others in a step before"
        ))
    }
    #expect(text.split(separator: "\n").count == 2)
  }
}
