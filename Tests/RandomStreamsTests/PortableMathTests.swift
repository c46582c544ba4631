import Foundation
import RandomStreams
import Testing

@Suite("PortableMath")
struct PortableMathTests {
  /// The distance of two values of one sign in units in the last place.
  func distance(_ a: Double, _ b: Double) -> UInt64 {
    a == b ? 0 : (a.bitPattern > b.bitPattern ? a.bitPattern - b.bitPattern : b.bitPattern - a.bitPattern)
  }

  /// Correctly rounded values, computed with 40 digits.
  @Test("Logarithms are within one ulp of correctly rounded values")
  func logarithmVectors() {
    let vectors: [(Double, Double)] = [
      (0.1, -0x1.26bb1bbb55515p+1), (0.5, -0x1.62e42fefa39efp-1), (0.9999999, -0x1.ad7f2b1049b9fp-24),
      (1.0000001, 0x1.ad7f2847b6492p-24), (2, 0x1.62e42fefa39efp-1), (3.7, 0x1.4eeee650ae550p+0),
      (1e-300, -0x1.5963447f87fb5p+9), (1e300, 0x1.5963447f87fb5p+9),
      (.leastNonzeroMagnitude, -0x1.74385446d71c3p+9), (1, 0),
    ]
    for (x, logarithm) in vectors { #expect(distance(PortableMath.log(x), logarithm) <= 1, "log \(x)") }
    #expect(PortableMath.log(0) == -.infinity)
    #expect(PortableMath.log(.infinity) == .infinity)
    #expect(PortableMath.log(-1).isNaN)
    #expect(PortableMath.log(.nan).isNaN)
  }

  @Test("Exponentials are within one ulp of correctly rounded values")
  func exponentialVectors() {
    let vectors: [(Double, Double)] = [
      (-1e-5, 0x1.fffeb07515653p-1), (0.1, 0x1.1aec7b35a00d4p+0), (1, 0x1.5bf0a8b145769p+1),
      (-1, 0x1.78b56362cef38p-2), (10.5, 0x1.1bb7015e84d3bp+15), (-700.25, 0x1.af5fe9a485c8ep-1011),
      (709.5, 0x1.81e9b4b52d0c9p+1023), (-740.1, 77 * .leastNonzeroMagnitude), (0, 1),
    ]
    for (x, power) in vectors { #expect(distance(PortableMath.exp(x), power) <= 1, "exp \(x)") }
    #expect(PortableMath.exp(709.782712893384).isFinite)
    #expect(PortableMath.exp(709.7827128933841) == .infinity)
    #expect(PortableMath.exp(-.infinity) == 0)
    #expect(PortableMath.exp(.nan).isNaN)
  }

  @Test("Powers are within one ulp of correctly rounded values where these are not extreme")
  func powerVectors() {
    let vectors: [(Double, Double, Double)] = [
      (2, 0.5, 0x1.6a09e667f3bcdp+0), (10, -3.3, 0x1.06c4363887513p-11), (0.3, 1.7, 0x1.08819f76d9f8dp-3),
      (1.0000001, 1e9, 0x1.349445c228792p+144), (7.5, 300.25, 0x1.bbd77819c4a4cp+872),
      (1e-5, 60.1, 0x1.b1b7583379073p-999), (3, 0, 1), (1, 1e300, 1),
    ]
    for (x, y, power) in vectors { #expect(distance(PortableMath.pow(x, y), power) <= 1, "\(x)^\(y)") }
    #expect(PortableMath.pow(0, 2) == 0)
    #expect(PortableMath.pow(0, -2) == .infinity)
    #expect(PortableMath.pow(2, 5_000) == .infinity)
    #expect(PortableMath.pow(-2, 2).isNaN)
  }

  @Test("At 10,000 random points each function is within one ulp of the C library's")
  func againstTheLibrary() {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 1, replication: 0))
    var worst: (UInt64, UInt64, UInt64) = (0, 0, 0)
    for _ in 0..<10_000 {
      let y = random.uniform(from: -700, to: 700)
      let x = Foundation.exp(y)
      let near = random.uniform(from: 0.5, to: 2)
      worst.0 = max(worst.0, distance(PortableMath.log(x), Foundation.log(x)))
      worst.0 = max(worst.0, distance(PortableMath.log(near), Foundation.log(near)))
      worst.1 = max(worst.1, distance(PortableMath.exp(y), x))
      worst.1 = max(worst.1, distance(PortableMath.exp(y / 700), Foundation.exp(y / 700)))
      worst.2 = max(worst.2, distance(PortableMath.pow(near, y), Foundation.pow(near, y)))
    }
    #expect(worst.0 <= 1)
    #expect(worst.1 <= 1)
    #expect(worst.2 <= 1)
  }

  @Test("The logarithm of one plus a small number keeps its digits")
  func logarithmOfOnePlus() {
    for x in [1e-20, 1e-10, -1e-10, 0.3, -0.9, 50] {
      #expect(abs(PortableMath.log1p(x) / Foundation.log1p(x) - 1) < 1e-15)
    }
    #expect(PortableMath.log1p(0) == 0)
    #expect(PortableMath.log1p(-1) == -.infinity)
  }

  @Test("Floors are those of the C library, also of negative, whole and huge numbers")
  func floors() {
    for x in [-2.5, -2, -0.5, 0, 0.5, 2, 2.999, 1e18, -1e300] {
      #expect(PortableMath.floor(x) == Foundation.floor(x))
    }
  }

  /// Computed with 40 digits.
  @Test("Log-gamma has the values of a 40-digit computation")
  func logGamma() {
    let vectors: [(Double, Double)] = [
      (0.1, 2.252712651734206), (0.5, 0.5723649429247001), (1, 0), (1.5, -0.12078223763524522), (2, 0),
      (5, 3.1780538303479458), (9.99, 12.779315214350193), (10, 12.801827480081469),
      (123.4, 469.3360974421906), (1e6, 12815504.569147611),
    ]
    for (x, value) in vectors {
      #expect(abs(PortableMath.logGamma(x) - value) <= max(1e-14, 1e-15 * value), "x = \(x)")
    }
  }

  /// Computed with 40 digits.
  @Test("The incomplete gamma function has the values of a 40-digit computation")
  func incompleteGamma() {
    let vectors: [(Double, Double, Double)] = [
      (0.5, 0.2, 0.4729107431344619), (2, 3, 0.8008517265285442), (10, 8, 0.2833757412729891),
      (100, 110, 0.8417213299399129),
    ]
    for (shape, x, value) in vectors {
      let (lower, upper) = PortableMath.incompleteGamma(shape: shape, x: x)
      #expect(abs(lower - value) < 2e-14)
      #expect(abs(upper - (1 - value)) < 2e-14)
    }
  }
}
