import Testing

/// Each rule by a text that breaks it and the exact sentence.
struct ScenarioRuleTests {
  @Test("a scenario is named like its file")
  func aScenarioIsNamedLikeItsFile() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "id: \"high\"", "id: \"hihg\""))
        == "scenarios/high.json5:1:7: id: the id 'hihg' is not the name of its file")
  }

  @Test("a region is there")
  func aRegionIsThere() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "region: \"12\", share: 1", "region: \"21\", share: 1"))
          == """
          scenarios/high.json5:6:74: streams[military].phases[0].regions[0].region: there is no region '21'; did you mean '12'?
          """)
  }

  @Test("shares of regions sum to one")
  func sharesOfRegionsSumToOne() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "region: \"09\", share: 0.5", "region: \"09\", share: 0.4"))
          == """
          scenarios/high.json5:8:18: streams[military].phases[1].regions: the shares sum to 0.9, not to 1
          """)
  }

  @Test("a region is in a list once")
  func aRegionIsInAListOnce() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "region: \"09\", share: 0.5", "region: \"12\", share: 0.5"))
          == """
          scenarios/high.json5:8:59: streams[military].phases[1].regions[1].region: '12' is in the list already
          """)
  }

  @Test("phases do not overlap")
  func phasesDoNotOverlap() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "from_day: 5", "from_day: 4"))
          == """
          scenarios/high.json5:7:19: streams[military].phases[1].from_day: this phase begins before the one before it ends, on day 5
          """)
  }

  @Test("a phase ends after it begins")
  func aPhaseEndsAfterItBegins() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "until_day: 5", "until_day: 0"))
          == """
          scenarios/high.json5:6:33: streams[military].phases[0].until_day: until_day is 0; it must come after from_day, 0
          """)
  }

  @Test("a phase has one rate")
  func aPhaseHasOneRate() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "mean_per_day: 30", "mean_per_day: 30, mean_per_day_until: 3"))
          == """
          scenarios/high.json5:6:74: streams[military].phases[0].mean_per_day_until: mean_per_day is given already; keep one of the two
          """)
  }

  @Test("a phase has a rate")
  func aPhaseHasARate() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "mean_per_day: 30, ", ""))
          == """
          scenarios/high.json5:6:7: streams[military].phases[0]: write mean_per_day, or mean_per_day_from with mean_per_day_until
          """)
  }

  @Test("a rate is at most 100,000 a day")
  func aRateIsAtMost100000ADay() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "mean_per_day: 30", "mean_per_day: 100001"))
          == """
          scenarios/high.json5:6:50: streams[military].phases[0].mean_per_day: mean_per_day is 100001; it must be between 0 and 100000
          """)
  }

  @Test("a delay is not negative")
  func aDelayIsNotNegative() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "median_hours: 3", "median_hours: -3"))
          == """
          scenarios/high.json5:9:46: streams[military].delay.median_hours: median_hours is -3; it must be more than 0 and at most 142 years
          """)
  }

  @Test("a variation has its coefficient")
  func aVariationHasItsCoefficient() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", ", cv: 0.5", ""))
        == "scenarios/high.json5:4:16: streams[military].variation: cv is missing")
  }

  @Test("a variation is a known law")
  func aVariationIsAKnownLaw() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "law: \"lognormal\", cv: 0.5", "law: \"normal\", cv: 0.5"))
          == """
          scenarios/high.json5:4:23: streams[military].variation.law: unknown law 'normal'; known: none, lognormal, gamma, exponential, scaled
          """)
  }

  @Test("a column of weights is there")
  func aColumnOfWeightsIsThere() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "\"visits_per_day\"", "\"visit_per_day\""))
          == """
          scenarios/high.json5:9:77: streams[military].entry_column: there is no column 'visit_per_day'; did you mean 'visits_per_day'?
          """)
  }

  @Test("events have a rate or days")
  func eventsHaveARateOrDays() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "events_per_day: 0.3, from_day: 0, until_day: 30,", ""),
        ("high.json5", "regions: [{ region: \"09\", share: 1 }], at: [{ day: 3.5, region: \"12\" }],", ""))
        == "scenarios/high.json5:10:13: events[strike]: write events_per_day or at, or both")
  }

  @Test("events at random have days and regions")
  func eventsAtRandomHaveDaysAndRegions() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "from_day: 0, until_day: 30,\n    regions: [{ region: \"09\", share: 1 }], at", "at"))
          == """
          scenarios/high.json5:10:13: events[strike]: events at random need from_day
          scenarios/high.json5:10:13: events[strike]: events at random need regions
          scenarios/high.json5:10:13: events[strike]: events at random need until_day
          """)
  }

  @Test("days of random events need a rate")
  func daysOfRandomEventsNeedARate() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "events_per_day: 0.3, ", ""))
          == """
          scenarios/high.json5:10:77: events[strike].from_day: this is of events at random; there is no events_per_day
          scenarios/high.json5:10:91: events[strike].until_day: this is of events at random; there is no events_per_day
          scenarios/high.json5:11:14: events[strike].regions: this is of events at random; there is no events_per_day
          """)
  }

  @Test("an event is of at most 100,000 on average")
  func anEventIsOfAtMost100000OnAverage() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "mean_patients: 60", "mean_patients: 100001"))
          == """
          scenarios/high.json5:12:11: events[strike].size: the mean is 100,001 patients; it must be at most 100,000
          """)
  }

  @Test("the size of an event has a mean")
  func theSizeOfAnEventHasAMean() {
    #expect(
      SmallWorld.mistakes(
        (
          "high.json5", "law: \"lognormal\", mean_patients: 60, cv: 1",
          "law: \"log-logistic\", median_patients: 60, shape: 1"
        ))
        == "scenarios/high.json5:12:11: events[strike].size: this law has no finite mean")
  }

  @Test("a stream and an inflow do not share draws")
  func aStreamAndAnInflowDoNotShareDraws() {
    #expect(
      SmallWorld.mistakes(
        ("high.json5", "id: \"strike\"", "id: \"military\""))
          == """
          scenarios/high.json5:10:19: events[military].id: the name 'military' is taken: two origins of patients would share their draws
          """)
  }
}
