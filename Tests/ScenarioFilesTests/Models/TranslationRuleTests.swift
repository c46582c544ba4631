import ScenarioFiles
import Testing

/// Translations of titles: what is read, and each rule by a text that breaks it and the exact sentence.
struct TranslationRuleTests {
  @Test(
    "translations of experiment, scenario and model are read, of a text that several have the experiment's")
  func reading() throws {
    let experiment = try ExperimentReader.load(
      "Experiments/ask",
      files: SmallWorld.files([
        (
          "model.json5", "situation: {",
          "translations: [{ text: \"ICU\", sv: \"IVA\" }, { text: \"Ward\", sv: \"Avdelning\" }], situation: {"
        ),
        (
          "high.json5", "casualty_factor: 2,",
          "translations: [{ text: \"Ours.\", sv: \"Våra.\" }], casualty_factor: 2,"
        ),
        (
          "experiment.json5", "no_wait: true,",
          "no_wait: true, translations: [{ text: \"What?\", sv: \"Vad?\" }, { text: \"Beds\", sv: \"Platser\" }],"
        ),
      ]))
    #expect(experiment.translations.map(\.text) == ["What?", "Beds", "Ours.", "ICU", "Ward"])
    #expect(experiment.translations.map(\.sv) == ["Vad?", "Platser", "Våra.", "IVA", "Avdelning"])
  }

  @Test("a text that no title has is a mistake, with the nearest title named")
  func unknownText() {
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "no_wait: true,",
          "no_wait: true, translations: [{ text: \"Postpones\", sv: \"Skjut upp\" }],"
        ))
          == """
          experiment.json5:3:41: translations[0].text: no title of this file is 'Postpones'; the nearest is 'Postpone'
          """)
  }

  @Test("a text is translated once")
  func repeated() {
    #expect(
      SmallWorld.mistakes(
        (
          "model.json5", "situation: {",
          "translations: [{ text: \"ICU\", sv: \"IVA\" }, { text: \"ICU\", sv: \"Intensivvård\" }], situation: {"
        ))
          == """
          model.json5:53:54: translations[1].text: 'ICU' is translated already
          """)
  }

  @Test("a title in Swedish is as short a line as the title, and a question may be long")
  func long() {
    let long = String(repeating: "å", count: 201)
    #expect(
      SmallWorld.mistakes(
        (
          "experiment.json5", "no_wait: true,",
          "no_wait: true, translations: [{ text: \"What?\", sv: \"\(long)\" }, { text: \"Beds\", sv: \"\(long)\" }],"
        ))
        == "experiment.json5:3:281: translations[1].sv: the title has 201 characters; expected 1 to 200")
  }
}
