import Testing

/// Each rule by a text that breaks it and the exact sentence.
struct PathwaysRuleTests {
  @Test("a unit kind is there")
  func aUnitKindIsThere() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "unit: \"theatre\"", "unit: \"theater\""))
          == """
          model.json5:34:30: pathways[surgical].steps[surgery].unit: there is no unit kind 'theater'; did you mean 'theatre'?
          """)
  }

  @Test("some facility has the unit")
  func someFacilityHasTheUnit() {
    #expect(
      SmallWorld.mistakes(
        ("units.csv", "lund,theatre,2,,SIR\n", ""))
          == """
          model.json5:34:30: pathways[surgical].steps[surgery].unit: no facility has a unit of this kind
          """)
  }

  @Test("a stay law is there")
  func aStayLawIsThere() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "stay: \"long\", discharge", "stay: \"lng\", discharge"))
          == """
          model.json5:35:28: pathways[surgical].steps[after].stay: there is no stay law 'lng'; did you mean 'long'?
          """)
    // Also in a model that has none.
    let laws =
      "stay_laws: { \"long\": { law: \"lognormal\", median_days: 9, sigma: 1, source: \"derived: s\" } },"
    #expect(
      SmallWorld.mistakes(("model.json5", laws, "")).contains(
        "pathways[surgical].steps[after].stay: there is no stay law 'long'; there is none at all"))
  }

  @Test("a way leads to a step or an exit")
  func aWayLeadsToAStepOrAnExit() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "next: \"after\"", "next: \"aftr\""))
          == """
          model.json5:34:90: pathways[surgical].steps[surgery].next: there is no step or exit 'aftr'; did you mean 'after'?
          """)
  }

  @Test("shares sum to one")
  func sharesSumToOne() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "to: \"dead\", share: 0.5", "to: \"dead\", share: 0.4"))
          == """
          model.json5:32:33: pathways[medical].steps[intensive].next: the shares sum to 0.9, not to 1
          """)
  }

  @Test("shares leave a rest")
  func sharesLeaveARest() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "{ to: \"dead\", share: 0.5 }", "{ to: \"dead\", share: 0.6 }, { to: \"home\" }"))
          == """
          model.json5:32:33: pathways[medical].steps[intensive].next: the shares sum to 1.1, which leaves no rest
          """)
  }

  @Test("one branch takes the rest")
  func oneBranchTakesTheRest() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "{ to: \"dead\", share: 0.5 }", "{ to: \"dead\" }, { to: \"home\" }"))
          == """
          model.json5:32:77: pathways[medical].steps[intensive].next[2]: only one branch may omit its share: it takes the rest
          """)
  }

  @Test("a column of shares is there")
  func aColumnOfSharesIsThere() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "icu_share", "icu_sharee"))
          == """
          model.json5:30:49: pathways[medical].steps[bed].next[0].share_column: there is no column 'icu_sharee'; did you mean 'icu_share'?
          """)
  }

  @Test("a column of shares has shares")
  func aColumnOfSharesHasShares() {
    #expect(
      SmallWorld.mistakes(
        ("regions.csv", "Östra,0.1", "Östra,1.1"))
          == """
          model.json5:30:15: pathways[medical].steps[bed].next: at facility visby the shares sum to 1.1, which leaves no rest
          regions.csv:3:24: icu_share: icu_share is 1.1; pathways[medical].steps[bed].next[0].share_column needs it to be between 0 and 1
          """)
  }

  @Test("shares sum to at most one at every place")
  func sharesSumToAtMostOneAtEveryPlace() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "{ to: \"home\" }", "{ to: \"home\", share: 0.9 }"))
          == """
          model.json5:30:15: pathways[medical].steps[bed].next: at facility lund the shares sum to 1.15, not to 1
          """)
  }

  @Test("a column has a number where it is used")
  func aColumnHasANumberWhereItIsUsed() {
    #expect(
      SmallWorld.mistakes(
        ("regions.csv", "Östra,0.1,1.2", "Östra,0.1,"))
          == """
          model.json5:29:68: pathways[medical].steps[bed].stay_factor_column: neither facility visby nor its region has a number in column 'stay_factor'
          """)
  }

  @Test("a share is given once")
  func aShareIsGivenOnce() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "share_column: \"icu_share\"", "share_column: \"icu_share\", share: 0.1"))
          == """
          model.json5:30:49: pathways[medical].steps[bed].next[0].share_column: share is given already; keep one of the two
          """)
  }

  @Test("every step is reached")
  func everyStepIsReached() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "next: \"after\"", "next: \"home\""))
        == "model.json5:35:13: pathways[surgical].steps[after].id: no way leads to this step")
  }

  @Test("every step leads out")
  func everyStepLeadsOut() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "discharge_ready: true", "next: \"after\""))
          == """
          model.json5:34:13: pathways[surgical].steps[surgery].id: no way leads from this step out of care: patients would stay for ever
          model.json5:35:13: pathways[surgical].steps[after].id: no way leads from this step out of care: patients would stay for ever
          """)
  }

  @Test("a step is not named like an exit")
  func aStepIsNotNamedLikeAnExit() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "{ id: \"after\"", "{ id: \"home\""),
        ("model.json5", "next: \"after\"", "next: \"home\""))
          == """
          model.json5:35:13: pathways[surgical].steps[home].id: 'home' is a way out of the network: name the step otherwise
          """)
  }

  @Test("a hazard of waiting needs a unit")
  func aHazardOfWaitingNeedsAUnit() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "unit: \"icu\", stay", "stay"))
          == """
          model.json5:31:90: pathways[medical].steps[intensive].wait_death_per_day: this needs a unit: the step has none
          """)
  }

  @Test("a factor of the stay needs a stay")
  func aFactorOfTheStayNeedsAStay() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "stay: \"long\", stay_factor", "stay_factor"))
          == """
          model.json5:29:54: pathways[medical].steps[bed].stay_factor_column: this needs a stay: the step has none
          """)
  }

  @Test("step ids are unique")
  func stepIdsAreUnique() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "{ id: \"after\"", "{ id: \"surgery\""),
        ("model.json5", "next: \"after\"", "next: \"home\""))
          == """
          model.json5:35:13: pathways[surgical].steps[surgery].id: the id 'surgery' is already used on line 34
          """)
  }

  @Test("draws of two steps are not shared")
  func drawsOfTwoStepsAreNotShared() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "\"after\"", "\"s461889\""),
        ("model.json5", "\"surgery\"", "\"s1021956\""))
          == """
          model.json5:35:13: pathways[surgical].steps[s461889].id: 'surgical.s461889.stay' and 'surgical.s1021956.stay' hash alike, so that two kinds of draw would share their draws: rename one
          """)
  }
}
