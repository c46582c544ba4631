extension PortableMath {
  /// The natural logarithm; error below 0.9 ulp (the largest found in 10⁷ arguments is 0.85).
  ///
  /// NaN for a negative argument, −∞ for zero, +∞ for +∞.
  ///
  /// Method and coefficients of fdlibm 5.3, `e_log.c`: x = 2ᵏ (1 + f), s = f / (2 + f), log(1 + f) by an odd
  /// polynomial in s. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use,
  /// copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
  public static func log(_ x: Double) -> Double {
    var bits = x.bitPattern
    var exponent = 0
    if Int64(bitPattern: bits) < 0x0010_0000_0000_0000 {
      if x == 0 { return -.infinity }
      if x < 0 || x.isNaN { return .nan }
      bits = (x * 0x1p54).bitPattern
      exponent = -54
    }
    if bits >= 0x7FF0_0000_0000_0000 { return x }
    // Adding the distance from √½ to 1 moves the exponent's carry to √2, so that 1 + f lies in [√½, √2).
    let shifted = bits &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_0000_0000)
    exponent &+= Int(truncatingIfNeeded: shifted >> 52) &- 1023
    let significand = Double(
      bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_0000_0000)
    let f = significand - 1
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let even = w * (0x1.999999997fa04p-2 + w * (0x1.c71c51d8e78afp-3 + w * 0x1.39a09d078c69fp-3))
    let odd =
      z
      * (0x1.5555555555593p-1 + w
        * (0x1.2492494229359p-2 + w * (0x1.7466496cb03dep-3 + w * 0x1.2f112df3e5244p-3)))
    let remainder = odd + even
    let half = 0.5 * f * f
    let k = Double(exponent)
    return k * 0x1.62e42feep-1 - ((half - (s * (half + remainder) + k * 0x1.a39ef35793c76p-33)) - f)
  }

  /// The natural logarithm of 1 + x, accurate for small x; error below 3 ulp (the largest found in 10⁷
  /// arguments is 2.48).
  ///
  /// Kahan's correction: Higham 2002, *Accuracy and stability of numerical algorithms*, §1.14.1,
  /// DOI 10.1137/1.9780898718027. NaN below −1, −∞ at −1.
  public static func log1p(_ x: Double) -> Double {
    let sum = 1 + x
    if sum == 1 { return x }
    if sum == .infinity { return sum }
    return log(sum) * (x / (sum - 1))
  }
}
