public import CareModel

/// No level is ordered by policy; those of the scenario stand. The default.
public struct NoSurge: SurgePolicy {
  /// The policy.
  public init() {}

  /// Never asked.
  public var timing: SurgeTiming { .never }

  /// None.
  public func level(
    for question: SurgeQuestion, in region: borrowing RegionState, picture: borrowing SituationPicture,
    memory: inout PolicyMemory
  ) -> Int { 0 }

  static let entry = PolicyEntry(
    decision: .surge, id: "none",
    summary: "No level of surge is ordered but those of the scenario.",
    guide: """
      Decides: nothing, and is never asked.
      Knows: nothing.
      Costs: nothing.
      Is not: a ban on overcrowding. A unit kind limited by physical places still takes patients beyond
      its staffed ones.
      """
  ) { _, _, set in set.surge = NoSurge() }
}
