import Dispatch
import RandomStreams
import SimulationKernel
import Synchronization
import Testing

@Suite("Many processes")
struct ScaleTests {
  /// A digest of the course of a run with pre-emption, reneging and child tasks.
  static func digest(seed: UInt64) throws -> UInt64 {
    try withProcessSimulation(end: .zero + .hours(300)) { simulation in
      var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
      var digest: UInt64 = 0xcbf2_9ce4_8422_2325
      let resource = Resource(capacity: 3)
      let tool = PreemptiveResource(capacity: 1)
      @SimulationActor func note(_ number: Int, _ code: UInt64) {
        digest =
          (digest ^ UInt64(simulation.now.ticks) ^ UInt64(number) << 40 ^ code << 60) &* 0x100_0000_01b3
      }
      simulation.spawn {
        while true {
          try await simulation.hold(for: .hours(random.exponential()))
          let number = simulation.processCount
          let (first, second) = (random.exponential(), random.exponential())
          simulation.spawn {
            let got = try await resource.with(priority: number % 3, patience: .hours(2)) {
              async let work: Int = tool.use(for: .hours(first / 2), priority: number % 2)
              async let pause: Void = simulation.hold(for: .hours(second * 2))
              note(number, UInt64(try await work))
              try await pause
              return true
            }
            note(number, got == nil ? 4 : 5)
          }
        }
      }
      try simulation.run()
      return digest
    }
  }

  @Test("Simulations on several threads at once take the courses that each takes alone")
  func threads() throws {
    let alone = try (0..<4).map { seed in try Self.digest(seed: UInt64(seed)) }
    let together = Mutex([UInt64](repeating: 0, count: 4))
    DispatchQueue.concurrentPerform(iterations: 4) { index in
      let digest = (try? Self.digest(seed: UInt64(index))) ?? 0
      together.withLock { values in values[index] = digest }
    }
    #expect(together.withLock { values in values } == alone)
    #expect(Set(alone).count == 4)
  }

  @Test("100,000 processes live in one run")
  func live() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      var finished = 0
      for number in 0..<100_000 {
        simulation.spawn {
          try await simulation.hold(for: SimulationDuration(ticks: Int64(1 + number * 7919 % 100_003)))
          finished += 1
        }
      }
      try simulation.run(until: .zero + .tick)
      #expect(simulation.liveProcessCount == 100_000)
      try simulation.run()
      #expect(finished == 100_000 && simulation.eventCount == 100_000)
    }
  }

  @Test(
    "20,000 wait for one condition, one store and one process, and lose patience at once",
    .timeLimit(.minutes(1)))
  func waiters() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let condition = ProcessCondition()
      let store = Store<Int>()
      let sleeper = simulation.spawn { try await simulation.hold(for: .hours(200)) }
      var reneged = 0
      for number in 0..<20_000 {
        simulation.spawn {
          if try await !condition.wait(until: { false }, patience: .hours(1)) { reneged += 1 }
          if number % 2 == 0 {
            if try await store.take(patience: .hours(1)) == nil { reneged += 1 }
            try await sleeper.waitForEnd()
          } else {
            reneged += try await store.take()
          }
        }
      }
      simulation.spawn(after: .hours(3)) { for _ in 0..<10_000 { try await store.put(1) } }
      try simulation.run(until: .zero + .hours(50))
      #expect(reneged == 40_000 && condition.waitingCount == 0 && store.waitingToTake == 0)
      try simulation.run()
      #expect(simulation.liveProcessCount == 0)
    }
  }
}
