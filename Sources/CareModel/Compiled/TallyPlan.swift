import SimulationKernel

/// What declared measures need counted beside the ledger. Most models need nothing, and pay one test where something
/// would be counted.
struct TallyPlan: ~Copyable {
  /// Whether anything is counted.
  let isNeeded: Bool
  /// Limits that waits are held against.
  var limits: Slab<WaitLimit>

  init(_ network: CareNetwork) {
    isNeeded = network.measures.contains { $0.needsTallies }
    limits = Slab()
    for limit in network.waitLimits { limits.append(limit) }
  }

  private init(isNeeded: Bool, limits: consuming Slab<WaitLimit>) {
    self.isNeeded = isNeeded
    self.limits = limits
  }

  borrowing func copy() -> TallyPlan { TallyPlan(isNeeded: isNeeded, limits: limits.copy()) }
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
