import SimulationKernel
import Testing

@Suite("A broken rule is said")
struct RequirementTests {
  @Test("The sentence stands on standard error, in an optimised build too")
  func sentence() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = PartitionPlan([PartitionPlan.Partition(entities: [], lookahead: .tick)])
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("a partition has an entity"), "\(text)")
  }
}
