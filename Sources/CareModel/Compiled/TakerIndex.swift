/// For each kind of unit, other kinds whose steps ask for a place of it.
struct TakerIndex {
  private(set) var ranges: [RowRange] = []
  private(set) var rows: [Int32] = []

  /// The kinds of units with which steps take a place of it together.
  static func together(_ network: CareNetwork) -> TakerIndex {
    TakerIndex(network) { step, kind, other in
      (step.unitKind == other || step.otherUnits.contains(other)) && step.together.contains(kind)
    }
  }

  /// The kinds of units of which it will do for some step.
  static func instead(_ network: CareNetwork) -> TakerIndex {
    TakerIndex(network) { step, kind, other in step.unitKind == other && step.otherUnits.contains(kind) }
  }

  /// - Complexity: O(kinds² × steps).
  private init(_ network: CareNetwork, _ takes: (Step, _ kind: Int, _ other: Int) -> Bool) {
    let steps = network.pathways.flatMap(\.steps).filter { !$0.together.isEmpty || !$0.otherUnits.isEmpty }
    for kind in network.unitKinds.indices {
      let start = rows.count
      for other in network.unitKinds.indices where steps.contains(where: { takes($0, kind, other) }) {
        rows.append(Int32(other))
      }
      ranges.append(RowRange(start: Int32(start), count: Int32(rows.count - start)))
    }
  }
}
