import RandomStreams
import SimulationKernel

// How patients come: ordinary streams, casualties day by day, mass-casualty events, other regions.
extension RegionState {
  /// Starts the ordinary streams at the beginning of the run.
  mutating func startInflow(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    startDeliveries(world, &scheduler)
    let range = world.tables.regionInflows[index]
    for local in 0..<Int(range.count) {
      scheduleArrival(local, Int(range.start) + local, after: .zero, world, &scheduler)
    }
  }

  private mutating func scheduleArrival(
    _ local: Int, _ inflow: Int, after time: SimulationTime, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    guard let due = nextArrival(local, inflow, after: time, world) else { return }
    let ordinal = streams[local].nextOrdinal
    ensure(ordinal < .max, "a stream has more than 2^32 patients")
    streams[local].nextOrdinal = ordinal + 1
    scheduler.schedule(.arrival(stream: Int32(truncatingIfNeeded: local)), at: due)
  }

  /// When the next patient of ordinary stream `local` comes; nil if none does.
  @inline(__always)
  private func nextArrival(
    _ local: Int, _ inflow: Int, after time: SimulationTime, _ world: borrowing Surroundings
  ) -> SimulationTime? {
    guard world.tables.inflows[inflow].isPoisson else {
      return nextSpecialArrival(local, inflow, after: time, world)
    }
    var random = world.stream(
      origin: world.tables.inflows[inflow].originHash, ordinal: streams[local].nextOrdinal,
      world.tables.purposes.gap)
    let start = max(time.ticks, world.tables.inflows[inflow].fromTicks)
    let unit = world.exponential(&random)
    let from = SimulationTime(ticks: start)
    let due =
      world.tables.inflows[inflow].profile < 0
      ? from + .hours(unit / world.tables.inflows[inflow].ratePerHour)
      : world.tables.inflows[inflow].season < 0
        ? world.tables.nextArrival(ofInflow: inflow, after: from, unit: unit)
        : world.tables.nextSeasonalArrival(of: world.tables.inflows[inflow], after: from, unit: unit)
    return due.ticks < world.tables.inflows[inflow].untilTicks ? due : nil
  }

  /// The same for a pulse, numbers by day, or a law of gaps.
  @inline(never)
  private func nextSpecialArrival(
    _ local: Int, _ inflow: Int, after time: SimulationTime, _ world: borrowing Surroundings
  ) -> SimulationTime? {
    let row = world.tables.inflows[inflow]
    let ordinal = streams[local].nextOrdinal
    if row.pulseCount > 0 {
      guard ordinal < UInt32(row.pulseCount) else { return nil }
      let hours =
        row.pulseFromHours + row.pulseSpanHours * (Double(ordinal) + 0.5) / Double(row.pulseCount)
      return SimulationTime(ticks: world.startTicks) + .hours(hours)
    }
    var random = world.stream(origin: row.originHash, ordinal: ordinal, world.tables.purposes.gap)
    if row.daily.count == 0 { return time + .hours(world.sample(row.gaps, using: &random)) }
    return row.isObserved
      ? world.tables.nextObserved(
        of: row, ordinal: ordinal, after: time, uniform: world.uniform(&random))
      : world.tables.nextExpected(of: row, after: time, unit: world.exponential(&random))
  }

  /// The next patient of ordinary stream `local` comes.
  mutating func arrive(
    stream local: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let inflow = Int(world.tables.regionInflows[index].start) + local
    let ordinal = streams[local].nextOrdinal - 1
    let origin = world.tables.inflows[inflow].originHash
    let mix = world.tables.inflows[inflow].mix
    if world.tables.inflows[inflow].groupSize < 0, world.tables.inflows[inflow].factor < 0 {
      // Before the next gap is drawn, so that the processor computes both at once.
      let patientClass = drawClass(ordinal: ordinal, origin: origin, mix: mix, world)
      scheduleArrival(local, inflow, after: scheduler.now, world, &scheduler)
      arrive(ordinal: ordinal, patientClass, inflow, world, &scheduler)
      return
    }
    scheduleArrival(local, inflow, after: scheduler.now, world, &scheduler)
    if world.tables.inflows[inflow].factor >= 0, !isAccepted(ordinal, world.tables.inflows[inflow], world) {
      return
    }
    if world.tables.inflows[inflow].groupSize < 0 {
      let patientClass = drawClass(ordinal: ordinal, origin: origin, mix: mix, world)
      arrive(ordinal: ordinal, patientClass, inflow, world, &scheduler)
    } else {
      arriveTogether(ordinal: ordinal, inflow, world, &scheduler)
    }
  }

  @inline(never)
  private mutating func arriveTogether(
    ordinal: UInt32, _ inflow: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = world.tables.inflows[inflow]
    var random = world.stream(origin: row.originHash, ordinal: ordinal, world.tables.purposes.groupSize)
    let size = min(1_023, max(0, (world.sample(row.groupSize, using: &random) + 0.5).rounded(.down)))
    ensure(ordinal < 1 << 22, "a stream of groups has more than 2^22 of them")
    for member in 0..<UInt32(size) {
      let number = ordinal << 10 | member
      let patientClass = drawClass(ordinal: number, origin: row.originHash, mix: row.mix, world)
      arrive(ordinal: number, patientClass, inflow, world, &scheduler)
    }
  }

