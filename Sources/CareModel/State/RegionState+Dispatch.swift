import RandomStreams
import SimulationKernel

// Fleets whose vehicles something keeps back: crews, darkness, weather, closures, seats, batches, losses. What such a
// fleet's patients wait for is either a vehicle that comes back or a time that is known; then the fleet wakes.
extension RegionState {
  /// What the patient needs of a vehicle on the trip they wait for.
  func seatNeed(_ patient: Int, _ world: borrowing Surroundings) -> UInt8 {
    let need = world.tables.steps[Int(patients[patient].step)].seatNeed
    return need != 255 ? need : world.tables.classes[Int(patients[patient].patientClass)].seatNeed
  }

  /// Vehicles of a fleet that may begin a trip now.
  private func readyVehicles(_ fleet: Int, _ world: borrowing Surroundings) -> Int32 {
    let rules = world.tables.fleets[fleet]
    let state = fleets[fleet]
    if state.duty.isUsedUp(rules, vehicles: state.vehicles, at: nowTicks) { return 0 }
    return rules.crewed(state.vehicles, at: nowTicks) - state.away
  }

  /// A vehicle came back, or a time has come: those whose way is shut go otherwise, and who can leave does.
  mutating func wakeFleet(
    _ fleet: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    leaveShutWays(fleet, world, &scheduler)
    serveSoon(fleet, &scheduler)
  }

  /// The fleet is served when all that happens in this microsecond has, so that those who come together ride together
  /// and the most urgent of them first.
  mutating func serveSoon(_ fleet: Int, _ scheduler: inout CareScheduler) {
    guard !fleets[fleet].isServiceDue else { return }
    fleets[fleet].isServiceDue = true
    scheduler.schedule(.fleetServes(fleet: Int32(fleet)), after: .zero, priority: 6)
  }

  /// Whoever can leave with the fleet does, first in line first; the fleet wakes when the next may.
  mutating func serveFleet(
    _ fleet: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    fleets[fleet].isServiceDue = false
    let hadVehicles = fleets[fleet].vehicles > 0
    trips.removeAll()
    for priority in 0..<8 {
      var patient = Int(fleetQueues[fleet * 8 + priority].head)
      while patient >= 0, readyVehicles(fleet, world) > 0 {
        if canLeave(patient, fleet, world) {
          sendOff(patient, fleet, world, &scheduler)
          // Others may have gone with them.
          patient = Int(fleetQueues[fleet * 8 + priority].head)
        } else {
          patient = Int(patients[patient].next)
        }
      }
    }
    planWake(fleet, world, &scheduler)
    if hadVehicles, fleets[fleet].vehicles == 0 {
      leaveShutWays(fleet, world, &scheduler)
      leaveShutRequests(fleet, world, &scheduler)
    }
  }

  private mutating func canLeave(
    _ patient: Int, _ fleet: Int, _ world: borrowing Surroundings
  ) -> Bool {
    let trip = tripRow(of: patient, fleet, world)
    guard trips[trip].opening <= nowTicks, !trips[trip].isHeld else { return false }
    let rules = world.tables.fleets[fleet]
    guard rules.departure == 1, !world.tables.isDeparture(rules, at: nowTicks) else { return true }
    let isReady = isGroupReady(fleet, from: Int(trips[trip].from), to: Int(trips[trip].to), world)
    trips[trip].isHeld = !isReady
    return isReady
  }

  private mutating func tripRow(of patient: Int, _ fleet: Int, _ world: borrowing Surroundings) -> Int {
    trips.row(
      fleet, from: patients[patient].facility, to: Int16(truncatingIfNeeded: destination(patient)),
      now: nowTicks, world)
  }

  /// Whether those who wait for a trip fill a vehicle, or the first of them has waited long enough.
  private func isGroupReady(
    _ fleet: Int, from: Int, to: Int, _ world: borrowing Surroundings
  ) -> Bool {
    group(fleet, from: from, to: to, but: nil, world).isReady(world.tables.fleets[fleet], at: nowTicks)
  }

