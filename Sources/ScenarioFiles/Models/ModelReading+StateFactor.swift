import CareModel

extension ModelReading {
  /// The multiplier of an inflow that follows the state; nil when there is none, or it cannot be used.
  func rateFactor(_ inflow: FieldReader, facilities chosen: [Int]?) -> StateFactor? {
    guard let fields = inflow.object("rate_factor") else { return nil }
    let isPoisson = ["rate", "rate_per_day_column", "expected_by_day_column"].contains {
      inflow.keyPlace(of: $0) != nil
    }
    if !isPoisson {
      inflow.report("this multiplies a rate; there is none here", about: "rate_factor")
    }
    // Those of a column come to the facilities that have it.
    let isAnywhere = inflow.keyPlace(of: "rate_per_day_column") != nil
    return stateFactor(
      fields, at: isAnywhere ? nil : chosen ?? Array(network.facilities.indices),
      ifZero: "nobody would ever come", ifMissing: "choose facilities that have, or where: \"region\"")
  }

  /// The multiplier of a step's stay; nil when there is none, or it cannot be used.
  ///
  /// - Parameter kind: the unit kind of the step; nil without one.
  func stayByState(_ step: FieldReader, kind: Int?) -> StateFactor? {
    guard let fields = step.object("stay_by_state") else { return nil }
    let places = kind.map { kind in network.units.filter { $0.kind == kind }.map(\.facility) }
    return stateFactor(
      fields, at: places, ifZero: "remove stay instead", ifMissing: "write where: \"region\"")
  }

  /// A multiplier that follows the state; nil when it cannot be used.
  ///
  /// - Parameters:
  ///   - places: facilities at which it is looked at; nil where they are not known.
  ///   - ifZero: what no multiplier but 0 means.
  ///   - ifMissing: what to do where a facility has no such unit.
  private func stateFactor(_ fields: FieldReader, at places: [Int]?, ifZero: String, ifMissing: String)
    -> StateFactor?
  {
    let points = fields.objects("points")
    fields.reportIfEmpty("points")
    for (before, after) in zip(points, points.dropFirst()) {
      if let low = before.number("state"), let high = after.number("state"), high <= low {
        after.report("points go by rising state: this one does not come after the one before", about: "state")
      }
    }
    if !points.isEmpty, points.allSatisfy({ $0.number("factor") == 0 }) {
      fields.report("all factors are 0: \(ifZero)", about: "points")
    }
    let place = fields.text("where").flatMap { StateFactor.Place(rawValue: $0) } ?? .facility
    guard let kind = kindNames.index(of: "unit", in: fields),
      let state = fields.text("of").flatMap({ StateFactor.State(rawValue: $0) })
    else { return nil }
    if place == .facility, unitsAreWhole, let places {
      if let without = places.first(where: { place in
        !network.units.contains { $0.facility == place && $0.kind == kind }
      }) {
        fields.report(
          "facility \(facilityNames.names[without]) has no \(kindNames.names[kind]): \(ifMissing)",
          about: "unit")
      }
    }
    return StateFactor(
      state: state, unitKind: kind, place: place,
      points: points.map {
        StateFactor.Point(state: $0.number("state") ?? 0, factor: $0.number("factor") ?? 0)
      })
  }

  /// Whether all units are known, so that one that is not found is a mistake.
  private var unitsAreWhole: Bool {
    isWhole("units") && facilityNames.isComplete && network.units.count == units.count
  }
}
