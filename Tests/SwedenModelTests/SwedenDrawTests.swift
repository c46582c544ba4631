import BatchRunner
import CareModel
import CarePolicies
import Foundation
import RandomStreams
import ScenarioFiles
import Testing

#if !DEBUG
  @Suite("Draws of Sweden")
  struct SwedenDrawTests {
    @Test("No arm of the first look draws twice from one counter: run-in, 10 days of war and 2 after")
    func clean() throws {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let experiment = try ExperimentReader.load(
        root.appendingPathComponent("Experiments/sweden-first-look").path)
      let point = try #require(experiment.points.first)
      let register = DrawRegister()
      var peace = CareSimulation(
        point.network, scenario: point.scenario, horizonDays: 10, drainDays: 2, seed: 3, replication: 0,
        policies: PolicyCatalogue.policySet([], network: point.network), register: register)
      peace.runIn()
      #expect(register.count > 100_000)
      for arm in experiment.arms {
        var simulation = peace.copy(
          with: PolicyCatalogue.policySet(arm.choices, network: point.network, isNoWait: false))
        simulation.run()
        #expect(simulation.drawMistakes.isEmpty, "\(arm.id)")
      }
    }
  }
#endif
