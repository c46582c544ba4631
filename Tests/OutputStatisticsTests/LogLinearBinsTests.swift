import OutputStatistics
import RandomStreams
import Testing

@Suite("Bins of a bounded relative width")
struct LogLinearBinsTests {
  @Test(
    "Every duration lies in its bin, bins follow one another, and none is wider than 1/64 of where it begins")
  func edges() {
    var durations: [Int64] = Array(0...70_000) + [.max, .max - 1]
    for bit in 7..<63 { durations += [(1 << bit) - 1, 1 << bit, (1 << bit) + 1, 3 << (bit - 1)] }
    for ticks in durations {
      let bin = LogLinearBins.index(of: ticks)
      #expect(bin >= 0 && bin < LogLinearBins.count)
      // 2⁶³ − 1 is no Double: compare as integers, of which the edges are some.
      #expect(UInt64(LogLinearBins.lowerEdge(of: bin)) <= UInt64(ticks))
      #expect(UInt64(ticks) < UInt64(LogLinearBins.lowerEdge(of: bin + 1)))
    }
    for bin in 128..<LogLinearBins.count {
      let edge = LogLinearBins.lowerEdge(of: bin)
      #expect(LogLinearBins.lowerEdge(of: bin + 1) - edge <= edge / 64)
    }
  }

  @Test("Quantiles lie within 1/64 of those of the sorted sample, over six shares and forty samples")
  func againstSorting() throws {
    for seed in 1...40 {
      var random = Xoshiro256PlusPlus(key: StreamKey(seed: UInt64(seed), replication: 0))
      var counts = [Int64](repeating: 0, count: LogLinearBins.count)
      var sample: [Double] = []
      for _ in 0..<(seed * 50) {
        let ticks = Int64(random.lognormal(mu: 20, sigma: 2))
        counts[LogLinearBins.index(of: ticks)] += 1
        sample.append(Double(ticks))
      }
      sample.sort()
      for p in [0, 0.1, 0.5, 0.9, 0.99, 1] {
        let found = try #require(LogLinearBins.quantile(of: counts, at: p))
        // The inverse of the empirical distribution function lies between these two.
        let place = p * Double(sample.count)
        let lower = sample[max(0, Int(place.rounded(.up)) - 1)]
        #expect(abs(found - lower) <= lower / 64, "seed \(seed), share \(p)")
      }
    }
  }

  @Test("A share that is a whole number of observations is that number, whatever its product rounds to")
  func wholeNumbers() {
    // 0.55 × 100 is 55.000000000000007 in binary.
    for (share, total) in [(0.55, 100), (0.07, 100), (0.14, 50), (0.28, 25), (0.56, 25), (0.34, 50)] {
      var counts = [Int64](repeating: 0, count: LogLinearBins.count)
      counts[1] = Int64((share * Double(total)).rounded())
      counts[100] = Int64(total) - counts[1]
      #expect(LogLinearBins.quantile(of: counts, at: share) == 1, "\(share) of \(total)")
      #expect(LogLinearBins.quantile(of: counts, at: share + 1e-6) == 100)
    }
  }

  @Test("Durations of zero are exactly zero, and without observations there is no quantile")
  func zeros() {
    var counts = [Int64](repeating: 0, count: LogLinearBins.count)
    #expect(LogLinearBins.quantile(of: counts, at: 0.5) == nil)
    counts[0] = 6
    counts[LogLinearBins.index(of: 1_000_000)] = 4
    #expect(LogLinearBins.quantile(of: counts, at: 0.6) == 0)
    #expect(LogLinearBins.quantile(of: counts, at: 0.61).map { abs($0 - 1_000_000) < 16_000 } == true)
  }
}
