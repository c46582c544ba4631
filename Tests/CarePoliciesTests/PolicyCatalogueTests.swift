import CareModel
import CarePolicies
import Testing

@Suite("The catalogue of policies")
struct PolicyCatalogueTests {
  @Test("Every decision has a default under the name of the design")
  func defaults() {
    let names = Decision.allCases.map { PolicyCatalogue.entries(for: $0).first?.id ?? "" }
    #expect(
      names == [
        "admit-all", "nearest-capable", "none", "none", "none", "usual", "fifo-within-class", "none",
        "accept", "scheduled",
      ])
  }

  @Test("Every parameter has a standard value in its range, a text and a source")
  func parameters() {
    for entry in PolicyCatalogue.entries {
      #expect(!entry.summary.isEmpty && entry.guide.contains("Is not:"))
      for parameter in entry.parameters {
        #expect(parameter.range.contains(parameter.standard), "\(entry.id).\(parameter.key)")
        #expect(!parameter.text.isEmpty && !parameter.source.isEmpty)
      }
    }
  }

  @Test("Codes of decisions are their places, so that memories do not collide")
  func codes() {
    #expect(Decision.allCases.map(\.code) == Array(0..<Decision.allCases.count))
  }
}
