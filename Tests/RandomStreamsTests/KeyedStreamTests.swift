import RandomStreams
import Testing

@Suite("KeyedStream")
struct KeyedStreamTests {
  let key = StreamKey(seed: 42, replication: 7)

  @Test("The key of a replication is words 0 and 1 of the Philox block of its number under the seed")
  func streamKey() {
    let block = Philox4x32.block(
      counter: SIMD4(7, 0, 0, 0), key: SIMD2(0x89ab_cdef, 0x0123_4567))
    let key = StreamKey(seed: 0x0123_4567_89ab_cdef, replication: 7)
    #expect(key.low == block.x)
    #expect(key.high == block.y)
  }

  @Test("Keys of many seeds and replications differ")
  func keysDiffer() {
    var keys: [UInt64] = []
    for seed in 0..<50 as Range<UInt64> {
      for replication in 0..<50 as Range<UInt32> {
        let key = StreamKey(seed: seed, replication: replication)
        keys.append(UInt64(key.low) | UInt64(key.high) << 32)
      }
    }
    keys.sort()
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test("The words of a stream are the Philox blocks of (ordinal, origin, purpose, visit · 4096 + block)")
  func counterLayout() {
    var stream = KeyedStream(key: key, ordinal: 1, origin: 2, purpose: 3, visit: 4)
    for block in 0..<3 as Range<UInt32> {
      let words = Philox4x32.block(
        counter: SIMD4(1, 2, 3, 4 << 12 | block), key: SIMD2(key.low, key.high))
      #expect(stream.nextBits() == UInt64(words.x) | UInt64(words.y) << 32)
      #expect(stream.nextBits() == UInt64(words.z) | UInt64(words.w) << 32)
    }
  }

  @Test("The same name gives the same draws, and a change of any field changes them")
  func fields() {
    func first(_ ordinal: UInt32, _ origin: UInt32, _ purpose: UInt32, _ visit: UInt32, seed: UInt64 = 1)
      -> UInt64
    {
      var stream = KeyedStream(
        key: StreamKey(seed: seed, replication: 0), ordinal: ordinal, origin: origin, purpose: purpose,
        visit: visit)
      return stream.nextBits()
    }
    let original = first(10, 20, 30, 40)
    #expect(first(10, 20, 30, 40) == original)
    #expect(first(11, 20, 30, 40) != original)
    #expect(first(10, 21, 30, 40) != original)
    #expect(first(10, 20, 31, 40) != original)
    #expect(first(10, 20, 30, 41) != original)
    #expect(first(10, 20, 30, 40, seed: 2) != original)
  }

  @Test("Neighbouring streams do not repeat each other's words")
  func distinct() {
    var words: [UInt64] = []
    for ordinal in 0..<20 as Range<UInt32> {
      for visit in 0..<20 as Range<UInt32> {
        var stream = KeyedStream(key: key, ordinal: ordinal, origin: 5, purpose: 6, visit: visit)
        for _ in 0..<8 { words.append(stream.nextBits()) }
      }
    }
    words.sort()
    #expect(zip(words, words.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test(
    "A stream gives all its 8,192 words at the last visit, and its last counter is all ones but for the block"
  )
  func capacity() {
    var stream = KeyedStream(key: key, ordinal: 0, origin: 0, purpose: 0, visit: KeyedStream.visitLimit - 1)
    for _ in 0..<8_191 { _ = stream.nextBits() }
    let words = Philox4x32.block(counter: SIMD4(0, 0, 0, .max), key: SIMD2(key.low, key.high))
    #expect(stream.nextBits() == UInt64(words.z) | UInt64(words.w) << 32)
  }

  @Test("The 8,193rd word ends the program with a sentence")
  func exhaustion() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var stream = KeyedStream(
        key: StreamKey(seed: 1, replication: 0), ordinal: 9, origin: 0, purpose: 0, visit: 3)
      for _ in 0..<8_193 { _ = stream.nextBits() }
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("The stream of individual 9, visit 3, is exhausted: it holds 8,192 words."))
  }

  @Test("A visit of 2²⁰ ends the program with a sentence")
  func visitLimit() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = KeyedStream(
        key: StreamKey(seed: 1, replication: 0), ordinal: 9, origin: 0, purpose: 0, visit: 1 << 20)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("individual 9 was asked for visit 1048576: visits end at 1,048,575."))
  }
}
