package import SimulationKernel

// The conservation check: an independent walk of all slabs, queues, vehicles and messages under way. It traps with a
// sentence when a patient is lost, stands in two places, or a count disagrees with what the walk finds. On in
// tests and by flag; it changes nothing.
extension SimulationEngine where Entity == CareEntity {
  /// Checks everything.
  ///
  /// - Complexity: O(patients + units + queues + pending events).
  package borrowing func audit(_ world: borrowing Surroundings) {
    var arrived = 0
    var accounted = 0
    for entity in 0..<entities.count { entities[entity].audit(world) }
    for region in 0..<world.tables.regionCount {
      arrived += self[region: region].arrivedCount
      accounted += self[region: region].leftCount + self[region: region].diedCount
      accounted += self[region: region].livingCount - self[region: region].approachingCount
    }
    var underWay = 0
    forEachMessageUnderWay { message in
      if case .patient = message { underWay += 1 }
    }
    ensure(
      arrived == accounted + underWay,
      "\(arrived) patients arrived, \(accounted + underWay) are accounted for")
  }
}

extension CareEntity {
  /// Checks what one entity can know of itself.
  borrowing func audit(_ world: borrowing Surroundings) {
    switch region {
    case .some(let region):
      region.audit(world)
      region.auditTallies(world)
    case .none: break
    }
    switch desk {
    case .some(let desk):
      ensure(
        desk.away >= 0 && desk.away <= desk.vehicles, "a desk has more craft away than it owns")
    case .none: break
    }
  }
}

extension RegionState {
  /// Hurt and not yet at a facility: they exist, and have not arrived.
  var approachingCount: Int {
    var count = 0
    for patient in 0..<patients.count
    where patients[patient].phase == .approaching && !patients[patient].isOrder { count += 1 }
    return count
  }

