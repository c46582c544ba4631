import RandomStreams
import SimulationKernel

/// What a scripted event does; the label of a new event is the next free number.
enum Command {
  case schedule(delay: Int64, priority: UInt8)
  case send(entity: Int, delay: Int64, priority: UInt8)
  case barrier(delay: Int64)
  case cancel(label: Int)
}

/// One line of what happened.
struct LogEntry: Equatable {
  enum Kind { case event, message, barrier, cancelled, notCancelled }
  var ticks: Int64
  var entity: Int
  var label: UInt32
  var kind: Kind
}

/// A random but repeatable model: every label has its commands, full of ties, for a kernel and an oracle to carry out.
struct Script {
  var seed: UInt64
  var entityCount = 5
  var endTicks: Int64 = 400
  var labelLimit: UInt32 = 1500
  var initialCount = 40
  var cancelShare = 0.3

  func commands(of label: UInt32, entity: Int, isBarrier: Bool, nextLabel: UInt32) -> [Command] {
    guard nextLabel < labelLimit else { return [] }
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: label))
    var commands: [Command] = []
    for _ in 0..<random.below(4) {
      let delay = Int64(random.below(4) == 0 ? random.below(120) : random.below(3))
      let priority = UInt8(1 + random.below(7))
      switch random.uniform() {
      case ..<0.5: commands.append(.schedule(delay: delay, priority: priority))
      case ..<0.8:
        let entity = Int(random.below(UInt64(entityCount)))
        commands.append(.send(entity: entity, delay: delay + 1, priority: priority))
      default:
        if entity == 0 { commands.append(.barrier(delay: isBarrier ? delay : delay + 1)) }
      }
      if random.uniform() < cancelShare {
        commands.append(.cancel(label: Int(random.below(UInt64(nextLabel)))))
      }
    }
    return commands
  }
}
