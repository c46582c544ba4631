import RandomStreams
import SimulationKernel

extension RegionalModel {
  private enum Disposition {
    case home
    case stay(isTransferred: Bool, isCritical: Bool)
  }

  mutating func beginTriage(_ patient: UInt32, in scheduler: inout Scheduler) {
    counts.triage.add(scheduler.now - rooms.patients[Int(patient)].requested)
    let stay = dice.draw(.triage, of: rooms.patients[Int(patient)].individual) { random in
      random.exponential()
    }
    scheduler.schedule(.triageEnds(patient), after: .hours(RegionalParameters.meanTriageHours * stay))
  }

  mutating func triageEnds(_ patient: UInt32, in scheduler: inout Scheduler) {
    if let next = rooms.give(nurses(rooms.patients[Int(patient)].region)) {
      beginTriage(next, in: &scheduler)
    }
    decide(patient, in: &scheduler)
  }

  /// Decides in one step who goes home, who is transferred and who needs intensive care.
  mutating func decide(_ patient: UInt32, in scheduler: inout Scheduler) {
    let row = rooms.patients[Int(patient)]
    let homeShare = row.urgency == 2 ? 0.2 : row.urgency == 3 ? 0.75 : 0
    let criticalShare = row.urgency == 1 ? 0.6 : row.urgency == 4 ? 0.1 : 0
    let disposition: Disposition = dice.draw(.disposition, of: row.individual) { random in
      if homeShare > 0 && random.uniform() < homeShare { return .home }
      let isTransferred = random.uniform() < 0.1
      let isCritical = criticalShare > 0 && random.uniform() < criticalShare
      return .stay(isTransferred: isTransferred, isCritical: isCritical)
    }
    switch disposition {
    case .home:
      counts.home += 1
      rooms.discard(patient)
    case .stay(let isTransferred, let isCritical):
      if isCritical { rooms.patients[Int(patient)].intensiveCare = .needed }
      if isTransferred { transfer(patient, in: &scheduler) } else { requestBed(patient, in: &scheduler) }
    }
  }

  mutating func transfer(_ patient: UInt32, in scheduler: inout Scheduler) {
    let row = rooms.patients[Int(patient)]
    let (other, extra) = dice.draw(.travel, of: row.individual) { random in
      (UInt8(random.below(UInt64(RegionalParameters.regionCount - 1))), random.exponential())
    }
    rooms.patients[Int(patient)].destination = other >= row.region ? other + 1 : other
    rooms.patients[Int(patient)].travel = .hours(
      RegionalParameters.leastTravelHours + RegionalParameters.meanExtraTravelHours * extra)
    if rooms.take(vehicles, for: patient, urgency: row.urgency, at: scheduler.now) {
      boardVehicle(patient, in: &scheduler)
    }
  }

  mutating func boardVehicle(_ patient: UInt32, in scheduler: inout Scheduler) {
    counts.vehicle.add(scheduler.now - rooms.patients[Int(patient)].requested)
    scheduler.schedule(.travelEnds(patient), after: rooms.patients[Int(patient)].travel)
  }

  mutating func travelEnds(_ patient: UInt32, in scheduler: inout Scheduler) {
    scheduler.schedule(.vehicleReturns, after: rooms.patients[Int(patient)].travel)
    counts.transfers += 1
    rooms.patients[Int(patient)].region = rooms.patients[Int(patient)].destination
    requestBed(patient, in: &scheduler)
  }

  mutating func requestBed(_ patient: UInt32, in scheduler: inout Scheduler) {
    let row = rooms.patients[Int(patient)]
    guard row.intensiveCare == .needed else { return requestWard(patient, in: &scheduler) }
    if rooms.take(intensiveCare(row.region), for: patient, urgency: row.urgency, at: scheduler.now) {
      beginIntensiveCare(patient, in: &scheduler)
    }
  }

  mutating func beginIntensiveCare(_ patient: UInt32, in scheduler: inout Scheduler) {
    counts.intensiveCare.add(scheduler.now - rooms.patients[Int(patient)].requested)
    rooms.patients[Int(patient)].intensiveCare = .held
    let stay = dice.draw(.intensiveCareStay, of: rooms.patients[Int(patient)].individual) { random in
      random.lognormal(mu: RegionalParameters.intensiveCareMu, sigma: RegionalParameters.staySigma)
    }
    scheduler.schedule(.intensiveCareEnds(patient), after: .hours(stay))
  }

  mutating func requestWard(_ patient: UInt32, in scheduler: inout Scheduler) {
    let row = rooms.patients[Int(patient)]
    if rooms.take(ward(row.region), for: patient, urgency: row.urgency, at: scheduler.now) {
      beginWardStay(patient, in: &scheduler)
    }
  }

  mutating func beginWardStay(_ patient: UInt32, in scheduler: inout Scheduler) {
    let row = rooms.patients[Int(patient)]
    counts.ward.add(scheduler.now - row.requested)
    if row.urgency == 4 { counts.plannedWard.add(scheduler.now - row.requested) }
    if row.intensiveCare == .held {
      rooms.patients[Int(patient)].intensiveCare = .notNeeded
      if let next = rooms.give(intensiveCare(row.region)) { beginIntensiveCare(next, in: &scheduler) }
    }
    let stay = dice.draw(.wardStay, of: row.individual) { random in
      random.lognormal(mu: RegionalParameters.wardMu, sigma: RegionalParameters.staySigma)
    }
    scheduler.schedule(.wardStayEnds(patient), after: .hours(stay))
  }

  mutating func wardStayEnds(_ patient: UInt32, in scheduler: inout Scheduler) {
    if let next = rooms.give(ward(rooms.patients[Int(patient)].region)) {
      beginWardStay(next, in: &scheduler)
    }
    counts.wardDischarges += 1
    rooms.discard(patient)
  }
}
