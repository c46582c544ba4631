import OutputStatistics
import RandomStreams
import Testing

/// Laws made of others.
@Suite("Mixed, shifted, truncated and limited laws")
struct CompoundLawTests {
  static let hyperexponential = Distribution.mixture([
    WeightedLaw(.exponential(mean: 2), weight: 3), WeightedLaw(.exponential(mean: 10), weight: 1),
  ])

  static let continuous: [Distribution] = [
    hyperexponential,
    .mixture([
      WeightedLaw(.uniform(from: 0, to: 1), weight: 0.5), WeightedLaw(.uniform(from: 5, to: 6), weight: 0.5),
    ]),
    .shifted(.gamma(shape: 0.7, scale: 4), by: 2),
    .truncated(.lognormal(mu: 1, sigma: 0.8), from: 1, to: 6),
    .truncated(.logLogistic(median: 5, shape: 0.8), to: 40),
    .truncated(hyperexponential, from: 3),
    .mixture([
      WeightedLaw(.truncated(.weibull(shape: 1.5, scale: 3), to: 2), weight: 1),
      WeightedLaw(.shifted(.erlang(stages: 3, mean: 6), by: 1), weight: 2),
    ]),
  ]

  static let withAtoms: [Distribution] = [
    .limited(.exponential(mean: 3), from: 1, to: 5),
    .limited(.lognormal(mu: 0, sigma: 1), to: 2),
    .limited(.triangular(minimum: 1, mode: 2, maximum: 6), from: 2.5),
    .mixture([WeightedLaw(.constant(0), weight: 1), WeightedLaw(.exponential(mean: 4), weight: 3)]),
    .truncated(
      .discrete([WeightedValue(1, weight: 1), WeightedValue(2, weight: 2), WeightedValue(5, weight: 3)]),
      from: 2),
    .shifted(.empirical([1, 2, 2, 5]), by: 0.5),
    .limited(
      .mixture([WeightedLaw(.constant(1), weight: 1), WeightedLaw(.uniform(from: 0, to: 9), weight: 1)]),
      from: 1, to: 7),
  ]

  static let laws = continuous + withAtoms

  func draws(_ law: Distribution, _ count: Int, seed: UInt64) -> [Double] {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
    // Not first in the table.
    var tables = [7.0, 8.0]
    let compiled = CompiledDistribution(law, tables: &tables)
    return (0..<count).map { _ in compiled.sample(tables: tables, using: &random) }
  }

