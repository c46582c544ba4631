/// Elementary functions in plain arithmetic of a fixed order, so that an interval printed on one machine is
/// the same on another. This layer stands alone and imports nothing, the C library included.

/// The square root, correctly rounded.
///
/// Generic, so that an unoptimised build calls the standard library and needs no C mathematics library
/// linked. An optimised build uses the processor's instruction, and on Linux a call of that library for
/// negative arguments.
func squareRoot<Number: FloatingPoint>(_ x: Number) -> Number {
  x.squareRoot()
}

/// The natural logarithm, to about 2 ulp: 2ᵏ m with m near 1, and 2 artanh((m − 1) / (m + 1)) by its series.
///
/// −∞ for zero, NaN for a negative argument.
func log(_ x: Double) -> Double {
  if !(x > 0) { return x == 0 ? -.infinity : .nan }
  if x == .infinity { return x }
  var exponent = Double(x.exponent)
  var significand = x.significand
  if significand > 1.4142135623730951 {
    significand *= 0.5
    exponent += 1
  }
  let f = significand - 1
  let s = f / (2 + f)
  let z = s * s
  var series = 1.0 / 23
  for divisor in stride(from: 21, to: 2, by: -2) { series = series * z + 1 / Double(divisor) }
  // 2 s = f − s f, so that the leading term is exact.
  return exponent * 0x1.62e42feep-1 + (f - (s * (f - 2 * z * series) - exponent * 0x1.a39ef35793c76p-33))
}

/// The natural logarithm of 1 + x, accurate for small x, by Kahan's correction.
func log1p(_ x: Double) -> Double {
  let sum = 1 + x
  return sum == 1 ? x : log(sum) * (x / (sum - 1))
}

/// e to the power x, to about 1 ulp: 2ᵏ eʳ with |r| ≤ ln 2 / 2, and eʳ by its series.
func exp(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x > 709.78 { return .infinity }
  if x < -745.13 { return 0 }
  let k = x * 0x1.71547652b82fep0 + 0x1.8p52 - 0x1.8p52
  let r = (x - k * 0x1.62e42feep-1) - k * 0x1.a39ef35793c76p-33
  var series = 1.0
  for divisor in stride(from: 14, to: 1, by: -1) { series = 1 + series * r / Double(divisor) }
  return Double(sign: .plus, exponent: Int(k), significand: 1 + r * series)
}
