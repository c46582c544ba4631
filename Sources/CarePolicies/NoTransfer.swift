public import CareModel
public import RandomStreams

/// Nobody is moved to another region. The default.
public struct NoTransfer: TransferPolicy {
  /// The policy.
  public init() {}

  /// Never.
  public func considers(unitKind: Int) -> Bool { false }

  /// Always nil.
  public func destination(
    for patient: WaitingPatient, in region: borrowing RegionState, picture: borrowing SituationPicture,
    memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int? { nil }

  static let entry = PolicyEntry(
    decision: .transfer, id: "none",
    summary: "Patients wait in their own region.",
    guide: """
      Decides: nothing. Hospitals of one region still help each other where the model says so.
      Knows: nothing.
      Costs: full regions stay full while others have places.
      Is not: a ban on moves the pathway itself needs, to a unit that the region lacks.
      """
  ) { _, _, set in set.transfer = NoTransfer() }
}
