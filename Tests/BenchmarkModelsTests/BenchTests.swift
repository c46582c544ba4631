import BenchmarkModels
import Testing

@Suite("Bench")
struct BenchTests {
  static let keys = [
    "name", "seed", "replications", "events_per_second", "canonical_events", "own_events", "wall_seconds",
    "cpu_seconds", "peak_memory_megabytes",
  ]

  @Test("An unknown name has no text")
  func unknownName() throws {
    #expect(try Bench.run(name: "regoinal", seed: 1, asJSON: true) == nil)
  }

  @Test("Names are unique and every benchmark says what it measures")
  func names() {
    #expect(Set(Bench.names).count == Bench.names.count)
    let known = ["mm1", "mmc", "phold", "regional", "scaling", "queue", "streams", "csv"]
    for name in known { #expect(Bench.names.contains(name)) }
    for benchmark in Bench.all { #expect(!benchmark.summary.isEmpty) }
  }

  @Test(
    "Every benchmark runs quickly and gives lines of JSON with all fields in order", arguments: Bench.names)
  func json(name: String) throws {
    let text = try #require(try Bench.run(name: name, seed: 1, asJSON: true, size: .quick))
    for line in text.split(separator: "\n") {
      #expect(line.hasPrefix("{\"name\":\"\(name)") && line.hasSuffix("}"))
      var rest = line
      for key in Self.keys {
        let place = try #require(rest.firstRange(of: "\"\(key)\":"), "\(key) is missing or out of order")
        rest = rest[place.upperBound...]
      }
    }
  }

  @Test("A figure has its theory beside it, in JSON and in text")
  func theory() throws {
    let report = BenchmarkReport(
      name: "x", seed: 3, replications: 2, canonicalEvents: 10, ownEvents: 20,
      use: ResourceUse(wallSeconds: 0.5, processorSeconds: 0.25, peakMemoryMegabytes: 8),
      figures: [.init(key: "wait_hours_mean", value: 1.5, expected: 1, standardError: 0.25)])
    #expect(report.figures[0].standardScore == 2)
    #expect(
      report.json
        == #"{"name":"x","seed":3,"replications":2,"events_per_second":20.0,"canonical_events":10,"#
        + #""own_events":20,"wall_seconds":0.5,"cpu_seconds":0.25,"peak_memory_megabytes":8.0,"#
        + #""wait_hours_mean":1.5,"wait_hours_mean_expected":1.0,"wait_hours_mean_standard_error":0.25}"#)
    #expect(report.text.hasSuffix("wait_hours_mean 1.5  (expected 1.0, standard error 0.25, z 2.0)"))
  }

  @Test("Without a counter there is no figure of allocations")
  func allocations() {
    #expect(AllocationCounter.count == nil)
    #expect(ResourceUse.now.since(.now).allocations == nil)
  }

  #if !DEBUG
    @Test("A patient of the national model at war takes at most 128 bytes, with pending events and messages")
    func patientBytes() throws {
      let report = try NationalBenchmark.report(replications: 1, days: 90, seed: 5)
      let figures = Dictionary(uniqueKeysWithValues: report.figures.map { ($0.key, $0.value) })
      #expect(try #require(figures["patients_at_once"]) > 40_000)
      #expect(try #require(figures["bytes_per_patient"]) <= 128)
      #expect(report.canonicalEvents > 2_000_000 && report.canonicalEvents < report.ownEvents)
    }
  #endif
}
