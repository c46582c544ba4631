import RandomStreams
package import SimulationKernel

/// The whole network in a run: the model that the kernel drives. Entity 0 is the national office, the
/// regions follow, then the desks.
package struct CareState: ~Copyable, SimulationModel {
  package var world: Surroundings
  package var regions: Slab<RegionState>
  package var desks: Slab<FlightDesk>
  /// The picture that has been cut off and not yet published.
  var nextPicture: SituationPicture
  /// What the office's policies remember.
  var officeMemory: PolicyMemory
  var nextFlight: Int
  package var flightsFlown: Int
  package var flightsCancelled: Int
  /// Patients in places of a kind at declared times: one number for each declared measure.
  package var snapshots: Slab<Int64>
  /// Unit kind of each snapshot.
  var snapshotKinds: Slab<Int32>
  /// Whether every event is followed by a walk of all state; slow.
  package var auditsEveryEvent: Bool

  init(
    world: consuming Surroundings, dayCount: Int, snapshotKinds: [Int]
  ) {
    regions = Slab(capacity: world.tables.regionCount)
    for region in 0..<world.tables.regionCount {
      regions.append(RegionState(index: region, tables: world.tables, dayCount: dayCount))
    }
    desks = Slab()
    for fleet in 0..<world.tables.fleetCount where world.tables.desks[fleet] >= 0 {
      desks.append(
        FlightDesk(
          entity: Int(world.tables.desks[fleet]), fleet: fleet,
          vehicles: world.tables.fleets[fleet].vehicles))
    }
    nextPicture = SituationPicture(
      regionCount: world.tables.regionCount, kindCount: world.tables.kindCount,
      fleetCount: world.tables.fleetCount)
    officeMemory = PolicyMemory()
    nextFlight = 0
    flightsFlown = 0
    flightsCancelled = 0
    snapshots = Slab(repeating: 0, count: snapshotKinds.count)
    self.snapshotKinds = Slab(snapshotKinds.map { Int32($0) })
    auditsEveryEvent = false
    self.world = world
  }

  init(copying other: borrowing CareState, policies: PolicySet) {
    world = Surroundings(
      tables: other.world.tables.copy(), policies: policies,
      picture: SituationPicture(copying: other.world.picture), key: other.world.key,
      startTicks: other.world.startTicks, horizonTicks: other.world.horizonTicks)
    regions = Slab(capacity: other.regions.count)
    for region in 0..<other.regions.count { regions.append(RegionState(copying: other.regions[region])) }
    desks = Slab(capacity: other.desks.count)
    for desk in 0..<other.desks.count { desks.append(FlightDesk(copying: other.desks[desk])) }
    nextPicture = SituationPicture(copying: other.nextPicture)
    officeMemory = other.officeMemory
    nextFlight = other.nextFlight
    flightsFlown = other.flightsFlown
    flightsCancelled = other.flightsCancelled
    snapshots = other.snapshots.copy()
    snapshotKinds = other.snapshotKinds.copy()
    auditsEveryEvent = other.auditsEveryEvent
  }

  package mutating func handle(
    _ event: CareEvent, at entity: Int, in scheduler: inout EventScheduler<CareEvent, CareMessage>
  ) {
    if entity > regions.count {
      switch event {
      case .decide: desks[entity - 1 - regions.count].decide(world, &scheduler)
      case .craftBack: desks[entity - 1 - regions.count].craftBack(&scheduler)
      default: preconditionFailure("a desk has no such event")
      }
    } else {
      regions[entity - 1].handle(event, world, &scheduler)
    }
    if auditsEveryEvent { audit(scheduler) }
  }

  package mutating func receive(
    _ message: CareMessage, at entity: Int,
    in scheduler: inout EventScheduler<CareEvent, CareMessage>
  ) {
    switch message {
    case .patient(let row): regions[entity - 1].receive(row, world, &scheduler)
    case .craftWanted(let request): desks[entity - 1 - regions.count].ask(request, &scheduler)
    case .craftGiven(let request, let desk):
      regions[entity - 1].receive(request, desk: Int(desk), world, &scheduler)
    case .craftUsed(let hours):
      desks[entity - 1 - regions.count].craftUsed(forHours: hours, &scheduler)
    case .evacuate(let intensiveCare, let other):
      regions[entity - 1].receiveFlight(
        intensiveCare: Int(intensiveCare), other: Int(other), world, &scheduler)
    }
    if auditsEveryEvent { audit(scheduler) }
  }

  package mutating func barrier(
    _ code: UInt32, in scheduler: inout EventScheduler<CareEvent, CareMessage>
  ) {
    for region in 0..<regions.count { regions[region].nowTicks = scheduler.now.ticks }
    switch CareBarrier(rawValue: code) {
    case .compilePicture: compilePicture(&scheduler)
    case .publishPicture: publishPicture(&scheduler)
    case .horizon:
      for region in 0..<regions.count { regions[region].countWaiting(world) }
    case .flight: fly(&scheduler)
    case .snapshot(let measure): takeSnapshot(measure)
    }
    if auditsEveryEvent { audit(scheduler) }
  }

  private mutating func takeSnapshot(_ measure: Int) {
    let kind = Int(snapshotKinds[measure])
    for region in 0..<regions.count {
      snapshots[measure] += Int64(regions[region].occupied(kind: kind))
    }
  }
}

