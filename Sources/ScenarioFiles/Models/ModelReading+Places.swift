import CareModel

extension ModelReading {
  func readPlaces() {
    readCalendars()
    readProfessions()
    unitKinds = root.objects("unit_kinds")
    kindNames = NameIndex(
      "unit kind", unitKinds.map { $0.text("id") }, isComplete: root.isWhole("unit_kinds"), areIds: true)
    network.unitKinds = unitKinds.map(unitKind)
    if unitKinds.count > 1_000 { root.report("a model has at most 1,000 unit kinds", about: "unit_kinds") }

    let regionRows = rows("regions", as: ModelFields.region)
    requireSome("regions", regionRows?.count, "regions")
    regions = regionRows ?? []
    regionNames = NameIndex(
      "region", regions.map { $0.text("id") }, isComplete: regionRows != nil && isWhole("regions"),
      areIds: true)
    network.regions = regions.map(region)
    reportRegionsOfOneName()
    if regions.count > 100_000 {
      root.report("\(regions.count) regions are too many: at most 100,000", about: "regions")
    }

    let facilityRows = rows("facilities", as: ModelFields.facility)
    requireSome("facilities", facilityRows?.count, "facilities")
    facilities = facilityRows ?? []
    facilityNames = NameIndex(
      "facility", facilities.map { $0.text("id") },
      isComplete: facilityRows != nil && isWhole("facilities"), areIds: true)
    let regionsThere = names(regionNames, ofColumn: "region", in: facilities, of: "facilities placed")
    network.facilities = facilities.map { facility($0, regionNames: regionsThere) }
    if facilities.count > 30_000 {
      root.report("\(facilities.count) facilities are too many: at most 30,000", about: "facilities")
    }

    let unitRows = rows("units", as: ModelFields.unit)
    units = unitRows ?? []
    let places = names(facilityNames, ofColumn: "facility", in: units, of: "units")
    let kinds = names(kindNames, ofColumn: "kind", in: units, of: "units")
    network.units = units.map { unit($0, facilityNames: places, kindNames: kinds) }
    readStaff()
    reportCrowdedRegions()
    reportEmptyPlaces(
      hasFacilities: facilityRows != nil && isWhole("facilities"),
      hasUnits: unitRows != nil && isWhole("units"))
  }

  private func unitKind(_ fields: FieldReader) -> UnitKind {
    let isBed = fields.flag("hospital_bed") ?? true
    let isIntensive = fields.flag("intensive_care") ?? false
    if isIntensive, !isBed {
      fields.report("intensive care is a hospital bed too: set hospital_bed to true", about: "intensive_care")
    }
    return UnitKind(
      id: fields.text("id") ?? "", title: fields.text("title") ?? "", isHospitalBed: isBed,
      isIntensiveCare: isIntensive,
      limit: fields.text("limit").flatMap { UnitKind.Limit(rawValue: $0) } ?? .staffed,
      whenFull: fields.text("when_full").flatMap { UnitKind.WhenFull(rawValue: $0) } ?? .queue,
      queue: queue(fields), credits: credits(fields),
      helpWithinRegion: fields.flag("help_within_region") ?? false, helpOrder: helpOrder(fields),
      waitTargetHours: fields.hours("wait_target") ?? 0,
      needsTransport: fields.flag("needs_transport") ?? true,
      isSharedBetweenRegions: fields.flag("shared_between_regions") ?? false,
      openingHours: fields.object("hours").flatMap(openingHours),
      preemption: preemption(fields), turnaround: fields.distribution("turnaround", in: .hours),
      calendar: calendar(fields), surgeLevels: surgeLevels(fields),
      staffNeed: staffNeed(fields), staffPriority: fields.integer("staff_priority") ?? 0)
  }

