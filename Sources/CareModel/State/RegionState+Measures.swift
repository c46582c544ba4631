import SimulationKernel

// Counting: areas by day, the start of measurement, who still waits.
extension RegionState {
  /// Day 0: everything counted so far is forgotten, and counting begins.
  mutating func startMeasuring(_ world: borrowing Surroundings) {
    startTicks = world.startTicks
    horizonTicks = world.horizonTicks
    isMeasuring = true
    startTallying()
    day = 0
    ledger.turn(to: day)
    dayEndTicks = startTicks + SimulationDuration.ticksPerDay
    for unit in 0..<units.count {
      units[unit].integrate(until: nowTicks)
      units[unit].clearAreas()
    }
    closeStocks(day: nil)
    closeStaff(day: nil)
    closeVehicleLine(day: nil)
    for fleet in 0..<fleets.count {
      fleets[fleet].integrate(until: nowTicks)
      fleets[fleet].awayArea = 0
      fleets[fleet].trips = 0
    }
  }

  /// Brings the areas of the units up to now.
  mutating func integrateUnits() {
    for unit in 0..<units.count {
      units[unit].integrate(until: nowTicks)
      openings[unit].integrate(until: nowTicks)
    }
  }

  /// Moves the areas of the day that ends now into the ledger.
  mutating func closeDay() {
    // The midnight of day 0 closes no day: rounding towards zero would make it close day 0 too.
    let closing =
      nowTicks > startTicks ? Int((nowTicks - 1 - startTicks) / SimulationDuration.ticksPerDay) : -1
    for unit in 0..<units.count {
      units[unit].integrate(until: nowTicks)
      guard isMeasuring, closing >= 0, closing < ledger.dayCount else {
        units[unit].clearAreas()
        continue
      }
      ledger.addAreas(of: units[unit], kind: Int(units[unit].kind), day: closing)
      if tallies.isOn, nowTicks <= horizonTicks { tallies.add(units[unit], at: unit) }
      units[unit].clearAreas()
    }
    let counted = isMeasuring && closing >= 0 && closing < ledger.dayCount ? closing : nil
    closeStocks(day: counted)
    closeStaff(day: counted)
    closeVehicleLine(day: counted)
    closeStarts(day: counted)
    if isMeasuring { ledger.addPostponed(postponedCount, day: closing) }
  }

  /// Moves the stays begun on the day that ends into the ledger; nil is no day that is counted.
  private mutating func closeStarts(day: Int?) {
    for kind in 0..<kindCount {
      if let day { ledger.addStarts(Int64(kinds[kind].startsToday), kind: kind, day: day) }
      kinds[kind].startsYesterday = kinds[kind].startsToday
      kinds[kind].startsToday = 0
    }
  }

  /// Moves the patients' waits for vehicles of the day that ends into the ledger; nil is no day that is counted.
  private mutating func closeVehicleLine(day: Int?) {
    vehicleLine.integrate(until: nowTicks)
    if let day { ledger.transportAreas[day] += vehicleLine.area }
    vehicleLine.clearArea()
  }

  /// Counts the cohort patients who wait, at the horizon.
  mutating func countWaiting(_ world: borrowing Surroundings) {
    stopTallying()
    for patient in 0..<patients.count {
      guard let wait = wait(of: patients[patient], world) else { continue }
      ledger.waitingAtHorizon[wait.kind * 2 + (wait.isCasualty ? 1 : 0)] += 1
    }
  }

  /// Records the waits that the end of the run cuts short, also of those on the way to a place.
  mutating func endWaits(_ world: borrowing Surroundings) {
    for patient in 0..<patients.count {
      let row = patients[patient]
      guard row.isInCohort else { continue }
      switch row.phase {
      case .waiting, .awaitingVehicle, .inTransit: endWait(patient, .cut, world)
      case .free, .approaching, .inService, .stayOver, .postponed: continue
      }
    }
  }

  private func wait(
    of row: PatientRow, _ world: borrowing Surroundings
  ) -> (kind: Int, isCasualty: Bool)? {
    guard row.isInCohort, !row.isOrder, row.phase == .waiting || row.phase == .awaitingVehicle else {
      return nil
    }
    let kind = Int(world.tables.steps[Int(row.step)].unitKind)
    guard kind >= 0 else { return nil }
    return (kind, world.tables.classes[Int(row.patientClass)].origin != 0)
  }
}
