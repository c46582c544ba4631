import SimulationKernel

/// Persons of one profession at one facility, or of a region, in a run.
package struct StaffPoolState: BitwiseCopyable {
  /// Persons present now.
  package var present: Double = 0
  /// Of them, those whom no place has yet.
  var left: Double = 0
  /// Share who come, for exhaustion.
  package var vigour: Double = 1
  /// Days in surge on end.
  var surgeDays: Int32 = 0
}

/// A share of a facility's own staff who are away after a disruption; 0 when they are back.
struct StaffLossRow: BitwiseCopyable {
  let facility: Int32
  var share: Double
}

/// What is open and closed in a unit, for its figures.
package struct OpeningRow: BitwiseCopyable {
  /// Places that the staff present is enough for; the greatest number where no staff is needed.
  package var staffLimit: Int32 = .max
  /// Places open, and places closed for lack of staff.
  var open: Int32
  var closed: Int32 = 0
  var since: Int64 = 0
  // Areas since midnight, in places times microseconds.
  var openArea: Int64 = 0
  var closedArea: Int64 = 0

  mutating func integrate(until now: Int64) {
    openArea += Int64(open) * (now - since)
    closedArea += Int64(closed) * (now - since)
    since = now
  }
}

// Open places follow the persons present. Everything is decided anew when a shift changes, when the scenario changes
// who is there, and when the places to be staffed change; patients in place stay.
extension RegionState {
  /// Whether anything here depends on staff.
  func hasStaff(_ world: borrowing Surroundings) -> Bool {
    world.tables.staff.regionOrder[index].count > 0 || world.tables.staff.regionPools[index].count > 0
  }

  /// Sets the first shift, which is in place before anything happens.
  mutating func startStaff(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    if hasStaff(world) { scheduler.schedule(.shift, at: .zero, priority: Self.dayPriority) }
  }

  /// Sets the days on which the scenario changes who is there.
  mutating func startStaffChanges(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    guard hasStaff(world) else { return }
    for change in 0..<world.tables.staff.changes.count {
      let row = world.tables.staff.changes[change]
      guard world.tables.staff.isIn(row.regions, Int32(index)) else { continue }
      for ticks in [row.fromTicks, row.untilTicks] {
        scheduler.schedule(
          .staffChanges, at: SimulationTime(ticks: world.startTicks + ticks), priority: Self.changePriority)
      }
    }
  }

  /// A shift changes: at the next, the same. At 07:00 a day of surge or rest is counted.
  mutating func changeShift(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    let minute = world.tables.minuteOfWeek(nowTicks)
    if minute % 1_440 == Self.firstShift { countSurgeDay(world) }
    needsStaff = true
    var minutes = (Self.firstShift - minute % 1_440 + 1_440) % 1_440
    if minutes == 0 { minutes = 1_440 }
    let pools = world.tables.staff.regionPools[index]
    for pool in Int(pools.start)..<Int(pools.start + pools.count) {
      let groups = world.tables.staff.pools[pool].groups
      for group in Int(groups.start)..<Int(groups.start + groups.count) {
        let calendar = world.tables.staff.groups[group].calendar
        if calendar >= 0 {
          minutes = min(minutes, world.tables.calendars.minutesToChange(calendar, after: minute))
        }
      }
    }
    let next = (nowTicks / 60_000_000 + Int64(minutes)) * 60_000_000
    scheduler.schedule(.shift, at: SimulationTime(ticks: next), priority: Self.dayPriority)
  }

  /// Minute of the day at which days of surge are counted.
  private static var firstShift: Int { 7 * 60 }

  private mutating func countSurgeDay(_ world: borrowing Surroundings) {
    let pools = world.tables.staff.regionPools[index]
    for pool in 0..<Int(pools.count) {
      let row = world.tables.staff.pools[Int(pools.start) + pool]
      let rules = world.tables.staff.professions[Int(row.profession)]
      guard rules.afterDays >= 0 else { continue }
      if isInSurge(facility: row.facility) {
        staffPools[pool].surgeDays += 1
        if staffPools[pool].surgeDays > rules.afterDays {
          let vigour = staffPools[pool].vigour
          staffPools[pool].vigour = min(vigour, max(rules.leastShare, vigour - rules.lostShare))
        }
      } else {
        staffPools[pool].surgeDays = 0
        staffPools[pool].vigour = min(1, staffPools[pool].vigour + rules.regainedShare)
      }
    }
  }

