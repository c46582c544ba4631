import SimulationKernel

/// What declared measures need counted beside the ledger. Most models need nothing, and pay one test where something
/// would be counted.
struct TallyPlan: ~Copyable {
  /// Whether anything is counted.
  let isNeeded: Bool
  /// Limits that waits are held against.
  var limits: Slab<WaitLimit>
  /// Conditions of units whose time is taken.
  var watches: Slab<UnitWatch>
  /// Durations that are counted by length.
  var durations: Slab<DurationRow>
  /// Whether patients of a class count, `duration * number of classes + class`.
  var counts: Slab<Bool>

  init(_ network: CareNetwork) {
    isNeeded = network.measures.contains { $0.needsTallies }
    limits = Slab()
    for limit in network.waitLimits { limits.append(limit) }
    watches = Slab()
    for watch in network.unitWatches { watches.append(watch) }
    durations = Slab()
    counts = Slab()
    for duration in network.timedDurations {
      durations.append(duration.row)
      for index in network.classes.indices {
        counts.append(duration.classes.isEmpty || duration.classes.contains(index))
      }
    }
  }

  private init(copying other: borrowing TallyPlan) {
    isNeeded = other.isNeeded
    limits = other.limits.copy()
    watches = other.watches.copy()
    durations = other.durations.copy()
    counts = other.counts.copy()
  }

  borrowing func copy() -> TallyPlan { TallyPlan(copying: self) }
}

/// A wait for a kind of unit that some measure asks who exceeded.
struct WaitLimit: BitwiseCopyable, Equatable {
  var kind: Int32
  var ticks: Int64
}

extension DeclaredMeasure {
  /// Whether the ledger does not hold what the measure is made of.
  var needsTallies: Bool {
    switch quantity {
    case .meanPresent, .presentAt, .left, .waitedOverShare: true
    case .occupiedTimeShare, .waitingTimeShare: true
    case .waitQuantile, .stayQuantile, .vehicleWaitQuantile, .systemQuantile: true
    case .occupiedAt, .waitingAt: !classes.isEmpty
    case .meanOccupied, .meanQueue, .meanBlocked: !classes.isEmpty || facility != nil
    default: false
    }
  }

  /// The limit of a measure of waits.
  var waitLimit: WaitLimit? {
    guard case .waitedOverShare(let hours) = quantity, let unitKind else { return nil }
    return WaitLimit(
      kind: Int32(truncatingIfNeeded: unitKind), ticks: SimulationDuration.hours(hours).ticks)
  }
}

extension CareNetwork {
  /// The limits of waits that measures have, each once, in the order of the measures.
  var waitLimits: [WaitLimit] {
    var limits: [WaitLimit] = []
    for limit in measures.compactMap(\.waitLimit) where !limits.contains(limit) { limits.append(limit) }
    return limits
  }
}
