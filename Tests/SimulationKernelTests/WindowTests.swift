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

  /// Counts its own events, one a minute.
  private struct Counter: SimulationEntity {
    typealias World = Shared<Void>
    var count = 0
    mutating func handle(
      _ event: UInt8, in world: World, _ scheduler: inout EventScheduler<UInt8, NoMessage>
    ) {
      count += 1
      scheduler.schedule(event, after: .minutes(1))
    }
  }

  /// A run of ten hours with a barrier at each hour; the number of events that each entity counted.
  private func counts(
    _ entities: Int, workers: WindowWorkers,
    barrier: (UInt32, inout SimulationEngine<Counter>) -> Void = { _, _ in }
  ) -> [Int] {
    let plan = PartitionPlan(
      (0..<entities).map { .init(entities: [$0], lookahead: .minutes(10)) },
      entityZeroSchedulesBarriers: false)
    var engine = SimulationEngine(
      entities: Slab(repeating: Counter(), count: entities), end: .zero + .hours(10), plan: plan)
    for entity in 0..<entities {
      engine.act(as: entity) { _, scheduler in _ = scheduler.schedule(0, after: .zero) }
    }
    for hour in 1..<10 {
      engine.act(as: 0) { _, scheduler in
        scheduler.scheduleBarrier(UInt32(hour), at: .zero + .hours(Double(hour)))
      }
    }
    var nothing: Void = ()
    engine.run(sharing: &nothing, until: engine.end, workers: workers) { code, engine, _ in
      barrier(code, &engine)
    }
    return (0..<entities).map { engine.entities[$0].count }
  }

  @Test(
    "Entities that a barrier replaces are those that events change, whoever simulates them",
    arguments: [1, 4])
  func replacedEntities(count: Int) {
    let counts = counts(16, workers: workers(count)) { code, engine in
      if code == 5 { engine.entities = Slab(repeating: Counter(), count: 16) }
    }
    #expect(counts == Array(repeating: 300, count: 16))
  }

  @Test("A copy that a barrier puts in the engine's place goes on", arguments: [1, 4])
  func replacedEngine(count: Int) {
    let counts = counts(16, workers: workers(count)) { code, engine in
      if code == 5 { engine = engine.copy { entity in Counter(count: entity.count + 1000) } }
    }
    #expect(counts == Array(repeating: 1600, count: 16))
  }

  @Test("More workers than partitions, and than a program may have threads, change nothing")
  func manyWorkers() {
    #expect(counts(3, workers: workers(300)) == [600, 600, 600])
    #expect(counts(260, workers: workers(260)) == Array(repeating: 600, count: 260))
  }

  @Test("A barrier does not change the number of entities")
  func numberOfEntities() async {
    await #expect(processExitsWith: .failure) {
      _ = WindowTests().counts(2, workers: .one) { _, engine in engine.entities.append(Counter()) }
    }
  }
}
