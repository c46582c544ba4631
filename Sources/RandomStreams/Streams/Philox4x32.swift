/// The counter-based generator Philox 4×32 with ten rounds.
///
/// A block is a keyed bijection of a 128-bit counter: the same counter and key give the same four words on
/// every machine, in any order, on any thread, and no state is kept. Salmon, Moraes, Dror and Shaw 2011,
/// *Parallel random numbers: as easy as 1, 2, 3*, DOI 10.1145/2063384.2063405. Tested on the known answers
/// published with Random123.
public enum Philox4x32 {
  /// The four output words of one counter under one key.
  ///
  /// - Complexity: twenty 32-bit multiplications.
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    let (low, high) = words(counter.x, counter.y, counter.z, counter.w, key: key.x, key.y)
    return SIMD4(
      UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low &>> 32),
      UInt32(truncatingIfNeeded: high), UInt32(truncatingIfNeeded: high &>> 32))
  }

  /// The block as two 64-bit words: words 1 and 0, and words 3 and 2, the later one in the high half.
  ///
  /// In scalars and not inlined. Its time is latency: ten rounds, each a multiplication, a shift and an
  /// exclusive or. A keyed stream and its first word took 18 ns on Zen 3. Inlined, 700 bytes at each draw, a
  /// loop that only sums first words fell to 8 ns, since the compiler made vectors of four streams, but a
  /// stream with one exponential rose from 20 to 24 ns, and a benchmark of a whole model did not change. Nor did
  /// it with the two products of a round in one vector, half as many instructions and six cycles a round, not five.
  @usableFromInline
  static func words(
    _ counter0: UInt32, _ counter1: UInt32, _ counter2: UInt32, _ counter3: UInt32,
    key firstKey: UInt32, _ secondKey: UInt32
  ) -> (UInt64, UInt64) {
    var word0 = counter0
    var word1 = counter1
    var word2 = counter2
    var word3 = counter3
    var key0 = firstKey
    var key1 = secondKey
    for _ in 0..<10 {
      let product0 = UInt64(word0) &* 0xD251_1F53
      let product1 = UInt64(word2) &* 0xCD9E_8D57
      word0 = UInt32(truncatingIfNeeded: product1 &>> 32) ^ word1 ^ key0
      word1 = UInt32(truncatingIfNeeded: product1)
      word2 = UInt32(truncatingIfNeeded: product0 &>> 32) ^ word3 ^ key1
      word3 = UInt32(truncatingIfNeeded: product0)
      key0 &+= 0x9E37_79B9
      key1 &+= 0xBB67_AE85
    }
    return (UInt64(word0) | UInt64(word1) &<< 32, UInt64(word2) | UInt64(word3) &<< 32)
  }
}
