import RandomStreams
import SimulationKernel

// How casualties come: day by day, and in mass-casualty events.
extension RegionState {
  /// Starts the scenario's streams at day 0.
  mutating func startCasualties(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    let casualties = world.tables.regionCasualties[index]
    for local in 0..<Int(casualties.count) {
      scheduler.schedule(.casualtyDay(stream: Int32(local)), at: scheduler.now)
    }
    startDisruptions(world, &scheduler)
    startForces(world, &scheduler)
    startClosures(world, &scheduler)
    let masses = world.tables.regionMasses[index]
    for local in 0..<Int(masses.count) {
      let row = world.tables.masses[Int(masses.start) + local]
      for planned in Int(row.scheduled.start)..<Int(row.scheduled.start + row.scheduled.count) {
        let due = SimulationTime(ticks: startTicks) + .hours(world.tables.scheduledHours[planned])
        scheduler.schedule(.massScheduled(stream: Int32(local)), at: due)
      }
      scheduleMass(local, row, afterHours: row.fromHours, world, &scheduler)
    }
  }

  /// Draws the wounded of the day that begins now and schedules each.
  ///
  /// The day's rate is drawn once, from a key that all regions share; the number is Poisson; the hours
  /// are uniform within the day.
  mutating func drawDay(
    stream local: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = world.tables.casualties[Int(world.tables.regionCasualties[index].start) + local]
    let day = Int((nowTicks - startTicks) / SimulationDuration.ticksPerDay)
    let lastHour = (0..<Int(row.phases.count)).reduce(0.0) { last, phase in
      max(last, world.tables.phases[Int(row.phases.start) + phase].untilHours)
    }
    let nextDay = SimulationTime(ticks: nowTicks + SimulationDuration.ticksPerDay)
    if Double(day + 1) * 24 < lastHour {
      scheduler.schedule(.casualtyDay(stream: Int32(local)), after: nextDay - scheduler.now)
    }
    let drawn = world.dayMultiplier(
      row,
      world.stream(
        origin: row.dayHash, ordinal: UInt32(day), world.tables.purposes.dayRate, isReread: true))
    let multiplier = drawn * atRisk(row, day: day, world)
    let partsOfDay = UInt32(max(256, row.phases.count))
    for phase in Int(row.phases.start)..<Int(row.phases.start + row.phases.count) {
      let part = world.tables.phases[phase]
      let from = max(Double(day) * 24, part.fromHours)
      let until = min(Double(day + 1) * 24, part.untilHours)
      guard until > from else { continue }
      let middle = ((from + until) / 2 - part.fromHours) / (part.untilHours - part.fromHours)
      let rate = part.perHourFrom + (part.perHourUntil - part.perHourFrom) * middle
      var random = world.stream(
        origin: row.originHash, ordinal: UInt32(phase - Int(row.phases.start)),
        world.tables.purposes.dayRate, visit: UInt32(day))
      let count = world.poisson(mean: min(1e9, rate * (until - from) * multiplier), &random)
      for member in 0..<min(count, 1 << 20) {
        var hour = world.stream(
          origin: row.originHash, ordinal: UInt32(day) * partsOfDay + UInt32(phase - Int(row.phases.start)),
          world.tables.purposes.gap, visit: UInt32(member))
        let due =
          SimulationTime(ticks: startTicks) + .hours(from + (until - from) * world.uniform(&hour))
        scheduler.schedule(
          .casualty(stream: Int32(local)), after: max(due, scheduler.now) - scheduler.now)
      }
    }
  }

  /// One casualty of a daily stream arrives.
  mutating func casualtyArrives(
    stream local: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = world.tables.casualties[Int(world.tables.regionCasualties[index].start) + local]
    let ordinal = casualtyStreams[local].nextOrdinal
    casualtyStreams[local].nextOrdinal = ordinal + 1
    if row.fate >= 0 {
      candidateIsHurt(ordinal, row, world, &scheduler)
      return
    }
    countWounded(cause: Int(row.cause))
    let patient = create(ordinal: ordinal, origin: row.originHash, mix: row.mix, world)
    var random = world.stream(patients[patient], world.tables.purposes.delay)
    let delay = SimulationDuration.hours(world.sample(row.delay, using: &random))
    details[takeDetails(patient)].injuredAt = nowTicks - delay.ticks
    route(patient, entry: row.entry, world)
    present(patient, world, &scheduler)
  }

