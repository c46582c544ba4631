import ScenarioFiles
import Testing

/// Each rule of transport by a text that breaks it and the exact sentence.
struct TransportRuleTests {
  typealias Case = MechanismRuleTests.Case

  static func times(_ list: String) -> String { "travel_times: [\(list)], situation: {" }
  static let way = "{ from: \"lund\", to: \"visby\", minutes: 95, source: \"s\" }"

  static let car = "{ id: \"ambulance\", title: \"Ambulances\","
  static let line = "{ id: \"line\", mode: \"rail\", from: \"12\", to: \"visby\" }"
  static func links(_ list: String) -> String { "links: [\(list)], situation: {" }
  static func scenario(_ text: String) -> String { "\(text), casualty_factor: 2," }
  static let closed = "from_day: 1, until_day: 2, source: \"s\""
  static let loss = "fleet: \"plane\", share_per_trip: 0.1, \(closed)"
  static let worse = "priority: 2,"
  static let stay = MoveRuleTests.stay
  static func trip(_ move: String, beside: String = "") -> String {
    "{ id: \"after\", \(beside)move: { \(move) } }"
  }

  static let rightFleets: [Case] = [
    Case("situation: {", links("\(line), { id: \"bridge\", mode: \"road\", from: \"12\", to: \"09\" }"), ""),
    Case(car, "\(car) seats_by_kind: { sitting: 2, lying: 1 },", ""),
    Case(car, "\(car) dispatch_delay_minutes: 10,", ""),
    Case(car, "\(car) leaves: \"when-full\", longest_wait_hours: 6,", ""),
    Case(car, "\(car) leaves: \"when-full\", seats: 4, least_patients: 3,", ""),
    Case(car, "\(car) leaves: \"when-full\",", ""),
    Case(car, "\(car) leaves: \"at-times\", departures: [\"08:00\", \"00:00\"],", ""),
    Case(
      car,
      "\(car) crew: { from: \"19:00\", until: \"07:00\", share_outside: 0.5, hours_per_day: 11 }, daylight_only: true,",
      ""),
    Case(car, "\(car) weather: { cancelled_share: 0.1, block_hours: 6 }, returns: false,", ""),
    Case(worse, "\(worse) needs_seat: \"lying\",", ""),
    Case(stay, trip("fleet: \"plane\", facility: \"visby\""), ""),
    Case(
      stay,
      trip("fleet: \"plane\", destination: \"nearest\", unit: \"icu\"", beside: "needs_seat: \"icu\", "), ""),
  ]

  static let rightScenarios: [Case] = [
    Case(
      "casualty_factor: 2,", scenario("closures: [{ mode: \"air\", facility: \"visby\", \(closed) }]"), "",
      file: "high.json5"),
    Case(
      "casualty_factor: 2,",
      scenario("closures: [{ facility: \"visby\", \(closed) }, { fleet: \"plane\", \(closed) }]"), "",
      file: "high.json5"),
    Case(
      "casualty_factor: 2,",
      scenario("transport_losses: [{ \(loss), regions: [\"09\"], passengers_die_share: 0.5 }]"), "",
      file: "high.json5"),
  ]

