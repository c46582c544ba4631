import RandomStreams
import Testing

@Suite("CompiledDistribution")
struct CompiledDistributionTests {
  static let all: [Distribution] =
    VariateTests.distributions + [
      .constant(4), .empirical([3, 1, 2]),
      .discrete([WeightedValue(1, weight: 2), WeightedValue(5, weight: 1), WeightedValue(3, weight: 0)]),
    ]

  @Test("An array, a pointer and the distribution itself give the same draws", arguments: all)
  func sameDraws(_ distribution: Distribution) {
    var tables = [9.0, 8.0]
    let compiled = CompiledDistribution(distribution, tables: &tables)
    let source = Xoshiro256PlusPlus(key: StreamKey(seed: 31, replication: 0))
    var (first, second, third) = (source, source, source)
    for _ in 0..<200 {
      let draw = compiled.sample(tables: tables, using: &first)
      let byPointer = unsafe tables.withUnsafeBufferPointer { buffer in
        unsafe buffer.baseAddress.map { unsafe compiled.sample(tables: $0, using: &second) }
      }
      #expect(draw == byPointer)
      #expect(draw == distribution.sample(using: &third))
    }
  }

  @Test("A draw is that of the variate's own method")
  func sameAsMethods() {
    let source = Xoshiro256PlusPlus(key: StreamKey(seed: 32, replication: 0))
    func check(_ distribution: Distribution, _ method: (inout Xoshiro256PlusPlus) -> Double) {
      var (one, other) = (source, source)
      for _ in 0..<50 { #expect(distribution.sample(using: &one) == method(&other)) }
    }
    check(.gamma(shape: 0.4, scale: 2)) { $0.gamma(shape: 0.4, scale: 2) }
    check(.gamma(shape: 4, scale: 2)) { $0.gamma(shape: 4, scale: 2) }
    check(.erlang(stages: 5, mean: 2)) { $0.erlang(stages: 5, mean: 2) }
    check(.erlang(stages: 50, mean: 2)) { $0.erlang(stages: 50, mean: 2) }
    check(.empirical([1, 2, 7])) { $0.empirical([1, 2, 7]) }
    check(.lognormal(mu: 1, sigma: 2)) { $0.lognormal(mu: 1, sigma: 2) }
  }

  @Test(
    "By inversion each draw takes one word and never decreases with it; without a table it is the quantile, bit for bit",
    arguments: all)
  func inverted(_ distribution: Distribution) {
    var tables = [9.0, 8.0]
    let compiled = CompiledDistribution(inverting: distribution, tables: &tables)
    var last = -Double.infinity
    for step in 0..<200 as Range<UInt64> {
      let word = step << 56 | 0x80 << 48
      var source = ScriptedSource(words: [word, word, 7])
      let u = source.uniform()
      let draw = compiled.sample(tables: tables, using: &source)
      #expect(draw >= last)
      last = draw
      switch distribution {
      case .constant: #expect(source.words.count == 2)
      case .empirical: #expect(source.words == [7])
      default: #expect(source.words == [7] && draw == distribution.quantile(u))
      }
    }
  }

  @Test("It is small: forty-eight bytes")
  func size() {
    #expect(MemoryLayout<CompiledDistribution>.stride == 48)
  }
}
