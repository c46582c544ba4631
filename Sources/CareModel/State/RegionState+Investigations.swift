import SimulationKernel

// What steps order for patients: each order is a row of its own, of a class with a pathway of its own, and goes through
// units as patients do while its patient goes on. It is nobody: it is in no count of patients, does not die, and goes to
// no other region. Where its way ends it is back.
extension RegionState {
  /// Orders what the patient's step orders, once its stay has begun. Each begins by an event of its own: whoever waits in
  /// its first line is served before.
  @inline(never)
  mutating func beginOrders(
    _ patient: Int, _ orders: RowRange, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    for index in Int(orders.start)..<Int(orders.start + orders.count) {
      let order = insert(orderRow(world.tables.orders[index], for: patient, world))
      let (own, known) = (takeDetails(order), takeDetails(patient))
      details[own].orderedFor = Int32(truncatingIfNeeded: patient)
      details[own].order = details[known].order
      details[known].order = Int32(truncatingIfNeeded: order)
      patients[order].nextEvent = scheduler.schedule(
        .orderBegins(patient: Int32(truncatingIfNeeded: order)), after: .zero)
    }
  }

  private func orderRow(_ order: OrderRow, for patient: Int, _ world: borrowing Surroundings) -> PatientRow {
    let person = patients[patient]
    var row = PatientRow.blankOrder
    row.origin = person.origin ^ order.nameHash
    row.ordinal = person.ordinal
    row.patientClass = UInt8(truncatingIfNeeded: order.patientClass)
    row.priority = world.tables.classes[Int(order.patientClass)].priority
    row.facility = person.facility
    row.phase = .approaching
    row.arrive(at: nowTicks, inCohort: person.isInCohort)
    // Rounds key the draws: the order has 256 of its own on each round of the patient.
    row.rounds = person.rounds &<< 8
    return row
  }

  mutating func orderBegins(
    _ order: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    patients[order].nextEvent = .none
    enter(
      order, step: Int(world.tables.classes[Int(patients[order].patientClass)].firstStep), world, &scheduler)
  }

  /// Whether a stay that would end now goes on, because something that was ordered is not back.
  @inline(never)
  mutating func goesOnForOrders(_ patient: Int, _ world: borrowing Surroundings) -> Bool {
    guard world.tables.rareSteps[Int(patients[patient].step)].awaitsOrders, hasOrders(patient) else {
      return false
    }
    patients[patient].nextEvent = .none
    details[patients[patient].details].awaitsOrders = true
    return true
  }

  /// Whether something ordered for the patient is not back.
  func hasOrders(_ patient: Int) -> Bool {
    let row = patients[patient]
    return row.hasDetails && !row.isOrder && details[row.details].order >= 0
  }

  /// The patient for whom this was ordered; −1 for patients, and for what was called off.
  func orderedFor(_ order: Int) -> Int {
    patients[order].isOrder ? Int(details[patients[order].details].orderedFor) : -1
  }

  /// An order has gone its way: it is back, and the patient goes on who waited for it alone.
  mutating func orderIsBack(
    _ order: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let patient = orderedFor(order)
    if patient >= 0 { forget(order, of: patient) }
    remove(order, world, &scheduler)
    guard patient >= 0, !hasOrders(patient) else { return }
    let known = patients[patient].details
    if details[known].awaitsOrders {
      details[known].awaitsOrders = false
      let calendar = world.tables.rareSteps[Int(patients[patient].step)].endsDuring
      let end = calendar >= 0 ? world.tables.nextOpen(calendar, from: nowTicks) : nowTicks
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
      let row = patients[order]
      if row.phase == .stayOver || row.phase == .approaching && row.nextEvent.isNone {
        // This is its own event, which has led here: it ends where it would go on.
        details[row.details].orderedFor = -1
        continue
      }
      if row.phase == .waiting {
        if row.isInCohort { endWait(order, .left, world) }
        dequeue(order, world, &scheduler)
      }
      cutStayShort(order, world)
      remove(order, world, &scheduler)
    }
  }

  /// Whether this is an order that was called off in its own event: if so it is gone.
  @inline(__always)
  mutating func wasCalledOff(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Bool {
    patients[patient].isOrder && endsCalledOff(patient, world, &scheduler)
  }

  @inline(never)
  private mutating func endsCalledOff(
    _ order: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Bool {
    guard orderedFor(order) < 0 else { return false }
    remove(order, world, &scheduler)
    return true
  }

  /// Units of a kind in the region by distance, to which the patient can be brought, or the order goes by itself.
  @inline(__always)
  func nearUnits(_ patient: Int, kind: Int, _ world: borrowing Surroundings) -> RowRange {
    let key = Int(patients[patient].facility) &* kindCount &+ kind
    return patients[patient].isOrder ? world.tables.orderUnits[key] : world.tables.nearUnits[key]
  }
}
