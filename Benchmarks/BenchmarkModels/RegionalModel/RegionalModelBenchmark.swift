import CareModel
import CarePolicies
public import ScenarioFiles

/// The regional benchmark as a model file run by the care network: keyed draws, policies asked, occupancy integrated.
public enum RegionalModelBenchmark {
  /// Where the experiment lies: the benchmark is run from the root of the package.
  public static let path = "Experiments/regional-benchmark"

  /// The measures of the model in the order of ``RegionalFigures/fields`` without the last, the canonical events.
  static let measures = [
    "patients", "home_patients", "moved_patients", "ward_discharges_patients", "triage_wait_hours",
    "vehicle_wait_hours", "icu_wait_hours", "ward_wait_hours", "planned_ward_wait_hours",
  ]

  /// Runs replications 0 ..< `replications` on this thread and times them; loading is not timed.
  ///
  /// - Throws: ``LoadFailure`` when the experiment is not at ``path``.
  public static func report(replications: Int, seed: UInt64) throws(LoadFailure) -> BenchmarkReport {
    let experiment = try ExperimentReader.load(path)
    let point = experiment.points[0]
    let list = MeasureList(point.network)
    let places = measures.map { list.nationalIndex(of: $0) }
    var sums = [Double](repeating: 0, count: measures.count)
    var (events, patients, bytes) = (0, 0, 0)
    let start = ResourceUse.now
    for replication in 0..<replications {
      var simulation = CareSimulation(
        point.network, scenario: point.scenario, horizonDays: Int(experiment.horizonDays),
        drainDays: Int(experiment.drainDays), seed: seed, replication: UInt32(replication),
        policies: PolicyCatalogue.policySet([], network: point.network))
      simulation.runIn()
      simulation.run()
      let result = simulation.result(point.network, measures: list)
      for (index, place) in places.enumerated() {
        if let place { sums[index] += result.values[place] ?? 0 }
      }
      events += result.eventCount
      patients += simulation.mostPatients
      bytes += simulation.patientBytes
    }
    let use = ResourceUse.now.since(start)
    let floor = RegionalFigures.floorMeans
    let canonical = floor.canonicalEvents * Double(replications)
    return BenchmarkReport(
      name: "regional-model", seed: seed, replications: replications, canonicalEvents: Int(canonical),
      ownEvents: events, use: use,
      figures: zip(RegionalFigures.fields, sums).map { field, sum in
        BenchmarkReport.Figure(
          key: field.key, value: sum / Double(replications), expected: floor[keyPath: field.path])
      } + [.init(key: "bytes_per_patient", value: Double(bytes) / Double(max(1, patients)))])
  }
}

extension Benchmark {
  /// The regional benchmark as a model file.
  static let regionalModel = Benchmark(
    name: "regional-model", summary: "the regional benchmark as a model file run by the care network"
  ) { seed, size in
    [try RegionalModelBenchmark.report(replications: size == .full ? 20 : 1, seed: seed)]
  }
}
