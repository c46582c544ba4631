import Testing

/// Each rule of `stay_by_state` by a text that breaks it and the exact sentence.
struct StayByStateRuleTests {
  private static func mistakes(_ text: String, stay: String = "stay: \"long\", ") -> String {
    SmallWorld.mistakes(
      ("model.json5", "stay: \"long\", discharge", stay + "stay_by_state: \(text), discharge"))
  }

  @Test("a stay follows the state of a unit, at the facility or in the region")
  func followsTheState() {
    let points = "points: [{ state: 0, factor: 1 }, { state: 5, factor: 0.5 }]"
    #expect(Self.mistakes("{ of: \"waiting\", unit: \"ward\", \(points) }") == "")
    #expect(Self.mistakes("{ of: \"occupancy\", unit: \"theatre\", where: \"region\", \(points) }") == "")
    #expect(
      Self.mistakes("{ of: \"waiting\", unit: \"ward\", \(points) }", stay: "").hasSuffix(
        "steps[after].stay_by_state: this needs a stay: the step has none"))
    #expect(
      Self.mistakes("{ of: \"waiting\", unit: \"wrd\", \(points) }").hasSuffix(
        "steps[after].stay_by_state.unit: there is no unit kind 'wrd'; did you mean 'ward'?"))
  }

  @Test("its points rise, and are not all 0")
  func points() {
    #expect(
      Self.mistakes(
        "{ of: \"waiting\", unit: \"ward\", points: [{ state: 5, factor: 1 }, { state: 5, factor: 2 }] }"
      ).hasSuffix(
        "stay_by_state.points[1].state: points go by rising state: this one does not come after the one before"
      ))
    #expect(
      Self.mistakes("{ of: \"waiting\", unit: \"ward\", points: [{ state: 5, factor: 0 }] }").hasSuffix(
        "stay_by_state.points: all factors are 0: remove stay instead"))
  }

  @Test("the units of its state are where the step is")
  func unitsAreThere() {
    #expect(
      SmallWorld.mistakes(
        (
          "model.json5", "stay: { law: \"exponential\", mean_days: 3 },",
          "stay: { law: \"exponential\", mean_days: 3 }, stay_by_state: { of: \"waiting\", unit: \"theatre\", points: [{ state: 0, factor: 1 }] },"
        )
      ).hasSuffix(
        "steps[intensive].stay_by_state.unit: facility visby has no theatre: write where: \"region\""
      ))
  }
}
