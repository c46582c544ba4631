import CareModel

// Conditions of branches.
extension PathwayReading {
  /// The condition of a branch; nil if it could not be read, or stands where there is none.
  func condition(_ part: FieldReader, of key: String) -> BranchCondition? {
    if key != "next" {
      part.report(
        "only the ways of next have conditions: lead to a step without a unit, and branch there",
        about: "when")
    }
    guard let fields = part.object("when") else { return nil }
    let keys = ModelFields.condition.fields.map(\.key)
    if !keys.contains(where: { $0 != "of" && fields.keyPlace(of: $0) != nil }) {
      part.report("the condition is empty", about: "when")
    }
    let known = Array(Set(model.network.facilities.flatMap(\.capabilities))).sorted()
    let capabilities = NameIndex(
      "capability of any facility", known.map { Optional($0) },
      isComplete: model.isWhole("facilities"))
    for key in ["has_capability", "lacks_capability"] { _ = capabilities.index(of: key, in: fields) }
    let classes = fields.texts("classes").compactMap { name in
      model.classNames.index(of: name) { fields.report($0, about: "classes") }
    }
    return BranchCondition(
      classes: classes,
      severity: range(fields, "niss_from", "niss_until", 0...75) { fields.integer($0) },
      has: fields.text("has_capability"), lacks: fields.text("lacks_capability"), unit: unitState(fields),
      stayHours: range(fields, "stay_at_least", "stay_at_most", 0...Double.infinity) { fields.hours($0) },
      hours: span(fields), during: model.openCalendar("during", in: fields))
  }

  private func span(_ fields: FieldReader) -> Range<Double> {
    let (from, until) = (fields.hours("from") ?? -.infinity, fields.hours("until") ?? .infinity)
    if from >= until { fields.report("until must come after from", about: "until") }
    return min(from, until)..<max(from, until)
  }

  private func unitState(_ fields: FieldReader) -> BranchCondition.UnitState? {
    let ofUnit = [
      "free_at_least", "free_at_most", "waiting_at_least", "waiting_at_most", "occupied_share_at_least",
      "occupied_share_at_most",
    ]
    let given = ofUnit.filter { fields.keyPlace(of: $0) != nil }
    if fields.keyPlace(of: "unit") == nil {
      for key in given + (fields.keyPlace(of: "of") == nil ? [] : ["of"]) {
        fields.report("this is of a unit: write unit too", about: key)
      }
      return nil
    }
    if given.isEmpty {
      fields.report("nothing is asked of the unit: write free_at_least or another", about: "unit")
    }
    guard let kind = model.kindNames.index(of: "unit", in: fields) else { return nil }
    return BranchCondition.UnitState(
      kind: kind, isOfRegion: fields.text("of") == "region",
      free: range(fields, "free_at_least", "free_at_most", 0...Int.max) { fields.integer($0) },
      waiting: range(fields, "waiting_at_least", "waiting_at_most", 0...Int.max) { fields.integer($0) },
      occupiedShare: range(fields, "occupied_share_at_least", "occupied_share_at_most", 0...Double.infinity) {
        fields.number($0)
      })
  }

  private func range<Number: Comparable>(
    _ fields: FieldReader, _ least: String, _ most: String, _ all: ClosedRange<Number>,
    _ number: (String) -> Number?
  ) -> ClosedRange<Number> {
    let low = number(least) ?? all.lowerBound
    let high = number(most) ?? all.upperBound
    if low > high { fields.report("nothing is between \(least) and \(most)", about: most) }
    return min(low, high)...max(low, high)
  }
}
