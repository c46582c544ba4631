import SimulationKernel

/// What is still to be done at this instant, once all that changes at it has changed.
struct PendingChanges: ~Copyable {
  /// Whether the event that does it is in the queue.
  var isDue = false
  /// Disruptions that happen now, by their place among those of the region.
  var disruptions: Slab<Int32>
  /// Stocks of which a delivery comes now.
  var deliveries: Slab<Int32>
  /// Patients who lost a place and have not asked for another.
  var displaced: Slab<DisplacedRow>

  init() {
    disruptions = Slab()
    deliveries = Slab()
    displaced = Slab()
  }

  init(copying other: borrowing PendingChanges) {
    isDue = other.isDue
    disruptions = other.disruptions.copy()
    deliveries = other.deliveries.copy()
    displaced = other.displaced.copy()
  }
}

/// A patient who lost a place.
struct DisplacedRow: BitwiseCopyable {
  let patient: Int32
  /// The kind of unit that they ask for anew.
  let kind: Int32
  /// When the stay that was broken off began.
  let since: Int64
}

// What changes how much there is, of places, persons, stocks and ways: whatever changes at one instant has changed before
// anybody gets anything of it, so that no list's order decides who does. At an instant, midnight closes the day and a shift
// begins; then hours, levels of surge, repairs, closures and expiry; then disruptions, and after them deliveries. Who lost
// a place asks for another, and free places go to those in line. Only then come stays that end, and after them new
// patients.
extension RegionState {
  /// Before other changes of its instant.
  static var dayPriority: UInt8 { 1 }
  static var changePriority: UInt8 { 2 }
  private static var afterChangesPriority: UInt8 { 3 }
  /// After what else happens at the instant: who comes finds free what another leaves.
  static var arrivalPriority: UInt8 { 5 }

  /// One of the events that change how much there is.
  @inline(never)
  mutating func change(
    by event: CareEvent, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    switch event {
    case .disruption(let stream): pending.disruptions.append(stream)
    case .delivery(let stock): pending.deliveries.append(stock)
    case .repaired(let loss): repaired(Int(loss), world)
    case .effectOver(let effect): effectOver(Int(effect), world)
    case .expired(let stock): expire(stock: Int(stock))
    case .waysChange: waysChange(world, &scheduler)
    case .opening(let kind): changeOpening(kind: Int(kind), world, &scheduler)
    case .unitOpening(let unit): changeOpening(unit: Int(unit), world, &scheduler)
    case .surgePlan(let kind): orderSurge(Int(kind), world, &scheduler)
    case .surgeReady(let kind): openSurge(Int(kind), world)
    case .shift: changeShift(world, &scheduler)
    case .staffChanges: needsStaff = true
    case .staffBack(let loss): staffBack(Int(loss))
    default: preconditionFailure("the event changes nothing that is there")
    }
    shareStaffIfNeeded(world)
    changeSoon(&scheduler)
  }

  /// Who lost a place asks anew when all that changes at this instant has.
  private mutating func changeSoon(_ scheduler: inout CareScheduler) {
    guard !pending.isDue else { return }
    pending.isDue = true
    scheduler.schedule(.changed, after: .zero, priority: Self.afterChangesPriority)
  }

  /// One who waits for a vehicle loses the place to which it was to bring them, and asks anew.
  mutating func loseKeptPlace(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let unit = Int(patients[patient].reserved)
    giveUpTrip(patient, kind: Int(units[unit].kind), world, &scheduler)
    patients[patient].reserved = -1
    release(unit, by: patient)
    giveBackTogether(patient, world)
  }

  /// One who waits for a vehicle does so no more, and asks anew for a place of `kind` where they are.
  mutating func giveUpTrip(
    _ patient: Int, kind: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    gatherHazard(patient, world)
    recall(patient, world, &scheduler)
    leaveVehicleQueue(patient)
    vehicleLine.change(by: -1, at: nowTicks)
    patients[patient].queueUnit = -1
    patients[patient].phase = .stayOver
    pending.displaced.append(
      DisplacedRow(
        patient: Int32(truncatingIfNeeded: patient), kind: Int32(truncatingIfNeeded: kind),
        since: patients[patient].since))
    changeSoon(&scheduler)
  }

  /// All that changes at this instant has. The free places are given out as this event ends.
  @inline(never)
  mutating func changed(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    pending.isDue = false
    for index in 0..<pending.disruptions.count {
      disrupt(stream: Int(pending.disruptions[index]), world, &scheduler)
    }
    pending.disruptions.removeAll()
    for index in 0..<pending.deliveries.count {
      deliver(stock: Int(pending.deliveries[index]), world, &scheduler)
    }
    pending.deliveries.removeAll()
    shareStaffIfNeeded(world)
    askAnew(world, &scheduler)
  }

  /// Those who lost a place ask for another: by priority where the lines of their kind do, then those who had it longest.
  private mutating func askAnew(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    guard pending.displaced.count > 0 else { return }
    var asking: [DisplacedRow] = []
    for index in 0..<pending.displaced.count { asking.append(pending.displaced[index]) }
    pending.displaced.removeAll()
    asking.sort { left, right in
      let (one, other) = (patients[Int(left.patient)], patients[Int(right.patient)])
      return (rank(left, world), left.since, one.origin, one.ordinal)
        < (rank(right, world), right.since, other.origin, other.ordinal)
    }
    // Who lost one place may have died losing another.
    for row in asking where patients[Int(row.patient)].phase == .stayOver {
      if wasCalledOff(Int(row.patient), world, &scheduler) { continue }
      request(Int(row.patient), kind: Int(row.kind), isRenewed: true, world, &scheduler)
    }
  }

  private func rank(_ row: DisplacedRow, _ world: borrowing Surroundings) -> UInt8 {
    world.tables.kinds[Int(row.kind)].isFIFO ? 0 : patients[Int(row.patient)].priority
  }
}
