import CareModel
import RandomStreams

extension NetworkDescription {
  static func unitKinds(_ network: CareNetwork) -> [String] {
    network.unitKinds.indices.flatMap { index in
      entry(network.unitKinds[index].id, column: 16, kind(index, network).joined(separator: ", "))
    }
  }

  /// What a kind of unit says: its places, whom it lets in and what it does when full.
  static func kind(_ index: Int, _ network: CareNetwork) -> [String] {
    let kind = network.unitKinds[index]
    let units = network.units.filter { $0.kind == index }
    let staffed = units.reduce(0) { $0 + $1.staffedBeds }
    let physical = units.reduce(0) { $0 + $1.physicalBeds }
    var words = ["\(SpokenNumber.text(staffed)) staffed", "\(SpokenNumber.text(physical)) physical"]
    words.append("in \(Phrase.count(units.count, "unit", "units"))")
    words.append("limit: \(kind.limit.rawValue)")
    words.append("when full: \(kind.whenFull.rawValue)")
    let rooms = units.compactMap(\.waitingPlaces)
    if !rooms.isEmpty {
      words.append(
        "\(SpokenNumber.text(rooms.reduce(0, +))) can wait in \(Phrase.count(rooms.count, "unit", "units"))")
    }
    if kind.queue == .fifo { words.append("served in order of arrival") }
    if kind.queue == .credit {
      words.append("served by credit, by priority from 0: " + credits(kind.credits))
    }
    switch kind.preemption {
    case .none: break
    case .resume: words.append("more urgent patients take places, the stay of the other goes on later")
    case .restart: words.append("more urgent patients take places, the stay of the other begins again")
    }
    if let turnaround = kind.turnaround { words.append("turnaround \(LawWords.hours(turnaround))") }
    if kind.waitTargetHours > 0 {
      words.append("target: no wait beyond \(Phrase.number(kind.waitTargetHours)) h")
    }
    if kind.isIntensiveCare { words.append("intensive care") }
    if kind.helpWithinRegion {
      words.append(
        "hospitals of a region help each other" + (kind.helpOrder == .oneLine ? ", their lines are one" : ""))
    }
    if kind.isSharedBetweenRegions { words.append("may be shared between regions") }
    if !kind.needsTransport { words.append("reached without a vehicle") }
    if let hours = kind.openingHours {
      words.append(
        "open \(Phrase.clock(hours.fromMinute))–\(Phrase.clock(hours.untilMinute)) on \(days(hours.weekdays)), "
          + "else \(Phrase.percent(hours.aroundTheClockShare))")
    } else if let calendar = kind.calendar {
      words.append(self.words(network.calendars[calendar]))
    }
    for (place, calendar) in network.calendars.enumerated() {
      let own = units.filter { $0.calendar == place }.map { network.facilities[$0.facility].id }
      if !own.isEmpty { words.append("in \(own.joined(separator: ", ")): \(self.words(calendar))") }
    }
    if !kind.staffNeed.isEmpty { words.append("each place needs \(need(kind.staffNeed, network)) present") }
    for level in kind.surgeLevels {
      let places =
        switch level.extra {
        case .share(let share): "\(Phrase.percent(share)) more"
        case .physical: "all physical places"
        }
      let needed = level.staffNeed.isEmpty ? "" : ", then \(need(level.staffNeed, network)) a place"
      words.append(
        "surge \(level.id): \(places) \(Phrase.number(level.leadTimeHours)) h after the order\(needed)")
    }
    return words
  }

  private static func need(_ needs: [StaffNeed], _ network: CareNetwork) -> String {
    needs.map { "\(Phrase.number($0.personsPerPlace)) \(network.professions[$0.profession].id)" }
      .joined(separator: " and ")
  }

  /// Professions: who is employed, and what takes them away.
  static func staff(_ network: CareNetwork) -> [String] {
    network.professions.indices.flatMap { index in
      entry(network.professions[index].id, column: 16, profession(index, network).joined(separator: ", "))
    }
  }

