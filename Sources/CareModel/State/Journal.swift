package import SimulationKernel

/// What one region notes of a replication that is recorded.
package struct Journal: ~Copyable {
  /// Whose entries are kept.
  package var scope: TrajectoryScope
  package var entries: Slab<TrajectoryEntry>

  init() {
    scope = .none
    entries = Slab()
  }

  init(copying other: borrowing Journal) {
    scope = other.scope
    entries = other.entries.copy()
  }
}

// Notes for a trajectory. An ordinary run pays one test of a byte where one could be made.
extension RegionState {
  /// Notes what happens to a patient.
  @inline(__always)
  mutating func note(
    _ kind: TrajectoryEntry.Kind, _ patient: Int, unitKind: Int = -1, facility: Int? = nil, other: Int = -1,
    value: Int64 = 0, _ world: borrowing Surroundings
  ) {
    if journal.scope != .none {
      write(kind, patient, unitKind: unitKind, facility: facility, other: other, value: value, world)
    }
  }

  @inline(never)
  private mutating func write(
    _ kind: TrajectoryEntry.Kind, _ patient: Int, unitKind: Int, facility: Int?, other: Int, value: Int64,
    _ world: borrowing Surroundings
  ) {
    guard journal.scope == .everyone || isCasualty(patient, world), !patients[patient].isOrder else { return }
    let row = patients[patient]
    journal.entries.append(
      TrajectoryEntry(
        ticks: nowTicks - startTicks, origin: row.origin, ordinal: row.ordinal, kind: kind,
        patientClass: row.patientClass, severity: row.severity, region: Int32(truncatingIfNeeded: index),
        facility: facility.map { Int16(truncatingIfNeeded: $0) } ?? row.facility,
        unitKind: Int16(unitKind), other: Int16(truncatingIfNeeded: other), value: value))
  }

  /// Whether the patient is of a class of casualties, or of an event, whose patients are all hurt.
  private func isCasualty(_ patient: Int, _ world: borrowing Surroundings) -> Bool {
    if world.tables.classes[Int(patients[patient].patientClass)].origin != 0 { return true }
    for event in 0..<world.tables.masses.count
    where world.tables.masses[event].originHash == patients[patient].origin {
      return true
    }
    return false
  }

  /// Notes what happens to a place, or to the region.
  @inline(never)
  mutating func noteHere(
    _ kind: TrajectoryEntry.Kind, origin: UInt32 = 0, ordinal: UInt32 = 0, facility: Int = -1,
    unitKind: Int = -1, other: Int = -1, value: Int64 = 0
  ) {
    guard journal.scope != .none else { return }
    journal.entries.append(
      TrajectoryEntry(
        ticks: nowTicks - startTicks, origin: origin, ordinal: ordinal, kind: kind,
        region: Int32(truncatingIfNeeded: index),
        facility: Int16(facility), unitKind: Int16(unitKind), other: Int16(other), value: value))
  }
}

extension RegionState {
  /// The units at a moment that everything before it has happened by.
  func unitSamples(at ticks: Int64) -> [UnitSample] {
    (0..<units.count).map { place in
      let unit = units[place]
      var sample = UnitSample(region: index, facility: Int(unit.facility), kind: Int(unit.kind))
      sample.occupied = Int(unit.occupied)
      sample.staffed = Int(unit.staffed)
      sample.open = Int(unit.capacity)
      sample.cleaning = Int(unit.cleaning)
      sample.waiting = Int(unit.waiting)
      sample.waitedToday = unit.waitingArea + Int64(unit.waiting) * (ticks - unit.areaSince)
      sample.dischargeReady = Int(unit.dischargeReady)
      sample.blocked = Int(unit.blocked)
      sample.lost = Int(unit.lost)
      sample.countFree()
      return sample
    }
  }

  func regionSample() -> RegionSample {
    var counts = RegionCounts()
    counts.arrivals = counted(.arrivals)
    counts.casualtyArrivals = counted(.casualtyArrivals)
    counts.hospitalAdmissions = counted(.hospitalAdmissions)
    counts.deaths = counted(.deaths)
    counts.casualtyDeaths = counted(.casualtyDeaths)
    counts.transfersOut = counted(.transfersOut)
    counts.transfersIn = counted(.transfersIn)
    counts.evacuated = counted(.evacuated)
    counts.postponed = counted(.postponed)
    return RegionSample(
      postponed: postponedCount, fleets: fleetSamples(),
      stocks: (0..<stocks.count).map {
        RegionSample.StockSample(
          level: stocks[$0].level, usedToday: stocks[$0].used, shortToday: stocks[$0].short)
      },
      staff: (0..<staffPresent.count).map { staffPresent[$0] },
      surgeLevels: (0..<kindCount).map { surgeLevel(kind: $0) }, isSilent: isSilent, counts: counts)
  }

  private func counted(_ column: DayCount) -> Int {
    var sum: Int64 = 0
    for day in 0..<ledger.dayCount { sum += ledger.counts[day * DayCount.width + column.rawValue] }
    return Int(sum)
  }

  /// Who waits for a dispatcher or a national desk stands in no queue of the region.
  private func fleetSamples() -> [RegionSample.FleetSample] {
    var waiting = (0..<fleets.count).map { Int(fleets[$0].waiting) }
    for patient in 0..<patients.count
    where patients[patient].phase == .awaitingVehicle && patients[patient].queueUnit <= -2 {
      waiting[-2 - Int(patients[patient].queueUnit)] += 1
    }
    return (0..<fleets.count).map {
      RegionSample.FleetSample(
        vehicles: Int(fleets[$0].vehicles), away: Int(fleets[$0].away), waiting: waiting[$0],
        lost: Int(fleets[$0].lost))
    }
  }
}
