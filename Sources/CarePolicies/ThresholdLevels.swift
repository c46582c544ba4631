public import CareModel

/// Each region raises a kind of unit by a level when its places fill, and lowers it after a time of less demand.
public struct ThresholdLevels: SurgePolicy {
  let raiseAt: Double
  let lowerBelow: Double
  let lowerAfterHours: Double
  let reviewEveryHours: Double

  /// The policy, with thresholds as shares of the places of a level.
  public init(raiseAt: Double, lowerBelow: Double, lowerAfterHours: Double, reviewEveryHours: Double) {
    self.raiseAt = raiseAt
    self.lowerBelow = min(lowerBelow, raiseAt)
    self.lowerAfterHours = lowerAfterHours
    self.reviewEveryHours = reviewEveryHours
  }

  /// At the hours of the parameter.
  public var timing: SurgeTiming { .every(hours: reviewEveryHours) }

  /// One level up or down from the one in force, or as before. `memory.counts[0]` says whether demand has been low,
  /// and `memory.values[0]` since which hour.
  public func level(
    for question: SurgeQuestion, in region: borrowing RegionState, picture: borrowing SituationPicture,
    memory: inout PolicyMemory
  ) -> Int {
    let demand = Double(question.demand)
    if question.places > 0 || demand > 0, demand >= raiseAt * Double(question.places) {
      memory.counts[0] = 0
      return min(question.levelCount, question.inForce + 1)
    }
    // Where a level back leaves no places, it is given back when nobody needs one.
    let isLow =
      question.placesOneLower > 0 ? demand < lowerBelow * Double(question.placesOneLower) : demand == 0
    guard question.ordered > 0, isLow else {
      memory.counts[0] = 0
      return question.ordered
    }
    let hours = region.hoursSinceStart
    if memory.counts[0] == 0 {
      memory.counts[0] = 1
      memory.values[0] = hours
    }
    guard hours - memory.values[0] >= lowerAfterHours else { return question.ordered }
    memory.counts[0] = 0
    return question.ordered - 1
  }

  static let raiseParameter = PolicyParameter(
    key: "raise_at_share", standard: 0.95, range: 0...10,
    text:
      "patients in and waiting for places, per place of the level in force, at which the next level is ordered",
    source: "assumption: full but for one place in twenty")
  static let lowerParameter = PolicyParameter(
    key: "lower_below_share", standard: 0.85, range: 0...10,
    text: "the same per place that would be left one level lower, below which a level is given back",
    source: "assumption: a tenth below the share at which it is ordered")
  static let afterParameter = PolicyParameter(
    key: "lower_after_hours", standard: 24, range: 0...10_000,
    text:
      "hours that demand must have been below, at every review from the first to the last of them, before a level is given back: of 24 at reviews every 8, four reviews",
    source: "assumption: a day")
  static let reviewParameter = PolicyParameter(
    key: "review_every_hours", standard: 8, range: 0.25...1_000,
    text: "hours between two reviews, the first at day 0", source: "assumption: once a shift")

  /// Why a policy of levels can change nothing in a network.
  static func idle(_ values: PolicyValues, in network: CareNetwork) -> String? {
    network.unitKinds.contains { !$0.surgeLevels.isEmpty }
      ? nil : "no unit kind of the model has surge_levels"
  }

  static let entry = PolicyEntry(
    decision: .surge, id: "threshold-levels",
    summary:
      "Each region raises a kind of unit by a level when its places fill, and lowers it after a quiet time.",
    guide: """
      Decides: at every review, for each kind of unit that has levels, the level in all units of the kind in the region:
      one up, one down or as before.
      Knows: its own region's patients in places and queues, staffed places and levels, now. Places that are lost to a
      disruption or closed for lack of staff are not counted; those closed by hours are.
      Costs: the lead time of the level, and the staff that its places need where the model has staff. Levels on
      their way count as places, so that one shortage orders one level a review.
      A kind with no places open, as of a reserve that nobody staffs, is raised as soon as one patient waits for it, and
      its last level given back when nobody needs it any more.
      Is not: a forecast. It acts when places are full, not when casualties are announced.
      """,
    parameters: [raiseParameter, lowerParameter, afterParameter, reviewParameter],
    ordered: [(lowerParameter, raiseParameter)], idle: idle
  ) { values, _, set in
    set.surge = ThresholdLevels(
      raiseAt: values.value(of: raiseParameter), lowerBelow: values.value(of: lowerParameter),
      lowerAfterHours: values.value(of: afterParameter),
      reviewEveryHours: values.value(of: reviewParameter))
  }
}
