import OutputStatistics
import RandomStreams
import Testing

/// Each variate against its distribution's cumulative probability, with a fixed seed, and its first two
/// moments.
@Suite("Continuous variates")
struct VariateTests {
  static let distributions: [Distribution] = [
    .uniform(from: -2, to: 5),
    .exponential(mean: 3),
    .erlang(stages: 3, mean: 6),
    .erlang(stages: 12, mean: 6),
    .gamma(shape: 0.4, scale: 2),
    .gamma(shape: 1, scale: 2),
    .gamma(shape: 7.5, scale: 0.5),
    .weibull(shape: 0.7, scale: 10),
    .weibull(shape: 2.5, scale: 10),
    .lognormal(mu: 1, sigma: 0.8),
    .normal(mean: 10, standardDeviation: 2),
    .normal(mean: 1, standardDeviation: 2, minimum: 0),
    .normal(mean: 0, standardDeviation: 1, minimum: 2),
    .logLogistic(median: 5, shape: 4.5),
    .triangular(minimum: 1, mode: 2, maximum: 6),
    .triangular(minimum: 1, mode: 1, maximum: 6),
    .triangular(minimum: 1, mode: 6, maximum: 6),
  ]

  @Test("5,000 draws follow the distribution: Kolmogorov–Smirnov, p > 0.001", arguments: distributions)
  func kolmogorovSmirnov(_ distribution: Distribution) throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 11, replication: 3))
    var tables: [Double] = []
    let compiled = CompiledDistribution(distribution, tables: &tables)
    let draws = (0..<5_000).map { _ in compiled.sample(tables: tables, using: &random) }
    let test = try #require(
      GoodnessOfFit.kolmogorovSmirnov(draws, cumulativeProbability: distribution.cumulativeProbability))
    #expect(test.pValue > 0.001, "D = \(test.statistic)")
  }

  @Test(
    "The mean of 20,000 draws is within four standard errors, their variance within 15 %",
    arguments: distributions)
  func moments(_ distribution: Distribution) throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 12, replication: 0))
    var tables: [Double] = []
    let compiled = CompiledDistribution(distribution, tables: &tables)
    var tally = Tally()
    for _ in 0..<20_000 { tally.add(compiled.sample(tables: tables, using: &random)) }
    let mean = try #require(tally.mean)
    let variance = try #require(tally.variance)
    #expect(abs(mean - distribution.mean) < 4 * (distribution.variance / 20_000).squareRoot())
    #expect(abs(variance / distribution.variance - 1) < 0.15)
  }

  @Test(
    "50,000 exponentials and normals hold the ziggurat's layers and tails together: Anderson–Darling, p > 0.001"
  )
  func ziggurats() throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 13, replication: 0))
    let normals = (0..<50_000).map { _ in random.normal() }
    let exponentials = (0..<50_000).map { _ in random.exponential() }
    #expect(try #require(GoodnessOfFit.andersonDarling(standardNormal: normals)).pValue > 0.001)
    let unit = Distribution.exponential(mean: 1)
    let test = try #require(
      GoodnessOfFit.andersonDarling(exponentials, cumulativeProbability: unit.cumulativeProbability))
    #expect(test.pValue > 0.001)
  }

  @Test(
    "Beyond the last edge of the layers come as many draws as there should: within four standard deviations")
  func tails() {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 14, replication: 0))
    var normal = 0
    var exponential = 0
    for _ in 0..<200_000 {
      if abs(random.normal()) > 3.6541528853610088 { normal += 1 }
      if random.exponential() > 7.69711747013105 { exponential += 1 }
    }
    let expectedNormal = 400_000 * (1 - NormalDistribution.cumulativeProbability(3.6541528853610088))
    let expectedExponential = 200_000 * PortableMath.exp(-7.69711747013105)
    #expect(abs(Double(normal) - expectedNormal) < 4 * expectedNormal.squareRoot())
    #expect(abs(Double(exponential) - expectedExponential) < 4 * expectedExponential.squareRoot())
  }

  @Test("Interpolated draws lie on the piecewise linear distribution through the values: p > 0.001")
  func interpolated() throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 15, replication: 0))
    let draws = (0..<4_000).map { _ in random.interpolated(sorted: [0, 1, 4]) }
    let test = try #require(
      GoodnessOfFit.kolmogorovSmirnov(draws) { $0 < 1 ? $0 / 2 : 0.5 + ($0 - 1) / 6 })
    #expect(test.pValue > 0.001)
    #expect(random.interpolated(sorted: [7]) == 7)
  }
}
