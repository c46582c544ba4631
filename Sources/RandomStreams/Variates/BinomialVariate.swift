extension RandomSource {
  /// The number of successes in a number of independent trials. Exact up to the rounding of double precision.
  ///
  /// Where trials · probability is 10 or more, transformed rejection with squeeze, BTRS: Hörmann 1993, *The
  /// generation of binomial random variates*, DOI 10.1080/00949659308811496. Below, inversion of one uniform
  /// by sequential search. A probability above ½ is drawn as its complement.
  ///
  /// - Precondition: `0 <= trials <= 1_000_000_000`, `0 <= probability <= 1`.
  /// - Complexity: O(trials · probability) below 10, then about 1.15 candidates.
  @inlinable
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    precondition(
      trials >= 0 && trials <= 1_000_000_000, "The trials of a binomial count must lie between 0 and 1e9.")
    precondition(
      probability >= 0 && probability <= 1, "The probability of a binomial count must lie between 0 and 1.")
    if probability > 0.5 { return trials - binomialBelowHalf(trials: trials, probability: 1 - probability) }
    return binomialBelowHalf(trials: trials, probability: probability)
  }

  @inlinable
  mutating func binomialBelowHalf(trials: Int, probability p: Double) -> Int {
    let n = Double(trials)
    if n * p < 10 { return binomialByInversion(trials: trials, probability: p) }
    let spread = PortableMath.squareRoot(n * p * (1 - p))
    let b = 1.15 + 2.53 * spread
    let a = -0.0873 + 0.0248 * b + 0.01 * p
    let quick = 0.92 - 4.2 / b
    let alpha = (2.83 + 5.1 / b) * spread
    let logOdds = PortableMath.log(p / (1 - p))
    let mode = PortableMath.floor((n + 1) * p)
    let peak = PortableMath.logGamma(mode + 1) + PortableMath.logGamma(n - mode + 1)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let us = 0.5 - abs(u)
      let k = PortableMath.floor((2 * a / us + b) * u + n * p + 0.5)
      if k < 0 || k > n { continue }
      if us >= 0.07 && v <= quick { return Int(k) }
      let height = PortableMath.log(v * alpha / (a / (us * us) + b))
      let choices = PortableMath.logGamma(k + 1) + PortableMath.logGamma(n - k + 1)
      if height <= peak - choices + (k - mode) * logOdds { return Int(k) }
    }
  }

  @inlinable
  mutating func binomialByInversion(trials: Int, probability p: Double) -> Int {
    let odds = p / (1 - p)
    var probability = PortableMath.exp(Double(trials) * PortableMath.log1p(-p))
    var u = uniform()
    var count = 0
    while u > probability && count < trials {
      u -= probability
      count += 1
      probability *= odds * Double(trials - count + 1) / Double(count)
      // Far out the probabilities vanish; what rounding left of the uniform must not carry the count on.
      if probability < 0x1p-100 { break }
    }
    return count
  }
}
