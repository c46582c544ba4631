import RandomStreams
import SimulationKernel

/// Who has been struck by one occasion of a disruption, and who is counted as displaced.
private struct HitPatients {
  var struck = Set<Int>()
  var counted = Set<Int>()
}

// Places that are lost for a time, and the patients in them: some die at once, the others ask for a place anew, and
// none vanishes.
extension RegionState {
  mutating func startDisruptions(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    let range = world.tables.regionDisruptions[index]
    for local in 0..<Int(range.count) {
      let row = world.tables.disruptions[Int(range.start) + local]
      if row.atHours >= 0 {
        scheduler.schedule(
          .disruption(stream: Int32(local)), at: SimulationTime(ticks: startTicks) + .hours(row.atHours),
          priority: Self.changePriority)
      } else {
        scheduleDisruption(local, row, afterHours: row.fromHours, world, &scheduler)
      }
    }
  }

  private mutating func scheduleDisruption(
    _ local: Int, _ row: DisruptionRow, afterHours: Double, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    var random = world.stream(
      origin: row.originHash, ordinal: disruptionNumbers[local], world.tables.purposes.gap)
    let hours = max(afterHours, row.fromHours) + world.exponential(&random) / row.ratePerHour
    guard hours < row.untilHours else { return }
    scheduler.schedule(
      .disruption(stream: Int32(local)),
      at: max(scheduler.now, SimulationTime(ticks: startTicks) + .hours(hours)),
      priority: Self.changePriority)
  }

  /// A facility loses places.
  mutating func disrupt(
    stream local: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = world.tables.disruptions[Int(world.tables.regionDisruptions[index].start) + local]
    let number = disruptionNumbers[local]
    disruptionNumbers[local] = number + 1
    if row.atHours < 0 {
      scheduleDisruption(
        local, row, afterHours: Double(nowTicks - startTicks) / 3_600_000_000, world, &scheduler)
    }
    var choice = world.stream(origin: row.originHash, ordinal: number, world.tables.purposes.entry)
    let facility = world.tables.choose(row.facilities, at: world.uniform(&choice))
    var repair: SimulationDuration?
    if row.repair >= 0 {
      var random = world.stream(origin: row.originHash, ordinal: number, world.tables.purposes.delay)
      repair = .hours(world.sample(row.repair, using: &random))
    }
    beginEffects(row, number: number, facility: facility, repair: repair, world, &scheduler)
    var displaced: UInt32 = 0
    var hit = HitPatients()
    var placesLost: Int64 = 0
    let place = journal.entries.count
    noteHere(.disrupted, origin: row.originHash, ordinal: number, facility: facility, other: Int(row.cause))
    for unit in 0..<units.count
    where Int(units[unit].facility) == facility && isAmong(row.kinds, kind: Int32(units[unit].kind), world) {
      guard Self.share(row.lostShare, of: units[unit].physical) > 0 else { continue }
      let left = patientsLeft(unit, row.lostShare, world)
      let lost = Self.share(row.lostShare, of: limitedPlaces(unit, world))
      placesLost += Int64(lost)
      losses.append(
        LossRow(
          unit: Int32(truncatingIfNeeded: unit), share: row.lostShare, lost: lost, cause: Int32(row.cause),
          since: nowTicks, until: .max))
      countLost(unit, world)
      setCapacity(unit, world)
      if let repair {
        scheduler.schedule(
          .repaired(loss: Int32(truncatingIfNeeded: losses.count - 1)), after: repair,
          priority: Self.changePriority)
      }
      while units[unit].occupied > left, let patient = lastToBeBrought(to: unit) {
        loseKeptPlace(patient, world, &scheduler)
      }
      displace(
        from: unit, to: left, row, number: number, displaced: &displaced, &hit, world, &scheduler)
    }
    if journal.scope != .none { journal.entries[place].value = placesLost }
    if row.lostStaffShare > 0 { loseStaff(row.lostStaffShare, at: facility, until: repair, &scheduler) }
  }

