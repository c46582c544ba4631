import OutputStatistics
import Testing

/// Reference values computed with 40 digits.
@Suite("Normal, Student and chi-square distributions")
struct DistributionFunctionTests {
  @Test("Student's quantiles are exact to 1e-10, from one degree of freedom to 100,000")
  func studentQuantiles() {
    let vectors: [(Double, Double, Double)] = [
      (0.975, 1, 12.706204736174694), (0.975, 2, 4.302652729749462), (0.975, 9, 2.262157162798205),
      (0.95, 30, 1.6972608865939574), (0.995, 4.5, 4.272823993011292), (0.9, 1_000, 1.2823987214609245),
      (0.999, 100, 3.1737394937387826), (0.975, 100_000, 1.9599877075346093), (0.6, 3, 0.27667066233268983),
    ]
    for (p, freedom, value) in vectors {
      let quantile = StudentDistribution.quantile(probability: p, degreesOfFreedom: freedom)
      #expect(abs(quantile / value - 1) < 1e-10, "\(p), \(freedom)")
      let mirrored = StudentDistribution.quantile(probability: 1 - p, degreesOfFreedom: freedom)
      #expect(abs(mirrored + value) < 1e-10 * value)
      let back = StudentDistribution.cumulativeProbability(value, degreesOfFreedom: freedom)
      #expect(abs(back - p) < 1e-10)
    }
    #expect(StudentDistribution.quantile(probability: 0.5, degreesOfFreedom: 3) == 0)
    #expect(StudentDistribution.quantile(probability: 1, degreesOfFreedom: 3) == .infinity)
    #expect(StudentDistribution.quantile(probability: 0, degreesOfFreedom: 3) == -.infinity)
    #expect(StudentDistribution.quantile(probability: -0.1, degreesOfFreedom: 3).isNaN)
  }

  @Test("With one degree of freedom Student's distribution is Cauchy's")
  func cauchy() {
    #expect(abs(StudentDistribution.cumulativeProbability(1, degreesOfFreedom: 1) - 0.75) < 1e-14)
    #expect(abs(StudentDistribution.cumulativeProbability(-1, degreesOfFreedom: 1) - 0.25) < 1e-14)
    #expect(StudentDistribution.cumulativeProbability(.infinity, degreesOfFreedom: 1) == 1)
  }

  @Test("The normal distribution and its quantiles are exact to 1e-12")
  func normal() {
    let quantiles: [(Double, Double)] = [
      (1e-10, -6.361340902404057), (0.001, -3.0902323061678136), (0.025, -1.9599639845400543),
      (0.3, -0.5244005127080408), (0.9, 1.2815515655446006), (0.975, 1.9599639845400538),
      (0.9999, 3.7190164854557084),
    ]
    for (p, value) in quantiles {
      #expect(abs(NormalDistribution.quantile(probability: p) / value - 1) < 1e-12, "\(p)")
    }
    #expect(NormalDistribution.quantile(probability: 0.5) == 0)
    #expect(NormalDistribution.quantile(probability: 1) == .infinity)
    let probabilities: [(Double, Double)] = [
      (-8, 6.220960574271784e-16), (-3, 0.0013498980316300946), (-1, 0.15865525393145705),
      (-0.1, 0.460172162722971), (0.5, 0.6914624612740131), (1.96, 0.9750021048517795),
      (4, 0.9999683287581669),
    ]
    for (x, value) in probabilities {
      #expect(abs(NormalDistribution.cumulativeProbability(x) / value - 1) < 1e-12, "\(x)")
    }
  }

  @Test("The chi-square distribution is exact to 1e-12")
  func chiSquare() {
    let vectors: [(Double, Double, Double)] = [
      (3.841458820694124, 1, 0.05), (18.307038053275146, 10, 0.05), (5, 2.5, 0.12308857115265885),
      (124.3, 100, 0.050266398300158395), (0.5, 4, 0.9735009788392561),
    ]
    for (x, freedom, value) in vectors {
      let exceedance = ChiSquareDistribution.exceedanceProbability(x, degreesOfFreedom: freedom)
      #expect(abs(exceedance - value) < 1e-12)
      let lower = ChiSquareDistribution.cumulativeProbability(x, degreesOfFreedom: freedom)
      #expect(abs(exceedance + lower - 1) < 1e-14)
    }
  }
}
