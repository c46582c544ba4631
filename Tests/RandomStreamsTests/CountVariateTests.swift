import OutputStatistics
import RandomStreams
import Testing

/// Counts against their probabilities, cells with an expectation below five pooled.
@Suite("Poisson, binomial and discrete variates")
struct CountVariateTests {
  /// The chi-square p-value of draws against probabilities of 0, 1, …, the last cell taking the rest.
  func pValue(_ draws: [Int], _ probability: (Int) -> Double) throws -> Double {
    let n = Double(draws.count)
    var counts: [Int: Int] = [:]
    for draw in draws { counts[draw, default: 0] += 1 }
    var observed: [Int] = []
    var expected: [Double] = []
    var pending = (0, 0.0)
    var covered = 0.0
    for value in 0...(draws.max() ?? 0) + 100 {
      pending.0 += counts[value, default: 0]
      pending.1 += n * probability(value)
      covered += n * probability(value)
      if pending.1 >= 5 && n - covered >= 5 {
        observed.append(pending.0)
        expected.append(pending.1)
        pending = (0, 0)
      }
    }
    observed.append(draws.count - observed.reduce(0, +))
    expected.append(n - expected.reduce(0, +))
    return try #require(GoodnessOfFit.chiSquare(observed: observed, expected: expected)).pValue
  }

