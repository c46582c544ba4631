import RandomStreams
import SimulationKernel

// The limit of a wait, and stays that are broken off.
extension RegionState {
  /// Sets what happens first to one who waits: their patience ends, or the hours in which they wait, their state worsens,
  /// or a place of another unit will do. All but those hours run from the beginning of the wait, also across a move; whose
  /// state has worsened meanwhile worsens further from then on.
  mutating func limitWait(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let step = world.tables.steps[Int(patients[patient].step)]
    let classIndex = patients[patient].patientClass
    let worsening = world.tables.classes[Int(classIndex)].worsening
    let rounds = patients[patient].rounds
    var patience = Int64.max
    if step.patience >= 0 {
      var random = stream(patient, step.patiencePurpose, round: rounds, isReread: true, world)
      patience = SimulationDuration.hours(world.sample(step.patience, using: &random)).ticks
    }
    var untilWorse = Int64.max
    if worsening >= 0 {
      // A step of a round may be waited for more than once, and a wait may worsen more than once: both are part of
      // the key. A wait goes on across moves, and its draw is read again.
      let purpose = Self.purpose(step.worseningPurpose, turn: rounds >> 12 | brokenStays(patient) << 20)
      let left = UInt32(world.tables.classes[Int(classIndex)].worseningsLeft)
      let visit = (rounds & 0xFFF) << 8 | left
      var random = world.stream(patients[patient], purpose, visit: visit, isReread: true)
      untilWorse = SimulationDuration.hours(world.sample(worsening, using: &random)).ticks
    }
    let since = patients[patient].since
    let worsened =
      patients[patient].hasDetails ? max(since, details[patients[patient].details].worsenedAt) : since
    // What is left of both; the largest number for what never happens.
    if patience < .max { patience -= nowTicks - since }
    if untilWorse < .max { untilWorse -= nowTicks - worsened }
    let waitsWhile = world.tables.rareSteps[Int(patients[patient].step)].waitsWhile
    if waitsWhile >= 0, let closing = world.tables.nextClosed(waitsWhile, from: nowTicks) {
      patience = min(patience, closing - nowTicks)
    }
    let row = Int32(truncatingIfNeeded: patient)
    var event: CareEvent = untilWorse < patience ? .worsens(patient: row) : .gaveUp(patient: row)
    var due = min(patience, untilWorse)
    let untilOther = world.tables.rareSteps[Int(patients[patient].step)].othersAfterTicks - (nowTicks - since)
    if untilOther > 0, untilOther <= due { (event, due) = (.acceptsOthers(patient: row), untilOther) }
    guard due < .max else { return }
    patients[patient].nextEvent = scheduler.schedule(event, after: SimulationDuration(ticks: max(0, due)))
  }

  /// The state of one who waits worsens: they join another class.
  mutating func worsen(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    patients[patient].nextEvent = .none
    gatherHazard(patient, world)
    // Not the step's: who lost a place in a step without a unit waits for one like it.
    let unitKind = Int(units[Int(patients[patient].queueUnit)].kind)
    dequeue(patient, world, &scheduler)
    let before = Int(patients[patient].patientClass)
    let joined = Int(world.tables.classes[before].worseClass)
    let kind = world.tables.classes[joined]
    let isRequest = patients[patient].isInCohort && remainingSeconds(patient) == 0
    let isSameWay = kind.firstStep == world.tables.classes[before].firstStep
    // A request is of the class that ends it. On another pathway nobody goes on with it.
    if isRequest, isSameWay {
      count(patient, kind: unitKind, world) { $0.requests -= 1 }
    } else if isRequest {
      endWait(patient, .left, world)
    }
    changeClass(of: patient, to: joined)
    details[takeDetails(patient)].worsenedAt = nowTicks
    if isSameWay { takePriority(patient, world) } else { patients[patient].priority = kind.priority }
    if isRequest, isSameWay {
      count(patient, kind: unitKind, world) { $0.requests += 1 }
      tallyMove(patient, kind: unitKind, from: before, to: joined, world)
    }
    note(.worsened, patient, unitKind: unitKind, world)
    let severity = Int32(patients[patient].severity)
    if severity < kind.lowestSeverity || severity > kind.highestSeverity {
      drawSeverity(patient, kind, isReread: true, world)
    }
    patients[patient].phase = .approaching
    if isSameWay {
      request(patient, kind: unitKind, isRenewed: true, isInLine: true, world, &scheduler)
      return
    }
    forgetRemaining(patient)
    // Another pathway begins, maybe one that the patient was on before.
    patients[patient].rounds += 1
    enter(patient, step: Int(kind.firstStep), world, &scheduler)
  }

