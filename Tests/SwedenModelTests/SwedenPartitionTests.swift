import BatchRunner
import CareModel
import CarePolicies
import Foundation
import ScenarioFiles
import SimulationKernel
import Testing

#if !DEBUG
  @Suite("Sweden in partitions", .serialized)
  struct SwedenPartitionTests {
    @Test("Every region and desk its own partition gives what one queue gives, at 1, 2, 3 and 8 workers")
    func sameResult() throws {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let experiment = try ExperimentReader.load(
        root.appendingPathComponent("Experiments/sweden-first-look").path)
      let point = try #require(experiment.points.first)
      let arm = try #require(experiment.arms.first { $0.id == "share" })
      func run(_ shortestLink: SimulationDuration, _ workers: WindowWorkers) -> TrialResult {
        var peace = CareSimulation(
          point.network, scenario: point.scenario, horizonDays: 5, drainDays: 1, seed: 3, replication: 0,
          policies: PolicyCatalogue.policySet([], network: point.network), shortestLink: shortestLink)
        peace.runIn(workers: workers)
        var simulation = peace.copy(
          with: PolicyCatalogue.policySet(arm.choices, network: point.network, isNoWait: false))
        simulation.run(workers: workers)
        return simulation.result(point.network, measures: MeasureList(point.network))
      }
      let serial = run(.longest, .one)
      for count in [1, 2, 3, 8] {
        let workers = WindowWorkers(count: count, spinsBeforeParking: count > 2 ? 0 : 100)
        #expect(run(.tick, workers) == serial, "\(count) workers")
      }
    }
  }
#endif
