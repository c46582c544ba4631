import CareModel

// Kinds of unit of which a place will do.
extension PathwayReading {
  /// The kinds that `or_units` names: other ones, each at some facility.
  func otherUnits(_ fields: FieldReader, kind: Int?, isRefusing: Bool) -> [Int] {
    let names = fields.texts("or_units")
    if fields.keyPlace(of: "or_units_after") != nil, fields.keyPlace(of: "or_units") == nil {
      fields.report("no other unit will do here: write or_units too", about: "or_units_after")
    }
    if isRefusing, fields.keyPlace(of: "or_units") != nil, (fields.hours("or_units_after") ?? 0) > 0 {
      fields.report("nobody waits so long where a full unit turns away: remove it", about: "or_units_after")
    }
    if Set(names).count < names.count { fields.report("a kind is in the list twice", about: "or_units") }
    let kinds = names.compactMap { name in
      model.kindNames.index(of: name) { fields.report($0, about: "or_units") }
    }
    let together = Set(fields.texts("together"))
    for name in names where together.contains(name) {
      fields.report(
        "'\(name)' is taken together with the unit: another must do", about: "or_units")
    }
    guard let kind, model.isWhole("units") else { return kinds }
    if kinds.contains(kind) {
      fields.report("the unit itself is asked first anyway: remove it", about: "or_units")
    }
    for other in kinds where !model.network.units.contains(where: { $0.kind == other }) {
      fields.report("no facility has a unit of \(model.network.unitKinds[other].id)", about: "or_units")
    }
    return kinds
  }
}
