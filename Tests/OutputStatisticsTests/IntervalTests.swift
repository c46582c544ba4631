import OutputStatistics
import RandomStreams
import Testing

@Suite("Student intervals and paired differences")
struct IntervalTests {
  /// Law 2015, *Simulation modeling and analysis*, example 4.27: ten observations, 90 % interval 1.34 ± 0.24.
  @Test("The interval of a textbook's ten observations is 1.34 ± 0.24")
  func textbook() throws {
    let interval = try #require(
      StudentInterval.of([1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09], level: 0.9))
    #expect(abs(interval.estimate - 1.343) < 1e-12)
    #expect(abs(interval.halfWidth - 0.24) < 0.005)
    #expect(interval.count == 10)
    #expect(interval.contains(1.5))
    #expect(!interval.contains(1.7))
  }

  @Test("Below two observations there is no interval, nor if one is not finite; equal ones give no width")
  func degenerate() {
    #expect(StudentInterval.of([]) == nil)
    #expect(StudentInterval.of([3]) == nil)
    #expect(StudentInterval.of([3, .nan, 4]) == nil)
    #expect(StudentInterval.of([3, .infinity, 4]) == nil)
    #expect(StudentInterval.of([3, 3, 3])?.halfWidth == 0)
    #expect(PairedDifference.of(treatment: [1], baseline: [2]) == nil)
    #expect(PairedDifference.of(treatment: [1, 1], baseline: [2, 2])?.varianceReduction == nil)
  }

  @Test(
    "A 95 % interval covers the mean in 95 % of 2,000 samples of five normals, within four standard deviations"
  )
  func coverage() {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 51, replication: 0))
    var covered = 0
    for _ in 0..<2_000 {
      let sample = (0..<5).map { _ in random.normal(mean: 10, standardDeviation: 3) }
      if StudentInterval.of(sample)?.contains(10) == true { covered += 1 }
    }
    #expect(abs(Double(covered) - 1_900) < 4 * (2_000 * 0.95 * 0.05).squareRoot())
  }

  @Test("A paired difference has the interval of the differences, and measures what pairing gained")
  func paired() throws {
    let baseline = [10.0, 12, 14, 16]
    let paired = try #require(PairedDifference.of(treatment: [11, 13.5, 14.5, 17], baseline: baseline))
    #expect(paired.interval.estimate == 1)
    #expect(paired.interval == StudentInterval.of([1, 1.5, 0.5, 1]))
    let reduction = try #require(paired.varianceReduction)
    // var(difference) = 1/6; var(treatment) = 6.166…, var(baseline) = 6.666….
    #expect(abs(reduction - (1 - (1.0 / 6) / (18.5 / 3 + 20.0 / 3))) < 1e-12)
    let opposed = try #require(PairedDifference.of(treatment: [4, 3, 2, 1], baseline: [1, 2, 3, 4]))
    #expect(try #require(opposed.varianceReduction) == -1)
  }
}