  /// The places are back.
  mutating func repaired(_ loss: Int, _ world: borrowing Surroundings) {
    let unit = Int(losses[loss].unit)
    if losses[loss].lost > 0 {
      noteHere(
        .repaired, facility: Int(units[unit].facility), unitKind: Int(units[unit].kind),
        other: Int(losses[loss].cause), value: Int64(losses[loss].lost))
    }
    losses[loss].share = 0
    losses[loss].until = nowTicks
    countLost(unit, world)
    setCapacity(unit, world)
  }

  /// Counts the places of a unit that are lost now: on each occasion its share of those by limit and surge, also of a
  /// level that has opened since.
  ///
  /// - Complexity: O(occasions so far in the region).
  mutating func countLost(_ unit: Int, _ world: borrowing Surroundings) {
    units[unit].lost = lost(unit, of: limitedPlaces(unit, world))
  }

  /// Those of so many places of a unit that disruptions have taken.
  private func lost(_ unit: Int, of places: Int32) -> Int32 {
    var lost: Int32 = 0
    for loss in 0..<losses.count where Int(losses[loss].unit) == unit {
      lost += Self.share(losses[loss].share, of: places)
    }
    return lost
  }

  /// Those of so many places of a unit that stand, and for which there is staff. Hours may have fewer open; staff is
  /// enough for the same share of all.
  ///
  /// - Complexity: O(occasions of disruptions so far in the region).
  func standing(_ unit: Int, of places: Int32) -> Int {
    let left = Int(max(0, places - lost(unit, of: places)))
    let (open, closed) = (Int(openings[unit].open), Int(openings[unit].closed))
    return closed > 0 ? left * open / (open + closed) : left
  }

  private static func share(_ share: Double, of places: Int32) -> Int32 {
    Int32(roundedHalfUp(Double(places) * share))
  }

  /// Patients who keep their places when a unit loses a share of them. Hours and lack of staff close places that stand;
  /// where more lie than limit and surge allow, in a unit that gave a level back or without queues, the share is of all
  /// who lie there.
  private func patientsLeft(_ unit: Int, _ share: Double, _ world: borrowing Surroundings) -> Int32 {
    let occupied = units[unit].occupied
    return max(placesLeft(unit, world), occupied)
      - Self.share(share, of: max(limitedPlaces(unit, world), occupied))
  }

  /// Whether a disruption has taken the place of `unit` kept for a patient, or one kept together with it.
  func isLost(_ unit: Int, for patient: Int, _ world: borrowing Surroundings) -> Bool {
    var isAny = isLost(unit, world)
    forEachHeldTogether(patients[patient], world) { if isLost($0, world) { isAny = true } }
    return isAny
  }

  private func isLost(_ unit: Int, _ world: borrowing Surroundings) -> Bool {
    units[unit].lost > 0 && units[unit].occupied > placesLeft(unit, world)
  }

  /// Patients beyond `left` lose their places, and ask for others when all of this instant have lost theirs: places kept for
  /// those who wait to be brought are lost before. One on the way learns on arrival whether theirs is among those left.
  private mutating func displace(
    from unit: Int, to left: Int32, _ row: DisruptionRow, number: UInt32, displaced: inout UInt32,
    _ hit: inout HitPatients, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    // Without queues who loses a place has one again at once: the one they had. Nobody is asked twice, so that the
    // draws meet the same persons as in other arms.
    var kept: Int32 = 0
    var spared: Int?
    while units[unit].occupied - kept > left,
      let patient = firstToLeave(unit, order: row.order, after: spared, world)
    {
      var random = world.stream(
        origin: row.originHash, ordinal: number, world.tables.purposes.displaced, visit: displaced)
      displaced = (displaced + 1) % KeyedStream.visitLimit
      // Who loses several places is struck, and counted, once, and struck where they lie.
      let isOrder = patients[patient].isOrder
      let liesHere = !holds(patient, unit) || patients[patient].lastPlace == unit
      let isStruck = row.killedShare > 0 && !isOrder && liesHere && hit.struck.insert(patient).inserted
      let dies = isStruck && world.uniform(&random) < row.killedShare
      if dies || !world.policies.isNoWait, !isOrder, hit.counted.insert(patient).inserted {
        losses[losses.count - 1].displaced += 1
      }
      if dies {
        die(patient, .treatment, world, &scheduler)
        continue
      }
      if world.policies.isNoWait {
        kept += 1
        spared = patient
        continue
      }
      let since = patients[patient].since
      guard let lost = losePlace(patient, unit, world, &scheduler) else { continue }
      patients[patient].phase = .stayOver
      // What the step asks for, which is not always what was lost.
      let kind = askedKind(patient, in: lost, world)
      pending.displaced.append(
        DisplacedRow(
          patient: Int32(truncatingIfNeeded: patient), kind: Int32(truncatingIfNeeded: kind), since: since))
    }
  }

