import SimulationKernel

// Places and queues. A place that becomes free is put on the ready list and given out at the end of the
// event, never from within another grant.
extension RegionState {
  @inline(__always)
  mutating func occupy(_ unit: Int, by patient: Int) {
    tallyPlace(of: unit, patient, by: 1)
    units[unit].integrate(until: nowTicks)
    units[unit].occupied += 1
    if units[unit].occupied > units[unit].mostOccupied {
      units[unit].mostOccupied = units[unit].occupied
    }
  }

  mutating func release(_ unit: Int, by patient: Int) {
    tallyPlace(of: unit, patient, by: -1)
    free(unit)
  }

  private mutating func free(_ unit: Int) {
    units[unit].integrate(until: nowTicks)
    units[unit].occupied -= 1
    ready.append(Int32(truncatingIfNeeded: unit))
  }

  /// A patient leaves a place they lay in: it is free, or is cleaned first.
  @inline(__always)
  mutating func vacate(
    _ unit: Int, by patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    tallyPlace(of: unit, patient, by: -1)
    let kind = Int(units[unit].kind)
    let turnaround = world.tables.kinds[kind].turnaround
    if turnaround >= 0 {
      clean(unit, turnaround, world, &scheduler)
      return
    }
    units[unit].integrate(until: nowTicks)
    units[unit].occupied -= 1
    // Who asks for the place later in this event finds it free.
    if kinds[kind].waiting > 0 || world.tables.kinds[kind].takers.count > 0 {
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
    units[unit].integrate(until: nowTicks)
    units[unit].occupied -= 1
    units[unit].cleaning += 1
    scheduler.schedule(.cleaned(unit: Int32(truncatingIfNeeded: unit)), after: delay)
  }

  /// A place is clean, and can be given to the next.
  mutating func cleaned(_ unit: Int) {
    units[unit].integrate(until: nowTicks)
    units[unit].cleaning -= 1
    ready.append(Int32(truncatingIfNeeded: unit))
  }

  /// The patient leaves the bed held, if any.
  @inline(__always)
  mutating func giveUpBed(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if patients[patient].bed >= 0 { leaveBed(patient, world, &scheduler) }
  }

  private mutating func leaveBed(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let bed = Int(patients[patient].bed)
    loseBed(patient)
    vacate(bed, by: patient, world, &scheduler)
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

  /// Gives out the places that became free in this event.
  @inline(__always)
  mutating func giveOutReady(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    if ready.count > 0 { giveOut(world, &scheduler) }
  }

  private mutating func giveOut(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    while ready.count > 0 {
      let unit = Int(ready.removeLast())
      serve(unit, world, &scheduler)
      let takers = world.tables.kinds[Int(units[unit].kind)].takers
      for row in Int(takers.start)..<Int(takers.start + takers.count) {
        let taker = world.tables.unit(of: Int(world.tables.takerKinds[row]), at: Int(units[unit].facility))
        if taker >= 0 { serve(taker, world, &scheduler) }
      }
    }
  }

  /// Gives the free places of a unit to those who wait. Who is first in line and needs other things too keeps the
  /// line waiting until all are free.
  @inline(__always)
  private mutating func serve(
    _ unit: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let kind = Int(units[unit].kind)
    while kinds[kind].waiting > 0, units[unit].hasRoom {
      guard let patient = nextFor(unit, kind, world), canTake(unit, for: patient, world) else { break }
      dequeue(patient, world, &scheduler)
      let step = Int(patients[patient].step)
      if world.tables.steps[step].refusesWhenShort,
        lacksStock(patient, world.tables.steps[step].uses, world)
      {
        refuseForStock(patient, kind: kind, world, &scheduler)
      } else {
        give(patient, unit: unit, world, &scheduler)
      }
    }
  }

  /// Who gets a free place of `unit`: its own queue, else another of the region if units help each other.
  private func nextFor(_ unit: Int, _ kind: Int, _ world: borrowing Surroundings) -> Int? {
    if units[unit].waiting > 0 { return firstWaiting(unit) }
    guard world.tables.kinds[kind].helpsWithinRegion else { return nil }
    var best: Int?
    for other in 0..<units.count where Int(units[other].kind) == kind && units[other].waiting > 0 {
      guard let candidate = firstWaiting(other) else { continue }
      if let leader = best {
        let ahead = patients[candidate]
        let behind = patients[leader]
        let isAhead =
          world.tables.kinds[kind].isFIFO
          ? ahead.since < behind.since
          : (ahead.priority, ahead.since) < (behind.priority, behind.since)
        if isAhead { best = candidate }
      } else {
        best = candidate
      }
    }
    return best
  }

  private func firstWaiting(_ unit: Int) -> Int? {
    for priority in 0..<8 {
      let head = queues[unit * 8 + priority].head
      if head >= 0 { return Int(head) }
    }
    return nil
  }

  /// - Parameter isFirst: whether the patient stands before others of their priority, having lost a place.
  mutating func enqueue(
    _ patient: Int, unit: Int, isFirst: Bool = false, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    gatherHazard(patient, world)
    beginWaitHazard(patient, world)
    let classIndex = Int(patients[patient].patientClass)
    let kind = Int(units[unit].kind)
    let classPriority = Int(world.tables.classes[classIndex].priority)
    let priority = min(
      7,
      max(
        0,
        world.policies.triage.priority(
          classPriority: classPriority, patientClass: classIndex,
          severity: Int(patients[patient].severity))))
    patients[patient].priority = UInt8(priority)
    patients[patient].phase = .waiting
    patients[patient].queueUnit = Int16(truncatingIfNeeded: unit)
    let place = unit * 8 + (world.tables.kinds[kind].isFIFO ? 0 : priority)
    var queue = queues[place]
    if isFirst { linkFirst(patient, at: &queue) } else { link(patient, at: &queue) }
    queues[place] = queue
    units[unit].integrate(until: nowTicks)
    units[unit].waiting += 1
    tallyQueue(of: unit, patient, by: 1)
    block(patient, 1)
    kinds[kind].waiting += 1
    note(.queued, patient, unitKind: kind, facility: Int(units[unit].facility), world)
    foresee(patient, world, &scheduler)
    if world.tables.steps[Int(patients[patient].step)].patience >= 0
      || world.tables.classes[classIndex].worsening >= 0
    {
      limitWait(patient, world, &scheduler)
    }
    if isMeasuring, world.policies.transfer.considers(unitKind: kind) {
      considerTransfer(patient, kind: kind, world, &scheduler)
    }
  }

  /// A patient who holds a place waits for one elsewhere from now on, or no longer: they block the one they had
  /// their last stay in.
  @inline(__always)
  mutating func block(_ patient: Int, _ change: Int32) {
    let place = patients[patient].lastPlace
    guard place >= 0 else { return }
    units[place].integrate(until: nowTicks)
    units[place].blocked += change
  }

  /// Takes the patient out of the queue they wait in.
  mutating func dequeue(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if !patients[patient].nextEvent.isNone {
      scheduler.cancel(patients[patient].nextEvent)
      patients[patient].nextEvent = .none
    }
    let unit = Int(patients[patient].queueUnit)
    let kind = Int(units[unit].kind)
    let place = unit * 8 + (world.tables.kinds[kind].isFIFO ? 0 : Int(patients[patient].priority))
    var queue = queues[place]
    unlink(patient, from: &queue)
    queues[place] = queue
    units[unit].integrate(until: nowTicks)
    units[unit].waiting -= 1
    tallyQueue(of: unit, patient, by: -1)
    block(patient, -1)
    kinds[kind].waiting -= 1
    patients[patient].queueUnit = -1
  }

  mutating func link(_ patient: Int, at queue: inout QueueRow) {
    patients[patient].next = -1
    patients[patient].previous = queue.tail
    if queue.tail >= 0 {
      patients[Int(queue.tail)].next = Int32(truncatingIfNeeded: patient)
    } else {
      queue.head = Int32(truncatingIfNeeded: patient)
    }
    queue.tail = Int32(truncatingIfNeeded: patient)
  }

  private mutating func linkFirst(_ patient: Int, at queue: inout QueueRow) {
    patients[patient].previous = -1
    patients[patient].next = queue.head
    if queue.head >= 0 {
      patients[Int(queue.head)].previous = Int32(truncatingIfNeeded: patient)
    } else {
      queue.tail = Int32(truncatingIfNeeded: patient)
    }
    queue.head = Int32(truncatingIfNeeded: patient)
  }

  mutating func unlink(_ patient: Int, from queue: inout QueueRow) {
    let (before, after) = (patients[patient].previous, patients[patient].next)
    if before >= 0 { patients[Int(before)].next = after } else { queue.head = after }
    if after >= 0 { patients[Int(after)].previous = before } else { queue.tail = before }
    patients[patient].next = -1
    patients[patient].previous = -1
  }
}

extension RegionState {
  /// Gives everybody who waits for a place or a vehicle theirs, whether it is free or not.
  mutating func grantAll(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    for patient in 0..<patients.count where patients[patient].phase == .waiting {
      let unit = Int(patients[patient].queueUnit)
      dequeue(patient, world, &scheduler)
      give(patient, unit: unit, world, &scheduler)
    }
    for patient in 0..<patients.count where patients[patient].phase == .awaitingVehicle {
      leaveVehicleQueue(patient)
      leaveAtOnce(patient, world, &scheduler)
    }
  }
}
