import RandomStreams
import SimulationKernel

/// What a scripted event does; the label of a new event is its entity's next free number.
enum Command {
  case schedule(delay: Int64, priority: UInt8)
  case send(entity: Int, delay: Int64, priority: UInt8)
  case barrier(delay: Int64)
  case cancel(label: UInt32)
}

/// One line of what happened.
struct LogEntry: Hashable {
  enum Kind { case event, message, barrier, cancelled, notCancelled }
  var ticks: Int64
  var entity: Int
  var label: UInt32
  var kind: Kind
}

/// A random but repeatable model: every label has its commands, full of ties, for a kernel and an oracle to carry out.
struct Script: Sendable {
  var seed: UInt64
  var entityCount = 5
  var endTicks: Int64 = 400
  /// Labels of one entity: what an entity may still do depends on itself alone.
  var labelLimit: UInt32 = 300
  var initialCount = 40
  var cancelShare = 0.3
  /// Entities are at least this far apart, the nth one n times further.
  var leastDelay: Int64 = 1

  /// Label `number` of an entity.
  static func label(_ entity: Int, _ number: UInt32) -> UInt32 { UInt32(entity) << 20 | number }

  /// The least delay of what `entity` sends.
  func lookahead(of entity: Int) -> Int64 { leastDelay * Int64(1 + entity % 3) }

  /// - Parameter next: labels that the acting entity has given so far.
  func commands(of label: UInt32, entity: Int, isBarrier: Bool, next: UInt32) -> [Command] {
    guard next < labelLimit else { return [] }
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: label))
    var commands: [Command] = []
    for _ in 0..<random.below(4) {
      let delay = Int64(random.below(4) == 0 ? random.below(120) : random.below(3))
      let priority = UInt8(1 + random.below(7))
      switch random.uniform() {
      case ..<0.5: commands.append(.schedule(delay: delay, priority: priority))
      case ..<0.8:
        let other = Int(random.below(UInt64(entityCount)))
        commands.append(.send(entity: other, delay: delay + lookahead(of: entity), priority: priority))
      default:
        if entity == 0 { commands.append(.barrier(delay: isBarrier ? delay : delay + 1)) }
      }
      if random.uniform() < cancelShare, next > 0 {
        commands.append(.cancel(label: Script.label(entity, UInt32(random.below(UInt64(next))))))
      }
    }
    return commands
  }
}
