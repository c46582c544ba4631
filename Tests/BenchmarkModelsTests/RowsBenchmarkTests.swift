import BenchmarkModels
import Testing

@Suite("RowsBenchmark")
struct RowsBenchmarkTests {
  @Test("Every number reads back as the number that was written, and a seed has one text")
  func readsBack() {
    let report = RowsBenchmark.run(rows: 1000, seed: 5)
    #expect(report.figures[0].value == 1)
    #expect(report.figures[1].value == RowsBenchmark.run(rows: 1000, seed: 5).figures[1].value)
    #expect(report.figures[1].value != RowsBenchmark.run(rows: 1000, seed: 6).figures[1].value)
  }
}
