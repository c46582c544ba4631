import Testing

/// Each rule of who comes and what goes wrong by a text that breaks it and the exact sentence.
struct InflowRuleTests {
  typealias Case = MechanismRuleTests.Case

  static let profile = "{ id: \"ed\", hours:"

  static let list = "rate_per_week: 7,"
  static let ward =
    "rate_factor: { of: \"waiting\", unit: \"ward\", points: [{ state: 0, factor: 1 }, { state: 9, factor: 0.5 }] }"
  static let military =
    "{ id: \"military\", classes: [{ class: \"t1\", share: 0.4 }, { class: \"acute\", share: 0.6 }],"
  static let phases = """
    phases: [
          { from_day: 0, until_day: 5, mean_per_day: 30, regions: [{ region: "12", share: 1 }] },
          { from_day: 5, until_day: 10, mean_per_day_from: 30, mean_per_day_until: 0,
            regions: [{ region: "12", share: 0.5 }, { region: "09", share: 0.5 }] } ],
    """
  static let strike = "{ id: \"strike\", classes: [{ class: \"t1\", share: 1 }],"
  static let factorTwo = "casualty_factor: 2,"
  static let brigade =
    "forces: [{ id: \"brigade\", persons: 900, regions: [{ region: \"12\", share: 1 }], source: \"s\" }],"

  static let intensive = MechanismRuleTests.intensive
  static let fleets = "fleets: ["
  private static func stock(_ more: String) -> String {
    "stocks: [{ id: \"blood\", title: \"Blood\", level: 9, \(more) source: \"s\" }], fleets: ["
  }

  private static func scenario(_ from: String, _ to: String, _ report: String) -> Case {
    Case(from, to, report, file: "high.json5")
  }

  /// A profile of many alike rates before the other.
  private static func alike(_ count: Int) -> String {
    let rates = Array(repeating: "1", count: count).joined(separator: ", ")
    return "{ id: \"alike\", hours: [\(rates)], source: \"s\" }, \(profile)"
  }

  private static func noParts(_ count: Int) -> String {
    "profiles[alike].hours: \(count) rates are no equal parts of hours: write 24 of them, 48 for half hours, 96 for quarters, or 24 times another divisor of 60"
  }

  static let right: [Case] = [
    Case(profile, alike(48), ""), Case(profile, alike(1_440), ""),
    Case(list, "\(list) \(ward),", ""),
    Case(fleets, stock("delivered_per_day: 3, shelf_life_days: 42, normal_use_per_day: 2.5,"), ""),
    scenario(
      strike,
      "\(strike) killed_share: 0.3, disease_share: 0.1, disease_classes: [{ class: \"acute\", share: 1 }],",
      ""),
    scenario(factorTwo, "\(factorTwo) \(brigade)", ""),
    scenario(
      "law: \"lognormal\", cv: 0.5 }, source",
      "law: \"scaled\", of: { law: \"uniform\", minimum: 0, maximum: 2 } }, source", ""),
    scenario(
      factorTwo,
      "\(factorTwo) disruptions: [{ id: \"down\", cause: \"it\", at: [{ day: 1, facility: \"lund\" }], stay_factor: 1.3, turnaround_factor: 2, stops_reports: true, followed_by: { event: \"strike\", share: 0.7 }, source: \"s\" }],",
      ""),
    Case(
      "id: \"deaths\", quantity: \"deaths\"",
      "id: \"deaths\", quantity: \"lost-place-days\", cause: \"water\"", ""),
    Case(
      "id: \"deaths\", quantity: \"deaths\"",
      "id: \"deaths\", quantity: \"lost-place-days\", unit: \"icu\", region: \"12\"", ""),
    Case(
      "id: \"deaths\", quantity: \"deaths\"",
      "id: \"deaths\", quantity: \"displaced\", unit: \"icu\", cause: \"hit\"", ""),
    Case(
      "id: \"deaths\", quantity: \"deaths\"",
      "id: \"deaths\", quantity: \"force-present-at\", at_days: 5, happening: \"brigade\", region: \"12\"", ""
    ),

    Case(
      profile,
      "{ id: \"ed\", months: [1,1,1,1,1,1,2,2,1,1,1,1], weekdays: [1,1,1,1,1,0.5,0.5], holidays: [\"2027-01-06\"], holidays_as: \"sat\", hours:",
      ""),
  ]

