import CareModel

/// Regions accept what the office proposes. Nothing is proposed yet, so an arm may name it and it changes
/// nothing.
enum AcceptProposals {
  static let entry = PolicyEntry(
    decision: .answer, id: "accept",
    summary: "A region accepts what the office proposes.",
    guide: """
      Decides: nothing so far: no coordination policy of this version makes proposals to answer.
      Knows: nothing.
      Costs: nothing.
      Is not: a way to decline.
      """
  ) { _, _, _ in }
}

/// Stocks are filled up on schedule: the only policy of its decision, so an arm may name it and it changes
/// nothing.
enum ScheduledResupply {
  static let entry = PolicyEntry(
    decision: .resupply, id: "scheduled",
    summary: "Stocks are filled up on schedule.",
    guide: """
      Decides: nothing: stocks of the model get what it delivers and the scenario leaves of that.
      Knows: nothing.
      Costs: nothing.
      Is not: a claim that supplies suffice.
      """
  ) { _, _, _ in }
}
