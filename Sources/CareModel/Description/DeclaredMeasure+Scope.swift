extension DeclaredMeasure {
  /// What the measure is of, as short sentences: the unit, who and where counts, and its numbers. Empty where it is of all
  /// there is.
  public func scope(in network: CareNetwork) -> String {
    var parts: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { parts.append("\(name): \(value).") }
    }
    add("Unit", unitKind.map { network.unitKinds[$0].id })
    add("Step", step)
    add("Fleet", fleet.map { network.fleets[$0].id })
    add("Stock", stock.map { network.stocks[$0].id })
    add("Profession", profession.map { network.professions[$0].id })
    add("Happening", happening)
    add("Cause", cause?.rawValue)
    add(
      classes.count == 1 ? "Class" : "Classes",
      classes.isEmpty ? nil : classes.map { network.classes[$0].id }.joined(separator: ", "))
    add("Region", region.map { network.regions[$0].id })
    add("Facility", facility.map { network.facilities[$0].id })
    for number in quantity.numbers { add(number.name, number.value) }
    if let span {
      if span.fromHours > 0 || span.calendar == nil { add("From", "\(plain(span.fromHours)) h after day 0") }
      add("Until", span.untilHours.map { "\(plain($0)) h after day 0" })
      add("During", span.calendar.map { network.calendars[$0].id })
    }
    return parts.joined(separator: " ")
  }
}

extension DeclaredMeasure.Quantity {
  /// The numbers of the quantity, with their names.
  fileprivate var numbers: [(name: String, value: String)] {
    switch self {
    case .waitedOverShare(let hours), .inSystemOverShare(let hours), .toStepOverShare(let hours):
      [("Over", "\(plain(hours)) h")]
    case .waitQuantile(let share), .stayQuantile(let share), .vehicleWaitQuantile(let share),
      .systemQuantile(let share), .toStepQuantile(let share):
      [("Quantile", plain(share))]
    case .delayProbability(let places): [("Places", "\(places)")]
    case .occupiedTimeShare(let least), .firstOccupiedHours(let least), .lastOccupiedHours(let least):
      [("At least", least.map { "\($0)" } ?? "all that are open")]
    case .waitingTimeShare(let least), .firstWaitingHours(let least): [("At least", "\(least)")]
    case .firstDayWaiting(let least): [("At least", plain(least))]
    case .waitingAt(let hours), .occupiedAt(let hours), .presentAt(let hours), .deathsAt(let hours),
      .forcePresentAt(let hours):
      [("At", "\(plain(hours)) h after day 0")]
    case .left(let outcome): [("Way out", outcome.rawValue)]
    default: []
    }
  }
}

/// A number without a point where it needs none.
private func plain(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
}
