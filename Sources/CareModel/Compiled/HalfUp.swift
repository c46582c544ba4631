/// The nearest whole number, halves up: of what decimal fractions make, so that 0.145 × 100 is 15 though its nearest
/// binary fraction lies a little below 14.5.
///
/// - Parameter value: not negative; an infinite one stays so.
func roundedHalfUp(_ value: Double) -> Double {
  (value + 0.5 + 1e-12 * max(1, abs(value))).rounded(.down)
}
