/// When the policies of an arm are in force; before and after, those of the baseline are.
public struct PolicyTerm: Sendable, Equatable {
  /// Days from day 0, at least 0, on which they take over.
  public var fromDay: Double
  /// Days from day 0, more than ``fromDay``, on which those of the baseline take over again; nil is never.
  public var untilDay: Double?

  /// A term; by default all of the run.
  public init(fromDay: Double = 0, untilDay: Double? = nil) {
    self.fromDay = fromDay
    self.untilDay = untilDay
  }
}