  /// Whether a unit of the facility, or of the region for −1, has a level of surge open.
  private func isInSurge(facility: Int32) -> Bool {
    for unit in 0..<units.count where surges[Int(units[unit].kind)].open > 0 {
      if facility < 0 || Int32(units[unit].facility) == facility { return true }
    }
    return false
  }

  /// Shares the staff anew when it or the places to be staffed have changed.
  mutating func shareStaffIfNeeded(_ world: borrowing Surroundings) {
    if needsStaff { shareStaff(world) }
  }

  /// Counts who is present and gives them to units, first served first: each has as many of its places open as the
  /// rest is enough for.
  private mutating func shareStaff(_ world: borrowing Surroundings) {
    needsStaff = false
    integrateStaff()
    countPresent(world)
    let order = world.tables.staff.regionOrder[index]
    for row in Int(order.start)..<Int(order.start + order.count) {
      let unit = Int(world.tables.staff.order[row])
      let needs = self.needs(of: unit, world)
      guard needs.count > 0 else {
        openings[unit].staffLimit = .max
        setCapacity(unit, world)
        continue
      }
      let first = Int(world.tables.regionUnits[index].start)
      let factor = world.tables.staff.needFactors[first + unit]
      var places = plannedPlaces(unit, world)
      for need in Int(needs.start)..<Int(needs.start + needs.count) {
        let rule = world.tables.staff.needs[need]
        let persons = staffLeft(rule.profession, at: Int(units[unit].facility), world)
        // A millionth of a place: persons that are just enough are enough, whatever the rounding of their sum.
        let enough = persons / (rule.persons * factor) + 1e-6
        if enough < Double(places) { places = Int32(enough.rounded(.down)) }
      }
      for need in Int(needs.start)..<Int(needs.start + needs.count) {
        let rule = world.tables.staff.needs[need]
        takeStaff(
          rule.profession, Double(places) * rule.persons * factor, at: Int(units[unit].facility), world)
      }
      openings[unit].staffLimit = places
      setCapacity(unit, world)
    }
    needsStaff = false
  }

  /// What a place of a unit needs: that of the open level of surge if it has its own, else that of the kind.
  func needs(of unit: Int, _ world: borrowing Surroundings) -> RowRange {
    let kind = Int(units[unit].kind)
    let level = surges[kind].open
    if level > 0 {
      let own = world.tables.staff.levelNeeds[Int(world.tables.surge.ofKind[kind].start + level) - 1]
      if own.count > 0 { return own }
    }
    return world.tables.staff.kindNeeds[kind]
  }

  private func pools(
    _ profession: Int32, at facility: Int, _ world: borrowing Surroundings
  ) -> (own: Int, region: Int) {
    let count = world.tables.staff.professionCount
    return (
      Int(world.tables.staff.poolOfFacility[facility * count + Int(profession)]),
      Int(world.tables.staff.poolOfRegion[index * count + Int(profession)])
    )
  }

  private func staffLeft(_ profession: Int32, at facility: Int, _ world: borrowing Surroundings) -> Double {
    let (own, region) = pools(profession, at: facility, world)
    return (own >= 0 ? staffPools[own].left : 0) + (region >= 0 ? staffPools[region].left : 0)
  }

  /// Takes persons from the facility's own, then from the region's.
  private mutating func takeStaff(
    _ profession: Int32, _ persons: Double, at facility: Int, _ world: borrowing Surroundings
  ) {
    let (own, region) = pools(profession, at: facility, world)
    var wanted = persons
    if own >= 0 {
      let taken = min(wanted, staffPools[own].left)
      staffPools[own].left -= taken
      wanted -= taken
    }
    if region >= 0 { staffPools[region].left = max(0, staffPools[region].left - wanted) }
  }

