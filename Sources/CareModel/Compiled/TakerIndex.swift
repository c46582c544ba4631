/// For each kind of unit, the kinds of units with which steps take a place of it together.
struct TakerIndex {
  private(set) var ranges: [RowRange] = []
  private(set) var rows: [Int32] = []

  /// - Complexity: O(kinds × steps).
  init(_ network: CareNetwork) {
    for kind in network.unitKinds.indices {
      let start = rows.count
      for other in network.unitKinds.indices {
        let isTaken = network.pathways.contains { pathway in
          pathway.steps.contains { $0.unitKind == other && $0.together.contains(kind) }
        }
        if isTaken { rows.append(Int32(other)) }
      }
      ranges.append(RowRange(start: Int32(start), count: Int32(rows.count - start)))
    }
  }
}
