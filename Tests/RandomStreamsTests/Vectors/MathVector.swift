/// An argument or two of a function, and what the function gives by arithmetic of many digits.
struct MathVector: Sendable {
  /// The argument.
  let x: Double
  /// The second argument, if any.
  let y: Double
  /// The exact value rounded to the nearest double.
  let nearest: Double
  /// The exact value minus the nearest double, in units in the last place of the latter.
  let remainder: Double
  /// Our value's bits minus those of the nearest double.
  let ours: Int64

  init(_ x: Double, _ nearest: Double, _ remainder: Double, _ ours: Int64) {
    self.init(x, .nan, nearest, remainder, ours)
  }

  init(_ x: Double, _ y: Double, _ nearest: Double, _ remainder: Double, _ ours: Int64) {
    self.x = x
    self.y = y
    self.nearest = nearest
    self.remainder = remainder
    self.ours = ours
  }

  /// The bits that our function gives, on every machine.
  var bits: UInt64 { UInt64(bitPattern: Int64(bitPattern: nearest.bitPattern) + ours) }

  /// The error of a value, in units in the last place of the nearest double.
  func error(of value: Double) -> Double { abs((value - nearest) / nearest.ulp - remainder) }
}
