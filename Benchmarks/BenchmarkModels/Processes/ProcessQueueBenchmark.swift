import RandomStreams
import SimulationKernel

/// M/M/1 at load 0.9 with a process for every customer: the cost of the process layer.
///
/// One server, interarrival times Exp(mean 1 / 0.9) h, services Exp(mean 1) h, drawn from two sequential
/// streams. The mean time in the system tends to 10 h (Little's law; 1 / (μ - λ)).
public struct ProcessQueueBenchmark: Sendable {
  /// Customers that were served.
  public let customers: Int
  /// The seed.
  public let seed: UInt64
  /// Mean time in the system, h.
  public let meanTimeInSystemHours: Double
  /// Sum of all times in the system, µs: equal for two runs only if they took the same course.
  public let ticksInSystem: Int64
  /// Times that the clock met: arrivals and ends of service.
  public let events: Int
  /// Time and memory.
  public let use: ResourceUse

  /// Serves `customers`, each a process.
  public static func run(customers: Int, seed: UInt64) throws -> ProcessQueueBenchmark {
    let before = ResourceUse.now
    let (ticks, events) = try withProcessSimulation(end: SimulationTime(ticks: 1 << 52 - 1)) { simulation in
      let model = ProcessQueueModel(simulation, seed: seed)
      simulation.spawn { try await model.admit(customers) }
      try simulation.run()
      return (model.ticksInSystem, simulation.eventCount)
    }
    let mean = customers > 0 ? SimulationDuration(ticks: ticks).hours / Double(customers) : 0
    return ProcessQueueBenchmark(
      customers: customers, seed: seed, meanTimeInSystemHours: mean, ticksInSystem: ticks, events: events,
      use: ResourceUse.now.since(before))
  }

  /// The result in the common form, the theory beside it.
  public var report: BenchmarkReport {
    let rate = use.wallSeconds > 0 ? Double(customers) / use.wallSeconds : 0
    return BenchmarkReport(
      name: "process", seed: seed, replications: 1, canonicalEvents: 2 * customers, ownEvents: events,
      use: use,
      figures: [
        BenchmarkReport.Figure(key: "time_in_system_hours_mean", value: meanTimeInSystemHours, expected: 10),
        BenchmarkReport.Figure(key: "customers", value: Double(customers)),
        BenchmarkReport.Figure(key: "customers_per_second", value: rate),
      ])
  }
}

extension Benchmark {
  /// A process for each customer.
  static let process = Benchmark(
    name: "process", summary: "M/M/1 at load 0.9 with a process for each customer"
  ) { seed, size in
    [try ProcessQueueBenchmark.run(customers: size == .full ? 1_000_000 : 5_000, seed: seed).report]
  }
}
