import RandomStreams
import Testing

@Suite("Xoshiro256PlusPlus")
struct Xoshiro256PlusPlusTests {
  /// Output of the reference implementation, `xoshiro256plusplus.c` 1.0 of Blackman and Vigna.
  @Test("From the state 1, 2, 3, 4 come the words of the reference implementation")
  func reference() {
    var stream = Xoshiro256PlusPlus(state: (1, 2, 3, 4))
    let words: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205,
      9_973_669_472_204_895_162, 14_011_001_112_246_962_877, 12_406_186_145_184_390_807,
      15_849_039_046_786_891_736, 10_450_023_813_501_588_000,
    ]
    for word in words { #expect(stream.nextBits() == word) }
  }

  @Test("A key and a lane repeat their stream; another lane or key gives another")
  func seeding() {
    func first(_ key: StreamKey, _ lane: UInt32) -> UInt64 {
      var stream = Xoshiro256PlusPlus(key: key, lane: lane)
      return stream.nextBits()
    }
    let key = StreamKey(seed: 5, replication: 1)
    #expect(first(key, 0) == first(key, 0))
    #expect(first(key, 0) != first(key, 1))
    #expect(first(key, 0) != first(StreamKey(seed: 5, replication: 2), 0))
  }
}