  private func preemption(_ fields: FieldReader) -> UnitKind.Preemption {
    let preemption = fields.text("preemption").flatMap { UnitKind.Preemption(rawValue: $0) } ?? .none
    if preemption != .none, fields.text("queue") == "fifo" {
      fields.report(
        "a queue in order of arrival knows no priority: remove one of the two", about: "preemption")
    } else if preemption != .none, fields.text("queue") == "credit" {
      fields.report(
        "pushing out goes by priority, and this queue by credit: remove one of the two", about: "preemption")
    }
    return preemption
  }

  private func helpOrder(_ fields: FieldReader) -> UnitKind.HelpOrder {
    if fields.keyPlace(of: "help_order") != nil, fields.flag("help_within_region") == false {
      fields.report("units do not help each other here: write help_within_region: true", about: "help_order")
    }
    return fields.text("help_order").flatMap { UnitKind.HelpOrder(rawValue: $0) } ?? .ownLineFirst
  }

  private func queue(_ fields: FieldReader) -> UnitKind.Queue {
    if fields.keyPlace(of: "queue") != nil, fields.text("when_full") == "refuse",
      !isQueuedFor(fields.text("id"))
    {
      fields.report(
        "nobody queues for a unit that refuses: remove it, or set when_full to queue", about: "queue")
    }
    return fields.text("queue").flatMap { UnitKind.Queue(rawValue: $0) } ?? .priority
  }

  private func credits(_ fields: FieldReader) -> [UnitKind.Credit] {
    let rows = fields.objects("credits")
    let isByCredit = fields.text("queue") == "credit"
    let isKnown = fields.keyPlace(of: "credits") == nil || fields.has("credits")
    if isByCredit, rows.isEmpty, isKnown {
      fields.report("a queue by credit needs credits: what those of each priority gain", about: "queue")
    } else if !isByCredit, !rows.isEmpty {
      fields.report("credits are of a queue by credit: write queue: \"credit\"", about: "credits")
    }
    if rows.count > 8 { fields.report("there are eight priorities, 0 to 7", about: "credits") }
    return rows.map {
      UnitKind.Credit(atStart: $0.number("at_start") ?? 0, perHour: $0.number("per_hour") ?? 0)
    }
  }

  /// Whether a step lets patients wait for units of a kind, or may do so where it could not be read.
  private func isQueuedFor(_ kind: String?) -> Bool {
    guard let kind, let kindsQueuedFor else { return true }
    return kindsQueuedFor.contains(kind)
  }

  /// What ``kindsQueuedFor`` holds: steps are read after the kinds, and looked at here before.
  func readKindsQueuedFor() -> Set<String>? {
    var kinds: Set<String> = []
    for key in ["pathways", "parts"] {
      if root.keyPlace(of: key) != nil, !root.has(key) { return nil }
      for way in root.objects(key) {
        if !way.has("steps") { return nil }
        for step in way.objects("steps")
        where step.keyPlace(of: "when_full") != nil && step.text("when_full") != "refuse" {
          guard let kind = step.text("unit") else { return nil }
          kinds.insert(kind)
        }
      }
    }
    return kinds
  }

  /// Who reads a page tells regions apart by their names.
  private func reportRegionsOfOneName() {
    var ids: [String: String] = [:]
    for region in regions {
      guard let id = region.text("id"), let name = region.text("name") else { continue }
      if let first = ids[name], first != id {
        region.report("region \(first) has this name already: tell the two apart", about: "name")
      }
      ids[name] = ids[name] ?? id
    }
  }

  private func region(_ fields: any OpenFields) -> Region {
    if let id = fields.text("id") {
      if id == "*" {
        fields.report("'*' stands for all regions together in tables: choose another id", about: "id")
      } else if id.contains(",") {
        fields.report("a comma parts the regions of --region: choose an id without one", about: "id")
      }
    }
    for key in ["id", "name"] {
      if let text = fields.text(key), let mistake = cellMistake(text, "the \(key) of a region") {
        fields.report(mistake, about: key)
      }
    }
    return Region(
      id: fields.text("id") ?? "", name: fields.text("name") ?? "",
      population: fields.number("population") ?? 0, civilArea: fields.text("civil_area") ?? "",
      healthcareRegion: fields.text("healthcare_region") ?? "",
      roadNetwork: fields.text("road_network") ?? "mainland",
      gridRow: fields.integer("grid_row") ?? 0, gridColumn: fields.integer("grid_column") ?? 0,
      parameters: fields.openNumbers.map { NamedNumber(name: $0.name, value: $0.value) })
  }