  borrowing func audit(_ world: borrowing Surroundings) {
    var held = Slab<Int32>(repeating: 0, count: units.count)
    var ready = Slab<Int32>(repeating: 0, count: units.count)
    var blocked = Slab<Int32>(repeating: 0, count: units.count)
    var living = 0
    var (ordered, orders) = (0, 0)
    var approaching = 0
    var waitingRows = 0
    var listed = 0
    var inFleetQueues = 0
    var asked = Slab<Int32>(repeating: 0, count: fleets.count)
    var awaitVehicle = 0
    var owners = Slab<Int32>(repeating: 0, count: details.count)
    for patient in 0..<patients.count {
      let row = patients[patient]
      guard row.phase != .free else { continue }
      if row.isOrder { ordered += 1 } else { living += 1 }
      orders += ordersNotBack(patient)
      if row.hasDetails { owners[row.details] += 1 }
      if row.phase == .approaching, !row.isOrder { approaching += 1 }
      if row.phase == .awaitingVehicle { awaitVehicle += 1 }
      for unit in [row.bed, row.beside, row.reserved] where unit >= 0 { held[Int(unit)] += 1 }
      forEachHeldTogether(row, world) { held[$0] += 1 }
      if row.isDischargeReady {
        ensure(row.bed >= 0, "a discharge-ready patient holds no bed")
        ready[Int(row.bed)] += 1
      }
      switch row.phase {
      case .waiting:
        waitingRows += 1
        if row.lastPlace >= 0 { blocked[row.lastPlace] += 1 }
      case .postponed: listed += 1
      case .awaitingVehicle where row.queueUnit >= 0:
        inFleetQueues += 1
        ensure(row.nextEvent.isNone, "a patient in line for a vehicle is with the dispatcher too")
      case .awaitingVehicle:
        if row.isWithDesk(world) {
          ensure(row.nextEvent.isNone, "a patient waits for a national desk and a dispatcher")
        } else if let fleet = row.fleetAsked {
          asked[fleet] += 1
        }
      default: break
      }
      if row.phase == .inTransit {
        ensure(row.bed < 0 && row.beside < 0, "a patient on the way still holds a bed")
      }
      ensure(
        row.phase != .awaitingVehicle || row.queueUnit != -1, "a patient waits for a vehicle nobody asked for"
      )
      if row.phase == .inTransit || row.phase == .awaitingVehicle {
        ensure(destination(patient) >= 0, "a patient who is to be moved has nowhere to go")
      } else if row.phase == .waiting || row.phase == .inService {
        ensure(world.tables.steps[Int(row.step)].move < 0, "a patient stands still on a trip")
      }
    }
    ensure(living == livingCount, "the slab holds \(living) patients, the count says \(livingCount)")
    ensure(
      arrivedCount + receivedCount + approaching == leftCount + diedCount + sentCount + living,
      "region \(index): patients were lost or made")
    ensure(ordered == orders, "something was ordered for nobody")
    auditDetails(owners)
    for unit in 0..<units.count {
      let row = units[unit]
      ensure(
        row.occupied == held[unit], "a unit counts \(row.occupied) patients, \(held[unit]) hold a place")
      ensure(
        row.capacity >= 0 && row.capacity <= row.physical && row.surge >= 0
          && row.surge <= row.physical - row.staffed, "a unit has more places open than there are")
      ensure(
        row.capacity <= placesLeft(unit, world), "a unit has places open that are lost")
      ensure(row.cleaning >= 0, "a unit cleans fewer than no places")
      ensure(row.blocked == blocked[unit], "a unit miscounts those who block its places")
      ensure(row.dischargeReady == ready[unit], "a unit miscounts its discharge-ready patients")
      var inQueue = 0
      for priority in 0..<8 {
        inQueue += walk(queues[unit * 8 + priority], .waiting)
        ensure(
          priority == 0 || queues[unit * 8 + priority].head < 0 || !world.tables.kinds[Int(row.kind)].isFIFO,
          "a queue in order of arrival is kept by priority")
      }
      ensure(inQueue == Int(row.waiting), "a queue's length disagrees with its count")
      waitingRows -= inQueue
    }
    ensure(waitingRows == 0, "a waiting patient stands in no queue")
    auditOtherUnits(world)
    for fleet in 0..<fleets.count {
      var inQueue = 0
      for priority in 0..<8 { inQueue += walk(fleetQueues[fleet * 8 + priority], .awaitingVehicle) }
      ensure(inQueue == Int(fleets[fleet].waiting), "a fleet miscounts who waits for it")
      inFleetQueues -= inQueue
      ensure(
        fleets[fleet].asked == asked[fleet], "a dispatcher miscounts the requests there are")
      ensure(
        fleets[fleet].away >= 0 && fleets[fleet].away <= fleets[fleet].vehicles,
        "a fleet has more vehicles away than it owns")
      auditWakes(fleet, world)
    }
    ensure(inFleetQueues == 0, "a patient waits for a vehicle in no queue")
    ensure(awaitVehicle == Int(vehicleLine.count), "a region miscounts who waits for a vehicle")
    ensure(
      walk(postponedQueue, .postponed) == postponedCount && listed == postponedCount,
      "the list of the postponed disagrees with its count")
    auditForces()
    auditLots(world)
    auditIntensiveCare(world)
    auditStaff(world)
  }

  /// Nobody waits beside a free place that would do, but for what an instant has yet to change.
  private borrowing func auditOtherUnits(_ world: borrowing Surroundings) {
    guard world.tables.otherKinds.count > 0, !pending.isDue, ready.count == 0 else { return }
    for patient in 0..<patients.count where patients[patient].phase == .waiting {
      let rules = world.tables.rareSteps[Int(patients[patient].step)]
      guard nowTicks - patients[patient].since > rules.othersAfterTicks else { continue }
      for unit in 0..<units.count where Int(patients[patient].queueUnit) != unit {
        ensure(!wouldTake(unit, patient, world), "a patient waits beside a free place that would do")
      }
    }
  }

  /// What was ordered for a patient and is not back.
  private borrowing func ordersNotBack(_ patient: Int) -> Int {
    if patients[patient].hasDetails, details[patients[patient].details].awaitsOrders {
      ensure(
        patients[patient].phase == .inService && patients[patient].nextEvent.isNone && hasOrders(patient),
        "a patient waits for orders that are back")
    }
    guard hasOrders(patient) else { return 0 }
    var count = 0
    var order = Int(details[patients[patient].details].order)
    while order >= 0 {
      ensure(
        patients[order].isOrder && patients[order].phase != .free
          && Int(details[patients[order].details].orderedFor) == patient,
        "an order is not its patient's")
      count += 1
      order = Int(details[patients[order].details].order)
    }
    return count
  }

  /// Every row of details is one patient's or free.
  private borrowing func auditDetails(_ owners: borrowing Slab<Int32>) {
    var owned = 0
    for row in 0..<owners.count {
      ensure(owners[row] <= 1, "two patients have the same details")
      owned += Int(owners[row])
    }
    ensure(owned + freeDetails.count == details.count, "details belong to nobody and are not free")
  }

