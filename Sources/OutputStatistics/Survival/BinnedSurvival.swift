/// Waits counted in bins by how they ended: started, left without start, or still going on at the end of
/// observation.
///
/// Bin 0 holds waits of exactly zero, bin i > 0 those longer than (i − 1) and at most i bin widths, and all
/// of a bin are taken to end at its upper edge. So a time read from the counts is too late by less than one
/// bin width, never too early.
public struct BinnedSurvival: Sendable, Equatable {
  /// The width of a bin, in the unit of time of the waits; positive.
  public let binWidth: Double

  /// By bin, the waits that ended in what was waited for, such as treatment.
  public private(set) var ended: [Int]

  /// By bin, the waits that were still going on when observation ended.
  public private(set) var censored: [Int]

  /// By bin, the waits that a competing event cut off: death while waiting, leaving.
  public private(set) var competing: [Int]

  /// How a wait came to its end.
  public enum End: Sendable, Equatable {
    /// In what was waited for.
    case ended
    /// Not at all before observation ended.
    case censored
    /// By a competing event.
    case competing
  }

  /// Counts by bin; shorter arrays are filled up with zeros.
  ///
  /// - Precondition: `binWidth` is positive and no count is negative.
  public init(binWidth: Double, ended: [Int] = [], censored: [Int] = [], competing: [Int] = []) {
    precondition(binWidth > 0 && binWidth < .infinity, "The width of a bin must be above zero.")
    let count = max(ended.count, censored.count, competing.count)
    func filled(_ counts: [Int]) -> [Int] {
      precondition(counts.allSatisfy { $0 >= 0 }, "Counts of waits cannot be negative.")
      return counts + Array(repeating: 0, count: count - counts.count)
    }
    self.binWidth = binWidth
    self.ended = filled(ended)
    self.censored = filled(censored)
    self.competing = filled(competing)
  }

  /// The number of bins.
  public var binCount: Int { ended.count }

  /// The number of waits.
  public var total: Int { (ended + censored + competing).reduce(0, +) }

  /// The number of waits still going on when observation ended.
  public var stillWaiting: Int { censored.reduce(0, +) }

  /// The bin of a wait.
  ///
  /// - Precondition: `wait`, in the unit of the bin width, is finite and not negative.
  public func bin(of wait: Double) -> Int {
    precondition(wait >= 0 && wait / binWidth < 0x1p31, "A wait must be a number, not below zero.")
    let whole = Int(wait / binWidth)
    return Double(whole) * binWidth < wait ? whole + 1 : whole
  }

  /// Counts one wait, in the unit of the bin width.
  ///
  /// - Precondition: `wait` is finite and not negative.
  /// - Complexity: O(1), but for new bins, which are added up to that of the longest wait.
  public mutating func add(wait: Double, end: End) {
    let bin = bin(of: wait)
    grow(to: bin + 1)
    switch end {
    case .ended: ended[bin] += 1
    case .censored: censored[bin] += 1
    case .competing: competing[bin] += 1
    }
  }

  /// Adds all counts of another.
  ///
  /// - Precondition: both have the same bin width.
  public mutating func merge(_ other: BinnedSurvival) {
    precondition(binWidth == other.binWidth, "Counts in bins of different widths cannot be merged.")
    grow(to: other.binCount)
    for bin in 0..<other.binCount {
      ended[bin] += other.ended[bin]
      censored[bin] += other.censored[bin]
      competing[bin] += other.competing[bin]
    }
  }

  private mutating func grow(to count: Int) {
    let missing = count - binCount
    if missing <= 0 { return }
    let zeros = repeatElement(0, count: missing)
    ended.append(contentsOf: zeros)
    censored.append(contentsOf: zeros)
    competing.append(contentsOf: zeros)
  }
}
