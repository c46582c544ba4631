import Testing

/// Each rule of the mechanisms of units, waiting, stocks and disruptions by a text that breaks it and the exact sentence.
struct MechanismRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let from: String
    let to: String
    let report: String

    init(_ from: String, _ to: String, _ report: String, file: String = "model.json5") {
      (self.file, self.from, self.to, self.report) = (file, from, to, report)
    }

    var testDescription: String { to }
  }

  static let intensive = "{ id: \"intensive\", unit: \"icu\","
  static let surgery = "{ id: \"surgery\", unit: \"theatre\","
  static let pulse = "pulse: { patients: 10, from_hours: 0, over_hours: 6 }"
  static let deaths = "id: \"deaths\", quantity: \"deaths\""
  static let blood = "stocks: [{ id: \"blood\", title: \"Blood\", level: 9, source: \"s\" }],"

  static func start(_ keys: String) -> String {
    "present_at_start: [{ id: \"there\", \(keys), source: \"s\" }], fleets: ["
  }

  static let right: [Case] = [
    Case("fleets: [", start("class: \"acute\", step: \"bed\", share_of_places: 0.8"), ""),
    Case(
      "fleets: [",
      start(
        "class: \"t1\", step: \"after\", patients: 3, facilities: [\"visby\"], remaining: { law: \"constant\", value_hours: 9 }"
      ), ""),
    Case(intensive, "\(intensive) when_full: \"refuse\", refused: \"dead\",", ""),
    Case(intensive, "\(intensive) patience: { law: \"exponential\", mean_hours: 4 }, gave_up: \"home\",", ""),
    Case(surgery, "\(surgery) patience: { law: \"constant\", value_hours: 4 },", ""),
    Case(
      "id: \"icu\", title: \"ICU\",",
      "id: \"icu\", title: \"ICU\", turnaround: { law: \"constant\", value_hours: 1, source: \"s\" }, preemption: \"resume\",",
      ""),
    Case(
      deaths,
      "id: \"deaths\", quantity: \"deaths-at\", at_hours: 5, classes: [\"t1\", \"acute\"], region: \"09\"", ""
    ),
    Case("fleets: [", "\(blood) fleets: [", ""),
    Case(
      deaths,
      "id: \"deaths\", quantity: \"mean-wait-hours\", unit: \"icu\", step: \"intensive\", class: \"t1\"", ""),
    Case(
      "priority: 2,",
      "priority: 2, worsening: { class: \"elective\", after: { law: \"exponential\", mean_hours: 9 } },", ""),
    Case(pulse, "\(pulse), group_size: { law: \"constant\", value_patients: 3 }", ""),
    Case(
      pulse,
      "appointments: [{ weekdays: [\"mon\"], at: \"08:00\", patients: 8, over_hours: 4 }, { at: \"23:30\", patients: 1 }], from_days: 1",
      ""),
  ]

  static let wrong: [Case] = [
    Case(
      "fleets: [", start("class: \"acute\", step: \"bad\", patients: 3"),
      "model.json5:46:59: present_at_start[there].step: there is no step 'bad'; did you mean 'bed'?"),
    Case(
      "fleets: [", start("class: \"acute\", step: \"bed\""),
      "model.json5:46:22: present_at_start[there]: write one of patients, patients_column, share_of_places or share_of_places_column"
    ),
    Case(
      "fleets: [", start("class: \"acute\", step: \"bed\", patients: 3, share_of_places: 0.5"),
      "model.json5:46:96: present_at_start[there].share_of_places: patients is given already; keep one of the two"
    ),
    Case(
      "fleets: [", start("class: \"acute\", step: \"intensive\", patients: 3"),
      "model.json5:46:59: present_at_start[there].step: 3 patients would begin in icu of facility visby, which has 2 places"
    ),
    Case(
      "fleets: [", start("class: \"t1\", step: \"after\", share_of_places: 0.5"),
      "model.json5:46:82: present_at_start[there].share_of_places: this step has no unit, and so no places: write patients"
    ),
    Case(
      "fleets: [", start("class: \"acute\", step: \"bed\", patients: 3, facilities: [\"lund\", \"lunt\"]"),
      "model.json5:46:91: present_at_start[there].facilities: there is no facility 'lunt'; did you mean 'lund'?"
    ),
    Case(
      intensive, "\(intensive) refused: \"dead\",",
      "model.json5:31:48: pathways[medical].steps[intensive].refused: nobody is turned away here: write when_full: \"refuse\" too"
    ),
    Case(
      intensive, "\(intensive) when_full: \"refuse\", refused: \"intensive\",",
      "model.json5:31:69: pathways[medical].steps[intensive].refused: those who are turned away come back to this step without time passing"
    ),
    Case(
      intensive, "\(intensive) when_full: \"block\",",
      "model.json5:31:50: pathways[medical].steps[intensive].when_full: unknown when_full 'block'; known: queue, refuse"
    ),
    Case(
      "{ id: \"after\",", "{ id: \"after\", patience: { law: \"constant\", value_hours: 4 },",
      "model.json5:35:32: pathways[surgical].steps[after].patience: this needs a unit: the step has none"),
    Case(
      intensive, "\(intensive) gave_up: \"home\",",
      "model.json5:31:48: pathways[medical].steps[intensive].gave_up: nobody gives up here: write patience or waits_while too"
    ),
    Case(
      intensive, "\(intensive) patience: { law: \"constant\", value_hours: 4 }, gave_up: \"bedd\",",
      "model.json5:31:95: pathways[medical].steps[intensive].gave_up: there is no step or exit 'bedd'; did you mean 'bed'?"
    ),
    Case(
      surgery, "\(surgery) together: [\"icuu\"],",
      "model.json5:34:51: pathways[surgical].steps[surgery].together: there is no unit kind 'icuu'; did you mean 'icu'?"
    ),
    Case(
      surgery, "\(surgery) together: [\"theatre\", \"theatre\"],",
      "model.json5:34:51: pathways[surgical].steps[surgery].together: facility lund has 2 places of theatre, and 3 are taken: nobody could ever begin"
    ),
    Case(
      "{ id: \"bed\", unit: \"ward\",", "{ id: \"bed\", unit: \"ward\", together: [\"theatre\"],",
      "model.json5:29:44: pathways[medical].steps[bed].together: facility visby has the unit and no theatre"),
    Case(
      "id: \"icu\", title: \"ICU\",", "id: \"icu\", title: \"ICU\", queue: \"credit\",",
      "model.json5:7:39: unit_kinds[icu].queue: a queue by credit needs credits: what those of each priority gain"
    ),
    Case(
      "id: \"icu\", title: \"ICU\",",
      "id: \"icu\", title: \"ICU\", credits: [{ per_hour: 1, source: \"s\" }], preemption: \"resume\",",
      "model.json5:7:41: unit_kinds[icu].credits: credits are of a queue by credit: write queue: \"credit\""),
    Case(
      "id: \"icu\", title: \"ICU\",",
      "id: \"icu\", title: \"ICU\", queue: \"credit\", credits: [{ per_hour: -1, source: \"s\" }], preemption: \"resume\",",
      """
      model.json5:7:71: unit_kinds[icu].credits[0].per_hour: per_hour is -1; it must be between 0 and 1000000
      model.json5:7:103: unit_kinds[icu].preemption: pushing out goes by priority, and this queue by credit: remove one of the two
      """),
    Case(
      "id: \"icu\", title: \"ICU\",", "id: \"icu\", title: \"ICU\", preemption: \"resume\", queue: \"fifo\",",
      "model.json5:7:44: unit_kinds[icu].preemption: a queue in order of arrival knows no priority: remove one of the two"
    ),
    Case(
      "id: \"icu\", title: \"ICU\",",
      "id: \"icu\", title: \"ICU\", turnaround: { law: \"constant\", value_hours: 1 },",
      "model.json5:7:76: unit_kinds[icu].turnaround.value_hours: value_hours has no source: add \"source\" to this object or \"value_hours_source\""
    ),
    Case(
      "priority: 2,",
      "priority: 2, worsening: { class: \"acute\", after: { law: \"exponential\", mean_hours: 9 } },",
      "model.json5:17:89: classes[acute].worsening.class: a patient cannot worsen to the class they are in"),
    Case(
      "priority: 2,",
      "priority: 2, worsening: { class: \"t1\", after: { law: \"exponential\", mean_hours: 9 } },",
      "model.json5:17:89: classes[acute].worsening.class: ordinary patients stay ordinary, and casualties casualties"
    ),
    Case(
      pulse, "expected_by_day_column: \"wave\"",
      "model.json5:44:31: inflows[group].expected_by_day_column: the model has no days"),
    Case(
      "profiles: [",
      "days: [{ id: 0, wave: 1, source: \"s\" }, { id: 2, wave: 3, source: \"s\" }], profiles: [",
      "model.json5:14:49: days[1].id: day 2 stands where day 1 must"),
    Case(
      "rate_per_week: 7,", "rate_per_week: 7, from_hours: 9, until_hours: 8,",
      "model.json5:40:109: inflows[list].until_hours: until must come after from"),
    Case(
      pulse, "\(pulse), from_hours: 3",
      "model.json5:44:74: inflows[group].from_hours: this is of a rate or of appointments; there are none here"
    ),
    Case(
      pulse, "appointments: []",
      "model.json5:44:21: inflows[group].appointments: the list is empty"),
    Case(
      pulse, "appointments: [{ weekdays: [\"mon\", \"fry\"], at: \"24:00\", patients: 8 }]",
      """
      model.json5:44:34: inflows[group].appointments[0].weekdays: unknown weekday 'fry'; did you mean 'fri'?
      model.json5:44:54: inflows[group].appointments[0].at: a day ends before 24:00: write 00:00 of the next day
      """),
    Case(
      pulse, "appointments: [{ at: \"8\", patients: 0, over_hours: 25 }]",
      """
      model.json5:44:28: inflows[group].appointments[0].at: '8' is not a time of day such as 07:45
      model.json5:44:43: inflows[group].appointments[0].patients: patients is 0; it must be a whole number from 1 to 10,000
      model.json5:44:58: inflows[group].appointments[0].over_hours: over_hours is 25; it must be between 0 and 24
      """),
    Case(
      pulse,
      "appointments: [{ at: \"08:00\", patients: 10000 }, { at: \"09:00\", patients: 10000 }]",
      "model.json5:44:21: inflows[group].appointments: an inflow has at most 100,000 appointments a week at each facility"
    ),
    Case(
      pulse, "appointments: [{ at: \"08:00\", patients: 1 }], profile: \"ed\"",
      "model.json5:44:62: inflows[group].profile: a profile shapes a rate; there is none here"),
    Case(
      "shape: 2", "shape: 2, ceiling: 0.5",
      "model.json5:24:118: classes[t1].death.ceiling: only the logistic family has a base and a ceiling: remove it"
    ),
    Case(
      "family: \"log-logistic\"", "family: \"logistic\", base: 0.6, ceiling: 0.5",
      "model.json5:24:56: classes[t1].death.ceiling: the ceiling must be above the base"),
    Case(
      deaths, "id: \"deaths\", quantity: \"mean-wait-hours\", unit: \"icu\", step: \"intensiv\"",
      "model.json5:57:69: measures[deaths].step: there is no step 'intensiv'; did you mean 'intensive'?"),
    Case(
      deaths, "id: \"deaths\", quantity: \"requests\", unit: \"icu\", step: \"after\"",
      "model.json5:57:62: measures[deaths].step: no step 'after' asks for icu"),
    Case(
      deaths, "id: \"deaths\", quantity: \"delay-probability\", unit: \"icu\"",
      "model.json5:57:5: measures[deaths]: places is missing"),
    Case(
      deaths, "id: \"deaths\", quantity: \"arrivals\", from_hours: 3, until_hours: 2",
      "model.json5:57:71: measures[deaths].until_hours: until must come after from"),
    Case(
      deaths, "id: \"deaths\", quantity: \"arrivals\", from_hours: 0, until_hours: 0",
      "model.json5:57:71: measures[deaths].until_hours: until must come after from"),
    Case(
      deaths, "id: \"deaths\", quantity: \"mean-queue\", unit: \"icu\", until_hours: 0",
      "model.json5:57:71: measures[deaths].until_hours: until must come after day 0"),
    Case(
      deaths, "id: \"deaths\", quantity: \"first-day-waiting\", unit: \"icu\", at_least: 1, from_hours: 2",
      "model.json5:57:78: measures[deaths].from_hours: unknown key 'from_hours'; known here: id, title, unit, at_least, region"
    ),
    Case(
      deaths, "id: \"deaths\", quantity: \"deaths\", places: 3",
      "model.json5:57:41: measures[deaths].places: unknown key 'places'; known here: id, title, class, classes, from_…, until_…, during, region"
    ),
    Case(
      deaths, "id: \"deaths\", quantity: \"mean-open-places\", unit: \"icu\", classes: [\"t1\"]",
      "model.json5:57:64: measures[deaths].classes: unknown key 'classes'; known here: id, title, unit, facility, from_…, until_…, during, region"
    ),
    Case(
      deaths, "id: \"deaths\", quantity: \"stock-used\"",
      "model.json5:57:5: measures[deaths]: stock is missing"),
    Case(
      "fleets: [", "stocks: [{ id: \"blood\", title: \"Blood\", source: \"s\" }], fleets: [",
      "model.json5:46:12: stocks[blood]: write level or level_column"),
    Case(
      intensive, "\(intensive) uses: [{ stock: \"blod\", amount: 3 }],",
      "model.json5:31:55: pathways[medical].steps[intensive].uses[0].stock: there is no stock 'blod'; there is none at all"
    ),
    Case(
      "casualty_factor: 2,",
      "disruptions: [{ id: \"hit\", lost_share: 0.5, source: \"s\" }], casualty_factor: 2,",
      "scenarios/high.json5:2:17: disruptions[hit]: write occasions_per_day or at, or both",
      file: "high.json5"),
    Case(
      "casualty_factor: 2,",
      "disruptions: [{ id: \"hit\", at: [{ day: 1, facility: \"lunt\" }], lost_share: 1.5, source: \"s\" }], casualty_factor: 2,",
      "scenarios/high.json5:2:55: disruptions[hit].at[0].facility: there is no facility 'lunt'; did you mean 'lund'?\nscenarios/high.json5:2:78: disruptions[hit].lost_share: lost_share is 1.5; it must be between 0 and 1",
      file: "high.json5"),
    Case(
      "casualty_factor: 2,",
      "disruptions: [{ id: \"strike\", at: [{ day: 1, facility: \"lund\" }], lost_share: 1, source: \"s\" }], casualty_factor: 2,",
      "scenarios/high.json5:2:23: disruptions[strike].id: the name 'strike@12' is taken: two origins of patients would share their draws",
      file: "high.json5"),
    Case(
      "casualty_factor: 2,",
      "deliveries: [{ stock: \"blood\", from_day: 2, until_day: 1, factor: 0, source: \"s\" }], casualty_factor: 2,",
      "scenarios/high.json5:2:25: deliveries[0].stock: there is no stock 'blood'; there is none at all\nscenarios/high.json5:2:58: deliveries[0].until_day: until_day is 1; it must come after from_day, 2",
      file: "high.json5"),
  ]

  @Test("what the format documents is read", arguments: right)
  func isRight(_ right: Case) {
    #expect(SmallWorld.mistakes((right.file, right.from, right.to)) == "")
  }

  @Test("each rule names its place and what to do", arguments: wrong)
  func isWrong(_ wrong: Case) {
    #expect(SmallWorld.mistakes((wrong.file, wrong.from, wrong.to)) == wrong.report)
  }
}
