import SimulationKernel

/// What happened in the whole run, in order.
///
/// `@unchecked Sendable` because it is for runs on one thread.
final class Journal: @unchecked Sendable {
  var log: [LogEntry] = []
}

/// One entity of a script carried out by the kernel.
struct ScriptedEntity: SimulationEntity {
  typealias Scheduler = EventScheduler<UInt32, UInt32>
  typealias World = Shared<Script>

  let number: Int
  var log: [LogEntry] = []
  /// By number of the label; none for messages and barriers, which cannot be recalled.
  var handles: [EventHandle] = []
  var journal: Journal?

  mutating func handle(_ event: UInt32, in world: World, _ scheduler: inout Scheduler) {
    act(event, kind: .event, world.value, &scheduler)
  }

  mutating func receive(_ message: UInt32, in world: World, _ scheduler: inout Scheduler) {
    act(message, kind: .message, world.value, &scheduler)
  }

  private mutating func note(_ label: UInt32, _ kind: LogEntry.Kind, _ now: SimulationTime) {
    let entry = LogEntry(ticks: now.ticks, entity: number, label: label, kind: kind)
    log.append(entry)
    journal?.log.append(entry)
  }

  mutating func act(_ label: UInt32, kind: LogEntry.Kind, _ script: Script, _ scheduler: inout Scheduler) {
    note(label, kind, scheduler.now)
    let commands = script.commands(
      of: label, entity: number, isBarrier: kind == .barrier, next: UInt32(handles.count))
    for command in commands {
      let new = Script.label(number, UInt32(handles.count))
      switch command {
      case .schedule(let delay, let priority):
        handles.append(scheduler.schedule(new, after: SimulationDuration(ticks: delay), priority: priority))
      case .send(let other, let delay, let priority):
        scheduler.send(new, to: other, after: SimulationDuration(ticks: delay), priority: priority)
        handles.append(.none)
      case .barrier(let delay):
        scheduler.scheduleBarrier(new, at: scheduler.now + SimulationDuration(ticks: delay))
        handles.append(.none)
      case .cancel(let target):
        let wasCancelled = scheduler.cancel(handles[Int(target & 0xF_FFFF)])
        note(target, wasCancelled ? .cancelled : .notCancelled, scheduler.now)
      }
    }
  }
}

/// A script in the engine, with what its barriers saw.
struct ScriptedRun: ~Copyable {
  var engine: SimulationEngine<ScriptedEntity>
  var script: Script
  /// Of every entity, the number of log lines, at every barrier.
  var sights: [[Int]] = []

  init(_ script: Script, plan: PartitionPlan? = nil, journal: Journal? = nil) {
    self.script = script
    var entities = Slab<ScriptedEntity>()
    for number in 0..<script.entityCount {
      entities.append(ScriptedEntity(number: number, journal: journal))
    }
    engine = SimulationEngine(entities: entities, end: SimulationTime(ticks: script.endTicks), plan: plan)
    for index in 0..<script.initialCount {
      engine.act(as: index % script.entityCount) { entity, scheduler in
        let label = Script.label(entity.number, UInt32(entity.handles.count))
        entity.handles.append(scheduler.schedule(label, at: SimulationTime(ticks: Int64(index % 3))))
      }
    }
  }

  private init(engine: consuming SimulationEngine<ScriptedEntity>, script: Script, sights: [[Int]]) {
    self.engine = engine
    self.script = script
    self.sights = sights
  }

  borrowing func copy(journal: Journal?) -> ScriptedRun {
    let copy = engine.copy { entity in
      var other = entity
      other.journal = journal
      return other
    }
    return ScriptedRun(engine: copy, script: script, sights: sights)
  }

  mutating func run(until ticks: Int64 = .max >> 12, workers: WindowWorkers = .one) {
    var sights = sights
    engine.run(sharing: &script, until: SimulationTime(ticks: ticks), workers: workers) {
      code, engine, script in
      var sight: [Int] = []
      for entity in 0..<engine.entities.count { sight.append(engine.entities[entity].log.count) }
      sights.append(sight)
      let known = script
      engine.act(as: 0) { entity, scheduler in entity.act(code, kind: .barrier, known, &scheduler) }
    }
    self.sights = sights
  }

  var logs: [[LogEntry]] { (0..<engine.entities.count).map { engine.entities[$0].log } }
}

extension Script {
  /// Every entity its own partition.
  var finestPlan: PartitionPlan {
    PartitionPlan(
      (0..<entityCount).map {
        .init(entities: [$0], lookahead: SimulationDuration(ticks: lookahead(of: $0)))
      })
  }

  /// Entities dealt to `count` partitions like cards.
  func dealtPlan(_ count: Int) -> PartitionPlan {
    PartitionPlan(
      (0..<count).map { partition in
        let members = stride(from: partition, to: entityCount, by: count).map { $0 }
        return .init(
          entities: members,
          lookahead: SimulationDuration(ticks: members.map { lookahead(of: $0) }.min() ?? 1))
      })
  }
}
