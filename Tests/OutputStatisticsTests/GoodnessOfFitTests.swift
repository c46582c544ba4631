import OutputStatistics
import RandomStreams
import Testing

@Suite("GoodnessOfFit")
struct GoodnessOfFitTests {
  @Test("The Kolmogorov–Smirnov statistic of four points is the largest step's distance")
  func distance() throws {
    let test = try #require(GoodnessOfFit.kolmogorovSmirnov([0.1, 0.4, 0.7, 0.75]) { $0 })
    #expect(abs(test.statistic - 0.25) < 1e-15)
    #expect(GoodnessOfFit.kolmogorovSmirnov([]) { $0 } == nil)
  }

  /// Exact values of the statistic's distribution from SciPy 1.17, `kstwo.sf`.
  @Test("Kolmogorov–Smirnov p-values are within 0.005 of the exact ones")
  func kolmogorovSmirnov() throws {
    let exact: [(Double, Int, Double)] = [
      (0.1, 100, 0.2526927570063874), (0.0428, 1_000, 0.04979841229529136), (0.03, 1_000, 0.3226902143914636),
    ]
    for (distance, count, p) in exact {
      // Equal steps shifted so that the largest distance is the one wanted.
      let n = Double(count)
      let points = (0..<count).map { Double($0) / n + distance }
      let test = try #require(GoodnessOfFit.kolmogorovSmirnov(points) { min(1, $0) })
      #expect(abs(test.statistic - distance) < 1e-12)
      #expect(abs(test.pValue - p) < 0.005)
    }
  }

  @Test("Mendel's peas: chi-square 0.470 with p 0.925")
  func mendel() throws {
    let test = try #require(
      GoodnessOfFit.chiSquare(observed: [315, 108, 101, 32], expected: [312.75, 104.25, 104.25, 34.75]))
    #expect(abs(test.statistic - 0.470) < 0.0005)
    #expect(abs(test.pValue - 0.9254) < 0.0005)
    #expect(GoodnessOfFit.chiSquare(observed: [5], expected: [5]) == nil)
  }

  @Test(
    "Anderson–Darling p-values of normal samples are uniform: 400 samples of 20, Kolmogorov–Smirnov p > 0.001"
  )
  func andersonDarlingUniform() throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 81, replication: 0))
    let values = try (0..<400).map { _ in
      try #require(GoodnessOfFit.andersonDarling(standardNormal: (0..<20).map { _ in random.normal() }))
        .pValue
    }
    #expect(try #require(GoodnessOfFit.kolmogorovSmirnov(values) { $0 }).pValue > 0.001)
  }

  /// Percentage points of the limiting distribution: Stephens 1974, DOI 10.1080/01621459.1974.10480196, table
  /// 1.0, case 0.
  @Test("Anderson–Darling rejects a shifted sample, and an impossible observation")
  func andersonDarlingRejects() throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 82, replication: 0))
    let shifted = (0..<200).map { _ in random.normal() + 0.5 }
    #expect(try #require(GoodnessOfFit.andersonDarling(standardNormal: shifted)).pValue < 1e-4)
    let impossible = try #require(GoodnessOfFit.andersonDarling([0.5, 2]) { min(1, $0) })
    #expect(impossible.pValue == 0)
    #expect(abs(GoodnessOfFit.andersonDarlingLimit(2.492) - 0.95) < 1e-4)
    #expect(abs(GoodnessOfFit.andersonDarlingLimit(3.857) - 0.99) < 1e-3)
    #expect(abs(GoodnessOfFit.andersonDarlingLimit(1.933) - 0.90) < 1e-4)
  }
}
