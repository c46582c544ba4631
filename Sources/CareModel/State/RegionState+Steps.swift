import RandomStreams
import SimulationKernel

// The way through a pathway: enter a step, ask for a place, take it, go on to the next.
extension RegionState {
  /// The patient comes to a step, and asks for its unit if it has one.
  @inline(__always)
  mutating func enter(
    _ patient: Int, step first: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if wasCalledOff(patient, world, &scheduler) { return }
    var step = first
    if world.tables.steps[step].isPassedBy {
      guard let real = firstReal(patient, from: first, world, &scheduler) else { return }
      step = real
    }
    patients[patient].enter(step, at: nowTicks)
    if world.tables.steps[step].priority != StepRow.samePriority { takePriority(patient, world) }
    let kind = Int(world.tables.steps[step].unitKind)
    if kind < 0 {
      let move = Int(world.tables.steps[step].move)
      if move >= 0 {
        beginMove(patient, move, world, &scheduler)
      } else {
        startInPlace(patient, world, &scheduler)
      }
    } else if patients[patient].lastPlace >= 0, staysInPlace(patient, kind: kind, world, &scheduler) {
      note(.wentOn, patient, unitKind: kind, world)
      tallyGoingOn(patient, kind: kind, world)
      startInPlace(patient, world, &scheduler)
    } else if !wasCalledOff(patient, world, &scheduler) {
      request(patient, kind: kind, isRenewed: false, world, &scheduler)
    }
  }

