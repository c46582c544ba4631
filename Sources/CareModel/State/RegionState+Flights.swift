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

  /// A craft is given to a patient who is there: they leave with it and with others on the same trip, it is lost with
  /// them, or it goes back unused because their way has been shut since it was ordered.
  mutating func fly(
    _ patient: Int, _ fleet: Int, desk: Int, order: UInt32, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let word = world.tables.wordDelay(ofFleet: fleet)
    let (from, to) = (Int(patients[patient].facility), destination(patient))
    guard world.shutUntil(fleet, from: from, to: to, at: nowTicks) <= nowTicks else {
      scheduler.send(.craftUsed(hours: 0, order: order), to: desk, after: word)
      patients[patient].queueUnit = -1
      let chosen = moveFleet(patient, world) ?? chooseFleet(for: patient, from: from, to: to, world)
      ask(patient, fleet: chosen ?? fleet, world, &scheduler)
      return
    }
    let (trip, back) = trip(of: patient, fleet: fleet, world)
    var strike = strike(fleet, world)
    if strike != nil { fleets[fleet].lost += 1 }
    var seats = FreeSeats(world.tables.fleets[fleet], first: seatNeed(patient, world))
    while let other = nextCompanion(of: patient, seats, world), seats.take(seatNeed(other, world)) {
      embark(other, with: fleet, hours: trip, &strike, world, &scheduler)
    }
    // After the word of those who left with them, so that the desk knows who did not.
    scheduler.send(.craftUsed(hours: strike == nil ? trip + back : -1, order: order), to: desk, after: word)
    if strike == nil {
      travel(patient, hours: trip, by: fleet, world, &scheduler)
    } else if strike?.kills(world) == true {
      dieAboard(patient, world, &scheduler)
    } else {
      // Who lives asks for another craft and keeps the wait so far.
      ask(patient, fleet: fleet, world, &scheduler)
    }
  }

  /// The first in line who waits for the same trip and for whom there is a seat.
  ///
  /// - Complexity: O(patients).
  private func nextCompanion(
    of first: Int, _ seats: FreeSeats, _ world: borrowing Surroundings
  ) -> Int? {
    guard !seats.isFull else { return nil }
    var best: Int?
    for other in 0..<patients.count where other != first && isCompanion(other, of: first, world) {
      var left = seats
      guard left.take(seatNeed(other, world)) else { continue }
      if let leader = best, !craftRequest(of: other, world).precedes(craftRequest(of: leader, world), world) {
        continue
      }
      best = other
    }
    return best
  }

  /// A companion leaves, and their desk is told so; with a craft that is lost they die, or stay and keep their request.
  private mutating func embark(
    _ patient: Int, with fleet: Int, hours: Double, _ strike: inout TransportStrike?,
    _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if strike?.kills(world) == false { return }
    if let asked = patients[patient].fleetAsked {
      scheduler.send(
        .craftTaken(craftRequest(of: patient, world)), to: Int(world.tables.desks[asked]),
        after: world.tables.wordDelay(ofFleet: asked))
    }
    if strike == nil {
      travel(patient, hours: hours, by: fleet, world, &scheduler)
    } else {
      dieAboard(patient, world, &scheduler)
    }
  }
}
