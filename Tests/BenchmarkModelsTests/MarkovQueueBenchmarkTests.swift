import BenchmarkModels
import Testing

@Suite("MarkovQueueBenchmark")
struct MarkovQueueBenchmarkTests {
  static func run(servers: Int, customers: Int = 60_000, seed: UInt64 = 1) -> BenchmarkReport {
    MarkovQueueBenchmark.run(
      name: "queue", servers: servers, customers: customers, replications: 2, seed: seed)
  }

  @Test(
    "The mean time in system is the theory's: |t| < 5.2 on 39 degrees for 40 batches, p = 1e-5",
    arguments: [(1, 10.0), (20, 1.275_384_5)])
  func theory(servers: Int, minutes: Double) throws {
    let figure = Self.run(servers: servers).figures[0]
    let expected = try #require(figure.expected)
    #expect(abs(expected - minutes) < 1e-5)
    let score = try #require(figure.standardScore)
    #expect(abs(score) < 5.2, "t = \(score)")
    #expect(try #require(figure.standardError) < 0.2 * expected)
  }

  @Test("Two events a customer, all of them canonical")
  func events() {
    let report = Self.run(servers: 3, customers: 2000)
    #expect(report.canonicalEvents == 8000)
    #expect(report.ownEvents == 8000)
  }

  @Test("A seed has one result, and another seed another")
  func repeatable() {
    let one = Self.run(servers: 2, customers: 2000, seed: 7)
    #expect(Self.run(servers: 2, customers: 2000, seed: 7).figures[0].value == one.figures[0].value)
    #expect(Self.run(servers: 2, customers: 2000, seed: 8).figures[0].value != one.figures[0].value)
  }
}
