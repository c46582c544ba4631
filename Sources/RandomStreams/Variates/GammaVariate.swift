extension RandomSource {
  /// A gamma variate with mean `shape` · `scale`, in the unit of the scale.
  ///
  /// Marsaglia and Tsang 2000, *A simple method for generating gamma variables*, DOI 10.1145/358407.358414;
  /// below shape one, a variate of shape + 1 times a uniform to the power 1 / shape, as in its section 6.
  ///
  /// - Precondition: `shape > 0`, `scale >= 0`.
  /// - Complexity: at most 1.05 candidates on average, each of a normal and mostly a uniform.
  @inlinable
  public mutating func gamma(shape: Double, scale: Double) -> Double {
    if shape >= 1 {
      let d = shape - 1.0 / 3
      return scale * gammaCandidate(d: d, c: 1 / PortableMath.squareRoot(9 * d))
    }
    let d = shape + 2.0 / 3
    let boosted = gammaCandidate(d: d, c: 1 / PortableMath.squareRoot(9 * d))
    return scale * boosted * PortableMath.exp(-exponential() / shape)
  }

  /// A gamma variate of unit scale and shape d + 1/3 ≥ 1, where c = 1 / √(9 d).
  @inlinable
  mutating func gammaCandidate(d: Double, c: Double) -> Double {
    while true {
      let x = normal()
      let root = 1 + c * x
      if root <= 0 { continue }
      let v = root * root * root
      let u = uniform()
      let square = x * x
      if u < 1 - 0.0331 * square * square { return d * v }
      if PortableMath.log(u) < 0.5 * square + d * (1 - v + PortableMath.log(v)) { return d * v }
    }
  }

  /// An Erlang variate: the sum of a number of equal exponential stages, with the mean of the whole sum
  /// given.
  ///
  /// Up to eight stages are added; more are drawn as a gamma variate, which is the same distribution. In the
  /// unit of the mean.
  ///
  /// - Precondition: `stages >= 1`, `mean >= 0`.
  @inlinable
  public mutating func erlang(stages: Int, mean: Double) -> Double {
    precondition(stages >= 1, "An Erlang variate needs at least one stage.")
    let stageMean = mean / Double(stages)
    if stages > 8 { return gamma(shape: Double(stages), scale: stageMean) }
    var sum = 0.0
    for _ in 0..<stages { sum += exponential() }
    return stageMean * sum
  }
}
