import Testing

/// Each rule by a text that breaks it and the exact sentence.
struct FlowsRuleTests {
  @Test("shares of classes sum to one")
  func sharesOfClassesSumToOne() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "class: \"elective\", share: 1", "class: \"elective\", share: 0.9"))
        == "model.json5:40:28: inflows[list].classes: the shares sum to 0.9, not to 1")
  }

  @Test("a class is there")
  func aClassIsThere() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "class: \"elective\", share: 1", "class: \"electiv\", share: 1"))
          == """
          model.json5:40:38: inflows[list].classes[0].class: there is no class 'electiv'; did you mean 'elective'?
          """)
  }

  @Test("an inflow has one process")
  func anInflowHasOneProcess() {
    #expect(
      SmallWorld.mistakes(
        (
          "model.json5", "rate_per_week: 7",
          "rate_per_week: 7, pulse: { patients: 10, from_hours: 0, over_hours: 6 }"
        ))
          == """
          model.json5:40:88: inflows[list].pulse: rate_per_week is given already; keep one of the two
          """)
  }

  @Test("an inflow has a process")
  func anInflowHasAProcess() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "rate_per_week: 7, ", ""))
          == """
          model.json5:40:5: inflows[list]: write one of rate_per_day, rate_per_day_column, gaps, pulse, appointments, expected_by_day_column or observed_by_day_column
          """)
  }

  @Test("an inflow is at facilities there are")
  func anInflowIsAtFacilitiesThereAre() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "facilities: [\"lund\"]", "facilities: [\"lundd\"]"))
          == """
          model.json5:40:93: inflows[list].facilities: there is no facility 'lundd'; did you mean 'lund'?
          """)
  }

  @Test("a profile is there")
  func aProfileIsThere() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "profile: \"ed\"", "profile: \"ee\""))
          == """
          model.json5:38:106: inflows[ed].profile: there is no profile 'ee'; did you mean 'ed'?
          """)
  }

  @Test("a profile shapes a rate")
  func aProfileShapesARate() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "gaps: {", "profile: \"ed\", gaps: {"))
          == """
          model.json5:42:16: inflows[gaps].profile: a profile shapes a rate; there is none here
          """)
  }

  @Test("a gap is above 0")
  func aGapIsAbove0() {
    #expect(
      SmallWorld.mistakes(
        (
          "model.json5", "law: \"normal\", mean_hours: 17.91, sd_hours: 3.16",
          "law: \"constant\", value_hours: 0"
        ))
        == "model.json5:42:13: inflows[gaps].gaps: the mean gap must be above 0")
  }

  @Test("two origins of one name share draws")
  func twoOriginsOfOneNameShareDraws() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "id: \"list\"", "id: \"ed\""))
        == "model.json5:40:11: inflows[ed].id: the id 'ed' is already used on line 38")
  }

  @Test("two origins that hash alike share draws")
  func twoOriginsThatHashAlikeShareDraws() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "id: \"gaps\"", "id: \"costarring\""),
        ("model.json5", "id: \"group\"", "id: \"liquid\""))
          == """
          model.json5:43:11: inflows[liquid].id: 'liquid@visby' and 'costarring@visby' hash alike, so that two origins of patients would share their draws: rename one
          """)
  }

  @Test("a fleet has vehicles")
  func aFleetHasVehicles() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "vehicles: 2, ", ""))
        == "model.json5:49:5: fleets[plane]: write vehicles or vehicles_column")
  }

  @Test("a national fleet has a number of vehicles")
  func aNationalFleetHasANumberOfVehicles() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "vehicles: 2", "vehicles_column: \"ambulances\""))
          == """
          model.json5:49:67: fleets[plane].vehicles_column: a national fleet stands at one desk: write vehicles
          """)
  }

  @Test("vehicles are not negative")
  func vehiclesAreNotNegative() {
    #expect(
      SmallWorld.mistakes(
        ("regions.csv", "1.2,2,SCB", "1.2,-2,SCB"))
          == """
          regions.csv:3:32: ambulances: ambulances is -2; fleets[ambulance].vehicles_column needs it to be between 0 and 100000
          """)
  }

  @Test("a measure of a unit names it")
  func aMeasureOfAUnitNamesIt() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "quantity: \"mean-wait-hours\", unit: \"ward\", ", "quantity: \"mean-wait-hours\", "))
        == "model.json5:55:5: measures[ward_wait_hours]: unit is missing")
  }

  @Test(
    "a measure has no name that trials.csv has for something else",
    arguments: ["arrivals_patients", "icu_occupancy_share", "plane_trips", "replication", "events"])
  func measureNamesAreTheirOwn(_ name: String) {
    #expect(
      SmallWorld.mistakes(("model.json5", "id: \"icu_at_noon\"", "id: \"\(name)\""))
        == "model.json5:56:11: measures[\(name)].id: trials.csv has a column '\(name)' of its own: name the measure otherwise"
    )
  }

  @Test("a measure of the network names no unit")
  func aMeasureOfTheNetworkNamesNoUnit() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "quantity: \"deaths\"", "quantity: \"deaths\", unit: \"ward\""))
          == """
          model.json5:57:41: measures[deaths].unit: unknown key 'unit'; known here: id, title, class, classes, from_…, until_…, during, region
          """)
  }

  @Test("occupied-at has a time")
  func occupiedatHasATime() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", ", at_hours: 12", ""))
        == "model.json5:56:5: measures[icu_at_noon]: at is missing: write at_minutes, at_hours or at_days")
  }

  @Test("only occupied-at has a time")
  func onlyOccupiedatHasATime() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "quantity: \"deaths\"", "quantity: \"deaths\", at_hours: 3"))
          == """
          model.json5:57:41: measures[deaths].at_hours: unknown key 'at_hours'; known here: id, title, class, classes, from_…, until_…, during, region
          """)
  }

  @Test("a measure of one facility is of a unit there, and of no region")
  func measureOfAFacility() {
    func mistakes(_ keys: String) -> String {
      SmallWorld.mistakes(
        (
          "model.json5", "quantity: \"occupied-at\", unit: \"icu\", at_hours: 12",
          "quantity: \"mean-occupied\", unit: \"theatre\", \(keys)"
        ))
    }
    let place = "model.json5:56:80: measures[icu_at_noon]"
    #expect(mistakes("facility: \"lund\"") == "")
    #expect(mistakes("facility: \"visby\"") == "\(place).facility: the facility has no such unit")
    #expect(
      mistakes("facility: \"lunt\"")
        == "\(place).facility: there is no facility 'lunt'; did you mean 'lund'?")
    #expect(
      mistakes("facility: \"lund\", class: \"t1\", region: \"12\"")
        == "model.json5:56:109: measures[icu_at_noon].region: the facility is in one region: remove region")
  }

  @Test("a way out is one of those that leave alive, and a limit of waits has a time")
  func waysOutAndLimits() {
    func mistakes(_ keys: String) -> String {
      SmallWorld.mistakes(
        ("model.json5", "quantity: \"occupied-at\", unit: \"icu\", at_hours: 12", keys))
    }
    #expect(mistakes("quantity: \"left\", exit: \"municipal-care\", classes: [\"acute\", \"t1\"]") == "")
    #expect(mistakes("quantity: \"waited-over-share\", unit: \"icu\", over_minutes: 90") == "")
    #expect(mistakes("quantity: \"first-day-waiting\", unit: \"icu\", at_least: 0.5, region: \"12\"") == "")
    #expect(mistakes("quantity: \"mean-present\", class: \"t1\"") == "")
    #expect(mistakes("quantity: \"quantile-wait-hours\", unit: \"icu\", quantile: 0.9, class: \"t1\"") == "")
    #expect(mistakes("quantity: \"quantile-hours-in-system\", quantile: 0.5, region: \"12\"") == "")
    #expect(mistakes("quantity: \"quantile-vehicle-wait-hours\", fleet: \"plane\", quantile: 0.95") == "")
    #expect(
      mistakes("quantity: \"quantile-stay-hours\", unit: \"icu\", quantile: 90")
        == "model.json5:56:82: measures[icu_at_noon].quantile: quantile is 90; it must be between 0 and 1"
    )
    #expect(
      mistakes("quantity: \"quantile-stay-hours\", unit: \"icu\"")
        == "model.json5:56:5: measures[icu_at_noon]: quantile is missing")
    #expect(
      mistakes("quantity: \"left\", exit: \"dead\"")
        == "model.json5:56:50: measures[icu_at_noon].exit: unknown exit 'dead'; known: home, municipal-care, return-to-duty, evacuated, refused, gave-up"
    )
    #expect(
      mistakes("quantity: \"waited-over-share\", unit: \"icu\"")
        == "model.json5:56:5: measures[icu_at_noon]: over is missing: write over_minutes, over_hours or over_days"
    )
    #expect(
      mistakes("quantity: \"first-day-waiting\", unit: \"icu\", at_least: 0")
        == "model.json5:56:80: measures[icu_at_noon].at_least: at_least is 0; it must be more than 0")
  }

  @Test("a share of time is of a unit, and of a whole number of 1 or more")
  func timeShares() {
    func mistakes(_ keys: String) -> String {
      SmallWorld.mistakes(
        ("model.json5", "quantity: \"occupied-at\", unit: \"icu\", at_hours: 12", "quantity: \"\(keys)"))
    }
    let place = "model.json5:56"
    for (word, column) in [("time-share-occupied", 82), ("time-share-waiting", 81)] {
      #expect(mistakes("\(word)\", unit: \"icu\"") == "")
      #expect(mistakes("\(word)\", unit: \"icu\", at_least: 3, region: \"12\"") == "")
      #expect(mistakes("\(word)\", unit: \"theatre\", at_least: 1, facility: \"lund\"") == "")
      for (number, mistake) in [
        ("0", "at_least is 0; it must be a whole number from 1 to 1,000,000"),
        ("1.5", "at_least is 1.5; it must be a whole number"),
        ("1000001", "at_least is 1000001; it must be a whole number from 1 to 1,000,000"),
        ("\"all\"", "expected a number, found a text"),
      ] {
        #expect(
          mistakes("\(word)\", unit: \"icu\", at_least: \(number)")
            == "\(place):\(column): measures[icu_at_noon].at_least: \(mistake)")
      }
      #expect(
        mistakes("\(word)\", at_least: 3") == "\(place):5: measures[icu_at_noon]: unit is missing")
      #expect(
        mistakes("\(word)\", unit: \"icu\", class: \"t1\"")
          == "\(place):\(column - 10): measures[icu_at_noon].class: unknown key 'class'; known here: id, title, unit, at_least, facility, from_…, until_…, during, region"
      )
      #expect(
        mistakes("\(word)\", unit: \"theatre\", facility: \"visby\"")
          == "\(place):\(column + 4): measures[icu_at_noon].facility: the facility has no such unit")
      #expect(
        mistakes("\(word)\", unit: \"theatre\", facility: \"lund\", region: \"12\"")
          == "\(place):\(column + 20): measures[icu_at_noon].region: the facility is in one region: remove region"
      )
    }
    #expect(
      mistakes("mean-queue\", unit: \"icu\", at_least: 3")
        == "\(place):63: measures[icu_at_noon].at_least: unknown key 'at_least'; known here: id, title, unit, facility, class, classes, from_…, until_…, during, region"
    )
  }

  @Test("a measure is a column name")
  func aMeasureIsAColumnName() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "id: \"ward_wait_hours\"", "id: \"Ward wait\""))
          == """
          model.json5:55:11: measures[Ward wait].id: 'Ward wait' is not a column name: use lower-case words joined by underscores
          """)
  }

  @Test("a situation has an interval")
  func aSituationHasAnInterval() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "interval_hours: 12", "interval_seconds: 0"))
          == """
          model.json5:53:34: situation.interval_seconds: interval_seconds is 0; it must be 60 or more and at most 142 years
          """)
  }
}
