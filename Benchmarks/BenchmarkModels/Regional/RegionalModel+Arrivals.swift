import RandomStreams
import SimulationKernel

extension RegionalModel {
  mutating func acuteArrives(_ region: UInt8, in scheduler: inout Scheduler) {
    let individual = nextPatient(ofOrigin: region * 3)
    nextAcute(region, in: &scheduler)
    let level = dice.draw(.urgency, of: individual) { random in random.uniform() }
    arrive(individual, region: region, urgency: level < 0.1 ? 1 : level < 0.4 ? 2 : 3, in: &scheduler)
  }

  mutating func plannedArrives(_ region: UInt8, in scheduler: inout Scheduler) {
    let individual = nextPatient(ofOrigin: region * 3 + 1)
    nextPlanned(region, in: &scheduler)
    let isTransferred = dice.draw(.disposition, of: individual) { random in random.uniform() < 0.1 }
    let patient = enter(individual, region: region, urgency: 4)
    proceed(patient, isTransferred: isTransferred, in: &scheduler)
  }

  mutating func burstArrives(_ region: UInt8, in scheduler: inout Scheduler) {
    for _ in 0..<nextBurst(region, in: &scheduler) {
      let individual = nextPatient(ofOrigin: region * 3 + 2)
      let level = dice.draw(.urgency, of: individual) { random in random.uniform() }
      arrive(individual, region: region, urgency: level < 0.3 ? 1 : level < 0.7 ? 2 : 3, in: &scheduler)
    }
  }

  mutating func nextAcute(_ region: UInt8, in scheduler: inout Scheduler) {
    let gap = dice.draw(.arrival, of: nextArrival(ofOrigin: region * 3)) { random in random.exponential() }
    let mean = RegionalParameters.acuteGapHours(Int(region))
    scheduler.schedule(.acuteArrival(region), after: .hours(gap * mean))
  }

  mutating func nextPlanned(_ region: UInt8, in scheduler: inout Scheduler) {
    let gap = dice.draw(.arrival, of: nextArrival(ofOrigin: region * 3 + 1)) { random in random.exponential()
    }
    let mean = RegionalParameters.plannedGapHours(Int(region))
    scheduler.schedule(.plannedArrival(region), after: .hours(gap * mean))
  }

  /// Schedules the next burst and answers the size of the one at hand.
  mutating func nextBurst(_ region: UInt8, in scheduler: inout Scheduler) -> Int {
    let (size, gap) = dice.draw(.arrival, of: nextArrival(ofOrigin: region * 3 + 2)) { random in
      (10 + Int(random.below(31)), random.exponential())
    }
    let mean = RegionalParameters.burstGapHours(Int(region))
    scheduler.schedule(.burst(region), after: .hours(gap * mean))
    return size
  }

  private mutating func arrive(
    _ individual: RegionalIndividual, region: UInt8, urgency: UInt8, in scheduler: inout Scheduler
  ) {
    let patient = enter(individual, region: region, urgency: urgency)
    if take(nurses(region), for: patient, urgency: 0, at: scheduler.now) {
      beginTriage(patient, in: &scheduler)
    }
  }

  private mutating func enter(_ individual: RegionalIndividual, region: UInt8, urgency: UInt8) -> UInt32 {
    counts.patients += 1
    return admitRow(
      RegionalPatient(
        requested: .zero, travel: .zero, individual: individual, next: .max, urgency: urgency, region: region,
        destination: region, holdsIntensiveCare: false))
  }

  private mutating func nextArrival(ofOrigin origin: UInt8) -> RegionalIndividual {
    let ordinal = arrivalOrdinals[Int(origin)]
    arrivalOrdinals[Int(origin)] = ordinal + 1
    return RegionalIndividual(origin: origin, ordinal: ordinal)
  }

  private mutating func nextPatient(ofOrigin origin: UInt8) -> RegionalIndividual {
    let ordinal = patientOrdinals[Int(origin)]
    patientOrdinals[Int(origin)] = ordinal + 1
    return RegionalIndividual(origin: origin, ordinal: ordinal)
  }
}
