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

/// A mistyped key is told alone: what it was to give is read as if it were right, or not missed.
struct FollowingKeyTests {
  @Test(
    "a mistyped key is told alone",
    arguments: [
      (
        "model.json5", "stay_laws: {", "stay_law: {",
        "stay_law: unknown key 'stay_law'; did you mean 'stay_laws'?"
      ),
      (
        "model.json5", "unit_kinds: [", "unit_kind: [",
        "unit_kind: unknown key 'unit_kind'; did you mean 'unit_kinds'?"
      ),
      (
        "model.json5", "\n  classes: [", "\n  clases: [",
        "clases: unknown key 'clases'; did you mean 'classes'?"
      ),
      (
        "model.json5", "regions: \"reg", "region: \"reg",
        "region: unknown key 'region'; did you mean 'regions'?"
      ),
      (
        "model.json5", "next: \"after\"", "nextt: \"after\"",
        "pathways[surgical].steps[surgery].nextt: unknown key 'nextt'; did you mean 'next'?"
      ),
      (
        "model.json5", "unit: \"theatre\", stay: {", "unitunit: \"theatre\", stay: {",
        "pathways[surgical].steps[surgery].unitunit: unknown key 'unitunit'; did you mean 'unit'?"
      ),
      (
        "experiment.json5", "title: \"Beds\", levels: [", "title: \"Beds\", level: [",
        "factors[beds].level: unknown key 'level'; did you mean 'levels'?"
      ),
      (
        "high.json5", "cv: 1 }, source: \"s\"", "cv: 1 }, sorce: \"s\"",
        "events[strike].sorce: unknown key 'sorce'; did you mean 'source'?"
      ),
    ])
  func mistypedKey(file: String, from: String, to: String, sentence: String) {
    let mistakes = SmallWorld.mistakes((file, from, to))
    #expect(mistakes.split(separator: "\n").count == 1 && mistakes.hasSuffix(sentence), "\(mistakes)")
  }

  @Test("what is in the value of a mistyped key has its own mistakes told")
  func inside() {
    #expect(
      SmallWorld.mistakes(
        (
          "model.json5", "stay_laws: { \"long\": { law: \"lognormal\", median_days: 9",
          "stay_law: { \"long\": { law: \"lognormal\", median_days: -9"
        ))
          == """
          model.json5:15:3: stay_law: unknown key 'stay_law'; did you mean 'stay_laws'?
          model.json5:15:56: stay_law.long.median_days: median_days is -9; it must be more than 0 and at most 142 years
          """)
  }

  @Test(
    "a value of another type is told alone",
    arguments: [
      (
        "stay_laws: { \"long\": { law: \"lognormal\", median_days: 9, sigma: 1, source: \"derived: s\" } }",
        "stay_laws: 7"
      ),
      ("regions: \"regions.csv\"", "regions: 7"), ("next: \"after\"", "next: 7"),
    ])
  func otherType(from: String, to: String) {
    let mistakes = SmallWorld.mistakes(("model.json5", from, to)).split(separator: "\n")
    #expect(mistakes.count == 1, "\(mistakes)")
  }

  @Test("of steps that no way leads to, those that only they lead to are not told")
  func unreached() {
    #expect(
      SmallWorld.mistakes(
        ("model.json5", "next: \"after\" },", "next: \"home\" },"),
        (
          "model.json5", "stay: \"long\", discharge_ready: true",
          "stay: \"long\", discharge_ready: true, next: \"last\""
        ),
        ("model.json5", "next: \"last\" } ] }", "next: \"last\" }, { id: \"last\", stay: \"long\" } ] }"))
        == "model.json5:35:13: pathways[surgical].steps[after].id: no way leads to this step")
  }
}

/// One mistake that several checks come upon.
struct RepeatedMistakeTests {
  @Test("an empty list of ways is told once, and the steps it may lead to are not")
  func emptyNext() {
    #expect(
      SmallWorld.mistakes(("model.json5", "next: \"after\"", "next: []"))
        == "model.json5:34:90: pathways[surgical].steps[surgery].next: the list is empty: name a step or an exit, or remove next"
    )
  }

  @Test("too many patients are told once, for the run that an experiment asks for")
  func lengths() {
    let files = SmallWorld.files([
      (file: "model.json5", from: "rate_per_week: 7,", to: "rate_per_week: 70000000,")
    ])
    for paths in [["Models", "Experiments"], ["Experiments", "Models"]] {
      let check = InputCheck.check(paths: paths, files: files)
      #expect(check.mistakes.count == 1, "\(check.mistakes)")
      #expect(check.mistakes.first?.sentence.hasPrefix("a run of 27 days ") == true, "\(check.mistakes)")
    }
    #expect(
      InputCheck.check(paths: ["Models"], files: files).mistakes.first?.sentence.hasPrefix(
        "a run of 92 days ")
        == true)
  }
}