  private mutating func scheduleMass(
    _ local: Int, _ row: MassRow, afterHours: Double, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    guard row.ratePerHour > 0 else { return }
    // Counted apart from the casualties' own ordinals: an event's number is its visit.
    let event = massStreams[local].nextEvent
    massStreams[local].nextEvent = event + 1
    var random = world.stream(
      origin: row.originHash, ordinal: event, world.tables.purposes.gap)
    let hours = max(afterHours, row.fromHours) + world.exponential(&random) / row.ratePerHour
    guard hours < row.untilHours else { return }
    scheduler.schedule(
      .massCasualty(stream: Int32(local)),
      at: max(scheduler.now, SimulationTime(ticks: startTicks) + .hours(hours)))
  }

  /// A mass-casualty event: all hurt now, each arriving after a delay.
  mutating func massCasualty(
    stream local: Int, isScheduled: Bool, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let row = world.tables.masses[Int(world.tables.regionMasses[index].start) + local]
    if !isScheduled {
      scheduleMass(
        local, row, afterHours: Double(nowTicks - startTicks) / 3_600_000_000, world, &scheduler)
    }
    let first = massStreams[local].nextOrdinal
    var random = world.stream(origin: row.originHash, ordinal: first, world.tables.purposes.size)
    let drawn = world.sample(row.size, using: &random)
    let size = UInt32(min(1_000_000, max(0, (drawn + 0.5).rounded(.down))))
    // An event of none takes a number too: the next one's size is keyed by it, and would be none again.
    massStreams[local].nextOrdinal = first + max(1, size)
    // All of an event are taken to one place.
    var entryDraw = world.stream(origin: row.originHash, ordinal: first, world.tables.purposes.entry)
    let entry = world.tables.choose(row.entry, at: world.uniform(&entryDraw))
    noteHere(.massEvent, origin: row.originHash, ordinal: first, facility: entry, value: Int64(size))
    // Of those who arrive in one microsecond, as all do when the delay is constant, the first class comes first; within a
    // class the order is that of the dice.
    var arriving: [[(patient: Int, delay: SimulationDuration)]] = Array(repeating: [], count: 8)
    for member in 0..<size {
      var mix = row.mix
      if row.fate >= 0 {
        let fate = world.tables.inflow.fates[Int(row.fate)]
        let hurt = mixOfHurt(
          fate, ordinal: first + member, origin: row.originHash, mix: mix, cause: Int(row.cause), world)
        guard let hurt else { continue }
        mix = hurt
      } else {
        countWounded(cause: Int(row.cause))
      }
      let patient = create(ordinal: first + member, origin: row.originHash, mix: mix, world)
      details[takeDetails(patient)].injuredAt = nowTicks
      patients[patient].facility = Int16(truncatingIfNeeded: entry)
      var delayDraw = world.stream(patients[patient], world.tables.purposes.delay)
      let delay = SimulationDuration.hours(world.sample(row.delay, using: &delayDraw))
      arriving[Int(patients[patient].priority)].append((patient, delay))
    }
    for (patient, delay) in arriving.joined() {
      patients[patient].nextEvent = scheduler.schedule(
        .approachEnds(patient: Int32(patient)), after: delay, priority: Self.arrivalPriority)
    }
  }

  /// A casualty of an event reaches a hospital.
  mutating func approachEnds(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    patients[patient].nextEvent = .none
    routeFrom(Int(patients[patient].facility), patient, world)
    present(patient, world, &scheduler)
  }

  mutating func route(_ patient: Int, entry: RowRange, _ world: borrowing Surroundings) {
    var random = world.stream(patients[patient], world.tables.purposes.entry)
    routeFrom(world.tables.choose(entry, at: world.uniform(&random)), patient, world)
  }

  private mutating func routeFrom(_ entry: Int, _ patient: Int, _ world: borrowing Surroundings) {
    var memory = memories[Decision.routing.code]
    var random = stream(patient, world.tables.purposes.policyRouting, world)
    let facility = world.policies.routing.facility(
      forClass: Int(patients[patient].patientClass), enteringAt: entry, in: self, memory: &memory,
      using: &random)
    memories[Decision.routing.code] = memory
    let isHere =
      facility >= 0 && facility < world.tables.facilityCount
      && Int(world.tables.facilities[facility].region) == index
    patients[patient].facility = Int16(truncatingIfNeeded: isHere ? facility : entry)
  }
}
