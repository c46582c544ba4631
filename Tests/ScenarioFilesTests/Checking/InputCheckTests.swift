import ScenarioFiles
import Testing

struct InputCheckTests {
  @Test("a folder is searched for models, their scenarios and experiments")
  func folder() {
    let check = InputCheck.check(paths: ["."], files: SmallWorld.files())
    #expect(check.mistakes.isEmpty)
    #expect(
      check.items.map { "\($0.subject.rawValue) \($0.path)" } == [
        "experiment Experiments/ask/experiment.json5", "model Models/small/model.json5",
        "scenario Models/small/scenarios/high.json5",
      ])
  }

  @Test("a single scenario is checked with its model")
  func scenario() {
    let files = SmallWorld.files([("model.json5", "priority: 2", "priority: 8")])
    let check = InputCheck.check(paths: ["Models/small/scenarios/high.json5"], files: files)
    #expect(check.items.map(\.subject) == [.scenario])
    #expect(
      check.failure.description
        == "Models/small/model.json5:17:66: classes[acute].priority: priority is 8; it must be a whole number from 0 to 7"
    )
  }

  @Test("what is not there is missing input, what is no input is a mistake")
  func missing() {
    let nothing = InputCheck.check(paths: ["Models/large"], files: SmallWorld.files())
    #expect(nothing.failure.description == "Models/large:1:1: there is no such file or folder")
    #expect(nothing.failure.isMissingInput)
    let table = InputCheck.check(paths: ["Models/small/units.csv"], files: SmallWorld.files())
    #expect(
      table.failure.description
        == "Models/small/units.csv:1:1: this is no model, scenario, experiment or exercise; for a table check its model's folder"
    )
    #expect(!table.failure.isMissingInput)
    let empty = InputCheck.check(paths: ["a"], files: InputFiles([("a/readme.txt", "")]))
    #expect(
      empty.failure.description
        == "a:1:1: there is no model.json5, experiment.json5 or scenario in this folder")
  }
}
