import SimulationKernel

extension RegionalModel {
  /// Takes a free place, or lets the patient wait in the queue of `urgency`; true when a place was taken.
  @inline(__always)
  mutating func take(_ resource: Int, for patient: UInt32, urgency: UInt8, at now: SimulationTime) -> Bool {
    patients[Int(patient)].requested = now
    if resources[resource].free > 0 {
      resources[resource].free -= 1
      return true
    }
    let queue = resource * 5 + Int(urgency)
    let bit: UInt32 = 1 &<< UInt32(urgency)
    if resources[resource].waitingClasses & bit == 0 {
      resources[resource].waitingClasses |= bit
      heads[queue] = patient
    } else {
      patients[Int(tails[queue])].next = patient
    }
    tails[queue] = patient
    return false
  }

  /// Hands a place that has become free to the first in line, or keeps it free and answers nil.
  @inline(__always)
  mutating func give(_ resource: Int) -> UInt32? {
    let waiting = resources[resource].waitingClasses
    if waiting == 0 {
      resources[resource].free += 1
      return nil
    }
    let queue = resource * 5 + waiting.trailingZeroBitCount
    let first = heads[queue]
    if first == tails[queue] {
      resources[resource].waitingClasses = waiting & (waiting &- 1)
    } else {
      heads[queue] = patients[Int(first)].next
    }
    return first
  }

  /// A row for a new patient.
  mutating func admitRow(_ patient: RegionalPatient) -> UInt32 {
    let row = freePatient
    if row == .max {
      patients.append(patient)
      return UInt32(truncatingIfNeeded: patients.count - 1)
    }
    freePatient = patients[Int(row)].next
    patients[Int(row)] = patient
    return row
  }

  /// Gives the row of a patient who has left to the next one.
  mutating func discardRow(_ patient: UInt32) {
    patients[Int(patient)].next = freePatient
    freePatient = patient
  }
}
