import CareModel

extension ScenarioReading {
  func surgePlan(_ fields: FieldReader) -> SurgePlan? {
    reportOrder(fields)
    let regions = regionList(fields)
    guard let kind = model.kindNames.index(of: "unit", in: fields) else { return nil }
    let unitKind = model.network.unitKinds[kind]
    let levels = NameIndex("level of \(unitKind.id)", unitKind.surgeLevels.map(\.id))
    guard let level = levels.index(of: "level", in: fields) else { return nil }
    return SurgePlan(
      unitKind: kind, level: level + 1, fromDay: fields.number("from_day") ?? 0,
      untilDay: fields.number("until_day") ?? 0, regions: regions)
  }

  func staffClaim(_ fields: FieldReader) -> StaffChange? {
    guard let name = fields.text("employer") else { return staffChange(fields, .claim(employer: "")) }
    _ = model.employerNames.index(of: "employer", in: fields)
    return staffChange(fields, .claim(employer: name))
  }

  func callUp(_ fields: FieldReader) -> StaffChange? {
    staffChange(fields, .callUp(share: fields.number("added_share") ?? 0))
  }

  func staffAbsence(_ fields: FieldReader) -> StaffChange? {
    var change = staffChange(fields, .absence(share: fields.number("share") ?? 0))
    if fields.has("facilities"), fields.keyPlace(of: "facilities") != nil {
      let names = fields.texts("facilities")
      if names.isEmpty {
        fields.report("the list is empty: remove it for all staff", about: "facilities")
      }
      change?.facilities = names.compactMap { name in
        model.facilityNames.index(of: name) { fields.report($0, about: "facilities") }
      }
    }
    return change
  }

  private func staffChange(_ fields: FieldReader, _ kind: StaffChange.Kind) -> StaffChange? {
    reportOrder(fields)
    return StaffChange(
      kind: kind, profession: model.professionNames.index(of: "profession", in: fields),
      fromDay: fields.number("from_day") ?? 0, untilDay: fields.number("until_day") ?? 0,
      regions: regionList(fields))
  }

  /// The regions that a list names; empty when it is absent.
  func regionList(_ fields: FieldReader) -> [Int] {
    guard fields.keyPlace(of: "regions") != nil else { return [] }
    let names = fields.texts("regions")
    if fields.has("regions"), names.isEmpty {
      fields.report("the list is empty: remove it for all regions", about: "regions")
    }
    return names.compactMap { name in
      model.regionNames.index(of: name) { fields.report($0, about: "regions") }
    }
  }
}
