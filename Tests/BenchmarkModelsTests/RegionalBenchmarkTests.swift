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
}

@Suite("Bench")
struct BenchTests {
  @Test("An unknown name has no text")
  func unknownName() {
    #expect(Bench.run(name: "regoinal", seed: 1, asJSON: true) == nil)
    #expect(Bench.names.contains("regional"))
  }

  @Test("A report is one line of JSON with every figure, and a text with what was expected")
  func report() {
    let report = RegionalBenchmark.run(replications: 1, seed: 1, isKeyed: false).report
    let json = report.json
    #expect(!json.contains("\n"))
    #expect(json.hasPrefix("{\"name\":\"regional-sequential\",\"seed\":1,\"replications\":1,"))
    let keys = [
      "events_per_second", "canonical_events", "own_events", "wall_seconds", "cpu_seconds",
      "peak_memory_megabytes",
    ]
    for key in keys + RegionalFigures.fields.map(\.key) { #expect(json.contains("\"\(key)\":")) }
    #expect(report.text.contains("(expected 100169.85)"))
    #expect(report.canonicalEvents > 200_000)
    #expect(report.use.wallSeconds > 0 && report.use.peakMemoryMegabytes > 1)
  }
}
