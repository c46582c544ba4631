import CareModel
import CarePolicies
public import ScenarioFiles

/// A war in the Swedish model: what an event and a patient of a national model cost.
///
/// Ordinary and planned care, casualties who can die, transport by road and air, situation pictures; the arm in which
/// regions share patients.
public enum NationalBenchmark {
  /// Where the experiment lies: the benchmark is run from the root of the package.
  public static let path = "Experiments/sweden-first-look"
  /// The arm that is run.
  static let arm = "share"

  /// Runs replications 0 ..< `replications` on this thread and times them; loading is not timed.
  ///
  /// Every event counts as canonical but two a day in each region that move nobody: midnight, and the morning's call of
  /// the postponed.
  ///
  /// - Parameters:
  ///   - runInDays: days before day 0; those of the model when nil.
  ///   - days: days from day 0.
  /// - Throws: ``LoadFailure`` when the experiment is not at ``path``.
  public static func report(
    replications: Int, runInDays: Double? = nil, days: Int, seed: UInt64
  ) throws(LoadFailure) -> BenchmarkReport {
    let experiment = try ExperimentReader.load(path)
    let scenario = experiment.points[0].scenario
    var network = experiment.points[0].network
    if let runInDays { network.runInDays = runInDays }
    let choices = experiment.arms.first { $0.id == arm }?.choices ?? []
    var (events, patients, bytes) = (0, 0, 0)
    let start = ResourceUse.now
    for replication in 0..<replications {
      var simulation = CareSimulation(
        network, scenario: scenario, horizonDays: days, drainDays: 0, seed: seed,
        replication: UInt32(replication), policies: PolicyCatalogue.policySet(choices, network: network))
      simulation.runIn()
      simulation.run()
      events += simulation.eventCount
      patients += simulation.mostPatients
      bytes += simulation.patientBytes
    }
    let use = ResourceUse.now.since(start)
    let daysInAll = (Int(network.runInDays) + days) * replications
    return BenchmarkReport(
      name: "national", seed: seed, replications: replications,
      canonicalEvents: events - 2 * daysInAll * network.regions.count, ownEvents: events, use: use,
      figures: [
        .init(key: "patients_at_once", value: Double(patients) / Double(replications)),
        .init(key: "bytes_per_patient", value: Double(bytes) / Double(max(1, patients))),
      ])
  }
}

extension Benchmark {
  /// A war in the Swedish model.
  static let national = Benchmark(
    name: "national", summary: "a war in the Swedish model: cost of an event, bytes of a patient"
  ) { seed, size in
    switch size {
    case .full: [try NationalBenchmark.report(replications: 3, days: 90, seed: seed)]
    case .quick: [try NationalBenchmark.report(replications: 1, runInDays: 1, days: 1, seed: seed)]
    }
  }
}
