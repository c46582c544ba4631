import ScenarioFiles
import Testing

struct SetPathTests {
  private let text = """
    {casualty_factor: 1, source: "s", classes: {t1: {death: {median_hours: 4, median_source: "old"}}},
    streams: [{id: "military", mean_per_day: 5}, {id: "civil", mean_per_day: 9}], plain: [1, 2]}
    """

  private func set(_ path: String, _ value: String, source: String? = nil) throws -> JSON5Node {
    let new = parse(value).root
    return try SetPath(path).setting(
      new, source: source.map { parse("\"\($0)\"").root }, in: parse(text).root)
  }

  @Test("values are replaced by key, by id and by index, and nothing else changes")
  func replacing() throws {
    #expect(try set("casualty_factor", "2")["casualty_factor"]?.number?.value == 2)
    let streams = try set("streams[civil].mean_per_day", "7")["streams"]?.elements
    #expect(streams?.map { $0["mean_per_day"]?.number?.value } == [5, 7])
    #expect(try set("plain[1]", "8")["plain"]?.elements?.map(\.number?.value) == [1, 8])
  }

  @Test("another unit of the same dimension replaces the key, and the source goes with the value")
  func otherUnit() throws {
    let death = try set("classes.t1.death.median_days", "2", source: "what if")["classes"]?["t1"]?["death"]
    #expect(death?.members?.map(\.key) == ["median_days", "median_days_source"])
    #expect(death?["median_days_source"]?.text == "what if")
  }

  @Test(
    "a path that leads nowhere names the nearest step",
    arguments: [
      ("casualty_factr", "there is no 'casualty_factr'; did you mean 'casualty_factor'?"),
      ("classes.t9.death", "there is no 't9' in 'classes'; did you mean 't1'?"),
      ("classes.t1.stay", "there is no 'stay' in 'classes.t1'; there is: death"),
      ("streams[navy].mean_per_day", "there is no 'navy' in 'streams'; there is: military, civil"),
      ("casualty_factor.x", "'casualty_factor' is a number; the path cannot go on below it"),
      ("a..b", "the path 'a..b' has an empty step or a stray bracket"),
      ("a.", "the path 'a.' ends too early"),
      ("", "the path '' ends too early"),
      ("[a]", "the path '[a]' has a bracket out of place"),
      ("a[b", "the path 'a[b' has a bracket out of place"),
    ])
  func nowhere(path: String, expected: String) {
    #expect(throws: SetPathFailure(sentence: expected)) { try set(path, "1") }
  }

  @Test("a cell is replaced by row and column, with a source column of its own")
  func cells() throws {
    let log = MistakeLog()
    let table = try #require(
      CSVTable.parse(
        SourceText(path: "t", text: "name,id,icu_beds,source\na,12,4,s\nb,13,5,s\n"), into: log))
    let place = parse("7").root.place
    let path = SetPath(segments: [.element("12"), .key("icu_beds")])
    let changed = try path.setting(
      "7", at: place, source: CSVCell(text: "what if", place: place), in: table)
    #expect(changed.header.map(\.text) == ["name", "id", "icu_beds", "source", "icu_beds_source"])
    #expect(
      changed.rows.map { $0.cells.map(\.text) } == [
        ["a", "12", "7", "s", "what if"], ["b", "13", "5", "s", ""],
      ])
    #expect(throws: SetPathFailure(sentence: "there is no '14'; there is: 12, 13")) {
      try SetPath(segments: [.element("14"), .key("icu_beds")]).setting("7", at: place, in: table)
    }
  }

  @Test("the document's name can be taken off a path")
  func withoutFirst() throws {
    let path = try SetPath("scenario.streams[civil].x").withoutFirst
    #expect(path.description == "streams[civil].x")
  }
}
