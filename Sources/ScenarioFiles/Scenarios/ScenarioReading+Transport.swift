import CareModel

extension ScenarioReading {
  func closure(_ fields: FieldReader) -> WayClosure {
    reportOrder(fields)
    let given = ["fleet", "mode", "facility", "link"].filter { fields.keyPlace(of: $0) != nil }
    if given.isEmpty { fields.report("write fleet, mode, facility or link") }
    if given.contains("link"), given.count > 1 {
      fields.report("a link is closed alone: remove link or the others", about: "link")
    }
    if given.contains("fleet"), given.contains("mode") {
      fields.report("the fleet has a mode: remove mode", about: "mode")
    }
    return WayClosure(
      fleet: model.fleetNames.index(of: "fleet", in: fields),
      mode: fields.text("mode").flatMap { Fleet.Mode(rawValue: $0) },
      link: model.linkNames.index(of: "link", in: fields),
      facility: model.facilityNames.index(of: "facility", in: fields),
      fromDay: fields.number("from_day") ?? 0, untilDay: fields.number("until_day") ?? 0)
  }

  func transportLoss(_ fields: FieldReader) -> TransportLoss {
    reportOrder(fields)
    let names = fields.texts("regions")
    if Set(names).count < names.count { fields.report("a region is in the list twice", about: "regions") }
    let regions = names.compactMap { name in
      model.regionNames.index(of: name) { fields.report($0, about: "regions") }
    }
    return TransportLoss(
      fleet: model.fleetNames.index(of: "fleet", in: fields) ?? 0,
      sharePerTrip: fields.number("share_per_trip") ?? 0, fromDay: fields.number("from_day") ?? 0,
      untilDay: fields.number("until_day") ?? 0, regions: regions,
      passengersDieShare: fields.number("passengers_die_share") ?? 0)
  }
}