  static let wrongFleets: [Case] = [
    Case(
      car, "\(car) seats_by_kind: { sitting: 0 },",
      "model.json5:47:60: fleets[ambulance].seats_by_kind: a vehicle needs a seat"),
    Case(
      car, "\(car) seats: 2, seats_by_kind: { sitting: 2 },",
      "model.json5:47:70: fleets[ambulance].seats_by_kind: seats is given already; keep one of the two"),
    Case(
      car, "\(car) seats_by_kind: { sitting: 1001, laying: 2 },",
      "model.json5:47:71: fleets[ambulance].seats_by_kind.sitting: sitting is 1001; it must be a whole number from 0 to 1000\nmodel.json5:47:77: fleets[ambulance].seats_by_kind.laying: unknown key 'laying'; did you mean 'lying'?"
    ),
    Case(
      car, "\(car) leaves: \"at-times\",",
      "model.json5:47:53: fleets[ambulance].leaves: leaves: \"at-times\" needs departures"),
    Case(
      car, "\(car) leaves: \"at-times\", departures: [],",
      "model.json5:47:77: fleets[ambulance].departures: the list is empty"),
    Case(
      car, "\(car) leaves: \"at-times\", departures: [\"8:00\", \"24:00\"],",
      "model.json5:47:77: fleets[ambulance].departures: '8:00' is not a time of day such as 07:45\nmodel.json5:47:77: fleets[ambulance].departures: write 00:00 for midnight"
    ),
    Case(
      car, "\(car) leaves: \"at-times\", departures: [\"08:00\", \"08:00\"],",
      "model.json5:47:77: fleets[ambulance].departures: a time is in the list twice"),
    Case(
      car, "\(car) leaves: \"when-full\", seats: 4, least_patients: 5,",
      "model.json5:47:92: fleets[ambulance].least_patients: a vehicle has 4 seats: it would never leave so"),
    Case(
      car, "\(car) least_patients: 1,",
      "model.json5:47:61: fleets[ambulance].least_patients: this is of leaves: \"when-full\" alone: remove it"
    ),
    Case(
      car, "\(car) departures: [\"08:00\"], longest_wait_hours: 3,",
      "model.json5:47:57: fleets[ambulance].departures: this is of leaves: \"when-full\" or \"at-times\": remove it\nmodel.json5:47:88: fleets[ambulance].longest_wait_hours: this is of leaves: \"when-full\" alone: remove it"
    ),
    Case(
      car, "\(car) leaves: \"when-full\", longest_wait_hours: 0,",
      "model.json5:47:86: fleets[ambulance].longest_wait_hours: longest_wait_hours is 0; it must be more than 0 and at most 142 years"
    ),
    Case(
      car, "\(car) dispatch_delay_minutes: -10,",
      "model.json5:47:69: fleets[ambulance].dispatch_delay_minutes: dispatch_delay_minutes is -10; it must be 0 or more and at most 142 years"
    ),
    Case(
      car, "\(car) dispatch_delay_minutes: 10, dispatch_delay_hours: 1,",
      "model.json5:47:73: fleets[ambulance].dispatch_delay_hours: dispatch_delay_minutes is given already; keep one of the two"
    ),
    Case(
      car, "\(car) leaves: \"full\",",
      "model.json5:47:53: fleets[ambulance].leaves: unknown leaves 'full'; known: at-once, when-full, at-times"
    ),
    Case(
      car, "\(car) crew: {},",
      "model.json5:47:51: fleets[ambulance].crew: write from and until, or hours_per_day, or both"),
    Case(
      car, "\(car) crew: { from: \"07:00\" },",
      "model.json5:47:51: fleets[ambulance].crew: a shift needs until"),
    Case(
      car, "\(car) crew: { from: \"07:00\", until: \"07:00\" },",
      "model.json5:47:75: fleets[ambulance].crew.until: the shift ends when it begins: leave both out for around the clock"
    ),
    Case(
      car, "\(car) crew: { share_outside: 0.5, hours_per_day: 25 },",
      "model.json5:47:68: fleets[ambulance].crew.share_outside: there is no shift to be outside of: write from and until\nmodel.json5:47:88: fleets[ambulance].crew.hours_per_day: hours_per_day is 25; it must be more than 0 and at most 24"
    ),
    Case(
      car, "\(car) crew: { from: \"7\", until: \"19:00\" },",
      "model.json5:47:59: fleets[ambulance].crew.from: '7' is not a time of day such as 07:45"),
    Case(
      car,
      "\(car) leaves: \"at-times\", departures: [\"20:00\"], crew: { from: \"07:00\", until: \"19:00\" },",
      "model.json5:47:102: fleets[ambulance].crew.from: no departure is within the shift: no vehicle would ever leave"
    ),
    Case(
      car, "\(car) weather: { cancelled_share: 2, block_hours: 0 },",
      "model.json5:47:73: fleets[ambulance].weather.cancelled_share: cancelled_share is 2; it must be between 0 and 1\nmodel.json5:47:89: fleets[ambulance].weather.block_hours: block_hours is 0; it must be a whole number from 1 to 168"
    ),
    Case(
      "mode: \"road\"", "mode: \"rail\"",
      "model.json5:47:51: fleets[ambulance].mode: no link is of mode rail: its vehicles would go nowhere"),
    Case(
      "mode: \"road\"", "mode: \"tram\"",
      "model.json5:47:51: fleets[ambulance].mode: unknown mode 'tram'; known: road, air, rail, sea"),
    Case(
      "situation: {", links(line.replacing("visby", with: "visbi")),
      "model.json5:53:55: links[line].to: there is no facility or region 'visbi'; did you mean 'visby'?"),
    Case(
      "situation: {", links(line.replacing("12", with: "visby")),
      "model.json5:53:58: links[line].to: the link begins and ends at visby"),
    Case(
      "situation: {", links("\(line), \(line)"),
      "model.json5:53:72: links[line].id: the id 'line' is already used on line 53"),
    Case(
      "title: \"Planes\",", "title: \"Planes\", seats_by_kind: { sitting: 9 },",
      "model.json5:49:52: fleets[plane].seats_by_kind: seats is given already; keep one of the two"),
    Case(
      worse, "\(worse) needs_seat: \"bed\",",
      "model.json5:17:81: classes[acute].needs_seat: unknown needs_seat 'bed'; known: any, lying, icu"),
    Case(
      stay, trip("fleet: \"plane\", facility: \"lund\", unit: \"icu\""),
      "model.json5:35:70: pathways[surgical].steps[after].move.unit: facility is given already; keep one of the two"
    ),
    Case(
      stay, trip("fleet: \"plane\", facility: \"lunt\""),
      "model.json5:35:56: pathways[surgical].steps[after].move.facility: there is no facility 'lunt'; did you mean 'lund'?"
    ),
    Case(
      stay, trip("fleet: \"plane\""),
      "model.json5:35:28: pathways[surgical].steps[after].move: write destination and unit, or facility"),
    Case(
      stay, trip("fleet: \"plane\", destination: \"within-region\", unit: \"icu\""),
      "model.json5:35:82: pathways[surgical].steps[after].move.unit: no facility of a region with several has a unit of this kind"
    ),
  ]

