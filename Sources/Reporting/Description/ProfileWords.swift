import CareModel

/// What a profile of arrivals says beyond the hour of the week.
enum ProfileWords {
  static func text(_ profile: ArrivalProfile) -> String {
    var words = "profile \(profile.id)" + hours(profile)
    if Set(profile.weekdays).count > 1, let mean = mean(profile.weekdays) {
      let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
      let factors = zip(names, profile.weekdays).map { "\($0) \(Phrase.number($1 / mean))" }
      words += ", by weekday " + factors.joined(separator: ", ")
    }
    if profile.months != nil {
      let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
      let factors = zip(names, profile.monthFactors).map { "\($0) \(Phrase.number($1))" }
      words += ", by month " + factors.joined(separator: ", ")
    }
    if !profile.holidays.isEmpty {
      let days = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"]
      words +=
        ", \(Phrase.count(profile.holidays.count, "holiday", "holidays")) as \(days[profile.holidayWeekday])"
    }
    return words
  }

  /// The least and the most of the hours, over their mean, with the first of each.
  private static func hours(_ profile: ArrivalProfile) -> String {
    guard Set(profile.hours).count > 1, let mean = mean(profile.hours),
      let least = profile.hours.min(), let most = profile.hours.max()
    else { return "" }
    func said(_ rate: Double) -> String {
      let minute = (profile.hours.firstIndex(of: rate) ?? 0) * 60 / profile.partsOfHour
      return "\(Phrase.number(rate / mean)) at \(Phrase.clock(minute))"
    }
    return ", by hour from \(said(least)) to \(said(most))"
  }

  /// Nil where all are 0.
  private static func mean(_ rates: [Double]) -> Double? {
    let sum = rates.reduce(0, +)
    return sum > 0 ? sum / Double(rates.count) : nil
  }

  /// A multiplier that follows the state.
  static func text(_ factor: StateFactor, _ network: CareNetwork) -> String {
    let state =
      switch factor.state {
      case .occupancy: "occupancy of"
      case .occupied: "patients in"
      case .waiting: "patients waiting for"
      case .present: "patients in and waiting for"
      }
    let points = factor.points.map { "\(Phrase.number($0.factor)) at \(Phrase.number($0.state))" }
    return "× " + points.joined(separator: ", ")
      + " by \(state) \(network.unitKinds[factor.unitKind].id) of the \(factor.place.rawValue)"
  }
}
