import SimulationKernel

// A national fleet whose craft something keeps back: the desk gives a craft when its trip can begin, and wakes when the
// next may.
extension FlightDesk {
  /// Gives craft to the first in line among those who can leave.
  ///
  /// - Complexity: O(free craft × requests × trips).
  mutating func dispatch(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    let now = scheduler.now.ticks
    trips.removeAll()
    while requests.count > 0, readyCraft(world, now: now) > 0 {
      var best = -1
      for index in 0..<requests.count
      where requests[index].order == 0 && canLeave(requests[index], world, now: now) {
        if best < 0 || requests[index].precedes(requests[best], world) { best = index }
      }
      guard best >= 0 else { break }
      give(best, world, now: now, &scheduler)
    }
    planWake(world, &scheduler)
  }

  /// From an order to the beginning of its trip, ticks.
  private func notice(_ world: borrowing Surroundings) -> Int64 {
    world.tables.wordDelay(ofFleet: fleet).ticks
  }

  /// Craft whose crews may begin a trip when the word reaches the patient.
  private func readyCraft(_ world: borrowing Surroundings, now: Int64) -> Int32 {
    let rules = world.tables.fleets[fleet]
    let leaving = now + notice(world)
    if duty.isUsedUp(rules, vehicles: vehicles, at: leaving) { return 0 }
    return rules.crewed(vehicles, at: leaving) - away
  }

  private mutating func tripRow(of request: CraftRequest, _ world: borrowing Surroundings, now: Int64) -> Int
  {
    trips.row(fleet, from: request.from, to: request.to, now: now, notice: notice(world), world)
  }

  private mutating func canLeave(
    _ request: CraftRequest, _ world: borrowing Surroundings, now: Int64
  ) -> Bool {
    let trip = tripRow(of: request, world, now: now)
    guard trips[trip].opening <= now, !trips[trip].isHeld else { return false }
    let rules = world.tables.fleets[fleet]
    guard rules.departure == 1, !world.tables.isDeparture(rules, at: now) else { return true }
    var group = SeatGroup()
    for index in 0..<requests.count where requests[index].isInLine(forTripOf: request) {
      group.add(need: requests[index].seatNeed, since: requests[index].askedAt)
    }
    trips[trip].isHeld = !group.isReady(rules, at: now)
    return !trips[trip].isHeld
  }

  private mutating func give(
    _ index: Int, _ world: borrowing Surroundings, now: Int64, _ scheduler: inout CareScheduler
  ) {
    var request = requests[index]
    remove(index)
    away += 1
    let rules = world.tables.fleets[fleet]
    let planned = world.tables.roundTripHours(fleet, from: Int(request.from), to: Int(request.to))
    duty.add(SimulationDuration.hours(planned).ticks, at: now + notice(world))
    if rules.departure != 0 || rules.seats > 1 {
      orders &+= 1
      request.order = orders
      order(with: request, rules, world)
    }
    scheduler.send(
      .craftGiven(request, desk: Int32(entity)), to: 1 + Int(request.region),
      after: world.tables.wordDelay(ofFleet: fleet))
  }

  /// Those in line who will find a seat beside `first` need no craft of their own, unless the region says otherwise.
  private mutating func order(with first: CraftRequest, _ rules: FleetRow, _ world: borrowing Surroundings) {
    var seats = FreeSeats(rules, first: first.seatNeed)
    while !seats.isFull {
      var next = -1
      for other in 0..<requests.count where requests[other].isInLine(forTripOf: first) {
        var left = seats
        guard left.take(requests[other].seatNeed) else { continue }
        if next < 0 || requests[other].precedes(requests[next], world) { next = other }
      }
      guard next >= 0, seats.take(requests[next].seatNeed) else { return }
      requests[next].order = first.order
    }
  }

  /// Who left with another's craft asks for none any more.
  mutating func craftTaken(_ request: CraftRequest) {
    for index in 0..<requests.count where requests[index].isSame(as: request) {
      remove(index)
      return
    }
  }

  /// The craft of an order has left: who was to go with it and did not stands in line as before.
  mutating func keepInLine(_ order: UInt32, _ scheduler: inout CareScheduler) {
    for index in 0..<requests.count where requests[index].order == order { requests[index].order = 0 }
    decideSoon(&scheduler)
  }

  private mutating func remove(_ index: Int) {
    requests[index] = requests[requests.count - 1]
    _ = requests.removeLast()
  }

  private mutating func planWake(
    _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let now = scheduler.now.ticks
    guard requests.count > 0, away < vehicles else { return }
    let rules = world.tables.fleets[fleet]
    var wake = Int64.max
    if readyCraft(world, now: now) <= 0 {
      let change = duty.nextChange(rules, vehicles: vehicles, at: now + notice(world))
      wake = change < .max ? change - notice(world) : .max
    } else {
      for index in 0..<requests.count where requests[index].order == 0 {
        let request = requests[index]
        let opening = trips[tripRow(of: request, world, now: now)].opening
        wake = min(
          wake,
          opening > now ? opening : world.tables.departure(ofGroup: rules, since: request.askedAt, after: now)
        )
      }
    }
    guard wake < .max, wake < wakeTicks || wakeTicks <= now else { return }
    wakeTicks = wake
    scheduler.schedule(.deskWakes, at: SimulationTime(ticks: wake))
  }

  /// A craft was lost with those on board.
  mutating func craftLost(_ scheduler: inout CareScheduler) {
    away -= 1
    vehicles -= 1
    decideSoon(&scheduler)
  }
}

extension CraftRequest {
  /// Whether the patient waits for the same trip as another, with no order yet.
  fileprivate func isInLine(forTripOf other: CraftRequest) -> Bool {
    order == 0 && from == other.from && to == other.to
  }

  fileprivate func isSame(as other: CraftRequest) -> Bool {
    origin == other.origin && ordinal == other.ordinal && askedAt == other.askedAt
  }
}
