import OutputStatistics
import RandomStreams
import Testing

/// A source that gives chosen words.
struct ScriptedSource: RandomSource {
  var words: [UInt64]
  mutating func nextBits() -> UInt64 { words.removeFirst() }
}

@Suite("RandomSource")
struct RandomSourceTests {
  @Test("The extreme words give uniforms strictly inside (0, 1), symmetric about one half")
  func openInterval() {
    var source = ScriptedSource(words: [0, .max])
    #expect(source.uniform() == 0x1p-53)
    #expect(source.uniform() == 1 - 0x1p-53)
  }

  @Test("Uniforms from keyed streams, one per stream, are uniform: Kolmogorov–Smirnov, p > 0.001")
  func keyedUniforms() throws {
    let key = StreamKey(seed: 2024, replication: 1)
    let values = (0..<20_000 as Range<UInt32>).map { ordinal in
      var stream = KeyedStream(key: key, ordinal: ordinal, origin: 1, purpose: 2)
      return stream.uniform()
    }
    let test = try #require(GoodnessOfFit.kolmogorovSmirnov(values) { $0 })
    #expect(test.pValue > 0.001)
  }

  @Test("Neighbouring keyed streams are uncorrelated: |r| √n < 3.3, p > 0.001")
  func keyedCorrelation() {
    let key = StreamKey(seed: 2024, replication: 2)
    var sum = 0.0
    for ordinal in 0..<20_000 as Range<UInt32> {
      var stream = KeyedStream(key: key, ordinal: ordinal, origin: 1, purpose: 2)
      var neighbour = KeyedStream(key: key, ordinal: ordinal, origin: 1, purpose: 3)
      sum += (stream.uniform() - 0.5) * (neighbour.uniform() - 0.5) * 12
    }
    #expect(abs(sum) / (20_000.0).squareRoot() < 3.3)
  }

  @Test("Integers below 6 come equally often: chi-square, p > 0.001")
  func belowSix() throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 3, replication: 0))
    var counts = Array(repeating: 0, count: 6)
    for _ in 0..<12_000 { counts[Int(random.below(6))] += 1 }
    let test = try #require(
      GoodnessOfFit.chiSquare(observed: counts, expected: Array(repeating: 2_000, count: 6)))
    #expect(test.pValue > 0.001)
  }

  @Test("A word that would bias an integer is redrawn")
  func redrawn() {
    // 2⁶⁴ mod 3 = 1: only the word 0 has too small a low product, and is skipped.
    var source = ScriptedSource(words: [0, .max])
    #expect(source.below(3) == 2)
    #expect(source.words.isEmpty)
    var single = ScriptedSource(words: [.max])
    #expect(single.below(1) == 0)
  }
}
