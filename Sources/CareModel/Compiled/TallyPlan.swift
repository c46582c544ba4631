import OutputStatistics
import SimulationKernel

/// What declared measures need counted beside the ledger. Most models need nothing, and pay one test where something
/// would be counted.
struct TallyPlan: ~Copyable {
  /// Whether anything is counted.
  let isNeeded: Bool
  /// Limits that waits are held against.
  var limits: Slab<WaitLimit>
  /// Durations that are counted by length.
  var durations: Slab<DurationRow>
  /// Whether patients of a class count, `duration * number of classes + class`.
  var counts: Slab<Bool>

  init(_ network: CareNetwork) {
    isNeeded = network.measures.contains { $0.needsTallies }
    limits = Slab()
    for limit in network.waitLimits { limits.append(limit) }
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

/// A duration of patients' ways that some measure asks a quantile of.
struct DurationRow: BitwiseCopyable, Equatable {
  enum Kind: UInt8, BitwiseCopyable {
    /// A wait for a unit that ended in a place.
    case wait
    /// A stay in a unit's place that ended.
    case stay
    /// A wait for a vehicle of a fleet that ended with one.
    case vehicleWait
    /// From arrival to leaving the network.
    case inSystem
  }

  var kind: Kind
  /// Index of the unit kind or the fleet; 0 in the network.
  var place: Int32
}

/// A duration of the patients of some classes; of all when none is named.
struct TimedDuration: Equatable {
  var row: DurationRow
  var classes: [Int]
}

extension DeclaredMeasure {
  /// The duration and the share of a measure that is a quantile.
  var quantile: (duration: TimedDuration, share: Double)? {
    let kind: DurationRow.Kind
    let quantileShare: Double
    switch quantity {
    case .waitQuantile(let share): (kind, quantileShare) = (.wait, share)
    case .stayQuantile(let share): (kind, quantileShare) = (.stay, share)
    case .vehicleWaitQuantile(let share): (kind, quantileShare) = (.vehicleWait, share)
    case .systemQuantile(let share): (kind, quantileShare) = (.inSystem, share)
    default: return nil
    }
    let place = kind == .vehicleWait ? fleet : unitKind
    let row = DurationRow(kind: kind, place: Int32(truncatingIfNeeded: place ?? 0))
    return (TimedDuration(row: row, classes: Set(classes).sorted()), quantileShare)
  }
}

extension CareNetwork {
  /// The durations whose lengths are counted for measures, each once, in the order of the measures.
  var timedDurations: [TimedDuration] {
    var durations: [TimedDuration] = []
    for measure in measures {
      if let duration = measure.quantile?.duration, !durations.contains(duration) {
        durations.append(duration)
      }
    }
    return durations
  }

  /// Bytes that each region holds to count lengths of durations for measures.
  package var timedDurationBytes: Int {
    timedDurations.count * LogLinearBins.count * MemoryLayout<Int64>.size
  }

  /// The limits of waits that measures have, each once, in the order of the measures.
  var waitLimits: [WaitLimit] {
    var limits: [WaitLimit] = []
    for limit in measures.compactMap(\.waitLimit) where !limits.contains(limit) { limits.append(limit) }
    return limits
  }
}
