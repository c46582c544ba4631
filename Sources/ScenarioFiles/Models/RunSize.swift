import CareModel
import RandomStreams

/// How large a run can become: its length, and the patients it would hold if none ever left.
struct RunSize {
  let horizonDays: Double
  let drainDays: Double
  let memoryLimitGigabytes: Double

  /// Bytes of a patient with its events, rounded up.
  static let bytesPerPatient = 200.0
  /// Longest run of the clock, 2^52 microseconds, in days.
  static let longestDays = 4_503_599_627.0 / 86_400

  private struct Part {
    let patients: Double
    let fields: any CheckedFields
    let key: String?
  }

  /// Reports a run that does not fit, at the source that brings most patients.
  ///
  /// - Returns: whether it fits.
  @discardableResult
  func check(_ model: ModelReading, scenario: ScenarioReading?, log: MistakeLog) -> Bool {
    let days = model.network.runInDays + horizonDays + drainDays
    var parts: [Part] = []
    for (fields, inflow) in zip(model.inflows, model.network.inflows) {
      let (patients, key) = patients(of: inflow, days: days, network: model.network)
      parts.append(Part(patients: patients, fields: fields, key: key))
    }
    for (fields, group) in zip(model.groupsAtStart, model.network.presentAtStart) {
      let count = model.network.facilities.indices.reduce(0) {
        $0 + model.network.patientCount(group, at: $1)
      }
      parts.append(Part(patients: Double(count), fields: fields, key: nil))
    }
    if let scenario {
      for (fields, stream) in zip(scenario.streams, scenario.scenario.streams) {
        let sum = stream.phases.reduce(0.0) { sum, phase in
          sum + max(0, phase.untilDay - phase.fromDay) * (phase.meanPerDayFrom + phase.meanPerDayUntil) / 2
        }
        // Of a force at most those who are ever assigned, and all over again as often as they return.
        let atRisk = stream.fates.force.map { scenario.scenario.forces[$0].allPersons / 1_000 } ?? 1
        parts.append(
          Part(patients: sum * atRisk * scenario.scenario.casualtyFactor, fields: fields, key: nil))
      }
      for (fields, event) in zip(scenario.events, scenario.scenario.events) {
        let random =
          max(0, event.untilDay - event.fromDay) * event.ratePerDay * scenario.scenario.casualtyFactor
        let followed = scenario.scenario.disruptions.reduce(0.0) { sum, disruption in
          guard let follower = disruption.follower, scenario.scenario.events[follower.event].id == event.id
          else { return sum }
          let occasions =
            Double(disruption.scheduled.count)
            + max(0, disruption.untilDay - disruption.fromDay) * disruption.ratePerDay
          return sum + occasions * follower.share
        }
        let events = random + followed + Double(event.scheduled.count)
        parts.append(Part(patients: events * event.size.mean, fields: fields, key: nil))
      }
    }
    // Laws without a usable mean are reported by their own rule.
    parts.removeAll { !$0.patients.isFinite }
    let patients = parts.reduce(0) { $0 + $1.patients }
    let gigabytes = patients * Self.bytesPerPatient / 1e9
    guard gigabytes > memoryLimitGigabytes,
      let largest = parts.max(by: { $0.patients < $1.patients })
    else { return true }
    let fields = largest.fields
    log.add(
      "a run of \(plainText(days)) days would bring \(Self.words(patients)) patients, most of them from here, "
        + "and need up to \(Self.words(gigabytes)) GB; the limit is \(plainText(memoryLimitGigabytes)) GB",
      at: fields.place(of: largest.key ?? ""),
      path: largest.key.map { joined(fields.path, fields.writtenKey($0)) } ?? fields.path)
    return false
  }

  private func patients(of inflow: Inflow, days: Double, network: CareNetwork) -> (Double, String?) {
    let (arrivals, key) = arrivals(of: inflow, days: days, network: network)
    // A run may lie within the month with the highest rate.
    var most = 1.0
    if let profile = inflow.profile, network.profiles.indices.contains(profile) {
      most = max(1, network.profiles[profile].monthFactors.max() ?? 1)
    }
    return (arrivals * (inflow.groupSize?.mean ?? 1) * most * max(1, inflow.rateFactor?.most ?? 1), key)
  }

  private func arrivals(of inflow: Inflow, days: Double, network: CareNetwork) -> (Double, String?) {
    let places = inflow.facilities ?? Array(network.facilities.indices)
    switch inflow.process {
    case .pulse(let count, _, _): return (Double(count) * Double(places.count), "pulse")
    case .renewal(let gaps):
      let mean = gaps.mean
      return (mean > 0 ? days * 24 / mean * Double(places.count) : 0, "gaps")
    case .expectedByDay(let numbers):
      return (numbers.reduce(0, +) * Double(places.count), "expected_by_day_column")
    case .observedByDay(let counts):
      return (Double(counts.reduce(0, +)) * Double(places.count), "observed_by_day_column")
    case .poisson:
      switch inflow.ratePerDay {
      case .fixed(let rate): return (rate * days * Double(places.count), "rate")
      case .column(let name):
        let sum = places.reduce(0.0) { sum, place in
          let facility = network.facilities[place]
          let number =
            facility.parameters.first { $0.name == name }
            ?? (network.regions.indices.contains(facility.region)
              ? network.regions[facility.region].parameters.first { $0.name == name } : nil)
          return sum + (number?.value ?? 0)
        }
        return (sum * days, "rate_per_day_column")
      }
    }
  }

  /// A large number a person can read: 12,300,000 or 1.2e+30; one decimal below 1,000.
  static func words(_ value: Double) -> String {
    guard value.isFinite, value < 1e15 else { return value.isFinite ? "\(value)" : "infinitely many" }
    if value < 0.1 { return plainText((value * 1e6).rounded() / 1e6) }
    if value < 1_000, value != value.rounded() { return plainText((value * 10).rounded() / 10) }
    return grouped(Int(value.rounded()))
  }
}

extension Force {
  /// Persons on day 0 and all who join.
  var allPersons: Double { reinforcements.reduce(Double(persons)) { $0 + Double($1.persons) } }
}
