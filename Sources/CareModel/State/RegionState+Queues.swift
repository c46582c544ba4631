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
    note(.vacated, patient, unitKind: kind, facility: Int(units[unit].facility), world)
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
    if world.tables.takerKinds.count > 0 {
      giveOutTogether(world, &scheduler)
      return
    }
    serveReady(world, &scheduler)
    if serving.count > 0 { serveElsewhere(world, &scheduler) }
  }

  /// Gives the free places of each unit to those who wait there and can begin, first in line first. Who also needs what
  /// is not there, a team or a stock, keeps their place in line and is passed over.
  @inline(__always)
  private mutating func serveReady(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    while ready.count > 0 {
      let unit = Int(ready.removeLast())
      while let patient = nextInLine(unit, world) { admit(patient, to: unit, world, &scheduler) }
      if nextElsewhere(unit, world) != nil { serving.append(Int32(truncatingIfNeeded: unit)) }
    }
  }

  /// Gives places that their own lines left to those who wait elsewhere in the region, to each the nearest: several
  /// units may have opened at once.
  @inline(never)
  private mutating func serveElsewhere(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    while serving.count > 0 {
      let unit = Int(serving[serving.count - 1])
      guard let patient = nextElsewhere(unit, world) else {
        _ = serving.removeLast()
        continue
      }
      admit(patient, to: nearest(unit, for: patient, world), world, &scheduler)
      // Who left a place for it has made room for others.
      serveReady(world, &scheduler)
    }
  }

  /// The nearest unit of its kind that can take the patient, `unit` if none is nearer.
  private func nearest(_ unit: Int, for patient: Int, _ world: borrowing Surroundings) -> Int {
    let near = world.tables.nearUnits[Int(patients[patient].facility) * kindCount + Int(units[unit].kind)]
    for place in Int(near.start)..<Int(near.start + near.count) {
      let other = Int(world.tables.nearUnitRows[place])
      if other == unit { return unit }
      if canTake(other, for: patient, world), !isCutOff(other, from: patient, world) { return other }
    }
    return unit
  }

  /// One who waited gets a place, or is turned away for want of a stock.
  @inline(__always)
  private mutating func admit(
    _ patient: Int, to unit: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    dequeue(patient, world, &scheduler)
    let step = Int(patients[patient].step)
    if world.tables.steps[step].refusesWhenShort,
      lacksStock(patient, world.tables.steps[step].uses, world)
    {
      refuseForStock(patient, kind: Int(units[unit].kind), world, &scheduler)
    } else {
      give(patient, unit: unit, world, &scheduler)
    }
  }

  /// The same where steps take places together: all that became free are given out at once, so that who comes first
  /// gets theirs whichever of them they wait for.
  @inline(never)
  private mutating func giveOutTogether(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    serving.removeAll()
    while true {
      while ready.count > 0 { addServed(Int(ready.removeLast()), world) }
      var first: (patient: Int, unit: Int)?
      for index in 0..<serving.count {
        let unit = Int(serving[index])
        guard let patient = nextInLine(unit, world) ?? nextElsewhere(unit, world) else { continue }
        if let leader = first, !comesBefore(patient, unit, leader, world) { continue }
        first = (patient, unit)
      }
      guard let first else { return }
      admit(first.patient, to: first.unit, world, &scheduler)
    }
  }

  /// A unit with a free place, and those with whose places it is taken together.
  private mutating func addServed(_ unit: Int, _ world: borrowing Surroundings) {
    serving.append(Int32(truncatingIfNeeded: unit))
    let takers = world.tables.kinds[Int(units[unit].kind)].takers
    for row in Int(takers.start)..<Int(takers.start + takers.count) {
      let taker = world.tables.unit(of: Int(world.tables.takerKinds[row]), at: Int(units[unit].facility))
      if taker >= 0 { serving.append(Int32(truncatingIfNeeded: taker)) }
    }
  }

  private func comesBefore(
    _ patient: Int, _ unit: Int, _ other: (patient: Int, unit: Int), _ world: borrowing Surroundings
  ) -> Bool {
    let isFIFO =
      world.tables.kinds[Int(units[unit].kind)].isFIFO
      && world.tables.kinds[Int(units[other.unit].kind)].isFIFO
    // One who could have either goes to the nearer.
    if patient == other.patient { return nearest(other.unit, for: patient, world) == unit }
    let (left, right) = (patients[patient], patients[other.patient])
    return (isFIFO ? 0 : left.priority, left.since, left.origin, left.ordinal)
      < (isFIFO ? 0 : right.priority, right.since, right.origin, right.ordinal)
  }

  /// Who gets a free place of `unit`, if it has one, of its own line.
  ///
  /// - Complexity: O(1) where nobody is passed over, else O(patients in line).
  @inline(__always)
  private func nextInLine(_ unit: Int, _ world: borrowing Surroundings) -> Int? {
    guard units[unit].waiting > 0, units[unit].hasRoom else { return nil }
    return firstAble(inLineFor: unit, toTake: unit, world)
  }

  /// Who gets it of another line of the region, if units help each other.
  @inline(__always)
  private func nextElsewhere(_ unit: Int, _ world: borrowing Surroundings) -> Int? {
    let kind = Int(units[unit].kind)
    guard kinds[kind].waiting > 0, world.tables.kinds[kind].helpsWithinRegion, units[unit].hasRoom else {
      return nil
    }
    return firstElsewhere(unit, kind, world)
  }

  @inline(never)
  private func firstElsewhere(_ unit: Int, _ kind: Int, _ world: borrowing Surroundings) -> Int? {
    var best: Int?
    for other in 0..<units.count where Int(units[other].kind) == kind && units[other].waiting > 0 {
      guard let candidate = firstAble(inLineFor: other, toTake: unit, world) else { continue }
      if let leader = best, !isAhead(candidate, of: leader, world) { continue }
      best = candidate
    }
    return best
  }

  /// Whether the patient may be moved to a unit of the region now: it is their own facility's, or a fleet goes there and
  /// no closure keeps it.
  private func isInReach(_ unit: Int, of patient: Int, _ world: borrowing Surroundings) -> Bool {
    let near = world.tables.nearUnits[
      Int(patients[patient].facility) * kindCount + Int(units[unit].kind)]
    for place in Int(near.start)..<Int(near.start + near.count)
    where Int(world.tables.nearUnitRows[place]) == unit {
      return !isCutOff(unit, from: patient, world)
    }
    return false
  }

  /// Whether one at the head of a line goes before one at the head of another: by priority, where the line does, then
  /// by who has waited longest.
  func isAhead(_ one: Int, of other: Int, _ world: borrowing Surroundings) -> Bool {
    let (ahead, behind) = (patients[one], patients[other])
    return (rank(ahead, world), ahead.since, ahead.origin, ahead.ordinal)
      < (rank(behind, world), behind.since, behind.origin, behind.ordinal)
  }

  /// The priority of one who waits, as far as their line knows any.
  private func rank(_ row: PatientRow, _ world: borrowing Surroundings) -> UInt8 {
    world.tables.kinds[Int(units[Int(row.queueUnit)].kind)].isFIFO ? 0 : row.priority
  }

  /// The first in line for one unit who could begin in a place of another, or the same.
  private func firstAble(
    inLineFor queue: Int, toTake unit: Int, _ world: borrowing Surroundings
  ) -> Int? {
    for priority in 0..<8 {
      var patient = Int(queues[queue * 8 + priority].head)
      while patient >= 0 {
        if canTake(unit, for: patient, world), queue == unit || isInReach(unit, of: patient, world) {
          return patient
        }
        patient = Int(patients[patient].next)
      }
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
    link(patient, behind: isFirst ? -1 : lastAhead(of: patient, in: queue), in: &queue)
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
    link(patient, behind: Int(queue.tail), in: &queue)
  }

  /// Puts the patient in line behind another; −1 for before all.
  @inline(__always)
  mutating func link(_ patient: Int, behind other: Int, in queue: inout QueueRow) {
    let row = Int32(truncatingIfNeeded: patient)
    let after = other >= 0 ? patients[other].next : queue.head
    patients[patient].previous = Int32(truncatingIfNeeded: other)
    patients[patient].next = after
    if other >= 0 { patients[other].next = row } else { queue.head = row }
    if after >= 0 { patients[Int(after)].previous = row } else { queue.tail = row }
  }

  /// Who stands before the patient in a queue, or −1: the last, unless the patient has waited longer, having worsened or
  /// come from elsewhere. Nobody passes one whose stay was broken off.
  private func lastAhead(of patient: Int, in queue: QueueRow) -> Int {
    var ahead = Int(queue.tail)
    while ahead >= 0, patients[ahead].since > patients[patient].since, remainingSeconds(ahead) == 0 {
      ahead = Int(patients[ahead].previous)
    }
    return ahead
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
