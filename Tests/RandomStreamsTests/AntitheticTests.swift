import OutputStatistics
import RandomStreams
import Testing

@Suite("Antithetic")
struct AntitheticTests {
  /// Both members of a pair, from one keyed stream.
  func pair<Value>(
    _ ordinal: UInt32, purpose: UInt32 = 1, replication: UInt32 = 0,
    _ draw: (inout any RandomSource) -> Value
  ) -> (Value, Value) {
    let stream = KeyedStream(
      key: StreamKey(seed: 77, replication: replication), ordinal: ordinal, origin: 3, purpose: purpose)
    var plain: any RandomSource = stream
    var twin: any RandomSource = Antithetic(stream)
    return (draw(&plain), draw(&twin))
  }

  @Test("The words of a pair are complements, and the uniforms sum to exactly one, also at the extremes")
  func exactPairs() {
    var words = ScriptedSource(words: [0, .max, 1 << 11, 1 << 63])
    var twins = Antithetic(words)
    for _ in 0..<4 {
      let (u, v) = (words.uniform(), twins.uniform())
      #expect(u + v == 1 && 1 - u == v && 1 - v == u)
    }
    for ordinal in 0..<2_000 as Range<UInt32> {
      let (word, complement) = pair(ordinal) { $0.nextBits() }
      #expect(word == ~complement)
      let (u, v) = pair(ordinal) { $0.uniform() }
      #expect(1 - u == v)
    }
  }

  @Test("A pair of symmetric variates lies exactly opposite")
  func symmetric() {
    for ordinal in 0..<2_000 as Range<UInt32> {
      let (x, y) = pair(ordinal) { $0.normalByInversion() }
      #expect(x == -y)
      let (a, b) = pair(ordinal) { Distribution.uniform(from: -2, to: 2).sampleByInversion(using: &$0) }
      #expect(a == -b)
    }
  }

  @Test("Variates by inversion are the quantiles of their uniform, bit for bit")
  func quantiles() {
    for ordinal in 0..<500 as Range<UInt32> {
      func check(_ distribution: Distribution, _ draw: (inout any RandomSource) -> Double) {
        let (u, v) = pair(ordinal) { $0.uniform() }
        let (x, y) = pair(ordinal, draw)
        #expect(x == distribution.quantile(u) && y == distribution.quantile(v), "\(distribution)")
      }
      check(.exponential(mean: 3)) { $0.exponentialByInversion(mean: 3) }
      check(.normal(mean: 2, standardDeviation: 3)) { $0.normalByInversion(mean: 2, standardDeviation: 3) }
      check(.lognormal(mu: 1, sigma: 0.5)) { $0.lognormalByInversion(mu: 1, sigma: 0.5) }
      check(.weibull(shape: 1.5, scale: 4)) { $0.weibullByInversion(shape: 1.5, scale: 4) }
      check(.triangular(minimum: 1, mode: 2, maximum: 6)) { $0.triangular(minimum: 1, mode: 2, maximum: 6) }
      check(.logLogistic(median: 2, shape: 3)) { $0.logLogistic(median: 2, shape: 3) }
      check(.uniform(from: 1, to: 4)) { $0.uniform(from: 1, to: 4) }
      check(.gamma(shape: 0.7, scale: 4)) {
        Distribution.gamma(shape: 0.7, scale: 4).sampleByInversion(using: &$0)
      }
    }
  }

