import SimulationKernel

// Places of other kinds of unit that will do: a patient of a full ward lies in another ward of the facility. Who waits
// stands in the line of the unit asked for; requests, waits and stays are counted there, and places where they are.
extension RegionState {
  /// Whether the patient's step begins in a place of another kind that will do: one that they hold already, else a free
  /// one, in the order of the model. If so it has begun.
  @inline(never)
  mutating func beginsInOtherUnit(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Bool {
    let rules = world.tables.rareSteps[Int(patients[patient].step)]
    let step = world.tables.steps[Int(patients[patient].step)]
    guard rules.others.count > 0, nowTicks - patients[patient].since >= rules.othersAfterTicks,
      !step.refusesWhenShort || !lacksStock(patient, step.uses, world)
    else { return false }
    if goesOnInOtherUnit(patient, rules, world, &scheduler) { return true }
    for index in Int(rules.others.start)..<Int(rules.others.start + rules.others.count) {
      let kind = Int(world.tables.otherKinds[index])
      let unit = world.tables.unit(of: kind, at: Int(patients[patient].facility))
      guard unit >= 0, canTake(unit, for: patient, world) else { continue }
      leaveLine(patient, world, &scheduler)
      give(patient, unit: unit, world, &scheduler)
      return true
    }
    return false
  }

  /// The same for a place that the patient holds. What a step takes together with its unit is taken with a new place
  /// alone.
  private mutating func goesOnInOtherUnit(
    _ patient: Int, _ rules: RareStepRow, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Bool {
    let row = patients[patient]
    let step = world.tables.steps[Int(row.step)]
    guard step.together.count == 0, hasStocks(step.uses, for: patient, world) else { return false }
    let place = willDo(row.beside, rules, world) ? row.beside : row.bed
    guard willDo(place, rules, world) else { return false }
    leaveLine(patient, world, &scheduler)
    goOnAnew(patient, in: Int(place), world, &scheduler)
    return true
  }

  /// Whether a unit, −1 for none, is of a kind that will do.
  private func willDo(_ unit: Int16, _ rules: RareStepRow, _ world: borrowing Surroundings) -> Bool {
    unit >= 0 && isOther(Int(units[Int(unit)].kind), rules, world)
  }

  /// One who joins a line without having asked for them may have the other units that will do, at the end of the event.
  mutating func offerOtherUnits(to patient: Int, _ world: borrowing Surroundings) {
    let others = world.tables.rareSteps[Int(patients[patient].step)].others
    for index in Int(others.start)..<Int(others.start + others.count) {
      let unit = world.tables.unit(
        of: Int(world.tables.otherKinds[index]), at: Int(patients[patient].facility))
      if unit >= 0 { ready.append(Int32(truncatingIfNeeded: unit)) }
    }
  }

  private mutating func leaveLine(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if patients[patient].phase == .waiting { dequeue(patient, world, &scheduler) }
  }

  private func isOther(_ kind: Int, _ rules: RareStepRow, _ world: borrowing Surroundings) -> Bool {
    for index in Int(rules.others.start)..<Int(rules.others.start + rules.others.count)
    where Int(world.tables.otherKinds[index]) == kind {
      return true
    }
    return false
  }

  /// The patient has waited so long that a place of another kind will do.
  mutating func acceptOtherUnits(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    patients[patient].nextEvent = .none
    if beginsInOtherUnit(patient, world, &scheduler) { return }
    limitWait(patient, world, &scheduler)
    // Who lacks a stock is turned away as from any place that becomes free.
    if world.tables.steps[Int(patients[patient].step)].refusesWhenShort {
      offerOtherUnits(to: patient, world)
    }
  }

  /// The first, by priority and wait, of those who wait for a place of another kind and would take a free one of `unit`.
  ///
  /// - Complexity: O(units + patients in lines of which some step would take it).
  @inline(never)
  func firstFromOtherLines(_ unit: Int, _ world: borrowing Surroundings) -> Int? {
    guard units[unit].hasRoom else { return nil }
    let rules = world.tables.kinds[Int(units[unit].kind)]
    var first: LineHead?
    for line in 0..<units.count where units[line].waiting > 0 && mayAsk(units[line].kind, rules, world) {
      guard let patient = firstOfLine(line, willingToTake: unit, world) else { continue }
      let head = lineHead(patient, as: Int(units[unit].kind), world)
      if let leader = first, leader < head { continue }
      first = head
    }
    return first.map { Int($0.patient) }
  }

  /// Whether somebody in line for a kind may take a place of another: one of its own patients, or a guest who was pushed
  /// out where there is no unit of their own.
  private func mayAsk(_ kind: Int16, _ rules: KindRow, _ world: borrowing Surroundings) -> Bool {
    if world.tables.kinds[Int(kind)].askers.count > 0 { return true }
    for row in Int(rules.askers.start)..<Int(rules.askers.start + rules.askers.count)
    where world.tables.askerKinds[row] == Int32(kind) {
      return true
    }
    return false
  }

  private func firstOfLine(_ line: Int, willingToTake unit: Int, _ world: borrowing Surroundings) -> Int? {
    first(inLineFor: line, world) { wouldTake(unit, $0, world) }
  }

  /// Whether one who waits would begin in a free place of `unit`, which is of another kind than they asked for.
  func wouldTake(_ unit: Int, _ patient: Int, _ world: borrowing Surroundings) -> Bool {
    let row = patients[patient]
    let rules = world.tables.rareSteps[Int(row.step)]
    return rules.others.count > 0 && row.facility == units[unit].facility
      && nowTicks - row.since >= rules.othersAfterTicks && isOther(Int(units[unit].kind), rules, world)
      && canTake(unit, for: patient, world)
  }

  /// Whose turn a unit has among those that will do for the patient: 0 is the facility's own, then in the order of the
  /// model; units of other facilities come last.
  func turn(of unit: Int, for patient: Int, _ world: borrowing Surroundings) -> Int {
    guard units[unit].facility == patients[patient].facility else { return .max }
    let rules = world.tables.rareSteps[Int(patients[patient].step)]
    for index in 0..<Int(rules.others.count)
    where world.tables.otherKinds[Int(rules.others.start) + index] == Int32(units[unit].kind) {
      return index + 1
    }
    return 0
  }
}
