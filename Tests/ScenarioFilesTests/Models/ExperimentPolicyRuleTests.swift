import Testing

/// Each rule of the policies of arms by a text that breaks it and the exact sentence.
struct ExperimentPolicyRuleTests {
  @Test("no-wait is built in")
  func nowaitIsBuiltIn() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "id: \"postpone\", title", "id: \"no-wait\", title"))
          == """
          experiment.json5:6:11: arms[no-wait].id: no-wait is the built-in arm: set no_wait to true, and name this one otherwise
          """)
  }

  @Test("a decision is known")
  func aDecisionIsKnown() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "transfer: \"none\"", "transfers: \"none\""))
          == """
          experiment.json5:8:9: arms[postpone].policies.transfers: unknown key 'transfers'; did you mean 'transfer'?
          """)
  }

  @Test("a policy is in the catalogue")
  func aPolicyIsInTheCatalogue() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "transfer: \"none\"", "transfer: \"nothing\""))
          == """
          experiment.json5:8:19: arms[postpone].policies.transfer: unknown transfer policy 'nothing'; known: none, balance-occupancy
          """)
  }

  @Test("a policy with parameters is in the catalogue")
  func aPolicyWithParametersIsInTheCatalogue() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "\"postpone-by-priority\"", "\"postpone-by-priorty\""))
          == """
          experiment.json5:7:26: arms[postpone].policies.admission.id: unknown admission policy 'postpone-by-priorty'; did you mean 'postpone-by-priority'?
          """)
  }

  @Test("a parameter is of the policy")
  func aParameterIsOfThePolicy() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "ward_postpone_above_share", "ward_postpone_above_shar"))
          == """
          experiment.json5:7:76: arms[postpone].policies.admission.ward_postpone_above_shar: unknown parameter 'ward_postpone_above_shar'; did you mean 'ward_postpone_above_share'?
          """)
  }

  @Test("a parameter is in its range")
  func aParameterIsInItsRange() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "ward_postpone_above_share: 0.9", "ward_postpone_above_share: 900"))
          == """
          experiment.json5:7:77: arms[postpone].policies.admission.ward_postpone_above_share: ward_postpone_above_share is 900; it must be between 0 and 10
          """)
  }

  @Test("a parameter that counts things is a whole number")
  func aCountIsWhole() {
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "transfer: \"none\"",
          "evacuation: { id: \"cadence-flights\", other_seats: 6.7, source: \"what if\" }"
        ))
          == """
          experiment.json5:8:59: arms[postpone].policies.evacuation.other_seats: other_seats is 6.7; it must be a whole number
          """)
  }

  @Test("a parameter has a source")
  func aParameterHasASource() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", ", source: \"assumption: ours\"", ""))
          == """
          experiment.json5:7:77: arms[postpone].policies.admission.ward_postpone_above_share: ward_postpone_above_share has no source: add "source" to this object or "ward_postpone_above_share_source"
          """)
  }

  @Test("a policy is a text or an object", arguments: ["null", "3"])
  func aPolicyIsATextOrAnObject(value: String) {
    let found = value == "null" ? "null" : "a number"
    #expect(
      SmallWorld.mistakes(("experiment.json5", "transfer: \"none\"", "transfer: \(value)"))
        == "experiment.json5:8:19: arms[postpone].policies.transfer: expected a text or an object, found \(found)"
    )
  }

  @Test("a threshold that ends what another begins does not lie beyond it")
  func thresholdsAreInOrder() {
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "ward_postpone_above_share: 0.9,",
          "ward_postpone_above_share: 0.5, ward_resume_below_share: 2,"
        ))
          == """
          experiment.json5:7:107: arms[postpone].policies.admission.ward_resume_below_share: ward_resume_below_share is 2; it must be at most ward_postpone_above_share, which is 0.5
          """)
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "transfer: \"none\"",
          "surge: { id: \"threshold-levels\", raise_at_share: 0.2, lower_below_share: 5, source: \"s\" }"
        )
      ).contains("lower_below_share is 5; it must be at most raise_at_share, which is 0.2"))
    // Of the two only the one that is given can be wrong.
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "transfer: \"none\"",
          "surge: { id: \"threshold-levels\", lower_below_share: 5, source: \"s\" }"
        )
      ).contains(
        "lower_below_share is 5; it must be at most raise_at_share, which is 0.95 where it is not given"))
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "transfer: \"none\"",
          "surge: { id: \"threshold-levels\", raise_at_share: 0.2, source: \"s\" }"
        )) == "")
  }
}
