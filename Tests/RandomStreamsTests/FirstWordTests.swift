import RandomStreams
import Testing

@Suite("The first word of a stream")
struct FirstWordTests {
  private let key = StreamKey(seed: 20_270_104, replication: 3)

  /// The stream and its first word under a number of names.
  private func each(_ count: UInt32, _ body: (KeyedStream, FirstWord) throws -> Void) rethrows {
    for ordinal in 0..<count {
      let (origin, purpose, visit) = (ordinal &* 2_654_435_769, ordinal % 7, ordinal % 3)
      try body(
        KeyedStream(key: key, ordinal: ordinal, origin: origin, purpose: purpose, visit: visit),
        FirstWord(key: key, ordinal: ordinal, origin: origin, purpose: purpose, visit: visit))
    }
  }

  @Test("what it decides is what the stream would draw first, and it decides nearly all")
  func equal() {
    var (exponentials, normals) = (0, 0)
    each(100_000) { stream, word in
      var (bits, uniform, exponential, normal) = (stream, stream, stream, stream)
      #expect(word.bits == bits.nextBits())
      #expect(word.uniform == uniform.uniform())
      if let value = word.exponential {
        exponentials += 1
        #expect(value == exponential.exponential())
      }
      if let value = word.normal {
        normals += 1
        #expect(value == normal.normal())
      }
    }
    // The layers of both ziggurats leave less than 3 % to later words.
    #expect(exponentials > 97_000 && exponentials < 100_000)
    #expect(normals > 97_000 && normals < 100_000)
  }

  @Test(
    "a distribution drawn by it is the one drawn from the stream",
    arguments: [
      Distribution.exponential(mean: 3), .lognormal(mean: 60, coefficientOfVariation: 1), .constant(4),
      .uniform(from: 1, to: 2),
    ])
  func distributions(distribution: Distribution) {
    var tables: [Double] = []
    let compiled = CompiledDistribution(distribution, tables: &tables)
    each(20_000) { stream, word in
      var stream = stream
      if let value = compiled.sample(by: word) {
        #expect(value == compiled.sample(tables: tables, using: &stream))
      }
    }
  }
}
