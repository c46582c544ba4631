extension RandomSource {
  /// A Weibull variate with survival exp(−(x / scale)^shape), in the unit of the scale.
  ///
  /// The power 1 / shape of a unit exponential: shape below one is early failure, one exponential, above one
  /// ageing.
  ///
  /// - Precondition: `shape > 0`, `scale >= 0`.
  @inlinable
  public mutating func weibull(shape: Double, scale: Double) -> Double {
    scale * PortableMath.exp(PortableMath.log(exponential()) / shape)
  }
}
