/// Other policies that take over in the course of a run.
public struct PolicyChange: Sendable {
  /// Days from day 0, at least 0: those before go on as before, and at that instant these are in force.
  public let day: Double
  /// All policies in force from then on.
  public let policies: PolicySet
  /// The decisions whose policy is another than before. The others go on undisturbed, with what they remember.
  public let decisions: [Decision]

  /// A change.
  ///
  /// - Precondition: `day` is not negative; the arm without queues cannot begin in the course of a run.
  public init(day: Double, policies: PolicySet, decisions: [Decision]) {
    precondition(day >= 0, "policies change on day 0 or later")
    precondition(!policies.isNoWait, "a run without queues is without them from day 0")
    self.day = day
    self.policies = policies
    self.decisions = decisions
  }
}
