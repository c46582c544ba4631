/// How far a batch has come.
public struct BatchProgress: Sendable, Equatable {
  /// Replications of design points that are done, with all their arms.
  public let done: Int
  /// Replications of design points in all.
  public let total: Int
  /// Seconds since the batch began.
  public let elapsedSeconds: Double
  /// Seconds left if the rest takes as long a piece; nil before the first is done.
  public let remainingSeconds: Double?

  init(done: Int, total: Int, elapsedSeconds: Double) {
    self.done = done
    self.total = total
    self.elapsedSeconds = elapsedSeconds
    remainingSeconds = done > 0 ? elapsedSeconds / Double(done) * Double(total - done) : nil
  }
}
