extension RandomSource {
  /// A Poisson count with a given mean. Exact up to the rounding of double precision.
  ///
  /// From mean 10 transformed rejection with squeeze, PTRS: Hörmann 1993, *The transformed rejection method
  /// for generating Poisson random variables*, DOI 10.1016/0167-6687(93)90997-4. Below, inversion of one
  /// uniform by sequential search.
  ///
  /// - Precondition: `0 <= mean <= 1e9`: beyond, rounding would show.
  /// - Complexity: O(mean) below mean 10, then about 1.1 candidates.
  @inlinable
  public mutating func poisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean <= 1e9, "The mean of a Poisson count must lie between 0 and 1e9.")
    if mean < 10 { return poissonByInversion(mean: mean) }
    let b = 0.931 + 2.53 * PortableMath.squareRoot(mean)
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let quick = 0.9277 - 3.6224 / (b - 2)
    let logMean = PortableMath.log(mean)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let us = 0.5 - abs(u)
      let k = PortableMath.floor((2 * a / us + b) * u + mean + 0.43)
      if us >= 0.07 && v <= quick { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let height = PortableMath.log(v * inverseAlpha / (a / (us * us) + b))
      if height <= k * logMean - mean - PortableMath.logGamma(k + 1) { return Int(k) }
    }
  }

  @inlinable
  mutating func poissonByInversion(mean: Double) -> Int {
    var probability = PortableMath.exp(-mean)
    var u = uniform()
    var count = 0
    // Rounding may leave the probabilities' sum just short of 1; from 100 on they are below 1e-57.
    while u > probability && count < 100 {
      u -= probability
      count += 1
      probability *= mean / Double(count)
    }
    return count
  }
}
