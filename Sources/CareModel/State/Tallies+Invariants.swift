import SimulationKernel

extension RegionState {
  /// Checks every tallied number against a walk of the patients.
  ///
  /// - Complexity: O(patients + kinds × classes).
  borrowing func auditTallies(_ world: borrowing Surroundings) {
    guard tallies.isOn else { return }
    let classCount = ledger.classCount
    var present = Slab<Int64>(repeating: 0, count: classCount)
    var occupied = Slab<Int64>(repeating: 0, count: classCount * kindCount)
    var waiting = Slab<Int64>(repeating: 0, count: classCount * kindCount)
    var occupiedIn = Slab<Int64>(repeating: 0, count: classCount * units.count)
    var waitingFor = Slab<Int64>(repeating: 0, count: classCount * units.count)
    for patient in 0..<patients.count {
      let row = patients[patient]
      // Who approaches has not arrived.
      if row.phase == .free || row.phase == .approaching { continue }
      let patientClass = Int(row.patientClass)
      if !row.marks.contains(.diesOnTheWay), !row.isOrder { present[patientClass] += 1 }
      func isIn(_ unit: Int) {
        occupied[Int(units[unit].kind) * classCount + patientClass] += 1
        occupiedIn[unit * classCount + patientClass] += 1
      }
      for unit in [row.bed, row.beside, row.reserved] where unit >= 0 { isIn(Int(unit)) }
      if row.phase == .waiting {
        let unit = Int(row.queueUnit)
        waiting[Int(units[unit].kind) * classCount + patientClass] += 1
        waitingFor[unit * classCount + patientClass] += 1
      }
      forEachHeldTogether(row, world) { isIn($0) }
    }
    for index in 0..<classCount {
      ensure(
        tallies.number(.present, patientClass: index) == present[index],
        "patients present are tallied wrongly")
      for kind in 0..<kindCount {
        let cell = kind * classCount + index
        ensure(
          tallies.number(.occupied(kind: kind), patientClass: index) == occupied[cell],
          "patients in places are tallied wrongly")
        ensure(
          tallies.number(.waiting(kind: kind), patientClass: index) == waiting[cell],
          "patients in queues are tallied wrongly")
      }
      for unit in 0..<units.count where tallies.hasUnitsByClass {
        let cell = unit * classCount + index
        ensure(
          tallies.number(.occupiedIn(unit: unit), patientClass: index) == occupiedIn[cell]
            && tallies.number(.waitingFor(unit: unit), patientClass: index) == waitingFor[cell],
          "patients of a unit are tallied wrongly")
      }
    }
    auditWatches()
  }

  /// What holds of a unit by its watches holds by its numbers.
  private borrowing func auditWatches() {
    guard tallies.isTiming else { return }
    for unit in 0..<units.count {
      for watch in 0..<tallies.watches.count where tallies.watches[watch].kind == Int32(units[unit].kind) {
        let rule = tallies.watches[watch]
        let span = tallies.watched[unit * tallies.watches.count + watch]
        let holds =
          switch rule.number {
          case .occupied: Int(units[unit].occupied) >= Int(rule.least)
          case .waiting: Int(units[unit].waiting) >= Int(rule.least)
          case .free: free(ofUnit: unit) == 0
          }
        ensure(span.holds == holds, "a unit is watched wrongly")
        ensure(
          span.since >= startTicks && span.since <= nowTicks && span.ticks >= 0
            && span.ticks <= span.since - startTicks, "the time of a watched unit is not that of the run")
      }
    }
  }
}
