import RandomStreams
import SimulationKernel

// How ordinary patients come, and what every arrival begins with.
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
    scheduler.schedule(
      .arrival(stream: Int32(truncatingIfNeeded: local)), at: due, priority: Self.arrivalPriority)
  }

  /// When the next patient of ordinary stream `local` comes; nil if none does.
  @inline(__always)
  private func nextArrival(
    _ local: Int, _ inflow: Int, after time: SimulationTime, _ world: borrowing Surroundings
  ) -> SimulationTime? {
    guard world.tables.inflows[inflow].isPoisson else {
      return nextSpecialArrival(local, inflow, after: time, world)
    }
    let draw = DrawName(
      origin: world.tables.inflows[inflow].originHash, ordinal: streams[local].nextOrdinal,
      purpose: world.tables.purposes.gap)
    let unit = world.exponential(of: draw)
    let row = world.tables.inflows[inflow]
    let from = SimulationTime(ticks: max(time.ticks, row.fromTicks))
    let due =
      row.profile < 0
      ? from + .hours(unit / row.ratePerHour)
      : row.season < 0
        ? world.tables.nextArrival(ofInflow: inflow, after: from, unit: unit)
        : world.tables.nextSeasonalArrival(of: world.tables.inflows[inflow], after: from, unit: unit)
    return due.ticks < row.untilTicks ? due : nil
  }

  /// The same for a pulse, appointments, numbers by day, or a law of gaps.
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
    if row.isWeekly {
      let due = world.tables.appointment(of: row, ordinal: ordinal)
      return due.ticks < row.untilTicks ? due : nil
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
    let inflow = Int(world.tables.regionInflows[index].start) &+ local
    let ordinal = streams[local].nextOrdinal &- 1
    let row = world.tables.inflows[inflow]
    guard row.groupSize < 0, row.factor < 0 else {
      arriveOtherwise(stream: local, inflow, ordinal: ordinal, world, &scheduler)
      return
    }
    // Before the next gap is drawn, so that the processor computes both at once.
    let patientClass = drawClass(ordinal: ordinal, origin: row.originHash, mix: row.mix, world)
    scheduleArrival(local, inflow, after: scheduler.now, world, &scheduler)
    arrive(ordinal: ordinal, patientClass, row, world, &scheduler)
  }

  /// The same where the state decides whether they come, or several come together.
  @inline(never)
  private mutating func arriveOtherwise(
    stream local: Int, _ inflow: Int, ordinal: UInt32, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let row = world.tables.inflows[inflow]
    scheduleArrival(local, inflow, after: scheduler.now, world, &scheduler)
    if row.factor >= 0, !isAccepted(ordinal, row, world) { return }
    if row.groupSize < 0 {
      let patientClass = drawClass(ordinal: ordinal, origin: row.originHash, mix: row.mix, world)
      arrive(ordinal: ordinal, patientClass, row, world, &scheduler)
      return
    }
    var random = world.stream(origin: row.originHash, ordinal: ordinal, world.tables.purposes.groupSize)
    let drawn = (world.sample(row.groupSize, using: &random) + 0.5).rounded(.down)
    let size = min(Inflow.largestGroup, max(0, drawn))
    ensure(ordinal < 1 << 22, "a stream of groups has more than 2^22 of them")
    for member in 0..<UInt32(size) {
      let number = ordinal << 10 | member
      let patientClass = drawClass(ordinal: number, origin: row.originHash, mix: row.mix, world)
      arrive(ordinal: number, patientClass, row, world, &scheduler)
    }
  }

  @inline(__always)
  private mutating func arrive(
    ordinal: UInt32, _ patientClass: Int, _ inflow: InflowRow, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let patient = create(
      ordinal: ordinal, origin: inflow.originHash, patientClass: patientClass,
      facility: Int16(truncatingIfNeeded: inflow.facility), world)
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
    let draw = DrawName(origin: origin, ordinal: ordinal, purpose: world.tables.purposes.patientClass)
    return world.tables.choose(mix, at: world.uniform(of: draw))
  }

  /// The same with a class that is known.
  @inline(__always)
  private mutating func create(
    ordinal: UInt32, origin: UInt32, patientClass: Int, facility: Int16 = 0, _ world: borrowing Surroundings
  ) -> Int {
    let kind = world.tables.classes[patientClass]
    var row = PatientRow.vacant
    row.ordinal = ordinal
    row.origin = origin
    row.phase = .approaching
    row.patientClass = UInt8(truncatingIfNeeded: patientClass)
    row.priority = kind.priority
    row.facility = facility
    let patient = insert(row)
    if kind.needsDetails { beginHazard(patient, world) }
    if kind.highestSeverity > 0 { drawSeverity(patient, world.tables.classes[patientClass], world) }
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
    if !row.isOrder { livingCount += 1 }
    if freePatients.count > 0 {
      let slot = Int(freePatients.removeLast())
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
    arrivedCount &+= 1
    let inCohort = isMeasuring && nowTicks < horizonTicks
    patients[patient].arrive(at: nowTicks, inCohort: inCohort)
    let row = patients[patient]
    if row.hasDetails { details[row.details].hazardAt = nowTicks }
    tallyPresence(patient, by: 1)
    let classIndex = Int(row.patientClass)
    let kind = world.tables.classes[classIndex]
    let isCasualty = kind.origin != 0
    ledger.add(.arrivals)
    if isCasualty {
      ledger.add(.casualtyArrivals)
      if world.tables.inflow.followers.count == 0
        || !world.tables.inflow.followsState(row.origin)
      {
        digest(patient, world)
      }
    }
    if inCohort {
      ledger.classTotals[classIndex].arrivals &+= 1
      ledger.add(.cohortArrivals)
      if isCasualty { ledger.add(.cohortCasualties) }
    }
    if journal.scope != .none { note(.arrived, patient, value: nowTicks - injuredAt(patient), world) }
    if kind.isPlanned, !isAdmittedByPolicy(patient, world, &scheduler) { return }
    enter(patient, step: Int(kind.firstStep), world, &scheduler)
  }

  /// Order-free digest of who came when and how hurt: the same in every arm.
  private mutating func digest(_ patient: Int, _ world: borrowing Surroundings) {
    guard isMeasuring else { return }
    let row = patients[patient]
    let idHash = world.tables.classes[Int(row.patientClass)].idHash
    let block = Philox4x32.block(
      counter: SIMD4(
        row.ordinal, row.origin, UInt32(truncatingIfNeeded: nowTicks),
        UInt32(truncatingIfNeeded: nowTicks >> 32)),
      key: SIMD2(idHash, UInt32(row.severity)))
    ledger.casualtyDigest &+= UInt64(block[0]) << 32 | UInt64(block[1])
  }
}
