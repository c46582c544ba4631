import RandomStreams
import SimulationKernel

// Planned care: the admission policy, the list of the postponed and what waiting on it does.
extension RegionState {
  /// Asks the admission policy; false when the patient was put on the list or turned away.
  mutating func isAdmittedByPolicy(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Bool {
    var memory = memories[Decision.admission.code]
    var random = stream(patient, world.tables.purposes.policyAdmission, world)
    let classIndex = Int(patients[patient].patientClass)
    let decision = world.policies.admission.decide(
      on: PlannedPatient(patientClass: classIndex, canWait: world.tables.classes[classIndex].canWait),
      in: self, memory: &memory, using: &random)
    memories[Decision.admission.code] = memory
    switch decision {
    case .admit: return true
    case .cancel:
      ledger.add(.refused)
      leave(patient, .refused, world, &scheduler)
    case .postpone:
      ledger.add(.postponed)
      note(.postponed, patient, world)
      patients[patient].phase = .postponed
      patients[patient].since = nowTicks
      var queue = postponedQueue
      link(patient, at: &queue)
      postponedQueue = queue
      postponedCount += 1
      scheduleTurn(patient, world, &scheduler)
    }
    return false
  }

  /// When the patient becomes an emergency or dies on the list: both rates step by time on it.
  private mutating func scheduleTurn(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = patients[patient]
    let kind = world.tables.classes[Int(row.patientClass)]
    var random = world.stream(row, world.tables.purposes.postponed)
    var left = world.exponential(&random)
    for band in 0..<Int(kind.bandCount) {
      let rates = world.tables.bands[Int(kind.bandStart) + band]
      let until =
        band + 1 < Int(kind.bandCount)
        ? world.tables.bands[Int(kind.bandStart) + band + 1].fromHours : Double.infinity
      let rate = rates.emergencyPerHour + rates.deathPerHour
      let worth = rate > 0 ? rate * (until - rates.fromHours) : 0
      if rate > 0, left < worth {
        patients[patient].nextEvent = scheduler.schedule(
          .turn(patient: Int32(truncatingIfNeeded: patient)),
          after: .hours(rates.fromHours + left / rate))
        return
      }
      left -= worth
    }
  }

  /// A postponed patient becomes an emergency, or dies.
  mutating func turn(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    patients[patient].nextEvent = .none
    let row = patients[patient]
    let kind = world.tables.classes[Int(row.patientClass)]
    let waited = Double(nowTicks - row.since) / 3_600_000_000
    var rates = world.tables.bands[Int(kind.bandStart)]
    for band in 1..<max(1, Int(kind.bandCount)) {
      let later = world.tables.bands[Int(kind.bandStart) + band]
      if later.fromHours <= waited { rates = later }
    }
    var random = world.stream(row, world.tables.purposes.postponed, visit: 1)
    let deathShare = rates.deathPerHour / (rates.deathPerHour + rates.emergencyPerHour)
    if world.uniform(&random) < deathShare {
      die(patient, .list, world, &scheduler)
      return
    }
    leaveList(patient)
    ledger.add(.postponedToEmergency)
    let emergency = Int(kind.emergencyClass)
    changeClass(of: patient, to: emergency)
    let joined = world.tables.classes[emergency]
    patients[patient].priority = joined.priority
    beginHazard(patient, world)
    drawSeverity(patient, joined, isReread: true, world)
    note(.becameEmergency, patient, world)
    enter(patient, step: Int(joined.firstStep), world, &scheduler)
  }

  /// Calls in as many of the postponed as the policy says; the longest on the list come first.
  mutating func callIn(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    guard postponedCount > 0 else { return }
    var memory = memories[Decision.admission.code]
    // One question a morning: keyed by the day, so that other questions do not shift it.
    var random = world.stream(
      of: .admission, decider: entity,
      call: UInt32(truncatingIfNeeded: nowTicks / SimulationDuration.ticksPerDay))
    let number = world.policies.admission.numberCalledIn(in: self, memory: &memory, using: &random)
    memories[Decision.admission.code] = memory
    for _ in 0..<max(0, min(number, postponedCount)) {
      let patient = Int(postponedQueue.head)
      leaveList(patient)
      scheduler.cancel(patients[patient].nextEvent)
      patients[patient].nextEvent = .none
      ledger.add(.calledIn)
      note(.calledIn, patient, world)
      // On the list the rates of postponement stood for the class's own law.
      if patients[patient].hasDetails { details[patients[patient].details].hazardAt = nowTicks }
      let kind = world.tables.classes[Int(patients[patient].patientClass)]
      enter(patient, step: Int(kind.firstStep), world, &scheduler)
    }
  }

  mutating func leaveList(_ patient: Int) {
    var queue = postponedQueue
    unlink(patient, from: &queue)
    postponedQueue = queue
    postponedCount -= 1
    patients[patient].phase = .approaching
  }
}
