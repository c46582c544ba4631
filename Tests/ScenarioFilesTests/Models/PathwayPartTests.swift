import CareModel
import RandomStreams
import ScenarioFiles
import Testing

/// Parts of pathways, conditions of branches and waiting places: what is read, and each rule by a text that breaks it.
struct PathwayPartTests {
  static let after = "{ id: \"after\", stay: \"long\", discharge_ready: true }"
  static let pathways = "pathways: ["

  static func parts(_ steps: String) -> (file: String, from: String, to: String) {
    ("model.json5", pathways, "parts: [{ id: \"recovery\", source: \"s\", steps: [\(steps)] }], \(pathways)")
  }

  static let good = parts(
    "{ id: \"first\", unit: \"icu\", stay: \"long\", next: [{ to: \"second\", share: 0.5 }, { to: \"end\" }] }, { id: \"second\", unit: \"ward\", stay: \"long\" }"
  )
  static func use(_ keys: String) -> (file: String, from: String, to: String) {
    ("model.json5", after, "{ id: \"after\", \(keys) }, { id: \"last\", stay: \"long\" }")
  }

  @Test("The steps of a part stand where a step names it, each use with names of its own, and go on after it")
  func expansion() throws {
    let loaded = try ExperimentReader.load(
      "Experiments/ask", files: SmallWorld.files([Self.good, Self.use("part: \"recovery\", next: \"last\"")]))
    let steps = try #require(loaded.points[0].network.pathways.last).steps
    #expect(steps.map(\.id) == ["surgery", "after/first", "after/second", "after", "last"])
    #expect(steps[0].next.map(\.target) == [.step(1)])
    #expect(steps[1].next.map(\.target) == [.step(2), .step(3)])
    #expect(steps[2].next.map(\.target) == [.step(3)])
    #expect(steps[3].next.map(\.target) == [.step(4)])
  }

