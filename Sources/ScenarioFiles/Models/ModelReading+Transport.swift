import CareModel

extension ModelReading {
  func readTransport(_ columns: PlaceColumns) {
    network.fleets = root.objects("fleets").map { fleet($0, columns: columns) }
    if network.fleets.count > 100 { root.report("a model has at most 100 fleets", about: "fleets") }
    readLinks()
    readTravelTimes()
    checkSeats()
    checkPositions()
  }

  /// A facility of which nothing says where it lies would lie at 0° N 0° E.
  private func checkPositions() {
    let areKnown = facilities.map { $0.has("latitude") && $0.has("longitude") }
    let needsSun = network.fleets.contains(where: \.isDaylightOnly)
    for (index, facility) in facilities.enumerated() where !areKnown[index] {
      if ["latitude", "longitude"].contains(where: { log.tells(of: facility.place(of: $0)) }) { continue }
      if facility.has("latitude") {
        facility.report("the longitude is missing: give both or neither", about: "latitude")
      } else if facility.has("longitude") {
        facility.report("the latitude is missing: give both or neither", about: "longitude")
      } else if needsSun {
        facility.report(
          "a fleet goes by daylight alone, and nothing says where this facility lies: give its latitude and longitude",
          about: "id")
      } else if areKnown.contains(true), !network.fleets.isEmpty, !hasTravelTime(index) {
        facility.report(
          "other facilities have a latitude and a longitude, and fleets go by them: give them here too, or travel_times",
          about: "id")
      }
    }
  }

  /// Whether a travel time is given of the facility or its region.
  private func hasTravelTime(_ facility: Int) -> Bool {
    let ends: [WayEnd] = [.facility(facility), .region(network.facilities[facility].region)]
    return network.travelTimes.contains { ends.contains($0.from) || ends.contains($0.to) }
  }

  private func readLinks() {
    let links = root.objects("links")
    linkNames = NameIndex("link", links.map { $0.text("id") }, isComplete: root.isWhole("links"))
    for link in links {
      let (from, to) = (wayEnd("from", link), wayEnd("to", link))
      if let from, from == to, case .facility(let facility) = from {
        link.report("the link begins and ends at \(facilityNames.names[facility])", about: "to")
      }
      network.links.append(
        TransportLink(
          id: link.text("id") ?? "",
          mode: link.text("mode").flatMap { Fleet.Mode(rawValue: $0) } ?? .road, from: from ?? .facility(0),
          to: to ?? .facility(0)))
    }
    if links.count > 1_000 { root.report("a model has at most 1,000 links", about: "links") }
    let modes = links.map { $0.text("mode") }
    guard root.has("links"), modes.allSatisfy({ $0 != nil }) else { return }
    for fleet in root.objects("fleets") {
      if let mode = fleet.text("mode"), mode == "rail" || mode == "sea", !modes.contains(mode) {
        fleet.report("no link is of mode \(mode): its vehicles would go nowhere", about: "mode")
      }
    }
  }

  private func readTravelTimes() {
    let rows = rows("travel_times", as: ModelFields.travelTime) ?? []
    var seen: Set<[String]> = []
    for row in rows {
      let fleet = fleetNames.index(of: "fleet", in: row)
      let (from, to) = (wayEnd("from", row), wayEnd("to", row))
      if case .facility(let facility) = from, from == to {
        row.report("the way begins and ends at \(facilityNames.names[facility])", about: "to")
      }
      if let from = row.text("from"), let to = row.text("to"),
        !seen.insert([from, to, row.text("fleet") ?? ""]).inserted
      {
        row.report("the way from \(from) to \(to) is in the list already", about: "to")
      }
      guard let from, let to, let minutes = row.number("minutes") else { continue }
      network.travelTimes.append(TravelTime(from: from, to: to, fleet: fleet, hours: minutes / 60))
    }
    let tables = Set(network.travelTimes.map { $0.fleet ?? -1 }).count
    if tables * facilities.count * facilities.count > 100_000_000 {
      root.report(
        "times of \(tables) fleets between \(facilities.count) facilities are too many: fleets times facilities squared is at most 100,000,000",
        about: "travel_times")
    }
  }

  /// The facility or region that a key names; nil if it names none or after reporting that there is no such place.
  func wayEnd(_ key: String, _ fields: any CheckedFields) -> WayEnd? {
    let places = NameIndex(
      "facility or region", facilities.map { $0.text("id") } + regions.map { $0.text("id") },
      isComplete: facilityNames.isComplete && regionNames.isComplete)
    return places.index(of: key, in: fields).map {
      $0 < facilities.count ? .facility($0) : .region($0 - facilities.count)
    }
  }

