import RandomStreams
import SimulationKernel

// The way through a pathway: enter a step, ask for a place, take it, stay, branch, leave.
extension RegionState {
  /// The patient comes to a step, and asks for its unit if it has one.
  mutating func enter(
    _ patient: Int, step first: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    var step = first
    if world.tables.steps[step].isPassedBy {
      guard let real = firstReal(patient, from: first, world, &scheduler) else { return }
      step = real
    }
    patients[patient].step = Int16(truncatingIfNeeded: step)
    patients[patient].since = nowTicks
    let kind = Int(world.tables.steps[step].unitKind)
    if kind < 0 {
      let move = Int(world.tables.steps[step].move)
      if move >= 0 {
        beginMove(patient, move, world, &scheduler)
      } else {
        start(patient, isNewStay: false, world, &scheduler)
      }
    } else if patients[patient].lastPlace >= 0, staysInPlace(patient, kind: kind, world, &scheduler) {
      start(patient, isNewStay: false, world, &scheduler)
    } else {
      request(patient, kind: kind, isRenewed: false, world, &scheduler)
    }
  }

  /// Whether the patient goes on in a place already held: nothing is asked for, and no stay is new. One who
  /// lies in a theatre must not wait for it either.
  private mutating func staysInPlace(
    _ patient: Int, kind: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Bool {
    let own = world.tables.unit(of: kind, at: Int(patients[patient].facility))
    guard own >= 0 else { return false }
    let isBed = Int(patients[patient].bed) == own
    guard isBed || Int(patients[patient].beside) == own else { return false }
    if world.tables.steps[Int(patients[patient].step)].together.count > 0 {
      // Who worsened: with a place come from before, what is taken together with it would not be asked for.
      giveUpPlace(patient, world, &scheduler)
      return false
    }
    if isBed { return true }
    if !world.tables.steps[Int(patients[patient].step)].keepsBed {
      giveUpBed(patient, world, &scheduler)
      patients[patient].bed = Int16(own)
      patients[patient].beside = -1
    }
    return true
  }

  /// Asks for a place of `kind`: here, elsewhere in the region, else in the queue, else in another region.
  ///
  /// A renewed request goes on with a wait begun before a move.
  ///
  /// - Parameter isInLine: whether the patient stood in the line already, from which nobody is turned away.
  mutating func request(
    _ patient: Int, kind: Int, isRenewed: Bool, isInLine: Bool = false, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let facility = Int(patients[patient].facility)
    if patients[patient].isInCohort, !isRenewed {
      ledger.requests[requestRow(kind, patient)].requests &+= 1
    }
    let own = world.tables.unit(of: kind, at: facility)
    let step = Int(patients[patient].step)
    if world.tables.steps[step].refusesWhenShort,
      lacksStock(patient, world.tables.steps[step].uses, world)
    {
      refuse(patient, kind: kind, world, &scheduler)
      return
    }
    if world.tables.kinds[kind].isHospitalBed, !patients[patient].marks.contains(.neededBed) {
      patients[patient].marks.insert(.neededBed)
      ledger.add(.hospitalBedsNeeded)
    }
    if own >= 0, world.policies.isNoWait || canTake(own, for: patient, world) {
      give(patient, unit: own, world, &scheduler)
    } else {
      requestElsewhere(
        patient, kind: kind, own: own, isRenewed: isRenewed, isInLine: isInLine, world, &scheduler)
    }
  }

  /// The same when the facility's own unit, −1 for none, cannot take the patient now.
  @inline(never)
  private mutating func requestElsewhere(
    _ patient: Int, kind: Int, own: Int, isRenewed: Bool, isInLine: Bool, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let facility = Int(patients[patient].facility)
    let rules = world.tables.kinds[kind]
    let near = world.tables.nearUnits[facility * kindCount + kind]
    if rules.helpsWithinRegion || own < 0 {
      for place in Int(near.start)..<Int(near.start + near.count) {
        let unit = Int(world.tables.nearUnitRows[place])
        let isFree = canTake(unit, for: patient, world) && !isCutOff(unit, from: patient, world)
        if world.policies.isNoWait || isFree {
          give(patient, unit: unit, world, &scheduler)
          return
        }
      }
    }
    if rules.preempts, own >= 0, preempt(own, for: patient, world, &scheduler) {
      give(patient, unit: own, world, &scheduler)
      return
    }
    let isInRegion = own >= 0 || near.count > 0
    if isInRegion, !isInLine, world.tables.steps[Int(patients[patient].step)].refuses {
      refuse(patient, kind: kind, world, &scheduler)
      return
    }
    if isInRegion {
      let unit = own >= 0 ? own : Int(world.tables.nearUnitRows[Int(near.start)])
      if units[unit].waiting >= units[unit].waitingPlaces, !isRenewed {
        refuse(patient, kind: kind, world, &scheduler)
      } else {
        enqueue(patient, unit: unit, world, &scheduler)
      }
    } else {
      // The region has no such unit at all: the nearest region that has one.
      let elsewhere = Int(world.tables.nearestElsewhere[facility * kindCount + kind])
      if elsewhere >= 0 {
        askForVehicle(patient, to: elsewhere, world, &scheduler)
      } else {
        refuse(patient, kind: kind, world, &scheduler)
      }
    }
  }

  mutating func refuse(
    _ patient: Int, kind: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if patients[patient].isInCohort, remainingSeconds(patient) == 0 {
      ledger.requests[requestRow(kind, patient)].refused += 1
    }
    ledger.add(.refused)
    note(.refused, patient, unitKind: kind, world)
    let step = world.tables.steps[Int(patients[patient].step)]
    // No stay ends here.
    patients[patient].phase = .approaching
    forgetRemaining(patient)
    if step.refusedCount == 0 {
      leave(patient, .refused, world, &scheduler)
      return
    }
    let ways = RowRange(start: step.refusedStart, count: step.refusedCount)
    guard let next = choose(patient, ways, step.refusedPurpose, world, &scheduler) else { return }
    enter(patient, step: next, world, &scheduler)
  }

  /// A place of `unit` is the patient's: taken at once, or kept while a vehicle brings them.
  mutating func give(
    _ patient: Int, unit: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    occupy(unit, by: patient)
    let step = Int(patients[patient].step)
    if world.tables.steps[step].needsMore, world.tables.steps[step].together.count > 0 {
      takeTogether(patient, unit, world)
    }
    let facility = units[unit].facility
    if facility == patients[patient].facility {
      settle(patient, unit: unit, world, &scheduler)
    } else if !world.tables.kinds[Int(units[unit].kind)].needsTransport {
      patients[patient].facility = facility
      settle(patient, unit: unit, world, &scheduler)
    } else {
      patients[patient].reserved = Int16(unit)
      askForVehicle(patient, to: Int(facility), world, &scheduler)
    }
  }

  /// The patient is in the place: other places are given up, and the stay begins.
  @inline(__always)
  mutating func settle(
    _ patient: Int, unit: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    // Who goes on with a stay that was broken off began it before.
    if remainingSeconds(patient) == 0 { recordWait(patient, kind: Int(units[unit].kind), world) }
    if patients[patient].beside >= 0 {
      vacate(Int(patients[patient].beside), by: patient, world, &scheduler)
      patients[patient].beside = -1
    }
    if world.tables.steps[Int(patients[patient].step)].keepsBed, patients[patient].bed >= 0 {
      patients[patient].beside = Int16(unit)
    } else {
      giveUpBed(patient, world, &scheduler)
      patients[patient].bed = Int16(unit)
      if !patients[patient].marks.contains(.admitted),
        world.tables.kinds[Int(units[unit].kind)].isHospitalBed
      {
        patients[patient].marks.insert(.admitted)
        ledger.add(.hospitalAdmissions)
      }
    }
    start(patient, isNewStay: true, world, &scheduler)
  }

  /// The stay of the current step begins, in a place newly taken or in one held before.
  mutating func start(
    _ patient: Int, isNewStay: Bool, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let step = Int(patients[patient].step)
    gatherHazard(patient, world)
    patients[patient].begin(at: nowTicks)
    let left = remainingSeconds(patient)
    let isAgain = left != 0
    if world.tables.steps[step].beginsWithMore || patients[patient].beside >= 0 {
      beginMore(patient, step, isAgain: isAgain, world, &scheduler)
    }
    let kind = Int(world.tables.steps[step].unitKind)
    if kind >= 0, isNewStay, !isAgain {
      kinds[kind].startsToday += 1
      note(.began, patient, unitKind: kind, world)
      if world.tables.classes[Int(patients[patient].patientClass)].isPlanned {
        ledger.add(.plannedStarts, kind: kind)
      }
    }
    if kind >= 0, isNewStay, isAgain { note(.resumed, patient, unitKind: kind, world) }
    if world.tables.inflow.hasEffects { keepStayFactor(patient, world) }
    let hours = stayHours(patient, left: left, isReread: isAgain, world)
    patients[patient].nextEvent = scheduler.schedule(
      .stayEnds(patient: Int32(truncatingIfNeeded: patient)), after: .hours(hours))
    foresee(patient, world, &scheduler)
  }

  /// What few steps do as they begin.
  @inline(never)
  private mutating func beginMore(
    _ patient: Int, _ index: Int, isAgain: Bool, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let step = world.tables.steps[index]
    let beside = Int(patients[patient].beside)
    if !step.keepsBed, beside >= 0 {
      vacate(beside, by: patient, world, &scheduler)
      patients[patient].beside = -1
    }
    // Who goes on with a stay that was broken off is cared for as before, also for want of a stock.
    if step.careFactor >= 0, !isAgain { setHazardFactor(patient, step.careFactor) }
    if step.isDischargeReady { markDischargeReady(patient) }
    if step.uses.count > 0, !isAgain { useStocks(patient, step.uses, world) }
  }

  /// Length of the patient's stay in the current step, or what is left of it, hours.
  ///
  /// - Parameters:
  ///   - left: the ``remainingSeconds(_:)``.
  ///   - isReread: whether the same draw was made before.
  @inline(__always)
  func stayHours(
    _ patient: Int, left: UInt32, isReread: Bool, _ world: borrowing Surroundings
  ) -> Double {
    if left != 0, left != .max { return Double(left) / 3_600 }
    let step = Int(patients[patient].step)
    var hours = 0.0
    if world.tables.steps[step].stay >= 0 {
      var random = stream(
        patient, world.tables.steps[step].stayPurpose, round: patients[patient].rounds,
        isReread: isReread, world)
      hours = world.sample(world.tables.steps[step].stay, using: &random)
      hours *= world.tables.place(world.tables.steps[step].stayFactor, at: Int(patients[patient].facility))
      if world.tables.inflow.hasEffects { hours *= happenings.stayFactors[patient] }
    }
    if world.changesStays, world.tables.steps[step].unitKind >= 0 {
      hours *= world.policies.discharge.stayFactor(
        forClass: Int(patients[patient].patientClass), unitKind: Int(world.tables.steps[step].unitKind),
        in: self)
    }
    return hours
  }

  private mutating func markDischargeReady(_ patient: Int) {
    let bed = Int(patients[patient].bed)
    guard bed >= 0, !patients[patient].isDischargeReady else { return }
    patients[patient].marks.insert(.dischargeReady)
    units[bed].integrate(until: nowTicks)
    units[bed].dischargeReady += 1
  }

  /// The stream of one purpose of a patient here, on a round of their way.
  @inline(__always)
  func stream(
    _ patient: Int, _ purpose: UInt32, round: UInt32 = 0, isReread: Bool = false,
    _ world: borrowing Surroundings
  ) -> KeyedStream {
    world.stream(
      origin: patients[patient].origin, ordinal: patients[patient].ordinal,
      Self.purpose(purpose, turn: round / KeyedStream.visitLimit), visit: round % KeyedStream.visitLimit,
      isReread: isReread)
  }

  /// A purpose for visits beyond those of one stream, which are numbered anew at each turn: itself on the first.
  @inline(__always)
  static func purpose(_ purpose: UInt32, turn: UInt32) -> UInt32 { purpose &+ turn &* 0x9E37_79B9 }

  /// The stay is over.
  @inline(__always)
  mutating func stayEnds(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    patients[patient].nextEvent = .none
    patients[patient].phase = .stayOver
    recordStay(patient, world)
    if remainingSeconds(patient) != 0 {
      // Conditions of the ways on ask for the whole stay.
      patients[patient].since = nowTicks - stayedTicks(patient)
      forgetRemaining(patient)
      giveBackBlankDetails(patient, world)
    }
    note(
      .stayEnded, patient, unitKind: Int(world.tables.steps[Int(patients[patient].step)].unitKind), world)
    vacateTogether(patient, world, &scheduler)
    endStep(patient, world, &scheduler)
  }

  /// The stay of the current step is over.
  @inline(__always)
  private mutating func recordStay(_ patient: Int, _ world: borrowing Surroundings) {
    guard patients[patient].isInCohort else { return }
    let kind = Int(world.tables.steps[Int(patients[patient].step)].unitKind)
    guard kind >= 0 else { return }
    let stayed = stayedTicks(patient)
    ledger.requests[requestRow(kind, patient)].end(after: stayed)
    tallyStay(patient, kind: kind, ticks: stayed, world)
  }

  /// A stay that ends before its time, by death or a flight, is recorded too.
  @inline(__always)
  mutating func cutStayShort(_ patient: Int, _ world: borrowing Surroundings) {
    if patients[patient].phase == .inService { recordStay(patient, world) }
  }

  /// The stay or the trip of the current step is over: branch, and enter the next.
  @inline(__always)
  mutating func endStep(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let step = Int(patients[patient].step)
    let factor = world.tables.steps[step].careFactorAfter
    if factor >= 0 {
      gatherHazard(patient, world)
      setHazardFactor(patient, factor)
    }
    guard let next = branch(patient, world, &scheduler) else { return }
    if world.tables.steps[step].givesUpPlace {
      giveUpPlace(patient, world, &scheduler)
    } else if world.tables.steps[step].needsMore {
      // What was taken together goes to the next in line before the patient asks for it again.
      giveOutReady(world, &scheduler)
    }
    enter(patient, step: next, world, &scheduler)
  }

  @inline(__always)
  func requestRow(_ kind: Int, _ patient: Int) -> Int {
    kind * ledger.classCount + Int(patients[patient].patientClass)
  }

  /// The wait that began at `since` ends in a place.
  @inline(__always)
  private mutating func recordWait(_ patient: Int, kind: Int, _ world: borrowing Surroundings) {
    guard patients[patient].isInCohort else { return }
    let waited = nowTicks &- patients[patient].since
    ledger.requests[requestRow(kind, patient)].start(
      after: waited, target: world.tables.kinds[kind].targetTicks)
    // Most do not wait, and are counted above.
    if waited > 0 {
      let isCasualty = world.tables.classes[Int(patients[patient].patientClass)].origin != 0
      ledger.addWait(kind: kind, isCasualty: isCasualty, end: .started, ticks: waited)
    }
    tallyWait(patient, kind: kind, ticks: waited, world)
  }
}