  private mutating func arrive(
    ordinal: UInt32, _ patientClass: Int, _ inflow: Int, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let patient = create(
      ordinal: ordinal, origin: world.tables.inflows[inflow].originHash, patientClass: patientClass, world)
    patients[patient].facility = Int16(truncatingIfNeeded: world.tables.inflows[inflow].facility)
    patients[patient].injuredAt = nowTicks
    present(patient, world, &scheduler)
  }

  /// Makes a living patient: class and severity are drawn here.
  mutating func create(
    ordinal: UInt32, origin: UInt32, mix: RowRange, _ world: borrowing Surroundings
  ) -> Int {
    create(
      ordinal: ordinal, origin: origin,
      patientClass: drawClass(ordinal: ordinal, origin: origin, mix: mix, world), world)
  }

  @inline(__always)
  private func drawClass(
    ordinal: UInt32, origin: UInt32, mix: RowRange, _ world: borrowing Surroundings
  ) -> Int {
    if mix.count <= 1 { return Int(world.tables.mixes[Int(mix.start)].index) }
    var random = world.stream(origin: origin, ordinal: ordinal, world.tables.purposes.patientClass)
    return world.tables.choose(mix, at: world.uniform(&random))
  }

  /// The same with a class that is known.
  @inline(__always)
  private mutating func create(
    ordinal: UInt32, origin: UInt32, patientClass: Int, _ world: borrowing Surroundings
  ) -> Int {
    var row = PatientRow.vacant
    row.ordinal = ordinal
    row.origin = origin
    row.phase = .approaching
    row.patientClass = UInt8(truncatingIfNeeded: patientClass)
    row.hazardFactor = world.tables.classes[patientClass].factorBeforeCare
    row.priority = world.tables.classes[patientClass].priority
    let patient = insert(row)
    if world.tables.classes[patientClass].highestSeverity > 0 {
      drawSeverity(patient, world.tables.classes[patientClass], world)
    }
    return patient
  }

  /// The severity within a class, from the patient's one latent uniform.
  mutating func drawSeverity(
    _ patient: Int, _ kind: ClassRow, isReread: Bool = false, _ world: borrowing Surroundings
  ) {
    guard kind.highestSeverity > 0 else { return }
    var random = stream(patient, world.tables.purposes.severity, isReread: isReread, world)
    let width = Double(kind.highestSeverity - kind.lowestSeverity + 1)
    patients[patient].severity = UInt8(Int(kind.lowestSeverity) + Int(world.uniform(&random) * width))
  }

  @inline(__always)
  mutating func insert(_ row: PatientRow) -> Int {
    livingCount += 1
    if freePatient >= 0 {
      let slot = Int(freePatient)
      freePatient = patients[slot].next
      patients[slot] = row
      return slot
    }
    patients.append(row)
    return patients.count - 1
  }

  /// The patient arrives at a facility, is counted, and is let in or put on the list.
  mutating func present(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    arrivedCount += 1
    patients[patient].arrivedAt = nowTicks
    if world.tables.isMortal { patients[patient].hazardAt = nowTicks }
    let inCohort = isMeasuring && nowTicks < horizonTicks
    if inCohort { patients[patient].marks.insert(.inCohort) }
    let classIndex = Int(patients[patient].patientClass)
    let isCasualty = world.tables.classes[classIndex].origin != 0
    ledger.add(.arrivals)
    if isCasualty {
      ledger.add(.casualtyArrivals)
      if world.tables.inflow.followers.count == 0
        || !world.tables.inflow.followsState(patients[patient].origin)
      {
        digest(patients[patient])
      }
    }
    if inCohort {
      ledger.classTotals[classIndex].arrivals &+= 1
      ledger.add(.cohortArrivals)
      if isCasualty { ledger.add(.cohortCasualties) }
    }
    if world.tables.classes[classIndex].isPlanned,
      !isAdmittedByPolicy(patient, world.tables.classes[classIndex], world, &scheduler)
    {
      return
    }
    enter(patient, step: Int(world.tables.classes[classIndex].firstStep), world, &scheduler)
  }

  /// Order-free digest of who came when and how hurt: the same in every arm.
  private mutating func digest(_ row: PatientRow) {
    guard isMeasuring else { return }
    let block = Philox4x32.block(
      counter: SIMD4(
        row.ordinal, row.origin, UInt32(truncatingIfNeeded: nowTicks),
        UInt32(truncatingIfNeeded: nowTicks >> 32)),
      key: SIMD2(UInt32(row.patientClass), UInt32(row.severity)))
    ledger.casualtyDigest &+= UInt64(block[0]) << 32 | UInt64(block[1])
  }

  // MARK: casualties

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
    patients[patient].injuredAt = nowTicks - delay.ticks
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
      patients[patient].injuredAt = nowTicks
      patients[patient].facility = Int16(truncatingIfNeeded: entry)
      var delayDraw = world.stream(patients[patient], world.tables.purposes.delay)
      let delay = SimulationDuration.hours(world.sample(row.delay, using: &delayDraw))
      // Of those who arrive in one microsecond, as all do when the delay is constant, the first class comes
      // first; within a class the order is that of the dice.
      patients[patient].nextEvent = scheduler.schedule(
        .approachEnds(patient: Int32(patient)), after: delay,
        priority: min(7, 4 + patients[patient].priority))
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
