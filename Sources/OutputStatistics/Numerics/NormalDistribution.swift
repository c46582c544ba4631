/// The standard normal distribution: mean zero, standard deviation one.
public enum NormalDistribution {
  /// The probability that a variate is at most x; absolute error about 1e-15.
  public static func cumulativeProbability(_ x: Double) -> Double {
    tails(x).lower
  }

  /// The value below which a variate lies with a given probability; relative error about 1e-13.
  ///
  /// −∞ at 0, +∞ at 1, NaN outside. The start is Abramowitz and Stegun 26.2.23 (error 4.5e-4), and each of
  /// two steps of Halley's method cubes the error.
  public static func quantile(probability: Double) -> Double {
    if !(probability >= 0 && probability <= 1) { return .nan }
    if probability == 0 { return -.infinity }
    if probability == 1 { return .infinity }
    if probability == 0.5 { return 0 }
    let isUpper = probability > 0.5
    let tail = isUpper ? 1 - probability : probability
    let t = squareRoot(-2 * log(tail))
    var z =
      t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<2 {
      let density = exp(-0.5 * z * z) * 0x1.9884533d43651p-2
      let step = (tails(z).upper - tail) / density
      z += step / (1 - 0.5 * step * z)
    }
    return isUpper ? z : -z
  }

  static func tails(_ x: Double) -> (lower: Double, upper: Double) {
    let (inside, outside) = incompleteGamma(shape: 0.5, x: 0.5 * x * x)
    let near = 0.5 + 0.5 * inside
    return x < 0 ? (0.5 * outside, near) : (near, 0.5 * outside)
  }
}
