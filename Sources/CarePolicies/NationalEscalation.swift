public import CareModel

/// All regions raise and lower a kind of unit together, by its occupancy in the whole country.
public struct NationalEscalation: SurgePolicy {
  let firstAt: Double
  let step: Double
  let hysteresis: Double

  /// The policy, with thresholds as shares of staffed places.
  public init(firstAt: Double, step: Double, hysteresis: Double) {
    self.firstAt = firstAt
    self.step = step
    self.hysteresis = hysteresis
  }

  /// Whenever a picture is published.
  public var timing: SurgeTiming { .atPictures }

  /// The highest level whose share is reached, or the one ordered while its share is not missed by much.
  public func level(
    for question: SurgeQuestion, in region: borrowing RegionState, picture: borrowing SituationPicture,
    memory: inout PolicyMemory
  ) -> Int {
    guard picture.edition > 0 else { return question.ordered }
    var demand = 0
    var staffed = 0
    for region in 0..<picture.regionCount {
      demand += picture.occupied(region: region, kind: question.unitKind)
      demand += picture.waiting(region: region, kind: question.unitKind)
      staffed += picture.staffed(region: region, kind: question.unitKind)
    }
    let share = staffed > 0 ? Double(demand) / Double(staffed) : demand > 0 ? .infinity : 0
    var level = 0
    for next in 1...question.levelCount {
      let threshold = firstAt + Double(next - 1) * step - (next <= question.ordered ? hysteresis : 0)
      if share >= threshold { level = next }
    }
    return level
  }

  static let firstParameter = PolicyParameter(
    key: "first_level_at_share", standard: 0.95, range: 0...10,
    text:
      "patients in and waiting for places in all regions, per staffed place, at which the first level is ordered",
    source: "assumption: full but for one place in twenty")
  static let stepParameter = PolicyParameter(
    key: "step_share", standard: 0.1, range: 0...10,
    text: "further share for each further level",
    source: "assumption: a tenth of the staffed places")
  static let hysteresisParameter = PolicyParameter(
    key: "hysteresis_share", standard: 0.1, range: 0...10,
    text: "how far below its share a level that is ordered is kept",
    source: "assumption: as far as one level is from the next")

  static let entry = PolicyEntry(
    decision: .surge, id: "national-escalation",
    summary: "All regions raise and lower a kind of unit together, by its occupancy in the whole country.",
    guide: """
      Decides: at every published picture, for each kind of unit that has levels, one level for all regions.
      Knows: the last published picture: patients in places and queues, and staffed places, of every region. Places that
      are lost to a disruption or closed for lack of staff are not counted; those closed by hours are.
      Costs: the lead time of the level, and the age of the picture.
      Where nobody has staffed places of the kind, as of a reserve, one patient who waits for it orders the highest level.
      Is not: a decision by region. A region with empty places opens more when the country is full.
      """,
    parameters: [firstParameter, stepParameter, hysteresisParameter],
    decidedBy: DecidingBody(
      en: "all regions together, by a national plan of escalation",
      sv: "regionerna gemensamt, enligt en nationell eskaleringsplan",
      source: "the national escalation plan activated in December 2020 (SVT 2020-12)"),
    idle: ThresholdLevels.idle
  ) { values, _, set in
    set.surge = NationalEscalation(
      firstAt: values.value(of: firstParameter), step: values.value(of: stepParameter),
      hysteresis: values.value(of: hysteresisParameter))
  }
}