  @Test(
    "4,000 Poisson counts follow their probabilities: chi-square, p > 0.001",
    arguments: [0.3, 4, 9.99, 10, 25.5, 300])
  func poisson(mean: Double) throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 21, replication: 0))
    let draws = (0..<4_000).map { _ in random.poisson(mean: mean) }
    let p = try pValue(draws) { k in
      PortableMath.exp(Double(k) * PortableMath.log(mean) - mean - PortableMath.logGamma(Double(k) + 1))
    }
    #expect(p > 0.001)
  }

  @Test(
    "4,000 Poisson counts by inversion follow their probabilities: chi-square, p > 0.001; they never decrease with the uniform",
    arguments: [0.3, 4, 9.99, 10, 25.5, 300])
  func poissonByInversion(mean: Double) throws {
    var random = Antithetic(Xoshiro256PlusPlus(key: StreamKey(seed: 25, replication: 0)))
    let draws = (0..<4_000).map { _ in random.monotonePoisson(mean: mean) }
    let p = try pValue(draws) { k in
      PortableMath.exp(Double(k) * PortableMath.log(mean) - mean - PortableMath.logGamma(Double(k) + 1))
    }
    #expect(p > 0.001)
    var last = 0
    for step in 0...1_024 as ClosedRange<UInt64> {
      var source = ScriptedSource(words: [step == 1_024 ? .max : step << 54])
      let count = source.monotonePoisson(mean: mean)
      #expect(count >= last)
      last = count
    }
  }

  @Test(
    "Below mean 10 a Poisson count by inversion is that of the sequential search", arguments: [0.3, 4, 9.99])
  func samePoisson(mean: Double) {
    var one = Xoshiro256PlusPlus(key: StreamKey(seed: 26, replication: 0))
    var other = one
    for _ in 0..<2_000 { #expect(one.monotonePoisson(mean: mean) == other.poisson(mean: mean)) }
  }

  @Test(
    "A Poisson count by inversion of mean 0 is 0, and of mean 1e9 within 9 standard deviations at the ends")
  func poissonEnds() {
    var source = ScriptedSource(words: [.max, 0, .max])
    #expect(source.monotonePoisson(mean: 0) == 0)
    #expect(abs(source.monotonePoisson(mean: 1e9) - 1_000_000_000 + 262_000) < 30_000)
    #expect(abs(source.monotonePoisson(mean: 1e9) - 1_000_000_000 - 262_000) < 30_000)
  }

  @Test(
    "4,000 binomial counts follow their probabilities: chi-square, p > 0.001",
    arguments: [(10, 0.2), (100, 0.05), (40, 0.5), (40, 0.8), (1_000, 0.3), (20, 0.999)])
  func binomial(trials: Int, probability: Double) throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 22, replication: 0))
    let draws = (0..<4_000).map { _ in random.binomial(trials: trials, probability: probability) }
    #expect(draws.allSatisfy { 0 <= $0 && $0 <= trials })
    let n = Double(trials)
    let p = try pValue(draws) { count in
      let k = Double(count)
      if k > n { return 0 }
      let choices =
        PortableMath.logGamma(n + 1) - PortableMath.logGamma(k + 1) - PortableMath.logGamma(n - k + 1)
      return PortableMath.exp(
        choices + k * PortableMath.log(probability) + (n - k) * PortableMath.log1p(-probability))
    }
    #expect(p > 0.001)
  }

  @Test("Large counts have the right mean, within four standard errors, and never trap")
  func largeCounts() {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 23, replication: 0))
    var poisson = Tally()
    var binomial = Tally()
    for _ in 0..<2_000 {
      poisson.add(Double(random.poisson(mean: 1e9)))
      binomial.add(Double(random.binomial(trials: 1_000_000_000, probability: 0.25)))
    }
    #expect(abs((poisson.mean ?? 0) - 1e9) < 4 * (1e9 / 2_000).squareRoot())
    #expect(abs((binomial.mean ?? 0) - 2.5e8) < 4 * (2.5e8 * 0.75 / 2_000).squareRoot())
    #expect(abs((poisson.variance ?? 0) / 1e9 - 1) < 0.15)
    #expect(abs((binomial.variance ?? 0) / 1.875e8 - 1) < 0.15)
  }

  @Test("The extremes of a uniform lead to no trap in the rejection methods")
  func extremes() {
    for word in [0, 1 << 11, UInt64.max] {
      for second in [0, UInt64.max] {
        let calm = Array(repeating: UInt64(1) << 63, count: 4)
        var source = ScriptedSource(words: [word, second] + calm)
        #expect(source.poisson(mean: 1e9) > 0)
        source = ScriptedSource(words: [word, second] + calm)
        #expect(source.binomial(trials: 1_000_000_000, probability: 0.5) > 0)
      }
    }
  }

  @Test("Certain outcomes are certain")
  func certain() {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 25, replication: 0))
    #expect(random.poisson(mean: 0) == 0)
    #expect(random.binomial(trials: 0, probability: 0.4) == 0)
    #expect(random.binomial(trials: 30, probability: 0) == 0)
    #expect(random.binomial(trials: 30, probability: 1) == 30)
    #expect(random.binomial(trials: 1_000_000, probability: 1e-300) == 0)
  }

  @Test("Discrete and empirical draws come in proportion to their weights: chi-square, p > 0.001")
  func discrete() throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 25, replication: 0))
    let weights = Distribution.discrete([
      WeightedValue(7, weight: 1), WeightedValue(9, weight: 0), WeightedValue(8, weight: 3),
      WeightedValue(2, weight: 6),
    ])
    var tables = [0.25]
    let discrete = CompiledDistribution(weights, tables: &tables)
    let empirical = CompiledDistribution(.empirical([1, 5, 5, 8]), tables: &tables)
    var values: [Double: Int] = [:]
    var resampled: [Double: Int] = [:]
    var indices = [0, 0, 0]
    for _ in 0..<4_000 {
      values[discrete.sample(tables: tables, using: &random), default: 0] += 1
      resampled[empirical.sample(tables: tables, using: &random), default: 0] += 1
      indices[random.discrete(cumulative: [0.2, 0.2, 1])] += 1
    }
    #expect(values[9] == nil)
    let counts = [7, 8, 2].map { values[$0, default: 0] }
    #expect(
      try #require(GoodnessOfFit.chiSquare(observed: counts, expected: [400, 1_200, 2_400])).pValue > 0.001)
    let again = [1, 5, 8].map { resampled[$0, default: 0] }
    #expect(
      try #require(GoodnessOfFit.chiSquare(observed: again, expected: [1_000, 2_000, 1_000])).pValue > 0.001)
    #expect(indices[1] == 0)
    let parts = [indices[0], indices[2]]
    #expect(try #require(GoodnessOfFit.chiSquare(observed: parts, expected: [800, 3_200])).pValue > 0.001)
  }
}