  private mutating func countPresent(_ world: borrowing Surroundings) {
    for profession in 0..<staffPresent.count { staffPresent[profession] = 0 }
    let pools = world.tables.staff.regionPools[index]
    for pool in 0..<Int(pools.count) {
      let row = world.tables.staff.pools[Int(pools.start) + pool]
      let present = present(row, vigour: staffPools[pool].vigour, world)
      staffPools[pool].present = present
      staffPools[pool].left = present
      staffPresent[Int(row.profession)] += present
    }
  }

  /// Persons of a pool at work now: employed, less those claimed, and those called up, at their hours of the week
  /// over the hours covered; less those sick, absent or exhausted.
  private func present(_ pool: StaffPoolRow, vigour: Double, _ world: borrowing Surroundings) -> Double {
    let rules = world.tables.staff.professions[Int(pool.profession)]
    var calledUp = 1.0
    var there = 1.0
    for change in 0..<world.tables.staff.changes.count {
      let row = world.tables.staff.changes[change]
      guard row.kind != 0, isNow(row, of: pool, world) else { continue }
      if row.kind == 1 { calledUp += row.share } else { there *= 1 - row.share }
    }
    for loss in 0..<staffLosses.count where staffLosses[loss].facility == pool.facility {
      there *= 1 - staffLosses[loss].share
    }
    let isLong = rules.surgeWeeklyHours > 0 && isInSurge(facility: pool.facility)
    var sum = 0.0
    for group in Int(pool.groups.start)..<Int(pool.groups.start + pool.groups.count) {
      let row = world.tables.staff.groups[group]
      guard row.weekShares > 0 else { continue }
      let persons = (isClaimed(row, of: pool, world) ? row.persons - row.claimed : row.persons) * calledUp
      let share = row.calendar < 0 ? 1 : world.tables.openShare(row.calendar, at: nowTicks)
      sum += persons * (isLong ? rules.surgeWeeklyHours : row.weeklyHours) * share / row.weekShares
    }
    return sum * rules.healthyShare * there * vigour
  }

  private func isNow(
    _ change: StaffChangeRow, of pool: StaffPoolRow, _ world: borrowing Surroundings
  ) -> Bool {
    let since = nowTicks - world.startTicks
    return since >= change.fromTicks && since < change.untilTicks
      && world.tables.staff.isChange(change, of: pool, in: index)
  }

  private func isClaimed(
    _ group: StaffGroupRow, of pool: StaffPoolRow, _ world: borrowing Surroundings
  ) -> Bool {
    guard group.employer >= 0 else { return false }
    for change in 0..<world.tables.staff.changes.count {
      let row = world.tables.staff.changes[change]
      if row.kind == 0, row.employer == group.employer, isNow(row, of: pool, world) { return true }
    }
    return false
  }

  /// A share of a facility's own staff is away, until the repair if there is one.
  mutating func loseStaff(
    _ share: Double, at facility: Int, until repair: SimulationDuration?, _ scheduler: inout CareScheduler
  ) {
    staffLosses.append(StaffLossRow(facility: Int32(truncatingIfNeeded: facility), share: share))
    needsStaff = true
    guard let repair else { return }
    scheduler.schedule(
      .staffBack(loss: Int32(truncatingIfNeeded: staffLosses.count - 1)), after: repair,
      priority: Self.changePriority)
  }

  /// Staff who were away are back.
  mutating func staffBack(_ loss: Int) {
    staffLosses[loss].share = 0
    needsStaff = true
  }

  /// Brings the hours of those present up to now.
  private mutating func integrateStaff() {
    for profession in 0..<staffPresent.count {
      staffArea[profession] += staffPresent[profession] * Double(nowTicks - staffSince)
    }
    staffSince = nowTicks
  }

  /// Moves the figures of the day that ends into the ledger, if it is counted.
  mutating func closeStaff(day: Int?) {
    integrateStaff()
    for profession in 0..<staffArea.count {
      if let day { ledger.staffAreas[day * staffArea.count + profession] += staffArea[profession] }
      staffArea[profession] = 0
    }
    for unit in 0..<units.count {
      openings[unit].integrate(until: nowTicks)
      if let day {
        ledger.addOpening(openings[unit], kind: Int(units[unit].kind), day: day)
        if tallies.isOn, nowTicks <= horizonTicks { tallies.add(openings[unit], at: unit) }
      }
      (openings[unit].openArea, openings[unit].closedArea) = (0, 0)
    }
  }
}
