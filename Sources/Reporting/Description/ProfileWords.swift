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
}
