import SimulationKernel

// How patients leave the network, and how their rows become free.
extension RegionState {
  mutating func leave(
    _ patient: Int, _ outcome: Outcome, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    leave(patient, exitCode: outcome.code, world, &scheduler)
  }

  /// The patient leaves the network alive, or dies by the pathway's own share.
  mutating func leave(
    _ patient: Int, exitCode: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if patients[patient].isOrder {
      orderIsBack(patient, world, &scheduler)
      return
    }
    if exitCode == Outcome.deadCode {
      die(patient, .treatment, world, &scheduler)
      return
    }
    leftCount &+= 1
    note(.left, patient, other: exitCode, world)
    cutStayShort(patient, world)
    if exitCode == Outcome.evacuatedCode {
      ledger.add(.evacuated)
      ledger.addSent(to: nil)
    }
    if exitCode == Outcome.returnToDutyCode { returnToDuty(patient, world, &scheduler) }
    let row = patients[patient]
    if row.isInCohort {
      ledger.classTotals[Int(row.patientClass)].leave(after: nowTicks &- row.arrivedAt)
      tallyExit(patient, exitCode: exitCode, world)
      // Also from a step without a unit, which keeps the place.
      let place = row.lastPlace
      if place >= 0, row.phase == .stayOver || row.phase == .inService {
        ledger.requests[requestRow(Int(units[place].kind), row)].exits &+= 1
        tallyExit(patient, from: Int(units[place].kind), world)
      }
    }
    remove(patient, world, &scheduler)
  }

  /// Gives up every place and frees the row.
  @inline(__always)
  mutating func remove(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = patients[patient]
    if !row.nextEvent.isNone { scheduler.cancel(row.nextEvent) }
    if row.marks.contains(.deathForeseen) { scheduler.cancel(details[row.details].deathEvent) }
    if row.phase == .awaitingVehicle { vehicleLine.change(by: -1, at: nowTicks) }
    if row.hasDetails, !row.isOrder { callOffOrders(patient, world, &scheduler) }
    if row.bed >= 0 { leaveBed(patient, world, &scheduler) }
    if row.beside >= 0 { vacate(Int(row.beside), by: patient, world, &scheduler) }
    if row.reserved >= 0 {
      release(Int(row.reserved), by: patient)
      giveBackTogether(patient, world)
    } else {
      vacateTogether(patient, world, &scheduler)
    }
    if !row.marks.contains(.diesOnTheWay), !row.isOrder { tallyPresence(patient, by: -1) }
    giveBackDetails(patient)
    patients[patient].phase = .free
    freePatients.append(Int32(truncatingIfNeeded: patient))
    if !row.isOrder { livingCount &-= 1 }
  }
}

extension Outcome {
  static var deadCode: Int { 5 }
  static var evacuatedCode: Int { 3 }
  static var returnToDutyCode: Int { 2 }
}
