public import RandomStreams
public import SimulationKernel

/// One replication: a network under a scenario, from the run-in to the end of the drain.
///
/// The run-in is simulated once and copied to each arm:
/// ```
/// var peace = CareSimulation(network, scenario: scenario, …)
/// peace.runIn()
/// var arm = peace.copy(with: policies)
/// arm.run()
/// ```
/// Everything is a function of the network, the scenario, the policies, the seed and the replication.
public struct CareSimulation: ~Copyable {
  package var engine: CareEngine
  package var office: NationalOffice
  package var world: Surroundings
  /// Other policies that will take over, in the order of their days; none of it changes anything before.
  public var plannedChanges: [PolicyChange] = [] {
    didSet { world.plan(plannedChanges.map(\.policies)) }
  }
  package let horizonDays: Int
  package let drainDays: Int

  /// A replication before its run-in.
  ///
  /// - Parameters:
  ///   - horizonDays: days from day 0 whose arrivals are the cohort.
  ///   - drainDays: days after the horizon in which the cohort is followed.
  ///   - policies: in force during the run-in.
  ///   - shortestLink: regions and desks between which messages can be faster are simulated together, from one
  ///     queue, others each for a while, so that theirs is what the caches hold; ``SimulationDuration/longest`` joins
  ///     all. It changes the time taken alone.
  ///   - draws: those of an antithetic pair share `seed` and `replication`, and differ in this.
  ///   - register: notes every keyed stream that is opened, for ``drawMistakes``; it changes the time and the
  ///     memory taken alone, by some 100 bytes a draw.
  /// - Precondition: the network is valid; `runIn + horizon + drain` is below 142 years.
  public init(
    _ network: CareNetwork, scenario: Scenario, horizonDays: Int, drainDays: Int, seed: UInt64,
    replication: UInt32, policies: PolicySet, shortestLink: SimulationDuration = .minutes(15),
    draws: DrawMode = .ordinary, register: DrawRegister? = nil
  ) {
    let tables = NetworkTables(network, scenario: scenario, byInversion: draws.isByInversion)
    let day = SimulationDuration.ticksPerDay
    let start = tables.runInTicks
    let horizon = start + Int64(horizonDays) * day
    let end = SimulationTime(ticks: horizon + Int64(drainDays) * day)
    let picture = SituationPicture(
      regionCount: tables.regionCount, kindCount: tables.kindCount, fleetCount: tables.fleetCount,
      facilityCount: tables.facilityCount)
    let snapshots = Snapshot.all(network.measures)
    self.horizonDays = horizonDays
    self.drainDays = drainDays
    office = NationalOffice(tables, snapshots: snapshots, spanned: SpannedMeasure.all(of: network))
    // One tick beyond the end, so that the barriers of the last midnight are kept.
    engine = SimulationEngine(
      entities: CareEntity.all(tables, dayCount: horizonDays + drainDays), end: end + .tick,
      plan: PartitionPlan(tables, shortestLink: shortestLink))
    world = Surroundings(
      tables: tables, policies: policies, picture: picture,
      key: StreamKey(seed: seed, replication: replication), draws: draws, register: register,
      startTicks: start,
      horizonTicks: horizon)
    register?.nameDraws(of: network, scenario)
    engine.act(as: 0) { _, scheduler in
      for (place, snapshot) in snapshots.enumerated() {
        scheduler.scheduleBarrier(
          CareBarrier.snapshot(place).rawValue, at: SimulationTime(ticks: start) + .hours(snapshot.hours))
      }
      scheduler.scheduleBarrier(CareBarrier.compilePicture.rawValue, at: .zero)
    }
    for region in 0..<world.tables.regionCount { Self.begin(region, network, &engine, world) }
  }

  private init(copying other: borrowing CareSimulation, policies: PolicySet) {
    engine = other.engine.copy { CareEntity(copying: $0) }
    office = NationalOffice(copying: other.office)
    world = Surroundings(copying: other.world, policies: policies)
    horizonDays = other.horizonDays
    drainDays = other.drainDays
  }

  private static func begin(
    _ region: Int, _ network: CareNetwork, _ engine: inout CareEngine, _ world: borrowing Surroundings
  ) {
    let day = SimulationTime(ticks: SimulationDuration.ticksPerDay)
    let morning = SimulationTime(ticks: 7 * SimulationDuration.ticksPerHour)
    engine.act(as: 1 + region) { entity, scheduler in
      // Midnight closes a day before anything else of the new one; the call for the postponed is at 07:00.
      scheduler.schedule(.midnight, at: day, priority: RegionState.dayPriority)
      scheduler.schedule(.morning, at: morning)
      entity.ofRegion.startOpening(world, &scheduler)
      entity.ofRegion.startStaff(world, &scheduler)
      entity.ofRegion.startInflow(world, &scheduler)
      entity.ofRegion.placePatients(of: network, world, &scheduler)
    }
  }

  /// Simulates peace up to day 0.
  ///
  /// - Parameter workers: threads for the partitions; they change the time taken alone.
  public mutating func runIn(workers: WindowWorkers = .one) {
    advance(to: SimulationTime(ticks: world.startTicks), workers)
  }

