import RandomStreams

// How many patients a run can bring, for the checks that refuse one that does not fit: means, of the busiest month and the
// highest rate that the state can give.
extension CareNetwork {
  /// Patients of an inflow over `days`.
  ///
  /// - Complexity: O(facilities).
  package func expectedPatients(of inflow: Inflow, days: Double) -> Double {
    // A run may lie within the month with the highest rate.
    var most = max(1, inflow.rateFactor?.most ?? 1)
    if let profile = inflow.profile, profiles.indices.contains(profile) {
      most *= max(1, profiles[profile].monthFactors.max() ?? 1)
    }
    return expectedArrivals(of: inflow, days: days) * inflow.meanGroupSize * most
  }

  private func expectedArrivals(of inflow: Inflow, days: Double) -> Double {
    let places = inflow.facilities ?? Array(facilities.indices)
    switch inflow.process {
    case .pulse(let count, _, _): return Double(count) * Double(places.count)
    case .renewal(let gaps): return gaps.mean > 0 ? days * 24 / gaps.mean * Double(places.count) : 0
    case .expectedByDay(let numbers): return numbers.reduce(0, +) * Double(places.count)
    case .observedByDay(let counts): return Double(counts.reduce(0, +)) * Double(places.count)
    case .appointments(let parts): return days / 7 * Double(parts.perWeek) * Double(places.count)
    case .poisson: return days * places.reduce(0) { $0 + value(inflow.ratePerDay, at: $1) }
    }
  }

  /// Patients of a group that is there at the start.
  ///
  /// - Complexity: O(facilities × units).
  package func patientCount(_ group: PatientsAtStart) -> Int {
    facilities.indices.reduce(0) { $0 + patientCount(group, at: $1) }
  }

  /// The number at a facility, else at its region; 0 where there is none.
  package func value(_ number: PlaceNumber, at facility: Int) -> Double {
    switch number {
    case .fixed(let value): return value
    case .column(let name):
      let region = facilities[facility].region
      let own = facilities[facility].parameters.first { $0.name == name }
      if let own { return own.value }
      guard regions.indices.contains(region) else { return 0 }
      return regions[region].parameters.first { $0.name == name }?.value ?? 0
    }
  }
}

extension Scenario {
  /// Casualties of a stream.
  package func expectedPatients(of stream: CasualtyStream) -> Double {
    let sum = stream.phases.reduce(0.0) { sum, phase in
      sum + max(0, phase.untilDay - phase.fromDay) * (phase.meanPerDayFrom + phase.meanPerDayUntil) / 2
    }
    // Of a force at most those who are ever assigned, and all over again as often as they return.
    let atRisk = stream.fates.force.map { forces[$0].allPersons / 1_000 } ?? 1
    return sum * atRisk * casualtyFactor
  }

  /// Casualties of a kind of event, at random, on given days and after disruptions.
  package func expectedPatients(of event: MassCasualtyStream) -> Double {
    let random = max(0, event.untilDay - event.fromDay) * event.ratePerDay * casualtyFactor
    let followed = disruptions.reduce(0.0) { sum, disruption in
      guard let follower = disruption.follower, events[follower.event].id == event.id else { return sum }
      let occasions =
        Double(disruption.scheduled.count)
        + max(0, disruption.untilDay - disruption.fromDay) * disruption.ratePerDay
      return sum + occasions * follower.share
    }
    return (random + followed + Double(event.scheduled.count)) * event.size.mean
  }
}

extension Force {
  /// Persons on day 0 and all who join.
  package var allPersons: Double { reinforcements.reduce(Double(persons)) { $0 + Double($1.persons) } }
}

/// The memory that patients take.
package enum PatientMemory {
  /// Bytes of a patient with its pending events, rounded up.
  private static let bytesPerPatient = 256.0

  /// Bytes of all who come, were none ever to leave, since a queue may grow without end; of twice the
  /// casualties, whose numbers vary most.
  package static func bytes(ordinary: Double, casualties: Double) -> Double {
    (ordinary + 2 * casualties) * bytesPerPatient
  }
}
