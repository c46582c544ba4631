/// The natural logarithm of Γ(x) for x > 0, by Stirling's series (Abramowitz and Stegun 6.1.41) from 10 up;
/// absolute error below 1e-14 for x ≤ 10, relative 1e-15 beyond.
func logGamma(_ x: Double) -> Double {
  var shifted = x
  var product = 1.0
  while shifted < 10 {
    product *= shifted
    shifted += 1
  }
  let z = 1 / (shifted * shifted)
  let head = 1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680)))
  let correction = (head + z * z * z * z * (1.0 / 1188 - z * (691.0 / 360360 - z / 156))) / shifted
  return (shifted - 0.5) * log(shifted) - shifted + 0x1.d67f1c864beb5p-1 + correction - log(product)
}

/// The regularised incomplete gamma functions P(a, x) and Q(a, x), by series and continued fraction (Gautschi
/// 1979, DOI 10.1145/355972.355975).
func incompleteGamma(shape: Double, x: Double) -> (lower: Double, upper: Double) {
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
  let fraction = continuedFraction(first: x + 1 - shape) { step in
    (-step * (step - shape), x + 1 - shape + 2 * step)
  }
  let upper = min(1, prefactor * fraction)
  return (1 - upper, upper)
}

/// The regularised incomplete beta function Iₓ(a, b), given ln B(a, b), by its continued fraction (Abramowitz
/// and Stegun 26.5.8), and by its complement where that converges faster.
///
/// - Complexity: O(√max(a, b)) terms.
func incompleteBeta(_ a: Double, _ b: Double, x: Double, complement: Double, logBeta: Double) -> Double {
  if x <= 0 { return 0 }
  if complement <= 0 { return 1 }
  if x > (a + 1) / (a + b + 2) {
    return 1 - incompleteBeta(b, a, x: complement, complement: x, logBeta: logBeta)
  }
  let logX = x > 0.5 ? log1p(-complement) : log(x)
  let logComplement = x > 0.5 ? log(complement) : log1p(-x)
  let prefactor = exp(a * logX + b * logComplement - logBeta) / a
  let fraction = continuedFraction(first: 1) { step in
    let m = Double(Int(step) / 2)
    if step == 2 * m { return (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), 1) }
    return (-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), 1)
  }
  return min(1, prefactor * fraction)
}

/// 1 / (b₀ + a₁ / (b₁ + a₂ / (b₂ + …))) by the modified Lentz method (Thompson and Barnett 1986,
/// DOI 10.1016/0021-9991(86)90046-X), until the value no longer changes.
private func continuedFraction(first: Double, _ term: (Double) -> (a: Double, b: Double)) -> Double {
  func awayFromZero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
  var c = 1e300
  var d = 1 / awayFromZero(first)
  var fraction = d
  for step in 1...100_000 {
    let (a, b) = term(Double(step))
    d = 1 / awayFromZero(a * d + b)
    c = awayFromZero(b + a / c)
    let change = c * d
    fraction *= change
    if abs(change - 1) < 0x1p-52 { break }
  }
  return fraction
}
