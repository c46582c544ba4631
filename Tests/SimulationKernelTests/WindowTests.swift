import RandomStreams
import SimulationKernel
import Testing

/// Always in parallel, and asleep rather than spinning: the hardest case for the meetings.
private func workers(_ count: Int) -> WindowWorkers {
  WindowWorkers(count: count, spinsBeforeParking: count > 2 ? 0 : 50, leastEventsPerWindow: 0)
}

@Suite("Windows", .serialized)
struct WindowTests {
  func script(_ seed: UInt64) -> Script {
    Script(
      seed: seed, entityCount: 1 + Int(seed % 9), labelLimit: 150, cancelShare: 0.2,
      leastDelay: [1, 4, 30][Int(seed % 3)])
  }

  @Test("Every entity its own partition gives what one queue gives, 300 seeds on one thread")
  func alone() {
    for seed in 1...300 as ClosedRange<UInt64> {
      let script = script(seed)
      var serial = ScriptedRun(script)
      serial.run()
      var windowed = ScriptedRun(script, plan: script.finestPlan)
      windowed.run()
      #expect(windowed.logs == serial.logs, "seed \(seed)")
      #expect(windowed.sights == serial.sights, "seed \(seed)")
      #expect(windowed.engine.executedCount == serial.engine.executedCount, "seed \(seed)")
      var dealt = ScriptedRun(script, plan: script.dealtPlan(min(script.entityCount, 3)))
      dealt.run(until: 100)
      dealt.run()
      #expect(dealt.logs == serial.logs, "seed \(seed), three partitions")
    }
  }

  @Test("Two, three and eight workers give what one queue gives, 200 seeds", arguments: [2, 3, 8])
  func together(count: Int) {
    for seed in 1...200 as ClosedRange<UInt64> {
      let script = script(seed)
      var serial = ScriptedRun(script)
      serial.run()
      var windowed = ScriptedRun(script, plan: script.finestPlan)
      windowed.run(until: 33, workers: workers(count))
      windowed.run(workers: workers(count))
      #expect(windowed.logs == serial.logs, "seed \(seed)")
      #expect(windowed.sights == serial.sights, "seed \(seed)")
      #expect(windowed.engine.executedCount == serial.engine.executedCount, "seed \(seed)")
    }
  }
}
