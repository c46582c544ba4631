import CareModel

extension ScenarioReading {
  func disruption(_ fields: FieldReader) -> Disruption {
    let isRandom = fields.keyPlace(of: "occasions") != nil
    let isPlanned = fields.keyPlace(of: "at") != nil
    if !isRandom, !isPlanned { fields.report("write occasions_per_day or at, or both") }
    for key in ["from_day", "until_day"] {
      let isGiven = fields.keyPlace(of: key) != nil
      if isRandom, !isGiven {
        fields.report("occasions at random need \(key)")
      } else if !isRandom, isPlanned, isGiven {
        fields.report("this is of occasions at random; there is no occasions_per_day", about: key)
      }
    }
    if !isRandom, isPlanned, fields.keyPlace(of: "facilities") != nil {
      fields.report("this is of occasions at random; there is no occasions_per_day", about: "facilities")
    }
    reportOrder(fields)
    let occasions = fields.objects("at").compactMap { occasion -> (day: Double, facility: Int)? in
      guard let facility = model.facilityNames.index(of: "facility", in: occasion) else { return nil }
      return occasion.number("day").map { (day: $0, facility: facility) }
    }
    let kinds = fields.texts("units").compactMap { name in
      model.kindNames.index(of: name) { fields.report($0, about: "units") }
    }
    let changes = [
      "lost_share", "stay_factor", "turnaround_factor", "stops_reports", "delivery_factor", "followed_by",
      "lost_staff_share",
    ]
    if changes.allSatisfy({ fields.keyPlace(of: $0) == nil }) {
      fields.report("this takes no places and changes nothing: write lost_share, or what it changes")
    }
    if fields.keyPlace(of: "delivery_factor") != nil, model.network.stocks.isEmpty,
      model.stockNames.isComplete
    {
      fields.report("the model has no stocks", about: "delivery_factor")
    }
    return Disruption(
      id: fields.text("id") ?? "", cause: fields.text("cause").flatMap { Disruption.Cause(rawValue: $0) },
      scheduled: occasions, ratePerDay: fields.perDay("occasions") ?? 0,
      fromDay: fields.number("from_day") ?? 0, untilDay: fields.number("until_day") ?? 0,
      facilities: isRandom ? facilities(fields) : [], unitKinds: kinds,
      lostShare: fields.number("lost_share") ?? 0, killedShare: fields.number("killed_share") ?? 0,
      order: fields.text("who_leaves").flatMap { Disruption.Order(rawValue: $0) } ?? .lastIn,
      repair: fields.distribution("repair", in: .hours),
      effects: Disruption.Effects(
        stayFactor: fields.number("stay_factor") ?? 1,
        turnaroundFactor: fields.number("turnaround_factor") ?? 1,
        stopsReports: fields.flag("stops_reports") ?? false,
        deliveryFactor: fields.number("delivery_factor") ?? 1), follower: follower(fields),
      lostStaffShare: fields.number("lost_staff_share") ?? 0)
  }

  private func follower(_ fields: FieldReader) -> Disruption.Follower? {
    guard let part = fields.object("followed_by") else { return nil }
    let names = NameIndex("event", events.map { $0.text("id") }, isComplete: root.isWhole("events"))
    return names.index(of: "event", in: part).map {
      Disruption.Follower(event: $0, share: part.number("share") ?? 0)
    }
  }

  /// Ids of the events that follow disruptions.
  var followers: [String] {
    disruptions.compactMap { $0.object("followed_by")?.text("event") }
  }

  func deliveryChange(_ fields: FieldReader) -> DeliveryChange {
    reportOrder(fields)
    return DeliveryChange(
      stock: model.stockNames.index(of: "stock", in: fields) ?? 0, fromDay: fields.number("from_day") ?? 0,
      untilDay: fields.number("until_day") ?? 0, factor: fields.number("factor") ?? 1)
  }

  private func facilities(_ fields: FieldReader) -> [(facility: Int, share: Double)] {
    let all = model.network.facilities.indices
    guard fields.keyPlace(of: "facilities") != nil else {
      return all.map { (facility: $0, share: 1 / Double(all.count)) }
    }
    let parts = fields.objects("facilities")
    reportShareSum(parts.map { $0.number("share") }, of: fields, about: "facilities")
    reportRepeats(parts, "facility")
    return parts.map {
      (facility: model.facilityNames.index(of: "facility", in: $0) ?? 0, share: $0.number("share") ?? 0)
    }
  }

  func checkDisruptionNames(_ origins: inout StreamNames, _ log: MistakeLog) {
    var seen: Set<String> = []
    for (fields, disruption) in zip(disruptions, scenario.disruptions) {
      guard let id = fields.text("id"), seen.insert(id).inserted else { continue }
      let names = distinctRegions.flatMap { region in
        [disruption.streamName(inRegion: region)]
          + disruption.scheduled.indices.map { disruption.streamName(ofScheduled: $0, inRegion: region) }
      }
      for name in names where !origins.add(name, fields, log: log) { break }
    }
  }
}
