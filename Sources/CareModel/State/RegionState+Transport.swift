import RandomStreams
import SimulationKernel

// Moves between facilities: a fleet is chosen by the expected time, a vehicle waited for, and the patient
// goes within the region or, in a message, to another. Who dies on the way stays with the region they left.
extension RegionState {
  /// The patient is to go to `destination`, and keeps their places until a vehicle leaves with them.
  ///
  /// - Parameter kind: of the unit to which they go; who needs no vehicle for it leaves at once.
  mutating func askForVehicle(
    _ patient: Int, to destination: Int, kind: Int? = nil, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    gatherHazard(patient, world)
    let known = takeDetails(patient)
    details[known].destination = Int16(truncatingIfNeeded: destination)
    patients[patient].phase = .awaitingVehicle
    vehicleLine.change(by: 1, at: nowTicks)
    details[known].vehicleSince = nowTicks
    patients[patient].queueUnit = -1
    note(.vehicleAsked, patient, other: destination, world)
    let goesAlone = kind.map { !world.tables.kinds[$0].needsTransport } ?? false
    guard
      !goesAlone,
      let fleet = chooseFleet(
        for: patient, from: Int(patients[patient].facility), to: destination, world)
    else {
      // Who is sent where no fleet goes is refused before: a model without fleets moves people in no time.
      travel(patient, hours: 0, world, &scheduler)
      return
    }
    ask(patient, fleet: fleet, world, &scheduler)
  }

  /// The patient, whose destination is known, leaves with a vehicle of the fleet, or waits for one.
  mutating func ask(
    _ patient: Int, fleet: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    // Who asks anew has waited since the hazard was gathered last.
    gatherHazard(patient, world)
    let rules = world.tables.fleets[fleet]
    let delay = SimulationDuration.hours(rules.dispatchHours)
    if world.policies.isNoWait {
      travel(patient, hours: trip(of: patient, fleet: fleet, world).there, world, &scheduler)
    } else if rules.isNational {
      let request = craftRequest(of: patient, world)
      patients[patient].queueUnit = Int16(-2 - fleet)
      craftWanted[fleet] += 1
      scheduler.send(
        .craftWanted(request), to: Int(world.tables.desks[fleet]),
        after: world.tables.wordDelay(ofFleet: fleet))
      foresee(patient, world, &scheduler)
    } else if delay.ticks > 0 {
      askDispatcher(patient, fleet: fleet, delay: delay, world, &scheduler)
    } else {
      join(patient, fleet: fleet, world, &scheduler)
    }
  }

  /// The patient leaves with a vehicle of the region, or joins those who wait for one.
  mutating func join(
    _ patient: Int, fleet: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let isGuarded = world.tables.fleets[fleet].isGuarded
    if !isGuarded, fleets[fleet].away < fleets[fleet].vehicles {
      depart(patient, fleet: fleet, world, &scheduler)
    } else {
      joinLine(patient, fleet: fleet)
      foresee(patient, world, &scheduler)
      if isGuarded { serveSoon(fleet, &scheduler) }
    }
  }

  /// The patient stands in the fleet's line by how long they have waited for a vehicle: who comes from another fleet
  /// before those who asked later.
  private mutating func joinLine(_ patient: Int, fleet: Int) {
    patients[patient].queueUnit = Int16(fleet)
    let place = fleet * 8 + Int(patients[patient].priority)
    var queue = fleetQueues[place]
    var after = Int(queue.tail)
    while after >= 0, vehicleSince(after) > vehicleSince(patient) { after = Int(patients[after].previous) }
    link(patient, behind: after, in: &queue)
    fleetQueues[place] = queue
    fleets[fleet].waiting += 1
  }

  /// One who waits for a vehicle leaves now, whether there is one or not; a dispatcher's order is called off, and a
  /// craft on its way to them goes back.
  mutating func leaveAtOnce(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    recall(patient, world, &scheduler)
    if let fleet = moveFleet(patient, world) {
      travel(patient, hours: trip(of: patient, fleet: fleet, world).there, world, &scheduler)
      return
    }
    let (from, to) = (Int(patients[patient].facility), destination(patient))
    let hours = chooseFleet(for: patient, from: from, to: to, world).map {
      world.tables.tripHours($0, from: from, to: to)
    }
    travel(patient, hours: hours ?? 0, world, &scheduler)
  }

  /// A vehicle of the region, of one seat, leaves with the patient.
  private mutating func depart(
    _ patient: Int, fleet: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let (trip, back) = trip(of: patient, fleet: fleet, world)
    fleets[fleet].integrate(until: nowTicks)
    fleets[fleet].away += 1
    fleets[fleet].trips += 1
    scheduler.schedule(.vehicleBack(fleet: Int32(fleet)), at: scheduler.now + .hours(trip + back))
    travel(patient, hours: trip, by: fleet, world, &scheduler)
  }

