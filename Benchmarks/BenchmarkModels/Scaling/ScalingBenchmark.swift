import RandomStreams
import SimulationKernel

/// The regional benchmark with 1, 10, 100 and 1,000 times its 21 regions on one thread: what an event costs when
/// the state no longer fits in the caches.
public enum ScalingBenchmark {
  /// What one run gave.
  public struct Outcome: Equatable, Sendable {
    /// Patients who came.
    public let patients: Int
    /// Ward stays that ended.
    public let wardDischarges: Int
    /// Journeys between regions that ended.
    public let transfers: Int
    /// Mean wait for a ward bed, hours.
    public let wardWaitHours: Double
    /// Events of the engine; all of them advances of model time.
    public let events: Int
    /// Rows of patients at the end, used or free: the most that were inside at once, region by region.
    public let patientRows: Int
  }

  /// Runs once.
  ///
  /// - Parameters:
  ///   - factor: times 21 regions.
  ///   - regionsPerPartition: regions simulated together from one queue.
  ///   - days: length of the run from empty.
  public static func outcome(
    seed: UInt64, factor: Int, regionsPerPartition: Int, days: Double, threads: Int = 1
  ) -> Outcome {
    let count = factor * RegionalParameters.regionCount
    let key = StreamKey(seed: seed, replication: 0)
    var regions = Slab<ScalingRegion>(capacity: count)
    for number in 0..<count { regions.append(ScalingRegion(number: number, key: key)) }
    let plan = PartitionPlan(
      stride(from: 0, to: count, by: regionsPerPartition).map { first in
        PartitionPlan.Partition(
          entities: Array(first..<min(count, first + regionsPerPartition)),
          lookahead: .hours(RegionalParameters.leastTravelHours))
      }, entityZeroSchedulesBarriers: false)
    var engine = SimulationEngine(entities: regions, end: .zero + .days(days), plan: plan)
    for number in 0..<count { engine.act(as: number) { region, scheduler in region.start(&scheduler) } }
    var world = ScalingWorld(regionCount: count)
    engine.run(sharing: &world, until: engine.end, workers: WindowWorkers(count: threads))
    var wait = RegionalWait()
    var (patients, discharges, transfers, rows) = (0, 0, 0, 0)
    for number in 0..<count {
      patients += engine.entities[number].arrivals
      discharges += engine.entities[number].wardDischarges
      transfers += engine.entities[number].transfers
      rows += engine.entities[number].rooms.patients.count
      wait.count += engine.entities[number].wardWait.count
      wait.ticks += engine.entities[number].wardWait.ticks
    }
    return Outcome(
      patients: patients, wardDischarges: discharges, transfers: transfers, wardWaitHours: wait.meanHours,
      events: engine.executedCount, patientRows: rows)
  }

  /// Times all factors; the days are fewer the more regions there are, after a start that is not timed apart.
  public static func reports(seed: UInt64) -> [BenchmarkReport] {
    [1, 10, 100, 1_000].map { factor in
      report(seed: seed, factor: factor, days: 30, repeats: max(1, 30 / factor))
    }
  }

  fileprivate static func report(
    seed: UInt64, factor: Int, days: Double, repeats: Int
  ) -> BenchmarkReport {
    let start = ResourceUse.now
    var outcome: Outcome?
    for _ in 0..<repeats {
      outcome = self.outcome(seed: seed, factor: factor, regionsPerPartition: 1, days: days)
    }
    let use = ResourceUse.now.since(start)
    let events = (outcome?.events ?? 0) * repeats
    return BenchmarkReport(
      name: "scaling-\(factor)", seed: seed, replications: repeats, canonicalEvents: events,
      ownEvents: events,
      use: use,
      figures: [
        .init(key: "regions", value: Double(factor * RegionalParameters.regionCount)),
        .init(key: "event_nanoseconds", value: use.wallSeconds * 1e9 / Double(max(1, events))),
        .init(key: "patient_rows", value: Double(outcome?.patientRows ?? 0)),
        .init(key: "ward_wait_hours_mean", value: outcome?.wardWaitHours ?? 0),
      ])
  }
}

extension Benchmark {
  /// The regional benchmark with many times its regions.
  static let scaling = Benchmark(
    name: "scaling", summary: "1, 10, 100 and 1,000 times the 21 regions: cost of an event, rows of patients"
  ) { seed, size in
    switch size {
    case .full: ScalingBenchmark.reports(seed: seed)
    case .quick:
      [1, 4].map { factor in ScalingBenchmark.report(seed: seed, factor: factor, days: 1, repeats: 1) }
    }
  }
}
