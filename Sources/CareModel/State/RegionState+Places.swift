import SimulationKernel

// Places: taken, left, cleaned. One that becomes free is put on the ready list and given out at the end of the event,
// never from within another grant.
extension RegionState {
  @inline(__always)
  mutating func occupy(_ unit: Int, by patient: Int) {
    units[unit].take(at: nowTicks)
    tallyPlace(of: unit, patient, by: 1)
  }

  mutating func release(_ unit: Int, by patient: Int) {
    free(unit)
    tallyPlace(of: unit, patient, by: -1)
  }

  private mutating func free(_ unit: Int) {
    units[unit].leave(at: nowTicks)
    ready.append(Int32(truncatingIfNeeded: unit))
  }

  /// A patient leaves a place they lay in: it is free, or is cleaned first.
  @inline(never)
  mutating func vacate(
    _ unit: Int, by patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    vacateHere(unit, by: patient, world, &scheduler)
  }

  /// The same in place of a call.
  @inline(__always)
  private mutating func vacateHere(
    _ unit: Int, by patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let kind = Int(units[unit].kind)
    note(.vacated, patient, unitKind: kind, facility: Int(units[unit].facility), world)
    let rules = world.tables.kinds[kind]
    if rules.turnaround >= 0 {
      clean(unit, rules.turnaround, world, &scheduler)
      tallyPlace(of: unit, patient, by: -1)
      return
    }
    units[unit].leave(at: nowTicks)
    tallyPlace(of: unit, patient, by: -1)
    // Who asks for the place later in this event finds it free.
    if kinds[kind].waiting > 0 || rules.takers.count > 0 || rules.askers.count > 0 {
      ready.append(Int32(truncatingIfNeeded: unit))
    }
  }

  private mutating func clean(
    _ unit: Int, _ turnaround: Int32, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let number = units[unit].cleanings
    var random = world.stream(
      origin: units[unit].originHash, ordinal: number, world.tables.purposes.turnaround)
    var hours = world.sample(turnaround, using: &random)
    if world.tables.inflow.hasEffects { hours *= happenings.unitFactors[unit].turnaround }
    let delay = SimulationDuration.hours(hours)
    // One that takes no time takes a number too: the next is keyed by it, and would take no time again.
    units[unit].cleanings = number &+ 1
    if delay.ticks == 0 {
      free(unit)
      return
    }
    units[unit].leave(at: nowTicks)
    units[unit].cleaning += 1
    scheduler.schedule(.cleaned(unit: Int32(truncatingIfNeeded: unit)), after: delay)
  }

  /// A place is clean, and can be given to the next.
  mutating func cleaned(_ unit: Int) {
    units[unit].integrate(until: nowTicks)
    units[unit].cleaning -= 1
    tallyPlaces(of: unit)
    ready.append(Int32(truncatingIfNeeded: unit))
  }

  /// The patient leaves the bed held, if any.
  @inline(__always)
  mutating func giveUpBed(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if patients[patient].bed >= 0 { leaveBedCalled(patient, world, &scheduler) }
  }

  @inline(never)
  private mutating func leaveBedCalled(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    leaveBed(patient, world, &scheduler)
  }

  /// The patient leaves the bed held.
  @inline(__always)
  mutating func leaveBed(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let bed = Int(patients[patient].bed)
    loseBed(patient)
    vacateHere(bed, by: patient, world, &scheduler)
  }

  /// The patient leaves the place held beside the bed.
  @inline(never)
  mutating func leaveBeside(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    vacate(Int(patients[patient].beside), by: patient, world, &scheduler)
    patients[patient].beside = -1
  }

  /// The patient holds their bed no more; the caller counts it free.
  @inline(__always)
  mutating func loseBed(_ patient: Int) {
    if patients[patient].isDischargeReady {
      let bed = Int(patients[patient].bed)
      patients[patient].marks.remove(.dischargeReady)
      units[bed].integrate(until: nowTicks)
      units[bed].dischargeReady -= 1
    }
    patients[patient].bed = -1
  }
}
