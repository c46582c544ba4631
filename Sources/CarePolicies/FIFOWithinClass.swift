public import CareModel

/// Queues go by the class's priority, first come first served within it. The default.
public struct FIFOWithinClass: TriagePolicy {
  /// The policy.
  public init() {}

  /// The class's own priority.
  public func priority(classPriority: Int, patientClass: Int, severity: Int) -> Int { classPriority }

  static let entry = PolicyEntry(
    decision: .triage, id: "fifo-within-class",
    summary: "The priority of the class, then first come first served.",
    guide: """
      Decides: the place of a patient in a queue, when they join it.
      Knows: the class and its priority.
      Costs: nothing.
      Is not: pre-emptive. Whoever has a place keeps it.
      """
  ) { _, _, set in set.triage = FIFOWithinClass() }
}
