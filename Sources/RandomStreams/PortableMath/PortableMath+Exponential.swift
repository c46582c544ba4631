extension PortableMath {
  /// e to the power x; error below 0.95 ulp (the largest found in 10⁷ arguments is 0.92), also where the result
  /// is subnormal.
  ///
  /// 0 below about −745.13, +∞ above about 709.78, NaN for NaN.
  ///
  /// Method and coefficients of fdlibm 5.3, `e_exp.c`: x = k ln 2 + r, exp(r) by a rational approximation.
  /// Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and
  /// distribute this software is freely granted, provided that this notice is preserved.
  public static func exp(_ x: Double) -> Double {
    exp(x, plus: 0)
  }

  /// e to the power x + tail, for a tail below one ulp of x.
  @inline(__always)
  static func exp(_ x: Double, plus tail: Double) -> Double {
    if !(x <= 0x1.62e42fefa39efp9) { return x.isNaN ? x : .infinity }
    if x < -0x1.74910d52d3051p9 { return 0 }
    // Adding and subtracting 1.5 · 2⁵² rounds to the nearest integer without a library call.
    let k = x * 0x1.71547652b82fep0 + 0x1.8p52 - 0x1.8p52
    let high = x - k * 0x1.62e42feep-1
    let low = k * 0x1.a39ef35793c76p-33 - tail
    let r = high - low
    let t = r * r
    let odd = 0x1.1566aaf25de2cp-14 + t * (-0x1.bbd41c5d26bf1p-20 + t * 0x1.6376972bea4d0p-25)
    let c = r - t * (0x1.555555555553ep-3 + t * (-0x1.6c16c16bebd93p-9 + t * odd))
    let y = 1 - ((low - r * c / (2 - c)) - high)
    return scaled(y, by: Int(k))
  }

  /// x · 2ᵏ, rounded once also when the result is subnormal.
  @inline(__always)
  static func scaled(_ x: Double, by k: Int) -> Double {
    if k > -1022 && k < 1023 {
      return x * Double(bitPattern: UInt64(truncatingIfNeeded: k &+ 1023) &<< 52)
    }
    if k > 0 { return x * 0x1p1023 * Double(bitPattern: UInt64(truncatingIfNeeded: k) &<< 52) }
    return x * Double(bitPattern: UInt64(truncatingIfNeeded: k &+ 1023 &+ 128) &<< 52) * 0x1p-128
  }
}
