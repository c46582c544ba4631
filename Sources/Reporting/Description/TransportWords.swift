import CareModel

/// What a network says of ways and links beside its fleets.
enum TransportWords {
  static func ways(_ network: CareNetwork) -> [String] {
    var lines = network.links.flatMap { link in
      NetworkDescription.entry(
        link.id,
        "link by \(link.mode.rawValue) between \(name(link.from, network)) and \(name(link.to, network))")
    }
    let times = network.travelTimes
    if !times.isEmpty {
      let some = times.prefix(6).map { time in
        let fleet = time.fleet.map { " by \(network.fleets[$0].id)" } ?? ""
        return "\(name(time.from, network)) to \(name(time.to, network)) "
          + "\(Phrase.number(time.hours * 60)) min\(fleet)"
      }
      let more = times.count > 6 ? " … and \(SpokenNumber.text(times.count - 6)) more" : ""
      lines += NetworkDescription.entry(
        "times on the way",
        "given instead of distance over speed: " + some.joined(separator: ", ") + more)
    }
    return lines
  }

  /// The seats of one vehicle.
  static func seats(_ fleet: Fleet) -> String {
    guard let seats = fleet.seatsByKind else { return Phrase.count(fleet.seats, "seat", "seats") }
    let parts = [(seats.sitting, "sitting"), (seats.lying, "lying"), (seats.intensiveCare, "intensive care")]
    return "seats: "
      + parts.filter { $0.0 > 0 }.map { "\(SpokenNumber.text($0.0)) \($0.1)" }.joined(separator: " and ")
  }

  /// What keeps the vehicles of a fleet back.
  static func limits(_ fleet: Fleet) -> [String] {
    var words: [String] = []
    switch fleet.departure {
    case .atOnce: break
    case .whenFull(let hours, let minutes):
      words.append(
        "leaves " + (fleet.leastPatients.map { "with \($0) or more" } ?? "when full")
          + (minutes.isEmpty ? "" : ", at " + clocks(minutes))
          + (hours.map { " or after a wait of \(Phrase.number($0)) h" } ?? ""))
    case .atTimes(let minutes): words.append("leaves at " + clocks(minutes))
    }
    if let crew = fleet.crew {
      if crew.fromMinute != crew.untilMinute {
        words.append(
          "crews \(Phrase.clock(crew.fromMinute))–\(Phrase.clock(crew.untilMinute)), else "
            + Phrase.percent(crew.shareOutside))
      }
      if let hours = crew.hoursPerDay { words.append("crews at most \(Phrase.number(hours)) h a day") }
    }
    if fleet.isDaylightOnly { words.append("leaves by daylight alone") }
    if let weather = fleet.weather {
      words.append(
        "no trip begins in \(Phrase.percent(weather.cancelledShare)) of blocks of \(weather.blockHours) h: weather"
      )
    }
    if !fleet.returns { words.append("free when it has handed over") }
    return words
  }

  private static func clocks(_ minutes: [Int]) -> String {
    Phrase.some(minutes.sorted().map { Phrase.clock($0) }, most: 8)
  }

  /// What a scenario closes, and when.
  static func closures(_ scenario: Scenario, _ network: CareNetwork) -> [String] {
    scenario.closures.flatMap { closure in
      var words: [String] = []
      if let fleet = closure.fleet { words.append("fleet \(network.fleets[fleet].id)") }
      if let mode = closure.mode { words.append("trips by \(mode.rawValue)") }
      if let link = closure.link { words.append("link \(network.links[link].id)") }
      if let facility = closure.facility {
        let id = network.facilities[facility].id
        words.append(words.isEmpty ? "airfield of \(id)" : "from and to \(id)")
      }
      return NetworkDescription.entry(
        "day \(Phrase.number(closure.fromDay)) to \(Phrase.number(closure.untilDay))",
        words.joined(separator: " "))
    }
  }

  static func loss(_ loss: TransportLoss, _ network: CareNetwork) -> [String] {
    let regions = loss.regions.map { network.regions[$0].name }
    return [
      "\(Phrase.percent(loss.sharePerTrip)) of trips, day \(Phrase.number(loss.fromDay)) to \(Phrase.number(loss.untilDay))"
        + (regions.isEmpty ? "" : " in \(Phrase.some(regions, most: 12))"),
      "\(Phrase.percent(loss.passengersDieShare)) of those on board die",
    ]
  }

  private static func name(_ end: WayEnd, _ network: CareNetwork) -> String {
    switch end {
    case .facility(let index): network.facilities[index].id
    case .region(let index): "region \(network.regions[index].id)"
    }
  }
}