  private static func profession(_ index: Int, _ network: CareNetwork) -> [String] {
    let profession = network.professions[index]
    let groups = network.staff.filter { $0.profession == index }
    let persons = groups.reduce(0.0) { $0 + $1.persons }
    let hours = groups.reduce(0.0) { $0 + $1.persons * $1.weeklyHours }
    var words = ["\(Phrase.number(persons)) employed"]
    words.append("\(Phrase.number(hours / 168)) at work at a time over the week, if nobody is absent")
    if profession.sicknessShare > 0 { words.append("\(Phrase.percent(profession.sicknessShare)) sick") }
    if let hours = profession.surgeWeeklyHours { words.append("\(Phrase.number(hours)) h a week in surge") }
    if let exhaustion = profession.exhaustion {
      words.append(
        "after \(exhaustion.afterDays) days of surge \(Phrase.percent(exhaustion.lostSharePerDay)) fewer a day, "
          + "at least \(Phrase.percent(exhaustion.leastShare))")
    }
    let employers = groups.filter { $0.claimedPersons > 0 }
    if !employers.isEmpty {
      let claimed = employers.reduce(0.0) { $0 + $1.claimedPersons }
      words.append("\(Phrase.number(claimed)) also claimed by another employer")
    }
    return words
  }

  /// What a calendar says.
  static func words(_ calendar: OpeningCalendar) -> String {
    let parts = calendar.intervals.map { interval in
      let share = interval.share == 1 ? "open" : "\(Phrase.percent(interval.share)) open"
      return "\(share) \(Phrase.clock(interval.fromMinute))–\(Phrase.clock(interval.untilMinute)) on "
        + days(interval.weekdays)
    }
    return parts.joined(separator: ", ") + ", else \(Phrase.percent(calendar.otherwiseShare))"
  }

  private static func days(_ mask: UInt8) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    if mask & 0x7F == 0x1F { return "Mon–Fri" }
    if mask & 0x7F == 0x7F { return "all days" }
    return names.indices.filter { mask >> UInt8($0) & 1 == 1 }.map { names[$0] }.joined(separator: " ")
  }

  static func regions(_ network: CareNetwork) -> [String] {
    let rows = network.regions.enumerated().map { index, region in
      var places = [Int](repeating: 0, count: network.unitKinds.count)
      for unit in network.units where network.facilities[unit.facility].region == index {
        places[unit.kind] += unit.staffedBeds
      }
      return ["\(region.id) \(region.name)"] + places.map { SpokenNumber.text($0) }
        + [Phrase.number(inflow(network, region: index))]
    }
    let headings = ["region"] + network.unitKinds.map(\.id) + ["inflow/day"]
    let limited = network.inflows.filter { $0.fromHours != nil || $0.untilHours != nil }.map(\.id)
    let note = "inflow/day is that of the time in which patients come of \(Phrase.some(limited, most: 30))"
    let uneven = network.inflows.filter { $0.isByDayOrAtOnce }.map(\.id)
    let without = "inflow/day is without those who come by day or at once: \(Phrase.some(uneven, most: 30))"
    return TextTable(headings: headings, rows: rows).lines(width: width - 2)
      + (limited.isEmpty ? [] : Paragraph.wrap(note, width: width - 2))
      + (uneven.isEmpty ? [] : Paragraph.wrap(without, width: width - 2))
  }

  private static func credits(_ credits: [UnitKind.Credit]) -> String {
    credits.map { credit in
      let start = Phrase.number(abs(credit.atStart))
      let from = credit.atStart == 0 ? "" : " from \(credit.atStart < 0 ? "−" : "")\(start)"
      return "\(Phrase.number(credit.perHour)) an hour\(from)"
    }.joined(separator: ", ")
  }

  /// Mean patients a day at a steady rate; those by day or at once are not counted.
  private static func inflow(_ network: CareNetwork, region: Int) -> Double {
    var sum = 0.0
    for stream in network.inflows {
      for (index, facility) in network.facilities.enumerated() where facility.region == region {
        if let chosen = stream.facilities, !chosen.contains(index) { continue }
        switch stream.process {
        case .poisson:
          sum +=
            rate(stream.ratePerDay, at: facility, in: network.regions[region]) * stream.meanGroupSize
        case .renewal(let law):
          if law.mean > 0 { sum += 24 / law.mean * stream.meanGroupSize }
        case .appointments(let parts): sum += Double(parts.perWeek) / 7 * stream.meanGroupSize
        case .expectedByDay, .observedByDay, .pulse: break
        }
      }
    }
    return sum
  }

  private static func rate(_ number: PlaceNumber, at facility: Facility, in region: Region) -> Double {
    switch number {
    case .fixed(let rate): rate
    case .column(let name):
      facility.parameters.first { $0.name == name }?.value
        ?? region.parameters.first { $0.name == name }?.value ?? 0
    }
  }
}

extension Inflow {
  /// Whether it has no steady rate.
  fileprivate var isByDayOrAtOnce: Bool {
    switch process {
    case .expectedByDay, .observedByDay, .pulse: true
    case .poisson, .renewal, .appointments: false
    }
  }
}
