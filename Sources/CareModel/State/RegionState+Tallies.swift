import OutputStatistics
import SimulationKernel

// What is tallied as it happens. An ordinary run pays one test of a byte where something could be.
extension RegionState {
  /// A place of `unit` is taken by the patient, or theirs no more; called when the unit's row says so.
  @inline(__always)
  mutating func tallyPlace(of unit: Int, _ patient: Int, by number: Int64) {
    if tallies.isOn { change(.occupied(kind: Int(units[unit].kind)), of: unit, patient, by: number) }
  }

  /// The patient joins the queue of `unit`, or leaves it; called when the unit's row says so.
  @inline(__always)
  mutating func tallyQueue(of unit: Int, _ patient: Int, by number: Int64) {
    if tallies.isOn { change(.waiting(kind: Int(units[unit].kind)), of: unit, patient, by: number) }
  }

  /// Places of `unit` were opened or closed, or one is clean; called when the unit's row says so.
  @inline(__always)
  mutating func tallyPlaces(of unit: Int) {
    if tallies.isOn { tallies.watch(units[unit], at: unit, now: nowTicks) }
  }

  /// Day 0: areas and times begin.
  mutating func startTallying() {
    tallies.startTiming(at: nowTicks)
    for unit in 0..<units.count { tallyPlaces(of: unit) }
  }

  /// The horizon: areas and times are complete.
  mutating func stopTallying() {
    for unit in 0..<units.count { tallyPlaces(of: unit) }
    tallies.stopTiming(at: nowTicks)
  }

  /// The patient comes to the region, or goes.
  @inline(__always)
  mutating func tallyPresence(_ patient: Int, by number: Int64) {
    if tallies.isOn { change(.present, patient, by: number) }
  }

  /// The patient, who is in no queue, goes on in another class.
  mutating func changeClass(of patient: Int, to patientClass: Int) {
    if tallies.isOn { tallyHeld(patient, by: -1) }
    patients[patient].patientClass = UInt8(truncatingIfNeeded: patientClass)
    if tallies.isOn { tallyHeld(patient, by: 1) }
  }

  private mutating func tallyHeld(_ patient: Int, by number: Int64) {
    tallyPresence(patient, by: number)
    for unit in [patients[patient].bed, patients[patient].beside, patients[patient].reserved] where unit >= 0
    {
      tallyPlace(of: Int(unit), patient, by: number)
    }
  }

  /// The patient of the cohort leaves the network alive.
  @inline(__always)
  mutating func tallyExit(_ patient: Int, exitCode: Int, _ world: borrowing Surroundings) {
    if tallies.isOn { countExit(patient, exitCode: exitCode, world) }
  }

  /// A request of the cohort began.
  @inline(__always)
  mutating func tallyRequest(_ patient: Int, kind: Int, _ world: borrowing Surroundings) {
    if tallies.isOn { countForScopes(patient, kind, world) { $0.row.requests += 1 } }
  }

  /// A wait of the cohort ended in a place.
  @inline(__always)
  mutating func tallyWait(_ patient: Int, kind: Int, ticks: Int64, _ world: borrowing Surroundings) {
    if tallies.isOn { countWait(patient, kind: kind, ticks: ticks, world) }
  }

  /// Who gets a place of another facility in no time, and did not wait, has got it at once where they asked.
  @inline(never)
  mutating func tallyAtOnce(_ patient: Int, of unit: Int, _ world: borrowing Surroundings) {
    let row = patients[patient]
    guard row.isInCohort, row.since == nowTicks, remainingSeconds(row) == 0 else { return }
    let kind = askedKind(patient, in: unit, world)
    let tag = world.tables.tallyPlan.tag(ofStep: row.step)
    for index in 0..<world.tables.tallyPlan.scopes.count {
      let scope = world.tables.tallyPlan.scopes[index]
      let cell = index * ledger.classCount + Int(row.patientClass)
      if scope.isOf(kind: kind, step: tag, facility: row.facility) { tallies.requests[cell].row.atOnce += 1 }
      // Where it is counted as the stay begins.
      if scope.isOf(kind: kind, step: tag, facility: units[unit].facility) {
        tallies.requests[cell].row.atOnce -= 1
      }
    }
  }

  /// The request of one who waits goes over to another class.
  @inline(never)
  mutating func tallyMove(
    _ patient: Int, kind: Int, from former: Int, to joined: Int, _ world: borrowing Surroundings
  ) {
    guard world.tables.tallyPlan.keepsMovedRequests else { return }
    let row = patients[patient]
    tallies.movedRequests.append(
      MovedRequest(
        since: row.since, until: nowTicks, kind: Int32(truncatingIfNeeded: kind),
        step: world.tables.tallyPlan.tag(ofStep: row.step), facility: row.facility,
        former: UInt8(truncatingIfNeeded: former), joined: UInt8(truncatingIfNeeded: joined)))
  }

  /// A step begins in the place that the patient has.
  @inline(__always)
  mutating func tallyGoingOn(_ patient: Int, kind: Int, _ world: borrowing Surroundings) {
    if tallies.isOn, patients[patient].isInCohort { countStart(patient, kind: kind, world) }
  }

  /// A stay of the cohort in a place ended.
  @inline(__always)
  mutating func tallyStay(_ patient: Int, kind: Int, ticks: Int64, _ world: borrowing Surroundings) {
    if tallies.isOn { countStay(patient, kind: kind, ticks: ticks, world) }
  }

