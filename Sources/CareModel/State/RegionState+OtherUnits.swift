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
    guard rules.others.count > 0, nowTicks - patients[patient].since >= rules.othersAfterTicks else {
      return false
    }
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

  /// The same for the place that the patient had the last stay in. What a step takes together with its unit is taken with
  /// a new place alone.
  private mutating func goesOnInOtherUnit(
    _ patient: Int, _ rules: RareStepRow, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Bool {
    let place = patients[patient].lastPlace
    let step = world.tables.steps[Int(patients[patient].step)]
    guard place >= 0, step.together.count == 0, isOther(Int(units[place].kind), rules, world) else {
      return false
    }
    leaveLine(patient, world, &scheduler)
    settle(patient, in: place, world, &scheduler)
    return true
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
    if !beginsInOtherUnit(patient, world, &scheduler) { limitWait(patient, world, &scheduler) }
  }

  /// The first, by priority and wait, of those who wait for a place of another kind and would take a free one of `unit`.
  ///
  /// - Complexity: O(patients in those lines) where many cannot begin, else O(units).
  @inline(never)
  func firstFromOtherLines(_ unit: Int, _ world: borrowing Surroundings) -> Int? {
    guard units[unit].hasRoom else { return nil }
    var first: LineHead?
    for line in 0..<units.count where units[line].waiting > 0 && units[line].kind != units[unit].kind {
      guard let patient = firstOfLine(line, willingToTake: unit, world) else { continue }
      let head = lineHead(patient, world)
      if let leader = first, leader < head { continue }
      first = head
    }
    return first.map { Int($0.patient) }
  }

  private func firstOfLine(_ line: Int, willingToTake unit: Int, _ world: borrowing Surroundings) -> Int? {
    for priority in 0..<8 {
      var patient = Int(queues[line * 8 + priority].head)
      while patient >= 0 {
        if wouldTake(unit, patient, world) { return patient }
        patient = Int(patients[patient].next)
      }
    }
    return nil
  }

  private func wouldTake(_ unit: Int, _ patient: Int, _ world: borrowing Surroundings) -> Bool {
    let row = patients[patient]
    let rules = world.tables.rareSteps[Int(row.step)]
    return rules.others.count > 0 && row.facility == units[unit].facility
      && nowTicks - row.since >= rules.othersAfterTicks && isOther(Int(units[unit].kind), rules, world)
      && canTake(unit, for: patient, world)
      // Their own is given out for itself.
      && !canTake(Int(row.queueUnit), for: patient, world)
  }
}
