import RandomStreams
import SimulationKernel

// Stays: how they begin, how long they are, how they end.
extension RegionState {
  /// The stay of the current step begins in a place held before, or in none.
  @inline(never)
  mutating func startInPlace(
    _ patient: Int, isNewStay: Bool = false, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    start(patient, isNewStay: isNewStay, world, &scheduler)
  }

  /// The stay of the current step begins, in a place newly taken or in one held before.
  @inline(__always)
  mutating func start(
    _ patient: Int, isNewStay: Bool, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = patients[patient]
    let step = world.tables.steps[Int(row.step)]
    if row.hasDetails || row.beside >= 0 || step.beginsWithMore || world.altersStays {
      startOtherwise(patient, isNewStay: isNewStay, world, &scheduler)
      return
    }
    // Who has no details has no hazard, and no stay that was broken off.
    patients[patient].begin(at: nowTicks)
    if isNewStay { countStart(patient, row, step, world) }
    let hours = step.stay < 0 ? 0 : drawnStay(row, step, isReread: false, world)
    patients[patient].nextEvent = scheduler.schedule(
      .stayEnds(patient: Int32(truncatingIfNeeded: patient)), after: .hours(hours))
  }

  /// The same where more is to be thought of.
  @inline(never)
  private mutating func startOtherwise(
    _ patient: Int, isNewStay: Bool, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    gatherHazard(patient, world)
    patients[patient].begin(at: nowTicks)
    let row = patients[patient]
    let step = world.tables.steps[Int(row.step)]
    let left = remainingSeconds(row)
    let isAgain = left != 0
    if step.beginsWithMore || row.beside >= 0 {
      beginMore(patient, Int(row.step), isAgain: isAgain, world, &scheduler)
    }
    if isNewStay, isAgain, step.unitKind >= 0 {
      note(.resumed, patient, unitKind: placeKind(patient, step), world)
    } else if isNewStay {
      countStart(patient, row, step, world)
    }
    // Not where a stay goes on of which the rest is known.
    if world.altersStays, !isAgain || left == .max { keepStayFactor(patient, world) }
    let hours = stayHours(patient, left: left, isReread: isAgain, world)
    var end = scheduler.now + .hours(hours)
    let calendar = world.tables.rareSteps[Int(row.step)].endsDuring
    if calendar >= 0 { end = SimulationTime(ticks: world.tables.nextOpen(calendar, from: end.ticks)) }
    patients[patient].nextEvent = scheduler.schedule(
      .stayEnds(patient: Int32(truncatingIfNeeded: patient)), at: end)
    foresee(patient, world, &scheduler)
    let orders = world.tables.rareSteps[Int(row.step)].orders
    if orders.count > 0, !isAgain { beginOrders(patient, orders, world, &scheduler) }
  }

  /// A stay that is new begins.
  @inline(__always)
  private mutating func countStart(
    _ patient: Int, _ row: PatientRow, _ step: StepRow, _ world: borrowing Surroundings
  ) {
    let kind = Int(step.unitKind)
    guard kind >= 0 else { return }
    kinds[kind].startsToday &+= 1
    if journal.scope != .none { note(.began, patient, unitKind: placeKind(patient, step), world) }
    if world.tables.classes[Int(row.patientClass)].isPlanned { ledger.add(.plannedStarts, kind: kind) }
  }

  /// The unit of the stay in a step that asks for `unitKind`: the place held of that kind, else that of the last stay,
  /// which will do.
  func unitOfStay(_ patient: Int, askedFor unitKind: Int) -> Int {
    let bed = Int(patients[patient].bed)
    let last = patients[patient].lastPlace
    let isInBed = bed >= 0 && Int(units[bed].kind) == unitKind && Int(units[last].kind) != unitKind
    return isInBed ? bed : last
  }

  private func placeKind(_ patient: Int, _ step: StepRow) -> Int {
    step.unitKind < 0 ? -1 : Int(units[unitOfStay(patient, askedFor: Int(step.unitKind))].kind)
  }

