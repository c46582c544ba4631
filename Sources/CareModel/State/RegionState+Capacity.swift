import SimulationKernel

// How many places are open: by limit, surge, what is lost, calendar and staff. Patients in place stay.
extension RegionState {
  /// Sets the first change of every calendar in use.
  mutating func startOpening(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    for kind in 0..<kindCount where world.tables.calendars.ofKind[kind] >= 0 {
      scheduler.schedule(.opening(kind: Int32(kind)), at: .zero, priority: Self.changePriority)
    }
    for unit in 0..<units.count
    where units[unit].calendar != world.tables.calendars.ofKind[Int(units[unit].kind)] {
      scheduler.schedule(
        .unitOpening(unit: Int32(truncatingIfNeeded: unit)), at: .zero, priority: Self.changePriority)
    }
  }

  /// Opens or closes the places of a kind by its hours, and sets the next change.
  mutating func changeOpening(
    kind: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    for unit in 0..<units.count where Int(units[unit].kind) == kind { setCapacity(unit, world) }
    let next = world.tables.nextChange(world.tables.calendars.ofKind[kind], after: nowTicks)
    scheduler.schedule(
      .opening(kind: Int32(kind)), at: SimulationTime(ticks: next), priority: Self.changePriority)
  }

  /// The same for a unit with a calendar of its own. Others of the kind that change now change with it, so that who
  /// waits has the choice of all.
  mutating func changeOpening(
    unit: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    for other in 0..<units.count where units[other].kind == units[unit].kind { setCapacity(other, world) }
    let next = world.tables.nextChange(units[unit].calendar, after: nowTicks)
    scheduler.schedule(
      .unitOpening(unit: Int32(truncatingIfNeeded: unit)), at: SimulationTime(ticks: next),
      priority: Self.changePriority)
  }

  /// Sets the open places of a unit from its limit, surge, hours and staff; patients in place stay. Whoever calls it
  /// shares the staff anew after.
  mutating func setCapacity(_ unit: Int, _ world: borrowing Surroundings) {
    let planned = plannedPlaces(unit, world)
    let places = min(planned, openings[unit].staffLimit)
    units[unit].integrate(until: nowTicks)
    units[unit].capacity = places
    tallyPlaces(of: unit)
    openings[unit].integrate(until: nowTicks)
    (openings[unit].open, openings[unit].closed) = (places, planned - places)
    if world.tables.staff.regionOrder[index].count > 0 { needsStaff = true }
    if units[unit].hasRoom { ready.append(Int32(truncatingIfNeeded: unit)) }
  }

  /// Places by limit and surge, lost or not.
  func limitedPlaces(_ unit: Int, _ world: borrowing Surroundings) -> Int32 {
    let row = units[unit]
    return world.tables.kinds[Int(row.kind)].limitIsPhysical
      ? row.physical : min(row.physical, row.staffed + row.surge)
  }

  /// Those of them that are not lost.
  func placesLeft(_ unit: Int, _ world: borrowing Surroundings) -> Int32 {
    max(0, limitedPlaces(unit, world) - units[unit].lost)
  }

  /// Those of them that the calendar would have open.
  func plannedPlaces(_ unit: Int, _ world: borrowing Surroundings) -> Int32 {
    let places = placesLeft(unit, world)
    guard units[unit].calendar >= 0 else { return places }
    let share = world.tables.openShare(units[unit].calendar, at: nowTicks)
    if share >= 1 { return places }
    let rounded = Int32(roundedHalfUp(Double(places) * share))
    return share > 0 && places > 0 ? max(1, rounded) : 0
  }
}
