import Testing

/// Each rule of trips and queues by a text that breaks it and the exact sentence.
struct MoveRuleTests {
  /// The step of the small world that becomes a trip.
  static let stay = "{ id: \"after\", stay: \"long\", discharge_ready: true }"

  static func trip(_ move: String, beside: String = "") -> (file: String, from: String, to: String) {
    ("model.json5", stay, "{ id: \"after\", \(beside)move: { \(move) } }")
  }

  static let good = "fleet: \"plane\", destination: \"other-region\", unit: \"ward\", least_minutes: 30"

  @Test("a trip can be all of a step")
  func correct() {
    #expect(SmallWorld.mistakes(Self.trip(Self.good)) == "")
    #expect(SmallWorld.mistakes(Self.trip(Self.good, beside: "wait_death_per_day: 1, ")) == "")
    #expect(
      SmallWorld.mistakes(Self.trip(Self.good + ", way: { law: \"exponential\", mean_hours: 1.5 }")) == "")
  }

  @Test("a fleet is there")
  func fleet() {
    #expect(
      SmallWorld.mistakes(Self.trip(Self.good.replacing("plane", with: "plan")))
        == """
        model.json5:35:37: pathways[surgical].steps[after].move.fleet: there is no fleet 'plan'; did you mean 'plane'?
        """)
  }

  @Test("the destination is a known one")
  func destination() {
    #expect(
      SmallWorld.mistakes(Self.trip(Self.good.replacing("other-region", with: "other-regions")))
        == """
        model.json5:35:59: pathways[surgical].steps[after].move.destination: unknown destination 'other-regions'; did you mean 'other-region'?
        """)
  }

  @Test("some region has the unit; from the only one that has it the trip is passed by")
  func unit() {
    #expect(SmallWorld.mistakes(Self.trip(Self.good.replacing("ward", with: "theatre"))) == "")
    #expect(
      SmallWorld.mistakes(
        Self.trip(Self.good.replacing("ward", with: "theatre")), ("units.csv", "lund,theatre,2,,SIR\n", "")
      ).contains("pathways[surgical].steps[after].move.unit: no facility has a unit of this kind"))
  }

  @Test("the shortest time on the way is above 0")
  func least() {
    for value in ["0", "-30"] {
      #expect(
        SmallWorld.mistakes(Self.trip(Self.good.replacing("30", with: value)))
          == """
          model.json5:35:104: pathways[surgical].steps[after].move.least_minutes: least_minutes is \(value); it must be more than 0 and at most 142 years
          """)
    }
  }

  @Test("a trip needs all its keys")
  func missing() {
    #expect(
      SmallWorld.mistakes(Self.trip("destination: \"other-region\""))
        == """
        model.json5:35:28: pathways[surgical].steps[after].move: fleet is missing
        model.json5:35:28: pathways[surgical].steps[after].move: unit is missing
        """)
  }

  @Test("a trip has no place and no stay")
  func noStay() {
    #expect(
      SmallWorld.mistakes(Self.trip(Self.good, beside: "unit: \"ward\", gives_up_place: true, "))
        == """
        model.json5:35:28: pathways[surgical].steps[after].unit: a step that moves has no place and no stay: remove it, or make it a step of its own
        model.json5:35:52: pathways[surgical].steps[after].gives_up_place: a step that moves has no place and no stay: remove it, or make it a step of its own
        """)
  }

  @Test("only a place can be given up")
  func place() {
    #expect(
      SmallWorld.mistakes(("model.json5", "discharge_ready: true", "gives_up_place: true"))
        == """
        model.json5:35:52: pathways[surgical].steps[after].gives_up_place: this needs a unit: the step has none
        """)
  }

  @Test("nobody queues where patients are turned away")
  func queue() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "title: \"Theatre\"", "title: \"Theatre\", when_full: \"refuse\", queue: \"fifo\""))
          == """
          model.json5:8:68: unit_kinds[theatre].queue: nobody queues for a unit that refuses: remove it, or set when_full to queue
          """)
  }

  @Test("a kind that refuses has a queue where a step lets patients wait")
  func queueOfStep() {
    let kind = (
      "model.json5", "title: \"Theatre\"", "title: \"Theatre\", when_full: \"refuse\", queue: \"fifo\""
    )
    func step(_ whenFull: String) -> (String, String, String) {
      ("model.json5", "id: \"surgery\", unit:", "id: \"surgery\", when_full: \(whenFull), unit:")
    }
    #expect(SmallWorld.mistakes(kind, step("\"queue\"")) == "")
    #expect(SmallWorld.mistakes(kind, step("\"refuse\"")).contains("nobody queues for a unit that refuses"))
    #expect(!SmallWorld.mistakes(kind, step("3")).contains("nobody queues"))
  }

  @Test("a fleet belongs to the wait for a vehicle, and that needs one")
  func measures() {
    #expect(
      SmallWorld.mistakes(
        (
          "model.json5", "{ id: \"deaths\", quantity: \"deaths\" }",
          "{ id: \"deaths\", quantity: \"deaths\", fleet: \"plane\" }, "
            + "{ id: \"a\", quantity: \"mean-vehicle-wait-hours\" }, "
            + "{ id: \"b\", quantity: \"exits\" }, { id: \"c\", quantity: \"transfers\", unit: \"icu\" }, "
            + "{ id: \"d\", quantity: \"mean-vehicle-wait-hours\", fleet: \"plan\" }"
        ))
          == """
          model.json5:57:41: measures[deaths].fleet: unknown key 'fleet'; known here: id, title, class, classes, from_…, until_…, during, region
          model.json5:57:59: measures[a]: fleet is missing
          model.json5:57:109: measures[b]: unit is missing
          model.json5:57:175: measures[c].unit: unknown key 'unit'; known here: id, title, class, classes, from_…, until_…, during, region
          model.json5:57:245: measures[d].fleet: there is no fleet 'plan'; did you mean 'plane'?
          """)
  }

  @Test("nobody gives up the wait for a vehicle")
  func patience() {
    let mistakes = SmallWorld.mistakes(
      (
        "model.json5", "{ id: \"after\", stay: \"long\",",
        "{ id: \"after\", move: { fleet: \"ambulance\", destination: \"nearest\", unit: \"ward\" }, patience: { law: \"exponential\", mean_hours: 1 },"
      ))
    #expect(
      mistakes.contains(
        "steps[after].patience: nobody gives up the wait for a vehicle: remove it; wait_death is the one thing that ends that wait"
      ), "\(mistakes)")
  }
}
