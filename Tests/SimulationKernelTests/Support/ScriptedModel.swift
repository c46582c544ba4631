import SimulationKernel

/// A script carried out by the kernel.
struct ScriptedModel: SimulationModel {
  typealias Scheduler = EventScheduler<UInt32, UInt32>

  let script: Script
  var log: [LogEntry] = []
  /// By label; none for messages and barriers, which cannot be recalled.
  var handles: [EventHandle] = []
  var owners: [Int] = []

  static func scheduler(_ script: Script) -> Scheduler {
    Scheduler(entityCount: script.entityCount, end: SimulationTime(ticks: script.endTicks))
  }

  mutating func start(in scheduler: inout Scheduler) {
    for label in 0..<script.initialCount {
      let entity = label % script.entityCount
      handles.append(
        scheduler.schedule(UInt32(label), of: entity, at: SimulationTime(ticks: Int64(label % 3))))
      owners.append(entity)
    }
  }

  mutating func handle(_ event: UInt32, at entity: Int, in scheduler: inout Scheduler) {
    act(event, kind: .event, at: entity, in: &scheduler)
  }

  mutating func receive(_ message: UInt32, at entity: Int, in scheduler: inout Scheduler) {
    act(message, kind: .message, at: entity, in: &scheduler)
  }

  mutating func barrier(_ code: UInt32, in scheduler: inout Scheduler) {
    act(code, kind: .barrier, at: 0, in: &scheduler)
  }

  private mutating func act(
    _ label: UInt32, kind: LogEntry.Kind, at entity: Int, in scheduler: inout Scheduler
  ) {
    log.append(LogEntry(ticks: scheduler.now.ticks, entity: entity, label: label, kind: kind))
    let commands = script.commands(
      of: label, entity: entity, isBarrier: kind == .barrier, nextLabel: UInt32(handles.count))
    for command in commands {
      let new = UInt32(handles.count)
      switch command {
      case .schedule(let delay, let priority):
        handles.append(scheduler.schedule(new, after: SimulationDuration(ticks: delay), priority: priority))
        owners.append(entity)
      case .send(let other, let delay, let priority):
        scheduler.send(new, to: other, after: SimulationDuration(ticks: delay), priority: priority)
        handles.append(.none)
        owners.append(-1)
      case .barrier(let delay):
        scheduler.scheduleBarrier(new, at: scheduler.now + SimulationDuration(ticks: delay))
        handles.append(.none)
        owners.append(-1)
      case .cancel(let target) where owners[target] == entity:
        let wasCancelled = scheduler.cancel(handles[target])
        log.append(
          LogEntry(
            ticks: scheduler.now.ticks, entity: entity, label: UInt32(target),
            kind: wasCancelled ? .cancelled : .notCancelled))
      case .cancel: break
      }
    }
  }
}
