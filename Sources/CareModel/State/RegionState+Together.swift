import SimulationKernel

// Places that a step takes together with its unit: all at once or none, so that nobody holds one while waiting for
// another and no two patients can wait for each other.
extension RegionState {
  /// Whether the patient's step could begin in `unit` now: it has room, and so has all that is taken with it.
  @inline(__always)
  func canTake(_ unit: Int, for patient: Int, _ world: borrowing Surroundings) -> Bool {
    canTake(unit, for: patient, in: world.tables.steps[Int(patients[patient].step)], world)
  }

  /// The same where the step is at hand.
  @inline(__always)
  func canTake(_ unit: Int, for patient: Int, in step: StepRow, _ world: borrowing Surroundings) -> Bool {
    units[unit].hasRoom && (!step.needsMore || hasMore(unit, patient, world))
  }

  /// Whether all is there that the patient's step needs beside a place of `unit`: what it takes with it, stocks, and
  /// places that it leaves free.
  ///
  /// - Parameter other: one who is to give way, and gives back what they hold together with their place; −1 for none.
  @inline(never)
  func hasMore(_ unit: Int, _ patient: Int, without other: Int = -1, _ world: borrowing Surroundings) -> Bool
  {
    let step = Int(patients[patient].step)
    let (facility, kinds) = (Int(units[unit].facility), world.tables.steps[step].together)
    // Places of the unit itself, where the step takes more than one.
    var own: Int32 = 1
    for row in Int(kinds.start)..<Int(kinds.start + kinds.count) {
      let kind = world.tables.togetherKinds[row]
      let place = world.tables.unit(of: Int(kind), at: facility)
      if place < 0 { continue }
      var needed: Int32 = place == unit ? own + 1 : 1
      if place == unit {
        own = needed
      } else {
        for before in Int(kinds.start)..<row where world.tables.togetherKinds[before] == kind { needed += 1 }
      }
      if units[place].free + placesGivenBack(place, by: other, in: unit, world) < needed { return false }
    }
    let leavesFree = world.tables.rareSteps[step].leavesFree
    if leavesFree > 0, units[unit].free < own + leavesFree { return false }
    let uses = world.tables.steps[step].uses
    return uses.count == 0 || hasStocks(uses, for: patient, world)
  }

  /// Places of one unit that a patient gives back who gives way in another, or in it; none where the patient is −1.
  private func placesGivenBack(
    _ place: Int, by other: Int, in unit: Int, _ world: borrowing Surroundings
  ) -> Int32 {
    if other < 0 { return 0 }
    var places: Int32 = place == unit ? 1 : 0
    forEachHeldTogether(patients[other], world) { if $0 == place { places += 1 } }
    return places
  }

  /// Takes what the step needs beside a place of `unit`.
  mutating func takeTogether(_ patient: Int, _ unit: Int, _ world: borrowing Surroundings) {
    world.tables.forEachTogether(Int(patients[patient].step), at: Int(units[unit].facility)) {
      occupy($0, by: patient)
    }
    details[takeDetails(patient)].togetherUnit = Int16(truncatingIfNeeded: unit)
  }

  /// Leaves what was taken together with the unit of the current step, if anything: each place is free, or is cleaned
  /// first.
  @inline(__always)
  mutating func vacateTogether(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let unit = togetherUnit(patient, world)
    if unit >= 0 { vacateTogether(patient, unit, world, &scheduler) }
  }

  private mutating func vacateTogether(
    _ patient: Int, _ unit: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    details[patients[patient].details].togetherUnit = -1
    world.tables.forEachTogether(Int(patients[patient].step), at: Int(units[unit].facility)) {
      vacate($0, by: patient, world, &scheduler)
    }
  }

  /// Gives the same back as it is: what was only kept, or is another's at once.
  mutating func giveBackTogether(_ patient: Int, _ world: borrowing Surroundings) {
    let unit = togetherUnit(patient, world)
    guard unit >= 0 else { return }
    details[patients[patient].details].togetherUnit = -1
    world.tables.forEachTogether(Int(patients[patient].step), at: Int(units[unit].facility)) {
      release($0, by: patient)
    }
  }

  /// The unit of the current step with whose place the patient holds others, or −1.
  @inline(__always)
  private func togetherUnit(_ patient: Int, _ world: borrowing Surroundings) -> Int {
    guard world.tables.steps[Int(patients[patient].step)].needsMore, patients[patient].hasDetails
    else { return -1 }
    return Int(details[patients[patient].details].togetherUnit)
  }

  /// The unit in which the patient's stay needs a place of `unit` too, or −1.
  func stayTaking(_ unit: Int, _ patient: Int, _ world: borrowing Surroundings) -> Int {
    guard patients[patient].phase == .inService else { return -1 }
    var isHeld = false
    forEachHeldTogether(patients[patient], world) { if $0 == unit { isHeld = true } }
    return isHeld ? togetherUnit(patient, world) : -1
  }

  /// Calls `body` with each unit of which a patient holds a place together with that of their step.
  func forEachHeldTogether(_ row: PatientRow, _ world: borrowing Surroundings, _ body: (Int) -> Void) {
    let unit = row.hasDetails ? Int(details[row.details].togetherUnit) : -1
    if unit >= 0 { world.tables.forEachTogether(Int(row.step), at: Int(units[unit].facility), body) }
  }
}

extension NetworkTables {
  /// Calls `body` with the units at a facility of the kinds that a step takes together with its own.
  @inline(__always)
  fileprivate func forEachTogether(_ step: Int, at facility: Int, _ body: (Int) -> Void) {
    let kinds = steps[step].together
    for row in Int(kinds.start)..<Int(kinds.start + kinds.count) {
      let other = unit(of: Int(togetherKinds[row]), at: facility)
      if other >= 0 { body(other) }
    }
  }
}
