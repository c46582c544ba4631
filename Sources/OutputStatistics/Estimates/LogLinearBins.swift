/// Bins for durations in whole ticks, each as wide as at most one part in 64 of where it begins: quantiles of any number
/// of observations in a fixed memory, whatever their unit.
///
/// Each octave has 64 bins of one width; below 128 ticks a bin is one tick, so that bin 0 holds durations of exactly
/// zero. Counts of two groups add up bin by bin. Buckets of a bounded relative width are the idea of Masson, Rim and Lee
/// 2019, *DDSketch*, DOI 10.14778/3352063.3352135, and of the HDR histogram, whose linear parts these are.
public enum LogLinearBins {
  /// Bins that hold every duration.
  public static let count = index(of: .max) + 1

  /// The bin of a duration.
  ///
  /// - Precondition: `ticks` is not negative.
  public static func index(of ticks: Int64) -> Int {
    precondition(ticks >= 0, "a duration below zero has no bin")
    if ticks < 128 { return Int(ticks) }
    let octave = 57 - ticks.leadingZeroBitCount
    return 64 * octave + Int(ticks >> octave)
  }

  /// The shortest duration of a bin.
  ///
  /// - Precondition: `bin` is from 0 to ``count``; that of ``count`` itself, 2⁶³, is where the last bin ends.
  public static func lowerEdge(of bin: Int) -> Double {
    precondition(bin >= 0 && bin <= count, "there is no such bin")
    if bin < 128 { return Double(bin) }
    let octave = bin / 64 - 1
    return Double(bin - 64 * octave) * Double(UInt64(1) << octave)
  }

  /// The duration that the share `p` of the observations do not exceed, in ticks; nil without observations.
  ///
  /// The inverse of the distribution function, taken to rise evenly within a bin: less than 1/64 from an observed one.
  ///
  /// - Parameters:
  ///   - counts: observations by bin, none negative.
  ///   - p: from 0 to 1.
  /// - Complexity: O(``count``).
  public static func quantile(of counts: [Int64], at p: Double) -> Double? {
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    // A share that is a whole number of observations but for rounding is that number.
    let product = p * Double(total)
    let wanted = abs(product - product.rounded()) <= 1e-9 * Double(total) ? product.rounded() : product
    var below: Int64 = 0
    var last = 0.0
    for (bin, number) in counts.enumerated() where number > 0 {
      let edge = lowerEdge(of: bin)
      let width = bin < 128 ? 0 : lowerEdge(of: bin + 1) - edge
      if Double(below + number) >= wanted {
        return edge + width * max(0, wanted - Double(below)) / Double(number)
      }
      below += number
      last = edge + width
    }
    return last
  }
}
