import SimulationKernel

// Patients who wait for each other for ever: each holds a place and waits for one that another of them holds.
extension RegionState {
  /// The units that stand still: they are full, nothing opens more of their places, and all who lie in them wait for a
  /// place of such a unit and for nothing else that could happen to them.
  ///
  /// What could still end it by chance or decision counts as an end, so that it is not said of those who only wait long:
  /// patience, worsening and death, other units that will do, other regions, hours, staff, repairs and levels of surge.
  ///
  /// - Complexity: O(patients × units that are ruled out), in practice O(patients).
  func unitsThatStandStill(_ world: borrowing Surroundings) -> [Int] {
    var isStill = (0..<units.count).map { isFixed($0, world) }
    var hasChanged = isStill.contains(true)
    while hasChanged {
      hasChanged = false
      for patient in 0..<patients.count where patients[patient].phase != .free {
        if waitsForGood(patient, isStill, world) { continue }
        let row = patients[patient]
        func ruleOut(_ unit: Int) {
          guard isStill[unit] else { return }
          isStill[unit] = false
          hasChanged = true
        }
        for place in [row.bed, row.beside, row.reserved] where place >= 0 { ruleOut(Int(place)) }
        forEachHeldTogether(row, world) { ruleOut($0) }
      }
    }
    return (0..<units.count).filter { isStill[$0] }
  }

  /// Whether a unit is full and gets no place more unless somebody leaves.
  private func isFixed(_ unit: Int, _ world: borrowing Surroundings) -> Bool {
    let row = units[unit]
    let kind = Int(row.kind)
    return row.occupied > 0 && row.occupied >= row.capacity && row.cleaning == 0 && row.lost == 0
      && row.calendar < 0 && world.tables.calendars.ofKind[kind] < 0 && openings[unit].closed == 0
      && world.tables.surge.ofKind[kind].count == 0
  }

  private func waitsForGood(_ patient: Int, _ isStill: [Bool], _ world: borrowing Surroundings) -> Bool {
    let row = patients[patient]
    guard row.phase == .waiting, isStill[Int(row.queueUnit)], !isMortal(patient, world) else { return false }
    let kind = Int(units[Int(row.queueUnit)].kind)
    let rare = world.tables.rareSteps[Int(row.step)]
    guard world.tables.steps[Int(row.step)].patience < 0, rare.waitsWhile < 0, rare.others.count == 0,
      world.tables.classes[Int(row.patientClass)].worsening < 0,
      !world.policies.transfer.considers(unitKind: kind)
    else { return false }
    return !world.tables.kinds[kind].helpsWithinRegion
      || (0..<units.count).allSatisfy { Int(units[$0].kind) != kind || isStill[$0] }
  }
}
