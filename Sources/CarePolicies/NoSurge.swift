public import CareModel

/// No beds beyond the staffed ones. The default.
public struct NoSurge: SurgePolicy {
  /// The policy.
  public init() {}

  /// None.
  public func extraPlaces(
    staffed: Int, physical: Int, unitKind: Int, in region: borrowing RegionState,
    memory: inout PolicyMemory
  ) -> Int { 0 }

  static let entry = PolicyEntry(
    decision: .surge, id: "none",
    summary: "No beds are opened beyond the staffed ones.",
    guide: """
      Decides: nothing, asked for each unit at each published picture.
      Knows: nothing.
      Costs: nothing.
      Is not: a ban on overcrowding. A unit kind limited by physical places still takes patients beyond
      its staffed ones.
      """
  ) { _, _, set in set.surge = NoSurge() }
}
