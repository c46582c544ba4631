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

  @Test("A link to an entity that is not there is said")
  func link() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = PartitionPlan(entityCount: 3, links: [.init(from: 0, to: 3, leastDelay: .tick)], shortest: .tick)
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("a link is between entities of the plan"), "\(text)")
  }

  @Test("A barrier for which the run has no function is said")
  func barrier() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var engine = SimulationEngine(entities: Slab(repeating: Idle(), count: 1), end: .zero + .hours(1))
      engine.act(as: 0) { _, scheduler in scheduler.scheduleBarrier(7, at: .zero + .tick) }
      engine.run(until: engine.end)
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("without a function for barriers"), "\(text)")
  }

  private struct Idle: SimulationEntity {
    mutating func handle(
      _ event: UInt8, in world: Shared<Void>, _ scheduler: inout EventScheduler<UInt8, NoMessage>
    ) {}
  }
}
