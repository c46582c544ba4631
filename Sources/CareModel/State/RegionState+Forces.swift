import RandomStreams
import SimulationKernel

// Forces at risk: who is hurt is no longer present, and who returns to duty is again. A force changes by its own
// region's events alone; who returns from another region comes by message.
extension RegionState {
  /// Orders the reinforcements at day 0.
  mutating func startForces(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    for force in 0..<happenings.forces.count {
      let range = world.tables.inflow.forces[index * world.tables.inflow.forceCount + force].reinforcements
      for local in 0..<Int(range.count) {
        let row = Int(range.start) + local
        // Before the casualties of the same moment.
        scheduler.schedule(
          .reinforced(row: Int32(row)),
          at: SimulationTime(ticks: startTicks) + .hours(world.tables.inflow.reinforcements[row].atHours),
          priority: Self.changePriority)
      }
    }
  }

  /// Persons join a force.
  mutating func reinforce(_ row: ReinforcementRow) {
    happenings.forces[Int(row.force)].present += row.persons
    happenings.forces[Int(row.force)].assigned += row.persons
  }

  /// A person who left care is present again.
  mutating func backToDuty(_ force: Int) {
    happenings.forces[force].present += 1
    happenings.forces[force].returned += 1
  }

  /// The most that can be present on `day`: all of day 0 and of the reinforcements until its end. Candidates come at
  /// the rate of so many, and become casualties with the share who are present at their time.
  func fullStrength(ofForce force: Int, day: Int, _ world: borrowing Surroundings) -> Double {
    let row = world.tables.inflow.forces[index * world.tables.inflow.forceCount + force]
    var persons = row.persons
    for local in 0..<Int(row.reinforcements.count) {
      let joining = world.tables.inflow.reinforcements[Int(row.reinforcements.start) + local]
      if joining.atHours < Double(day + 1) * 24 { persons += joining.persons }
    }
    return Double(persons)
  }

  /// Factor of a day's mean: the full strength of the force that a stream is of, or one.
  func atRisk(_ row: CasualtyRow, day: Int, _ world: borrowing Surroundings) -> Double {
    guard row.fate >= 0 else { return 1 }
    let force = Int(world.tables.inflow.fates[Int(row.fate)].force)
    return force < 0 ? 1 : fullStrength(ofForce: force, day: day, world)
  }

  /// A candidate of a stream with fates: hurt, or not there to be hurt.
  mutating func candidateIsHurt(
    _ ordinal: UInt32, _ row: CasualtyRow, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let fate = world.tables.inflow.fates[Int(row.fate)]
    if fate.force >= 0 {
      let day = Int((nowTicks - startTicks) / SimulationDuration.ticksPerDay)
      let full = fullStrength(ofForce: Int(fate.force), day: day, world)
      var random = world.stream(
        origin: row.originHash, ordinal: ordinal, world.tables.purposes.thinning)
      let present = Double(happenings.forces[Int(fate.force)].present)
      guard world.uniform(&random) * full < present else { return }
    }
    guard
      let mix = mixOfHurt(
        fate, ordinal: ordinal, origin: row.originHash, mix: row.mix, cause: Int(row.cause), world)
    else { return }
    let patient = create(ordinal: ordinal, origin: row.originHash, mix: mix, world)
    var random = world.stream(patients[patient], world.tables.purposes.delay)
    let delay = SimulationDuration.hours(world.sample(row.delay, using: &random))
    if fate.force < 0 {
      details[takeDetails(patient)].injuredAt = nowTicks - delay.ticks
      route(patient, entry: row.entry, world)
      present(patient, world, &scheduler)
      return
    }
    // Hurt now, in care after the delay: the force lacks them from now on.
    details[takeDetails(patient)].injuredAt = nowTicks
    var entryDraw = world.stream(patients[patient], world.tables.purposes.entry)
    patients[patient].facility = Int16(
      truncatingIfNeeded: world.tables.choose(row.entry, at: world.uniform(&entryDraw)))
    patients[patient].nextEvent = scheduler.schedule(
      .approachEnds(patient: Int32(truncatingIfNeeded: patient)), after: delay)
  }

  /// Counts one who is hurt, out of their force; the mix of classes they are of, or nil for the killed and for whom
  /// there is nobody left to be.
  mutating func mixOfHurt(
    _ fate: FateRow, ordinal: UInt32, origin: UInt32, mix: RowRange, cause: Int,
    _ world: borrowing Surroundings
  ) -> RowRange? {
    if fate.force >= 0 {
      let force = Int(fate.force)
      guard happenings.forces[force].present > 0 else { return nil }
      happenings.forces[force].present -= 1
      happenings.forces[force].hurt += 1
    }
    let isCounted = isMeasuring && nowTicks < horizonTicks
    var random = world.stream(origin: origin, ordinal: ordinal, world.tables.purposes.fate)
    let u = world.uniform(&random)
    if u < fate.killedShare {
      if isCounted { happenings.tolls[cause].killed += 1 }
      return nil
    }
    if u < fate.killedShare + fate.diseaseShare {
      if isCounted { happenings.tolls[cause].ill += 1 }
      return fate.diseaseMix
    }
    if isCounted { happenings.tolls[cause].wounded += 1 }
    return mix
  }

  /// Counts the wounded of a stream or event whose casualties all are.
  @inline(__always)
  mutating func countWounded(cause: Int) {
    if isMeasuring, nowTicks < horizonTicks { happenings.tolls[cause].wounded += 1 }
  }

  /// One who leaves care returns to duty where they belong, if they are of a force.
  mutating func returnToDuty(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    guard let home = world.tables.inflow.home(of: patients[patient].origin) else { return }
    let force = Int(home.force)
    let delay = SimulationDuration(ticks: world.tables.inflow.forces[force].returnTicks)
    if Int(home.region) == index {
      scheduler.schedule(.backToDuty(force: home.force), after: delay)
    } else {
      scheduler.send(
        .backToDuty(force: home.force), to: world.tables.entity(ofRegion: Int(home.region)),
        after: max(.tick, delay))
    }
  }
}
