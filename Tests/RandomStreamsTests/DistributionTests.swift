import RandomStreams
import Testing

@Suite("Distribution")
struct DistributionTests {
  /// Cumulative probability at x, mean and variance from SciPy 1.17.
  @Test("Probabilities and moments are those of an independent library")
  func againstReference() {
    let vectors: [(Distribution, Double, Double, Double, Double)] = [
      (.gamma(shape: 0.5, scale: 2), 1.3, 0.7457867763960359, 1, 2),
      (.gamma(shape: 2.5, scale: 4), 7, 0.3766123722504178, 10, 40),
      (.erlang(stages: 3, mean: 6), 5, 0.45618688411667035, 6, 12),
      (.weibull(shape: 1.5, scale: 10), 8, 0.5110728376249136, 9.027452929509336, 37.5690284813932),
      (.lognormal(mu: 1, sigma: 0.5), 2.5, 0.4335203705946609, 3.080216848918031, 2.694758124344946),
      (
        .normal(mean: 10, standardDeviation: 4, minimum: 5), 11, 0.5513014225284103, 10.816901835594708,
        11.248162213028461
      ),
      (.logLogistic(median: 5, shape: 3), 4, 0.3386243386243386, 6.045997880780725, 23.905888433402247),
      (.triangular(minimum: 1, mode: 2, maximum: 6), 3, 0.55, 3, 3.5 / 3),
      (.exponential(mean: 3), 1e-9, 3.333333332777778e-10, 3, 9),
      (.uniform(from: 2, to: 6), 3, 0.25, 4, 4.0 / 3),
      (.normal(mean: 1, standardDeviation: 2), 1, 0.5, 1, 4),
      (.empirical([1, 2, 2, 5]), 2, 0.75, 2.5, 2.25),
      (.discrete([WeightedValue(0, weight: 3), WeightedValue(4, weight: 1)]), 0, 0.75, 1, 3),
      (.constant(3), 3, 1, 3, 0),
    ]
    for (distribution, x, probability, mean, variance) in vectors {
      #expect(
        abs(distribution.cumulativeProbability(x) - probability) <= 1e-13 * probability, "\(distribution)")
      #expect(abs(distribution.mean - mean) <= 1e-13 * mean, "\(distribution)")
      #expect(abs(distribution.variance - variance) <= 1e-12 * variance, "\(distribution)")
      #expect(distribution.mistakes.isEmpty)
    }
  }

  @Test("Outside the support the probability is zero below and one above, without NaN")
  func support() {
    for distribution in VariateTests.distributions {
      #expect(distribution.cumulativeProbability(-1e9) == 0)
      #expect(distribution.cumulativeProbability(1e40) == 1)
      #expect(distribution.cumulativeProbability(0) >= 0)
      let below = distribution.cumulativeProbability(1.5)
      #expect(below <= distribution.cumulativeProbability(1.6))
    }
    #expect(Distribution.logLogistic(median: 1, shape: 1).mean == .infinity)
    #expect(Distribution.logLogistic(median: 1, shape: 2).variance == .infinity)
    #expect(Distribution.normal(mean: 100, standardDeviation: 1, minimum: 0).mean == 100)
    #expect(Distribution.normal(mean: 5, standardDeviation: 0, minimum: 0).cumulativeProbability(5) == 1)
  }

  @Test("The lognormal shorthands keep the median, the mean and the spread they were given")
  func lognormals() {
    let byMedian = Distribution.lognormal(median: 4, sigma: 0.7)
    #expect(abs(byMedian.cumulativeProbability(4) - 0.5) < 1e-14)
    let byVariation = Distribution.lognormal(mean: 12, coefficientOfVariation: 0.5)
    #expect(abs(byVariation.mean - 12) < 1e-13)
    #expect(abs(byVariation.variance - 36) < 1e-12)
    #expect(byVariation == .lognormal(mean: 12, standardDeviation: 6))
    #expect(
      Distribution.lognormal(median: -1, sigma: 0.5).mistakes == [
        "The mu is nan, and must be a finite number."
      ])
  }

  @Test("Every wrong parameter is named in a sentence of its own, all at once")
  func mistakes() {
    #expect(
      Distribution.exponential(mean: -1).mistakes == ["The mean is -1.0, and must be finite and above zero."])
    #expect(
      Distribution.gamma(shape: 0, scale: .nan).mistakes == [
        "The shape is 0.0, and must be finite and above zero.",
        "The scale is nan, and must be finite and above zero.",
      ])
    #expect(
      Distribution.triangular(minimum: 3, mode: 2, maximum: 1).mistakes == [
        "The mode 2.0 is below the minimum 3.0.", "The mode 2.0 is above the maximum 1.0.",
      ])
    #expect(
      Distribution.uniform(from: 2, to: 1).mistakes == ["The lower bound 2.0 is above the upper bound 1.0."])
    #expect(
      Distribution.discrete([WeightedValue(1, weight: 0)]).mistakes == [
        "The weights sum to 0.0, and must be above zero."
      ])
    #expect(
      Distribution.empirical([]).mistakes == ["An empirical distribution needs at least one observed value."])
    #expect(Distribution.empirical([1, .infinity]).mistakes.count == 1)
    #expect(Distribution.erlang(stages: 0, mean: 1).mistakes.count == 1)
    #expect(Distribution.normal(mean: 0, standardDeviation: 1, minimum: 5).mistakes.count == 1)
    #expect(Distribution.constant(.nan).mistakes.count == 1)
  }
}
