import CareModel
import Reporting
import Testing

@Suite("The inject book")
struct InjectBookTests {
  @Test("Every inject is in it in both languages, marked as exercise material, and nothing leads out")
  func whole() throws {
    let list = try TemplateExercise.list(try TemplateExercise.plan(seed: 1))
    let page = InjectBook.html(list, language: .swedish)
    for inject in list.injects {
      #expect(page.contains("id=\"sv-\(inject.number)\"") && page.contains("id=\"en-\(inject.number)\""))
    }
    #expect(!page.lowercased().contains("http"))
    #expect(page.contains("ÖVNING ÖVNING.") && page.contains("EXERCISE EXERCISE."))
    #expect(page.contains("RYKTE") && page.contains("RUMOUR"))
    #expect(InjectBook.html(list, language: .swedish) == page)
  }

  @Test("Hostile words are harmless in it")
  func hostile() throws {
    var list = try TemplateExercise.list(try TemplateExercise.plan(seed: 1))
    let hostile = "<script>alert(1)</script>\" onload=\"x\u{202E}&"
    list.title = LocalText(hostile)
    list.injects[0].message = LocalText(hostile)
    list.injects[0].regionName = hostile
    list.injects[0].stateVariable = hostile
    let page = InjectBook.html(list, language: .english)
    #expect(!page.contains("<script>alert") && !page.contains("onload=\"x") && !page.contains("\u{202E}"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
  }
}