  /// The patience of one who waits is over.
  mutating func giveUpWaiting(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    patients[patient].nextEvent = .none
    gatherHazard(patient, world)
    dequeue(patient, world, &scheduler)
    let step = world.tables.steps[Int(patients[patient].step)]
    note(.gaveUp, patient, unitKind: Int(step.unitKind), world)
    if patients[patient].isInCohort, remainingSeconds(patient) == 0 {
      count(patient, kind: Int(step.unitKind), world) { $0.gaveUp += 1 }
      endWait(patient, .left, world)
    }
    // No stay ends here.
    patients[patient].phase = .approaching
    forgetRemaining(patient)
    if step.gaveUp.count == 0 {
      leave(patient, .gaveUp, world, &scheduler)
      return
    }
    guard let next = choose(patient, step.gaveUp, step.gaveUpPurpose, world, &scheduler) else { return }
    enter(patient, step: next, world, &scheduler)
  }

  /// Frees a place of a full unit for a more urgent patient; false when all in it are as urgent, when it is closing, or
  /// when something else that the patient needs would not be there.
  ///
  /// The least urgent in a stay there gives way; who began last, of those.
  ///
  /// - Complexity: O(patients of the region).
  mutating func preempt(
    _ unit: Int, for patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Bool {
    guard units[unit].isFull else { return false }
    var victim = -1
    for other in 0..<patients.count where isInStay(other, in: unit) {
      // Who would travel then calls off what was ordered for them.
      if patients[other].priority <= patients[patient].priority || orderedFor(patient) == other { continue }
      guard hasMore(unit, patient, without: other, world) else { continue }
      if victim < 0 || givesWay(other, before: victim) { victim = other }
    }
    guard victim >= 0 else { return false }
    if patients[victim].isInCohort {
      count(victim, kind: askedKind(victim, in: unit, world), world) { $0.pushedOut += 1 }
    }
    breakOff(
      victim, in: unit, restarts: world.tables.kinds[Int(units[unit].kind)].restarts, world, &scheduler)
    details[patients[victim].details].isPushedOut = true
    units[unit].integrate(until: nowTicks)
    units[unit].occupied -= 1
    tallyPlace(of: unit, victim, by: -1)
    // A guest of the unit waits for the own one.
    let own = world.tables.unit(of: askedKind(victim, in: unit, world), at: Int(units[unit].facility))
    enqueue(victim, unit: own < 0 ? unit : own, isFirst: true, world, &scheduler)
    if own >= 0, own != unit { ready.append(Int32(truncatingIfNeeded: own)) }
    // Who is sent to another region at once is here no more.
    if patients[victim].phase == .waiting { offerOtherUnits(to: victim, world) }
    return true
  }

  private func isInStay(_ patient: Int, in unit: Int) -> Bool {
    patients[patient].phase == .inService
      && (Int(patients[patient].bed) == unit && patients[patient].beside < 0
        || Int(patients[patient].beside) == unit)
  }

  private func givesWay(_ one: Int, before other: Int) -> Bool {
    let (left, right) = (patients[one], patients[other])
    return (left.priority, left.since, left.origin, left.ordinal)
      > (right.priority, right.since, right.origin, right.ordinal)
  }

  /// Ends a stay before its time: what is left of it is kept, and the place is the patient's no more. The caller
  /// counts it free and says where the patient goes.
  mutating func breakOff(
    _ patient: Int, in unit: Int, restarts: Bool, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    gatherHazard(patient, world)
    if patients[patient].phase == .inService {
      let whole = stayHours(patient, left: remainingSeconds(patient), isReread: true, world)
      let stay = SimulationDuration.hours(whole).ticks
      let left = max(0, stay - (nowTicks - patients[patient].since))
      // At least a second: 0 stands for a stay that was not broken off.
      let seconds = max(1, min(Int64(PatientDetails.justOver) - 1, (left + 500_000) / 1_000_000))
      scheduler.cancel(patients[patient].nextEvent)
      patients[patient].nextEvent = .none
      let known = takeDetails(patient)
      details[known].brokenTicks = stayedTicks(patients[patient])
      details[known].remainingSeconds =
        restarts
        ? .max : details[known].awaitsOrders ? PatientDetails.justOver : UInt32(truncatingIfNeeded: seconds)
      details[known].brokenStays += 1
      details[known].isPushedOut = false
      details[known].awaitsOrders = false
      patients[patient].since = nowTicks
      giveBackTogether(patient, world)
    }
    if Int(patients[patient].beside) == unit {
      patients[patient].beside = -1
      return
    }
    loseBed(patient)
  }
}