  static let wrong: [Case] = [
    // What is no object is told, and not that there is nothing.
    Case(
      "list\", classes: [{ class: \"elective\", share: 1 }]", "list\", classes: [[]]",
      "model.json5:40:29: inflows[list].classes[0]: expected an object, found a list"),
    Case(profile, alike(25), "model.json5:14:36: \(noParts(25))"),
    Case(profile, alike(168), "model.json5:14:36: \(noParts(168))"),
    Case(
      profile, "{ id: \"ed\", months: [1,1], hours:",
      "model.json5:14:34: profiles[ed].months: the list has 2 numbers; expected 12"),
    Case(
      profile, "{ id: \"ed\", months: [0,0,0,0,0,0,0,0,0,0,0,0], hours:",
      "model.json5:14:34: profiles[ed].months: all rates are 0"),
    Case(
      profile, "{ id: \"ed\", holidays: [\"2027-01-06\"], hours:",
      "model.json5:14:36: profiles[ed].holidays: holidays go as another weekday, and all are alike: write weekdays too"
    ),
    Case(
      profile, "{ id: \"ed\", weekdays: [1,1,1,1,1,1,0], holidays: [\"6 January\", \"2027-02-29\"], hours:",
      "model.json5:14:63: profiles[ed].holidays: '2027-02-29' is not a date such as 2027-01-06\nmodel.json5:14:63: profiles[ed].holidays: '6 January' is not a date such as 2027-01-06"
    ),
    Case(
      profile, "{ id: \"ed\", holidays_as: \"sun\", hours:",
      "model.json5:14:39: profiles[ed].holidays_as: there are no holidays here"),
    Case(
      fleets, stock("shelf_life_days: 0.5,"),
      "model.json5:46:70: stocks[blood].shelf_life_days: shelf_life_days is 0.5; it must be a whole number"),
    Case(
      fleets, stock("normal_use_per_day: -1,"),
      "model.json5:46:73: stocks[blood].normal_use_per_day: normal_use_per_day is -1; it must be between 0 and 1000000000"
    ),
    Case(
      fleets, stock("normal_use_per_day: 2, normal_use_per_day_column: \"stay_factor\","),
      "model.json5:46:103: stocks[blood].normal_use_per_day_column: normal_use_per_day is given already; keep one of the two"
    ),
    Case(
      "id: \"deaths\", quantity: \"deaths\"", "id: \"deaths\", quantity: \"stock-wasted\"",
      "model.json5:57:5: measures[deaths]: stock is missing"),
    Case(
      list, "\(list) rate_factor: { of: \"waiting\", unit: \"word\", points: [{ state: 0, factor: 0 }] },",
      "model.json5:40:117: inflows[list].rate_factor.unit: there is no unit kind 'word'; did you mean 'ward'?\nmodel.json5:40:133: inflows[list].rate_factor.points: all factors are 0: nobody would ever come"
    ),
    Case(
      list,
      "\(list) rate_factor: { of: \"waiting\", unit: \"ward\", points: [{ state: 2, factor: 1 }, { state: 1, factor: 2 }] },",
      "model.json5:40:168: inflows[list].rate_factor.points[1].state: points go by rising state: this one does not come after the one before"
    ),
    Case(
      MechanismRuleTests.pulse, "\(MechanismRuleTests.pulse), \(ward)",
      "model.json5:44:75: inflows[group].rate_factor: this multiplies a rate; there is none here"),
    Case(
      "id: \"deaths\", quantity: \"deaths\"", "id: \"deaths\", quantity: \"deaths\", happening: \"combat\"",
      "model.json5:57:41: measures[deaths].happening: unknown key 'happening'; known here: id, title, class, classes, from_…, until_…, during, region"
    ),
    scenario(
      military, "{ id: \"military\", killed_share: 0.5,",
      "scenarios/high.json5:3:14: streams[military]: classes is missing"),
    scenario(
      military, "\(military) killed_share: 0.5, disease_share: 0.6,",
      "scenarios/high.json5:3:41: streams[military].classes: nobody is wounded: killed_share and disease_share take all\nscenarios/high.json5:3:138: streams[military].disease_share: killed_share and disease_share sum to 1.1; it must be at most 1\nscenarios/high.json5:3:138: streams[military].disease_share: write disease_classes too"
    ),
    scenario(
      military, "\(military) disease_classes: [{ class: \"t1\", share: 1 }],",
      "scenarios/high.json5:3:121: streams[military].disease_classes: nobody is of these: write disease_share too"
    ),
    scenario(
      military, "\(military) force: \"brigad\",",
      "scenarios/high.json5:3:111: streams[military].force: there is no force 'brigad'; there is none at all\nscenarios/high.json5:6:50: streams[military].phases[0].mean_per_day: a stream on a force has a rate per 1,000 present: write rate_per_1000_per_day\nscenarios/high.json5:6:63: streams[military].phases[0].regions: the force says where it is: remove it\nscenarios/high.json5:7:56: streams[military].phases[1].mean_per_day_from: a stream on a force has a rate per 1,000 present: write rate_per_1000_per_day\nscenarios/high.json5:7:80: streams[military].phases[1].mean_per_day_until: a stream on a force has a rate per 1,000 present: write rate_per_1000_per_day\nscenarios/high.json5:8:18: streams[military].phases[1].regions: the force says where it is: remove it"
    ),
    scenario(
      strike, "\(strike) force: \"brigade\", killed_share: 2,",
      "scenarios/high.json5:10:74: events[strike].force: there is no force 'brigade'; there is none at all\nscenarios/high.json5:10:99: events[strike].killed_share: killed_share is 2; it must be between 0 and 1"
    ),
    scenario(
      factorTwo,
      "\(factorTwo) \(brigade.replacing("share: 1", with: "share: 0.5").replacing("900", with: "-1"))",
      "scenarios/high.json5:2:58: forces[brigade].persons: persons is -1; it must be a whole number from 0 to 100,000,000\nscenarios/high.json5:2:71: forces[brigade].regions: the shares sum to 0.5, not to 1"
    ),
    scenario(
      "mean_per_day: 30, regions: [{ region: \"12\", share: 1 }]", "rate_per_1000_per_day: 30",
      "scenarios/high.json5:6:7: streams[military].phases[0]: regions is missing\nscenarios/high.json5:6:59: streams[military].phases[0].rate_per_1000_per_day: this is of a stream on a force: write force too, or mean_per_day"
    ),
    scenario(
      "law: \"lognormal\", cv: 0.5 }, source",
      "law: \"scaled\", of: { law: \"constant\", value: 0 } }, source",
      "scenarios/high.json5:4:37: streams[military].variation.of: this law has no finite mean above 0 to divide by"
    ),
    scenario(
      factorTwo,
      "\(factorTwo) disruptions: [{ id: \"down\", at: [{ day: 1, facility: \"lund\" }], cause: \"flood\", source: \"s\" }],",
      "scenarios/high.json5:2:37: disruptions[down]: this takes no places and changes nothing: write lost_share, or what it changes\nscenarios/high.json5:2:94: disruptions[down].cause: unknown cause 'flood'; known: hit, power, water, it, communications, contamination, closure, staff"
    ),
    scenario(
      factorTwo,
      "\(factorTwo) disruptions: [{ id: \"down\", at: [{ day: 1, facility: \"lund\" }], cause: \"it\", source: \"s\" }],",
      "scenarios/high.json5:2:37: disruptions[down]: this takes no places and changes nothing: write lost_share, or what it changes"
    ),
    scenario(
      factorTwo,
      "\(factorTwo) disruptions: [{ id: \"down\", at: [{ day: 1, facility: \"lund\" }], stay_factor: 0, source: \"s\" }],",
      "scenarios/high.json5:2:100: disruptions[down].stay_factor: stay_factor is 0; it must be more than 0 and at most 1000"
    ),
    scenario(
      factorTwo,
      "\(factorTwo) disruptions: [{ id: \"down\", at: [{ day: 1, facility: \"lund\" }], delivery_factor: 0, source: \"s\" }],",
      "scenarios/high.json5:2:104: disruptions[down].delivery_factor: the model has no stocks"),
    scenario(
      factorTwo,
      "\(factorTwo) disruptions: [{ id: \"down\", at: [{ day: 1, facility: \"lund\" }], followed_by: { event: \"strik\", share: 0.7 }, source: \"s\" }],",
      "scenarios/high.json5:2:109: disruptions[down].followed_by.event: there is no event 'strik'; did you mean 'strike'?"
    ),
    scenario(
      factorTwo,
      "\(factorTwo) disruptions: [{ id: \"down\", at: [{ day: 1, facility: \"lund\" }], turnaround_factor: -1, source: \"s\" }],",
      "scenarios/high.json5:2:106: disruptions[down].turnaround_factor: turnaround_factor is -1; it must be between 0 and 1000"
    ),
    scenario(
      factorTwo,
      "\(factorTwo) disruptions: [{ id: \"down\", at: [{ day: 1, facility: \"lund\" }], stops_reports: \"yes\", source: \"s\" }],",
      "scenarios/high.json5:2:102: disruptions[down].stops_reports: expected true or false, found a text"),
    scenario(
      "events_per_day: 0.3, from_day: 0, until_day: 30,\n    regions: [{ region: \"09\", share: 1 }], at: [{ day: 3.5, region: \"12\" }],",
      "",
      "scenarios/high.json5:10:13: events[strike]: write events_per_day or at, or both"),
    Case(
      "id: \"deaths\", quantity: \"deaths\"", "id: \"deaths\", quantity: \"deaths\", cause: \"hit\"",
      "model.json5:57:41: measures[deaths].cause: unknown key 'cause'; known here: id, title, class, classes, from_…, until_…, during, region"
    ),
    Case(
      "id: \"deaths\", quantity: \"deaths\"",
      "id: \"deaths\", quantity: \"disruptions\", unit: \"ward\", class: \"t1\"",
      "model.json5:57:46: measures[deaths].unit: unknown key 'unit'; known here: id, title, cause, region\nmodel.json5:57:60: measures[deaths].class: unknown key 'class'; known here: id, title, cause, region"
    ),
  ]

