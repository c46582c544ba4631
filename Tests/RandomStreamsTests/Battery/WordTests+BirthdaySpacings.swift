import OutputStatistics
import RandomStreams

extension WordTests {
  /// Birthday spacings, Marsaglia and Tsang 2002, *Some difficult-to-pass tests of randomness*,
  /// DOI 10.18637/jss.v007.i03: m birthdays in a year of n days have spacings of which about Poisson
  /// (m³ / 4n) are repeated.
  ///
  /// Years of 2³² days (the low and the high halves of the words, by turns) and 4,096 birthdays: λ = 4 a year,
  /// the sum of all years is Poisson with the sum of their λ.
  static func birthdays32(_ words: [UInt64]) -> Double {
    let size = 4_096
    var repeated = 0
    var years = 0
    for start in stride(from: 0, through: words.count - size, by: size) {
      let shift: UInt64 = years % 2 == 0 ? 0 : 32
      repeated += repeatedSpacings(words[start..<start + size].map { $0 >> shift & 0xffff_ffff })
      years += 1
    }
    return poissonPValue(repeated, mean: 4 * Double(years), seed: words[words.count - 1])
  }

  /// Birthday spacings in one year of 2⁶⁴ days, all words being birthdays: λ = m³ / 2⁶⁶, 8 for 2²³ words.
  static func birthdays64(_ words: [UInt64]) -> Double {
    let m = Double(words.count)
    return poissonPValue(repeatedSpacings(words), mean: m * m * m * 0x1p-66, seed: words[words.count - 1])
  }

  /// Spacings between sorted birthdays that equal another, each value counted once less than it occurs.
  private static func repeatedSpacings(_ words: [UInt64]) -> Int {
    let days = words.sorted()
    let spacings = zip(days.dropFirst(), days).map { $0 - $1 }.sorted()
    return zip(spacings, spacings.dropFirst()).count { $0 == $1 }
  }

  /// The probability of a larger count, plus a random part of the probability of this one, so that the
  /// p-value is uniform. The part is drawn from a stream of its own.
  private static func poissonPValue(_ count: Int, mean: Double, seed: UInt64) -> Double {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: .max))
    // P(Y ≥ k) is the regularised lower incomplete gamma function at k.
    func reaches(_ k: Int) -> Double {
      k == 0 ? 1 : PortableMath.incompleteGamma(shape: Double(k), x: mean).lower
    }
    let larger = reaches(count + 1)
    return larger + random.uniform() * (reaches(count) - larger)
  }
}