  /// Those in the line of a fleet who wait for one trip, but for `patient`.
  ///
  /// - Complexity: O(line).
  func group(_ fleet: Int, from: Int, to: Int, but patient: Int?, _ world: borrowing Surroundings)
    -> SeatGroup
  {
    var group = SeatGroup()
    for priority in 0..<8 {
      var other = Int(fleetQueues[fleet * 8 + priority].head)
      while other >= 0 {
        if other != patient, isOnTrip(other, from: from, to: to) {
          group.add(need: seatNeed(other, world), since: vehicleSince(other))
        }
        other = Int(patients[other].next)
      }
    }
    return group
  }

  private func isOnTrip(_ patient: Int, from: Int, to: Int) -> Bool {
    Int(patients[patient].facility) == from && destination(patient) == to
  }

  /// A vehicle of the region leaves with a patient who waits for it and with others who wait for the same trip, or is
  /// lost as it leaves.
  private mutating func sendOff(
    _ patient: Int, _ fleet: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let from = Int(patients[patient].facility)
    let to = destination(patient)
    let (trip, back) = trip(of: patient, fleet: fleet, world)
    var strike = strike(fleet, world)
    fleets[fleet].integrate(until: nowTicks)
    if strike == nil {
      fleets[fleet].away += 1
      fleets[fleet].trips += 1
      fleets[fleet].duty.add(SimulationDuration.hours(trip + back).ticks, at: nowTicks)
      scheduler.schedule(.vehicleBack(fleet: Int32(fleet)), at: scheduler.now + .hours(trip + back))
    } else {
      fleets[fleet].vehicles -= 1
      fleets[fleet].lost += 1
    }
    var seats = FreeSeats(world.tables.fleets[fleet], first: seatNeed(patient, world))
    // In the order of the line, so that who comes first asks first where they go.
    board(patient, fleet, hours: trip, &strike, world, &scheduler)
    for priority in 0..<8 {
      var other = Int(fleetQueues[fleet * 8 + priority].head)
      while !seats.isFull, other >= 0 {
        let next = Int(patients[other].next)
        if other != patient, isOnTrip(other, from: from, to: to), seats.take(seatNeed(other, world)) {
          board(other, fleet, hours: trip, &strike, world, &scheduler)
        }
        other = next
      }
    }
  }

  /// One who waited leaves with a vehicle; with one that is lost they die, or stay where they are and in line.
  private mutating func board(
    _ patient: Int, _ fleet: Int, hours: Double, _ strike: inout TransportStrike?,
    _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if strike == nil {
      leaveVehicleQueue(patient)
      travel(patient, hours: hours, by: fleet, world, &scheduler)
    } else if strike?.kills(world) == true {
      dieAboard(patient, world, &scheduler)
    }
  }

  /// When nobody comes back before: the next time at which somebody may leave.
  private mutating func planWake(
    _ fleet: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let state = fleets[fleet]
    guard state.waiting > 0, state.away < state.vehicles || state.vehicles == 0 else { return }
    let rules = world.tables.fleets[fleet]
    var wake = Int64.max
    if state.vehicles == 0 {
      wake = nextWeather(world)
    } else if readyVehicles(fleet, world) <= 0 {
      wake = state.duty.nextChange(rules, vehicles: state.vehicles, at: nowTicks)
    } else {
      for priority in 0..<8 {
        var patient = Int(fleetQueues[fleet * 8 + priority].head)
        while patient >= 0 {
          wake = min(wake, nextChance(of: patient, fleet, world))
          patient = Int(patients[patient].next)
        }
      }
    }
    guard wake < .max, wake < state.wakeTicks || state.wakeTicks <= nowTicks else { return }
    fleets[fleet].wakeTicks = wake
    scheduler.schedule(.fleetWakes(fleet: Int32(fleet)), at: SimulationTime(ticks: wake))
  }

