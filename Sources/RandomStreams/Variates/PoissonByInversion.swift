extension RandomSource {
  /// A Poisson count with a given mean by inversion of one uniform, for antithetic pairs: the smallest count whose
  /// cumulative probability is at least the uniform. It never decreases with the uniform.
  ///
  /// From the normal approximation of Cornish and Fisher, then step by step with exact probabilities. Other draws
  /// than those of `poisson(mean:)`.
  ///
  /// - Precondition: `0 <= mean <= 1e9`.
  /// - Complexity: one incomplete gamma function, O(√mean), and some steps.
  public mutating func monotonePoisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean <= 1e9, "The mean of a Poisson count must lie between 0 and 1e9.")
    let u = uniform()
    if mean == 0 { return 0 }
    let z = PortableMath.normalQuantile(u)
    let start = mean + PortableMath.squareRoot(mean) * z + (z * z - 1) / 6
    var count = max(0, PortableMath.floor(start))
    // P(N ≤ k) is the upper tail of a gamma variate of shape k + 1; the smaller tail keeps its digits.
    let tails = PortableMath.incompleteGamma(shape: count + 1, x: mean)
    var own = PortableMath.exp(count * PortableMath.log(mean) - mean - PortableMath.logGamma(count + 1))
    if u <= 0.5 {
      var below = tails.upper
      while count > 0, below - own >= u {
        below -= own
        own *= count / mean
        count -= 1
      }
      while below < u, own > 0 {
        count += 1
        own *= mean / count
        below += own
      }
    } else {
      var above = tails.lower
      while count > 0, above + own <= 1 - u {
        above += own
        own *= count / mean
        count -= 1
      }
      while above > 1 - u, own > 0 {
        count += 1
        own *= mean / count
        above -= own
      }
    }
    return Int(count)
  }
}
