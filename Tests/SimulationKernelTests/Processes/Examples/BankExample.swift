import RandomStreams
import SimulationKernel

@SimulationActor
final class Bank {
  let tellers = Resource(capacity: 2)
  var random: Xoshiro256PlusPlus
  var served = 0
  var waited = SimulationDuration.zero
  var log: [String] = []

  init(seed: UInt64) {
    random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
  }

  func open() async throws {
    for number in 1...40 {
      try await hold(for: .minutes(random.exponential(mean: 5)))
      let service = SimulationDuration.minutes(random.exponential(mean: 9))
      ProcessSimulation.current.spawn { try await self.visit(number, service) }
    }
  }

  func visit(_ number: Int, _ service: SimulationDuration) async throws {
    let simulation = ProcessSimulation.current
    let arrival = simulation.now
    try await tellers.with {
      let wait = simulation.now - arrival
      if number <= 5 { log.append("customer \(number) came at \(minutes(arrival)), waited \(minutes(wait))") }
      waited = waited + wait
      try await simulation.hold(for: service)
      served += 1
    }
  }
}

func bankExample() throws -> [String] {
  try withProcessSimulation(end: .zero + .hours(8)) { simulation in
    let bank = Bank(seed: 42)
    simulation.spawn { try await bank.open() }
    try simulation.run()
    let mean = SimulationDuration(ticks: bank.waited.ticks / Int64(bank.served))
    return bank.log + ["served \(bank.served), mean wait \(minutes(mean)) minutes"]
  }
}
