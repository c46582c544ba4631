/// The rules of order carried out in the plainest way: pending events in an array, the least taken by a search.
struct SortedArrayOracle {
  struct Entry {
    var ticks: Int64
    var priority: UInt8
    var source: Int
    var sequence: Int
    var destination: Int
    var label: UInt32
    var kind: LogEntry.Kind

    func isBefore(_ other: Entry) -> Bool {
      (ticks, Int(priority), source, sequence) < (
        other.ticks, Int(other.priority), other.source, other.sequence
      )
    }
  }

  let script: Script
  private var pending: [Entry] = []
  private var sequences: [Int]
  /// Labels given so far by each entity.
  private var given: [UInt32]
  private var now: Int64 = 0
  private(set) var log: [LogEntry] = []

  init(_ script: Script) {
    self.script = script
    sequences = Array(repeating: 0, count: script.entityCount)
    given = Array(repeating: 0, count: script.entityCount)
    for label in 0..<script.initialCount {
      let entity = label % script.entityCount
      add(.event, from: entity, to: entity, at: Int64(label % 3), priority: 4)
    }
  }

  mutating func run() {
    while let first = pending.indices.min(by: { pending[$0].isBefore(pending[$1]) }) {
      let entry = pending.remove(at: first)
      now = entry.ticks
      carryOut(entry)
    }
  }

  private mutating func add(
    _ kind: LogEntry.Kind, from source: Int, to destination: Int, at ticks: Int64, priority: UInt8
  ) {
    let label = Script.label(source, given[source])
    given[source] += 1
    let sequence = sequences[source]
    sequences[source] += 1
    guard ticks < script.endTicks else { return }
    pending.append(
      Entry(
        ticks: ticks, priority: priority, source: source, sequence: sequence, destination: destination,
        label: label, kind: kind))
  }

  private mutating func carryOut(_ entry: Entry) {
    let entity = entry.destination
    log.append(LogEntry(ticks: now, entity: entity, label: entry.label, kind: entry.kind))
    let commands = script.commands(
      of: entry.label, entity: entity, isBarrier: entry.kind == .barrier, next: given[entity])
    for command in commands {
      switch command {
      case .schedule(let delay, let priority):
        add(.event, from: entity, to: entity, at: now + delay, priority: priority)
      case .send(let other, let delay, let priority):
        add(.message, from: entity, to: other, at: now + delay, priority: priority)
      case .barrier(let delay): add(.barrier, from: 0, to: 0, at: now + delay, priority: 0)
      case .cancel(let target):
        let place = pending.firstIndex { $0.label == target && $0.kind == .event }
        if let place { pending.remove(at: place) }
        log.append(
          LogEntry(
            ticks: now, entity: entity, label: target,
            kind: place == nil ? .notCancelled : .cancelled))
      }
    }
  }
}
