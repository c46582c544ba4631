import ScenarioFiles
import Testing

/// Each rule of `orders` by a text that breaks it and the exact sentence.
struct OrderRuleTests {
  private static let test =
    "{ id: \"test\", title: \"Test\", pathway: \"analysis\", priority: 2, source: \"s\" },\n{ id: \"acute\","

  /// Tests that `surgery` orders and `after` waits for; some of the text replaced.
  private static func mistakes(_ changes: (from: String, to: String)...) -> String {
    var analysis =
      "{ id: \"analysis\", source: \"s\", steps: [{ id: \"machine\", unit: \"theatre\", stay: \"long\" }] },\n{ id: \"medical\", source"
    var test = test
    var surgery = "value_hours: 2 }, orders: [\"test\"], next"
    var after = "stay: \"long\", awaits_orders: true, discharge"
    for change in changes {
      analysis = analysis.replacing(change.from, with: change.to)
      test = test.replacing(change.from, with: change.to)
      surgery = surgery.replacing(change.from, with: change.to)
      after = after.replacing(change.from, with: change.to)
    }
    return SmallWorld.mistakes(
      ("model.json5", "{ id: \"medical\", source", analysis), ("model.json5", "{ id: \"acute\",", test),
      ("model.json5", "value_hours: 2 }, next", surgery), ("model.json5", "stay: \"long\", discharge", after))
  }

  @Test("a step orders classes, and a later one waits for them")
  func ordersAndWaits() {
    #expect(Self.mistakes() == "")
    #expect(Self.mistakes(("orders: [\"test\"]", "orders: [\"test\", \"test\"]")) == "")
    // What is ordered need not be waited for.
    #expect(Self.mistakes(("awaits_orders: true, ", "")) == "")
  }

  @Test("a class that is ordered is there, and is nobody who dies, worsens or is planned")
  func isNobody() {
    #expect(
      Self.mistakes(("orders: [\"test\"]", "orders: [\"tst\"]")).hasSuffix(
        "steps[surgery].orders: there is no class 'tst'; did you mean 'test'?"))
    #expect(
      Self.mistakes(("orders: [\"test\"]", "orders: [\"t1\"]")).hasSuffix(
        "steps[surgery].orders: class 't1' has a law of death: what is ordered is no patient"))
    #expect(
      Self.mistakes(("orders: [\"test\"]", "orders: [\"elective\"]")).hasSuffix(
        "steps[surgery].orders: class 'elective' is planned: what is ordered is no patient"))
    #expect(
      Self.mistakes(("priority: 2, source: \"s\" },", "priority: 2, evacuable: true, source: \"s\" },"))
        .hasSuffix(
          "steps[surgery].orders: class 'test' is evacuable: what is ordered is no patient"))
  }

  @Test("its pathway has no bed, no trip, no death and no orders")
  func pathway() {
    let start = "steps[surgery].orders: class 'test' takes pathway 'analysis', on which step 'machine' "
    let end = ": what is ordered is no patient"
    #expect(
      Self.mistakes(("unit: \"theatre\", stay", "unit: \"ward\", stay")).hasSuffix(
        start + "is in a hospital bed" + end))
    #expect(
      Self.mistakes(("unit: \"theatre\", stay", "unit: \"theatre\", wait_death_per_day: 1, stay")).hasSuffix(
        start + "has a rate of dying" + end))
    #expect(
      Self.mistakes(("unit: \"theatre\", stay", "unit: \"theatre\", orders: [\"test\"], stay")).contains(
        start + "orders something itself" + end))
    #expect(
      Self.mistakes(("unit: \"theatre\", stay", "unit: \"theatre\", awaits_orders: true, stay")).hasSuffix(
        start + "waits for what was ordered" + end))
    #expect(
      Self.mistakes(("unit: \"theatre\", stay", "unit: \"theatre\", or_units: [\"ward\"], stay")).hasSuffix(
        start + "is in a hospital bed" + end))
    #expect(
      Self.mistakes(("unit: \"theatre\", stay", "unit: \"theatre\", next: \"dead\", stay")).hasSuffix(
        start + "leads to death" + end))
  }

  @Test("who waits for orders waits for something")
  func waitsForSomething() {
    #expect(
      Self.mistakes(("orders: [\"test\"], ", "")).hasSuffix(
        "steps[after].awaits_orders: no step of the model orders anything: write orders too"))
  }

  @Test("an order that nobody in a region can do is noted")
  func nobodyThere() throws {
    let analysis =
      "{ id: \"analysis\", source: \"s\", steps: [{ id: \"machine\", unit: \"theatre\", stay: \"long\" }] },"
    let files = SmallWorld.files([
      ("model.json5", "{ id: \"medical\", source", analysis + "{ id: \"medical\", source"),
      ("model.json5", "{ id: \"acute\",", Self.test),
      (
        "model.json5", "share_column: \"icu_share\" }, { to: \"home\" }] },",
        "share_column: \"icu_share\" }, { to: \"home\" }], orders: [\"test\"] },"
      ),
    ])
    #expect(
      try ExperimentReader.load("Experiments/ask", files: files).notes == [
        "what step bed of pathway medical orders, test, is done by nobody in region 09: there is no theatre"
      ])
  }

  @Test("who waits for results may come back by a share, not by a condition that could hold for ever")
  func roundAgain() {
    func back(_ way: String) -> String {
      Self.mistakes(
        (
          "stay: \"long\", awaits_orders: true, discharge",
          "orders: [\"test\"], awaits_orders: true, next: [{ to: \"after\", \(way) }, { to: \"home\" }], discharge"
        ))
    }
    #expect(back("share: 0.5") == "")
    #expect(
      back("when: { classes: [\"t1\"] }").hasSuffix(
        "steps[after].next: a way leads back to this step without time passing: give a step on it a stay"))
  }

  @Test("a trip orders nothing")
  func trip() {
    let move = MoveRuleTests.trip(MoveRuleTests.good, beside: "orders: [\"acute\"], ")
    #expect(SmallWorld.mistakes(move).contains("steps[after].orders"))
  }
}
