import RandomStreams
import SimulationKernel

// What entity 0 does, at barriers that see every region.
extension CareState {
  /// The cut-off of a picture: the numbers of this moment, known after the delay.
  mutating func compilePicture(_ scheduler: inout CareScheduler) {
    nextPicture.cutOffTicks = scheduler.now.ticks
    let kindCount = world.tables.kindCount
    for region in 0..<regions.count {
      for kind in 0..<kindCount {
        nextPicture.rows[region * kindCount + kind] = SituationPicture.Row(
          occupied: Int32(regions[region].occupied(kind: kind)),
          capacity: Int32(regions[region].capacity(kind: kind)),
          staffed: Int32(regions[region].staffed(kind: kind)),
          waiting: Int32(regions[region].waiting(kind: kind)))
      }
      nextPicture.regions[region] = regions[region].summary(world)
    }
    for desk in 0..<desks.count {
      nextPicture.craftWaiting[desks[desk].fleet] = Int32(desks[desk].requests.count)
    }
    scheduler.scheduleBarrier(
      CareBarrier.publishPicture.rawValue, at: scheduler.now + max(.tick, world.tables.pictureDelay))
    scheduler.scheduleBarrier(
      CareBarrier.compilePicture.rawValue, at: scheduler.now + world.tables.pictureInterval)
  }

  /// The picture becomes known: free places are opened to others as the office proposes, and every
  /// region reviews who waits.
  mutating func publishPicture(_ scheduler: inout CareScheduler) {
    let edition = world.picture.edition + 1
    world.picture = SituationPicture(copying: nextPicture)
    world.picture.edition = edition
    for region in 0..<regions.count {
      for kind in 0..<world.tables.kindCount {
        let share = world.policies.coordination.openShare(
          forRegion: region, unitKind: kind, picture: world.picture)
        world.picture.openShares[region * world.tables.kindCount + kind] = min(1, max(0, share))
      }
      scheduler.schedule(.review, of: 1 + region, at: scheduler.now)
    }
  }

  /// Orders the first evacuation flight of the arm.
  mutating func planFlights(_ scheduler: inout CareScheduler) {
    nextFlight = 1
    scheduleFlight(&scheduler)
  }

  private mutating func scheduleFlight(_ scheduler: inout CareScheduler) {
    guard let hours = world.policies.evacuation.hours(ofFlight: nextFlight) else { return }
    let due = SimulationTime(ticks: world.startTicks) + .hours(hours)
    // The scheduler ends one tick after the run, and a run is [0, end).
    guard due + .tick < scheduler.end else { return }
    scheduler.scheduleBarrier(CareBarrier.flight.rawValue, at: max(due, scheduler.now + .tick))
  }

  /// A flight leaves, or is cancelled: seats are allotted on the published picture.
  mutating func fly(_ scheduler: inout CareScheduler) {
    let flight = nextFlight
    nextFlight += 1
    scheduleFlight(&scheduler)
    var random = world.stream(of: .evacuation, decider: 0, call: UInt32(truncatingIfNeeded: flight))
    if world.policies.evacuation.isCancelled(flight: flight, using: &random) {
      flightsCancelled += 1
      return
    }
    flightsFlown += 1
    for region in 0..<regions.count {
      let seats = world.policies.evacuation.seats(
        forRegion: region, picture: world.picture, memory: &officeMemory)
      if seats.intensiveCare > 0 || seats.other > 0 {
        scheduler.send(
          .evacuate(seatsICU: Int32(seats.intensiveCare), seatsOther: Int32(seats.other)),
          to: 1 + region, after: .tick)
      }
    }
  }
}

extension RegionState {
  func summary(_ world: borrowing Surroundings) -> SituationPicture.RegionRow {
    var row = SituationPicture.RegionRow(
      postponed: Int32(postponedCount), fitToFlyIntensiveCare: 0, fitToFlyOther: 0)
    // Nobody is counted fit to fly while nobody flies.
    guard world.policies.evacuation.hoursBeforeFit.isFinite else { return row }
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