extension RegionState {
  /// One of this region's events.
  mutating func handle(
    _ event: CareEvent, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    nowTicks = scheduler.now.ticks
    switch event {
    case .arrival(let stream): arrive(stream: Int(stream), world, &scheduler)
    case .casualtyDay(let stream): drawDay(stream: Int(stream), world, &scheduler)
    case .casualty(let stream): casualtyArrives(stream: Int(stream), world, &scheduler)
    case .massCasualty(let stream):
      massCasualty(stream: Int(stream), isScheduled: false, world, &scheduler)
    case .massScheduled(let stream):
      massCasualty(stream: Int(stream), isScheduled: true, world, &scheduler)
    case .approachEnds(let patient): approachEnds(Int(patient), world, &scheduler)
    case .stayEnds(let patient): stayEnds(Int(patient), world, &scheduler)
    case .death(let patient): die(Int(patient), .foreseen, world, &scheduler)
    case .tripEnds(let patient): tripEnds(Int(patient), world, &scheduler)
    case .vehicleBack(let fleet): vehicleBack(Int(fleet), world, &scheduler)
    case .opening(let kind): changeOpening(kind: Int(kind), world, &scheduler)
    case .midnight:
      closeDay()
      for kind in 0..<kindCount {
        startsYesterday[kind] = startsToday[kind]
        startsToday[kind] = 0
      }
      isWeekday = world.tables.isWeekday(nowTicks)
      scheduler.schedule(.midnight, after: SimulationDuration(ticks: SimulationDuration.ticksPerDay))
    case .morning:
      callIn(world, &scheduler)
      scheduler.schedule(.morning, after: SimulationDuration(ticks: SimulationDuration.ticksPerDay))
    case .review: review(world, &scheduler)
    case .turn(let patient): turn(Int(patient), world, &scheduler)
    case .decide, .craftBack: preconditionFailure("a region has no such event")
    }
    giveOutReady(world, &scheduler)
  }

  mutating func receive(
    _ patient: PatientRow, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    nowTicks = scheduler.now.ticks
    receivePatient(patient, world, &scheduler)
    giveOutReady(world, &scheduler)
  }

  mutating func receive(
    _ request: CraftRequest, desk: Int, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    nowTicks = scheduler.now.ticks
    craftGiven(request, desk: desk, world, &scheduler)
    giveOutReady(world, &scheduler)
  }

  mutating func receiveFlight(
    intensiveCare: Int, other: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    nowTicks = scheduler.now.ticks
    evacuate(intensiveCare: intensiveCare, other: other, world, &scheduler)
    giveOutReady(world, &scheduler)
  }
}
