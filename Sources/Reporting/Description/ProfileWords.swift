import CareModel

/// What a profile of arrivals says beyond the hour of the week.
enum ProfileWords {
  static func text(_ profile: ArrivalProfile) -> String {
    var words = "profile \(profile.id)"
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
