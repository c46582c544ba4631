/// The day on which something first happened, replication by replication.
public struct FirstDays: Sendable, Equatable {
  /// First day by replication, 0 is the first day of the scenario; nil where it never happened.
  public var days: [Int?]

  /// First days by replication.
  public init(_ days: [Int?] = []) { self.days = days }

  /// Share of replications in which it happened.
  public var share: Double {
    days.isEmpty ? 0 : Double(days.count { $0 != nil }) / Double(days.count)
  }

  /// The day by which it has happened in a share `p` of replications; nil when it happens in fewer.
  ///
  /// Without interpolation, since a replication in which it never happens has no day: the smallest day with at
  /// least that share of replications at or before it.
  public func day(at p: Double) -> Int? {
    let sorted = days.compactMap { $0 }.sorted()
    let rank = max(1, Int((Double(days.count) * p).rounded(.up)))
    return rank <= sorted.count ? sorted[rank - 1] : nil
  }
}
