public import CareModel
public import RandomStreams

/// Every planned patient is let in; nobody is postponed. The default.
public struct AdmitAll: AdmissionPolicy {
  /// The policy.
  public init() {}

  /// Always lets the patient in.
  public func decide(
    on patient: PlannedPatient, in region: borrowing RegionState, memory: inout PolicyMemory,
    using random: inout KeyedStream
  ) -> AdmissionDecision { .admit }

  /// Calls in everybody who is on the list, should an earlier policy have left someone there.
  public func numberCalledIn(
    in region: borrowing RegionState, memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int { region.postponedCount }

  static let entry = PolicyEntry(
    decision: .admission, id: "admit-all",
    summary: "Planned care goes on as planned.",
    guide: """
      Decides: nothing; every planned patient is let in on the day. Where another policy had a list before,
      all on it are called in at once, at the next 07:00, a weekend or not.
      Knows: nothing.
      Costs: beds and theatre hours that casualties might need.
      Is not: a promise of a bed. A planned patient waits like others when the ward is full.
      """
  ) { _, _, set in set.admission = AdmitAll() }
}