  /// The patient loses a place; the unit for one like which they ask anew, nil when for none.
  private mutating func losePlace(
    _ patient: Int, _ unit: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Int? {
    note(.displaced, patient, unitKind: Int(units[unit].kind), world)
    switch patients[patient].phase {
    case .waiting, .awaitingVehicle:
      // The place is lost, what they wait for is not.
      let isWaiting = patients[patient].phase == .waiting
      if isWaiting { block(patient, -1) }
      breakOff(patient, in: unit, restarts: false, world, &scheduler)
      if isWaiting { block(patient, 1) }
      release(unit, by: patient)
      return nil
    case .stayOver:
      // Who lost another place at this instant asks for that one alone.
      breakOff(patient, in: unit, restarts: false, world, &scheduler)
      release(unit, by: patient)
      return nil
    default:
      let other = holds(patient, unit) ? -1 : stayTaking(unit, patient, world)
      if other >= 0 {
        // A place held together with another: the stay in that one is broken off, and it stands.
        breakOff(patient, in: other, restarts: false, world, &scheduler)
        vacate(other, by: patient, world, &scheduler)
        return other
      }
      // Who was only kept in the bed, with a stay elsewhere, loses the bed alone.
      let isStayHere = Int(patients[patient].beside) == unit || patients[patient].beside < 0
      if !isStayHere {
        loseBed(patient)
        release(unit, by: patient)
        return nil
      }
      breakOff(patient, in: unit, restarts: false, world, &scheduler)
      release(unit, by: patient)
      return unit
    }
  }

  /// Of those who wait for a vehicle to a place kept in the unit, who asked for it last.
  private func lastToBeBrought(to unit: Int) -> Int? {
    var last: Int?
    for patient in 0..<patients.count
    where patients[patient].phase == .awaitingVehicle && Int(patients[patient].reserved) == unit {
      guard let other = last else {
        last = patient
        continue
      }
      let (one, two) = (patients[patient], patients[other])
      if (vehicleSince(patient), one.origin, one.ordinal) > (vehicleSince(other), two.origin, two.ordinal) {
        last = patient
      }
    }
    return last
  }

  private func holds(_ patient: Int, _ unit: Int) -> Bool {
    Int(patients[patient].bed) == unit || Int(patients[patient].beside) == unit
  }

  /// The patient in a unit who leaves first of those who leave after `spared`, or of all when that is nil.
  private func firstToLeave(
    _ unit: Int, order: UInt8, after spared: Int?, _ world: borrowing Surroundings
  ) -> Int? {
    var first: Int?
    for patient in 0..<patients.count
    where patients[patient].phase != .free
      && (holds(patient, unit) || stayTaking(unit, patient, world) >= 0)
    {
      if let spared, patient == spared || !leaves(spared, before: patient, order: order) { continue }
      if let leader = first {
        if leaves(patient, before: leader, order: order) { first = patient }
      } else {
        first = patient
      }
    }
    return first
  }

  private func leaves(_ one: Int, before other: Int, order: UInt8) -> Bool {
    let (left, right) = (patients[one], patients[other])
    let isLater = (left.since, left.origin, left.ordinal) > (right.since, right.origin, right.ordinal)
    switch order {
    case 0: return isLater
    case 1: return !isLater
    default: return left.priority == right.priority ? isLater : left.priority > right.priority
    }
  }
}
