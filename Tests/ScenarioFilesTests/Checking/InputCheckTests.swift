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

  @Test(
    "each mistake is one line, whatever stands in keys, cells and ids",
    arguments: [
      (
        "model.json5", "hospital_bed: false", "\"i\\nd\": 1, hospital_bed: false",
        #"unit_kinds[theatre].i\nd: unknown key 'i\nd'"#
      ),
      (
        "units.csv", "lund,icu", "\"lu\nnd\",icu",
        #"units[lu\nnd/icu].facility: 'lu\nnd' is not an identifier"#
      ),
      ("model.json5", "next: \"after\"", "next: \"a\\tb\\u2028\"", #"there is no step or exit 'a\tb\u2028'"#),
    ])
  func oneLine(file: String, from: String, to: String, words: String) {
    let check = InputCheck.check(
      paths: ["Models/small/model.json5"], files: SmallWorld.files([(file, from, to)]))
    let lines = check.failure.description.split(whereSeparator: \.isNewline)
    #expect(lines.count == check.mistakes.count, "\(lines)")
    #expect(check.failure.description.contains(words), "\(lines)")
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
