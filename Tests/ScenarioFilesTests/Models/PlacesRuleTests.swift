import Testing

/// Each rule by a text that breaks it and the exact sentence.
struct PlacesRuleTests {
  @Test("a model has no source of its own")
  func aModelHasNoSourceOfItsOwn() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "note: \"For tests.\"", "source: \"all\""))
          == """
          model.json5:3:11: source: a model as a whole has no source: write it nearer to the numbers
          """)
  }

  @Test("day 0 is at midnight")
  func day0IsAtMidnight() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "T00:00:00+01:00", "T08:00:00+01:00"))
        == "model.json5:4:19: time.origin: day 0 begins at 00:00 local time, not at 08:00")
  }

  @Test("day 0 has an offset")
  func day0HasAnOffset() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "T00:00:00+01:00", "T00:00:00"))
          == """
          model.json5:4:19: time.origin: '2027-01-04T00:00:00' lacks its offset from UTC, such as +01:00
          """)
  }

  @Test("day 0 is a day of the calendar")
  func day0IsADayOfTheCalendar() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "2027-01-04", "2027-02-29"))
        == "model.json5:4:19: time.origin: there is no such day as 2027-02-29")
  }

  @Test("day 0 is a time")
  func day0IsATime() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "2027-01-04T00:00:00+01:00", "4 January 2027"))
          == """
          model.json5:4:19: time.origin: '4 January 2027' is not a time such as 2027-01-04T00:00:00+01:00
          """)
  }

  @Test("the run-in is whole days")
  func theRuninIsWholeDays() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "run_in_days: 2", "run_in_hours: 36"))
        == "model.json5:4:62: time.run_in_hours: the run-in must be a whole number of days")
  }

  @Test("the run-in is not negative")
  func theRuninIsNotNegative() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "run_in_days: 2", "run_in_days: -1"))
          == """
          model.json5:4:61: time.run_in_days: run_in_days is -1; it must be 0 or more and at most 142 years
          """)
  }

  @Test("intensive care is a hospital bed")
  func intensiveCareIsAHospitalBed() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "hospital_bed: true, intensive_care", "hospital_bed: false, intensive_care"))
          == """
          model.json5:7:69: unit_kinds[icu].intensive_care: intensive care is a hospital bed too: set hospital_bed to true
          """)
  }

  @Test("hours are times of day")
  func hoursAreTimesOfDay() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "\"07:45\"", "\"7:45\""))
          == """
          model.json5:9:48: unit_kinds[theatre].hours.from: '7:45' is not a time of day such as 07:45
          """)
  }

  @Test("closing is not at opening")
  func closingIsAfterOpening() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "\"07:45\"", "\"16:30\""))
          == """
          model.json5:9:64: unit_kinds[theatre].hours.until: this is when it begins: for a whole day write from 00:00 until 24:00
          """)
  }

  @Test("weekdays are words")
  func weekdaysAreWords() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "\"tue\"", "\"tues\""))
          == """
          model.json5:9:26: unit_kinds[theatre].hours.weekdays: unknown weekday 'tues'; did you mean 'tue'?
          """)
  }

  @Test("a region has a hospital")
  func aRegionHasAHospital() {
    #expect(
      SmallWorld.mistakes(
        ("regions.csv", "09,Gotland", "10,Blekinge,1,Södra,0.1,1,1,SCB,\n09,Gotland"))
        == "regions.csv:3:1: regions[10].id: region 10 Blekinge has no hospital")
  }

  @Test("a facility has units")
  func aFacilityHasUnits() {
    #expect(
      SmallWorld.mistakes(
        ("units.csv", "visby,ward,4,4,SIR\nvisby,icu,2,,SIR", ""))
        == "facilities.csv:3:1: facilities[visby].id: facility visby has no units")
  }

  @Test("a facility is in a region there is")
  func aFacilityIsInARegionThereIs() {
    #expect(
      SmallWorld.mistakes(
        ("facilities.csv", "Visby,09", "Visby,90"))
          == """
          facilities.csv:3:13: facilities[visby].region: there is no region '90'; did you mean '09'?
          """)
  }

  @Test("physical places are at least the staffed ones")
  func physicalPlacesAreAtLeastTheStaffedOnes() {
    #expect(
      SmallWorld.mistakes(
        ("units.csv", "20,25", "20,15"))
          == """
          units.csv:2:14: units[lund/ward].physical_beds: there are 15 physical places and 20 staffed ones: write all places that exist
          units.csv:2:14: units[lund/ward].physical_beds: there are 15 physical places and 25 staffed ones: write all places that exist (with casualty_factor = 1, beds = many)
          """)
  }

  @Test("beds are at most a million")
  func bedsAreAtMostAMillion() {
    #expect(
      SmallWorld.mistakes(
        ("units.csv", "20,25", "20,1000001"))
          == """
          units.csv:2:14: units[lund/ward].physical_beds: physical_beds is 1000001; it must be a whole number from 0 to 1,000,000
          """)
  }

  @Test("a unit is at a facility there is")
  func aUnitIsAtAFacilityThereIs() {
    #expect(
      SmallWorld.mistakes(
        ("units.csv", "lund,icu", "lnd,icu"))
          == """
          units.csv:3:1: units[lnd/icu].facility: there is no facility 'lnd'; did you mean 'lund'?
          """)
  }

  @Test("a unit is of a kind there is")
  func aUnitIsOfAKindThereIs() {
    #expect(
      SmallWorld.mistakes(
        ("units.csv", "lund,icu", "lund,icuu"))
          == """
          units.csv:3:6: units[lund/icuu].kind: there is no unit kind 'icuu'; did you mean 'icu'?
          """)
  }

  @Test("a facility has one unit of a kind")
  func aFacilityHasOneUnitOfAKind() {
    #expect(
      SmallWorld.mistakes(
        ("units.csv", "lund,icu", "lund,ward"))
          == """
          units.csv:3:6: units[lund/ward].kind: this facility has such a unit already, on line 2
          """)
  }

  @Test("ids are unique in a table")
  func idsAreUniqueInATable() {
    #expect(
      SmallWorld.mistakes(
        ("regions.csv", "09,Gotland", "12,Gotland"))
          == """
          regions.csv:3:1: regions[12].id: the id '12' is already used on line 2
          """)
  }

  @Test("a parameter is not a slip in a known column")
  func aParameterIsNotASlipInAKnownColumn() {
    #expect(
      SmallWorld.mistakes(
        ("facilities.csv", "latitude_degrees", "latitud_degrees"))
          == """
          facilities.csv:1:16: facilities.latitud_degrees: unknown column 'latitud_degrees'; did you mean 'latitude_degrees'?
          """)
  }

  @Test("a facility to which fleets go by distance says where it lies, with both its coordinates")
  func aFacilityLiesSomewhere() {
    #expect(
      SmallWorld.mistakes(("facilities.csv", "visby,Visby,09,57.6,18.3,", "visby,Visby,09,,,"))
        == """
        facilities.csv:3:1: facilities[visby].id: other facilities have a latitude and a longitude, and fleets go by them: give them here too, or travel_times
        """)
    #expect(
      SmallWorld.mistakes(("facilities.csv", "visby,Visby,09,57.6,18.3,", "visby,Visby,09,57.6,,"))
        == """
        facilities.csv:3:16: facilities[visby].latitude_degrees: the longitude is missing: give both or neither
        """)
    // Also where no facility has both.
    #expect(
      SmallWorld.mistakes(
        ("facilities.csv", "lund,Lund,12,55.7,13.2,", "lund,Lund,12,,13.2,"),
        ("facilities.csv", "visby,Visby,09,57.6,18.3,", "visby,Visby,09,,18.3,"))
          == """
          facilities.csv:2:15: facilities[lund].longitude_degrees: the latitude is missing: give both or neither
          facilities.csv:3:17: facilities[visby].longitude_degrees: the latitude is missing: give both or neither
          """)
  }

  @Test("a number in a table has a source")
  func aNumberInATableHasASource() {
    #expect(
      SmallWorld.mistakes(
        ("units.csv", "visby,icu,2,,SIR", "visby,icu,2,,"))
          == """
          units.csv:6:11: units[visby/icu].staffed_beds: staffed_beds has no source here and the source cell is empty: fill it in
          """)
  }

  @Test("a list of regions is not empty")
  func aListOfRegionsIsNotEmpty() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "regions: \"regions.csv\"", "regions: []"))
          == """
          model.json5:11:12: regions: the model has no regions
          """)
  }

  @Test("a profile has a positive sum")
  func aProfileHasAPositiveSum() {
    #expect(
      SmallWorld.mistakes(
        (
          "model.json5", "[1,1,1,1,1,1,1,1,2,2,2,2,2,2,2,2,1,1,1,1,1,1,1,1]",
          "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]"
        ))
        == "model.json5:14:33: profiles[ed].hours: all rates are 0")
  }

  @Test("a profile is not negative")
  func aProfileIsNotNegative() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "[1,1,1,1,1,1,1,1,2", "[-1,1,1,1,1,1,1,1,2"))
          == """
          model.json5:14:34: profiles[ed].hours[0]: number 1 is -1; it must be between 0 and 1000000
          """)
  }

  @Test(
    "a region's id and name can stand in tables and on the command line",
    arguments: [
      (
        "09,Gotland", "*,Gotland",
        "3:1: regions[*].id: '*' stands for all regions together in tables: choose another id"
      ),
      (
        "09,Gotland", "\"0,9\",Gotland",
        "3:1: regions[0,9].id: a comma parts the regions of --region: choose an id without one"
      ),
      (
        "09,Gotland", "=1+1,Gotland",
        "3:1: regions[=1+1].id: a spreadsheet takes '=1+1' for a formula: begin with a letter or a digit"
      ),
      (
        "09,Gotland", "09,@Gotland",
        "3:4: regions[09].name: a spreadsheet takes '@Gotland' for a formula: begin with a letter or a digit"
      ),
      (
        "09,Gotland", "09,\"Got\nland\"",
        "3:4: regions[09].name: a name is one line of text, without tabs"
      ),
      (
        "09,Gotland", "09,\(String(repeating: "Gotland ", count: 26))",
        "3:4: regions[09].name: the name has 207 characters; expected 1 to 200"
      ),
      (
        "09,Gotland", "09,Skåne", "3:4: regions[09].name: region 12 has this name already: tell the two apart"
      ),
    ])
  func regionsCanBeNamed(from: String, to: String, sentence: String) {
    #expect(SmallWorld.mistakes(("regions.csv", from, to)).contains("regions.csv:\(sentence)"))
  }

  @Test(
    "what cannot be seen stands in no text and in no source",
    arguments: [
      ("regions.csv", "Östra", "Öst\u{200B}ra", "regions.csv:3:18: regions[09].civil_area", "200B"),
      (
        "regions.csv", "61000,Östra,0.1,1.2,2,SCB", "61000,Östra,0.1,1.2,2,S\u{FEFF}CB",
        "regions.csv:3:34: regions[09]", "FEFF"
      ),
      ("facilities.csv", "a guess", "a\u{AD} guess", "facilities.csv:2:47: facilities[lund]", "AD"),
      (
        "model.json5", "run_in_days: 2, source: \"s\"", "run_in_days: 2, source: \"s\u{202E}\"",
        "model.json5:4:72: time.source", "202E"
      ),
      (
        "model.json5", "run_in_days: 2, source: \"s\"", "run_in_days: 2, source: \"\\u200b\"",
        "model.json5:4:72: time.source", "200B"
      ),
    ])
  func unseen(file: String, from: String, to: String, place: String, code: String) {
    #expect(
      SmallWorld.mistakes((file, from, to))
        == "\(place): the text has a character that cannot be seen, U+\(code): remove it")
  }

  @Test("a road network has no character that cannot be seen")
  func unseenRoadNetwork() {
    #expect(
      SmallWorld.mistakes(
        ("regions.csv", "civil_area", "road_network"), ("regions.csv", "Södra", "mainland"),
        ("regions.csv", "Östra", "mainland\u{200B}")
      )
      .contains("road_network: the text has a character that cannot be seen, U+200B: remove it"))
  }

  @Test("zeros that a spreadsheet took away are told as such")
  func zeros() {
    #expect(
      SmallWorld.mistakes(("regions.csv", "09,Gotland", "9,Gotland")).hasPrefix(
        "facilities.csv:3:13: facilities[visby].region: there is no region '09', there is '9'; where a spreadsheet took zeros away, format the column as text"
      ))
  }
}
