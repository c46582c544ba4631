import RandomStreams
package import SimulationKernel

/// The national office: what entity 0 does at barriers, with sight of every region.
package struct NationalOffice: ~Copyable {
  /// What the regions reported at the last cut-off.
  private var lastCutOff: SituationPicture
  /// The pictures that have been cut off and not yet published, and some that have: one is at its number of all cut-offs
  /// over the number of rows.
  private var unpublished: Slab<SituationPicture>
  private var cutOffs: Int
  private var publications: Int
  /// What the office's policies remember.
  var memory: PolicyMemory
  var nextFlight: Int
  /// When the flight that is ordered now is due, and a flight that was called off; none is never.
  private var flightDue: SimulationTime?
  private var flightCalledOff: SimulationTime?
  /// Numbers up to this one were used by flights of a policy that another took over from.
  private var formerFlights: Int
  package var flightsFlown: Int
  package var flightsCancelled: Int
  /// The flights and cancellations so far.
  var flights: Slab<TrajectoryEntry>
  /// Numbers at declared times, one for each of ``Snapshot``.
  package var snapshots: Slab<Int64>
  /// What each snapshot is of.
  let declared: [Snapshot]
  /// Declared measures of a span, and what there was at its edges so far.
  private(set) var spanned: [SpannedMeasure]

  init(_ tables: borrowing NetworkTables, snapshots declared: [Snapshot], spanned: [SpannedMeasure]) {
    lastCutOff = SituationPicture(
      regionCount: tables.regionCount, kindCount: tables.kindCount, fleetCount: tables.fleetCount,
      facilityCount: tables.facilityCount)
    unpublished = Slab()
    let delay = max(.tick, tables.pictureDelay)
    for _ in 0...(delay.ticks / max(1, tables.pictureInterval.ticks)) {
      unpublished.append(SituationPicture(copying: lastCutOff))
    }
    (cutOffs, publications) = (0, 0)
    memory = PolicyMemory()
    nextFlight = 0
    (flightDue, flightCalledOff, formerFlights) = (nil, nil, 0)
    flightsFlown = 0
    flightsCancelled = 0
    flights = Slab()
    snapshots = Slab(repeating: 0, count: declared.count)
    self.declared = declared
    self.spanned = spanned
  }

  init(copying other: borrowing NationalOffice) {
    lastCutOff = SituationPicture(copying: other.lastCutOff)
    unpublished = Slab()
    for row in 0..<other.unpublished.count {
      unpublished.append(SituationPicture(copying: other.unpublished[row]))
    }
    (cutOffs, publications) = (other.cutOffs, other.publications)
    memory = other.memory
    nextFlight = other.nextFlight
    (flightDue, flightCalledOff) = (other.flightDue, other.flightCalledOff)
    formerFlights = other.formerFlights
    flightsFlown = other.flightsFlown
    flightsCancelled = other.flightsCancelled
    flights = other.flights.copy()
    snapshots = other.snapshots.copy()
    declared = other.declared
    spanned = other.spanned
  }

  /// Carries out one barrier.
  mutating func act(_ barrier: CareBarrier, _ engine: inout CareEngine, _ world: inout Surroundings) {
    let regionCount = world.tables.regionCount
    for region in 0..<regionCount { engine[region: region].setNow(engine.now) }
    switch barrier {
    case .compilePicture: compilePicture(&engine, world)
    case .publishPicture: publishPicture(&engine, &world)
    case .horizon:
      for region in 0..<regionCount { engine[region: region].countWaiting(world) }
    case .flight: fly(&engine, world)
    case .snapshot(let place):
      for region in 0..<regionCount where declared[place].includes(region: region) {
        snapshots[place] += declared[place].number(in: engine[region: region])
      }
    case .spanBegins(let place):
      bringAreasUp(&engine, world)
      begin(place, at: spanned[place].source.sums(engine, isUnderWay: true), &engine, world)
    case .spanEnds(let place):
      bringAreasUp(&engine, world)
      spanned[place].end(at: spanned[place].source.sums(engine, isUnderWay: true))
      planNext(place, &engine, world)
    }
  }

  /// Plans the first stretches of declared measures, on day 0.
  mutating func planSpans(_ engine: inout CareEngine, _ world: borrowing Surroundings) {
    for place in spanned.indices {
      if spanned[place].nextBeginning(from: engine.now.ticks, world) == engine.now.ticks {
        // Nothing is counted yet.
        begin(place, at: MeasureSums(), &engine, world)
      } else {
        planNext(place, &engine, world)
      }
    }
  }

  private mutating func begin(
    _ place: Int, at sums: MeasureSums, _ engine: inout CareEngine, _ world: borrowing Surroundings
  ) {
    spanned[place].begin(at: sums)
    if let end = spanned[place].nextEnd(after: engine.now.ticks, world) {
      schedule(.spanEnds(place), at: end, &engine)
    }
  }

  private func planNext(_ place: Int, _ engine: inout CareEngine, _ world: borrowing Surroundings) {
    if let beginning = spanned[place].nextBeginning(from: engine.now.ticks, world) {
      schedule(.spanBegins(place), at: beginning, &engine)
    }
  }

  private func schedule(_ barrier: CareBarrier, at ticks: Int64, _ engine: inout CareEngine) {
    engine.act(as: 0) { _, scheduler in
      scheduler.scheduleBarrier(barrier.rawValue, at: SimulationTime(ticks: ticks))
    }
  }

  private func bringAreasUp(_ engine: inout CareEngine, _ world: borrowing Surroundings) {
    for region in 0..<world.tables.regionCount { engine[region: region].integrateUnits() }
  }

  /// The cut-off of a picture: the numbers of this moment, known after the delay.
  private mutating func compilePicture(_ engine: inout CareEngine, _ world: borrowing Surroundings) {
    lastCutOff.cutOffTicks = engine.now.ticks
    let kindCount = world.tables.kindCount
    for region in 0..<world.tables.regionCount {
      // Of a region whose reports do not come through the picture keeps what it last knew.
      if world.tables.inflow.hasEffects, engine[region: region].isSilent { continue }
      for kind in 0..<kindCount {
        lastCutOff.rows[region * kindCount + kind] = SituationPicture.Row(
          occupied: Int32(engine[region: region].occupied(kind: kind)),
          capacity: Int32(engine[region: region].capacity(kind: kind)),
          free: Int32(engine[region: region].free(kind: kind)),
          staffed: Int32(engine[region: region].standing(kind: kind)),
          waiting: Int32(engine[region: region].waiting(kind: kind)))
      }
      for unit in 0..<engine[region: region].unitCount {
        let facility = engine[region: region].facility(ofUnit: unit)
        lastCutOff.freePlaces[facility * kindCount + engine[region: region].kind(ofUnit: unit)] = Int32(
          engine[region: region].free(ofUnit: unit))
      }
      lastCutOff.regions[region] = engine[region: region].summary(world)
    }
    for desk in 0..<world.tables.deskCount {
      let fleet = engine[desk: desk, after: world.tables.regionCount].fleet
      lastCutOff.craftWaiting[fleet] = Int32(
        engine[desk: desk, after: world.tables.regionCount].requests.count)
      lastCutOff.craftLost[fleet] =
        world.tables.fleets[fleet].vehicles - engine[desk: desk, after: world.tables.regionCount].vehicles
    }
    unpublished[cutOffs % unpublished.count] = SituationPicture(copying: lastCutOff)
    cutOffs += 1
    let publication = engine.now + max(.tick, world.tables.pictureDelay)
    let next = engine.now + world.tables.pictureInterval
    engine.act(as: 0) { _, scheduler in
      scheduler.scheduleBarrier(CareBarrier.publishPicture.rawValue, at: publication)
      scheduler.scheduleBarrier(CareBarrier.compilePicture.rawValue, at: next)
    }
  }

  /// The picture becomes known: free places are opened to others as the office proposes, and every
  /// region reviews who waits.
  private mutating func publishPicture(_ engine: inout CareEngine, _ world: inout Surroundings) {
    let edition = world.picture.edition + 1
    // The one before is put in its row, so that nothing is copied.
    swap(&world.picture, &unpublished[publications % unpublished.count])
    publications += 1
    world.picture.edition = edition
    for region in 0..<world.tables.regionCount {
      for kind in 0..<world.tables.kindCount {
        let share = world.policies.coordination.openShare(
          forRegion: region, unitKind: kind, picture: world.picture)
        world.picture.openShares[region * world.tables.kindCount + kind] = min(1, max(0, share))
      }
      engine.act(as: 1 + region) { _, scheduler in _ = scheduler.schedule(.review, after: .zero) }
    }
  }

  /// Orders the first evacuation flight of the arm.
  mutating func planFlights(_ engine: inout CareEngine, _ world: borrowing Surroundings) {
    nextFlight = 1
    scheduleFlight(&engine, world)
  }

  /// Orders the flights of a policy that takes over now: those it would have had before are not flown.
  ///
  /// - Complexity: O(flights before now).
  mutating func planFlightsAgain(_ engine: inout CareEngine, _ world: borrowing Surroundings) {
    if let flightDue { flightCalledOff = flightDue }
    formerFlights = max(formerFlights, nextFlight - 1)
    memory = PolicyMemory()
    nextFlight = 1
    while let hours = world.policies.evacuation.hours(ofFlight: nextFlight),
      SimulationTime(ticks: world.startTicks) + .hours(hours) < engine.now
    {
      nextFlight += 1
    }
    scheduleFlight(&engine, world)
  }

  private mutating func scheduleFlight(_ engine: inout CareEngine, _ world: borrowing Surroundings) {
    flightDue = nil
    guard let hours = world.policies.evacuation.hours(ofFlight: nextFlight) else { return }
    let due = SimulationTime(ticks: world.startTicks) + .hours(hours)
    // The engine ends one tick after the run, and a run is [0, end).
    guard due + .tick < engine.end else { return }
    let time = max(due, engine.now + .tick)
    flightDue = time
    engine.act(as: 0) { _, scheduler in
      scheduler.scheduleBarrier(CareBarrier.flight.rawValue, at: time)
    }
  }

  /// A flight leaves, or is cancelled: seats are allotted on the published picture.
  private mutating func fly(_ engine: inout CareEngine, _ world: borrowing Surroundings) {
    if flightCalledOff == engine.now {
      // Of two at one time the one called off was ordered first.
      flightCalledOff = nil
      return
    }
    let flight = nextFlight
    nextFlight += 1
    scheduleFlight(&engine, world)
    // A flight has the same luck whenever its policy took over, unless a flight of another had its number.
    var random = world.stream(
      of: .evacuation, decider: flight <= formerFlights ? 1 : 0, call: UInt32(truncatingIfNeeded: flight))
    if world.policies.evacuation.isCancelled(flight: flight, using: &random) {
      flightsCancelled += 1
      flights.append(
        TrajectoryEntry(
          ticks: engine.now.ticks - world.startTicks, ordinal: UInt32(truncatingIfNeeded: flight),
          kind: .flightCancelled, region: -1))
      return
    }
    flightsFlown += 1
    var seatCount: Int64 = 0
    for region in 0..<world.tables.regionCount {
      // What is left of the flight's stream, the same for each region.
      var drawn = random
      let seats = world.policies.evacuation.seats(
        forRegion: region, picture: world.picture, memory: &memory, using: &drawn)
      guard seats.intensiveCare > 0 || seats.other > 0 else { continue }
      seatCount += Int64(seats.intensiveCare) + Int64(seats.other)
      engine.act(as: 0) { _, scheduler in
        scheduler.send(
          .evacuate(seatsICU: Int32(seats.intensiveCare), seatsOther: Int32(seats.other)),
          to: 1 + region, after: .tick)
      }
    }
    flights.append(
      TrajectoryEntry(
        ticks: engine.now.ticks - world.startTicks, ordinal: UInt32(truncatingIfNeeded: flight),
        kind: .flightLeft, region: -1, value: seatCount))
  }
}

extension RegionState {
  func summary(_ world: borrowing Surroundings) -> SituationPicture.RegionRow {
    var row = SituationPicture.RegionRow(
      postponed: Int32(postponedCount), fitToFlyIntensiveCare: 0, fitToFlyOther: 0)
    // Nobody is counted fit to fly while nobody flies or will.
    guard world.hoursBeforeFit.isFinite else { return row }
    for patient in 0..<patients.count where isFitToFly(patients[patient], world) {
      if isInIntensiveCare(patients[patient], world) {
        row.fitToFlyIntensiveCare += 1
      } else {
        row.fitToFlyOther += 1
      }
    }
    return row
  }
}
