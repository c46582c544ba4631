/// Numbers as a person says them: thousands separated, and no more digits than the standard error bears.
public enum SpokenNumber {
  /// Power of ten to round to: the largest that is at most a third of the standard error.
  ///
  /// Without a standard error whole numbers stay whole and others keep three figures. Never finer than a
  /// thousandth, or than the power of ten `finest`.
  public static func exponent(for value: Double, standardError: Double?, finest: Int = -3) -> Int {
    if let standardError, standardError > 0, standardError.isFinite {
      var exponent = finest
      while exponent < 12, power(exponent + 1) <= standardError / 3 { exponent += 1 }
      return exponent
    }
    let size = abs(value)
    if size == size.rounded() || size >= 100 { return 0 }
    return size >= 10 ? -1 : -2
  }

  /// The number rounded to a power of ten: `12,300`, `−0.25`. Halves go away from zero.
  public static func text(_ value: Double, exponent: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "–" }
    let steps = (abs(value) / power(exponent)).rounded()
    let sign = value < 0 && steps > 0 ? "−" : ""
    if exponent >= 0 { return sign + grouped(Int(steps * power(exponent))) }
    let scale = Int(power(-exponent))
    let whole = Int(steps)
    let decimals = String(whole % scale)
    let padding = String(repeating: "0", count: -exponent - decimals.count)
    return "\(sign)\(grouped(whole / scale)).\(padding)\(decimals)"
  }

  /// Whether nothing is left of a number rounded to a power of ten: rounding noise has a sign, and no direction.
  static func isZero(_ value: Double, exponent: Int) -> Bool { (abs(value) / power(exponent)).rounded() == 0 }

  /// A whole number with thousands separated.
  public static func text(_ value: Int) -> String {
    (value < 0 ? "−" : "") + grouped(Int(min(value.magnitude, UInt(Int.max))))
  }

  /// An estimate with half its interval: `1,234 ± 35`, or the number alone without an interval.
  public static func text(_ estimate: Estimate, finest: Int = -3) -> String {
    let exponent = exponent(
      for: estimate.mean, standardError: estimate.standardError, finest: finest)
    let mean = text(estimate.mean, exponent: exponent)
    guard let lower = estimate.lower, let upper = estimate.upper, upper > lower else { return mean }
    return "\(mean) ± \(text((upper - lower) / 2, exponent: exponent))"
  }

  /// A number of patients with three figures: `72,900`.
  public static func threeFigures(_ value: Double) -> String {
    var exponent = 0
    while exponent < 12, abs(value) >= power(exponent + 3) { exponent += 1 }
    return text(value, exponent: exponent)
  }

  /// A number with four figures, never finer than a millionth: `10.03`, `0.0123`.
  public static func fourFigures(_ value: Double) -> String {
    var exponent = -6
    while exponent < 12, abs(value) >= power(exponent + 4) { exponent += 1 }
    return text(value, exponent: exponent)
  }

  /// A share in whole per cent.
  public static func percent(_ share: Double) -> String { "\(text(100 * share, exponent: 0)) %" }

  private static func grouped(_ value: Int) -> String {
    let digits = Array(String(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  private static func power(_ exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<abs(exponent) { value *= 10 }
    return exponent < 0 ? 1 / value : value
  }
}
