import RandomStreams
import SimulationKernel

/// The regional benchmark of the performance notes, hand-coded on the kernel.
///
/// 21 regions over 90 days from empty, about 249,000 events a replication. It measures the kernel, the
/// streams and the slabs; it is not the care model, which reads its network from tables.
public enum RegionalBenchmark {
  /// Runs replications 0 ..< `replications` on this thread and times them.
  ///
  /// - Parameter isKeyed: draws from a keyed stream for each patient and step; else from one sequential
  ///   stream a replication.
  /// - Precondition: `replications >= 1`.
  public static func run(replications: Int, seed: UInt64, isKeyed: Bool) -> RegionalReport {
    precondition(replications >= 1, "a benchmark has at least one replication")
    var each: [RegionalFigures] = []
    each.reserveCapacity(replications)
    let start = ResourceUse.now
    for replication in 0..<UInt32(replications) {
      each.append(figures(seed: seed, replication: replication, isKeyed: isKeyed))
    }
    let use = ResourceUse.now.since(start)
    return RegionalReport(isKeyed: isKeyed, seed: seed, each: each, use: use)
  }

  /// The figures of one replication.
  public static func figures(seed: UInt64, replication: UInt32, isKeyed: Bool) -> RegionalFigures {
    if isKeyed { return keyed(KeyedDice(seed: seed, replication: replication)) }
    return sequential(SequentialDice(seed: seed, replication: replication))
  }

  private static func keyed(_ dice: KeyedDice) -> RegionalFigures { simulate(dice) }
  private static func sequential(_ dice: SequentialDice) -> RegionalFigures { simulate(dice) }

  private static func simulate<Dice: RegionalDice>(_ dice: Dice) -> RegionalFigures {
    let end = SimulationTime.zero + .hours(RegionalParameters.horizonHours)
    var models = Slab<RegionalModel<Dice>>()
    models.append(RegionalModel(dice: dice))
    var engine = SimulationEngine(entities: models, end: end)
    engine.act(as: 0) { model, scheduler in model.start(in: &scheduler) }
    engine.run(until: end)
    return RegionalFigures(engine.entities[0].counts, events: engine.executedCount)
  }
}

extension Benchmark {
  /// The regional benchmark with sequential and with keyed draws.
  static let regional = Benchmark(
    name: "regional", summary: "21 regions over 90 days, hand-coded, with sequential and with keyed draws"
  ) { seed, size in
    [false, true].map { isKeyed in
      RegionalBenchmark.run(replications: size == .full ? 20 : 1, seed: seed, isKeyed: isKeyed).report
    }
  }
}
