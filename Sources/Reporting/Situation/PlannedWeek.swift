import CareModel
import RandomStreams

/// How many planned patients a normal week brings to each region, by hour: without season and holidays.
struct PlannedWeek: Sendable {
  /// By region, then 168 hours from Monday.
  private let hours: [[Double]]
  private let firstWeekday: Int

  /// The planned patients of a network.
  ///
  /// - Complexity: O(inflows × facilities).
  init(_ network: CareNetwork) {
    var hours = Array(repeating: Array(repeating: 0.0, count: 168), count: network.regions.count)
    for inflow in network.inflows {
      let share = inflow.classes.reduce(0) { network.classes[$1.patientClass].isPlanned ? $0 + $1.share : $0 }
      guard share > 0 else { continue }
      let patients = inflow.meanGroupSize * share
      let facilities = inflow.facilities ?? Array(network.facilities.indices)
      switch inflow.process {
      case .poisson:
        let factors = Self.factors(inflow.profile.map { network.profiles[$0] })
        for facility in facilities {
          let rate = network.value(inflow.ratePerDay, at: facility) * patients / 24
          guard rate > 0 else { continue }
          for hour in 0..<168 { hours[network.facilities[facility].region][hour] += rate * factors[hour] }
        }
      case .appointments(let parts):
        for facility in facilities {
          for hour in parts.weekHours { hours[network.facilities[facility].region][Int(hour)] += patients }
        }
      case .renewal, .expectedByDay, .observedByDay, .pulse: break
      }
    }
    self.hours = hours
    firstWeekday = network.firstWeekday
  }

  /// Planned patients of a region from one hour since day 0 until another.
  func patients(region: Int, from start: Int, until end: Int) -> Double {
    (start..<max(start, end)).reduce(0) { $0 + hours[region][($1 + firstWeekday * 24) % 168] }
  }

  /// Rates by hour of the week over their mean.
  private static func factors(_ profile: ArrivalProfile?) -> [Double] {
    guard let profile else { return Array(repeating: 1, count: 168) }
    let parts = profile.partsOfHour
    let plain = (0..<168).map { hour in
      let first = hour % 24 * parts
      return profile.hours[first..<first + parts].reduce(0, +) * profile.weekdays[hour / 24]
    }
    let mean = plain.reduce(0, +) / 168
    return mean > 0 ? plain.map { $0 / mean } : plain
  }
}
