extension PortableMath {
  /// The value below which a gamma variate of unit scale lies with a given probability; relative error below
  /// 1e-12 for shapes from 0.1 to 1,000 where the value is a normal number.
  ///
  /// 0 at 0, +∞ at 1. Halley's method on whichever tail is the smaller, kept inside a bracket, from the
  /// start of Wilson and Hilferty 1931 (DOI 10.1073/pnas.17.12.684), or from the leading term of the series
  /// where that is not positive.
  ///
  /// - Precondition: `shape > 0`, `0 <= probability <= 1`.
  /// - Complexity: some ten evaluations of `incompleteGamma`.
  public static func gammaQuantile(shape: Double, probability: Double) -> Double {
    if probability == 0 { return 0 }
    if probability == 1 { return .infinity }
    let isUpper = probability > 0.5
    let logGammaShape = logGamma(shape)
    let ninth = 1 / (9 * shape)
    let cubeRoot = 1 - ninth + normalQuantile(probability) * squareRoot(ninth)
    // P(a, x) ≈ xᵃ / Γ(a + 1) for small x.
    let leading = exp((log(probability) + logGammaShape + log(shape)) / shape)
    var x = cubeRoot > 0.3 ? shape * cubeRoot * cubeRoot * cubeRoot : leading
    if x == 0 { return 0 }
    var low = 0.0
    var high = Double.infinity
    for _ in 0..<200 {
      let (lower, upper) = incompleteGamma(shape: shape, x: x)
      // Positive where x is too large.
      let excess = isUpper ? (1 - probability) - upper : lower - probability
      if excess == 0 { return x }
      if excess > 0 { high = x } else { low = x }
      let density = exp((shape - 1) * log(x) - x - logGammaShape)
      let step = excess / density
      let curvature = min(1, max(-1, 0.5 * step * ((shape - 1) / x - 1)))
      var next = x - step / (1 - curvature)
      if !(next > low && next < high) { next = high == .infinity ? 2 * x : 0.5 * (low + high) }
      if abs(next - x) <= 0x1p-51 * x { return next }
      x = next
    }
    return x
  }
}
