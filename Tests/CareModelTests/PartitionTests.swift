import CareModel
import CarePolicies
import SimulationKernel
import Testing

@Suite("Partitions of a network", .serialized)
struct PartitionTests {
  /// All figures of one arm.
  func outcome(_ seed: UInt64, shortestLink: SimulationDuration, workers: WindowWorkers) -> (TrialResult, Int)
  {
    let (network, scenario) = RandomNetwork.make(seed: seed)
    let policies =
      seed % 2 == 0 ? PolicyCatalogue.policySet([], network: network) : RandomNetwork.allPolicies(network)
    var simulation = CareSimulation(
      network, scenario: scenario, horizonDays: 4, drainDays: 2, seed: seed, replication: 0,
      policies: policies, shortestLink: shortestLink)
    simulation.runIn(workers: workers)
    simulation.run(workers: workers)
    return (simulation.result(network, measures: MeasureList(network)), simulation.engine.partitionCount)
  }

  #if DEBUG
    static let networks: UInt64 = 10
  #else
    static let networks: UInt64 = 100
  #endif

  @Test("Every entity its own partition gives what one queue gives, at 1, 2, 3 and 8 workers, 100 networks")
  func sameResult() {
    var most = 0
    for seed in 1...Self.networks {
      let (serial, one) = outcome(seed, shortestLink: .longest, workers: .one)
      #expect(one == 1)
      for count in [1, 2, 3, 8] {
        let workers = WindowWorkers(
          count: count, spinsBeforeParking: count > 2 ? 0 : 50, leastEventsPerWindow: 0)
        let (windowed, partitions) = outcome(seed, shortestLink: .tick, workers: workers)
        most = max(most, partitions)
        #expect(windowed == serial, "seed \(seed), \(count) workers")
      }
    }
    #expect(most > 3)
  }
}
