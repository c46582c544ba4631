import Testing

/// Each rule of what an experiment sets by a text that breaks it and the exact sentence.
struct ExperimentSetRuleTests {
  @Test("a path begins with a document")
  func aPathBeginsWithADocument() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "\"model.regions[12].icu_share\"", "\"regions[12].icu_share\""))
          == """
          experiment.json5:10:10: set.regions[12].icu_share: the path begins with 'model', 'scenario' or 'arms'
          """)
  }

  @Test("a path leads to a row")
  func aPathLeadsToARow() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "regions[12]", "regions[21]"))
          == """
          experiment.json5:10:10: set.model.regions[21].icu_share: there is no '21'; did you mean '12'?
          """)
  }

  @Test("a path leads to a column")
  func aPathLeadsToAColumn() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "regions[12].icu_share", "regions[12].icu_shares"))
          == """
          experiment.json5:10:10: set.model.regions[12].icu_shares: there is no 'icu_shares' in '[12]'; did you mean 'icu_share'?
          """)
  }

  @Test("a path leads to a key")
  func aPathLeadsToAKey() {
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "\"model.regions[12].icu_share\": { value: 0.25",
          "\"model.classes[acute].priorty\": { value: 3"
        ))
          == """
          experiment.json5:10:10: set.model.classes[acute].priorty: there is no 'priorty' in 'classes[acute]'; did you mean 'priority'?
          """)
  }

  @Test("a key that is set is known to the format")
  func aKeyThatIsSetIsKnownToTheFormat() {
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "\"model.regions[12].icu_share\": { value: 0.25",
          "\"model.classes[acute].colour\": { value: 3"
        ))
          == """
          experiment.json5:10:50: classes[acute].colour: unknown key 'colour'; known here: id, title, origin, pathway, priority, planned, can_wait, evacuable, niss_minimum, niss_maximum, death, postponement, …
          """)
  }

  @Test("a path leads to an element")
  func aPathLeadsToAnElement() {
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "\"model.regions[12].icu_share\": { value: 0.25",
          "\"model.classes[actue].priority\": { value: 3"
        ))
          == """
          experiment.json5:10:10: set.model.classes[actue].priority: there is no 'actue' in 'classes'; did you mean 'acute'?
          """)
  }

  @Test("a value that is set is in its range")
  func aValueThatIsSetIsInItsRange() {
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "\"model.regions[12].icu_share\": { value: 0.25",
          "\"model.classes[acute].priority\": { value: 9"
        ))
          == """
          experiment.json5:10:52: classes[acute].priority: priority is 9; it must be a whole number from 0 to 7
          """)
  }

  @Test("a cell that is set is in its range")
  func aCellThatIsSetIsInItsRange() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "staffed_beds\": { value: 25", "staffed_beds\": { value: 26"))
          == """
          units.csv:2:14: units[lund/ward].physical_beds: there are 25 physical places and 26 staffed ones: write all places that exist (with casualty_factor = 1, beds = many)
          """)
  }

  @Test("a change has a source")
  func aChangeHasASource() {
    #expect(
      SmallWorld.mistakes(
        ("experiment.json5", "value: 3, source: \"what if\"", "value: 3"))
          == """
          experiment.json5:14:53: factors[casualty_factor].levels[3].set.scenario.casualty_factor: source is missing
          """)
  }

  @Test("an empty source of a change is told once, not again for every document it changes")
  func aSourceIsToldOnce() {
    let mistakes = SmallWorld.mistakes(
      ("experiment.json5", "{ value: 25, source: \"what if\" }", "{ value: 25, source: \"\" }"))
    #expect(
      mistakes
        == """
        experiment.json5:17:88: factors[beds].levels[many].set.model.units[lund/ward].staffed_beds.source: the source is empty: name where the number is from, or say "assumption: …"
        """)
  }

  @Test("what has the name of the model and is none is not suggested")
  func noSuggestionOfItself() {
    let mistakes = SmallWorld.mistakes(("experiment.json5", "Models/small\"", "Models\""))
    #expect(mistakes == "experiment.json5:2:10: model: there is no model 'Models' in .")
  }
}
