import SimulationKernel

/// What declared measures need counted beside the ledger. Most models need nothing, and pay one test where something
/// would be counted.
struct TallyPlan: ~Copyable {
  /// Whether anything is counted.
  let isNeeded: Bool
  /// Limits that durations are held against.
  var limits: Slab<DurationLimit>
  /// Conditions of units whose time is taken.
  var watches: Slab<UnitWatch>
  /// Durations that are counted by length.
  var durations: Slab<DurationRow>
  /// Requests that are counted apart from the others of their unit.
  var scopes: Slab<RequestScope>
  /// Whether some measure of a part of the run is of the requests of a class.
  let keepsMovedRequests: Bool
  /// Whether places and queues of single units are counted by class.
  let hasUnitsByClass: Bool
  /// By step: its place among the ids that measures name, or −1; empty where they name none.
  private var stepTags: Slab<Int32>
  /// Whether patients of a class count, `duration * number of classes + class`.
  var counts: Slab<Bool>

  init(_ network: CareNetwork) {
    isNeeded = network.measures.contains { $0.needsTallies }
    limits = Slab()
    for limit in network.durationLimits { limits.append(limit) }
    watches = Slab()
    for watch in network.unitWatches { watches.append(watch) }
    durations = Slab()
    counts = Slab()
    scopes = Slab()
    for scope in network.requestScopes { scopes.append(scope) }
    keepsMovedRequests = network.measures.contains {
      $0.span != nil && !$0.classes.isEmpty && $0.quantity.isOfRequests
    }
    hasUnitsByClass = network.measures.contains { $0.facility != nil && !$0.classes.isEmpty }
    stepTags = Slab()
    let named = network.measuredSteps
    if !named.isEmpty {
      for step in network.pathways.lazy.flatMap(\.steps) {
        stepTags.append(Int32(named.firstIndex(of: step.id) ?? -1))
      }
    }
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
    scopes = other.scopes.copy()
    keepsMovedRequests = other.keepsMovedRequests
    hasUnitsByClass = other.hasUnitsByClass
    stepTags = other.stepTags.copy()
  }

  /// The place of a step among those that measures name, or −1.
  @inline(__always)
  borrowing func tag(ofStep step: Int16) -> Int32 { stepTags.count == 0 ? -1 : stepTags[Int(step)] }

  borrowing func copy() -> TallyPlan { TallyPlan(copying: self) }
}

/// A length that some measure asks who exceeded.
struct DurationLimit: BitwiseCopyable, Equatable {
  var duration: DurationRow
  var ticks: Int64
}

extension DeclaredMeasure {
  /// Whether the ledger does not hold what the measure is made of.
  var needsTallies: Bool {
    switch quantity {
    // Also requests and quantiles of one facility.
    case _ where step != nil || facility != nil || quantity.isDeviation: true
    case .meanPresent, .presentAt, .left, .waitedOverShare, .inSystemOverShare: true
    case .occupiedTimeShare, .waitingTimeShare: true
    case .firstOccupiedHours, .lastOccupiedHours, .firstWaitingHours: true
    case .waitQuantile, .stayQuantile, .vehicleWaitQuantile, .systemQuantile: true
    case .occupiedAt, .waitingAt: !classes.isEmpty
    case .meanOccupied, .meanQueue, .utilisation: !classes.isEmpty
    default: false
    }
  }

  /// The limit of a measure of a network that is a share beyond one.
  func limit(in network: CareNetwork) -> DurationLimit? {
    switch quantity {
    case .waitedOverShare(let hours): limited(.wait, at: unitKind, to: hours, network)
    case .toStepOverShare(let hours): limited(.toStep, at: unitKind, to: hours, network)
    case .inSystemOverShare(let hours): limited(.inSystem, at: nil, to: hours, network)
    default: nil
    }
  }

  private func limited(
    _ kind: DurationRow.Kind, at place: Int?, to hours: Double, _ network: CareNetwork
  ) -> DurationLimit {
    DurationLimit(
      duration: DurationRow(
        kind: kind, place: Int32(truncatingIfNeeded: place ?? 0), scope: TallyScope(self, in: network)),
      ticks: SimulationDuration.hours(hours).ticks)
  }
}

extension CareNetwork {
  /// The limits that measures have, each once, in the order of the measures.
  var durationLimits: [DurationLimit] { measures.compactMap { $0.limit(in: self) }.eachOnce }
}
