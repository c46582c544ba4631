/// Where each trip of the pathways may lead from each facility.
struct MoveTargets {
  /// `move * facilityCount + facility`.
  var ranges: [RowRange] = []
  var rows: [Int32] = []

  /// - Complexity: O(moves × facilities × (regions or facilities)).
  init(_ network: CareNetwork, places: PlaceIndex, reach: FleetReach) {
    let facilityCount = network.facilities.count
    for move in network.pathways.flatMap(\.steps).compactMap(\.move) {
      let fleet = network.fleets[move.fleet]
      for from in 0..<facilityCount {
        let start = rows.count
        let candidates = Self.candidates(of: move, from: from, network, places, reach).filter { to in
          to != from && reach.makes(fleet, from: from, to: to)
        }
        rows += (move.destination == .nearest ? Array(candidates.prefix(1)) : candidates).map { Int32($0) }
        ranges.append(RowRange(start: Int32(start), count: Int32(rows.count - start)))
      }
    }
  }

  /// Where a trip may lead if there is a way.
  private static func candidates(
    of move: Move, from: Int, _ network: CareNetwork, _ places: PlaceIndex, _ reach: FleetReach
  ) -> [Int] {
    let kindCount = network.unitKinds.count
    let home = network.facilities[from].region
    func hasUnit(_ facility: Int) -> Bool { places.unitOf[facility * kindCount + move.unitKind] >= 0 }
    switch move.destination {
    case .otherRegion:
      return network.regions.indices.filter { $0 != home }
        .map { Int(places.hubs[$0 * kindCount + move.unitKind]) }.filter { $0 >= 0 }
    case .withinRegion:
      return network.facilities.indices.filter { network.facilities[$0].region == home && hasUnit($0) }
    case .nearest:
      return reach.byDistance(
        from: from, network.facilities.indices.filter(hasUnit), by: move.fleet..<move.fleet + 1)
    case .facility:
      return move.facility.map { [$0] } ?? []
    }
  }
}

extension Step {
  /// Whether the step is a branch alone, that takes no time and waits for none, no place, no care and nothing of a stock.
  var isBranchAlone: Bool {
    unitKind == nil && stay == nil && move == nil && careFactor == nil && careFactorAfter == nil
      && !isDischargeReady && uses.isEmpty && endsDuring == nil
      && orders.isEmpty && !awaitsOrders
  }
}
