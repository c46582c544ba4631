import CareModel

extension ModelReading {
  /// The levels of a kind of unit, lowest first.
  func surgeLevels(_ fields: FieldReader) -> [SurgeLevel] {
    let parts = fields.objects("surge_levels")
    if parts.count > 20 { fields.report("a kind of unit has at most 20 levels", about: "surge_levels") }
    if !parts.isEmpty, fields.text("limit") == "physical" {
      fields.report(
        "a kind limited by its physical places has all of them open: remove the levels, or set limit to staffed",
        about: "surge_levels")
    }
    var levels: [SurgeLevel] = []
    for part in parts {
      let level = SurgeLevel(
        id: part.text("id") ?? "", extra: extra(part), leadTimeHours: part.hours("lead_time") ?? 0,
        staffNeed: staffNeed(part))
      if let before = levels.last, level.isLower(than: before) {
        part.report(
          "this level opens fewer places than the one before it, '\(before.id)'",
          about: part.keyPlace(of: "added_share") == nil ? "id" : "added_share")
      }
      levels.append(level)
    }
    return levels
  }

  private func extra(_ fields: FieldReader) -> SurgeLevel.Extra {
    let isPhysical = fields.flag("all_physical") ?? false
    let isShare = fields.keyPlace(of: "added_share") != nil
    if isPhysical, isShare {
      fields.report("all places are opened: remove added_share, or all_physical", about: "added_share")
    } else if !isPhysical, !isShare {
      fields.report("write added_share, or all_physical: true")
    }
    return isPhysical ? .physical : .share(fields.number("added_share") ?? 0)
  }
}

extension SurgeLevel {
  fileprivate func isLower(than other: SurgeLevel) -> Bool {
    switch (extra, other.extra) {
    case (.share(let own), .share(let before)): own < before
    case (.share, .physical): true
    case (.physical, _): false
    }
  }
}
