import RandomStreams
import SimulationKernel

extension ScalingRegion {
  mutating func arrive(urgency: UInt8, _ scheduler: inout Scheduler) {
    arrivals += 1
    let patient = enter(urgency: urgency)
    if rooms.take(Self.nurses, for: patient, urgency: 0, at: scheduler.now) {
      beginTriage(patient, &scheduler)
    }
  }

  private mutating func beginTriage(_ patient: UInt32, _ scheduler: inout Scheduler) {
    let stay = RegionalParameters.meanTriageHours * random.exponential()
    scheduler.schedule(.triageEnds(patient), after: .hours(stay))
  }

  mutating func triageEnds(_ patient: UInt32, _ world: World, _ scheduler: inout Scheduler) {
    if let next = rooms.give(Self.nurses) { beginTriage(next, &scheduler) }
    let urgency = rooms.patients[Int(patient)].urgency
    let homeShare = urgency == 1 ? 0.2 : urgency == 2 ? 0.75 : 0
    if homeShare > 0, random.uniform() < homeShare {
      rooms.discard(patient)
    } else {
      dispose(patient, world, &scheduler)
    }
  }

  /// Decides who needs intensive care and who is transferred.
  mutating func dispose(_ patient: UInt32, _ world: World, _ scheduler: inout Scheduler) {
    let urgency = rooms.patients[Int(patient)].urgency
    let criticalShare = urgency == 0 ? 0.6 : urgency == 3 ? 0.1 : 0
    if criticalShare > 0, random.uniform() < criticalShare {
      rooms.patients[Int(patient)].intensiveCare = .needed
    }
    guard random.uniform() < 0.1 else { return requestBed(patient, &scheduler) }
    if rooms.take(Self.vehicles, for: patient, urgency: urgency, at: scheduler.now) {
      leave(patient, world, &scheduler)
    }
  }

  /// A vehicle leaves with the patient, to any other region.
  mutating func leave(_ patient: UInt32, _ world: World, _ scheduler: inout Scheduler) {
    let hours =
      RegionalParameters.leastTravelHours + RegionalParameters.meanExtraTravelHours * random.exponential()
    let other = Int(random.below(UInt64(world.value.regionCount - 1)))
    let row = rooms.patients[Int(patient)]
    scheduler.send(
      ScalingTransfer(urgency: row.urgency, needsIntensiveCare: row.intensiveCare == .needed),
      to: other >= number ? other + 1 : other, after: .hours(hours))
    scheduler.schedule(.vehicleReturns, after: .hours(2 * hours))
    rooms.discard(patient)
  }

  mutating func requestBed(_ patient: UInt32, _ scheduler: inout Scheduler) {
    let row = rooms.patients[Int(patient)]
    guard row.intensiveCare == .needed else { return requestWard(patient, &scheduler) }
    if rooms.take(Self.intensiveCare, for: patient, urgency: row.urgency, at: scheduler.now) {
      beginIntensiveCare(patient, &scheduler)
    }
  }

  private mutating func beginIntensiveCare(_ patient: UInt32, _ scheduler: inout Scheduler) {
    rooms.patients[Int(patient)].intensiveCare = .held
    let stay = random.lognormal(mu: RegionalParameters.intensiveCareMu, sigma: RegionalParameters.staySigma)
    scheduler.schedule(.intensiveCareEnds(patient), after: .hours(stay))
  }

  mutating func requestWard(_ patient: UInt32, _ scheduler: inout Scheduler) {
    let urgency = rooms.patients[Int(patient)].urgency
    if rooms.take(Self.ward, for: patient, urgency: urgency, at: scheduler.now) {
      beginWardStay(patient, &scheduler)
    }
  }

  mutating func beginWardStay(_ patient: UInt32, _ scheduler: inout Scheduler) {
    let row = rooms.patients[Int(patient)]
    wardWait.add(scheduler.now - row.requested)
    if row.intensiveCare == .held {
      rooms.patients[Int(patient)].intensiveCare = .notNeeded
      if let next = rooms.give(Self.intensiveCare) { beginIntensiveCare(next, &scheduler) }
    }
    let stay = random.lognormal(mu: RegionalParameters.wardMu, sigma: RegionalParameters.staySigma)
    scheduler.schedule(.wardStayEnds(patient), after: .hours(stay))
  }

  mutating func enter(urgency: UInt8) -> UInt32 {
    rooms.admit(ScalingPatient(requested: .zero, next: .max, urgency: urgency, intensiveCare: .notNeeded))
  }
}
