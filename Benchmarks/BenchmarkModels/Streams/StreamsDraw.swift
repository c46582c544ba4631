import RandomStreams

/// What the streams benchmark draws.
enum StreamsDraw: String, CaseIterable {
  case xoshiroWord = "xoshiro_word"
  case philoxBlock = "philox_block"
  case keyedFirstWord = "keyed_first_word"
  case xoshiroUniform = "xoshiro_uniform"
  case xoshiroExponential = "xoshiro_exponential"
  case keyedExponential = "keyed_exponential"
  case xoshiroNormal = "xoshiro_normal"
  case keyedNormal = "keyed_normal"
  case xoshiroLognormal = "xoshiro_lognormal"
  case keyedLognormal = "keyed_lognormal"
  case invertedExponential = "xoshiro_exponential_by_inversion"
  case invertedNormal = "xoshiro_normal_by_inversion"
  case antitheticUniform = "antithetic_uniform"
  case portableLogarithm = "portable_log"
  case portableExponential = "portable_exp"
  case portablePower = "portable_pow"

  /// The mean of a draw by theory: lognormals have sigma ½; logarithms are of uniforms, exponentials of
  /// numbers in (0, 1), and powers are square roots of uniforms.
  var expectedMean: Double {
    switch self {
    case .xoshiroWord, .philoxBlock, .keyedFirstWord, .xoshiroUniform, .antitheticUniform: 0.5
    case .xoshiroExponential, .keyedExponential, .invertedExponential: 1
    case .xoshiroNormal, .keyedNormal, .invertedNormal: 0
    case .xoshiroLognormal, .keyedLognormal: 1.1331484530668263
    case .portableLogarithm: -1
    case .portableExponential: 1.718281828459045
    case .portablePower: 2.0 / 3
    }
  }

  /// The sum of so many draws.
  func sum(of count: Int, key: StreamKey) -> Double {
    switch self {
    case .xoshiroWord: Self.sequential(count, key) { Self.fraction($0.nextBits()) }
    case .philoxBlock: Self.blocks(count, key)
    case .keyedFirstWord: Self.keyed(count, key) { Self.fraction($0.nextBits()) }
    case .xoshiroUniform: Self.sequential(count, key) { $0.uniform() }
    case .xoshiroExponential: Self.sequential(count, key) { $0.exponential() }
    case .keyedExponential: Self.keyed(count, key) { $0.exponential() }
    case .xoshiroNormal: Self.sequential(count, key) { $0.normal() }
    case .keyedNormal: Self.keyed(count, key) { $0.normal() }
    case .xoshiroLognormal: Self.sequential(count, key) { $0.lognormal(mu: 0, sigma: 0.5) }
    case .keyedLognormal: Self.keyed(count, key) { $0.lognormal(mu: 0, sigma: 0.5) }
    case .invertedExponential: Self.sequential(count, key) { $0.exponentialByInversion() }
    case .invertedNormal: Self.sequential(count, key) { $0.normalByInversion() }
    case .antitheticUniform: Self.antithetic(count, key)
    case .portableLogarithm: Self.sequential(count, key) { PortableMath.log($0.uniform()) }
    case .portableExponential: Self.sequential(count, key) { PortableMath.exp($0.uniform()) }
    case .portablePower: Self.sequential(count, key) { PortableMath.pow($0.uniform(), 0.5) }
    }
  }

  @inline(__always)
  private static func fraction(_ word: UInt64) -> Double {
    Double(Int64(bitPattern: word >> 11)) * 0x1p-53
  }

  /// Draws from one sequential stream.
  @inline(__always)
  private static func sequential(
    _ count: Int, _ key: StreamKey, _ draw: (inout Xoshiro256PlusPlus) -> Double
  ) -> Double {
    var stream = Xoshiro256PlusPlus(key: key)
    var sum = 0.0
    for _ in 0..<count { sum += draw(&stream) }
    return sum
  }

  /// The first draw of as many keyed streams.
  @inline(__always)
  private static func keyed(
    _ count: Int, _ key: StreamKey, _ draw: (inout KeyedStream) -> Double
  ) -> Double {
    var sum = 0.0
    for ordinal in 0..<count {
      var stream = KeyedStream(
        key: key, ordinal: UInt32(truncatingIfNeeded: ordinal), origin: 1, purpose: 2)
      sum += draw(&stream)
    }
    return sum
  }

  private static func antithetic(_ count: Int, _ key: StreamKey) -> Double {
    var stream = Antithetic(Xoshiro256PlusPlus(key: key))
    var sum = 0.0
    for _ in 0..<count { sum += stream.uniform() }
    return sum
  }

  /// Whole blocks of four words, of which the sum takes one.
  private static func blocks(_ count: Int, _ key: StreamKey) -> Double {
    var sum = 0.0
    for counter in 0..<count {
      let block = Philox4x32.block(
        counter: SIMD4(UInt32(truncatingIfNeeded: counter), 0, 0, 0), key: key.words)
      sum += Double(block.x) * 0x1p-32
    }
    return sum
  }
}
