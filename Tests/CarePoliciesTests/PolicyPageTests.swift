import CarePolicies
import Foundation
import Testing

@Suite("The page of policies")
struct PolicyPageTests {
  @Test("The page in the documentation is that of the catalogue")
  func page() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = root.appendingPathComponent("Sources/CarePolicies/CarePolicies.docc/Policies.md")
    if ProcessInfo.processInfo.environment["WRITE_POLICY_PAGES"] != nil {
      try PolicyPages.markdown.write(to: url, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: url, encoding: .utf8)
    #expect(
      written == PolicyPages.markdown,
      "Policies.md is out of date: run WRITE_POLICY_PAGES=1 swift test --filter PolicyPageTests")
  }

  @Test("No text breaks a table or a heading of the page")
  func texts() {
    for entry in PolicyCatalogue.entries {
      for text in entry.parameters.flatMap({ [$0.key, $0.text, $0.source] }) {
        #expect(!text.contains("|") && !text.contains("\n"), "\(entry.id)")
      }
      #expect(!entry.guide.contains("#"), "\(entry.id)")
    }
  }
}