  @inline(__always)
  private mutating func noteEnd(_ patient: Int, _ step: StepRow, _ world: borrowing Surroundings) {
    if journal.scope != .none {
      note(.stayEnded, patient, unitKind: placeKind(patient, step), world)
    }
  }

  /// What few steps do as they begin.
  @inline(never)
  private mutating func beginMore(
    _ patient: Int, _ index: Int, isAgain: Bool, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let step = world.tables.steps[index]
    let row = patients[patient]
    // Who is back in the bed that was kept holds it alone, also where the step keeps it.
    let isInBed = step.unitKind >= 0 && unitOfStay(patient, askedFor: Int(step.unitKind)) == Int(row.bed)
    if row.beside >= 0, !step.keepsBed || isInBed { leaveBeside(patient, world, &scheduler) }
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
  func stayHours(
    _ patient: Int, left: UInt32, isReread: Bool, _ world: borrowing Surroundings
  ) -> Double {
    if left == PatientDetails.justOver { return 0 }
    if left != 0, left != .max { return Double(left) / 3_600 }
    let row = patients[patient]
    let step = world.tables.steps[Int(row.step)]
    if step.stay < 0 { return 0 }
    return drawnStay(row, step, isReread: isReread, world) * stayFactor(of: patient)
  }

  /// The stay as it is drawn, hours.
  @inline(__always)
  private func drawnStay(
    _ row: PatientRow, _ step: StepRow, isReread: Bool, _ world: borrowing Surroundings
  ) -> Double {
    world.sample(step.stay, of: draw(row, step.stayPurpose, isReread: isReread))
      * world.tables.place(step.stayFactor, at: Int(row.facility))
  }

  private mutating func markDischargeReady(_ patient: Int) {
    let bed = Int(patients[patient].bed)
    guard bed >= 0, !patients[patient].isDischargeReady else { return }
    patients[patient].marks.insert(.dischargeReady)
    units[bed].integrate(until: nowTicks)
    units[bed].dischargeReady += 1
  }

  /// The stay is over.
  @inline(__always)
  mutating func stayEnds(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    // Before anything of the row is written.
    let row = patients[patient]
    let step = world.tables.steps[Int(row.step)]
    if step.endsWithMore, goesOnForOrders(patient, world) { return }
    patients[patient].end()
    recordStay(patient, row, kind: Int(step.unitKind), world)
    if row.hasDetails || step.endsWithMore {
      endOtherwise(patient, world, &scheduler)
    } else {
      noteEnd(patient, step, world)
    }
    endStep(patient, world, &scheduler)
  }

  /// The end of a stay where more is to be thought of.
  @inline(never)
  private mutating func endOtherwise(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = patients[patient]
    if remainingSeconds(row) != 0 {
      // Conditions of the ways on ask for the whole stay.
      patients[patient].since = nowTicks - stayedTicks(row)
      forgetRemaining(patient)
      giveBackBlankDetails(patient, world)
    }
    noteEnd(patient, world.tables.steps[Int(row.step)], world)
    vacateTogether(patient, world, &scheduler)
  }

  /// The stay of the current step, in a place of `kind` if that is not negative, is over.
  @inline(__always)
  private mutating func recordStay(
    _ patient: Int, _ row: PatientRow, kind: Int, _ world: borrowing Surroundings
  ) {
    guard row.isInCohort, kind >= 0 else { return }
    let stayed = stayedTicks(row)
    ledger.requests[requestRow(kind, row)].end(after: stayed)
    tallyStay(patient, kind: kind, ticks: stayed, world)
  }

  /// A stay that ends before its time, by death or a flight, is recorded too.
  @inline(__always)
  mutating func cutStayShort(_ patient: Int, _ world: borrowing Surroundings) {
    if patients[patient].phase == .inService { recordCutStay(patient, world) }
  }

  @inline(never)
  private mutating func recordCutStay(_ patient: Int, _ world: borrowing Surroundings) {
    let row = patients[patient]
    recordStay(patient, row, kind: Int(world.tables.steps[Int(row.step)].unitKind), world)
  }
}