  private func fleet(_ fields: FieldReader, columns: PlaceColumns) -> Fleet {
    let isNational = fields.flag("national") ?? false
    let vehicles = columns.placeNumber(
      "vehicles", column: "vehicles_column", in: fields, value: fields.number("vehicles"),
      range: .between(0, 100_000), isWhole: true)
    if fields.keyPlace(of: "vehicles") == nil, fields.keyPlace(of: "vehicles_column") == nil {
      fields.report("write vehicles or vehicles_column")
    }
    if isNational, fields.has("vehicles_column") {
      fields.report("a national fleet stands at one desk: write vehicles", about: "vehicles_column")
    }
    let departure = fleetDeparture(fields)
    let (seats, seatsByKind) = (fields.integer("seats") ?? 1, fleetSeats(fields))
    let least = fields.integer("least_patients")
    if let least, least > seatsByKind?.total ?? seats {
      fields.report(
        "a vehicle has \(seatsByKind?.total ?? seats) seats: it would never leave so", about: "least_patients"
      )
    }
    let crew = fields.object("crew").map { crewHours($0, departure) }
    return Fleet(
      id: fields.text("id") ?? "", title: fields.text("title") ?? "",
      mode: fields.text("mode").flatMap { Fleet.Mode(rawValue: $0) } ?? .road,
      vehicles: vehicles ?? .fixed(0), isNational: isNational,
      dispatchDelayHours: fields.hours("dispatch_delay") ?? 0, seats: seats, seatsByKind: seatsByKind,
      loadHours: fields.hours("load") ?? 0, handoverHours: fields.hours("handover") ?? 0,
      groundHours: fields.hours("ground") ?? 0, speedLoaded: fields.number("speed_loaded") ?? 1,
      speedEmpty: fields.number("speed_empty") ?? 1, detourFactor: fields.number("detour_factor") ?? 1,
      rangeKilometres: fields.number("range") ?? 0, departure: departure,
      leastPatients: least, crew: crew,
      isDaylightOnly: fields.flag("daylight_only") ?? false,
      weather: fields.object("weather").map {
        FleetWeather(
          cancelledShare: $0.number("cancelled_share") ?? 0, blockHours: $0.integer("block_hours") ?? 1)
      }, returns: fields.flag("returns") ?? true)
  }

  private func fleetSeats(_ fields: FieldReader) -> SeatsByKind? {
    guard let seats = fields.object("seats_by_kind") else { return nil }
    if fields.keyPlace(of: "seats") != nil {
      fields.report("seats is given already; keep one of the two", about: "seats_by_kind")
    }
    let numbers = SeatsByKind(
      sitting: seats.integer("sitting") ?? 0, lying: seats.integer("lying") ?? 0,
      intensiveCare: seats.integer("icu") ?? 0)
    if numbers.total == 0, ["sitting", "lying", "icu"].allSatisfy({ seats.has($0) }) {
      fields.report("a vehicle needs a seat", about: "seats_by_kind")
    }
    return numbers
  }

  private func fleetDeparture(_ fields: FieldReader) -> Departure {
    let word = fields.text("leaves")
    for key in ["longest_wait", "least_patients"]
    where word != nil && word != "when-full" && fields.keyPlace(of: key) != nil {
      fields.report("this is of leaves: \"when-full\" alone: remove it", about: key)
    }
    if word == "at-once", fields.keyPlace(of: "departures") != nil {
      fields.report("this is of leaves: \"when-full\" or \"at-times\": remove it", about: "departures")
    }
    switch word {
    case "when-full":
      return .whenFull(longestWaitHours: fields.hours("longest_wait"), orAt: departures(fields))
    case "at-times":
      if fields.keyPlace(of: "departures") == nil {
        fields.report("leaves: \"at-times\" needs departures", about: "leaves")
      }
      let minutes = departures(fields)
      return minutes.isEmpty ? .atOnce : .atTimes(minutes)
    default: return .atOnce
    }
  }

  /// Minutes of the day, in order.
  private func departures(_ fields: FieldReader) -> [Int] {
    let texts = fields.texts("departures")
    if fields.has("departures"), texts.isEmpty { fields.report("the list is empty", about: "departures") }
    if texts.count > 1_440 { fields.report("a day has at most 1,440 departures", about: "departures") }
    if Set(texts).count < texts.count { fields.report("a time is in the list twice", about: "departures") }
    return texts.compactMap { text -> Int? in
      let minute = Self.minute(text) { fields.report($0, about: "departures") }
      if minute == 1_440 { fields.report("write 00:00 for midnight", about: "departures") }
      return minute
    }
  }

  private func crewHours(_ fields: FieldReader, _ departure: Departure) -> CrewHours {
    let hasShift = fields.keyPlace(of: "from") != nil || fields.keyPlace(of: "until") != nil
    if !hasShift, fields.keyPlace(of: "hours_per_day") == nil {
      fields.report("write from and until, or hours_per_day, or both")
    }
    if hasShift {
      for key in ["from", "until"] where fields.keyPlace(of: key) == nil {
        fields.report("a shift needs \(key)")
      }
    } else if fields.keyPlace(of: "share_outside") != nil {
      fields.report("there is no shift to be outside of: write from and until", about: "share_outside")
    }
    let (from, until) = (minute("from", of: fields), minute("until", of: fields))
    let crew = CrewHours(
      fromMinute: (from ?? 0) % 1_440, untilMinute: (until ?? 0) % 1_440,
      shareOutside: fields.number("share_outside") ?? 0, hoursPerDay: fields.number("hours_per_day"))
    if let from, let until, from % 1_440 == until % 1_440 {
      fields.report("the shift ends when it begins: leave both out for around the clock", about: "until")
    } else if hasShift, crew.shareOutside == 0, case .atTimes(let minutes) = departure,
      !minutes.contains(where: { crew.isAtWork($0) })
    {
      fields.report("no departure is within the shift: no vehicle would ever leave", about: "from")
    }
    return crew
  }
}

extension CrewHours {
  fileprivate func isAtWork(_ minute: Int) -> Bool {
    fromMinute < untilMinute
      ? fromMinute <= minute && minute < untilMinute : minute >= fromMinute || minute < untilMinute
  }
}
