import CareModel

/// What a scenario says of surge and staff, in words.
enum CapacityWords {
  static func surge(_ plan: SurgePlan, _ network: CareNetwork) -> [String] {
    let levels = network.unitKinds[plan.unitKind].surgeLevels
    return [
      "at least \(levels[plan.level - 1].id), ordered day \(days(plan.fromDay, plan.untilDay))",
      places(plan.regions, network),
    ]
  }

  static func staff(_ change: StaffChange, _ network: CareNetwork) -> [String] {
    var words: [String] = []
    switch change.kind {
    case .claim(let employer): words.append("those also claimed by \(employer) are gone")
    case .callUp(let share): words.append("\(Phrase.percent(share)) more are called up")
    case .absence(let share):
      words.append("\(Phrase.percent(share)) of those who would be present do not come")
    }
    words.append("day \(days(change.fromDay, change.untilDay))")
    words.append(places(change.regions, network))
    if !change.facilities.isEmpty {
      words.append(
        "own staff of \(Phrase.some(change.facilities.map { network.facilities[$0].id }, most: 12))")
    }
    return words
  }

  /// Whom a change of staff concerns.
  static func who(_ change: StaffChange, _ network: CareNetwork) -> String {
    change.profession.map { network.professions[$0].id } ?? "all staff"
  }

  private static func days(_ from: Double, _ until: Double) -> String {
    "\(Phrase.number(from)) to \(Phrase.number(until))"
  }

  private static func places(_ regions: [Int], _ network: CareNetwork) -> String {
    regions.isEmpty
      ? "in all regions" : "in \(Phrase.some(regions.map { network.regions[$0].name }, most: 12))"
  }
}
