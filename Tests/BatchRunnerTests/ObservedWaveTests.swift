import BatchRunner
import Foundation
import OutputStatistics
import ScenarioFiles
import Testing

/// What the pages of the replayed waves say of the stays that were published before the census was compared.
struct ObservedWaveTests {
  static func verdicts(_ name: String, law: String, replications: Int) throws -> [String: Bool] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let experiment = try ExperimentReader.load(root.appendingPathComponent("Experiments/\(name)").path)
    var plan = BatchPlan(experiment, replications: replications)
    plan.points = plan.points.filter { $0.levels.contains { $0.level == law } }
    let run = BatchRun(plan, context: RunContext(programVersion: "0", commandLine: [], threads: 2))
    return Dictionary(
      uniqueKeysWithValues: try run.run(into: nil).verdicts.map { verdict in
        let gap = abs((verdict.simulated?.estimate ?? .infinity) - verdict.expectation.value)
        return (verdict.expectation.measure, gap <= verdict.expectation.tolerance ?? 0)
      })
  }

  @Test("new patients and the stays of 1,563 patients give the census of the first wave, admissions do not")
  func firstWave() throws {
    let passes = try Self.verdicts("validation-sweden-2020", law: "chew-gamma", replications: 3)
    #expect(passes["icu_new_patients"] == true)
    #expect(passes["icu_patients_error_beds"] == true)
    #expect(passes["icu_patients_peak_beds"] == true)
    #expect(passes["icu_admissions_error_beds"] == false)
  }

  @Test("the stays of the first wave are too long for the second")
  func secondWave() throws {
    let passes = try Self.verdicts("validation-sweden-2021", law: "first-wave-published", replications: 2)
    #expect(passes["icu_patients_6_january_2021"] == false)
  }
}
