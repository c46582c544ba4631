import Foundation
import ScenarioFiles
import Testing

struct RepositoryInputTests {
  @Test(
    "every model, scenario and experiment of the repository is without mistakes",
    arguments: ["Models", "Experiments"])
  func all(_ folder: String) {
    let check = InputCheck.check(paths: [FormatPageTests.root.appendingPathComponent(folder).path])
    #expect(check.failure.description == "")
    #expect(check.items.count >= 6)
  }
}
