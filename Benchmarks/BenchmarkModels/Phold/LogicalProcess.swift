import RandomStreams
import SimulationKernel

/// The numbers of PHOLD, the common benchmark of parallel engines (Fujimoto 1990, doi 10.1145/84537.84545), as
/// `Benchmarks/peers/w3_phold_c.c` has them; times in hours.
public enum PholdParameters {
  static let logicalProcesses = 1_024
  static let eventsEach = 16
  static let remoteShare = 0.25
  static let leastIncrement = 0.1
  static let meanExtraIncrement = 1.0
  /// Length of the run, hours.
  public static let endHours = 500.0
}

/// One logical process: every event schedules another, here or at a random one.
struct LogicalProcess: SimulationEntity {
  typealias World = Shared<Void>
  typealias Scheduler = EventScheduler<Hop, Hop>

  /// The one event; it carries nothing.
  struct Hop: BitwiseCopyable {}

  private var random: Xoshiro256PlusPlus
  private(set) var hops: UInt64 = 0
  /// Changes with the time and number of every hop.
  private(set) var digest: UInt64 = 0xcbf2_9ce4_8422_2325

  init(number: Int, key: StreamKey) {
    random = Xoshiro256PlusPlus(key: key, lane: UInt32(number))
  }

  /// Schedules the first events.
  mutating func start(_ scheduler: inout Scheduler) {
    for _ in 0..<PholdParameters.eventsEach { scheduler.schedule(Hop(), after: increment()) }
  }

  @inline(__always)
  mutating func handle(_ event: Hop, in world: World, _ scheduler: inout Scheduler) { hop(&scheduler) }

  @inline(__always)
  mutating func receive(_ message: Hop, in world: World, _ scheduler: inout Scheduler) { hop(&scheduler) }

  @inline(__always)
  private mutating func hop(_ scheduler: inout Scheduler) {
    hops += 1
    digest = (digest ^ UInt64(bitPattern: scheduler.now.ticks)) &* 0x100_0000_01b3
    if random.uniform() <= PholdParameters.remoteShare {
      let other = Int(random.below(UInt64(PholdParameters.logicalProcesses)))
      scheduler.send(Hop(), to: other, after: increment())
    } else {
      scheduler.schedule(Hop(), after: increment())
    }
  }

  @inline(__always)
  private mutating func increment() -> SimulationDuration {
    .hours(PholdParameters.leastIncrement + PholdParameters.meanExtraIncrement * random.exponential())
  }
}
