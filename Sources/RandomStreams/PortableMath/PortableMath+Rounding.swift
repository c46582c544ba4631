extension PortableMath {
  /// The square root, correctly rounded, as IEEE 754 defines it.
  ///
  /// Generic, so that an unoptimised build calls the standard library and needs no C mathematics library
  /// linked. An optimised build uses the processor's instruction; on Linux the compiler adds a call of the C
  /// library for negative arguments, so that a program must link that library, as Foundation does.
  @inlinable
  public static func squareRoot<Number: FloatingPoint>(_ x: Number) -> Number {
    x.squareRoot()
  }

  /// The largest integer not above x. Without a library call, which older processors would need.
  @inlinable
  public static func floor(_ x: Double) -> Double {
    if !(abs(x) < 0x1p52) { return x }
    let truncated = Double(Int64(x))
    return truncated > x ? truncated - 1 : truncated
  }
}
