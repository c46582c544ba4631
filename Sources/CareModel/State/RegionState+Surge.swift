import SimulationKernel

/// The level of one kind of unit in a region, the same in all its units.
struct SurgeRow: BitwiseCopyable {
  /// What the policy last ordered.
  var ordered: Int32 = 0
  /// The highest of that and what the scenario orders now.
  var wanted: Int32 = 0
  /// The level whose places are open.
  var open: Int32 = 0
}

// Levels are ordered by policy or scenario; their places open a lead time later and close at once, which is to new
// patients alone: those in place stay.
extension RegionState {
  mutating func startSurge(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    guard world.tables.surge.levels.count > 0 else { return }
    for plan in 0..<world.tables.surge.plans.count where world.tables.surge.isPlan(plan, of: index) {
      let row = world.tables.surge.plans[plan]
      for ticks in [row.fromTicks, row.untilTicks] {
        scheduler.schedule(
          .surgePlan(kind: row.kind), at: SimulationTime(ticks: world.startTicks + ticks),
          priority: Self.changePriority)
      }
    }
    if case .every = world.policies.surge.timing {
      surgeReviewEvent = scheduler.schedule(.surgeReview, at: SimulationTime(ticks: world.startTicks))
    }
  }

  /// Asks the policy, and sets the next time. A policy that took over and is never asked gives back what the one
  /// before it had ordered.
  mutating func surgeReview(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    switch world.policies.surge.timing {
    case .every(let hours):
      reviewSurge(world, &scheduler)
      surgeReviewEvent = scheduler.schedule(.surgeReview, after: max(.tick, .hours(hours)))
    case .atPictures:
      reviewSurge(world, &scheduler)
    case .never:
      for kind in 0..<kindCount where world.tables.surge.ofKind[kind].count > 0 {
        surges[kind].ordered = 0
        orderSurge(kind, world, &scheduler)
      }
      shareStaffIfNeeded(world)
    }
  }

  /// Asks the policy about every kind of unit with levels.
  mutating func reviewSurge(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    for kind in 0..<kindCount where world.tables.surge.ofKind[kind].count > 0 {
      let count = world.tables.surge.ofKind[kind].count
      let row = surges[kind]
      let question = SurgeQuestion(
        unitKind: kind, levelCount: Int(count), ordered: Int(row.ordered), inForce: Int(row.wanted),
        demand: occupied(kind: kind) + waiting(kind: kind), staffed: standing(kind: kind),
        places: surgePlaces(kind, level: row.wanted, world),
        placesOneLower: surgePlaces(kind, level: max(0, row.wanted - 1), world))
      var memory = surgeMemories[kind]
      let answer = world.policies.surge.level(
        for: question, in: self, picture: world.picture, memory: &memory)
      surgeMemories[kind] = memory
      surges[kind].ordered = Int32(min(Int(count), max(0, answer)))
      orderSurge(kind, world, &scheduler)
    }
    shareStaffIfNeeded(world)
  }

  /// Staffed places and those of a level that stand and have staff, over all units of a kind.
  private func surgePlaces(_ kind: Int, level: Int32, _ world: borrowing Surroundings) -> Int {
    var sum = 0
    for unit in 0..<units.count where Int(units[unit].kind) == kind {
      let row = units[unit]
      let extra = world.tables.surge.places(
        kind, level: level, staffed: row.staffed, physical: row.physical)
      sum += standing(unit, of: row.staffed + extra)
    }
    return sum
  }

  /// Brings the level of a kind to what policy and scenario want now.
  mutating func orderSurge(
    _ kind: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    var wanted = surges[kind].ordered
    for plan in 0..<world.tables.surge.plans.count where world.tables.surge.isPlan(plan, of: index) {
      let row = world.tables.surge.plans[plan]
      let since = nowTicks - world.startTicks
      if Int(row.kind) == kind, since >= row.fromTicks, since < row.untilTicks {
        wanted = max(wanted, row.level)
      }
    }
    let before = surges[kind].wanted
    guard wanted != before else { return }
    surges[kind].wanted = wanted
    noteHere(.surgeOrdered, unitKind: kind, value: Int64(wanted))
    let first = Int(world.tables.surge.ofKind[kind].start)
    if wanted > before {
      for level in Int(before)..<Int(wanted) {
        let lead = world.tables.surge.levels[first + level].leadTicks
        surgeDue[first + level] = nowTicks + lead
        if lead > 0 {
          scheduler.schedule(
            .surgeReady(kind: Int32(truncatingIfNeeded: kind)), after: SimulationDuration(ticks: lead),
            priority: Self.changePriority)
        }
      }
    } else {
      // A level that was on its way is called off.
      for level in Int(wanted)..<Int(before) { surgeDue[first + level] = .max }
    }
    openSurge(kind, world)
  }

  /// Opens the places of the levels that are wanted and due. Whoever calls it shares the staff anew after.
  mutating func openSurge(_ kind: Int, _ world: borrowing Surroundings) {
    let first = Int(world.tables.surge.ofKind[kind].start)
    var open: Int32 = 0
    for level in 0..<Int(surges[kind].wanted) where surgeDue[first + level] <= nowTicks {
      open = Int32(level + 1)
    }
    guard open != surges[kind].open else { return }
    // The places of the lower levels are among those that open.
    for level in 0..<Int(open) { surgeDue[first + level] = min(surgeDue[first + level], nowTicks) }
    surges[kind].open = open
    noteHere(.surgeOpened, unitKind: kind, value: Int64(open))
    for unit in 0..<units.count where Int(units[unit].kind) == kind {
      units[unit].surge = world.tables.surge.places(
        kind, level: open, staffed: units[unit].staffed, physical: units[unit].physical)
      countLost(unit, world)
      setCapacity(unit, world)
    }
    // Also where no place needs them: those of a facility in surge may work longer weeks.
    if hasStaff(world) { needsStaff = true }
  }

  /// The level of a kind whose places are open, from 1; 0 for none.
  public func surgeLevel(kind: Int) -> Int { Int(surges[kind].open) }
}
