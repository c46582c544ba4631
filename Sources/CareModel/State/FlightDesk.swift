import RandomStreams
import SimulationKernel

/// The desk of a national fleet, an entity: it collects the requests of one tick and decides one tick
/// later by priority, waiting time and a patient-keyed uniform, so that no region wins by its number.
package struct FlightDesk: ~Copyable {
  let entity: Int
  let fleet: Int
  package var vehicles: Int32
  package var away: Int32
  var requests: Slab<CraftRequest>
  /// Orders so far by which several leave together.
  var orders: UInt32
  var isDecisionDue: Bool
  /// When the desk wakes next; in the past when nothing is planned.
  var wakeTicks: Int64
  var duty: DutyRow
  /// The trips that are asked for, while craft are given.
  var trips: Slab<TripRow>
  /// Flights flown.
  package var flights: Int
  /// Hours that craft have been ordered away for.
  package var awayHours: Double

  init(entity: Int, fleet: Int, vehicles: Int32) {
    self.entity = entity
    self.fleet = fleet
    self.vehicles = vehicles
    away = 0
    requests = Slab()
    orders = 0
    isDecisionDue = false
    wakeTicks = -1
    duty = DutyRow(day: -1, ticks: 0)
    trips = Slab()
    flights = 0
    awayHours = 0
  }

  init(copying other: borrowing FlightDesk) {
    entity = other.entity
    fleet = other.fleet
    vehicles = other.vehicles
    away = other.away
    requests = other.requests.copy()
    orders = other.orders
    isDecisionDue = other.isDecisionDue
    wakeTicks = other.wakeTicks
    duty = other.duty
    trips = Slab()
    flights = other.flights
    awayHours = other.awayHours
  }

  mutating func ask(_ request: CraftRequest, _ scheduler: inout CareScheduler) {
    requests.append(request)
    decideSoon(&scheduler)
  }

  /// What a region did with its craft: it flies for `hours`, none when nobody was there to go.
  ///
  /// - Parameter planned: the hours that were counted as the crew's when the craft was ordered.
  mutating func craftUsed(
    forHours hours: Double, planned: Double, order: UInt32, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    if order > 0 { keepInLine(order, &scheduler) }
    let word = world.tables.wordDelay(ofFleet: fleet)
    if planned > 0 {
      let ordered = SimulationDuration.hours(planned).ticks
      duty.correct(
        by: SimulationDuration.hours(max(0, hours)).ticks - ordered, at: scheduler.now.ticks - word.ticks)
    }
    if hours < 0 {
      craftLost(&scheduler)
      return
    }
    if hours > 0 {
      flights += 1
      awayHours += hours
    }
    // It has been away since the word was sent.
    scheduler.schedule(.craftBack, after: max(.zero, SimulationDuration.hours(hours) - word))
  }

  mutating func decideSoon(_ scheduler: inout CareScheduler) {
    guard !isDecisionDue, requests.count > 0, away < vehicles else { return }
    isDecisionDue = true
    scheduler.schedule(.decide, after: .tick, priority: 6)
  }

  /// Gives the free craft to the first in line.
  ///
  /// - Complexity: O(free craft × requests).
  mutating func decide(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    isDecisionDue = false
    if world.tables.fleets[fleet].isGuarded {
      dispatch(world, &scheduler)
      return
    }
    while away < vehicles, requests.count > 0 {
      var best = 0
      for other in 1..<max(1, requests.count) where requests[other].precedes(requests[best], world) {
        best = other
      }
      let request = requests[best]
      requests[best] = requests[requests.count - 1]
      _ = requests.removeLast()
      away += 1
      scheduler.send(
        .craftGiven(request, desk: Int32(entity)), to: 1 + Int(request.region),
        after: world.tables.wordDelay(ofFleet: fleet))
    }
  }

  /// A craft is free again.
  mutating func craftBack(_ scheduler: inout CareScheduler) {
    away -= 1
    decideSoon(&scheduler)
  }
}

extension CraftRequest {
  /// Whether it comes before another in line: by priority, time, and a draw of each patient's own.
  func precedes(_ other: CraftRequest, _ world: borrowing Surroundings) -> Bool {
    if priority != other.priority { return priority < other.priority }
    if askedAt != other.askedAt { return askedAt < other.askedAt }
    return tieBreak(world) < other.tieBreak(world)
  }

  private func tieBreak(_ world: borrowing Surroundings) -> UInt64 {
    var random = world.stream(origin: origin, ordinal: ordinal, world.tables.purposes.tie, isReread: true)
    return random.nextBits()
  }
}
