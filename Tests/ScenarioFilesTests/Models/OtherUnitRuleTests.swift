import Testing

/// Rules of `or_units` by texts that break them and the exact sentences.
struct OtherUnitRuleTests {
  private static func after(_ keys: String) -> String {
    SmallWorld.mistakes(
      ("model.json5", "{ id: \"after\", stay: \"long\"", "{ id: \"after\", stay: \"long\", \(keys)"))
  }

  private static let path = "pathways[surgical].steps[after]"

  @Test("Another unit of a facility that has both is read, with the wait from which on it will do")
  func correct() {
    #expect(Self.after("unit: \"ward\", or_units: [\"icu\"]") == "")
    #expect(Self.after("unit: \"ward\", or_units: [\"icu\"], or_units_after_hours: 6") == "")
  }

  @Test(
    "Each rule names its place and what to do",
    arguments: [
      ("or_units: [\"icu\"]", "\(path).or_units: this needs a unit: the step has none"),
      (
        "unit: \"ward\", or_units: [\"icuu\"]",
        "\(path).or_units: there is no unit kind 'icuu'; did you mean 'icu'?"
      ),
      (
        "unit: \"ward\", or_units: [\"ward\"]",
        "\(path).or_units: the unit itself is asked first anyway: remove it"
      ),
      ("unit: \"ward\", or_units: [\"icu\", \"icu\"]", "\(path).or_units: a kind is in the list twice"),
      (
        "unit: \"ward\", when_full: \"refuse\", or_units: [\"icu\"], or_units_after_hours: 6",
        "\(path).or_units_after_hours: nobody waits so long where a full unit turns away: remove it"
      ),
      (
        "unit: \"ward\", or_units_after_hours: 6",
        "\(path).or_units_after_hours: no other unit will do here: write or_units too"
      ),
      (
        "unit: \"ward\", together: [\"icu\"], or_units: [\"icu\"]",
        "\(path).or_units: 'icu' is taken together with the unit: another must do"
      ),
      (
        "unit: \"ward\", or_units: [\"icu\"], or_units_after_hours: -1",
        "\(path).or_units_after_hours: "
      ),
    ])
  func rules(keys: String, sentence: String) {
    #expect(Self.after(keys).contains(sentence), "\(Self.after(keys))")
  }
}
