import RandomStreams
import SimulationKernel

// Patients who are there when the run begins.
extension RegionState {
  /// Puts them in their places, each with what is left of a stay.
  ///
  /// - Complexity: O(units × groups + patients).
  mutating func placePatients(
    of network: CareNetwork, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    for group in network.presentAtStart {
      for facility in network.facilities.indices where network.facilities[facility].region == index {
        let origin = streamHash(group.streamName(atFacility: network.facilities[facility].id))
        for ordinal in 0..<network.patientCount(group, at: facility) {
          place(
            group, ordinal: UInt32(ordinal), origin: origin, at: facility, network, world, &scheduler)
        }
      }
    }
  }

  private mutating func place(
    _ group: PatientsAtStart, ordinal: UInt32, origin: UInt32, at facility: Int, _ network: CareNetwork,
    _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let kind = world.tables.classes[group.patientClass]
    let step = network.pathways[network.classes[group.patientClass].pathway].steps[group.step]
    let patient = insert(.vacant)
    arrivedCount += 1
    patients[patient].ordinal = ordinal
    patients[patient].origin = origin
    patients[patient].patientClass = UInt8(truncatingIfNeeded: group.patientClass)
    tallyPresence(patient, by: 1)
    patients[patient].facility = Int16(truncatingIfNeeded: facility)
    patients[patient].step = Int16(truncatingIfNeeded: Int(kind.firstStep) + group.step)
    if kind.needsDetails { beginHazard(patient, world) }
    patients[patient].priority = kind.priority
    drawSeverity(patient, kind, world)
    if let unitKind = step.unitKind {
      let unit = world.tables.unit(of: unitKind, at: facility)
      occupy(unit, by: patient)
      patients[patient].bed = Int16(truncatingIfNeeded: unit)
      if world.tables.kinds[unitKind].isHospitalBed {
        patients[patient].marks.insert([.admitted, .neededBed])
      }
    }
    var random = stream(patient, world.tables.purposes.residual, world)
    let hours = world.remaining(
      group.remaining, stay: step.stay, using: &random,
      factor: world.tables.place(world.tables.steps[Int(patients[patient].step)].stayFactor, at: facility))
    let factor = world.tables.steps[Int(patients[patient].step)].careFactor
    if factor >= 0 { setHazardFactor(patient, factor) }
    // It goes on like a stay that was broken off; those are kept in whole seconds.
    details[takeDetails(patient)].remainingSeconds = UInt32(min(4e9, max(1, (hours * 3_600).rounded())))
    start(patient, isNewStay: true, world, &scheduler)
  }
}
