import RandomStreams
import SimulationKernel

extension RegionalModel {
  /// An acute patient comes; the step "arrival" decides urgency and when the next one comes.
  mutating func acuteArrives(_ region: UInt8, in scheduler: inout Scheduler) {
    let individual = nextIndividual(of: 3 * region)
    let (gap, level) = dice.draw(.arrival, of: individual) { random in
      (random.exponential(), random.uniform())
    }
    scheduler.schedule(.acuteArrival(region), after: .hours(gap * gapHours[3 * Int(region)]))
    arrive(individual, region: region, urgency: level < 0.1 ? 1 : level < 0.4 ? 2 : 3, in: &scheduler)
  }

  mutating func plannedArrives(_ region: UInt8, in scheduler: inout Scheduler) {
    let individual = nextIndividual(of: 3 * region + 1)
    let gap = dice.draw(.arrival, of: individual) { random in random.exponential() }
    scheduler.schedule(.plannedArrival(region), after: .hours(gap * gapHours[3 * Int(region) + 1]))
    decide(enter(individual, region: region, urgency: 4), in: &scheduler)
  }

  /// A burst comes; its members, all at once, are individuals of the burst origin, as it is itself.
  mutating func burstArrives(_ region: UInt8, in scheduler: inout Scheduler) {
    let origin = 3 * region + 2
    let (size, gap) = dice.draw(.arrival, of: nextIndividual(of: origin)) { random in
      (10 + random.below(31), random.exponential())
    }
    scheduler.schedule(.burst(region), after: .hours(gap * gapHours[Int(origin)]))
    for _ in 0..<size {
      let individual = nextIndividual(of: origin)
      let level = dice.draw(.urgency, of: individual) { random in random.uniform() }
      arrive(individual, region: region, urgency: level < 0.3 ? 1 : level < 0.7 ? 2 : 3, in: &scheduler)
    }
  }

  /// Schedules the first arrival of every origin: the gap of an individual 0 who never comes.
  mutating func start(in scheduler: inout Scheduler) {
    for region in 0..<UInt8(RegionalParameters.regionCount) {
      let events: [RegionalEvent] = [.acuteArrival(region), .plannedArrival(region), .burst(region)]
      for (kind, event) in events.enumerated() {
        let origin = 3 * region + UInt8(kind)
        let gap = dice.draw(.arrival, of: nextIndividual(of: origin)) { random in random.exponential() }
        scheduler.schedule(event, after: .hours(gap * gapHours[Int(origin)]))
      }
    }
  }

  private mutating func arrive(
    _ individual: RegionalIndividual, region: UInt8, urgency: UInt8, in scheduler: inout Scheduler
  ) {
    let patient = enter(individual, region: region, urgency: urgency)
    if rooms.take(nurses(region), for: patient, urgency: 0, at: scheduler.now) {
      beginTriage(patient, in: &scheduler)
    }
  }

  private mutating func enter(_ individual: RegionalIndividual, region: UInt8, urgency: UInt8) -> UInt32 {
    counts.patients += 1
    return rooms.admit(
      RegionalPatient(
        requested: .zero, travel: .zero, individual: individual, next: .max, urgency: urgency, region: region,
        destination: region, intensiveCare: .notNeeded))
  }

  private mutating func nextIndividual(of origin: UInt8) -> RegionalIndividual {
    let ordinal = ordinals[Int(origin)]
    ordinals[Int(origin)] = ordinal + 1
    return RegionalIndividual(origin: origin, ordinal: ordinal)
  }
}
