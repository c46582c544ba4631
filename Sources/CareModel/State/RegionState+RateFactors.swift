import RandomStreams
import SimulationKernel

// Rates that follow the state: candidates come at the highest rate there can be, and are patients with the share that
// the rate of their moment is of it.
extension RegionState {
  /// Whether candidate `ordinal` of an inflow is a patient.
  func isAccepted(_ ordinal: UInt32, _ row: InflowRow, _ world: borrowing Surroundings) -> Bool {
    let factor = world.tables.inflow.factors[Int(row.factor)]
    var random = world.stream(origin: row.originHash, ordinal: ordinal, world.tables.purposes.thinning)
    return world.uniform(&random) * factor.most
      < world.tables.inflow.multiplier(factor, at: state(factor, facility: row.facility))
  }

  private func state(_ factor: RateFactorRow, facility: Int32) -> Double {
    var (occupied, staffed, waiting) = (0, 0, 0)
    for unit in 0..<units.count
    where Int32(units[unit].kind) == factor.kind
      && (factor.isOfRegion || Int32(units[unit].facility) == facility)
    {
      occupied += Int(units[unit].occupied)
      staffed += Int(units[unit].staffed)
      waiting += Int(units[unit].waiting)
    }
    switch factor.state {
    case 0: return staffed == 0 ? 0 : Double(occupied) / Double(staffed)
    case 1: return Double(occupied)
    case 2: return Double(waiting)
    default: return Double(occupied + waiting)
    }
  }
}

extension InflowTables {
  /// The multiplier at a value of the state.
  ///
  /// - Complexity: O(points).
  borrowing func multiplier(_ row: RateFactorRow, at state: Double) -> Double {
    let first = Int(row.points.start)
    let last = first + Int(row.points.count) - 1
    if state <= factorPoints[first].state { return factorPoints[first].factor }
    var point = first
    while point < last {
      let (before, after) = (factorPoints[point], factorPoints[point + 1])
      if state <= after.state {
        let share = (state - before.state) / (after.state - before.state)
        return before.factor + (after.factor - before.factor) * share
      }
      point += 1
    }
    return factorPoints[last].factor
  }
}
