import RandomStreams
import SimulationKernel

// Craft of a national fleet whose vehicles something keeps back, or that take several.
extension RegionState {
  /// What the patient, who waits for a national craft, asks its desk for.
  func craftRequest(of patient: Int, _ world: borrowing Surroundings) -> CraftRequest {
    let row = patients[patient]
    return CraftRequest(
      region: Int32(index), patient: Int32(patient), origin: row.origin, ordinal: row.ordinal,
      priority: row.priority, seatNeed: seatNeed(patient, world), from: row.facility,
      to: Int16(truncatingIfNeeded: destination(patient)), askedAt: vehicleSince(patient))
  }

  /// A craft is given for a trip on which a patient is still to go: they leave with it and with others on the same trip,
  /// it is lost with them, or it goes back unused because their way has been shut since it was ordered.
  ///
  /// - Parameter isOrdered: whether it was ordered for this patient, whose request the desk then has no more.
  mutating func fly(
    _ patient: Int, isOrdered: Bool, _ fleet: Int, desk: Int, order: UInt32, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let word = world.tables.wordDelay(ofFleet: fleet)
    let way = WayWaitedFor(
      from: patients[patient].facility, to: destination(patient), fleet: moveFleet(patient, world))
    let planned = world.tables.roundTripHours(fleet, from: Int(way.from), to: way.to)
    // Not who has asked another desk meanwhile, and waits for its craft.
    let asksAnew = isOrdered && patients[patient].fleetAsked == fleet
    if isOrdered, !asksAnew { craftWanted[fleet] -= 1 }
    guard world.shutUntil(fleet, from: Int(way.from), to: way.to, at: nowTicks) <= nowTicks else {
      scheduler.send(.craftUsed(hours: 0, planned: planned, order: order), to: desk, after: word)
      guard asksAnew else { return }
      craftWanted[fleet] -= 1
      patients[patient].queueUnit = -1
      let chosen = way.fleet ?? chooseFleet(for: patient, from: Int(way.from), to: way.to, world)
      ask(patient, fleet: chosen ?? fleet, world, &scheduler)
      return
    }
    let (trip, back) = trip(of: patient, fleet: fleet, world)
    var strike = strike(fleet, world)
    if strike != nil { fleets[fleet].lost += 1 }
    var seats = FreeSeats(world.tables.fleets[fleet], first: seatNeed(patient, world))
    // In the order of the line, so that who comes first asks first where they go.
    let isKept = !embark(patient, with: fleet, hours: trip, &strike, world, &scheduler)
    // Once each: who lives stays in line.
    var last: CraftRequest?
    while let other = nextInLine(for: way, but: patient, after: last, seats, world),
      seats.take(seatNeed(other, world))
    {
      last = craftRequest(of: other, world)
      _ = embark(other, with: fleet, hours: trip, &strike, world, &scheduler)
    }
    // After the word of those who left, so that the desk knows who did not.
    let hours = strike == nil ? trip + back : -1
    scheduler.send(.craftUsed(hours: hours, planned: planned, order: order), to: desk, after: word)
    // Who lives asks for another craft and keeps the wait so far.
    if isKept, asksAnew {
      craftWanted[fleet] -= 1
      ask(patient, fleet: fleet, world, &scheduler)
    }
  }

  /// The patient for whom a craft was ordered is gone: of several seats, it takes who waits for the same trip, or else
  /// goes back unused.
  mutating func flyOthers(
    _ request: CraftRequest, _ fleet: Int, desk: Int, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let rules = world.tables.fleets[fleet]
    if rules.seats > 1 {
      // A step that names its fleet has it from the beginning; of the others any who wait for a desk's craft may go.
      for named in [nil, fleet] {
        let way = WayWaitedFor(from: request.from, to: Int(request.to), fleet: named)
        if let other = nextInLine(for: way, but: nil, FreeSeats(rules), world) {
          fly(other, isOrdered: false, fleet, desk: desk, order: request.order, world, &scheduler)
          return
        }
      }
    }
    let planned = world.tables.roundTripHours(fleet, from: Int(request.from), to: Int(request.to))
    scheduler.send(
      .craftUsed(hours: 0, planned: planned, order: request.order), to: desk,
      after: world.tables.wordDelay(ofFleet: fleet))
  }

  /// The first in line who waits for a trip and for whom there is a seat.
  ///
  /// - Parameter last: one whom they come after, if anybody.
  /// - Complexity: O(patients), up to the last row of one who waits for a vehicle.
  private func nextInLine(
    for way: WayWaitedFor, but first: Int?, after last: CraftRequest? = nil, _ seats: FreeSeats,
    _ world: borrowing Surroundings
  ) -> Int? {
    guard !seats.isFull else { return nil }
    var best: Int?
    var unseen = vehicleLine.count
    for other in 0..<patients.count {
      if unseen == 0 { break }
      guard patients[other].phase == .awaitingVehicle else { continue }
      unseen -= 1
      guard other != first, isWaiting(other, for: way, world) else { continue }
      if let last, !last.precedes(craftRequest(of: other, world), world) { continue }
      var left = seats
      guard left.take(seatNeed(other, world)) else { continue }
      if let leader = best, !craftRequest(of: other, world).precedes(craftRequest(of: leader, world), world) {
        continue
      }
      best = other
    }
    return best
  }

  /// Whether a patient waits for a national craft on a trip.
  private func isWaiting(_ patient: Int, for way: WayWaitedFor, _ world: borrowing Surroundings) -> Bool {
    guard patients[patient].isWithDesk(world), patients[patient].facility == way.from,
      destination(patient) == way.to
    else { return false }
    return moveFleet(patient, world) == way.fleet
  }

  /// A patient leaves, and their desk is told so; with a craft that is lost they die, or stay and keep their request.
  /// False for one who stays.
  private mutating func embark(
    _ patient: Int, with fleet: Int, hours: Double, _ strike: inout TransportStrike?,
    _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Bool {
    if strike?.kills(world) == false { return false }
    if let asked = patients[patient].fleetAsked {
      scheduler.send(
        .craftTaken(craftRequest(of: patient, world)), to: Int(world.tables.desks[asked]),
        after: world.tables.wordDelay(ofFleet: asked))
      craftWanted[asked] -= 1
    }
    if strike == nil {
      travel(patient, hours: hours, by: fleet, world, &scheduler)
    } else {
      dieAboard(patient, world, &scheduler)
    }
    return true
  }
}

/// A trip that patients wait for with a desk.
private struct WayWaitedFor {
  let from: Int16
  let to: Int
  /// The fleet that their step names.
  let fleet: Int?
}
