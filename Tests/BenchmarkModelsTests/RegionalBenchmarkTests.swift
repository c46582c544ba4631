import BenchmarkModels
import Testing

@Suite("RegionalBenchmark")
struct RegionalBenchmarkTests {
  static let replications = 3

  @Test(
    "The figures are those of the plain C program: |z| < 4.9 for each, p = 1e-6", arguments: [false, true])
  func agreesWithFloor(isKeyed: Bool) {
    let count = Double(Self.replications)
    let report = RegionalBenchmark.run(replications: Self.replications, seed: 1, isKeyed: isKeyed)
    let expected = RegionalFigures.floorMeans
    let deviations = RegionalFigures.floorDeviations
    for (key, path) in RegionalFigures.fields {
      let deviation = deviations[keyPath: path]
      let error = deviation * (1 / count + 1 / Double(RegionalFigures.floorReplications)).squareRoot()
      let z = (report.mean[keyPath: path] - expected[keyPath: path]) / error
      #expect(abs(z) < 4.9, "\(key): z = \(z)")
    }
  }

  @Test("A replication is the same whenever it runs, and differs from the next", arguments: [false, true])
  func repeatable(isKeyed: Bool) {
    let one = RegionalBenchmark.figures(seed: 5, replication: 1, isKeyed: isKeyed)
    let report = RegionalBenchmark.run(replications: 2, seed: 5, isKeyed: isKeyed)
    #expect(report.each[1] == one)
    #expect(report.each[0] != one)
  }

  @Test("Every figure of the report has the C floor's mean beside it")
  func report() {
    let report = RegionalBenchmark.run(replications: 1, seed: 1, isKeyed: false).report
    #expect(report.figures.map(\.key) == RegionalFigures.fields.map(\.key))
    #expect(report.text.contains("(expected 100169.85)"))
    #expect(report.canonicalEvents > 200_000)
  }
}
