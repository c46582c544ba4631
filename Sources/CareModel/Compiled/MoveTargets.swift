/// Where each trip of the pathways may lead from each facility.
struct MoveTargets {
  /// `move * facilityCount + facility`.
  var ranges: [RowRange] = []
  var rows: [Int32] = []

  /// - Complexity: O(moves × facilities × regions).
  init(_ network: CareNetwork, places: PlaceIndex) {
    let (facilityCount, kindCount) = (network.facilities.count, network.unitKinds.count)
    for move in network.pathways.flatMap(\.steps).compactMap(\.move) {
      let fleet = network.fleets[move.fleet]
      for from in 0..<facilityCount {
        let start = rows.count
        let home = network.facilities[from].region
        for region in network.regions.indices where region != home {
          let to = Int(places.hubs[region * kindCount + move.unitKind])
          guard to >= 0 else { continue }
          let isCutOff =
            fleet.mode == .road && network.regions[region].roadNetwork != network.regions[home].roadNetwork
          let isTooFar =
            fleet.rangeKilometres > 0 && places.kilometres[from * facilityCount + to] > fleet.rangeKilometres
          if !isCutOff, !isTooFar { rows.append(Int32(to)) }
        }
        ranges.append(RowRange(start: Int32(start), count: Int32(rows.count - start)))
      }
    }
  }
}

extension Step {
  /// Whether the step is a branch alone, that takes no time, no place and no care.
  var isBranchAlone: Bool {
    unitKind == nil && stay == nil && move == nil && careFactor == nil && careFactorAfter == nil
      && !isDischargeReady
  }
}
