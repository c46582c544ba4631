import RandomStreams
import SimulationKernel

/// The queue of ``ProcessQueueBenchmark``: a source of customers and what each of them does.
@SimulationActor
final class ProcessQueueModel {
  private let simulation: ProcessSimulation
  private let server: Resource
  private var arrivals: Xoshiro256PlusPlus
  private var services: Xoshiro256PlusPlus
  /// Sum of the times in the system, µs.
  private(set) var ticksInSystem: Int64 = 0

  init(_ simulation: ProcessSimulation, seed: UInt64) {
    self.simulation = simulation
    server = Resource(capacity: 1, in: simulation)
    arrivals = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
    services = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 1))
  }

  /// Lets `count` customers come, each a process.
  func admit(_ count: Int) async throws {
    for _ in 0..<count {
      try await simulation.hold(for: .hours(arrivals.exponential(mean: 1 / 0.9)))
      simulation.spawn { [self] in
        let arrival = simulation.now
        try await server.acquire()
        try await simulation.hold(for: .hours(services.exponential()))
        server.release()
        ticksInSystem += (simulation.now - arrival).ticks
      }
    }
  }
}