  /// One of the cohort left the network alive from a place of the kind.
  @inline(__always)
  mutating func tallyExit(_ patient: Int, from kind: Int, _ world: borrowing Surroundings) {
    if tallies.isOn { countForScopes(patient, kind, world) { $0.row.exits += 1 } }
  }

  @inline(never)
  private mutating func countExit(_ patient: Int, exitCode: Int, _ world: borrowing Surroundings) {
    let row = patients[patient]
    tallies.exits[Int(row.patientClass) * Outcome.allCases.count + exitCode] += 1
    let ticks = nowTicks - row.arrivedAt
    countLength(.inSystem, patient, place: 0, ticks: ticks, world)
    tallies.systemSquares[Int(row.patientClass)] &+= Int128(ticks) &* Int128(ticks)
  }

  @inline(never)
  private mutating func countWait(
    _ patient: Int, kind: Int, ticks: Int64, _ world: borrowing Surroundings
  ) {
    countLength(.wait, patient, place: kind, ticks: ticks, world)
    let target = world.tables.kinds[kind].targetTicks
    countForScopes(patient, kind, world) { $0.start(after: ticks, target: target) }
    countStart(patient, kind: kind, world)
  }

  @inline(never)
  private mutating func countStart(_ patient: Int, kind: Int, _ world: borrowing Surroundings) {
    let sinceArrival = nowTicks - patients[patient].arrivedAt
    countLength(.toStep, patient, place: kind, ticks: sinceArrival, world)
    countForScopes(patient, kind, world) { $0.begin(sinceArrival: sinceArrival) }
  }

  @inline(never)
  private mutating func countStay(
    _ patient: Int, kind: Int, ticks: Int64, _ world: borrowing Surroundings
  ) {
    countLength(.stay, patient, place: kind, ticks: ticks, world)
    countForScopes(patient, kind, world) { $0.end(after: ticks) }
  }

  /// A wait of the cohort for a vehicle ended with one.
  @inline(__always)
  mutating func tallyVehicleWait(_ patient: Int, fleet: Int, ticks: Int64, _ world: borrowing Surroundings) {
    if tallies.isOn {
      countLength(.vehicleWait, patient, place: fleet, ticks: ticks, world)
    }
  }

  /// Counts what a request of the cohort comes to, for the unit kind and where measures ask for it apart.
  mutating func count(
    _ patient: Int, kind: Int, _ world: borrowing Surroundings, _ change: (inout RequestRow) -> Void
  ) {
    change(&ledger.requests[requestRow(kind, patient)])
    if tallies.isOn { countForScopes(patient, kind, world) { change(&$0.row) } }
  }

  @inline(never)
  private mutating func countForScopes(
    _ patient: Int, _ kind: Int, _ world: borrowing Surroundings, _ change: (inout RequestTally) -> Void
  ) {
    let row = patients[patient]
    let tag = world.tables.tallyPlan.tag(ofStep: row.step)
    for index in 0..<world.tables.tallyPlan.scopes.count
    where world.tables.tallyPlan.scopes[index].isOf(kind: kind, step: tag, facility: row.facility) {
      change(&tallies.requests[index * ledger.classCount + Int(row.patientClass)])
    }
  }

  /// A duration of the cohort has ended: counts its length, and holds it against limits.
  @inline(never)
  private mutating func countLength(
    _ kind: DurationRow.Kind, _ patient: Int, place: Int, ticks: Int64, _ world: borrowing Surroundings
  ) {
    let row = patients[patient]
    let tag = world.tables.tallyPlan.tag(ofStep: row.step)
    for index in 0..<world.tables.tallyPlan.durations.count {
      let duration = world.tables.tallyPlan.durations[index]
      guard duration.isOf(kind, at: place, step: tag, facility: row.facility),
        world.tables.tallyPlan.counts[index * ledger.classCount + Int(row.patientClass)]
      else { continue }
      tallies.lengths[index * LogLinearBins.count + LogLinearBins.index(of: ticks)] += 1
    }
    for index in 0..<world.tables.tallyPlan.limits.count {
      let limit = world.tables.tallyPlan.limits[index]
      guard limit.duration.isOf(kind, at: place, step: tag, facility: row.facility), ticks > limit.ticks
      else { continue }
      tallies.overLimit[index * ledger.classCount + Int(row.patientClass)] += 1
    }
  }

  @inline(never)
  private mutating func change(_ place: Tallies.Place, of unit: Int, _ patient: Int, by number: Int64) {
    change(place, patient, by: number)
    if tallies.hasUnitsByClass { change(place.of(unit: unit), patient, by: number) }
    tallyPlaces(of: unit)
  }

  @inline(never)
  private mutating func change(_ place: Tallies.Place, _ patient: Int, by number: Int64) {
    tallies.change(place, Int(patients[patient].patientClass), by: number, at: nowTicks)
  }

  /// Where the patients of a place are counted, of one facility or, where that is nil, of all.
  func places(_ place: Tallies.Place, ofFacility facility: Int?) -> [Tallies.Place] {
    guard let facility, let kind = place.kind else { return [place] }
    return (0..<unitCount).filter { self.facility(ofUnit: $0) == facility && self.kind(ofUnit: $0) == kind }
      .map { place.of(unit: $0) }
  }
}
