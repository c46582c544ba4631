import BatchRunner
import CareModel
import CarePolicies
import Foundation
import ScenarioFiles
import Testing

/// The regional benchmark as a model file against the plain C program that it describes.
@Suite("The regional benchmark as a model")
struct RegionalModelTests {
  /// Means and standard deviations of `Benchmarks/peers/w4_c.c` over 60 replications (seeds 1 to 60).
  static let floor: [(measure: String, mean: Double, deviation: Double)] = [
    ("patients", 100_169.85, 558.4), ("home_patients", 37_577.0, 252.3), ("moved_patients", 6253.63, 86.26),
    ("ward_discharges_patients", 60_128.1, 359.0), ("triage_wait_hours", 0.118545, 0.007634),
    ("vehicle_wait_hours", 0.0107317, 0.005282), ("icu_wait_hours", 11.0756, 2.4771),
    ("ward_wait_hours", 1.7029, 0.5817), ("planned_ward_wait_hours", 3.77363, 1.4518),
  ]

  #if DEBUG
    static let replications = 1
  #else
    static let replications = 60
  #endif

  @Test("its figures are those of the C program: |z| below 4 for each (p = 6e-5)")
  func figures() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let experiment = try ExperimentReader.load(
      root.appendingPathComponent("Experiments/regional-benchmark").path)
    let point = try #require(experiment.points.first)
    let measures = MeasureList(point.network)
    var sums = [Double](repeating: 0, count: Self.floor.count)
    for replication in 0..<Self.replications {
      var simulation = CareSimulation(
        point.network, scenario: point.scenario, horizonDays: Int(experiment.horizonDays),
        drainDays: Int(experiment.drainDays), seed: experiment.seed, replication: UInt32(replication),
        policies: PolicyCatalogue.policySet([], network: point.network))
      simulation.runIn()
      simulation.run()
      let result = simulation.result(point.network, measures: measures)
      for (index, figure) in Self.floor.enumerated() {
        let place = try #require(measures.nationalIndex(of: figure.measure))
        sums[index] += try #require(result.values[place])
      }
    }
    let count = Double(Self.replications)
    for (index, figure) in Self.floor.enumerated() {
      let error = figure.deviation * (1 / count + 1 / 60.0).squareRoot()
      let z = (sums[index] / count - figure.mean) / error
      #expect(abs(z) < 4, "\(figure.measure): \(sums[index] / count), z \(z)")
    }
  }
}
