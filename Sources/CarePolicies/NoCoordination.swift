public import CareModel

/// The national office proposes nothing: every free place on the picture is open to others. The default.
public struct NoCoordination: CoordinationPolicy {
  /// The policy.
  public init() {}

  /// All of them.
  public func openShare(
    forRegion region: Int, unitKind: Int, picture: borrowing SituationPicture
  ) -> Double { 1 }

  static let entry = PolicyEntry(
    decision: .coordination, id: "none",
    summary: "The national office publishes the picture and proposes nothing.",
    guide: """
      Decides: at each published picture, the share of each region's free places that is open to others:
      always all.
      Knows: the picture.
      Costs: nothing.
      Is not: an office without a picture. It still compiles and publishes it.
      """
  ) { _, _, set in set.coordination = NoCoordination() }
}
