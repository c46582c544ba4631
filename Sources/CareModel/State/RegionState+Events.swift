import SimulationKernel

// What happens to a region: one of its own events, or a message.
extension RegionState {
  /// One of this region's events.
  mutating func handle(
    _ event: CareEvent, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    setNow(scheduler.now)
    // The commonest are told apart first, and the first of them is carried out in place.
    if case .stayEnds(let patient) = event {
      stayEnds(Int(patient), world, &scheduler)
      giveOutReady(world, &scheduler)
    } else if case .arrival(let stream) = event {
      arrive(stream: Int(stream), world, &scheduler)
      giveOutReady(world, &scheduler)
    } else {
      handleOther(event, world, &scheduler)
    }
  }

  @inline(never)
  private mutating func handleOther(
    _ event: CareEvent, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    switch event {
    case .casualtyDay(let stream): drawDay(stream: Int(stream), world, &scheduler)
    case .casualty(let stream): casualtyArrives(stream: Int(stream), world, &scheduler)
    case .massCasualty(let stream):
      massCasualty(stream: Int(stream), isScheduled: false, world, &scheduler)
    case .massScheduled(let stream):
      massCasualty(stream: Int(stream), isScheduled: true, world, &scheduler)
    case .orderBegins(let order): orderBegins(Int(order), world, &scheduler)
    case .approachEnds(let patient): approachEnds(Int(patient), world, &scheduler)
    case .death(let patient): die(Int(patient), .foreseen, world, &scheduler)
    case .tripEnds(let patient): tripEnds(Int(patient), world, &scheduler)
    case .gaveUp(let patient): giveUpWaiting(Int(patient), world, &scheduler)
    case .worsens(let patient): worsen(Int(patient), world, &scheduler)
    case .acceptsOthers(let patient): acceptOtherUnits(Int(patient), world, &scheduler)
    case .reinforced(let row): reinforce(world.tables.inflow.reinforcements[Int(row)])
    case .backToDuty(let force): backToDuty(Int(force))
    case .cleaned(let unit): cleaned(Int(unit))
    case .vehicleBack(let fleet): vehicleBack(Int(fleet), world, &scheduler)
    case .fleetWakes(let fleet): wakeFleet(Int(fleet), world, &scheduler)
    case .fleetServes(let fleet): serveFleet(Int(fleet), world, &scheduler)
    case .ordered(let patient): ordered(Int(patient), world, &scheduler)
    case .surgeReview: surgeReview(world, &scheduler)
    case .midnight:
      closeDay()
      if world.tables.stockUses.count > 0 {
        for unit in 0..<units.count { noteLack(inLineFor: unit, world) }
      }
      isWeekday = world.tables.isWeekday(nowTicks)
      // Before anything else of the new day.
      scheduler.schedule(
        .midnight, after: SimulationDuration(ticks: SimulationDuration.ticksPerDay),
        priority: Self.dayPriority)
    case .morning:
      callIn(world, &scheduler)
      scheduler.schedule(.morning, after: SimulationDuration(ticks: SimulationDuration.ticksPerDay))
    case .review: review(world, &scheduler)
    case .considerWaiting: considerWaiting(world, &scheduler)
    case .turn(let patient): turn(Int(patient), world, &scheduler)
    case .changed: changed(world, &scheduler)
    case .disruption, .delivery, .repaired, .effectOver, .expired, .waysChange, .opening, .unitOpening,
      .surgePlan, .surgeReady, .shift, .staffChanges, .staffBack:
      // What it opens is given out when all of this instant has changed.
      change(by: event, world, &scheduler)
      return
    case .stayEnds, .arrival: preconditionFailure("it is carried out above")
    case .decide, .craftBack, .deskWakes: preconditionFailure("a region has no such event")
    }
    giveOutReady(world, &scheduler)
  }

  mutating func receive(
    _ patient: TravellingPatient, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    setNow(scheduler.now)
    receivePatient(patient, world, &scheduler)
    giveOutReady(world, &scheduler)
  }

  mutating func receive(
    _ request: CraftRequest, desk: Int, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    setNow(scheduler.now)
    craftGiven(request, desk: desk, world, &scheduler)
    giveOutReady(world, &scheduler)
  }

  mutating func receiveFlight(
    intensiveCare: Int, other: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    setNow(scheduler.now)
    evacuate(intensiveCare: intensiveCare, other: other, world, &scheduler)
    giveOutReady(world, &scheduler)
  }
}
