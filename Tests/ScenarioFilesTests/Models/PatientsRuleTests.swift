import Testing

/// Each rule by a text that breaks it and the exact sentence.
struct PatientsRuleTests {
  @Test("a class has a pathway there is")
  func aClassHasAPathwayThereIs() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "pathway: \"medical\"", "pathway: \"medicl\""))
          == """
          model.json5:17:45: classes[acute].pathway: there is no pathway 'medicl'; did you mean 'medical'?
          """)
  }

  @Test("ids are unique in a list")
  func idsAreUniqueInAList() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "{ id: \"t1\"", "{ id: \"acute\""))
          == """
          model.json5:22:11: classes[acute].id: the id 'acute' is already used on line 17
          """)
  }

  @Test("a priority is from 0 to 7")
  func aPriorityIsFrom0To7() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "priority: 2", "priority: 8"))
          == """
          model.json5:17:66: classes[acute].priority: priority is 8; it must be a whole number from 0 to 7
          """)
  }

  @Test("only planned patients can wait")
  func onlyPlannedPatientsCanWait() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "planned: true, can_wait", "planned: false, can_wait"))
          == """
          model.json5:18:102: classes[elective].can_wait: only planned patients can be postponed: set planned to true
          model.json5:19:21: classes[elective].postponement: only planned patients are postponed: set planned to true, or remove this
          """)
  }

  @Test("only planned patients are postponed")
  func onlyPlannedPatientsArePostponed() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "planned: true, can_wait: true", "planned: false"))
          == """
          model.json5:19:21: classes[elective].postponement: only planned patients are postponed: set planned to true, or remove this
          """)
  }

  @Test("a postponed patient turns acute in a class that is not planned")
  func aPostponedPatientTurnsAcuteInAClassThatIsNotPlanned() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "emergency_class: \"acute\"", "emergency_class: \"elective\""))
          == """
          model.json5:19:40: classes[elective].postponement.emergency_class: a patient who turns acute cannot join a planned class
          """)
  }

  @Test("the first band begins at 0")
  func theFirstBandBeginsAt0() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "from_days: 0", "from_days: 7"))
          == """
          model.json5:20:22: classes[elective].postponement.bands[0].from_days: the first band begins at 0
          """)
  }

  @Test("bands are in order")
  func bandsAreInOrder() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "from_days: 90", "from_days: 0"))
          == """
          model.json5:21:22: classes[elective].postponement.bands[1].from_days: each band begins after the one before it
          """)
  }

  @Test("scores are in order")
  func scoresAreInOrder() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "niss_minimum: 25", "niss_minimum: 60"))
          == """
          model.json5:23:39: classes[t1].niss_maximum: niss_maximum is 50, less than niss_minimum, 60
          """)
  }

  @Test("scores are at most 75")
  func scoresAreAtMost75() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "niss_maximum: 50", "niss_maximum: 76"))
          == """
          model.json5:23:39: classes[t1].niss_maximum: niss_maximum is 76; it must be a whole number from 0 to 75
          """)
  }

  @Test("scores come in pairs")
  func scoresComeInPairs() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "niss_maximum: 50,", ""))
        == "model.json5:23:21: classes[t1].niss_minimum: niss_maximum is missing beside it")
  }

  @Test("a median by score needs a score")
  func aMedianByScoreNeedsAScore() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "niss_minimum: 25", "niss_minimum: 0"))
          == """
          model.json5:24:63: classes[t1].death.median_factor_minutes: the median follows the score: give niss_minimum of 1 or more
          """)
  }

  @Test("a median is given once")
  func aMedianIsGivenOnce() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "median_factor_minutes: 43500", "median_hours: 2, median_factor_minutes: 43500"))
          == """
          model.json5:24:80: classes[t1].death.median_factor_minutes: median_hours is given already; keep one of the two
          """)
  }

  @Test("a law of death has a median")
  func aLawOfDeathHasAMedian() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "median_factor_minutes: 43500, median_niss_exponent: -1.95, ", ""))
          == """
          model.json5:24:14: classes[t1].death: write median_minutes, or median_factor_minutes with median_niss_exponent
          """)
  }

  @Test("an exponential has no shape")
  func anExponentialHasNoShape() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "\"log-logistic\"", "\"exponential\""))
          == """
          model.json5:24:105: classes[t1].death.shape: the exponential has no shape: remove it
          """)
  }

  @Test("other families have a shape")
  func otherFamiliesHaveAShape() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", ", shape: 2", ""))
        == "model.json5:24:14: classes[t1].death: shape is missing")
  }
}