  /// When the weather of a fleet next may change, for those who have no vehicle left to wait for.
  private func nextWeather(_ world: borrowing Surroundings) -> Int64 {
    var next = Int64.max
    for fleet in 0..<world.tables.fleetCount where world.tables.fleets[fleet].weatherBlockTicks > 0 {
      let block = world.tables.fleets[fleet].weatherBlockTicks
      next = min(next, (nowTicks / block + 1) * block)
    }
    return next
  }

  private mutating func nextChance(of patient: Int, _ fleet: Int, _ world: borrowing Surroundings) -> Int64 {
    let trip = tripRow(of: patient, fleet, world)
    if trips[trip].opening > nowTicks { return trips[trip].nextLook }
    return world.tables.departure(
      ofGroup: world.tables.fleets[fleet], since: vehicleSince(patient), after: nowTicks)
  }
}

// Ways that are shut while somebody waits for them.
extension RegionState {
  mutating func startClosures(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    for index in 0..<world.tables.transport.closures.count {
      let closure = world.tables.transport.closures[index]
      for ticks in [closure.fromTicks, closure.untilTicks] where ticks < .max {
        scheduler.schedule(
          .waysChange, at: max(scheduler.now, SimulationTime(ticks: ticks)), priority: Self.changePriority)
      }
    }
  }

  /// A closure begins or ends: all who wait for a shut way go otherwise if they can.
  mutating func waysChange(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    for fleet in 0..<fleets.count where world.tables.fleets[fleet].isGuarded {
      leaveShutWays(fleet, world, &scheduler)
      leaveShutRequests(fleet, world, &scheduler)
    }
    // Who waits for a place may be cut off from a free one no more.
    for unit in 0..<units.count where kinds[Int(units[unit].kind)].waiting > 0 {
      ready.append(Int32(truncatingIfNeeded: unit))
    }
  }

  /// Whether of every fleet that could take the patient to a place of `unit` closures keep it, no vehicle is left, or none
  /// has a fitting seat.
  func isCutOff(_ unit: Int, from patient: Int, _ world: borrowing Surroundings) -> Bool {
    let (from, to) = (Int(patients[patient].facility), Int(units[unit].facility))
    guard from != to, world.tables.fleetCount > 0, !patients[patient].isOrder,
      world.tables.kinds[Int(units[unit].kind)].needsTransport
    else { return false }
    return !canBeBrought(patient, to: to, evenIfClosed: false, world)
  }

  /// Whether a fleet that has a vehicle left and a fitting seat goes to a facility, also when closures keep it now.
  ///
  /// - Complexity: O(fleets × closures).
  func canBeBrought(
    _ patient: Int, to goal: Int, evenIfClosed: Bool, _ world: borrowing Surroundings
  ) -> Bool {
    let from = Int(patients[patient].facility)
    let need = seatNeed(patient, world)
    for fleet in 0..<world.tables.fleetCount where world.tables.canTravel(fleet, from: from, to: goal) {
      let rules = world.tables.fleets[fleet]
      let vehicles =
        rules.isNational ? rules.vehicles - world.picture.craftLost[fleet] : fleets[fleet].vehicles
      if vehicles > 0, !rules.isGuarded || rules.carries(need),
        evenIfClosed || world.tables.closedUntil(fleet, from: from, to: goal, at: nowTicks) <= nowTicks
      {
        return true
      }
    }
    return false
  }

  /// Those who wait for a vehicle of the region whose way is shut, or who have none left to wait for, ask another
  /// fleet whose way is not; a place that is cut off is given back.
  mutating func leaveShutWays(
    _ fleet: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    for priority in 0..<8 {
      var patient = Int(fleetQueues[fleet * 8 + priority].head)
      while patient >= 0 {
        let next = Int(patients[patient].next)
        if let other = betterFleet(patient, than: fleet, hasNone: fleets[fleet].vehicles == 0, world) {
          leaveVehicleQueue(patient)
          ask(patient, fleet: other, world, &scheduler)
        } else {
          leaveCutOffPlace(patient, world, &scheduler)
        }
        patient = next
      }
    }
  }

