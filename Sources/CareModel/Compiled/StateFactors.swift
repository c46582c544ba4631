import SimulationKernel

/// The multipliers of a network that follow the state, of inflows and of stays.
struct StateFactors: ~Copyable {
  var factors: Slab<StateFactorRow>
  var points: Slab<StateFactorPointRow>
  /// Whether a stay follows the state.
  let areOfStays: Bool

  borrowing func copy() -> StateFactors {
    StateFactors(factors: factors.copy(), points: points.copy(), areOfStays: areOfStays)
  }

  /// The multiplier at a value of the state.
  ///
  /// - Complexity: O(points).
  borrowing func multiplier(_ row: StateFactorRow, at state: Double) -> Double {
    let first = Int(row.points.start)
    let last = first + Int(row.points.count) - 1
    if state <= points[first].state { return points[first].factor }
    var point = first
    while point < last {
      let (before, after) = (points[point], points[point + 1])
      if state <= after.state {
        let share = (state - before.state) / (after.state - before.state)
        return before.factor + (after.factor - before.factor) * share
      }
      point += 1
    }
    return points[last].factor
  }
}

/// A multiplier that follows the state.
struct StateFactorRow: BitwiseCopyable {
  var state: StateFactor.State
  var isOfRegion: Bool
  var kind: Int32
  /// In a run of ``StateFactors/points``.
  var points: RowRange
  var most: Double
}

struct StateFactorPointRow: BitwiseCopyable {
  var state: Double
  var factor: Double
}

/// Gathers the rows of ``StateFactors``.
struct StateFactorRows {
  private(set) var factors: [StateFactorRow] = []
  private var points: [StateFactorPointRow] = []
  private var areOfStays = false

  /// The row of a multiplier, or −1 for none.
  mutating func add(_ factor: StateFactor?, isOfStays: Bool) -> Int32 {
    guard let factor else { return -1 }
    if isOfStays { areOfStays = true }
    factors.append(
      StateFactorRow(
        state: factor.state, isOfRegion: factor.place == .region, kind: Int32(factor.unitKind),
        points: RowRange(start: Int32(points.count), count: Int32(factor.points.count)), most: factor.most))
    points += factor.points.map { StateFactorPointRow(state: $0.state, factor: $0.factor) }
    return Int32(factors.count - 1)
  }

  func tables() -> StateFactors {
    StateFactors(factors: Slab(factors), points: Slab(points), areOfStays: areOfStays)
  }
}
