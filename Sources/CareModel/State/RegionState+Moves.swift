import RandomStreams
import SimulationKernel

// Steps that are trips, steps that give their place up, and steps that are a branch alone.
extension RegionState {
  /// The first step from `step` on that takes a place, time or a vehicle; nil after leaving the network.
  ///
  /// A trip that cannot be made, as no other region has the unit or the region no vehicle, is passed by.
  mutating func firstReal(
    _ patient: Int, from step: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Int? {
    var step = step
    var passed = 0
    while world.tables.steps[step].passesThrough || !canMove(patient, in: step, world) {
      passed += 1
      ensure(
        passed < 100_000,
        "a patient passed 100,000 steps without time going by: trips that cannot be made lead round")
      patients[patient].step = Int16(truncatingIfNeeded: step)
      guard let next = branch(patient, from: world.tables.steps[step], world, &scheduler)
      else { return nil }
      step = next
    }
    return step
  }

  /// Whether the step is no trip, or one that can be made.
  @inline(__always)
  private func canMove(_ patient: Int, in step: Int, _ world: borrowing Surroundings) -> Bool {
    let move = Int(world.tables.steps[step].move)
    return move < 0 || hasWay(patient, move, world)
  }

  private func hasWay(_ patient: Int, _ move: Int, _ world: borrowing Surroundings) -> Bool {
    let fleet = Int(world.tables.moves[move].fleet)
    if world.tables.fleets[fleet].isGuarded {
      // A fleet that lost all its vehicles is waited for.
      return hadVehicles(fleet, world) && targets(patient, move, world).count > 0
    }
    let vehicles =
      world.tables.fleets[fleet].isNational ? world.tables.fleets[fleet].vehicles : fleets[fleet].vehicles
    return vehicles > 0 && targets(patient, move, world).count > 0
  }

  private func targets(_ patient: Int, _ move: Int, _ world: borrowing Surroundings) -> RowRange {
    world.tables.moveTargets[move * world.tables.facilityCount + Int(patients[patient].facility)]
  }

  /// The patient asks for a vehicle to a region drawn among all that can be reached, each equally likely.
  mutating func beginMove(
    _ patient: Int, _ move: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    gatherHazard(patient, world)
    let row = world.tables.moves[move]
    let range = targets(patient, move, world)
    var random = stream(patient, row.destinationPurpose, round: patients[patient].rounds, world)
    let chosen = Int(range.start) + Int(world.below(UInt64(range.count), &random))
    let known = takeDetails(patient)
    details[known].destination = Int16(truncatingIfNeeded: world.tables.moveTargetRows[chosen])
    patients[patient].phase = .awaitingVehicle
    vehicleLine.change(by: 1, at: nowTicks)
    details[known].vehicleSince = nowTicks
    patients[patient].queueUnit = -1
    note(.vehicleAsked, patient, other: destination(patient), world)
    ask(patient, fleet: Int(row.fleet), world, &scheduler)
  }

  /// The fleet of the trip that the patient's step is; nil when it is no trip.
  @inline(__always)
  func moveFleet(_ patient: Int, _ world: borrowing Surroundings) -> Int? {
    let move = Int(world.tables.steps[Int(patients[patient].step)].move)
    return move < 0 ? nil : Int(world.tables.moves[move].fleet)
  }

  /// Hours until the patient is handed over, and hours of the vehicle's way back.
  ///
  /// The way of a step that is a trip is the patient's own draw and takes as long in both directions; any
  /// other follows from distance and speed.
  func trip(
    of patient: Int, fleet: Int, _ world: borrowing Surroundings
  ) -> (there: Double, back: Double) {
    let move = Int(world.tables.steps[Int(patients[patient].step)].move)
    guard move >= 0 else {
      let (from, to) = (Int(patients[patient].facility), destination(patient))
      return (
        world.tables.tripHours(fleet, from: from, to: to),
        world.tables.returnHours(fleet, from: from, to: to)
      )
    }
    let row = world.tables.moves[move]
    let rules = world.tables.fleets[fleet]
    let (from, to) = (Int(patients[patient].facility), destination(patient))
    let isGiven = row.leastHours >= 0
    let least = isGiven ? row.leastHours : world.tables.wayHours(rules, rules.speedLoaded, from: from, to: to)
    var way = least
    if row.way >= 0 {
      // Whose vehicle was lost under them goes on the same trip again.
      let isReread = world.tables.transport.losses.count > 0
      var random = stream(
        patient, row.wayPurpose, round: patients[patient].rounds, isReread: isReread, world)
      way += world.sample(row.way, using: &random)
    }
    let back =
      isGiven ? way : world.tables.wayHours(rules, rules.speedEmpty, from: to, to: from) + way - least
    return (rules.fixedHours + way + rules.handoverHours, rules.returns ? back : 0)
  }

  /// A vehicle leaves with the patient: if their step is a trip, its care begins. Says whether it is.
  mutating func startMove(_ patient: Int, _ world: borrowing Surroundings) -> Bool {
    let step = Int(patients[patient].step)
    guard world.tables.steps[step].move >= 0 else { return false }
    let factor = world.tables.steps[step].careFactor
    if factor >= 0 { setHazardFactor(patient, factor) }
    return true
  }

  /// The wait for a vehicle ends with one.
  mutating func recordVehicleWait(_ patient: Int, fleet: Int, _ world: borrowing Surroundings) {
    guard patients[patient].isInCohort else { return }
    let cell = fleet * ledger.classCount + Int(patients[patient].patientClass)
    let waited = nowTicks - vehicleSince(patient)
    ledger.vehicleWaits[cell].departures += 1
    ledger.vehicleWaits[cell].waitTicks += Int128(waited)
    tallyVehicleWait(patient, fleet: fleet, ticks: waited, world)
  }

  /// The place of the step that ended is given up, and goes to the next in line before the patient asks for
  /// another one: else who comes from a place would pass those who wait for it.
  mutating func giveUpPlace(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    _ = freePlace(patient, world, &scheduler)
    giveOutReady(world, &scheduler)
  }

  /// The patient gives up the place of the step that ended and enters step `next`. The place goes to the next in line
  /// first, unless they ask for the same unit again and come before all who wait.
  mutating func giveUpPlace(
    _ patient: Int, toEnter next: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    comesBackTo = freePlace(patient, world, &scheduler)
    enter(patient, step: next, world, &scheduler)
    comesBackTo = -1
    giveOutReady(world, &scheduler)
  }

  /// - Returns: the unit of the place; −1 without any.
  private mutating func freePlace(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Int {
    let (bed, beside) = (Int(patients[patient].bed), Int(patients[patient].beside))
    if beside >= 0 {
      patients[patient].beside = -1
      vacate(beside, by: patient, world, &scheduler)
      return beside
    }
    if bed >= 0 { leaveBed(patient, world, &scheduler) }
    return bed
  }
}
