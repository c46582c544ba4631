import ScenarioFiles
import Testing

/// One mistake has one sentence: what only seems wrong because of it is not told.
struct FollowingMistakeTests {
  @Test("a stay law with a mistake is there for the steps that name it")
  func stayLaws() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "law: \"lognormal\", median_days: 9", "law: \"lognorml\", median_days: 9"))
        == "model.json5:15:31: stay_laws.long.law: unknown law 'lognorml'; did you mean 'lognormal'?")
  }

  @Test("a stay with a mistake is not taken for none")
  func stays() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "next: \"after\"", "next: [{ to: \"surgery\", share: 0.1 }, { to: \"after\" }]"),
        ("model.json5", "stay: { law: \"constant\", value_hours: 2 }", "stay: \"shrt\""))
          == """
          model.json5:34:47: pathways[surgical].steps[surgery].stay: there is no stay law 'shrt'; known: long
          """)
  }

  @Test("of two equal ids another is meant, which is not missed")
  func ids() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "{ id: \"ward\", title: \"Ward\"", "{ id: \"icu\", title: \"Ward\""))
        == "model.json5:7:11: unit_kinds[icu].id: the id 'icu' is already used on line 6")
  }

  @Test("a weekday in Swedish is told as such alone, and one day twice is a mistake")
  func weekdays() {
    #expect(
      SmallWorld.mistakes(("model.json5", "[\"mon\", \"tue\"]", "[\"mån\", \"tue\", \"tue\"]"))
        == """
        model.json5:9:26: unit_kinds[theatre].hours.weekdays: 'tue' is in the list twice: is another day meant?
        model.json5:9:26: unit_kinds[theatre].hours.weekdays: unknown weekday 'mån'; known: mon, tue, wed, thu, fri, sat, sun
        """)
  }

  @Test("beside a model that is no object nothing is missed", arguments: ["[]", "null"])
  func noObject(text: String) {
    let files = InputFiles([
      ("Models/small/model.json5", text), ("Models/small/exercise.json5", "{ title: 3 }"),
      ("Models/small/scenarios/high.json5", SmallWorld.scenario),
    ])
    #expect(InputCheck.check(paths: ["Models"], files: files).mistakes.count == 1)
  }

  @Test("a parameter in a unit that there is not is not missed too")
  func units() {
    #expect(
      SmallWorld.mistakes(("model.json5", "median_days: 9, sigma: 1", "median_months: 9, sigma: 1"))
        == "model.json5:15:44: stay_laws.long.median_months: unknown key 'median_months'; median comes in other units: write median_minutes, median_hours or median_days"
    )
  }

  @Test("the translation of a title with a mistake is not told")
  func translations() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "title: \"Ward\"", "title: \" \""),
        ("model.json5", "situation: {", "translations: [{ text: \"Ward\", sv: \"Avdelning\" }], situation: {")
      )
        == "model.json5:6:26: unit_kinds[ward].title: the text is empty")
  }

  @Test("what an exercise names may be the one of two equal ids")
  func exercise() {
    let texts = SmallWorld.texts.map { path, text in
      (path: path, text: text.replacing("{ id: \"t1\"", with: "{ id: \"acute\""))
    }
    let exercise = """
      { title: { sv: "Ö", en: "E" }, audiences: [], actors: [], channels: [], injects: [],
        cards: { triage: [{ class: "t1", colour: "red" }] } }
      """
    let files = InputFiles(texts + [(path: "Models/small/exercise.json5", text: exercise)])
    let check = InputCheck.check(paths: ["Models"], files: files)
    #expect(!check.mistakes.contains { $0.sentence.contains("there is no class") }, "\(check.mistakes)")
  }

  @Test("what an exercise names may be what has an id of another type")
  func exerciseOfNoText() {
    let texts = SmallWorld.texts.map { path, text in
      (path: path, text: text.replacing("{ id: \"t1\"", with: "{ id: null"))
    }
    let exercise = """
      { title: { sv: "Ö", en: "E" }, audiences: [], actors: [], channels: [], injects: [],
        cards: { triage: [{ class: "t1", colour: "red" }] } }
      """
    let files = InputFiles(texts + [(path: "Models/small/exercise.json5", text: exercise)])
    let check = InputCheck.check(paths: ["Models"], files: files)
    #expect(check.mistakes.contains { $0.sentence == "expected a text, found null" })
    #expect(!check.mistakes.contains { $0.sentence.contains("there is no class") }, "\(check.mistakes)")
  }
}

/// What a slip of a bracket hides is not missed.
struct FollowingBracketTests {
  @Test("an element of a list without its brace is told alone")
  func missingBrace() {
    #expect(
      SmallWorld.mistakes(("model.json5", "{ id: \"surgical\", source", "id: \"surgical\", source"))
        == "model.json5:33:5: pathways: the key 'id' stands in a list: write '{' before it, where its object begins"
    )
  }

  @Test(
    "a model, a scenario or an experiment that ends too early is told alone",
    arguments: [
      ("model.json5", "fleets: ["), ("high.json5", "events: ["), ("experiment.json5", "factors: ["),
    ])
  func truncated(file: String, last: String) {
    let mistakes = SmallWorld.cut(file, after: last)
    #expect(mistakes.split(separator: "\n").count == 1, "\(mistakes)")
    #expect(mistakes.hasSuffix("the list that opens here is never closed with ']'"))
  }

  @Test("a file of which it is not sure what it is has its slip told")
  func unknownFile() {
    let files = InputFiles([("other/thing.json5", "{ streams: [[{ id: \"a\" }, ")])
    let check = InputCheck.check(paths: ["other"], files: files)
    #expect(check.mistakes.map(\.sentence).count == 1)
  }
}
