import CareModel
import CarePolicies
import SimulationKernel
import Testing

@Suite("Nothing is lost")
struct ConservationTests {
  #if DEBUG
    static let seeds = 1...24
  #else
    static let seeds = 1...400
  #endif

  @Test(
    "After every event a walk of all slabs, queues, vehicles and messages finds every patient once",
    arguments: seeds)
  func everyEvent(seed: Int) {
    let (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    for policies in [
      PolicyCatalogue.policySet([], network: network), RandomNetwork.allPolicies(network),
      PolicyCatalogue.policySet([], network: network, isNoWait: true),
    ] {
      // The walk traps with a sentence, so reaching the end is the assertion; the figures show it was a run.
      let results = Fixture.run(
        network, scenario: scenario, horizonDays: 6, drainDays: 2, seed: UInt64(seed), replications: 1,
        policies: policies, audits: true)
      #expect(results[0].eventCount > 100)
    }
  }

  @Test("The walk sees a patient who vanished")
  func walkFindsLoss() async {
    await #expect(processExitsWith: .failure) {
      let (network, scenario) = RandomNetwork.make(seed: 1)
      var simulation = CareSimulation(
        network, scenario: scenario, horizonDays: 4, drainDays: 0, seed: 1, replication: 0,
        policies: PolicyCatalogue.policySet([], network: network))
      simulation.runIn()
      simulation.run()
      simulation.engine[region: 0].diedCount -= 1
      simulation.engine.audit(simulation.world)
    }
  }
}
