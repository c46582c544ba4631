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
    if exitCode == Outcome.deadCode {
      die(patient, .treatment, world, &scheduler)
      return
    }
    leftCount += 1
    note(.left, patient, other: exitCode, world)
    cutStayShort(patient, world)
    if exitCode == Outcome.evacuatedCode {
      ledger.add(.evacuated)
      ledger.addSent(to: nil)
    }
    if exitCode == Outcome.returnToDutyCode { returnToDuty(patient, world, &scheduler) }
    if patients[patient].isInCohort {
      let classIndex = Int(patients[patient].patientClass)
      ledger.classTotals[classIndex].left += 1
      tallyExit(patient, exitCode: exitCode, world)
      ledger.classTotals[classIndex].ticksInSystem += Int128(nowTicks - patients[patient].arrivedAt)
      // Also from a step without a unit, which keeps the place.
      let place = patients[patient].lastPlace
      if place >= 0, patients[patient].phase == .stayOver || patients[patient].phase == .inService {
        ledger.requests[requestRow(Int(units[place].kind), patient)].exits += 1
      }
    }
    remove(patient, world, &scheduler)
  }

  /// Gives up every place and frees the row.
  mutating func remove(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if !patients[patient].nextEvent.isNone { scheduler.cancel(patients[patient].nextEvent) }
    if patients[patient].marks.contains(.deathForeseen) {
      scheduler.cancel(details[patients[patient].details].deathEvent)
    }
    if patients[patient].phase == .awaitingVehicle { vehicleLine.change(by: -1, at: nowTicks) }
    giveUpBed(patient, world, &scheduler)
    if patients[patient].beside >= 0 { vacate(Int(patients[patient].beside), by: patient, world, &scheduler) }
    if patients[patient].reserved >= 0 {
      release(Int(patients[patient].reserved), by: patient)
      giveBackTogether(patient, world)
    } else {
      vacateTogether(patient, world, &scheduler)
    }
    if !patients[patient].marks.contains(.diesOnTheWay) { tallyPresence(patient, by: -1) }
    giveBackDetails(patient)
    patients[patient].phase = .free
    freePatients.append(Int32(truncatingIfNeeded: patient))
    livingCount -= 1
  }
}

extension Outcome {
  static var deadCode: Int { 5 }
  static var evacuatedCode: Int { 3 }
  static var returnToDutyCode: Int { 2 }
}
