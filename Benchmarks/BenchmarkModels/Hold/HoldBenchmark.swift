import RandomStreams
import SimulationKernel

/// The hold model on the event queue alone: take the earliest key, put it back an exponential time later.
///
/// Jones 1986, DOI 10.1145/5684.5686. With exponential increments the keys taken are a Poisson process of
/// rate *n*, from the first one on, so the mean step of the clock times *n* is one increment.
public enum HoldBenchmark {
  /// Fills a queue with `size` keys, warms it by 2 `size` holds and times `holds` more.
  ///
  /// - Precondition: `size` and `holds` are at least 1, `size` at most 2^24.
  public static func run(size: Int, holds: Int, seed: UInt64) -> BenchmarkReport {
    precondition(size >= 1 && size <= 1 << 24 && holds >= 1, "a hold needs a key, and slots have 24 bits")
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
    var queue = EventQueue(capacity: size)
    var sequence: UInt32 = 0
    for slot in 0..<size {
      let time = SimulationTime.zero + .hours(random.exponential())
      queue.push(EventKey(time: time, priority: 4, source: 0, sequence: sequence, slot: slot))
      sequence &+= 1
    }
    let before = hold(2 * size, &queue, &sequence, &random)
    let start = ResourceUse.now
    let after = hold(holds, &queue, &sequence, &random)
    let use = ResourceUse.now.since(start)
    return BenchmarkReport(
      name: "queue-\(size)", seed: seed, replications: 1, canonicalEvents: holds, ownEvents: holds, use: use,
      figures: [
        BenchmarkReport.Figure(
          key: "mean_step_times_size_hours", value: (after - before).hours * Double(size) / Double(holds),
          expected: 1, standardError: 1 / Double(holds).squareRoot()),
        BenchmarkReport.Figure(key: "hold_nanoseconds", value: use.wallSeconds * 1e9 / Double(holds)),
      ])
  }

  /// Carries out `count` holds and answers the time of the last key taken.
  @inline(never)
  private static func hold(
    _ count: Int, _ queue: inout EventQueue, _ sequence: inout UInt32, _ random: inout Xoshiro256PlusPlus
  ) -> SimulationTime {
    var time = SimulationTime.zero
    var number = sequence
    for _ in 0..<count {
      guard let key = queue.first() else { preconditionFailure("a hold keeps the number of keys") }
      queue.dropFirst()
      time = key.time
      queue.push(
        EventKey(
          time: time + .hours(random.exponential()), priority: 4, source: 0, sequence: number, slot: key.slot)
      )
      number &+= 1
    }
    sequence = number
    return time
  }
}

extension Benchmark {
  /// The event queue alone at three sizes.
  static let eventQueue = Benchmark(
    name: "queue", summary: "the hold model on the event queue at 100, 10,000 and 1,000,000 keys"
  ) { seed, size in
    switch size {
    case .full:
      [(100, 10_000_000), (10_000, 10_000_000), (1_000_000, 3_000_000)].map { keys, holds in
        HoldBenchmark.run(size: keys, holds: holds, seed: seed)
      }
    case .quick: [100, 10_000].map { keys in HoldBenchmark.run(size: keys, holds: 50_000, seed: seed) }
    }
  }
}