  @Test(
    "2,000 draws by inversion follow the distribution: Kolmogorov–Smirnov, p > 0.001",
    arguments: VariateTests.distributions)
  func kolmogorovSmirnov(_ distribution: Distribution) throws {
    var random = Antithetic(Xoshiro256PlusPlus(key: StreamKey(seed: 78, replication: 0)))
    let draws = (0..<2_000).map { _ in distribution.sampleByInversion(using: &random) }
    let test = try #require(
      GoodnessOfFit.kolmogorovSmirnov(draws, cumulativeProbability: distribution.cumulativeProbability))
    #expect(test.pValue > 0.001, "D = \(test.statistic)")
  }

  /// The interval for the correlation by Fisher's transformation, at a level of 99.9 %.
  func correlation(_ pairs: [(Double, Double)]) -> (estimate: Double, lower: Double, upper: Double) {
    let n = Double(pairs.count)
    let first = pairs.reduce(0) { $0 + $1.0 } / n
    let second = pairs.reduce(0) { $0 + $1.1 } / n
    let (xx, yy, xy) = pairs.reduce((0.0, 0.0, 0.0)) { sums, pair in
      let (x, y) = (pair.0 - first, pair.1 - second)
      return (sums.0 + x * x, sums.1 + y * y, sums.2 + x * y)
    }
    let r = xy / (xx * yy).squareRoot()
    func inverse(_ z: Double) -> Double { 1 - 2 / (PortableMath.exp(2 * z) + 1) }
    let z = 0.5 * PortableMath.log((1 + r) / (1 - r))
    let half = 3.29 / (n - 3).squareRoot()
    return (r, inverse(z - half), inverse(z + half))
  }

  /// −1 for a uniform, 1 − π²/6 = −0.645 for an exponential, (e⁻¹ − 1) / (e − 1) = −0.368 for a lognormal of
  /// sigma 1.
  @Test("Pairs of 4,000 have the correlation of theory, within its 99.9 % interval, which is below zero")
  func correlations() {
    let cases: [(Distribution, Double)] = [
      (.exponential(mean: 2), -0.6449340668482264), (.lognormal(mu: 0, sigma: 1), -0.36787944117144233),
    ]
    for (distribution, expected) in cases {
      let pairs = (0..<4_000 as Range<UInt32>).map { ordinal in
        pair(ordinal) { distribution.sampleByInversion(using: &$0) }
      }
      let (estimate, lower, upper) = correlation(pairs)
      #expect(upper < 0, "\(distribution): \(estimate)")
      // Fisher's interval is for normal pairs; the lognormal's is wider, and so it gets twice the half width.
      #expect(abs(estimate - expected) < upper - lower, "\(distribution): \(estimate)")
    }
  }

  @Test(
    "The ziggurat's pairs are not antithetic: their normals do not lie opposite, and are far from −1 in correlation"
  )
  func ziggurat() {
    let pairs = (0..<4_000 as Range<UInt32>).map { pair($0) { $0.normal() } }
    #expect(pairs.contains { $0.0 != -$0.1 })
    #expect(correlation(pairs).estimate > -0.9)
  }

  /// The mean wait of the first customers of M/M/1 from empty, by Lindley 1952
  /// (DOI 10.1017/S0305004100027638), load 0.5.
  func meanWait(_ customers: Int, _ replication: UInt32, isTwin: Bool) -> Double {
    let key = StreamKey(seed: 2_025, replication: replication)
    var arrivals = KeyedStream(key: key, ordinal: 0, origin: 1, purpose: streamHash("arrival"))
    var services = KeyedStream(key: key, ordinal: 0, origin: 1, purpose: streamHash("service"))
    var arrivalTwins = Antithetic(arrivals)
    var serviceTwins = Antithetic(services)
    var wait = 0.0
    var sum = 0.0
    for _ in 0..<customers {
      sum += wait
      let service =
        isTwin ? serviceTwins.exponentialByInversion(mean: 0.5) : services.exponentialByInversion(mean: 0.5)
      let gap = isTwin ? arrivalTwins.exponentialByInversion() : arrivals.exponentialByInversion()
      wait = max(0, wait + service - gap)
    }
    return sum / Double(customers)
  }

  @Test(
    """
    The mean wait of 100 customers of M/M/1 varies less over antithetic pairs than over independent ones: the \
    99.9 % interval for the correlation in a pair is below zero, the variance of 1,000 pair means less than 0.85 \
    of that of as many independent pairs, and the two means agree within 4 standard errors
    """)
  func queue() throws {
    let pairs = (0..<1_000 as Range<UInt32>).map {
      (meanWait(100, $0, isTwin: false), meanWait(100, $0, isTwin: true))
    }
    let independent = Tally(
      (0..<1_000 as Range<UInt32>).map {
        (meanWait(100, 10_000 + 2 * $0, isTwin: false) + meanWait(100, 10_001 + 2 * $0, isTwin: false)) / 2
      })
    let antithetic = Tally(pairs.map { ($0.0 + $0.1) / 2 })
    let (estimate, lower, upper) = correlation(pairs)
    let ratio = try #require(antithetic.variance) / #require(independent.variance)
    print("M/M/1 antithetic: r \(estimate) (\(lower), \(upper)), variance ratio \(ratio)")
    #expect(upper < 0, "r = \(estimate)")
    #expect(ratio < 0.85, "ratio = \(ratio)")
    let error = try (#require(antithetic.variance) / 1_000 + #require(independent.variance) / 1_000)
      .squareRoot()
    #expect(abs(try #require(antithetic.mean) - #require(independent.mean)) < 4 * error)
  }
}
