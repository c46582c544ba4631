import BatchRunner
import CareModel
import Reporting
import ScenarioFiles
import Testing

@Suite("Texts of the exercises that come with it")
struct ShippedTextTests {
  private static let folder = TemplateExercise.folder

  /// Every text of both exercises with a number in place of all words in braces.
  private static func texts(_ number: String) throws -> [String] {
    try [("template", "template"), ("sweden", "sweden-first-look")].flatMap { model, experiment in
      let plan = BatchPlan(try ExperimentReader.load("\(folder)/Experiments/\(experiment)"))
      let exercise = try ExerciseReader.load(
        "\(folder)/Models/\(model)/exercise.json5", network: plan.points[0].network)
      return exercise.kinds.flatMap { kind in
        [kind.subject, kind.message, kind.expectedAction, kind.objective, kind.evaluatorNote]
          .compactMap { $0 }.flatMap { [$0.sv, $0.en] }
          .map { TemplateText($0).filled { _ in number } }
      }
    }
  }

  @Test("One is told in the singular, more in the plural, in both languages")
  func grammar() throws {
    let plural =
      #/\b1 (skadade|människor|patienter|platser|vårdplatser|lediga|belagda|bemannade|öppna|salar|timmar|disponibla|IVA-platser|utskrivningsklara|casualties|people|patients|places|theatres|hours|seats|wait|were (hurt|given)|are (free|out|expected|ready|occupied|in use)|(free|staffed|available|available ICU|ICU|free ICU) places|vehicles)\b/#
    let singular =
      #/\b2 (skadad|människa|patient|plats|vårdplats|ledig|belagd|bemannad|öppen|sal|timme|disponibel|IVA-plats|utskrivningsklar|casualty|person|place|hour|seat|waits|was (hurt|given)|is (free|out|expected|ready|occupied|in use)|(free|staffed|available|available ICU|ICU|free ICU) place|vehicle)\b/#
    for (number, wrong) in [("1", plural), ("2", singular)] {
      let texts = try Self.texts(number)
      #expect(texts.count > 150 && texts.contains { $0.contains("\(number) ") })
      for text in texts { #expect(text.firstMatch(of: wrong) == nil, "\(text)") }
    }
  }

  @Test("What tells a state has its time")
  func times() throws {
    let plan = try TemplateExercise.plan(seed: 1)
    let exercise = try TemplateExercise.file(plan.points[0].network)
    for kind in exercise.kinds where ["move-refused", "move-requested", "died-waiting"].contains(kind.id) {
      #expect(TemplateText(kind.message.sv).blanks.contains("time"), "\(kind.id)")
      #expect(TemplateText(kind.message.en).blanks.contains("time"), "\(kind.id)")
    }
  }
}
