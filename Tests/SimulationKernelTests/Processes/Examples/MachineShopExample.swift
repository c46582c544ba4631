import RandomStreams
import SimulationKernel

struct Breakdown: Error {}

@SimulationActor
final class MachineShop {
  let repairer = PreemptiveResource(capacity: 1)
  var random: Xoshiro256PlusPlus
  var parts = [0, 0, 0]
  var breakdowns = [0, 0, 0]
  var otherJobs = 0
  var lossesOfRepairer = 0

  init(seed: UInt64) {
    random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
  }

  func open() {
    let simulation = ProcessSimulation.current
    for machine in parts.indices {
      simulation.spawn { try await self.makeParts(machine) }
    }
    simulation.spawn {
      while true {
        self.lossesOfRepairer += try await self.repairer.use(for: .hours(1), priority: 2)
        self.otherJobs += 1
      }
    }
  }

  func makeParts(_ machine: Int) async throws {
    let simulation = ProcessSimulation.current
    let process = simulation.currentProcess
    var work = SimulationDuration.minutes(10)
    while true {
      let failure = simulation.spawn(after: .hours(random.exponential(mean: 5))) {
        process?.interrupt(Breakdown())
      }
      do {
        while true {
          let begun = simulation.now
          defer { work = work - (simulation.now - begun) }
          try await simulation.hold(for: work)
          parts[machine] += 1
          work = work + .minutes(10)
        }
      } catch is Breakdown {
        breakdowns[machine] += 1
        try await failure.waitForEnd()
        try await repairer.use(for: .minutes(30), priority: 1)
      }
    }
  }
}

func machineShopExample() throws -> [String] {
  try withProcessSimulation(end: .zero + .days(28)) { simulation in
    let shop = MachineShop(seed: 11)
    shop.open()
    try simulation.run()
    return shop.parts.indices.map { machine in
      "machine \(machine + 1): \(shop.parts[machine]) parts, \(shop.breakdowns[machine]) breakdowns"
    } + ["other jobs: \(shop.otherJobs), put off \(shop.lossesOfRepairer) times"]
  }
}
