import RandomStreams
import Testing

@Suite("Distribution.quantile")
struct QuantileTests {
  /// Shape, probability and quantile, computed by mpmath 1.3.0 with 60 digits.
  static let gammaVectors: [(Double, Double, Double)] = [
    (0.1, 1e-10, 6.073048362407963e-101),
    (0.1, 0.001, 6.073048362407907e-31),
    (0.1, 0.3, 3.586086018410947e-06),
    (0.1, 0.5, 0.0005933911044602261),
    (0.1, 0.9, 0.26615455373883784),
    (0.1, 0.999, 3.3636770117187536),
    (0.1, 0.999999999, 15.92723105274732),
    (0.5, 1e-10, 7.853981633974484e-21),
    (0.5, 0.001, 7.85398574631245e-07),
    (0.5, 0.3, 0.07423593091627272),
    (0.5, 0.5, 0.2274682115597864),
    (0.5, 0.9, 1.3527717270477075),
    (0.5, 0.999, 5.4137830853313655),
    (0.5, 0.999999999, 18.66244655325936),
    (1, 1e-10, 1.00000000005e-10),
    (1, 0.001, 0.0010005003335835335),
    (1, 0.3, 0.35667494393873234),
    (1, 0.5, 0.6931471805599453),
    (1, 0.9, 2.302585092994046),
    (1, 0.999, 6.907755278982136),
    (1, 0.999999999, 20.723265865228342),
    (2.5, 1e-10, 0.00016167785731248467),
    (2.5, 0.001, 0.10510630131460959),
    (2.5, 0.3, 1.499954066379953),
    (2.5, 0.5, 2.1757300955477636),
    (2.5, 0.9, 4.61817844989056),
    (2.5, 0.999, 10.257502826216438),
    (2.5, 0.999999999, 25.346096880759596),
    (10, 1e-10, 0.4727220926063523),
    (10, 0.001, 2.9605203727437597),
    (10, 0.3, 8.132928242506392),
    (10, 0.5, 9.668714614714132),
    (10, 0.9, 14.205990292152817),
    (10, 0.999, 22.65737330906293),
    (10, 0.999999999, 41.73956221662375),
    (100, 1e-10, 48.883092053795956),
    (100, 0.001, 71.9213974950004),
    (100, 0.3, 94.52429935888071),
    (100, 0.5, 99.66686491931549),
    (100, 0.9, 113.01052385984448),
    (100, 0.999, 133.7702639113786),
    (100, 0.999999999, 172.07103987000212),
    (1000, 1e-10, 811.7987627175607),
    (1000, 0.001, 905.1207909349766),
    (1000, 0.3, 983.1784467578987),
    (1000, 0.5, 999.6666864269652),
    (1000, 0.9, 1040.73430801369),
    (1000, 0.999, 1100.5780982933145),
    (1000, 0.999999999, 1201.4728731116943),
  ]

  @Test("Gamma quantiles are within a relative 1e-12 of those of a 60-digit computation")
  func gamma() {
    for (shape, probability, value) in Self.gammaVectors {
      let found = PortableMath.gammaQuantile(shape: shape, probability: probability)
      #expect(abs(found - value) <= 1e-12 * value, "shape \(shape), probability \(probability): \(found)")
    }
  }

  static let continuous: [Distribution] =
    VariateTests.distributions + [
      .erlang(stages: 40, mean: 6), .gamma(shape: 0.1, scale: 2), .gamma(shape: 300, scale: 2),
    ]

  @Test("The quantile of a probability has that cumulative probability, within 1e-12", arguments: continuous)
  func inverse(_ distribution: Distribution) {
    for probability in [1e-9, 1e-4, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999, 1 - 1e-9] {
      let again = distribution.cumulativeProbability(distribution.quantile(probability))
      #expect(abs(again - probability) <= 1e-12, "\(distribution) at \(probability): \(again)")
    }
  }

  @Test("Quantiles never decrease, and end at the ends of the support", arguments: continuous)
  func ends(_ distribution: Distribution) {
    var last = distribution.quantile(0)
    for step in 1...100 {
      let value = distribution.quantile(Double(step) / 100)
      #expect(value >= last)
      last = value
    }
    #expect(distribution.quantile(-0.1).isNaN && distribution.quantile(1.1).isNaN)
    #expect(distribution.quantile(.nan).isNaN)
    #expect(distribution.cumulativeProbability(distribution.quantile(1)) == 1)
    switch distribution {
    case .uniform(let from, let to): #expect(distribution.quantile(0) == from && last == to)
    case .triangular(let minimum, _, let maximum):
      #expect(distribution.quantile(0) == minimum && last == maximum)
    case .normal(_, _, let minimum): #expect(distribution.quantile(0) == minimum && last == .infinity)
    default: #expect(distribution.quantile(0) == 0 && last == .infinity)
    }
  }

  @Test("Quantiles of discrete values are the smallest that reach the probability, whatever their order")
  func discrete() {
    let weights = Distribution.discrete([
      WeightedValue(7, weight: 1), WeightedValue(9, weight: 0), WeightedValue(2, weight: 3),
    ])
    for (probability, value) in [(0.0, 2.0), (0.75, 2), (0.750001, 7), (1, 7)] {
      #expect(weights.quantile(probability) == value)
    }
    let observed = Distribution.empirical([5, 1, 5, 8])
    for (probability, value) in [(0.0, 1.0), (0.25, 1), (0.26, 5), (0.75, 5), (0.8, 8), (1, 8)] {
      #expect(observed.quantile(probability) == value)
    }
    #expect(Distribution.constant(4).quantile(0.3) == 4)
    #expect(Distribution.normal(mean: 3, standardDeviation: 0).quantile(1) == 3)
    #expect(Distribution.lognormal(mu: 0, sigma: 0).quantile(1) == 1)
  }
}
