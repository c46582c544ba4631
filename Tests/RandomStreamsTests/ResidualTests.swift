import OutputStatistics
import RandomStreams
import Testing

/// What is left of a stay that is met at a random moment.
@Suite("Equilibrium residual")
struct ResidualTests {
  static let distributions: [Distribution] = [
    .constant(4), .uniform(from: 1, to: 5), .exponential(mean: 3), .erlang(stages: 3, mean: 6),
    .gamma(shape: 0.4, scale: 2), .gamma(shape: 7.5, scale: 0.5), .weibull(shape: 0.7, scale: 10),
    .weibull(shape: 2.5, scale: 10), .lognormal(mu: 1, sigma: 0.8),
    .normal(mean: 10, standardDeviation: 2, minimum: 0), .normal(mean: 1, standardDeviation: 2, minimum: 0),
    .logLogistic(median: 5, shape: 2.5), .triangular(minimum: 1, mode: 2, maximum: 6),
    .empirical([1, 2, 2, 5]), .discrete([WeightedValue(0, weight: 3), WeightedValue(4, weight: 1)]),
    // Both ways of truncation and of limits, and a mean that exists only by the limit.
    CompoundLawTests.hyperexponential, .shifted(.gamma(shape: 0.7, scale: 4), by: 2),
    .truncated(.lognormal(mu: 1, sigma: 0.8), from: 1, to: 6), .truncated(.lognormal(mu: 1, sigma: 2), to: 4),
    .truncated(.logLogistic(median: 5, shape: 0.8), to: 40), .limited(.exponential(mean: 3), from: 1),
    .limited(.exponential(mean: 3), from: 1, to: 5), .limited(.lognormal(mu: 0, sigma: 2), from: 0.5, to: 2),
  ]

  @Test(
    "4,000 residuals follow (1 − F(x)) / mean, integrated by the trapezoidal rule: Kolmogorov–Smirnov, p > 0.001",
    arguments: distributions)
  func law(_ distribution: Distribution) throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 21, replication: 0))
    let draws = (0..<4_000).map { _ in distribution.sampleResidual(using: &random) }.sorted()
    var areas: [Double] = []
    var (from, area) = (0.0, 0.0)
    for draw in draws {
      let width = (draw - from) / 16
      for part in 0..<16 {
        let left = distribution.cumulativeProbability(from + Double(part) * width)
        let right = distribution.cumulativeProbability(from + Double(part + 1) * width)
        area += width * (1 - (left + right) / 2)
      }
      areas.append(area / distribution.mean)
      from = draw
    }
    let index = Dictionary(zip(draws, areas)) { first, _ in first }
    let test = try #require(
      GoodnessOfFit.kolmogorovSmirnov(draws) { min(1, max(0, index[$0] ?? .nan)) })
    #expect(test.pValue > 0.001, "D = \(test.statistic)")
  }

  @Test("Their mean is E[X²] / 2E[X], within four standard errors of 20,000 draws")
  func mean() throws {
    for distribution in Self.distributions where distribution.variance.isFinite {
      var random = Xoshiro256PlusPlus(key: StreamKey(seed: 22, replication: 0))
      var tally = Tally()
      for _ in 0..<20_000 { tally.add(distribution.sampleResidual(using: &random)) }
      let expected =
        (distribution.variance + distribution.mean * distribution.mean) / (2 * distribution.mean)
      let (mean, variance) = (try #require(tally.mean), try #require(tally.variance))
      #expect(abs(mean - expected) < 4 * (variance / 20_000).squareRoot(), "\(distribution)")
    }
  }
}
