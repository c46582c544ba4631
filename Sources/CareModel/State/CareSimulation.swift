import RandomStreams
package import SimulationKernel

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
  package var state: CareState
  package var scheduler: EventScheduler<CareEvent, CareMessage>
  package let horizonDays: Int
  package let drainDays: Int
  package let snapshotMeasures: [Int]

  /// A replication before its run-in.
  ///
  /// - Parameters:
  ///   - horizonDays: days from day 0 whose arrivals are the cohort.
  ///   - drainDays: days after the horizon in which the cohort is followed.
  ///   - policies: in force during the run-in.
  /// - Precondition: the network is valid; `runIn + horizon + drain` is below 142 years.
  public init(
    _ network: CareNetwork, scenario: Scenario, horizonDays: Int, drainDays: Int, seed: UInt64,
    replication: UInt32, policies: PolicySet
  ) {
    let tables = NetworkTables(network, scenario: scenario)
    let day = SimulationDuration.ticksPerDay
    let start = tables.runInTicks
    let horizon = start + Int64(horizonDays) * day
    let end = SimulationTime(ticks: horizon + Int64(drainDays) * day)
    let picture = SituationPicture(
      regionCount: tables.regionCount, kindCount: tables.kindCount, fleetCount: tables.fleetCount)
    let entities = tables.entityCount
    let world = Surroundings(
      tables: tables, policies: policies, picture: picture,
      key: StreamKey(seed: seed, replication: replication), startTicks: start, horizonTicks: horizon)
    var kinds: [Int] = []
    var measures: [Int] = []
    var due: [Double] = []
    for (index, measure) in network.measures.enumerated() {
      if case .occupiedAt(let hours) = measure.quantity, let kind = measure.unitKind {
        kinds.append(kind)
        measures.append(index)
        due.append(hours)
      }
    }
    snapshotMeasures = measures
    self.horizonDays = horizonDays
    self.drainDays = drainDays
    // One tick beyond the end, so that the last midnight still closes its day.
    scheduler = EventScheduler(entityCount: entities, end: end + .tick)
    state = CareState(world: world, dayCount: horizonDays + drainDays, snapshotKinds: kinds)
    for (place, hours) in due.enumerated() {
      scheduler.scheduleBarrier(
        CareBarrier.snapshot(place).rawValue, at: SimulationTime(ticks: start) + .hours(hours))
    }
    begin()
  }

  private init(
    state: consuming CareState, scheduler: consuming EventScheduler<CareEvent, CareMessage>,
    horizonDays: Int, drainDays: Int, snapshotMeasures: [Int]
  ) {
    self.state = state
    self.scheduler = scheduler
    self.horizonDays = horizonDays
    self.drainDays = drainDays
    self.snapshotMeasures = snapshotMeasures
  }

  private mutating func begin() {
    let day = SimulationTime(ticks: SimulationDuration.ticksPerDay)
    let morning = SimulationTime(ticks: 7 * SimulationDuration.ticksPerHour)
    scheduler.scheduleBarrier(CareBarrier.compilePicture.rawValue, at: .zero)
    for region in 0..<state.regions.count {
      // Midnight closes a day before anything else of the new one; the call for the postponed is at 07:00.
      scheduler.schedule(.midnight, of: 1 + region, at: day, priority: 1)
      scheduler.schedule(.morning, of: 1 + region, at: morning)
      for kind in 0..<state.world.tables.kindCount where state.world.tables.kinds[kind].hasHours {
        scheduler.schedule(.opening(kind: Int32(kind)), of: 1 + region, at: .zero, priority: 1)
      }
      state.regions[region].startInflow(state.world, &scheduler)
    }
  }

  /// Simulates peace up to day 0.
  public mutating func runIn() {
    scheduler.run(&state, until: SimulationTime(ticks: state.world.startTicks))
  }

  /// An independent replication in the same state that goes on under `policies`.
  ///
  /// - Complexity: O(state).
  public borrowing func copy(with policies: PolicySet) -> CareSimulation {
    CareSimulation(
      state: CareState(copying: state, policies: policies), scheduler: scheduler.copy(),
      horizonDays: horizonDays, drainDays: drainDays, snapshotMeasures: snapshotMeasures)
  }

  /// Whether every event is followed by an independent walk of all state that traps when a patient is
  /// lost; some hundred times slower.
  public var auditsEveryEvent: Bool {
    get { state.auditsEveryEvent }
    set { state.auditsEveryEvent = newValue }
  }

  /// Simulates from day 0 to the end of the drain, measuring.
  ///
  /// - Precondition: ``runIn()`` has been called, and this has not.
  public mutating func run() {
    precondition(
      scheduler.now.ticks == state.world.startTicks, "run the run-in first, and an arm only once")
    for region in 0..<state.regions.count {
      state.regions[region].nowTicks = scheduler.now.ticks
      state.regions[region].startMeasuring(state.world)
      state.regions[region].startCasualties(state.world, &scheduler)
      scheduler.schedule(.review, of: 1 + region, at: scheduler.now)
    }
    for desk in 0..<state.desks.count {
      state.desks[desk].flights = 0
      state.desks[desk].awayHours = 0
    }
    scheduler.scheduleBarrier(
      CareBarrier.horizon.rawValue, at: SimulationTime(ticks: state.world.horizonTicks))
    state.planFlights(&scheduler)
    scheduler.run(&state, until: scheduler.end)
    for region in 0..<state.regions.count {
      state.regions[region].nowTicks = scheduler.now.ticks
      state.regions[region].endWaits(state.world)
    }
    endWaitsUnderWay()
    state.audit(scheduler)
  }

  /// Records the waits of those who are between two regions at the end.
  private mutating func endWaitsUnderWay() {
    var travelling: [PatientRow] = []
    scheduler.forEachMessageUnderWay { message in
      if case .patient(let row) = message, row.isInCohort { travelling.append(row) }
    }
    for row in travelling {
      let region = Int(state.world.tables.facilities[Int(row.destination)].region)
      state.regions[region].endWait(row, .left, state.world)
    }
  }

  /// Events carried out so far.
  public var eventCount: Int { scheduler.executedCount }
}