  private func facility(_ fields: any OpenFields, regionNames: NameIndex) -> Facility {
    Facility(
      id: fields.text("id") ?? "", name: fields.text("name") ?? "",
      region: regionNames.index(of: "region", in: fields) ?? 0,
      latitude: fields.number("latitude") ?? 0, longitude: fields.number("longitude") ?? 0,
      capabilities: fields.texts("capabilities"),
      parameters: fields.openNumbers.map { NamedNumber(name: $0.name, value: $0.value) })
  }

  private func unit(
    _ fields: any CheckedFields, facilityNames: NameIndex, kindNames: NameIndex
  ) -> CareUnit {
    let facility = facilityNames.index(of: "facility", in: fields)
    let kind = kindNames.index(of: "kind", in: fields)
    let staffed = fields.integer("staffed_beds") ?? 0
    let physical = fields.integer("physical_beds") ?? staffed
    if physical < staffed {
      fields.report(
        "there are \(physical) physical places and \(staffed) staffed ones: write all places that exist",
        about: "physical_beds")
    }
    if let facility, let kind {
      let place = UnitPlace(facility: facility, kind: kind)
      if let first = unitPlaces[place] {
        fields.report(
          "this facility has such a unit already, on line \(first.position.line)", about: "kind")
      } else {
        unitPlaces[place] = fields.place(of: "kind")
      }
    }
    let waitingPlaces = fields.integer("waiting_places")
    if waitingPlaces != nil, let kind, network.unitKinds[kind].whenFull == .refuse,
      !isQueuedFor(network.unitKinds[kind].id)
    {
      fields.report(
        "nobody waits for a unit that refuses: remove it, or set when_full to queue", about: "waiting_places")
    }
    return CareUnit(
      facility: facility ?? 0, kind: kind ?? 0, staffedBeds: staffed, physicalBeds: max(physical, staffed),
      waitingPlaces: waitingPlaces,
      calendar: calendarNames.index(of: "calendar", in: fields),
      staffNeedFactor: fields.number("staff_need_factor") ?? 1)
  }

  /// A run numbers the units of a region in 16 bits.
  private func reportCrowdedRegions() {
    var counts = [Int](repeating: 0, count: network.regions.count)
    for unit in network.units where network.facilities.indices.contains(unit.facility) {
      let region = network.facilities[unit.facility].region
      if counts.indices.contains(region) { counts[region] += 1 }
    }
    for (index, region) in regions.enumerated() where counts[index] > 32_000 {
      region.report("\(counts[index]) units in one region are too many: at most 32,000", about: "id")
    }
  }

  private func reportEmptyPlaces(hasFacilities: Bool, hasUnits: Bool) {
    // A reference that failed would make these sentences misleading.
    let placed = facilities.compactMap { $0.text("region").flatMap { regionNames.index(of: $0) } }
    if hasFacilities, placed.count == facilities.count {
      let served = Set(placed)
      for (index, region) in regions.enumerated() where !served.contains(index) {
        let name = [region.text("id"), region.text("name")].compactMap { $0 }.joined(separator: " ")
        region.report("region \(name) has no hospital", about: "id")
      }
    }
    if hasUnits, root.isText("units"), units.isEmpty {
      root.report("the model has no units", about: "units")
      torn.insert("units")
      return
    }
    let equipped = Set(units.compactMap { $0.text("facility").flatMap { facilityNames.index(of: $0) } })
    guard hasUnits, units.allSatisfy({ $0.text("facility").flatMap { facilityNames.index(of: $0) } != nil })
    else { return }
    for (index, facility) in facilities.enumerated() where !equipped.contains(index) {
      facility.report("facility \(facility.text("id") ?? "") has no units", about: "id")
    }
  }
}
