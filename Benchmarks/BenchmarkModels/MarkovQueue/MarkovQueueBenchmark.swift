import OutputStatistics
import RandomStreams
import SimulationKernel

/// M/M/c at load 0.9 with a mean service of one minute, from empty until every customer has left.
public enum MarkovQueueBenchmark {
  /// The share of the servers that is busy in the long run.
  public static let load = 0.9
  /// Batches of customers in one replication; their means are nearly independent.
  public static let batchCount = 20

  /// Runs replications 0 ..< `replications` on this thread and times them.
  ///
  /// - Precondition: `servers` and `replications` are at least 1, `customers` a multiple of ``batchCount``.
  public static func run(
    name: String, servers: Int, customers: Int, replications: Int, seed: UInt64
  ) -> BenchmarkReport {
    precondition(customers > 0 && customers % batchCount == 0, "customers come in 20 equal batches")
    var means = Tally()
    var events = 0
    let start = ResourceUse.now
    for replication in 0..<UInt32(replications) {
      let random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: replication))
      events += simulate(random, servers: servers, customers: customers, means: &means)
    }
    let use = ResourceUse.now.since(start)
    let theory = QueueingTheory.meanTimeInSystem(
      arrivalRate: load * Double(servers), meanService: 1, servers: servers)
    let error = (means.standardDeviation ?? .nan) / Double(means.count).squareRoot()
    return BenchmarkReport(
      name: name, seed: seed, replications: replications, canonicalEvents: 2 * customers * replications,
      ownEvents: events, use: use,
      figures: [
        BenchmarkReport.Figure(
          key: "time_in_system_minutes_mean", value: means.mean ?? .nan, expected: theory,
          standardError: error),
        BenchmarkReport.Figure(
          key: "customers_per_second",
          value: use.wallSeconds > 0 ? Double(customers * replications) / use.wallSeconds : .nan),
      ])
  }

  /// One replication: adds the batches' mean times in system, minutes, and answers its events.
  @inline(never)
  private static func simulate(
    _ random: Xoshiro256PlusPlus, servers: Int, customers: Int, means: inout Tally
  ) -> Int {
    let batchSize = customers / batchCount
    let end = SimulationTime.limit - .tick
    var entities = Slab<MarkovQueueRun>()
    entities.append(
      MarkovQueueRun(
        queue: MarkovQueue(
          gapHours: 1 / (60 * load * Double(servers)), serviceHours: 1.0 / 60, batchSize: batchSize),
        state: MarkovQueueState(random: random, servers: servers, customers: customers, batchSize: batchSize))
    )
    var engine = SimulationEngine(entities: entities, end: end)
    engine.act(as: 0) { model, scheduler in model.queue.scheduleArrival(&model.state, in: &scheduler) }
    engine.run(until: end)
    for batch in 0..<engine.entities[0].state.batches.count {
      means.add(
        60 * SimulationDuration(ticks: engine.entities[0].state.batches[batch]).hours / Double(batchSize))
    }
    return engine.executedCount
  }
}

extension Benchmark {
  /// M/M/1, a million customers a replication.
  static let singleServer = markovQueue("mm1", servers: 1)
  /// M/M/20, a million customers a replication.
  static let twentyServers = markovQueue("mmc", servers: 20)

  private static func markovQueue(_ name: String, servers: Int) -> Benchmark {
    Benchmark(name: name, summary: "M/M/\(servers) at load 0.9 in event style, 1,000,000 customers") {
      seed, size in
      [
        MarkovQueueBenchmark.run(
          name: name, servers: servers, customers: size == .full ? 1_000_000 : 20_000,
          replications: size == .full ? 5 : 2, seed: seed)
      ]
    }
  }
}
