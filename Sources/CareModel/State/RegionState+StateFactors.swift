import RandomStreams
import SimulationKernel

// What follows the state. Rates: candidates come at the highest rate there can be, and are patients with the share that
// the rate of their moment is of it. Stays: as they begin.
extension RegionState {
  /// Whether candidate `ordinal` of an inflow is a patient.
  func isAccepted(_ ordinal: UInt32, _ row: InflowRow, _ world: borrowing Surroundings) -> Bool {
    let factor = world.tables.stateFactors.factors[Int(row.factor)]
    var random = world.stream(origin: row.originHash, ordinal: ordinal, world.tables.purposes.thinning)
    return world.uniform(&random) * factor.most
      < world.tables.stateFactors.multiplier(factor, at: state(factor, facility: row.facility))
  }

  /// Multiplier of the stay that begins now, by the state that its step follows; 1 where it follows none.
  func stayFactorByState(_ patient: Int, _ world: borrowing Surroundings) -> Double {
    let index = Int(world.tables.rareSteps[Int(patients[patient].step)].stayByState)
    guard index >= 0 else { return 1 }
    let factor = world.tables.stateFactors.factors[index]
    return world.tables.stateFactors.multiplier(
      factor, at: state(factor, facility: Int32(patients[patient].facility)))
  }

  private func state(_ factor: StateFactorRow, facility: Int32) -> Double {
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
    case .occupancy: return staffed == 0 ? 0 : Double(occupied) / Double(staffed)
    case .occupied: return Double(occupied)
    case .waiting: return Double(waiting)
    case .present: return Double(occupied + waiting)
    }
  }
}
