import CareModel

extension ModelReading {
  /// The multiplier of an inflow that follows the state; nil when there is none, or it cannot be used.
  func rateFactor(_ inflow: FieldReader, facilities chosen: [Int]?) -> RateFactor? {
    guard let fields = inflow.object("rate_factor") else { return nil }
    let isPoisson = ["rate", "rate_per_day_column", "expected_by_day_column"].contains {
      inflow.keyPlace(of: $0) != nil
    }
    if !isPoisson {
      inflow.report("this multiplies a rate; there is none here", about: "rate_factor")
    }
    let points = fields.objects("points")
    if points.isEmpty, fields.has("points") { fields.report("the list is empty", about: "points") }
    for (before, after) in zip(points, points.dropFirst()) {
      if let low = before.number("state"), let high = after.number("state"), high <= low {
        after.report("points go by rising state: this one does not come after the one before", about: "state")
      }
    }
    if !points.isEmpty, points.allSatisfy({ $0.number("factor") == 0 }) {
      fields.report("all factors are 0: nobody would ever come", about: "points")
    }
    let place = fields.text("where").flatMap { RateFactor.Place(rawValue: $0) } ?? .facility
    guard let kind = kindNames.index(of: "unit", in: fields),
      let state = fields.text("of").flatMap({ RateFactor.State(rawValue: $0) })
    else { return nil }
    if place == .facility, unitsAreWhole, inflow.keyPlace(of: "rate_per_day_column") == nil {
      let places = chosen ?? Array(network.facilities.indices)
      if let without = places.first(where: { place in
        !network.units.contains { $0.facility == place && $0.kind == kind }
      }) {
        fields.report(
          "facility \(facilityNames.names[without]) has no \(kindNames.names[kind]): choose facilities that have, or where: \"region\"",
          about: "unit")
      }
    }
    return RateFactor(
      state: state, unitKind: kind, place: place,
      points: points.map {
        RateFactor.Point(state: $0.number("state") ?? 0, factor: $0.number("factor") ?? 0)
      })
  }

  /// Whether all units are known, so that one that is not found is a mistake.
  private var unitsAreWhole: Bool {
    isWhole("units") && facilityNames.isComplete && network.units.count == units.count
  }
}