  /// Every fleet has seats alone that are not fit.
  @Test("a class and a trip need a seat that some vehicle has")
  func seats() {
    let sitting = "seats_by_kind: { sitting: 4 }, speed_loaded"
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "speed_loaded", sitting), ("model.json5", " seats: 6,", ""),
        ("model.json5", Self.worse, "\(Self.worse) needs_seat: \"lying\","),
        (
          "model.json5", Self.stay,
          Self.trip("fleet: \"plane\", facility: \"lund\"", beside: "needs_seat: \"icu\", ")
        ))
          == """
          model.json5:17:81: classes[acute].needs_seat: no fleet has a seat that is fit for this
          model.json5:35:34: pathways[surgical].steps[after].needs_seat: the fleet has no seat that is fit for this
          """)
    #expect(
      SmallWorld.mistakes(
        ("model.json5", " seats: 6,", " seats_by_kind: { sitting: 4 },"),
        ("model.json5", "priority: 5,", "priority: 5, needs_seat: \"lying\","),
        ("model.json5", Self.stay, Self.trip("fleet: \"plane\", facility: \"lund\"")))
          == """
          model.json5:35:28: pathways[surgical].steps[after].move: the fleet has no seat that is fit for class elective, which comes here
          """)
  }

  static let wrongScenarios: [Case] = [
    (
      "closures: [{ \(closed) }]",
      "scenarios/high.json5:2:14: closures[0]: write fleet, mode, facility or link"
    ),
    (
      "closures: [{ fleet: \"plane\", mode: \"air\", \(closed) }]",
      "scenarios/high.json5:2:38: closures[0].mode: the fleet has a mode: remove mode"
    ),
    (
      "closures: [{ link: \"line\", mode: \"air\", \(closed) }]",
      "scenarios/high.json5:2:22: closures[0].link: a link is closed alone: remove link or the others\nscenarios/high.json5:2:22: closures[0].link: there is no link 'line'; there is none at all"
    ),
    (
      "closures: [{ facility: \"lunt\", from_day: 2, until_day: 2, source: \"s\" }]",
      "scenarios/high.json5:2:26: closures[0].facility: there is no facility 'lunt'; did you mean 'lund'?\nscenarios/high.json5:2:58: closures[0].until_day: until_day is 2; it must come after from_day, 2"
    ),
    (
      "closures: [{ fleet: \"plan\", \(closed) }]",
      "scenarios/high.json5:2:23: closures[0].fleet: there is no fleet 'plan'; did you mean 'plane'?"
    ),
    (
      "transport_losses: [{ \(loss), regions: [\"9\", \"12\", \"12\"] }]",
      "scenarios/high.json5:2:110: transport_losses[0].regions: a region is in the list twice\nscenarios/high.json5:2:110: transport_losses[0].regions: there is no region '9'; did you mean '09'?"
    ),
    (
      "transport_losses: [{ \(loss.replacing("0.1", with: "1.1")), passengers_die_share: -1 }]",
      "scenarios/high.json5:2:56: transport_losses[0].share_per_trip: share_per_trip is 1.1; it must be between 0 and 1\nscenarios/high.json5:2:123: transport_losses[0].passengers_die_share: passengers_die_share is -1; it must be between 0 and 1"
    ),
    (
      "transport_losses: [{ share_per_trip: 0.1, from_day: 1, until_day: 2 }]",
      "scenarios/high.json5:2:22: transport_losses[0]: fleet is missing\nscenarios/high.json5:2:40: transport_losses[0].share_per_trip: share_per_trip has no source: add \"source\" to this object or \"share_per_trip_source\"\nscenarios/high.json5:2:55: transport_losses[0].from_day: from_day has no source: add \"source\" to this object or \"from_day_source\"\nscenarios/high.json5:2:69: transport_losses[0].until_day: until_day has no source: add \"source\" to this object or \"until_day_source\""
    ),
  ].map { Case("casualty_factor: 2,", scenario($0.0), $0.1, file: "high.json5") }

  static let right: [Case] =
    rightFleets + rightScenarios + [
      Case("situation: {", times(way), ""),
      Case(
        "situation: {",
        times("\(way), { from: \"12\", to: \"09\", fleet: \"plane\", minutes: 50, source: \"s\" }"), ""),
      Case("situation: {", times(""), ""),
    ]

  static let wrong: [Case] =
    wrongFleets + wrongScenarios + [
      Case(
        "situation: {", times(way.replacing("visby", with: "visbyy")),
        "model.json5:53:38: travel_times[0].to: there is no facility or region 'visbyy'; did you mean 'visby'?"
      ),
      Case(
        "situation: {", times(way.replacing("visby", with: "lund")),
        "model.json5:53:38: travel_times[0].to: the way begins and ends at lund"),
      Case(
        "situation: {", times("\(way), \(way)"),
        "model.json5:53:95: travel_times[1].to: the way from lund to visby is in the list already"),
      Case(
        "situation: {", times(way.replacing("95", with: "0")),
        "model.json5:53:56: travel_times[0].minutes: minutes is 0; it must be more than 0 and at most 525600"),
      Case(
        "situation: {", times(way.replacing("minutes", with: "fleet: \"plan\", minutes")),
        "model.json5:53:54: travel_times[0].fleet: there is no fleet 'plan'; did you mean 'plane'?"),
      Case(
        "situation: {", times(way.replacing(", source: \"s\"", with: "")),
        "model.json5:53:56: travel_times[0].minutes: minutes has no source: add \"source\" to this object or \"minutes_source\""
      ),
      Case(
        "situation: {", "travel_times: \"times.csv\", situation: {",
        "model.json5:53:17: travel_times: there is no table 'times.csv' beside this file"),
    ]

  @Test("what the format documents is read", arguments: right)
  func isRight(_ right: Case) {
    #expect(SmallWorld.mistakes((right.file, right.from, right.to)) == "")
  }

  @Test("each rule names its place and what to do", arguments: wrong)
  func isWrong(_ wrong: Case) {
    #expect(SmallWorld.mistakes((wrong.file, wrong.from, wrong.to)) == wrong.report)
  }

  @Test("times on the way can stand in a table, and its mistakes name their row")
  func table() {
    func mistakes(_ table: String) -> String {
      let texts = SmallWorld.texts.map { path, text in
        (
          path: path,
          text: text.replacing("situation: {", with: "travel_times: \"times.csv\", situation: {")
        )
      }
      do {
        _ = try ExperimentReader.load(
          "Experiments/ask", files: InputFiles(texts + [(path: "Models/small/times.csv", text: table)]))
        return ""
      } catch {
        return error.description.replacing("Models/small/", with: "")
      }
    }
    #expect(mistakes("from,to,fleet,minutes,source\nlund,visby,,95,map\nvisby,lund,plane,90,map\n") == "")
    #expect(
      mistakes("from,to,minutes,source\nlund,visbi,95,map\nvisby,lund,-3,map\n")
        == """
        times.csv:2:6: travel_times[lund/visbi].to: there is no facility or region 'visbi'; did you mean 'visby'?
        times.csv:3:12: travel_times[visby/lund].minutes: minutes is -3; it must be more than 0 and at most 525600
        """)
  }

  @Test("vehicles of a column are whole", arguments: ["2.5", "0.4"])
  func wholeVehicles(number: String) {
    #expect(
      SmallWorld.mistakes(("regions.csv", "Södra,0.2,1,6,SCB", "Södra,0.2,1,\(number),SCB"))
        == """
        regions.csv:2:30: ambulances: ambulances is \(number); fleets[ambulance].vehicles_column needs it to be a whole number
        """)
  }
}
