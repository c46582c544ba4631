public import CareModel
public import RandomStreams

/// No flights to allies. The default.
public struct NoEvacuation: EvacuationPolicy {
  /// The policy.
  public init() {}

  /// No flight.
  public func hours(ofFlight flight: Int) -> Double? { nil }

  /// Not asked.
  public func isCancelled(flight: Int, using random: inout KeyedStream) -> Bool { true }

  /// Nobody is fit to fly.
  public var hoursBeforeFit: Double { .infinity }

  /// None.
  public func seats(
    forRegion region: Int, picture: borrowing SituationPicture, memory: inout PolicyMemory,
    using random: inout KeyedStream
  ) -> SeatAllotment { SeatAllotment(intensiveCare: 0, other: 0) }

  static let entry = PolicyEntry(
    decision: .evacuation, id: "none",
    summary: "Nobody is flown to allies.",
    guide: """
      Decides: nothing.
      Knows: nothing.
      Costs: beds held by casualties through their whole stay.
      Is not: a judgement of what allies would offer.
      """
  ) { _, _, set in set.evacuation = NoEvacuation() }
}