  /// An independent replication in the same state that goes on under `policies`.
  ///
  /// - Complexity: O(state).
  public borrowing func copy(with policies: PolicySet) -> CareSimulation {
    CareSimulation(copying: self, policies: policies)
  }

  /// Whether every event is followed by an independent walk of all state that traps when a patient is
  /// lost; some hundred times slower.
  public var auditsEveryEvent: Bool {
    get { world.auditsEveryEvent }
    set { world.auditsEveryEvent = newValue }
  }

  /// What the register of this replication found, a sentence each: keyed draws that were used twice, and names
  /// of draws that hash alike. Empty without a register. A copy has its own register, which knows the run-in.
  public var drawMistakes: [String] { world.register?.mistakes ?? [] }

  /// Simulates from day 0 to the end of the drain, measuring.
  ///
  /// - Parameter workers: threads for the partitions; they change the time taken alone.
  /// - Precondition: ``runIn(workers:)`` has been called, and this has not.
  public mutating func run(workers: WindowWorkers = .one) {
    begin()
    advance(to: end, workers)
    // What is counted at the end and at the midnight that ends the last day; else a run is [0, end).
    runEngine(until: end, barriersToo: true, workers)
    for region in 0..<world.tables.regionCount {
      engine[region: region].setNow(engine.now)
      engine[region: region].closeDay()
      engine[region: region].endWaits(world)
    }
    endWaitsUnderWay()
    engine.audit(world)
  }

  /// Sets off what happens from day 0 on.
  package mutating func begin() {
    precondition(engine.now.ticks == world.startTicks, "run the run-in first, and an arm only once")
    for region in 0..<world.tables.regionCount { Self.startMeasuring(region, &engine, world) }
    for desk in 0..<world.tables.deskCount {
      engine[desk: desk, after: world.tables.regionCount].flights = 0
      engine[desk: desk, after: world.tables.regionCount].awayHours = 0
    }
    office.planSpans(&engine, world)
    let horizon = SimulationTime(ticks: world.horizonTicks)
    engine.act(as: 0) { _, scheduler in
      scheduler.scheduleBarrier(CareBarrier.horizon.rawValue, at: horizon)
    }
    office.planFlights(&engine, world)
  }

  private static func startMeasuring(
    _ region: Int, _ engine: inout CareEngine, _ world: borrowing Surroundings
  ) {
    let now = engine.now
    engine.act(as: 1 + region) { entity, scheduler in
      entity.ofRegion.setNow(now)
      entity.ofRegion.startMeasuring(world)
      entity.ofRegion.startCasualties(world, &scheduler)
      entity.ofRegion.startSurge(world, &scheduler)
      entity.ofRegion.startStaffChanges(world, &scheduler)
      scheduler.schedule(.review, at: now)
    }
  }

  /// Runs the engine, in steps of one instant when every event is audited, and lets policies take over when it is
  /// their time.
  package mutating func advance(to time: SimulationTime, _ workers: WindowWorkers = .one) {
    while let change = plannedChanges.first, world.startTime + .hours(change.day * 24) < time {
      advanceUnchanged(to: world.startTime + .hours(change.day * 24), workers)
      take(change)
      plannedChanges.removeFirst()
    }
    advanceUnchanged(to: time, workers)
  }

  private mutating func advanceUnchanged(to time: SimulationTime, _ workers: WindowWorkers) {
    if world.auditsEveryEvent {
      while let next = engine.nextTime(), next < time {
        runEngine(until: next + .tick, workers)
        engine.audit(world)
      }
    }
    runEngine(until: time, workers)
  }

  /// The end of the drain.
  private var end: SimulationTime {
    SimulationTime(ticks: world.horizonTicks + Int64(drainDays) * SimulationDuration.ticksPerDay)
  }

  private mutating func runEngine(
    until time: SimulationTime, barriersToo: Bool = false, _ workers: WindowWorkers
  ) {
    engine.run(sharing: &world, until: time, barriersAtPause: barriersToo, workers: workers) {
      code, engine, world in
      office.act(CareBarrier(rawValue: code), &engine, &world)
    }
  }

  /// Records the waits of those who are between two regions at the end.
  private mutating func endWaitsUnderWay() {
    var travelling: [TravellingPatient] = []
    engine.forEachMessageUnderWay { message in
      if case .patient(let patient) = message, patient.row.isInCohort { travelling.append(patient) }
    }
    for patient in travelling where patient.details.remainingSeconds == 0 {
      let region = Int(world.tables.facilities[Int(patient.details.destination)].region)
      engine[region: region].endWait(patient.row, .cut, world)
    }
  }

  /// Patients who were inside at once, region by region the most so far.
  ///
  /// - Complexity: O(regions).
  public var mostPatients: Int {
    var sum = 0
    for region in 0..<world.tables.regionCount { sum += engine[region: region].patients.count }
    return sum
  }

  /// Bytes taken for patients, with their pending events and messages: the most so far, for ``mostPatients``.
  ///
  /// - Complexity: O(regions).
  public var patientBytes: Int {
    var sum = engine.eventBytes
    for region in 0..<world.tables.regionCount { sum += engine[region: region].patientBytes }
    return sum
  }

  /// Events carried out so far.
  public var eventCount: Int { engine.executedCount }
}
