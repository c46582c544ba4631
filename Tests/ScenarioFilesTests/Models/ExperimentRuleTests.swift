import Testing

/// Each rule by a text that breaks it and the exact sentence.
struct ExperimentRuleTests {
  @Test("there is an arm")
  func thereIsAnArm() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "title: \"As today\" }", "title: \"As today\" }"),
        ("experiment.json5", "arms: [", "arms: [], xarms: ["))
          == """
          experiment.json5:4:9: arms: the list is empty
          experiment.json5:4:13: xarms: unknown key 'xarms'; did you mean 'arms'?
          """)
  }

  @Test("antithetic replications are an even number")
  func antitheticReplicationsAreEven() {
    #expect(
      SmallWorld.mistakes(("experiment.json5", "no_wait: true", "no_wait: true, antithetic: true"))
        == """
        experiment.json5:2:73: replications: must be even, because antithetic replications come in pairs
        """)
  }

  @Test("an expectation is of an arm that is run: the one without queues where it is asked for")
  func expectationOfNoWait() {
    let change = ("experiment.json5", "measure: \"deaths\", ", "measure: \"deaths\", arm: \"no-wait\", ")
    #expect(SmallWorld.mistakes(change) == "")
    #expect(
      SmallWorld.mistakes(change, ("experiment.json5", "no_wait: true", "no_wait: false"))
        == """
        experiment.json5:19:45: expectations[0].arm: there is no arm 'no-wait'; known: baseline, postpone
        """)
  }

  @Test(
    "levels change no list of what tables tell of, nor what a measure means",
    arguments: [
      ("model.unit_kinds[icu].when_full", "\"refuse\"", "icu_casualty_wait_restricted_mean_hours"),
      ("model.fleets", "[]", "ambulance_away_share"), ("model.measures", "[]", "ward_wait_hours"),
      ("model.measures[ward_wait_hours].quantity", "\"mean-stay-hours\"", "ward_wait_hours"),
    ])
  func sameTables(path: String, value: String, name: String) {
    let change = (
      "experiment.json5", "\"model.units[lund/ward].staffed_beds\": { value: 25",
      "\"\(path)\": { value: \(value)"
    )
    #expect(
      SmallWorld.mistakes(
        change, ("experiment.json5", "measure: \"deaths\"", "measure: \"arrivals_patients\""))
        == "experiment.json5:17:28: factors[beds].levels[many].set.\(path): levels differ in what tables tell of "
        + "('\(name)'): regions, kinds of unit and which of them queue, stocks and which of them age, fleets, "
        + "and measures are the same at all levels")
  }

  @Test("arms are unique")
  func armsAreUnique() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "id: \"postpone\", title", "id: \"baseline\", title"))
          == """
          experiment.json5:6:11: arms[baseline].id: the id 'baseline' is already used on line 5
          """)
  }

  @Test("a level that does not hold with another is reported")
  func aLevelThatDoesNotHoldWithAnotherIsReported() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "staffed_beds\": { value: 25", "staffed_beds\": { value: \"x\""))
          == """
          experiment.json5:17:76: units[lund/ward].staffed_beds: expected a number, found 'x' (with casualty_factor = 1, beds = many)
          """)
  }

  @Test("a factor has levels")
  func aFactorHasLevels() {
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5",
          "{ id: \"few\" },\n      { id: \"many\", set: { \"model.units[lund/ward].staffed_beds\": { value: 25, source: \"what if\" } } }",
          ""
        ),
        ("experiment.json5", ", at: { beds: \"few\" }", ""))
        == "experiment.json5:15:42: factors[beds].levels: the list is empty")
  }

  @Test("levels are unique")
  func levelsAreUnique() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "{ id: \"few\" }", "{ id: \"many\" }"),
        ("experiment.json5", "beds: \"few\"", "beds: \"many\""))
          == """
          experiment.json5:17:13: factors[beds].levels[many].id: the id 'many' is already used on line 16
          """)
  }

  @Test("the id of a level is a line of text that no spreadsheet takes for a formula, or a number")
  func aLevelIsACell() {
    func mistakes(_ id: String) -> String {
      SmallWorld.mistakes(
        ("experiment.json5", "{ id: \"few\" }", "{ id: \"\(id)\" }"),
        ("experiment.json5", ", at: { beds: \"few\" }", ""))
    }
    let place = "experiment.json5:16:13: factors[beds].levels[=1+1].id: "
    #expect(
      mistakes("=1+1") == place + "a spreadsheet takes '=1+1' for a formula: begin with a letter or a digit")
    #expect(mistakes("-0.5") == "")
    for id in [" few", "few ", "few\\nmany"] {
      #expect(mistakes(id).contains("the id of a level is one line of text, without blanks"), "\(id)")
    }
  }

  @Test("a factor is a column")
  func aFactorIsAColumn() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "id: \"beds\"", "id: \"arm\""),
        ("experiment.json5", "at: { beds", "at: { arm"))
          == """
          experiment.json5:15:11: factors[arm].id: trials.csv has a column 'arm' of its own: name the factor otherwise
          """)
  }

  @Test("a factor has no name that a measure has")
  func aFactorIsNoMeasure() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "id: \"beds\"", "id: \"icu_at_noon\""),
        ("experiment.json5", "at: { beds", "at: { icu_at_noon"))
          == """
          experiment.json5:15:11: factors[icu_at_noon].id: trials.csv has a column 'icu_at_noon' of its own: name the factor otherwise
          """)
  }

  @Test("what is shown is a measure that there is")
  func shownIsAMeasure() {
    #expect(SmallWorld.mistakes(("experiment.json5", "seed:", "show: [\"deaths\"], seed:")) == "")
    #expect(
      SmallWorld.mistakes(("experiment.json5", "seed:", "show: [\"deaths\", \"deths\"], seed:"))
        == "experiment.json5:2:56: show: there is no measure 'deths'; did you mean 'deaths'?")
  }

  @Test("an expectation is of a column that there is")
  func anExpectationIsOfAColumn() {
    #expect(
      SmallWorld.mistakes(("experiment.json5", "measure: \"deaths\"", "measure: \"death\""))
        == "experiment.json5:19:30: expectations[0].measure: there is no measure 'death'; did you mean 'deaths'?"
    )
    #expect(
      SmallWorld.mistakes(("experiment.json5", "measure: \"deaths\"", "measure: \"icu_occupancy_share\""))
        == "")
    // Beside another mistake of the experiment.
    let both = SmallWorld.mistakes(
      ("experiment.json5", "measure: \"deaths\"", "measure: \"death\""),
      ("experiment.json5", "standard_error: 0.1", "standard_error: -1"))
    #expect(both.contains("there is no measure 'death'") && both.contains("standard_error"))
  }

  @Test("two factors do not set one value")
  func twoFactorsDoNotSetOneValue() {
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "model.units[lund/ward].staffed_beds\": { value: 25",
          "scenario.casualty_factor\": { value: 25"
        ))
          == """
          experiment.json5:17:28: factors[beds].levels[many].set.scenario.casualty_factor: an earlier factor sets this value too
          """)
  }

  @Test("an expectation is at a level there is")
  func anExpectationIsAtALevelThereIs() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "beds: \"few\"", "beds: \"fewer\""))
          == """
          experiment.json5:19:88: expectations[0].at: there is no level of beds 'fewer'; did you mean 'few'?
          """)
  }

  @Test("an expectation is at a factor there is")
  func anExpectationIsAtAFactorThereIs() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "at: { beds", "at: { bed"))
          == """
          experiment.json5:19:88: expectations[0].at: there is no factor 'bed'; did you mean 'beds'?
          """)
  }

  @Test("an expectation has a tolerance or a standard error")
  func anExpectationHasOneMeasureOfCloseness() {
    #expect(
      SmallWorld.mistakes(("experiment.json5", "standard_error: 0.1", "tolerance: 0.1")) == "")
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "standard_error: 0.1", "standard_error: 0.1, tolerance: 0.1"))
          == """
          experiment.json5:19:66: expectations[0].standard_error: tolerance is given already; keep one of the two
          """)
  }

  @Test("a horizon is at least a day")
  func aHorizonIsAtLeastADay() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "horizon_days: 20", "horizon_hours: 20"))
          == """
          experiment.json5:2:91: horizon_hours: horizon_hours is 20; it must be 24 or more and at most 142 years
          """)
  }

  @Test("a run is shorter than the clock")
  func aRunIsShorterThanTheClock() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "horizon_days: 20", "horizon_days: 52000"),
        ("experiment.json5", "drain_days: 5", "drain_days: 200"),
        ("experiment.json5", "no_wait", "memory_limit_gigabytes: 1000, no_wait"))
          == """
          experiment.json5:2:90: horizon_days: run-in, horizon and drain make more than 142 years together
          """)
  }

  @Test("a run fits its memory")
  func aRunFitsItsMemory() {
    #expect(
      SmallWorld.mistakes(
        ("facilities.csv", "neurosurgery,20", "neurosurgery,2000000"))
          == """
          model.json5:38:79: inflows[ed].rate_per_day_column: a run of 27 days would bring 54,000,898 patients, most of them from here, and need up to 13.8 GB; the limit is 8 GB (with casualty_factor = 1, beds = few)
          """)
  }

  @Test("casualties count too")
  func casualtiesCountToo() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "no_wait", "memory_limit_gigabytes: 0.0001, no_wait"))
          == """
          scenarios/high.json5:10:13: events[strike]: a run of 27 days would bring 1,438 patients, most of them from here, and need up to 0.000579 GB; the limit is 0.0001 GB (with casualty_factor = 1, beds = few)
          """)
  }

  @Test("a scenario is there")
  func aScenarioIsThere() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "scenario: \"high\"", "scenario: \"hihg\""))
          == """
          experiment.json5:2:42: scenario: there is no scenario 'hihg' in scenarios; did you mean 'high'?
          """)
  }

  @Test("a model is there")
  func aModelIsThere() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "Models/small", "Models/smal"))
          == """
          experiment.json5:2:10: model: there is no model 'smal' in Models; did you mean 'small'?
          """)
  }

  @Test("a table is there")
  func aTableIsThere() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "\"units.csv\"", "\"unit.csv\""))
        == "model.json5:13:10: units: there is no table 'unit.csv' beside this file; did you mean 'units.csv'?"
    )
  }

  @Test(
    "a parameter that is no number is told as such",
    arguments: [
      ("\"0.9\"", "expected a number, found a text; remove the quotes"),
      ("true", "expected a number, found true or false; only id can be anything else"),
    ])
  func aParameterIsANumber(value: String, sentence: String) {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "ward_postpone_above_share: 0.9", "ward_postpone_above_share: \(value)"))
        == "experiment.json5:7:77: arms[postpone].policies.admission.ward_postpone_above_share: \(sentence)")
  }

  @Test(
    "a title is a line that can be seen",
    arguments: [
      ("\"   \"", "the text is empty"), ("\"A\\nB\"", "a title is one line of text, without tabs"),
      ("\"\(String(repeating: "å", count: 201))\"", "the title has 201 characters; expected 1 to 200"),
      ("\"A\\u200bB\"", "the text has a character that cannot be seen, U+200B: remove it"),
      ("\"A\\u001b[31m\"", "the text has a character that cannot be seen, U+1B: remove it"),
      ("\"A\\u202eB\"", "the text has a character that cannot be seen, U+202E: remove it"),
    ])
  func titles(title: String, sentence: String) {
    #expect(
      SmallWorld.mistakes(("experiment.json5", "title: \"Ask\"", "title: \(title)"))
        == "experiment.json5:1:21: title: \(sentence)")
  }

  @Test("a title may have 200 characters, and a question more")
  func longTexts() {
    let (long, longer) = (String(repeating: "å", count: 200), String(repeating: "ä", count: 201))
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "title: \"Ask\"", "title: \"\(long)\""),
        ("experiment.json5", "\"What?\"", "\"\(longer)\"")) == "")
  }
}
