import RandomStreams
import SimulationKernel

@SimulationActor
final class Counter {
  let clerk = Resource(capacity: 1)
  var random: Xoshiro256PlusPlus
  var log: [String] = []

  init(seed: UInt64) {
    random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
  }

  func open() async throws {
    for number in 1...6 {
      let patience = SimulationDuration.minutes(random.uniform(from: 1, to: 8))
      let service = SimulationDuration.minutes(random.exponential(mean: 6))
      ProcessSimulation.current.spawn { try await self.visit(number, patience, service) }
      try await hold(for: .minutes(random.exponential(mean: 3)))
    }
  }

  func visit(_ number: Int, _ patience: SimulationDuration, _ service: SimulationDuration) async throws {
    let simulation = ProcessSimulation.current
    let arrival = simulation.now
    guard try await clerk.acquire(patience: patience) else {
      log.append("\(minutes(simulation.now)): customer \(number) gave up after \(minutes(patience))")
      return
    }
    defer { clerk.release() }
    log.append("\(minutes(simulation.now)): customer \(number) waited \(minutes(simulation.now - arrival))")
    try await simulation.hold(for: service)
  }
}

func renegingExample() throws -> [String] {
  try withProcessSimulation(end: .zero + .hours(2)) { simulation in
    let counter = Counter(seed: 7)
    simulation.spawn { try await counter.open() }
    try simulation.run()
    return counter.log
  }
}
