extension PortableMath {
  /// The natural logarithm of Γ(x) for x > 0; absolute error below 1e-14 for x ≤ 10, relative 1e-15 beyond.
  ///
  /// Stirling's series to x⁻¹⁵ (Abramowitz and Stegun 6.1.41) for x ≥ 10, reached by Γ(x + 1) = x Γ(x) from
  /// below. NaN for x ≤ 0.
  public static func logGamma(_ x: Double) -> Double {
    if !(x > 0) { return .nan }
    if x == .infinity { return x }
    var shifted = x
    var product = 1.0
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    let z = 1 / (shifted * shifted)
    let head = 1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680)))
    let z4 = z * z * z * z
    let correction = (head + z4 * (1.0 / 1188 - z * (691.0 / 360360 - z * (1.0 / 156)))) / shifted
    let stirling = (shifted - 0.5) * log(shifted) - shifted + 0x1.d67f1c864beb5p-1 + correction
    return product == 1 ? stirling : stirling - log(product)
  }

  /// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x); absolute error about 1e-14
  /// for a ≤ 100.
  ///
  /// The series below a + 1 and the continued fraction beyond (Gautschi 1979, DOI 10.1145/355972.355975),
  /// each until its terms no longer count. The prefactor's error grows in proportion to a.
  ///
  /// - Precondition: `shape > 0`, `x >= 0`.
  /// - Complexity: O(√a) terms near x = a.
  public static func incompleteGamma(shape: Double, x: Double) -> (lower: Double, upper: Double) {
    if x <= 0 { return (0, 1) }
    if x == .infinity { return (1, 0) }
    let prefactor = exp(shape * log(x) - x - logGamma(shape))
    if x < shape + 1 {
      var term = 1 / shape
      var sum = term
      var denominator = shape
      while term > sum * 0x1p-56 {
        denominator += 1
        term *= x / denominator
        sum += term
      }
      let lower = min(1, prefactor * sum)
      return (lower, 1 - lower)
    }
    // Lentz's evaluation; the fraction converges for every x > a + 1.
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var fraction = d
    for step in 1...100_000 {
      let i = Double(step)
      let a = -i * (i - shape)
      b += 2
      d = 1 / (a * d + b)
      c = b + a / c
      let change = d * c
      fraction *= change
      if abs(change - 1) < 0x1p-52 { break }
    }
    let upper = min(1, prefactor * fraction)
    return (1 - upper, upper)
  }

  /// The probabilities that a standard normal variate is at most x and that it exceeds x; absolute error
  /// about 1e-15.
  public static func normalProbabilities(_ x: Double) -> (lower: Double, upper: Double) {
    let (inside, outside) = incompleteGamma(shape: 0.5, x: 0.5 * x * x)
    let near = 0.5 + 0.5 * inside
    return x < 0 ? (0.5 * outside, near) : (near, 0.5 * outside)
  }
}
