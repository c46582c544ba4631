import CareModel

extension ModelReading {
  func readTransport(_ columns: PlaceColumns) {
    network.fleets = root.objects("fleets").map { fleet($0, columns: columns) }
    if network.fleets.count > 100 { root.report("a model has at most 100 fleets", about: "fleets") }
    readTravelTimes()
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
      range: .between(0, 100_000))
    if fields.keyPlace(of: "vehicles") == nil, fields.keyPlace(of: "vehicles_column") == nil {
      fields.report("write vehicles or vehicles_column")
    }
    if isNational, fields.has("vehicles_column") {
      fields.report("a national fleet stands at one desk: write vehicles", about: "vehicles_column")
    }
    return Fleet(
      id: fields.text("id") ?? "", title: fields.text("title") ?? "",
      mode: fields.text("mode").flatMap { Fleet.Mode(rawValue: $0) } ?? .road,
      vehicles: vehicles ?? .fixed(0), isNational: isNational,
      dispatchDelayHours: fields.hours("dispatch_delay") ?? 0, seats: fields.integer("seats") ?? 1,
      loadHours: fields.hours("load") ?? 0, handoverHours: fields.hours("handover") ?? 0,
      groundHours: fields.hours("ground") ?? 0, speedLoaded: fields.number("speed_loaded") ?? 1,
      speedEmpty: fields.number("speed_empty") ?? 1, detourFactor: fields.number("detour_factor") ?? 1,
      rangeKilometres: fields.number("range") ?? 0)
  }
}