  /// A stream and events on a force.
  @Test("a stream on a force has its regions and a rate per 1,000; an event is where its force is")
  func onForce() {
    let stream = """
      { id: "military", force: "brigade", classes: [{ class: "t1", share: 0.4 }, { class: "acute", share: 0.6 }],
      """
    let rate =
      "phases: [{ from_day: 0, until_day: 9, rate_per_1000_per_day_from: 2, rate_per_1000_per_day_until: 0 }],"
    func mistakes(_ phases: String, _ event: String) -> String {
      SmallWorld.mistakes(
        ("high.json5", Self.factorTwo, "\(Self.factorTwo) \(Self.brigade)"),
        ("high.json5", Self.military, stream),
        ("high.json5", Self.phases, phases), ("high.json5", Self.strike, event))
    }
    #expect(mistakes(rate, Self.strike) == "")
    #expect(
      mistakes(rate, "\(Self.strike) force: \"brigade\",")
        == "scenarios/high.json5:8:14: events[strike].regions: force brigade is not in region 09")
    #expect(
      mistakes(
        "phases: [{ from_day: 0, until_day: 9, mean_per_day: 2, regions: [{ region: \"12\", share: 1 }] }],",
        Self.strike)
        == "scenarios/high.json5:5:57: streams[military].phases[0].mean_per_day: a stream on a force has a rate per 1,000 present: write rate_per_1000_per_day\nscenarios/high.json5:5:69: streams[military].phases[0].regions: the force says where it is: remove it"
    )
  }

  @Test("nobody waits for a stock where a unit refuses, nor for more than there can ever be")
  func waitsInVain() {
    func mistakes(_ more: String, _ stock: String = "") -> String {
      SmallWorld.mistakes(
        ("model.json5", Self.fleets, Self.stock(stock)),
        (
          "model.json5", Self.intensive,
          "\(Self.intensive) uses: [{ stock: \"blood\", amount: 30, when_short: \"wait\" }], \(more)"
        ))
    }
    #expect(mistakes("") == "")
    #expect(
      mistakes("when_full: \"refuse\",").contains(
        "steps[intensive].uses[0].when_short: nobody waits for a unit that refuses: remove it, or set when_full to queue"
      ))
    #expect(mistakes("", "largest: 30,") == "")
    #expect(
      mistakes("", "largest: 29,").contains(
        "steps[intensive].uses[0].amount: a region keeps at most 29 of it: patients would wait for ever"))
  }

  @Test("a stock that is short may turn patients away, from a step with a unit")
  func turnsAway() {
    func mistakes(_ step: String, _ with: String) -> String {
      SmallWorld.mistakes(("model.json5", Self.fleets, Self.stock("")), ("model.json5", step, with))
    }
    let use = "uses: [{ stock: \"blood\", amount: 3, when_short: \"refuse\" }],"
    #expect(mistakes(Self.intensive, "\(Self.intensive) \(use) refused: \"dead\",") == "")
    #expect(
      mistakes(Self.intensive, "\(Self.intensive) \(use) refused: \"intensive\",")
        == "model.json5:31:109: pathways[medical].steps[intensive].refused: those who are turned away come back to this step without time passing"
    )
    // Of those whose place is held already, and of the arm without waiting.
    let factor = use.replacing(" }]", with: ", factor_without: 2 }]")
    #expect(mistakes(Self.intensive, "\(Self.intensive) \(factor) refused: \"dead\",") == "")
    #expect(
      mistakes("{ id: \"after\",", "{ id: \"after\", \(use)")
        == "model.json5:35:70: pathways[surgical].steps[after].uses[0].when_short: a step without a unit turns nobody away"
    )
  }

  @Test("a stock cannot begin with more than there is room for")
  func fullerThanFull() {
    func mistakes(_ more: String) -> String {
      SmallWorld.mistakes(("model.json5", Self.fleets, Self.stock(more)))
    }
    #expect(mistakes("largest: 9,") == "")
    #expect(
      mistakes("largest: 4,") == "model.json5:46:50: stocks[blood].level: the level is 9, and largest is 4")
  }

  @Test("what the format documents is read", arguments: right)
  func isRight(_ right: Case) {
    #expect(SmallWorld.mistakes((right.file, right.from, right.to)) == "")
  }

  @Test("each rule names its place and what to do", arguments: wrong)
  func isWrong(_ wrong: Case) {
    #expect(SmallWorld.mistakes((wrong.file, wrong.from, wrong.to)) == wrong.report)
  }
}
