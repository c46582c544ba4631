extension PortableMath {
  /// The square root, correctly rounded, as IEEE 754 defines it.
  ///
  /// Generic, so that an unoptimised build calls the standard library and needs no C mathematics library linked; an
  /// optimised build uses the processor's instruction.
  @inlinable
  public static func squareRoot<Number: FloatingPoint>(_ x: Number) -> Number {
    x.squareRoot()
  }

  /// The largest integer not above x. Without a library call, for the reason given at `squareRoot`.
  @inlinable
  public static func floor(_ x: Double) -> Double {
    if !(abs(x) < 0x1p52) { return x }
    let truncated = Double(Int64(x))
    return truncated > x ? truncated - 1 : truncated
  }
}
