extension RandomSource {
  /// A triangular variate between two bounds with its peak at the mode, all in one unit. By inversion of one
  /// uniform.
  ///
  /// - Precondition: `minimum <= mode <= maximum`.
  @inlinable
  public mutating func triangular(minimum: Double, mode: Double, maximum: Double) -> Double {
    let u = uniform()
    let width = maximum - minimum
    let rise = mode - minimum
    if u * width < rise { return minimum + PortableMath.squareRoot(u * width * rise) }
    return maximum - PortableMath.squareRoot((1 - u) * width * (maximum - mode))
  }
}
