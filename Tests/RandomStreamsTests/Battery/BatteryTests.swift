import OutputStatistics
import RandomStreams
import Testing

/// A battery on the words of the generators and of the ways in which a simulation opens streams.
///
/// Rule: with fixed seeds, every p-value lies in [0.0001, 0.9999], and those of all tests together are uniform,
/// Anderson–Darling p > 0.001. An ideal generator would fail the rule for 1 seed in 80. An optimised build
/// tests 2²⁰ words of each sequence (2²³ for the birthdays of 64 bits), an unoptimised one 2¹³.
@Suite("Battery")
struct BatteryTests {
  #if DEBUG
    static let count = 1 << 13
  #else
    static let count = 1 << 20
  #endif

  static let tests: [(name: String, pValue: @Sendable ([UInt64]) -> Double)] = {
    // Cells with an expectation of eight.
    let width: UInt64 = count >= 1 << 20 ? 8 : 4
    return [
      ("bytes", WordTests.bytes),
      ("bits", WordTests.bits),
      ("serial, high bits", { WordTests.serial($0, width: width, shift: 64 - width) }),
      ("serial, low bits", { WordTests.serial($0, width: width, shift: 0) }),
      ("gaps", WordTests.gaps),
      ("runs", WordTests.runs),
      ("differing bits", WordTests.differences),
      ("weights", WordTests.weights),
      ("birthdays, 32 bits", WordTests.birthdays32),
      ("matrix ranks", WordTests.ranks),
    ]
  }()

  static func words(_ sequence: StreamExporter.Sequence, _ count: Int) -> [UInt64] {
    var exporter = StreamExporter(sequence, seed: 20_260_731)
    var words: [UInt64] = []
    words.reserveCapacity(count)
    for _ in 0..<count { words.append(exporter.nextBits()) }
    return words
  }

  @Test("Every p-value lies in [0.0001, 0.9999], and all together are uniform: Anderson–Darling, p > 0.001")
  func rule() throws {
    var pValues: [Double] = []
    for sequence in StreamExporter.Sequence.allCases {
      let words = Self.words(sequence, Self.count)
      var line: [String] = []
      for (name, test) in Self.tests {
        let p = test(words)
        #expect(p >= 1e-4 && p <= 1 - 1e-4, "\(sequence), \(name): p = \(p)")
        line.append("\(name) \((p * 1e4).rounded() / 1e4)")
        pValues.append(p)
      }
      #if !DEBUG
        let p = WordTests.birthdays64(Self.words(sequence, 1 << 23))
        #expect(p >= 1e-4 && p <= 1 - 1e-4, "\(sequence), birthdays, 64 bits: p = \(p)")
        line.append("birthdays, 64 bits \((p * 1e4).rounded() / 1e4)")
        pValues.append(p)
        print("Battery, \(sequence): \(line.joined(separator: "; "))")
      #endif
    }
    let together = try #require(GoodnessOfFit.andersonDarling(pValues) { $0 })
    #expect(together.pValue > 0.001, "A² = \(together.statistic)")
    #if !DEBUG
      print("Battery: \(pValues.count) p-values, A² \(together.statistic), p \(together.pValue)")
    #endif
  }

  /// A battery that accepts everything would show nothing.
  @Test("Poor sequences fail: a counter, a linear congruence's low bits, and words one of which is repeated")
  func poorSequences() {
    let counter = (0..<UInt64(Self.count)).map { $0 }
    #expect(Self.tests.contains { $0.pValue(counter) < 1e-6 })
    var state: UInt64 = 1
    let congruence = (0..<Self.count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return state
    }
    #expect(WordTests.serial(congruence, width: 4, shift: 0) < 1e-6)
    let good = Self.words(.xoshiro, Self.count)
    let repeated = good.indices.map { good[$0 & ~1] }
    #expect(WordTests.differences(repeated) < 1e-6)
    #expect(WordTests.weights(repeated) < 1e-6)
    #expect(WordTests.birthdays32(repeated) < 1e-6)
    let linear = good.indices.map { good[$0 % 64 == 63 ? $0 - 1 : $0] }
    #expect(WordTests.ranks(linear) < 1e-6)
  }
}
