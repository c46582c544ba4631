import RandomStreams
import SimulationKernel

extension ScalingRegion {
  mutating func arrive(urgency: UInt8, _ scheduler: inout Scheduler) {
    arrivals += 1
    let patient = enter(urgency: urgency)
    if take(Self.nurses, for: patient, queue: 0, at: scheduler.now) { beginTriage(patient, &scheduler) }
  }

  private mutating func beginTriage(_ patient: UInt32, _ scheduler: inout Scheduler) {
    let stay = RegionalParameters.meanTriageHours * random.exponential()
    scheduler.schedule(.triageEnds(patient), after: .hours(stay))
  }

  mutating func triageEnds(_ patient: UInt32, _ world: World, _ scheduler: inout Scheduler) {
    if let next = give(Self.nurses) { beginTriage(next, &scheduler) }
    let urgency = patients[Int(patient)].urgency
    let homeShare = urgency == 1 ? 0.2 : urgency == 2 ? 0.75 : 0
    if homeShare > 0, random.uniform() < homeShare {
      discard(patient)
    } else {
      dispose(patient, world, &scheduler)
    }
  }

  /// Decides who needs intensive care and who is transferred.
  mutating func dispose(_ patient: UInt32, _ world: World, _ scheduler: inout Scheduler) {
    let urgency = patients[Int(patient)].urgency
    let criticalShare = urgency == 0 ? 0.6 : urgency == 3 ? 0.1 : 0
    if criticalShare > 0, random.uniform() < criticalShare {
      patients[Int(patient)].intensiveCare = .needed
    }
    guard random.uniform() < 0.1 else { return requestBed(patient, &scheduler) }
    if take(Self.vehicles, for: patient, queue: Int(urgency), at: scheduler.now) {
      leave(patient, world, &scheduler)
    }
  }

  /// A vehicle leaves with the patient, to any other region.
  mutating func leave(_ patient: UInt32, _ world: World, _ scheduler: inout Scheduler) {
    let hours =
      RegionalParameters.leastTravelHours + RegionalParameters.meanExtraTravelHours * random.exponential()
    let other = Int(random.below(UInt64(world.value.regionCount - 1)))
    let row = patients[Int(patient)]
    scheduler.send(
      ScalingTransfer(urgency: row.urgency, needsIntensiveCare: row.intensiveCare == .needed),
      to: other >= number ? other + 1 : other, after: .hours(hours))
    scheduler.schedule(.vehicleReturns, after: .hours(2 * hours))
    discard(patient)
  }

  mutating func requestBed(_ patient: UInt32, _ scheduler: inout Scheduler) {
    let row = patients[Int(patient)]
    guard row.intensiveCare == .needed else { return requestWard(patient, &scheduler) }
    if take(Self.intensiveCare, for: patient, queue: Int(row.urgency), at: scheduler.now) {
      beginIntensiveCare(patient, &scheduler)
    }
  }

  private mutating func beginIntensiveCare(_ patient: UInt32, _ scheduler: inout Scheduler) {
    patients[Int(patient)].intensiveCare = .held
    let stay = random.lognormal(mu: RegionalParameters.intensiveCareMu, sigma: RegionalParameters.staySigma)
    scheduler.schedule(.intensiveCareEnds(patient), after: .hours(stay))
  }

  mutating func requestWard(_ patient: UInt32, _ scheduler: inout Scheduler) {
    let urgency = patients[Int(patient)].urgency
    if take(Self.ward, for: patient, queue: Int(urgency), at: scheduler.now) {
      beginWardStay(patient, &scheduler)
    }
  }

  mutating func beginWardStay(_ patient: UInt32, _ scheduler: inout Scheduler) {
    let row = patients[Int(patient)]
    wardWait.add(scheduler.now - row.requested)
    if row.intensiveCare == .held {
      patients[Int(patient)].intensiveCare = .notNeeded
      if let next = give(Self.intensiveCare) { beginIntensiveCare(next, &scheduler) }
    }
    let stay = random.lognormal(mu: RegionalParameters.wardMu, sigma: RegionalParameters.staySigma)
    scheduler.schedule(.wardStayEnds(patient), after: .hours(stay))
  }

  // MARK: places and rows

  /// Takes a free place, or lets the patient wait in a queue; true when a place was taken.
  @inline(__always)
  private mutating func take(_ resource: Int, for patient: UInt32, queue: Int, at now: SimulationTime) -> Bool
  {
    patients[Int(patient)].requested = now
    if resources[resource].free > 0 {
      resources[resource].free -= 1
      return true
    }
    let bit: UInt32 = 1 &<< UInt32(queue)
    if resources[resource].waitingClasses & bit == 0 {
      resources[resource].waitingClasses |= bit
      resources[resource].heads[queue] = patient
    } else {
      patients[Int(resources[resource].tails[queue])].next = patient
    }
    resources[resource].tails[queue] = patient
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
    let queue = waiting.trailingZeroBitCount
    let first = resources[resource].heads[queue]
    if first == resources[resource].tails[queue] {
      resources[resource].waitingClasses = waiting & (waiting &- 1)
    } else {
      resources[resource].heads[queue] = patients[Int(first)].next
    }
    return first
  }

  mutating func enter(urgency: UInt8) -> UInt32 {
    let patient = ScalingPatient(requested: .zero, next: .max, urgency: urgency, intensiveCare: .notNeeded)
    let row = freePatient
    if row == .max {
      patients.append(patient)
      return UInt32(truncatingIfNeeded: patients.count - 1)
    }
    freePatient = patients[Int(row)].next
    patients[Int(row)] = patient
    return row
  }

  mutating func discard(_ patient: UInt32) {
    patients[Int(patient)].next = freePatient
    freePatient = patient
  }
}
