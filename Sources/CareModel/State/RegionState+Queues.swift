import SimulationKernel

// Lines: who joins them where, and who leaves them.
extension RegionState {
  /// - Parameter isFirst: whether the patient stands before others of their priority, having lost a place.
  mutating func enqueue(
    _ patient: Int, unit: Int, isFirst: Bool = false, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    gatherHazard(patient, world)
    beginWaitHazard(patient, world)
    let classIndex = Int(patients[patient].patientClass)
    let kind = Int(units[unit].kind)
    let ownPriority = Int(ownPriority(patient, world))
    let priority = min(
      7,
      max(
        0,
        world.policies.triage.priority(
          classPriority: ownPriority, patientClass: classIndex,
          severity: Int(patients[patient].severity))))
    patients[patient].priority = UInt8(priority)
    patients[patient].phase = .waiting
    patients[patient].queueUnit = Int16(truncatingIfNeeded: unit)
    let place = unit * 8 + (world.tables.kinds[kind].isFIFO ? 0 : priority)
    var queue = queues[place]
    link(patient, behind: isFirst ? -1 : lastAhead(of: patient, in: queue), in: &queue)
    queues[place] = queue
    units[unit].changeWaiting(by: 1, at: nowTicks)
    tallyQueue(of: unit, patient, by: 1)
    block(patient, 1)
    kinds[kind].waiting += 1
    note(.queued, patient, unitKind: kind, facility: Int(units[unit].facility), world)
    foresee(patient, world, &scheduler)
    let step = Int(patients[patient].step)
    if world.tables.steps[step].patience >= 0 || world.tables.classes[classIndex].worsening >= 0
      || world.tables.rareSteps[step].othersAfterTicks > 0 || world.tables.rareSteps[step].waitsWhile >= 0
    {
      limitWait(patient, world, &scheduler)
    }
    if isMeasuring, world.policies.transfer.considers(unitKind: kind) {
      considerTransfer(patient, kind: kind, world, &scheduler)
    }
  }

  /// The patient has the priority of their step, or of their class.
  @inline(never)
  mutating func takePriority(_ patient: Int, _ world: borrowing Surroundings) {
    patients[patient].priority = ownPriority(patient, world)
  }

  private func ownPriority(_ patient: Int, _ world: borrowing Surroundings) -> UInt8 {
    let priority = world.tables.steps[Int(patients[patient].step)].priority
    return priority < StepRow.classPriority
      ? priority : world.tables.classes[Int(patients[patient].patientClass)].priority
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
    units[unit].changeWaiting(by: -1, at: nowTicks)
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
