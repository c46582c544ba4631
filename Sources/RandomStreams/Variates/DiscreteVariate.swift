extension RandomSource {
  /// The index drawn from cumulative probabilities: the first whose cumulative probability exceeds one
  /// uniform.
  ///
  /// - Parameter cumulative: not empty, ascending, the last about 1; it is taken as 1.
  /// - Complexity: O(log *n*).
  @inlinable
  public mutating func discrete(cumulative: [Double]) -> Int {
    precondition(!cumulative.isEmpty, "A discrete draw needs at least one cumulative probability.")
    let u = uniform()
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if u < cumulative[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// One of some observed values, each equally likely, in their unit: a bootstrap draw.
  ///
  /// - Parameter values: not empty.
  @inlinable
  public mutating func empirical(_ values: [Double]) -> Double {
    precondition(!values.isEmpty, "An empirical draw needs at least one observed value.")
    return values[Int(truncatingIfNeeded: below(UInt64(values.count)))]
  }

  /// A variate between the smallest and the largest of some sorted values, by linear interpolation between
  /// neighbours.
  ///
  /// Inversion of the piecewise linear distribution through the values at 0, 1/(n−1), …, 1; in their unit.
  ///
  /// - Parameter sorted: not empty, ascending.
  @inlinable
  public mutating func interpolated(sorted: [Double]) -> Double {
    precondition(!sorted.isEmpty, "An interpolated draw needs at least one observed value.")
    let position = uniform() * Double(sorted.count - 1)
    let index = min(Int(position), max(0, sorted.count - 2))
    if sorted.count == 1 { return sorted[0] }
    return sorted[index] + (position - Double(index)) * (sorted[index + 1] - sorted[index])
  }
}
