import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

@Suite("Antithetic pairs of replications")
struct AntitheticPairTests {
  /// The correlation of two series and the upper end of its one-sided interval by Fisher's transformation.
  func correlation(_ one: [Double], _ other: [Double], deviations: Double) -> (
    estimate: Double, upper: Double
  ) {
    let n = Double(one.count)
    let (x, y) = (one.reduce(0, +) / n, other.reduce(0, +) / n)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(one, other) {
      xx += (a - x) * (a - x)
      yy += (b - y) * (b - y)
      xy += (a - x) * (b - y)
    }
    let r = xy / (xx * yy).squareRoot()
    let z = 0.5 * PortableMath.log((1 + r) / (1 - r)) + deviations / (n - 3).squareRoot()
    return (r, 1 - 2 / (PortableMath.exp(2 * z) + 1))
  }

  /// From empty, so that a replication is short: two days at a load of 0.7.
  @Test(
    """
    M/M/1, wait and number of arrivals: the correlation within 150 pairs is below zero (Fisher's transformation, \
    p < 0.001), the variance of pair means is less than that of 150 independent pairs (F with 149 and 149 degrees of \
    freedom above 1.66, p < 0.001), and both means agree within 4 standard errors
    """)
  func monotoneModel() throws {
    let network = Fixture.singleUnit(
      servers: 1, arrivalsPerHour: 0.7, stay: .exponential(mean: 1), runInDays: 0,
      measures: [DeclaredMeasure(id: "wait", quantity: .meanWaitHours, unitKind: 0)])
    func run(_ draws: DrawMode, _ seed: UInt64, _ count: Int) -> [TrialResult] {
      Fixture.run(network, horizonDays: 2, seed: seed, replications: count, draws: draws)
    }
    let (first, second) = (run(.inverted, 1, 150), run(.complemented, 1, 150))
    let independent = run(.ordinary, 2, 300)
    for measure in ["wait", "arrivals_patients"] {
      let one = Fixture.values(measure, first, network)
      let other = Fixture.values(measure, second, network)
      let single = Fixture.values(measure, independent, network)
      try #require(one.count == 150 && other.count == 150 && single.count == 300)
      let (r, upper) = correlation(one, other, deviations: 3.09)
      #expect(upper < 0, "\(measure): r = \(r)")
      let pairs = Tally(Self.means(one, other))
      let apart = Tally(Self.means(Array(single[..<150]), Array(single[150...])))
      let own = try #require(pairs.variance)
      let others = try #require(apart.variance)
      #expect(others / own > 1.66, "\(measure): F = \(others / own)")
      let gap = try #require(pairs.mean) - #require(apart.mean)
      let error: Double = ((own + others) / 150).squareRoot()
      #expect(abs(gap) < 4 * error, "\(measure)")
    }
  }

  static func means(_ one: [Double], _ other: [Double]) -> [Double] {
    one.indices.map { (one[$0] + other[$0]) / 2 }
  }

  @Test(
    "A network of every mechanism loses nobody, meets one set of casualties in all arms, draws nothing twice")
  func everyMechanism() {
    for seed in 1...4 as ClosedRange<UInt64> {
      let (network, scenario) = RandomNetwork.make(seed: seed)
      var digests: [UInt64] = []
      for draws in [DrawMode.ordinary, .inverted, .complemented] {
        let arms = [PolicyCatalogue.policySet([], network: network), RandomNetwork.allPolicies(network)].map {
          Fixture.run(
            network, scenario: scenario, horizonDays: 5, drainDays: 2, seed: seed, replications: 1,
            policies: $0, audits: true, draws: draws)[0]
        }
        #expect(arms[0].casualtyDigest == arms[1].casualtyDigest)
        digests.append(arms[0].casualtyDigest)
      }
      #expect(Set(digests).count == 3, "seed \(seed)")
    }
  }

  /// Daily counts are Poisson about a lognormal rate; both members of a pair share the day's uniform.
  @Test("Casualties come in opposite numbers: the correlation in 40 pairs is below zero, p < 0.001")
  func casualties() {
    let (network, scenario) = RandomNetwork.make(seed: 2)
    func counts(_ draws: DrawMode) -> [Double] {
      Fixture.values(
        "casualties_patients",
        Fixture.run(network, scenario: scenario, horizonDays: 4, seed: 5, replications: 40, draws: draws),
        network)
    }
    let (r, upper) = correlation(counts(.inverted), counts(.complemented), deviations: 3.09)
    #expect(upper < 0, "r = \(r)")
  }
}
