import BenchmarkModels
import Testing

@Suite("HoldBenchmark")
struct HoldBenchmarkTests {
  @Test(
    "The clock goes on by one increment over the number of keys: |z| < 4.9, p = 1e-6", arguments: [1, 2, 500])
  func theory(size: Int) throws {
    let score = try #require(HoldBenchmark.run(size: size, holds: 50_000, seed: 11).figures[0].standardScore)
    #expect(abs(score) < 4.9, "z = \(score)")
  }

  @Test("A seed has one result, and another seed another")
  func repeatable() {
    let one = HoldBenchmark.run(size: 50, holds: 1000, seed: 1).figures[0].value
    #expect(HoldBenchmark.run(size: 50, holds: 1000, seed: 1).figures[0].value == one)
    #expect(HoldBenchmark.run(size: 50, holds: 1000, seed: 2).figures[0].value != one)
  }
}
