import RandomStreams
import SimulationKernel

/// PHOLD from one queue, in windows on one thread, and in windows on two.
public enum PholdBenchmark {
  /// The result of one run, the same for any partitions and threads.
  public struct Outcome: Equatable, Sendable {
    /// Hops of all logical processes.
    public let hops: Int
    /// Of the times of all hops.
    public let digest: UInt64
  }

  /// Runs once.
  ///
  /// - Parameters:
  ///   - partitions: blocks of logical processes with a queue of their own.
  ///   - threads: workers that share the partitions.
  /// - Precondition: `partitions` divides 1,024.
  public static func outcome(
    seed: UInt64, partitions: Int, threads: Int, endHours: Double = PholdParameters.endHours
  ) -> Outcome {
    var engine = start(seed: seed, partitions: partitions, endHours: endHours)
    engine.run(until: engine.end, workers: WindowWorkers(count: threads))
    var hops = 0
    var digest: UInt64 = 0
    for number in 0..<engine.entities.count {
      hops += Int(engine.entities[number].hops)
      digest = (digest ^ engine.entities[number].digest) &* 0x100_0000_01b3
    }
    return Outcome(hops: hops, digest: digest)
  }

  private static func start(
    seed: UInt64, partitions: Int, endHours: Double
  ) -> SimulationEngine<LogicalProcess> {
    let count = PholdParameters.logicalProcesses
    precondition(partitions > 0 && count % partitions == 0, "blocks of PHOLD have one size")
    let key = StreamKey(seed: seed, replication: 0)
    var processes = Slab<LogicalProcess>(capacity: count)
    for number in 0..<count { processes.append(LogicalProcess(number: number, key: key)) }
    let size = count / partitions
    let plan = PartitionPlan(
      (0..<partitions).map { block in
        PartitionPlan.Partition(
          entities: Array(block * size..<(block + 1) * size),
          lookahead: .hours(PholdParameters.leastIncrement))
      }, entityZeroSchedulesBarriers: false)
    var engine = SimulationEngine(
      entities: processes, end: .zero + .hours(endHours), plan: plan)
    for number in 0..<count {
      engine.act(as: number) { process, scheduler in process.start(&scheduler) }
    }
    return engine
  }

  /// Times the variants.
  public static func reports(
    seed: UInt64, endHours: Double = PholdParameters.endHours
  ) -> [BenchmarkReport] {
    // As many partitions as leave each some 250 events: their queue is one small heap.
    let variants = [("phold-serial", 1, 1), ("phold-windows", 64, 1), ("phold-2-threads", 64, 2)]
    return variants.map { name, partitions, threads in
      let start = ResourceUse.now
      let outcome = outcome(seed: seed, partitions: partitions, threads: threads, endHours: endHours)
      let use = ResourceUse.now.since(start)
      // A renewal process from a start that is not its equilibrium: within 0.1 % over 450 mean increments.
      let mean = PholdParameters.leastIncrement + PholdParameters.meanExtraIncrement
      let population = Double(PholdParameters.logicalProcesses * PholdParameters.eventsEach)
      return BenchmarkReport(
        name: name, seed: seed, replications: 1, canonicalEvents: outcome.hops, ownEvents: outcome.hops,
        use: use,
        figures: [
          .init(key: "hops", value: Double(outcome.hops), expected: population * endHours / mean),
          .init(key: "digest_low_bits", value: Double(outcome.digest & 0xFFFF_FFFF)),
        ])
    }
  }
}

extension Benchmark {
  /// PHOLD serially, in windows, and on two threads.
  static let phold = Benchmark(
    name: "phold", summary: "1,024 logical processes with 16 events each: serial, in windows, on two threads"
  ) { seed, size in
    PholdBenchmark.reports(seed: seed, endHours: size == .full ? PholdParameters.endHours : 2)
  }
}
