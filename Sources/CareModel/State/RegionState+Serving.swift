import SimulationKernel

// Who gets the places that became free.
extension RegionState {
  /// Gives out the places that became free in this event.
  @inline(__always)
  mutating func giveOutReady(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    if ready.count > 0 { giveOut(world, &scheduler) }
  }

  private mutating func giveOut(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    // Also where there are stocks: who gets a place uses of them, so that what is there for one is not for another. And
    // where places are being given out, and one who was turned away has left some more.
    if world.tables.takerKinds.count > 0 || world.tables.otherKinds.count > 0
      || world.tables.stockUses.count > 0 && ready.count > 1 || serving.count > 0
    {
      giveOutTogether(world, &scheduler)
      return
    }
    serveReady(world, &scheduler)
    if serving.count > 0 { serveElsewhere(world, &scheduler) }
  }

  /// Gives the free places of each unit to those who wait there and can begin, first in line first. Who also needs what
  /// is not there, a team or a stock, keeps their place in line and is passed over.
  @inline(__always)
  private mutating func serveReady(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    while ready.count > 0 {
      let unit = Int(ready.removeLast())
      while let patient = nextInLine(unit, world) { admit(patient, to: unit, world, &scheduler) }
      if world.tables.stockUses.count > 0 { noteLack(inLineFor: unit, world) }
      if nextElsewhere(unit, world) != nil { serving.append(Int32(truncatingIfNeeded: unit)) }
    }
  }

  /// Gives places that their own lines left to those who wait elsewhere in the region, to each the nearest: several
  /// units may have opened at once.
  @inline(never)
  private mutating func serveElsewhere(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    while serving.count > 0 {
      let unit = Int(serving[serving.count - 1])
      guard let patient = nextElsewhere(unit, world) else {
        _ = serving.removeLast()
        continue
      }
      admit(patient, to: nearest(unit, for: patient, world), world, &scheduler)
      // Who left a place for it has made room for others.
      serveReady(world, &scheduler)
    }
  }

  /// The nearest unit of its kind that can take the patient, their own facility's first, `unit` if none is nearer.
  private func nearest(_ unit: Int, for patient: Int, _ world: borrowing Surroundings) -> Int {
    let (facility, kind) = (Int(patients[patient].facility), Int(units[unit].kind))
    let own = world.tables.unit(of: kind, at: facility)
    if own == unit || own >= 0 && canTake(own, for: patient, world) { return own }
    let near = nearUnits(patient, kind: kind, world)
    for place in Int(near.start)..<Int(near.start + near.count) {
      let other = Int(world.tables.nearUnitRows[place])
      if other == unit { return unit }
      if canTake(other, for: patient, world), !isCutOff(other, from: patient, world) { return other }
    }
    return unit
  }

  /// One who waited gets a place, or is turned away for want of a stock.
  @inline(__always)
  private mutating func admit(
    _ patient: Int, to unit: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    dequeue(patient, world, &scheduler)
    let step = Int(patients[patient].step)
    if world.tables.steps[step].refusesWhenShort,
      lacksStock(patient, world.tables.steps[step].uses, world)
    {
      refuseForStock(patient, kind: askedKind(patient, in: unit, world), world, &scheduler)
    } else {
      give(patient, unit: unit, world, &scheduler)
    }
  }

  /// The same where one place given out may leave nothing for another line: all that became free are given out at once, so
  /// that who comes first gets theirs whichever of them they wait for.
  @inline(never)
  private mutating func giveOutTogether(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    // Units of a call that this one is within are served with the others.
    while true {
      while ready.count > 0 { addServed(Int(ready.removeLast()), world) }
      var first: (patient: Int, unit: Int)?
      for index in 0..<serving.count {
        let unit = Int(serving[index])
        guard let patient = nextInLine(unit, world) ?? nextElsewhere(unit, world) else { continue }
        if let leader = first, !comesBefore(patient, unit, leader, world) { continue }
        first = (patient, unit)
      }
      guard let first else { break }
      admit(first.patient, to: first.unit, world, &scheduler)
    }
    if world.tables.stockUses.count > 0 {
      for index in 0..<serving.count { noteLack(inLineFor: Int(serving[index]), world) }
    }
    serving.removeAll()
  }