  /// The patient is on the way; beds here are given up.
  mutating func travel(
    _ patient: Int, hours: Double, by fleet: Int? = nil, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    gatherHazard(patient, world)
    vehicleLine.change(by: -1, at: nowTicks)
    let isMove = startMove(patient, world)
    if let fleet { recordVehicleWait(patient, fleet: fleet, world) }
    giveUpBed(patient, world, &scheduler)
    if patients[patient].beside >= 0 {
      vacate(Int(patients[patient].beside), by: patient, world, &scheduler)
      patients[patient].beside = -1
    }
    patients[patient].phase = .inTransit
    patients[patient].queueUnit = -1
    let goal = destination(patient)
    let region = Int(world.tables.facilities[goal].region)
    let delay = SimulationDuration.hours(hours)
    note(.departed, patient, other: goal, value: delay.ticks, world)
    ledger.add(.moveDelayTicks, nowTicks - vehicleSince(patient) + delay.ticks)
    if region == index {
      ledger.add(.movesWithinRegion)
      patients[patient].nextEvent = scheduler.schedule(
        .tripEnds(patient: Int32(truncatingIfNeeded: patient)), at: scheduler.now + delay)
      foresee(patient, world, &scheduler)
      return
    }
    if hasOrders(patient) { callOffOrders(patient, world, &scheduler) }
    ledger.add(.transfersOut)
    ledger.addSent(to: region)
    tallyPresence(patient, by: -1)
    if hoursToDeath(patient, world) <= hours {
      // Nothing changes on the way: their death is this region's to count, and no other's to wait for.
      patients[patient].marks.insert(.diesOnTheWay)
      foresee(patient, world, &scheduler)
      return
    }
    var leaving = TravellingPatient(row: patients[patient], details: details[takeDetails(patient)])
    if leaving.row.marks.contains(.deathForeseen) { scheduler.cancel(leaving.details.deathEvent) }
    leaving.row.marks.remove(.deathForeseen)
    leaving.details.deathEvent = .none
    if !isMove { leaving.row.marks.insert(.transferred) }
    sentCount += 1
    scheduler.send(.patient(leaving), to: world.tables.entity(ofRegion: region), after: max(.tick, delay))
    giveBackDetails(patient)
    patients[patient] = .vacant
    freePatients.append(Int32(truncatingIfNeeded: patient))
    livingCount -= 1
  }

  /// The patient arrives at a facility of the region they left.
  mutating func tripEnds(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    patients[patient].nextEvent = .none
    patients[patient].facility = Int16(truncatingIfNeeded: destination(patient))
    endTrip(patient, world)
    note(.reached, patient, world)
    let unit = Int(patients[patient].reserved)
    if unit >= 0 {
      patients[patient].reserved = -1
      if isLost(unit, for: patient, world) {
        release(unit, by: patient)
        giveBackTogether(patient, world)
        request(patient, kind: Int(units[unit].kind), isRenewed: true, world, &scheduler)
      } else {
        ledger.add(.moves, kind: Int(units[unit].kind))
        settle(patient, unit: unit, world, &scheduler)
      }
    } else {
      askAgain(patient, world, &scheduler)
    }
  }

  /// A patient of another region arrives.
  mutating func receivePatient(
    _ arriving: TravellingPatient, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    receivedCount += 1
    ledger.add(.transfersIn)
    let patient = insert(arriving)
    if patients[patient].isInCohort {
      ledger.classTotals[Int(patients[patient].patientClass)].received += 1
    }
    patients[patient].facility = arriving.details.destination
    endTrip(patient, world)
    tallyPresence(patient, by: 1)
    note(.reached, patient, world)
    gatherHazard(patient, world)
    askAgain(patient, world, &scheduler)
  }

  private mutating func askAgain(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if moveFleet(patient, world) != nil {
      endStep(patient, world, &scheduler)
      return
    }
    let kind = Int(world.tables.steps[Int(patients[patient].step)].unitKind)
    ledger.add(.moves, kind: kind)
    request(patient, kind: kind, isRenewed: true, world, &scheduler)
  }

  /// A vehicle is back: the next who waits for it leaves.
  mutating func vehicleBack(
    _ fleet: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    fleets[fleet].integrate(until: nowTicks)
    fleets[fleet].away -= 1
    if world.tables.fleets[fleet].isGuarded {
      wakeFleet(fleet, world, &scheduler)
      return
    }
    for priority in 0..<8 {
      let head = Int(fleetQueues[fleet * 8 + priority].head)
      if head >= 0 {
        leaveVehicleQueue(head)
        depart(head, fleet: fleet, world, &scheduler)
        return
      }
    }
  }

  /// Takes the patient out of a fleet's queue; one whose request a dispatcher or a national desk has stands in none.
  mutating func leaveVehicleQueue(_ patient: Int) {
    let fleet = Int(patients[patient].queueUnit)
    guard fleet >= 0 else { return }
    let priority = Int(patients[patient].priority)
    var queue = fleetQueues[fleet * 8 + priority]
    unlink(patient, from: &queue)
    fleetQueues[fleet * 8 + priority] = queue
    fleets[fleet].waiting -= 1
    patients[patient].queueUnit = -1
  }

  /// A craft is given: the patient leaves with it, or others do because they are gone.
  mutating func craftGiven(
    _ request: CraftRequest, desk: Int, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let patient = Int(request.patient)
    let row = patients[patient]
    let isThere =
      row.isWithDesk(world) && row.origin == request.origin && row.ordinal == request.ordinal
      && vehicleSince(patient) == request.askedAt
    let fleet = world.tables.fleet(ofDesk: desk)
    guard isThere else {
      flyOthers(request, fleet, desk: desk, world, &scheduler)
      return
    }
    if world.tables.fleets[fleet].isGuarded {
      fly(patient, isOrdered: true, fleet, desk: desk, order: request.order, world, &scheduler)
      return
    }
    let (trip, back) = trip(of: patient, fleet: fleet, world)
    craftWanted[fleet] -= 1
    scheduler.send(
      .craftUsed(hours: trip + back, planned: 0, order: request.order), to: desk,
      after: world.tables.wordDelay(ofFleet: fleet))
    travel(patient, hours: trip, by: fleet, world, &scheduler)
  }
}
