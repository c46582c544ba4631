import CareModel

extension ModelReading {
  func readProfessions() {
    let professions = root.objects("professions")
    professionNames = NameIndex(
      "profession", professions.map { $0.text("id") }, isComplete: root.isWhole("professions"))
    network.professions = professions.map { fields in
      Profession(
        id: fields.text("id") ?? "", title: fields.text("title") ?? "",
        sicknessShare: fields.number("sickness_share") ?? 0,
        surgeWeeklyHours: fields.hours("surge_working_week"),
        exhaustion: fields.object("exhaustion").map(exhaustion))
    }
    if professions.count > 100 {
      root.report("a model has at most 100 professions", about: "professions")
    }
  }

  private func exhaustion(_ fields: FieldReader) -> Exhaustion {
    Exhaustion(
      afterDays: fields.integer("after_days") ?? 0,
      lostSharePerDay: fields.number("lost_share_per_day") ?? 0,
      leastShare: fields.number("least_share") ?? 0,
      regainedSharePerDay: fields.number("regained_share_per_day") ?? 1)
  }

  /// What places of a kind, or at a level, need.
  func staffNeed(_ fields: FieldReader) -> [StaffNeed] {
    let parts = fields.objects("staff_need")
    reportRepeats(parts, "profession")
    return parts.compactMap { part in
      professionNames.index(of: "profession", in: part).map {
        StaffNeed(profession: $0, personsPerPlace: part.number("persons_per_place") ?? 1)
      }
    }
  }

  func readStaff() {
    let groups = root.has("staff") ? rows("staff", as: ModelFields.staffGroup) : []
    network.staff = (groups ?? []).compactMap(staffGroup)
    employerNames = NameIndex(
      "employer in staff", (groups ?? []).compactMap { $0.text("claimed_by") },
      isComplete: groups != nil && isWhole("staff"))
    if groups != nil, groups?.count == network.staff.count, isWhole("staff") { reportMissingStaff() }
  }

  private func staffGroup(_ fields: any OpenFields) -> StaffGroup? {
    let facility = facilityNames.index(of: "facility", in: fields)
    var region = regionNames.index(of: "region", in: fields)
    if fields.has("facility"), fields.has("region") {
      fields.report("facility is given already; keep one of the two", about: "region")
    } else if !fields.has("facility"), !fields.has("region") {
      fields.report("write facility or region", about: "profession")
    }
    if let facility { region = network.facilities[facility].region }
    let calendar = calendarNames.index(of: "calendar", in: fields)
    if let calendar, network.calendars[calendar].isNeverOpen {
      fields.report("all shares of this calendar are 0: nobody would ever be present", about: "calendar")
    }
    let employed = fields.number("employed") ?? 0
    let claimed = claimedPersons(fields, of: employed)
    guard let region, let profession = professionNames.index(of: "profession", in: fields) else { return nil }
    return StaffGroup(
      profession: profession, region: region, facility: facility, persons: employed,
      weeklyHours: fields.hours("working_week") ?? 38, calendar: calendar, claimedPersons: claimed,
      claimedBy: fields.text("claimed_by") ?? "")
  }

  private func claimedPersons(_ fields: any OpenFields, of employed: Double) -> Double {
    let persons = fields.number("also_claimed")
    let share = fields.number("also_claimed_share")
    if persons != nil, share != nil {
      fields.report(
        "\(fields.writtenKey("also_claimed")) is given already; keep one of the two",
        about: "also_claimed_share")
    }
    if persons != nil || share != nil, !fields.has("claimed_by") {
      fields.report(
        "write claimed_by: who claims them", about: persons == nil ? "also_claimed_share" : "also_claimed")
    } else if persons == nil, share == nil, fields.has("claimed_by") {
      fields.report(
        "nobody is claimed here: write also_claimed_persons or also_claimed_share", about: "claimed_by")
    }
    if let persons, persons > employed {
      fields.report(
        "\(plainText(persons)) of \(plainText(employed)) persons are claimed: at most all of them",
        about: "also_claimed")
    }
    return persons ?? (share ?? 0) * employed
  }

  /// A unit whose places need a profession that nobody there has would never open.
  private func reportMissingStaff() {
    let facilities = network.facilities
    // For look-ups only.
    let employed = Set(
      network.staff.map { StaffPlace(profession: $0.profession, region: $0.region, facility: $0.facility) })
    for (fields, unit) in zip(units, network.units)
    where facilities.indices.contains(unit.facility) && network.unitKinds.indices.contains(unit.kind) {
      let kind = network.unitKinds[unit.kind]
      for need in kind.staffNeed + kind.surgeLevels.flatMap(\.staffNeed) {
        let region = facilities[unit.facility].region
        let isThere = [nil, unit.facility].contains { facility in
          employed.contains(StaffPlace(profession: need.profession, region: region, facility: facility))
        }
        guard !isThere else { continue }
        fields.report(
          "its places need \(network.professions[need.profession].id), of whom staff has nobody here: write 0 persons if that is meant",
          about: "kind")
        break
      }
    }
  }
}

private struct StaffPlace: Hashable {
  let profession: Int
  let region: Int
  let facility: Int?
}
