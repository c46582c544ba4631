import SimulationKernel

// What steps order for patients: each order is a row of its own, of a class with a pathway of its own, and goes through
// units as patients do while its patient goes on. It is nobody: it is in no count of patients, does not die, and goes to
// no other region. Where its way ends it is back.
extension RegionState {
  /// Orders what the patient's step orders, once its stay has begun.
  @inline(never)
  mutating func beginOrders(
    _ patient: Int, _ orders: RowRange, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    for number in Int(orders.start)..<Int(orders.start + orders.count) {
      let order = insert(orderRow(number, for: patient, world))
      let (own, known) = (takeDetails(order), takeDetails(patient))
      details[own].orderedFor = Int32(truncatingIfNeeded: patient)
      details[own].order = details[known].order
      details[known].order = Int32(truncatingIfNeeded: order)
      enter(
        order, step: Int(world.tables.classes[Int(patients[order].patientClass)].firstStep), world, &scheduler
      )
    }
  }

  private func orderRow(_ number: Int, for patient: Int, _ world: borrowing Surroundings) -> PatientRow {
    let person = patients[patient]
    let orderClass = Int(world.tables.orderClasses[number])
    var row = PatientRow.blankOrder
    row.origin = person.origin
    row.ordinal = person.ordinal
    row.patientClass = UInt8(truncatingIfNeeded: orderClass)
    row.priority = world.tables.classes[orderClass].priority
    row.facility = person.facility
    row.phase = .approaching
    row.arrive(at: nowTicks, inCohort: person.isInCohort)
    // Rounds key the draws: each order of each round of the patient has 256 of its own, and the patient the first.
    let orderCount = UInt32(truncatingIfNeeded: world.tables.orderClasses.count)
    row.rounds = (person.rounds &* orderCount &+ UInt32(truncatingIfNeeded: number) &+ 1) &<< 8
    return row
  }

  /// Whether a stay that would end now goes on, because something that was ordered is not back.
  @inline(never)
  mutating func goesOnForOrders(_ patient: Int, _ world: borrowing Surroundings) -> Bool {
    guard world.tables.rareSteps[Int(patients[patient].step)].awaitsOrders, hasOrders(patient) else {
      return false
    }
    patients[patient].nextEvent = .none
    return true
  }

  /// Whether something ordered for the patient is not back.
  func hasOrders(_ patient: Int) -> Bool {
    patients[patient].hasDetails && details[patients[patient].details].order >= 0
  }

  /// An order has gone its way: it is back, and the patient goes on who waited for it alone.
  mutating func orderIsBack(
    _ order: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    cutStayShort(order, world)
    let patient = Int(details[patients[order].details].orderedFor)
    forget(order, of: patient)
    remove(order, world, &scheduler)
    guard !hasOrders(patient) else { return }
    let row = patients[patient]
    let rules = world.tables.rareSteps[Int(row.step)]
    if row.phase == .inService, row.nextEvent.isNone, rules.awaitsOrders {
      var end = nowTicks
      if rules.endsDuring >= 0 { end = world.tables.nextOpen(rules.endsDuring, from: end) }
      patients[patient].nextEvent = scheduler.schedule(
        .stayEnds(patient: Int32(truncatingIfNeeded: patient)), at: SimulationTime(ticks: end))
    }
    giveBackBlankDetails(patient, world)
  }

  /// Takes an order out of the list of its patient's.
  private mutating func forget(_ order: Int, of patient: Int) {
    let before = details[patients[order].details].order
    let known = patients[patient].details
    if Int(details[known].order) == order {
      details[known].order = before
      return
    }
    var other = Int(details[known].order)
    while Int(details[patients[other].details].order) != order {
      other = Int(details[patients[other].details].order)
    }
    details[patients[other].details].order = before
  }

  /// Nobody needs any more what was ordered for the patient: it is called off wherever it is.
  @inline(never)
  mutating func callOffOrders(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    while hasOrders(patient) {
      let order = Int(details[patients[patient].details].order)
      details[patients[patient].details].order = details[patients[order].details].order
      if patients[order].phase == .waiting {
        if patients[order].isInCohort { endWait(order, .left, world) }
        dequeue(order, world, &scheduler)
      }
      cutStayShort(order, world)
      remove(order, world, &scheduler)
    }
  }
}