  /// A unit with a free place, and those with whose places it is taken together.
  private mutating func addServed(_ unit: Int, _ world: borrowing Surroundings) {
    serving.append(Int32(truncatingIfNeeded: unit))
    let takers = world.tables.kinds[Int(units[unit].kind)].takers
    for row in Int(takers.start)..<Int(takers.start + takers.count) {
      let taker = world.tables.unit(of: Int(world.tables.takerKinds[row]), at: Int(units[unit].facility))
      if taker >= 0 { serving.append(Int32(truncatingIfNeeded: taker)) }
    }
  }

  /// A patient asks for a place of `kind`, having just given up one: that is given out before, unless they ask for the
  /// same unit and come before all who could have it.
  @inline(never)
  mutating func giveOutBefore(
    _ patient: Int, kind: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let unit = comesBackTo
    comesBackTo = -1
    if world.tables.unit(of: kind, at: Int(patients[patient].facility)) == unit,
      let first = nextInLine(unit, world) ?? nextElsewhere(unit, world),
      comesBefore(patient, unit, (first, unit), world)
    {
      return
    }
    giveOutReady(world, &scheduler)
  }

  private func comesBefore(
    _ patient: Int, _ unit: Int, _ other: (patient: Int, unit: Int), _ world: borrowing Surroundings
  ) -> Bool {
    let (kind, otherKind) = (Int(units[unit].kind), Int(units[other.unit].kind))
    // One who could have either goes to the unit asked for, else in the order of those that will do, else to the nearer.
    if patient == other.patient {
      let (one, two) = (turn(of: unit, for: patient, world), turn(of: other.unit, for: patient, world))
      return one == two ? nearest(other.unit, for: patient, world) == unit : one < two
    }
    // Between kinds of which one alone has an order of its own, it is by priority.
    let isFIFO = world.tables.kinds[kind].isFIFO && world.tables.kinds[otherKind].isFIFO
    let ofOne = kind == otherKind ? kind : -1
    return lineHead(patient, isFIFO: isFIFO, creditsOf: ofOne, world)
      < lineHead(other.patient, isFIFO: isFIFO, creditsOf: ofOne, world)
  }

  /// Who gets a free place of `unit`, if it has one, of its own line; nobody where the lines of the region are one.
  ///
  /// - Complexity: O(1) where nobody is passed over, else O(patients in line).
  @inline(__always)
  private func nextInLine(_ unit: Int, _ world: borrowing Surroundings) -> Int? {
    guard units[unit].waiting > 0, units[unit].hasRoom,
      !world.tables.kinds[Int(units[unit].kind)].isOneLine
    else { return nil }
    return firstAble(inLineFor: unit, toTake: unit, world)
  }

  /// Who gets it of the other lines of the region, or of all where they are one, if units help each other; then of those
  /// who wait for another unit and would take it.
  @inline(__always)
  private func nextElsewhere(_ unit: Int, _ world: borrowing Surroundings) -> Int? {
    let kind = Int(units[unit].kind)
    if kinds[kind].waiting > 0, world.tables.kinds[kind].helpsWithinRegion, units[unit].hasRoom,
      let patient = firstElsewhere(unit, kind, world)
    {
      return patient
    }
    return world.tables.kinds[kind].askers.count > 0 ? firstFromOtherLines(unit, world) : nil
  }

  @inline(never)
  private func firstElsewhere(_ unit: Int, _ kind: Int, _ world: borrowing Surroundings) -> Int? {
    var best: Int?
    for other in 0..<units.count where Int(units[other].kind) == kind && units[other].waiting > 0 {
      guard let candidate = firstAble(inLineFor: other, toTake: unit, world) else { continue }
      if let leader = best, !isAhead(candidate, of: leader, world) { continue }
      best = candidate
    }
    return best
  }

  /// Whether the patient may be moved to a unit of the region now: it is their own facility's, or a fleet goes there and
  /// no closure keeps it.
  private func isInReach(_ unit: Int, of patient: Int, _ world: borrowing Surroundings) -> Bool {
    let near = nearUnits(patient, kind: Int(units[unit].kind), world)
    for place in Int(near.start)..<Int(near.start + near.count)
    where Int(world.tables.nearUnitRows[place]) == unit {
      return !isCutOff(unit, from: patient, world)
    }
    return false
  }

  /// The first in line for one unit who could begin in a place of another, or the same.
  private func firstAble(
    inLineFor queue: Int, toTake unit: Int, _ world: borrowing Surroundings
  ) -> Int? {
    first(inLineFor: queue, world) {
      canTake(unit, for: $0, world)
        && (queue == unit ? !isCutOff(unit, from: $0, world) : isInReach(unit, of: $0, world))
    }
  }
}
