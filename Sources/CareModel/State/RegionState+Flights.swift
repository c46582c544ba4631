import RandomStreams
import SimulationKernel

// Craft of a national fleet whose vehicles something keeps back.
extension RegionState {
  /// A craft is given to a patient who is there: they leave with it and with others on the same trip, it is lost with
  /// them, or it goes back unused because their way has been shut since it was ordered.
  mutating func fly(
    _ patient: Int, _ fleet: Int, desk: Int, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let word = world.tables.wordDelay(ofFleet: fleet)
    let (from, to) = (Int(patients[patient].facility), destination(patient))
    guard world.shutUntil(fleet, from: from, to: to, at: nowTicks) <= nowTicks else {
      scheduler.send(.craftUsed(hours: 0), to: desk, after: word)
      patients[patient].queueUnit = -1
      let chosen = moveFleet(patient, world) ?? chooseFleet(for: patient, from: from, to: to, world)
      ask(patient, fleet: chosen ?? fleet, world, &scheduler)
      return
    }
    let (trip, back) = trip(of: patient, fleet: fleet, world)
    var strike = strike(fleet, world)
    if strike != nil { fleets[fleet].lost += 1 }
    scheduler.send(.craftUsed(hours: strike == nil ? trip + back : -1), to: desk, after: word)
    var seats = FreeSeats(world.tables.fleets[fleet])
    _ = seats.take(seatNeed(patient, world))
    var other = 0
    while !seats.isFull, other < patients.count {
      if other != patient, isCompanion(other, of: patient, world), seats.take(seatNeed(other, world)) {
        embark(other, fleet, hours: trip, &strike, world, &scheduler)
      }
      other += 1
    }
    embark(patient, fleet, hours: trip, &strike, world, &scheduler)
  }

  private mutating func embark(
    _ patient: Int, _ fleet: Int, hours: Double, _ strike: inout TransportStrike?,
    _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if strike == nil {
      travel(patient, hours: hours, by: fleet, world, &scheduler)
    } else if strike?.kills(world) == true {
      dieAboard(patient, world, &scheduler)
    } else {
      // Who lives asks for another craft and keeps the wait so far.
      ask(patient, fleet: fleet, world, &scheduler)
    }
  }
}
