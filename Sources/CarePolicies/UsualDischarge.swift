public import CareModel

/// Patients stay as long as their stay law says. The default.
public struct UsualDischarge: DischargePolicy {
  /// The policy.
  public init() {}

  /// One.
  public func stayFactor(
    forClass patientClass: Int, unitKind: Int, in region: borrowing RegionState
  ) -> Double { 1 }

  /// False.
  public var changesStays: Bool { false }

  static let entry = PolicyEntry(
    decision: .discharge, id: "usual",
    summary: "Stays are as long as usual.",
    guide: """
      Decides: the multiplier of a stay when it begins: always one.
      Knows: nothing.
      Costs: nothing.
      Is not: blind to municipal care. A discharge-ready patient still waits for their place.
      """
  ) { _, _, set in set.discharge = UsualDischarge() }
}
