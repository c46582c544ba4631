import SimulationKernel

// Which fleet a patient asks: the one with which they expect to be there first.
extension RegionState {
  /// What a patient expects of a fleet.
  private struct Expectation {
    /// Until they are there.
    var hours: Double
    /// Whether a vehicle could leave with them now, or when the dispatcher has sent it.
    var isAtOnce: Bool
    /// Whether it waits for others to fill it, and nobody knows how long.
    var waitsForOthers = false
  }

  /// The fleet with the earliest expected arrival; ties go to the fleet named first. One that waits for others to fill it,
  /// for as long as that takes, is asked where no other could leave at once.
  func chooseFleet(
    for patient: Int, from: Int, to: Int, _ world: borrowing Surroundings
  ) -> Int? {
    var best: (fleet: Int, expected: Expectation)?
    var atOnce: (fleet: Int, hours: Double)?
    for fleet in 0..<world.tables.fleetCount {
      guard let expected = expectation(of: fleet, for: patient, from: from, to: to, world) else { continue }
      if expected.hours < best?.expected.hours ?? .infinity { best = (fleet, expected) }
      if expected.isAtOnce, expected.hours < atOnce?.hours ?? .infinity { atOnce = (fleet, expected.hours) }
    }
    if let atOnce, best?.expected.waitsForOthers == true { return atOnce.fleet }
    return best?.fleet
  }

  /// Dispatch, the time until a vehicle may begin the trip, the trips before it of the vehicles that then may, each full,
  /// the time until a vehicle may begin after those, the time until it leaves with others, and the trip; nil of a fleet
  /// that cannot take the patient there.
  private func expectation(
    of fleet: Int, for patient: Int, from: Int, to: Int, _ world: borrowing Surroundings
  ) -> Expectation? {
    let rules = world.tables.fleets[fleet]
    guard world.tables.canTravel(fleet, from: from, to: to) else { return nil }
    var vehicles = rules.isNational ? rules.vehicles : fleets[fleet].vehicles
    let trip = world.tables.tripHours(fleet, from: from, to: to)
    var expected = Expectation(hours: trip + rules.dispatchHours, isAtOnce: false)
    if world.policies.isNoWait {
      guard rules.isGuarded else { return vehicles > 0 ? expected : nil }
      // Nobody waits for a fitting seat.
      if !rules.carries(seatNeed(patient, world)) { expected.hours += 1e12 }
      return hadVehicles(fleet, world) ? expected : nil
    }
    var beginning = TripBeginning(crewed: vehicles)
    if rules.isGuarded {
      guard hadVehicles(fleet, world), rules.carries(seatNeed(patient, world)) else { return nil }
      if rules.isNational { vehicles -= world.picture.craftLost[fleet] }
      // After all others.
      if vehicles <= 0 { expected.hours += 1e10 }
      vehicles = max(1, vehicles)
      beginning = self.beginning(fleet, vehicles: vehicles, from: from, to: to, world)
      expected.hours += beginning.hours
      // After those that are open, before those that have no vehicles.
      if beginning.isShut { expected.hours += 1e9 }
    }
    guard vehicles > 0 else { return nil }
    // Of a desk the region knows the queue on the picture, and who of its own has asked since or left.
    let seats = Double(max(1, rules.seats))
    let ahead =
      rules.isNational
      ? Double(max(0, world.picture.craftWaiting[fleet] + craftWanted[fleet]))
      : line(fleet, crewed: beginning.crewed, seats: seats)
    let cycle = trip + world.tables.returnHours(fleet, from: from, to: to)
    let queue = ahead / (Double(max(1, beginning.crewed)) * seats) * cycle
    expected.hours += queue
    if queue > 0, queue < Self.hoursOfAYear, rules.isGuarded {
      // Those before them may use up the daylight, the shift or the hours of the crews.
      let turn = nowTicks + SimulationDuration.hours(beginning.hours + queue).ticks
      let notice = SimulationDuration.hours(rules.dispatchHours).ticks
      var start = turn
      if !rules.isNational {
        let trips = Double(fleets[fleet].waiting + fleets[fleet].asked) / seats
        let before = min(trips * cycle, 24 * Double(vehicles))
        let duty = fleets[fleet].duty
        if duty.isUsedUp(
          rules, vehicles: vehicles, at: turn + notice, after: SimulationDuration.hours(before).ticks)
        {
          start = (duty.day + 1) * SimulationDuration.ticksPerDay - notice
        }
      }
      start = world.tables.scheduled(rules, from: from, after: start, notice: notice)
      expected.hours += Double(start - turn) / 3_600_000_000
    }
    let hold = rules.departure == 1 ? hoursToFill(fleet, for: patient, from: from, to: to, world) : 0
    expected.hours += hold ?? 0
    expected.waitsForOthers = hold == nil
    expected.isAtOnce = hold == 0 && ahead <= 0 && beginning.hours <= 0 && expected.hours < 1e9
    return expected
  }

  /// Nobody looks further ahead.
  private static var hoursOfAYear: Double { 366 * 24 }

  /// How long a vehicle that leaves when full would wait at most with the patient, those who wait for the same trip
  /// already counted: no time where they fill it, and nil where only others can. Of a desk the region does not know who
  /// waits.
  private func hoursToFill(
    _ fleet: Int, for patient: Int, from: Int, to: Int, _ world: borrowing Surroundings
  ) -> Double? {
    let rules = world.tables.fleets[fleet]
    let began = patients[patient].phase == .awaitingVehicle ? vehicleSince(patient) : nowTicks
    var group = group(fleet, from: from, to: to, but: patient, world)
    group.add(need: seatNeed(patient, world), since: began)
    if group.isReady(rules, at: nowTicks) || world.tables.isDeparture(rules, at: nowTicks) { return 0 }
    let due = world.tables.departure(ofGroup: rules, since: group.since, after: nowTicks)
    return due < .max ? Double(due - nowTicks) / 3_600_000_000 : nil
  }

  /// Patients who come before the next request to a fleet of the region, and its own where it would wait: who stands
  /// in line, and requests with the dispatcher, but for those whom the vehicles with a crew that are free can take.
  private func line(_ fleet: Int, crewed: Int32, seats: Double) -> Double {
    let state = fleets[fleet]
    return max(0, Double(state.waiting + state.asked + 1) - Double(max(0, crewed - state.away)) * seats)
  }

  /// Whether the fleet had a vehicle at the start: one that lost them all is waited for nevertheless.
  func hadVehicles(_ fleet: Int, _ world: borrowing Surroundings) -> Bool {
    world.tables.fleets[fleet].isNational
      ? world.tables.fleets[fleet].vehicles > 0
      : world.tables.regionVehicles[index * world.tables.fleetCount + fleet] > 0
  }
}
