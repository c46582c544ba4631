import ScenarioFiles
import Testing

@Suite("Texts with words in braces")
struct TemplateTextTests {
  @Test(
    "Words that follow a number are those for one or those for more",
    arguments: [("0", "0 wait for places"), ("1", "1 waits for a place"), ("1,200", "1,200 wait for places")])
  func counted(number: String, text: String) {
    let template = TemplateText("{waiting} {waiting|waits|wait} for {waiting|a place|places}")
    #expect(template.filled { $0 == "waiting" ? number : nil } == text)
    #expect(template.blanks == ["waiting", "waiting", "waiting"])
  }

  @Test("One of the forms may be empty")
  func ending() {
    let template = TemplateText("{free} place{free||s}")
    #expect(template.filled { _ in "1" } == "1 place" && template.filled { _ in "2" } == "2 places")
  }

  @Test("A brace written twice is a brace")
  func braces() {
    #expect(TemplateText("a {{b}} {c}").filled { _ in "d" } == "a {b} d")
  }
}