  /// Whether the patient goes on in a place already held: nothing is asked for, and no stay is new. One who
  /// lies in a theatre must not wait for it either.
  @inline(never)
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
    goOn(
      in: own, patient, keepsBed: world.tables.steps[Int(patients[patient].step)].keepsBed, world, &scheduler)
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
    if comesBackTo >= 0 { giveOutBefore(patient, kind: kind, world, &scheduler) }
    // Rows are read once: after each thing written they would be looked up again. No function that is not inlined takes one:
    // it would be copied whole, just after parts of it were written, for which the processor waits.
    let row = patients[patient]
    let step = world.tables.steps[Int(row.step)]
    let own = world.tables.unit(of: kind, at: Int(row.facility))
    if row.isInCohort, !isRenewed {
      ledger.requests[requestRow(kind, row)].requests &+= 1
      tallyRequest(patient, kind: kind, world)
    }
    if step.refusesWhenShort, lacksStock(patient, step.uses, world) {
      noteLack(patient, world)
      refuse(patient, kind: kind, world, &scheduler)
      return
    }
    if world.tables.kinds[kind].isHospitalBed, !row.marks.contains(.neededBed) {
      patients[patient].marks.insert(.neededBed)
      ledger.add(.hospitalBedsNeeded)
    }
    if own >= 0, world.policies.isNoWait || canTake(own, for: patient, in: step, world) {
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
    if world.tables.otherKinds.count > 0, !world.policies.isNoWait,
      beginsInOtherUnit(patient, world, &scheduler)
    {
      return
    }
    let facility = Int(patients[patient].facility)
    let rules = world.tables.kinds[kind]
    let near = nearUnits(patient, kind: kind, world)
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
        if world.tables.stockUses.count > 0, units[unit].hasRoom { noteLack(patient, world) }
        enqueue(patient, unit: unit, world, &scheduler)
      }
    } else {
      // The region has no such unit at all: the nearest region that has one.
      let elsewhere = Int(world.tables.nearestElsewhere[facility * kindCount + kind])
      let isReached =
        world.tables.fleetCount == 0 || !rules.needsTransport
        || elsewhere >= 0 && chooseFleet(for: patient, from: facility, to: elsewhere, world) != nil
      if elsewhere >= 0, isReached, !patients[patient].isOrder {
        askForVehicle(patient, to: elsewhere, kind: kind, world, &scheduler)
      } else {
        refuse(patient, kind: kind, world, &scheduler)
      }
    }
  }

  mutating func refuse(
    _ patient: Int, kind: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if patients[patient].isInCohort, remainingSeconds(patient) == 0 {
      count(patient, kind: kind, world) { $0.refused += 1 }
    }
    if !patients[patient].isOrder { ledger.add(.refused) }
    note(.refused, patient, unitKind: kind, world)
    let step = world.tables.steps[Int(patients[patient].step)]
    // No stay ends here.
    patients[patient].phase = .approaching
    forgetRemaining(patient)
    if step.refusedCount == 0 {
      leave(patient, .refused, world, &scheduler)
      return
    }
    let ways = RowRange(start: step.refusedStart, count: Int32(step.refusedCount))
    guard let next = choose(patient, ways, step.refusedPurpose, world, &scheduler) else { return }
    enter(patient, step: next, world, &scheduler)
  }

  /// A place of `unit` is the patient's: taken at once, or kept while a vehicle brings them.
  mutating func give(
    _ patient: Int, unit: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    occupy(unit, by: patient)
    let (facility, kind) = (units[unit].facility, Int(units[unit].kind))
    let row = patients[patient]
    let step = world.tables.steps[Int(row.step)]
    if step.needsMore, step.together.count > 0 { takeTogether(patient, unit, world) }
    if facility != row.facility {
      if world.tables.kinds[kind].needsTransport, !row.isOrder {
        patients[patient].reserved = Int16(truncatingIfNeeded: unit)
        askForVehicle(patient, to: Int(facility), world, &scheduler)
        return
      }
      if tallies.isOn { tallyAtOnce(patient, of: unit, world) }
      patients[patient].facility = facility
    }
    settle(patient, unit: unit, world, &scheduler)
  }

  /// The patient is in the place: other places are given up, and the stay begins.
  @inline(__always)
  mutating func settle(
    _ patient: Int, unit: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = patients[patient]
    let kind = Int(units[unit].kind)
    // Who goes on with a stay that was broken off began it before.
    if remainingSeconds(row) == 0 { recordWait(patient, kind: askedKind(patient, in: unit, world), world) }
    if row.beside >= 0 { leaveBeside(patient, world, &scheduler) }
    if row.bed >= 0, world.tables.steps[Int(row.step)].keepsBed {
      patients[patient].beside = Int16(truncatingIfNeeded: unit)
    } else {
      if row.bed >= 0 { giveUpBed(patient, world, &scheduler) }
      patients[patient].bed = Int16(truncatingIfNeeded: unit)
      if !row.marks.contains(.admitted), world.tables.kinds[kind].isHospitalBed {
        patients[patient].marks.insert(.admitted)
        ledger.add(.hospitalAdmissions)
      }
    }
    start(patient, isNewStay: true, world, &scheduler)
  }

  /// The kind of unit that the patient's step asks for, in whichever unit they are: that one's where the step has none.
  @inline(__always)
  func askedKind(_ patient: Int, in unit: Int, _ world: borrowing Surroundings) -> Int {
    let kind = Int(world.tables.steps[Int(patients[patient].step)].unitKind)
    return kind < 0 ? Int(units[unit].kind) : kind
  }

  /// A new stay begins in a place that the patient holds.
  mutating func goOnAnew(
    _ patient: Int, in place: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = patients[patient]
    let step = world.tables.steps[Int(row.step)]
    if remainingSeconds(row) == 0 { recordWait(patient, kind: Int(step.unitKind), world) }
    goOn(in: place, patient, keepsBed: step.keepsBed, world, &scheduler)
    startInPlace(patient, isNewStay: true, world, &scheduler)
  }

  /// The place of the last stay is that of the next: a bed held beside it is given up, unless the step keeps it.
  private mutating func goOn(
    in place: Int, _ patient: Int, keepsBed: Bool, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    guard Int(patients[patient].beside) == place, !keepsBed else { return }
    giveUpBed(patient, world, &scheduler)
    patients[patient].bed = Int16(place)
    patients[patient].beside = -1
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

  /// The draw of one purpose of a patient on their round.
  @inline(__always)
  func draw(_ row: PatientRow, _ purpose: UInt32, isReread: Bool = false) -> DrawName {
    DrawName(
      origin: row.origin, ordinal: row.ordinal,
      purpose: Self.purpose(purpose, turn: row.rounds / KeyedStream.visitLimit),
      visit: row.rounds % KeyedStream.visitLimit, isReread: isReread)
  }

  /// A purpose for visits beyond those of one stream, which are numbered anew at each turn: itself on the first.
  @inline(__always)
  static func purpose(_ purpose: UInt32, turn: UInt32) -> UInt32 { purpose &+ turn &* 0x9E37_79B9 }

  /// The stay or the trip of the current step is over: branch, and enter the next.
  @inline(__always)
  mutating func endStep(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let step = world.tables.steps[Int(patients[patient].step)]
    if step.endsWithMore, step.careFactorAfter >= 0 {
      gatherHazard(patient, world)
      setHazardFactor(patient, step.careFactorAfter)
    }
    guard let next = branch(patient, from: step, world, &scheduler) else { return }
    if step.givesUpPlace {
      giveUpPlace(patient, toEnter: next, world, &scheduler)
      return
    }
    if step.needsMore {
      // What was taken together goes to the next in line before the patient asks for it again.
      giveOutReady(world, &scheduler)
    }
    enter(patient, step: next, world, &scheduler)
  }

  @inline(__always)
  func requestRow(_ kind: Int, _ patient: Int) -> Int { requestRow(kind, patients[patient]) }

  @inline(__always)
  func requestRow(_ kind: Int, _ row: PatientRow) -> Int {
    kind &* ledger.classCount &+ Int(row.patientClass)
  }

  /// The wait that began at `since` ends in a place.
  @inline(__always)
  private mutating func recordWait(_ patient: Int, kind: Int, _ world: borrowing Surroundings) {
    let row = patients[patient]
    guard row.isInCohort else { return }
    let waited = nowTicks &- row.since
    ledger.requests[requestRow(kind, row)].start(after: waited, target: world.tables.kinds[kind].targetTicks)
    // Most do not wait, and are counted above.
    if waited > 0 {
      let isCasualty = world.tables.classes[Int(row.patientClass)].origin != 0
      ledger.addWait(kind: kind, isCasualty: isCasualty, end: .started, ticks: waited)
    }
    tallyWait(patient, kind: kind, ticks: waited, world)
  }
}
