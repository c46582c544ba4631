import CareModel
import ScenarioFiles
import Testing

/// What a change of an experiment can mean.
struct SettingRuleTests {
  private func mistakes(_ path: String, _ value: String) -> String {
    SmallWorld.mistakes(
      (
        "experiment.json5", "set: { \"model.regions[12].icu_share\": { value: 0.25,",
        "set: { \"\(path)\": { value: \(value),"
      ))
  }

  private func handling(_ path: String, _ value: String) throws -> Handling? {
    let files = SmallWorld.files([
      ("experiment.json5", "handling: \"protected\"", "handling: \"open\""),
      (
        "experiment.json5", "set: { \"model.regions[12].icu_share\": { value: 0.25,",
        "set: { \"\(path)\": { value: \(value),"
      ),
    ])
    return try ExperimentReader.load("Experiments/ask", files: files).handling
  }

  @Test("a mark of handling can be made stricter")
  func stricter() throws {
    #expect(try handling("scenario.handling", "\"protected\"") == .protected)
    #expect(try handling("model.handling", "\"internal\"") == .internal)
  }

  @Test("a mark of handling cannot be loosened, by no factor either")
  func looser() {
    let sentence = "the file is internal, and a change cannot loosen that: remove it, or change the file\n"
    #expect(
      mistakes("model.handling", "\"open\"") + "\n"
        == "experiment.json5:10:10: set.model.handling: \(sentence)")
    let ofLevel = SmallWorld.mistakes(
      (
        "experiment.json5", "{ id: \"few\" }",
        "{ id: \"few\", set: { \"model.handling\": { value: \"open\", source: \"s\" } } }"
      ))
    #expect(ofLevel.contains("levels[few].set.model.handling: the file is internal"))
  }

  @Test(
    "ids and titles of files are not set",
    arguments: [
      ("model.id", "\"other\"", "other places name a thing by its id, so that no change sets it"),
      ("model.classes[t1].id", "\"t9\"", "other places name a thing by its id, so that no change sets it"),
      ("scenario.id", "\"other\"", "other places name a thing by its id, so that no change sets it"),
      (
        "model.title", "\"Other\"",
        "the title says which file this is: write it there, and what changes in that of the experiment or factor"
      ),
    ])
  func names(path: String, value: String, sentence: String) {
    #expect(mistakes(path, value) == "experiment.json5:10:10: set.\(path): \(sentence)")
  }

  @Test("a table gives way to a list of rows and not to another table")
  func tables() {
    #expect(
      mistakes("model.units", "\"other.csv\"")
        == """
        experiment.json5:10:10: set.model.units: a change names no other table: set single cells as units[row].column, or write its rows as a list
        """)
    let rows = """
      [{ facility: "lund", kind: "ward", staffed_beds: 1, source: "s" }, { facility: "lund", kind: "theatre", \
      staffed_beds: 1, source: "s" }, { facility: "lund", kind: "icu", staffed_beds: 1, source: "s" }, \
      { facility: "visby", kind: "ward", staffed_beds: 1, source: "s" }, \
      { facility: "visby", kind: "icu", staffed_beds: 1, source: "s" }]
      """
    #expect(mistakes("model.units", rows) == "")
  }

  @Test("day 0 can be another, such as one in winter")
  func origin() {
    #expect(mistakes("model.time.origin", "\"2027-07-05T00:00:00+01:00\"") == "")
  }
}