  /// The same of those whose request the dispatcher has, or the desk of a national fleet: it learns that when it gives
  /// them a craft.
  private mutating func leaveShutRequests(
    _ fleet: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let rules = world.tables.fleets[fleet]
    guard rules.isNational || fleets[fleet].asked > 0 else { return }
    let hasNone =
      rules.isNational
      ? world.picture.craftLost[fleet] >= rules.vehicles : fleets[fleet].vehicles == 0
    for patient in 0..<patients.count
    where patients[patient].phase == .awaitingVehicle && Int(patients[patient].queueUnit) == -2 - fleet {
      if let other = betterFleet(patient, than: fleet, hasNone: hasNone, world) {
        recall(patient, world, &scheduler)
        patients[patient].queueUnit = -1
        ask(patient, fleet: other, world, &scheduler)
      } else {
        leaveCutOffPlace(patient, world, &scheduler)
      }
    }
  }

  /// No place is kept for one whom nothing can bring there: they ask for another. Who was sent to another region without
  /// one, and has no vehicle left to wait for, asks again where they are.
  private mutating func leaveCutOffPlace(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let unit = Int(patients[patient].reserved)
    if unit >= 0 {
      if isCutOff(unit, from: patient, world) { loseKeptPlace(patient, world, &scheduler) }
      return
    }
    let kind = Int(world.tables.steps[Int(patients[patient].step)].unitKind)
    guard kind >= 0, !canBeBrought(patient, to: destination(patient), evenIfClosed: true, world),
      world.tables.unit(of: kind, at: Int(patients[patient].facility)) >= 0
        || nearUnits(patient, kind: kind, world).count > 0
    else { return }
    giveUpTrip(patient, kind: kind, world, &scheduler)
  }

  /// A picture says which desks have lost all their craft.
  mutating func leaveLostCraft(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    guard world.tables.transport.losses.count > 0 else { return }
    for fleet in 0..<fleets.count
    where world.tables.fleets[fleet].isNational
      && world.picture.craftLost[fleet] >= world.tables.fleets[fleet].vehicles
    {
      leaveShutRequests(fleet, world, &scheduler)
    }
  }

  /// Another fleet, open, when the way of the present one is shut; nil for those whose step names the fleet.
  func betterFleet(
    _ patient: Int, than fleet: Int, hasNone: Bool, _ world: borrowing Surroundings
  ) -> Int? {
    guard moveFleet(patient, world) == nil else { return nil }
    let (from, to) = (Int(patients[patient].facility), destination(patient))
    guard hasNone || world.shutUntil(fleet, from: from, to: to, at: nowTicks) > nowTicks else { return nil }
    guard let other = chooseFleet(for: patient, from: from, to: to, world), other != fleet else { return nil }
    let rules = world.tables.fleets[other]
    let left = rules.isNational ? rules.vehicles - world.picture.craftLost[other] : fleets[other].vehicles
    let isOpen =
      !rules.isGuarded || world.shutUntil(other, from: from, to: to, at: nowTicks) <= nowTicks
    return left > 0 && isOpen ? other : nil
  }

  /// When a vehicle of the fleet may begin a trip, as far as is known now.
  ///
  /// - Parameter vehicles: how many it has left.
  func beginning(
    _ fleet: Int, vehicles: Int32, from: Int, to: Int, _ world: borrowing Surroundings
  ) -> TripBeginning {
    let rules = world.tables.fleets[fleet]
    let notice = SimulationDuration.hours(rules.dispatchHours).ticks
    let opening = world.opening(fleet, from: from, to: to, now: nowTicks, notice: notice)
    var time = opening.ticks
    let duty = fleets[fleet].duty
    if !rules.isNational, duty.isUsedUp(rules, vehicles: vehicles, at: time + notice) {
      let tomorrow = duty.nextChange(rules, vehicles: vehicles, at: time + notice)
      time = world.opening(fleet, from: from, to: to, now: tomorrow - notice, notice: notice).ticks
    }
    return TripBeginning(
      hours: Double(time - nowTicks) / 3_600_000_000, crewed: rules.crewed(vehicles, at: time + notice),
      isShut: opening.shutUntil != nil)
  }
}
