import SimulationKernel

// Requests that the dispatcher of a region's own fleet has. For the dispatch delay the patient waits and no vehicle is
// bound; then a vehicle can be ordered, and the patient joins those who wait for one.

extension PatientRow {
  /// The fleet whose dispatcher or national desk has the patient's request; nil for who is in line or asks for none.
  ///
  /// With a dispatcher the order is the next event, unless it lies beyond the end of the run.
  var fleetAsked: Int? { phase == .awaitingVehicle && queueUnit <= -2 ? -2 - Int(queueUnit) : nil }

  /// Whether the request is with the desk of a national fleet.
  func isWithDesk(_ world: borrowing Surroundings) -> Bool {
    fleetAsked.map { world.tables.fleets[$0].isNational } ?? false
  }
}

extension RegionState {
  /// The dispatcher of the fleet has the patient's request for the time that `delay` is.
  mutating func askDispatcher(
    _ patient: Int, fleet: Int, delay: SimulationDuration, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    patients[patient].queueUnit = Int16(-2 - fleet)
    fleets[fleet].asked += 1
    patients[patient].nextEvent = scheduler.schedule(
      .ordered(patient: Int32(truncatingIfNeeded: patient)), after: delay)
    foresee(patient, world, &scheduler)
  }

  /// The dispatcher has dealt with the request: the patient joins those who wait for a vehicle, or asks another fleet
  /// when the way has been shut meanwhile.
  mutating func ordered(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let fleet = -2 - Int(patients[patient].queueUnit)
    endRequest(patient)
    if world.tables.fleets[fleet].isGuarded,
      let other = betterFleet(patient, than: fleet, hasNone: fleets[fleet].vehicles == 0, world)
    {
      ask(patient, fleet: other, world, &scheduler)
    } else {
      gatherHazard(patient, world)
      join(patient, fleet: fleet, world, &scheduler)
    }
  }

  /// Takes the patient's request back if a dispatcher has it.
  mutating func recall(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    guard let fleet = patients[patient].fleetAsked, !world.tables.fleets[fleet].isNational else { return }
    scheduler.cancel(patients[patient].nextEvent)
    endRequest(patient)
  }

  private mutating func endRequest(_ patient: Int) {
    fleets[-2 - Int(patients[patient].queueUnit)].asked -= 1
    patients[patient].nextEvent = .none
    patients[patient].queueUnit = -1
  }
}
