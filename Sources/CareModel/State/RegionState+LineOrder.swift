import SimulationKernel

// Who goes first: of a line, and of those who are first in theirs.
extension RegionState {
  /// Whether one at the head of a line goes before one at the head of another.
  func isAhead(_ one: Int, of other: Int, _ world: borrowing Surroundings) -> Bool {
    lineHead(one, world) < lineHead(other, world)
  }

  /// What decides when the patient, who is first in a line, goes before the first of others.
  func lineHead(_ patient: Int, _ world: borrowing Surroundings) -> LineHead {
    // The priority of one who waits, as far as their line knows any.
    lineHead(patient, as: Int(units[Int(patients[patient].queueUnit)].kind), world)
  }

  /// The same by the order of the lines of a kind.
  func lineHead(_ patient: Int, as kind: Int, _ world: borrowing Surroundings) -> LineHead {
    lineHead(patient, isFIFO: world.tables.kinds[kind].isFIFO, creditsOf: kind, world)
  }

  /// - Parameter kind: the kind by whose credits the patient is ranked, if its lines go by them; −1 for none.
  func lineHead(
    _ patient: Int, isFIFO: Bool, creditsOf kind: Int, _ world: borrowing Surroundings
  ) -> LineHead {
    let row = patients[patient]
    var rank = isFIFO ? 0 : Double(row.priority)
    if kind >= 0, world.tables.kinds[kind].isByCredit {
      let credit = world.tables.credits[kind * 8 + Int(row.priority)]
      rank = -(credit.atStart + credit.pace * Double(nowTicks - row.since))
    }
    // Before all others of their rank, who was pushed out last first, as in a line of one unit.
    let since = isPushedOut(row) ? -1 - row.since : row.since
    return LineHead(
      patient: Int32(truncatingIfNeeded: patient), rank: rank, since: since, origin: row.origin,
      ordinal: row.ordinal)
  }

  /// Whether the patient waits to go on with a stay that was broken off for a more urgent one.
  private func isPushedOut(_ row: PatientRow) -> Bool {
    row.hasDetails && details[row.details].isPushedOut && remainingSeconds(row) != 0
  }

  /// The first in line for one unit of those that a test lets pass.
  ///
  /// - Complexity: O(1) where it lets the first pass, else O(patients in line).
  @inline(__always)
  func first(
    inLineFor queue: Int, _ world: borrowing Surroundings, where isAble: (Int) -> Bool
  ) -> Int? {
    let isByCredit = world.tables.kinds[Int(units[queue].kind)].isByCredit
    var best: LineHead?
    for priority in 0..<8 {
      var patient = Int(queues[queue * 8 + priority].head)
      while patient >= 0, !isAble(patient) { patient = Int(patients[patient].next) }
      if patient < 0 { continue }
      if !isByCredit { return patient }
      let head = lineHead(patient, world)
      if let leader = best, leader < head { continue }
      best = head
    }
    return best.map { Int($0.patient) }
  }
}