  @Test("A part may use a part")
  func nested() throws {
    let inner = (
      file: "model.json5", from: Self.pathways,
      to:
        "parts: [{ id: \"outer\", source: \"s\", steps: [{ id: \"x\", part: \"inner\" }] }, { id: \"inner\", source: \"s\", steps: [{ id: \"y\", unit: \"ward\", stay: \"long\" }] }], \(Self.pathways)"
    )
    let loaded = try ExperimentReader.load(
      "Experiments/ask", files: SmallWorld.files([inner, Self.use("part: \"outer\", next: \"last\"")]))
    let steps = try #require(loaded.points[0].network.pathways.last).steps
    #expect(steps.map(\.id) == ["surgery", "after/x/y", "after/x", "after", "last"])
    #expect(
      steps.map { $0.next.map(\.target) }.dropLast() == [[.step(1)], [.step(2)], [.step(3)], [.step(4)]])
  }

  @Test("Each rule of parts names its place and what to do")
  func wrong() {
    let next = "next: \"last\""
    #expect(
      SmallWorld.mistakes(Self.good, Self.use("part: \"recover\", \(next)"))
        == "model.json5:35:28: pathways[surgical].steps[after].part: there is no part 'recover'; did you mean 'recovery'?"
    )
    #expect(
      SmallWorld.mistakes(Self.good, Self.use("part: \"recovery\", unit: \"ward\", \(next)"))
        == "model.json5:35:46: pathways[surgical].steps[after].unit: the steps of the part are gone through here: remove it, or make it a step of its own"
    )
    #expect(
      SmallWorld.mistakes(
        Self.parts("{ id: \"first\", part: \"recovery\", next: \"end\" }"),
        Self.use("part: \"recovery\", \(next)"))
        == "model.json5:27:17: parts[recovery].id: this part is a part of itself")
    #expect(
      SmallWorld.mistakes(Self.good, Self.use("stay: \"long\", next: \"end\"")).contains(
        "pathways[surgical].steps[after].next: there is no step or exit 'end'"))
    #expect(
      SmallWorld.mistakes(Self.parts("{ id: \"end\", stay: \"long\" }"))
        == "model.json5:27:56: parts[recovery].steps[end].id: 'end' is a way out of the network: name the step otherwise"
    )
    #expect(
      SmallWorld.mistakes(Self.parts("{ id: \"a\", stay: \"long\" }, { id: \"b\", stay: \"long\" }"))
        == "model.json5:27:83: parts[recovery].steps[b].id: no way leads to this step")
  }

  static let icuWay = "{ to: \"intensive\", share_column: \"icu_share\" }"

  static func when(_ condition: String) -> String {
    SmallWorld.mistakes(
      (
        "model.json5", icuWay,
        "{ to: \"intensive\", share_column: \"icu_share\", when: { \(condition) } }"
      ))
  }

  @Test("Conditions are read")
  func conditions() throws {
    #expect(Self.when("classes: [\"acute\"], niss_from: 3, niss_until: 9") == "")
    #expect(Self.when("has_capability: \"trauma\", stay_at_least_hours: 3, until_days: 3") == "")
    #expect(Self.when("unit: \"icu\", of: \"region\", free_at_least: 1, waiting_at_most: 0") == "")
  }

  @Test("Each rule of conditions names its place and what to do")
  func wrongConditions() {
    let path = "pathways[medical].steps[bed].next[0].when"
    #expect(Self.when("") == "model.json5:30:68: \(path): the condition is empty")
    #expect(
      Self.when("free_at_least: 1")
        == "model.json5:30:85: \(path).free_at_least: this is of a unit: write unit too")
    #expect(
      Self.when("unit: \"icu\"")
        == "model.json5:30:76: \(path).unit: nothing is asked of the unit: write free_at_least or another")
    #expect(
      Self.when("has_capability: \"traum\"")
        == "model.json5:30:86: \(path).has_capability: there is no capability of any facility 'traum'; did you mean 'trauma'?"
    )
    #expect(
      Self.when("niss_from: 9, niss_until: 3")
        == "model.json5:30:96: \(path).niss_until: nothing is between niss_from and niss_until")
    #expect(
      Self.when("classes: [\"acut\"]")
        == "model.json5:30:79: \(path).classes: there is no class 'acut'; did you mean 'acute'?")
    #expect(
      SmallWorld.mistakes(
        (
          "model.json5", "[\(Self.icuWay), { to: \"home\" }]", "[{ to: \"home\", when: { niss_from: 3 } }]"
        )
      ).contains("write where the others go"))
    #expect(
      SmallWorld.mistakes(
        (
          "model.json5", MechanismRuleTests.intensive,
          "\(MechanismRuleTests.intensive) when_full: \"refuse\", refused: [{ to: \"dead\", when: { niss_from: 3 } }, { to: \"bed\" }],"
        )
      ).contains("only the ways of next have conditions"))
  }

  @Test(
    "Nobody comes back without time passing who is turned away or has no patience",
    arguments: [
      "stay: { law: \"constant\", value_hours: 0 }", "stay: \"long\", stay_factor: 0", "unit: \"ward\"",
      "stay: { law: \"constant\", value_seconds: 1e-7 }",
      "stay: { law: \"discrete\", values_hours: [0, 1], shares: [1, 0] }",
    ])
  func timelessCircle(pause: String) {
    let intensive = MechanismRuleTests.intensive
    func mistakes(_ steps: String) -> String { SmallWorld.mistakes(("model.json5", intensive, steps)) }
    let patience = "patience: { law: \"constant\", value_hours:"
    func refusing(_ pause: String) -> String {
      mistakes(
        "{ id: \"pause\", \(pause), next: \"intensive\" }, \(intensive) when_full: \"refuse\", refused: \"pause\","
      )
    }
    #expect(
      refusing(pause).contains(
        "pathways[medical].steps[intensive].refused: those who are turned away come back to this step without time passing"
      ), "\(refusing(pause))")
    #expect(refusing("stay: { law: \"constant\", value_seconds: 1 }") == "")
    func impatient(_ hours: Int) -> String {
      mistakes(
        "{ id: \"pause\", \(pause), next: \"intensive\" }, \(intensive) \(patience) \(hours) }, gave_up: \"pause\","
      )
    }
    #expect(
      impatient(0).contains(
        "pathways[medical].steps[intensive].gave_up: those who give up come back to this step without time passing: give them patience"
      ), "\(impatient(0))")
    #expect(impatient(1) == "")
    #expect(mistakes("\(intensive) \(patience) 0 }, gave_up: \"intensive\",").contains("those who give up"))
  }

  @Test("Nobody can be sent round without time passing, by a condition, by the rest, or by shares")
  func circle() {
    let told =
      "model.json5:35:28: pathways[surgical].steps[after].next: a way leads back to this step without time passing: give a step on it a stay"
    func mistakes(_ after: String) -> String { SmallWorld.mistakes(("model.json5", Self.after, after)) }
    #expect(
      mistakes(
        "{ id: \"after\", next: [{ to: \"home\", when: { unit: \"icu\", free_at_least: 1 } }, { to: \"after\" }] }"
      )
        == told)
    #expect(
      mistakes(
        "{ id: \"after\", next: [{ to: \"home\", share: 0.1 }, { to: \"round\" }] }, { id: \"round\", stay: { law: \"constant\", value_hours: 0, source: \"s\" }, next: \"after\" }"
      ) == told)
    #expect(
      mistakes(
        "{ id: \"after\", next: [{ to: \"home\", share: 0.1 }, { to: \"round\" }] }, { id: \"round\", stay: { law: \"constant\", value_hours: 1, source: \"s\" }, next: \"after\" }"
      ) == "")
    #expect(
      SmallWorld.mistakes(
        (
          "model.json5", Self.after,
          "{ id: \"after\", next: [{ to: \"round\", when: { niss_from: 3 } }, { to: \"home\" }] }, { id: \"round\", next: \"after\" }"
        ))
        == told
    )
    // A second circle, to which the first leads.
    let second = mistakes(
      "{ id: \"after\", next: [{ to: \"home\", share: 0.1 }, { to: \"after\", share: 0.1 }, { to: \"round\" }] },\n{ id: \"round\", next: [{ to: \"home\", share: 0.1 }, { to: \"round\" }] }"
    ).split(separator: "\n")
    #expect(second.count == 2 && second[1].contains("steps[round].next: a way leads back"), "\(second)")
  }

  @Test("A run comes to an end: patients do not go round for ever by a small way out and a short stay")
  func rounds() {
    func mistakes(_ share: String, _ stay: String) -> String {
      SmallWorld.mistakes(
        (
          "model.json5", Self.after,
          "{ id: \"after\", stay: { law: \"constant\", \(stay), source: \"s\" }, next: [{ to: \"home\", share: \(share) }, { to: \"after\" }] }"
        ))
    }
    #expect(
      mistakes("1e-9", "value_hours: 1e-12")
        == "model.json5:33:43: pathways[surgical].steps: a run of 27 days would take patients through some 714,792,736,701 steps, most of them here, a patient through 996,921,528; at most 10,000,000,000 in all: make a way out likelier, or the stays longer (with casualty_factor = 1, beds = few)"
    )
    #expect(mistakes("1e-9", "value_hours: 1") == "")
    #expect(mistakes("0.001", "value_hours: 1e-12") == "")
  }

  @Test("Classes do not worsen in a circle: it is told once, at the first")
  func worsening() {
    let after = "after: { law: \"exponential\", mean_hours: 9, source: \"s\" }"
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "priority: 2,", "priority: 2, worsening: { class: \"elective\", \(after) },"),
        ("model.json5", "priority: 5,", "priority: 5, worsening: { class: \"acute\", \(after) },"))
        == "model.json5:17:89: classes[acute].worsening.class: patients would worsen in a circle, back to this class: leave one of its classes without worsening"
    )
  }

  @Test("Waiting places are of units that keep patients waiting")
  func waitingPlaces() {
    let header = (
      "units.csv", "facility,kind,staffed_beds,physical_beds,source",
      "facility,kind,staffed_beds,physical_beds,waiting_places,source"
    )
    let rows = [
      ("units.csv", "20,25,SIR", "20,25,3,SIR"), ("units.csv", "lund,icu,5,,SIR", "lund,icu,5,,,SIR"),
      ("units.csv", "lund,theatre,2,,SIR", "lund,theatre,2,,4,SIR"), ("units.csv", "4,4,SIR", "4,4,,SIR"),
      ("units.csv", "visby,icu,2,,SIR", "visby,icu,2,,,SIR"),
    ]
    func mistakes(_ more: (file: String, from: String, to: String)...) -> String {
      do {
        _ = try ExperimentReader.load("Experiments/ask", files: SmallWorld.files([header] + rows + more))
        return ""
      } catch { return error.description.replacing("Models/small/", with: "") }
    }
    #expect(mistakes() == "")
    #expect(
      mistakes(("model.json5", "id: \"theatre\", title:", "id: \"theatre\", when_full: \"refuse\", title:"))
        == "units.csv:4:17: units[lund/theatre].waiting_places: nobody waits for a unit that refuses: remove it, or set when_full to queue"
    )
    #expect(
      mistakes(
        ("model.json5", "id: \"theatre\", title:", "id: \"theatre\", when_full: \"refuse\", title:"),
        ("model.json5", "{ id: \"surgery\",", "{ id: \"surgery\", when_full: \"queue\",")) == "")
    #expect(
      mistakes(
        (
          "model.json5", "{ id: \"surgery\", unit: \"theatre\",",
          "{ id: \"surgery\", unit: \"theatre\", refused: \"home\","
        ))
        == "")
  }
}