  @Test("5,000 draws follow the distribution: Kolmogorov–Smirnov, p > 0.001", arguments: continuous)
  func kolmogorovSmirnov(_ law: Distribution) throws {
    let test = try #require(
      GoodnessOfFit.kolmogorovSmirnov(
        draws(law, 5_000, seed: 41), cumulativeProbability: law.cumulativeProbability))
    #expect(test.pValue > 0.001, "D = \(test.statistic)")
  }

  @Test("2,000 draws by inversion do, and rise with their uniform", arguments: laws)
  func inversion(_ law: Distribution) throws {
    var tables = [7.0]
    let compiled = CompiledDistribution(inverting: law, tables: &tables)
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 42, replication: 0))
    var twin = random
    let pairs = (0..<2_000).map { _ in (twin.uniform(), compiled.sample(tables: tables, using: &random)) }
    let sorted = pairs.sorted { $0.0 < $1.0 }.map(\.1)
    #expect(sorted == sorted.sorted())
    // The least value with at least that probability.
    for (u, value) in pairs.prefix(200) {
      #expect(abs(value - law.quantile(u)) <= 1e-12 * value)
      #expect(law.cumulativeProbability(value) >= u * (1 - 1e-12))
      #expect(law.cumulativeProbability(value - 1e-9 * law.mean) <= u * (1 + 1e-6), "\(value)")
    }
  }

  @Test(
    "The mean of 20,000 draws is within four standard errors, and so is the mean of their squares",
    arguments: laws)
  func moments(_ law: Distribution) throws {
    let values = draws(law, 20_000, seed: 43)
    for (powers, expected) in [
      (values, law.mean), (values.map { $0 * $0 }, law.variance + law.mean * law.mean),
    ] {
      let tally = Tally(powers)
      let error = (try #require(tally.variance) / 20_000).squareRoot()
      #expect(abs(try #require(tally.mean) - expected) < 4 * error, "\(expected)")
    }
  }

  @Test(
    "Mean and variance of truncated laws are those of an independent library's quadrature, to 1e-9",
    arguments: [
      (.lognormal(mu: 1, sigma: 0.8), 1, 6, 2.833876328553657, 1.706677336525586),
      (.lognormal(mu: 1, sigma: 0.8), 2, .infinity, 5.082934038880115, 14.12251236794883),
      (.gamma(shape: 2.5, scale: 4), 3, 20, 9.473662489376531, 18.30520089542705),
      (.gamma(shape: 0.4, scale: 2), 0, 2, 0.4232957694080877, 0.2526403847600358),
      (.weibull(shape: 1.5, scale: 10), 0, 12, 6.026135823850979, 9.890771439758642),
      (.normal(mean: 10, standardDeviation: 4, minimum: 5), 0, 12, 8.843205379744954, 3.618186390005369),
      (
        .normal(mean: 10, standardDeviation: 4, minimum: 5), 7, .infinity, 11.55752822694371,
        8.901521141442465
      ),
      (.logLogistic(median: 5, shape: 0.8), 0, 40, 7.104516179813394, 78.27249049163892),
      (.logLogistic(median: 5, shape: 0.8), 2, 1_000, 45.73810439669987, 11463.59132940332),
      (.logLogistic(median: 5, shape: 3), 4, .infinity, 7.699720890650204, 27.72966037970207),
      (.triangular(minimum: 1, mode: 2, maximum: 6), 1.5, 4, 8.0 / 3, 0.4583333333333333),
      (.exponential(mean: 3), 2, .infinity, 5, 9),
      (
        .mixture([
          WeightedLaw(.exponential(mean: 2), weight: 3), WeightedLaw(.exponential(mean: 10), weight: 1),
        ]), 3, .infinity, 9.202601899078753, 70.39017525943472
      ),
    ] as [(Distribution, Double, Double, Double, Double)])
  func reference(_ law: Distribution, _ from: Double, _ to: Double, _ mean: Double, _ variance: Double) {
    let truncated = Distribution.truncated(law, from: from, to: to)
    #expect(abs(truncated.mean - mean) <= 1e-9 * mean, "\(truncated.mean)")
    #expect(abs(truncated.variance - variance) <= 1e-9 * variance, "\(truncated.variance)")
  }

  @Test("A share of draws at an atom is its probability: |z| < 4", arguments: withAtoms)
  func atoms(_ law: Distribution) {
    let values = draws(law, 20_000, seed: 44)
    for value in Set(values.prefix(50)) {
      let atom = law.cumulativeProbability(value) - law.cumulativeProbability(value.nextDown)
      let share = Double(values.count { $0 == value }) / 20_000
      if atom > 0.01 {
        #expect(abs(share - atom) < 4 * (atom * (1 - atom) / 20_000).squareRoot(), "\(value)")
      } else {
        #expect(share < 0.001, "\(value)")
      }
    }
  }

  @Test("Keyed streams hold enough words for truncation that keeps the least share, in 20,000 draws")
  func words() {
    let law = Distribution.truncated(.exponential(mean: 1), from: 2.99)
    #expect(law.mistakes == [])
    var tables: [Double] = []
    let compiled = CompiledDistribution(law, tables: &tables)
    var least = Double.infinity
    for ordinal in 0..<20_000 as Range<UInt32> {
      var random = KeyedStream(
        key: StreamKey(seed: 45, replication: 0), ordinal: ordinal, origin: 1, purpose: 2)
      least = min(least, compiled.sample(tables: tables, using: &random))
    }
    #expect(least >= 2.99 && least < 2.992)
  }

  @Test("Laws truncated within one another may take 200 words of a stream on average, and no more")
  func nested() {
    func twice(_ least: Double) -> Distribution {
      .truncated(
        .shifted(.truncated(.exponential(mean: 1), from: 2.9), by: 1), from: least)
    }
    // Of the exponential law e^−2.9 is kept, then e^−(least − 3.9).
    let kept = twice(6)
    #expect(abs(kept.wordsPerDraw / (1.1 * PortableMath.exp(5)) - 1) < 1e-9)
    #expect(kept.mistakes == [])
    #expect(
      twice(6.5).mistakes == [
        "A draw takes 270 random words on average, for the law within is drawn again too; it must be at most 200."
      ])
    // Normal candidates are few at two standard deviations, and none are wasted beyond.
    #expect(Distribution.normal(mean: 0, standardDeviation: 1, minimum: 2).wordsPerDraw.rounded() == 48)
    #expect(Distribution.normal(mean: 0, standardDeviation: 1, minimum: 3).wordsPerDraw == 3)
  }

  @Test(
    "A normal law four standard deviations below its minimum is drawn from its tail, in 20,000 keyed streams: Kolmogorov–Smirnov, p > 0.001"
  )
  func normalTail() throws {
    let law = Distribution.normal(mean: -3, standardDeviation: 1, minimum: 1)
    #expect(law.mistakes == [])
    let draws = (0..<20_000 as Range<UInt32>).map { ordinal in
      var random = KeyedStream(
        key: StreamKey(seed: 46, replication: 0), ordinal: ordinal, origin: 1, purpose: 2)
      return law.sample(using: &random)
    }
    let test = try #require(
      GoodnessOfFit.kolmogorovSmirnov(draws, cumulativeProbability: law.cumulativeProbability))
    #expect(test.pValue > 0.001, "D = \(test.statistic)")
  }

  @Test("What cannot be drawn from is named")
  func mistakes() {
    func first(_ law: Distribution) -> String? { law.mistakes.first }
    #expect(first(.mixture([])) == "A mixture needs at least one law.")
    #expect(
      first(.mixture([WeightedLaw(.exponential(mean: -1), weight: 1)]))
        == "The mean is -1.0, and must be finite and above zero.")
    #expect(
      first(.mixture([WeightedLaw(.constant(1), weight: 0)]))
        == "The weights sum to 0.0, and must be above zero.")
    #expect(first(.shifted(.constant(1), by: .nan)) == "The shift is nan, and must be a finite number.")
    #expect(
      first(.limited(.constant(1), from: 3, to: 2)) == "The lower limit 3.0 is above the upper limit 2.0.")
    #expect(
      first(.truncated(.uniform(from: 0, to: 100), to: 1))
        == "A share of 0.01 of the values lies between the limits, and it must be at least 0.05.")
  }

  @Test("A mixture of one law has its draws, and what cuts nothing off too")
  func neutral() {
    let plain = draws(.gamma(shape: 2, scale: 3), 100, seed: 47)
    for law: Distribution in [
      .mixture([WeightedLaw(.gamma(shape: 2, scale: 3), weight: 0.5)]),
      .shifted(.gamma(shape: 2, scale: 3), by: 0), .truncated(.gamma(shape: 2, scale: 3), to: 1e9),
      .limited(.gamma(shape: 2, scale: 3), from: 0),
    ] {
      #expect(draws(law, 100, seed: 47) == plain)
    }
  }
}