  /// No more places are open than those present are enough for.
  private borrowing func auditStaff(_ world: borrowing Surroundings) {
    var needed = Slab<Double>(repeating: 0, count: staffPresent.count)
    for unit in 0..<units.count {
      ensure(
        openings[unit].open == units[unit].capacity && openings[unit].closed >= 0
          && units[unit].capacity <= openings[unit].staffLimit, "a unit has places open without staff")
      guard openings[unit].staffLimit != .max else { continue }
      let first = Int(world.tables.regionUnits[index].start)
      let needs = needs(of: unit, world)
      for need in Int(needs.start)..<Int(needs.start + needs.count) {
        let row = world.tables.staff.needs[need]
        needed[Int(row.profession)] +=
          Double(units[unit].capacity) * row.persons * world.tables.staff.needFactors[first + unit]
      }
    }
    for profession in 0..<staffPresent.count {
      ensure(
        needed[profession] <= staffPresent[profession] * 1.001 + 0.001,
        "more persons staff places than are present")
    }
    for pool in 0..<staffPools.count {
      let row = staffPools[pool]
      ensure(
        row.left >= 0 && row.left <= row.present && row.vigour >= 0 && row.vigour <= 1,
        "a pool of staff has fewer than nobody or more than all left")
    }
  }

  /// What there is of a stock that expires is what is left of its deliveries, none of them too old.
  private borrowing func auditLots(_ world: borrowing Surroundings) {
    for stock in 0..<stocks.count
    where world.tables.stocks[index * world.tables.stockCount + stock].shelfLifeDays > 0 {
      var sum = 0.0
      var place = stocks[stock].oldest
      var last: Int32 = -1
      while place >= 0 {
        let lot = happenings.lots[Int(place)]
        ensure(lot.expiresAt >= nowTicks, "a stock keeps what is too old")
        sum += lot.amount
        last = place
        place = lot.next
      }
      ensure(last == stocks[stock].newest, "the newest of a stock is not its last")
      let level = stocks[stock].level
      ensure(abs(sum - level) <= 1e-6 * max(1, level), "a stock of \(level) has \(sum) by age")
    }
  }

  /// Who was assigned to a force is present, or was hurt and has not returned.
  private borrowing func auditForces() {
    for force in 0..<happenings.forces.count {
      let row = happenings.forces[force]
      ensure(row.present >= 0, "a force has fewer than nobody")
      ensure(
        row.present + row.hurt == row.assigned + row.returned && row.returned <= row.hurt,
        "a force of region \(index) counts \(row.present) of \(row.assigned) persons, \(row.hurt) were hurt "
          + "and \(row.returned) came back")
    }
  }

  /// Who waits while a vehicle stands there waits for a time that will come.
  private borrowing func auditWakes(_ fleet: Int, _ world: borrowing Surroundings) {
    let (rules, state) = (world.tables.fleets[fleet], fleets[fleet])
    guard rules.isGuarded, state.waiting > 0, state.away < state.vehicles else { return }
    guard !state.isServiceDue,
      rules.departure != 1 || rules.longestWaitTicks < .max || rules.departures.count > 0
    else { return }
    ensure(state.wakeTicks >= nowTicks, "a patient waits for a vehicle that stands still for ever")
  }

  /// Intensive-care patients are hospital patients.
  private borrowing func auditIntensiveCare(_ world: borrowing Surroundings) {
    for kind in 0..<kindCount where world.tables.kinds[kind].isIntensiveCare {
      ensure(world.tables.kinds[kind].isHospitalBed, "an intensive-care bed is no hospital bed")
    }
  }

  /// Length of a queue, checking its links and phases.
  private borrowing func walk(_ queue: QueueRow, _ phase: PatientPhase) -> Int {
    var count = 0
    var previous: Int32 = -1
    var patient = queue.head
    while patient >= 0 {
      let row = patients[Int(patient)]
      ensure(row.phase == phase, "a patient of another phase stands in a queue")
      ensure(row.previous == previous, "a queue's links disagree")
      previous = patient
      patient = row.next
      count += 1
      ensure(count <= patients.count, "a queue runs in a circle")
    }
    ensure(queue.tail == previous, "a queue's tail is not its last patient")
    return count
  }
}

/// Ends the program with a sentence when what must hold does not, in every build: `precondition` says it in a debug
/// build alone.
func ensure(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { fatalError(sentence()) }
}
