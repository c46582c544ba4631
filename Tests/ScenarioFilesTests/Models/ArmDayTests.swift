import CareModel
import ScenarioFiles
import Testing

/// The day on which an arm begins: what it says, what a factor makes of it, and what is refused.
struct ArmDayTests {
  private let arm = "id: \"postpone\", title: \"Postpone\""

  private func level(_ path: String, _ value: String) -> (file: String, from: String, to: String) {
    (
      "experiment.json5", "\"model.units[lund/ward].staffed_beds\": { value: 25",
      "\"\(path)\": { value: \(value)"
    )
  }

  @Test("an arm begins on day 0 unless it, a change or a level says otherwise, the last of these first")
  func days() throws {
    func days(_ changes: (file: String, from: String, to: String)...) throws -> [[Double]] {
      try ExperimentReader.load("Experiments/ask", files: SmallWorld.files(changes)).points.map {
        $0.terms.map(\.fromDay)
      }
    }
    #expect(try days() == Array(repeating: [0, 0], count: 4))
    let own = ("experiment.json5", arm, "\(arm), from_day: 3.5")
    #expect(try days(own) == Array(repeating: [0, 3.5], count: 4))
    let change = (
      "experiment.json5", "set: { \"model.regions[12]",
      "set: { \"arms.postpone.from_day\": { value: 20, source: \"what if\" }, \"model.regions[12]"
    )
    #expect(try days(own, change) == Array(repeating: [0, 20], count: 4))
    #expect(
      try days(own, change, level("arms.postpone.from_day", "7")) == [[0, 20], [0, 7], [0, 20], [0, 7]])
    #expect(try days(level("arms[postpone].from_day", "7")) == [[0, 0], [0, 7], [0, 0], [0, 7]])
  }

  @Test("an arm ends where it says, a change or a level does, the last of these first, and after it begins")
  func ends() throws {
    func ends(_ changes: (file: String, from: String, to: String)...) throws -> [PolicyTerm] {
      try ExperimentReader.load("Experiments/ask", files: SmallWorld.files(changes)).points.map {
        $0.terms[1]
      }
    }
    let own = ("experiment.json5", arm, "\(arm), from_day: 3.5, until_day: 9")
    #expect(try ends(own) == Array(repeating: PolicyTerm(fromDay: 3.5, untilDay: 9), count: 4))
    let (plain, moved) = (PolicyTerm(fromDay: 3.5, untilDay: 9), PolicyTerm(fromDay: 3.5, untilDay: 20))
    #expect(
      try ends(own, level("arms.postpone.until_day", "20")) == [plain, moved, plain, moved])
    #expect(
      SmallWorld.mistakes(("experiment.json5", arm, "\(arm), from_day: 3, until_day: 3"))
        == """
        experiment.json5:6:66: arms[postpone].until_day: until_day is 3; it must be after from_day, which is 3
        """)
    #expect(
      SmallWorld.mistakes(("experiment.json5", arm, "\(arm), until_day: 20.5"))
        == """
        experiment.json5:6:53: arms[postpone].until_day: until_day is 20.5, after the horizon of 20 days
        """)
    #expect(
      SmallWorld.mistakes(own, level("arms.postpone.until_day", "2"))
        == """
        experiment.json5:17:64: factors[beds].levels[many].set.arms.postpone.until_day.value: until_day is 2; it must be after from_day, which is 3.5
        """)
    #expect(
      SmallWorld.mistakes(own, level("arms.postpone.from_day", "9"))
        == """
        experiment.json5:17:63: factors[beds].levels[many].set.arms.postpone.from_day.value: until_day is 9; it must be after from_day, which is 9
        """)
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "id: \"baseline\", title: \"As today\"",
          "id: \"baseline\", title: \"As today\", until_day: 2"
        )
      )
        == """
        experiment.json5:5:53: arms[baseline].until_day: the first arm is the baseline: it is in force from day 0 to the end
        """)
  }

  @Test("a factor tells what it sets, an arm's day in one spelling")
  func paths() throws {
    for path in ["arms.postpone.from_day", "arms[postpone].from_day"] {
      let experiment = try ExperimentReader.load(
        "Experiments/ask", files: SmallWorld.files([level(path, "7")]))
      #expect(
        experiment.factors.map(\.paths) == [["scenario.casualty_factor"], ["arms.postpone.from_day"]])
    }
  }

  @Test("an arm begins within the horizon, which is day 0 to its last")
  func withinTheHorizon() {
    #expect(SmallWorld.mistakes(("experiment.json5", arm, "\(arm), from_day: 20")) == "")
    #expect(
      SmallWorld.mistakes(("experiment.json5", arm, "\(arm), from_day: 20.5"))
        == """
        experiment.json5:6:52: arms[postpone].from_day: from_day is 20.5, after the horizon of 20 days
        """)
    #expect(
      SmallWorld.mistakes(("experiment.json5", arm, "\(arm), from_day: -1"))
        == """
        experiment.json5:6:52: arms[postpone].from_day: from_day is -1; it must be 0 or more
        """)
    #expect(
      SmallWorld.mistakes(level("arms.postpone.from_day", "21"))
        == """
        experiment.json5:17:63: factors[beds].levels[many].set.arms.postpone.from_day.value: from_day is 21, after the horizon of 20 days
        """)
  }

  @Test("the baseline is in force from day 0")
  func baseline() {
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "id: \"baseline\", title: \"As today\"",
          "id: \"baseline\", title: \"As today\", from_day: 0"
        )
      ) == "")
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "id: \"baseline\", title: \"As today\"",
          "id: \"baseline\", title: \"As today\", from_day: 2"
        )
      )
        == """
        experiment.json5:5:52: arms[baseline].from_day: the first arm is the baseline: it is in force from day 0 to the end
        """)
    #expect(
      SmallWorld.mistakes(level("arms.baseline.from_day", "2"))
        == """
        experiment.json5:17:63: factors[beds].levels[many].set.arms.baseline.from_day.value: the first arm is the baseline: it is in force from day 0 to the end
        """)
  }

  @Test("a path to an arm leads to an arm that is there, and to its day alone")
  func path() {
    #expect(
      SmallWorld.mistakes(level("arms.postpon.from_day", "2"))
        == """
        experiment.json5:17:28: factors[beds].levels[many].set.arms.postpon.from_day: there is no arm 'postpon'; did you mean 'postpone'?
        """)
    #expect(
      SmallWorld.mistakes(level("arms.no-wait.from_day", "2"))
        == """
        experiment.json5:17:28: factors[beds].levels[many].set.arms.no-wait.from_day: there is no arm 'no-wait'; known: baseline, postpone
        """)
    #expect(
      SmallWorld.mistakes(level("arms.postpone.title", "\"x\""))
        == """
        experiment.json5:17:28: factors[beds].levels[many].set.arms.postpone.title: of an arm only from_day and until_day can be set: arms.postpone.from_day, arms.postpone.until_day
        """)
    #expect(
      SmallWorld.mistakes(level("arms.postpone.from_day", "\"7\""))
        == """
        experiment.json5:17:63: factors[beds].levels[many].set.arms.postpone.from_day.value: expected a number, found a text; remove the quotes
        """)
  }

  @Test("two factors do not set the day of one arm")
  func twoFactors() {
    #expect(
      SmallWorld.mistakes(
        level("arms.postpone.from_day", "7"),
        (
          "experiment.json5", "\"scenario.casualty_factor\": { value: 1",
          "\"arms[postpone].from_day\": { value: 1"
        ))
          == """
          experiment.json5:17:28: factors[beds].levels[many].set.arms.postpone.from_day: an earlier factor sets this value too
          """)
  }
}
