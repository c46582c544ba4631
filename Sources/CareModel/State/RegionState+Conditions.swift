import SimulationKernel

// Branches that are open on a condition: by who the patient is, where they are, and how full it is there.
extension RegionState {
  /// The way on by conditions, in the order of the model: the first that holds is taken with its share, and who is
  /// not taken goes on to the next; nil for the ways without a condition.
  ///
  /// - Parameter u: the one uniform of the branch; what is left of it decides the rest.
  func openWay(
    _ patient: Int, _ guards: RowRange, _ u: inout Double, _ world: borrowing Surroundings
  ) -> Int32? {
    for index in Int(guards.start)..<Int(guards.start + guards.count) {
      let row = world.tables.guards[index]
      guard holds(row, patient, world) else { continue }
      let share = world.tables.place(row.share, at: Int(patients[patient].facility))
      if share < 0 || u < share { return row.target }
      u = share < 1 ? (u - share) / (1 - share) : 0
    }
    return nil
  }

  func holds(_ row: GuardRow, _ patient: Int, _ world: borrowing Surroundings) -> Bool {
    let person = patients[patient]
    let facility = Int(person.facility)
    let classIndex = Int(person.patientClass)
    if row.classes[classIndex / 64] & (1 << UInt64(classIndex % 64)) == 0 { return false }
    if person.severity < row.lowestSeverity || person.severity > row.highestSeverity { return false }
    if row.has >= 0, !world.tables.can(row.has, at: facility) { return false }
    if row.lacks >= 0, world.tables.can(row.lacks, at: facility) { return false }
    let stay = person.phase == .stayOver ? Double(nowTicks - person.since) / 3_600_000_000 : 0
    if stay < row.leastStayHours || stay > row.mostStayHours { return false }
    let hours = Double(nowTicks - world.startTicks) / 3_600_000_000
    if hours < row.fromHours || hours >= row.untilHours { return false }
    if row.during >= 0, world.tables.openShare(row.during, at: nowTicks) == 0 { return false }
    return row.kind < 0 || isInState(row, facility)
  }

  private func isInState(_ row: GuardRow, _ facility: Int) -> Bool {
    var (free, waiting, occupied, open) = (0, 0, 0, 0)
    for unit in 0..<units.count {
      let state = units[unit]
      guard Int32(state.kind) == row.kind, row.isOfRegion || Int(state.facility) == facility else { continue }
      free += Int(max(0, state.capacity - state.occupied - state.cleaning))
      waiting += Int(state.waiting)
      occupied += Int(state.occupied)
      open += Int(state.capacity)
    }
    let share = open > 0 ? Double(occupied) / Double(open) : 1
    return free >= Int(row.leastFree) && free <= Int(row.mostFree) && waiting >= Int(row.leastWaiting)
      && waiting <= Int(row.mostWaiting) && share >= row.leastShare && share <= row.mostShare
  }
}

extension NetworkTables {
  /// Whether a facility has a capability.
  borrowing func can(_ capability: Int32, at facility: Int) -> Bool {
    capabilities[Int(capability) * facilityCount + facility]
  }
}
