extension PortableMath {
  /// The value below which a standard normal variate lies with a given probability; relative error below
  /// 1e-15 (the largest found is 7e-16), and symmetric: the values at p and at 1 − p are exact negatives where
  /// 1 − p is exact.
  ///
  /// −∞ at 0, +∞ at 1, NaN outside.
  ///
  /// Algorithm AS 241, PPND16: Wichura 1988, *The percentage points of the normal distribution*,
  /// DOI 10.2307/2347330. Rational approximations of degree seven in the middle, in the tails and far out.
  public static func normalQuantile(_ probability: Double) -> Double {
    let q = probability - 0.5
    if abs(q) <= 0.425 {
      return q * ratio(at: 0.180625 - q * q, middleNumerator, middleDenominator)
    }
    let tail = q < 0 ? probability : 1 - probability
    if !(tail > 0) { return tail == 0 ? (q < 0 ? -.infinity : .infinity) : .nan }
    let root = squareRoot(-log(tail))
    let distance =
      root <= 5
      ? ratio(at: root - 1.6, tailNumerator, tailDenominator)
      : ratio(at: root - 5, farNumerator, farDenominator)
    return q < 0 ? -distance : distance
  }

  /// The coefficients of a polynomial of degree seven, that of the constant first.
  private typealias Coefficients = (Double, Double, Double, Double, Double, Double, Double, Double)

  @inline(__always)
  private static func ratio(at x: Double, _ top: Coefficients, _ bottom: Coefficients) -> Double {
    polynomial(x, top) / polynomial(x, bottom)
  }

  @inline(__always)
  private static func polynomial(_ x: Double, _ c: Coefficients) -> Double {
    let upper = ((c.7 * x + c.6) * x + c.5) * x + c.4
    return (((upper * x + c.3) * x + c.2) * x + c.1) * x + c.0
  }

  private static var middleNumerator: Coefficients {
    (
      3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
      4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
    )
  }

  private static var middleDenominator: Coefficients {
    (
      1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
      2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3
    )
  }

  private static var tailNumerator: Coefficients {
    (
      1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
      1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2,
      7.74545014278341407640e-4
    )
  }

  private static var tailDenominator: Coefficients {
    (
      1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9
    )
  }

  private static var farNumerator: Coefficients {
    (
      6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5,
      2.01033439929228813265e-7
    )
  }

  private static var farDenominator: Coefficients {
    (
      1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15
    )
  }
}
