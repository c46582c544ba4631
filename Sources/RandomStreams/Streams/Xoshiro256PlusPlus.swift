/// A long sequential stream: xoshiro256++ 1.0, period 2²⁵⁶ − 1.
///
/// Blackman and Vigna 2021, *Scrambled linear pseudorandom number generators*, DOI 10.1145/3460772. For
/// hand-coded kernels and benchmarks. Its draws depend on the order of drawing, so arms of an experiment do
/// not stay paired; use `KeyedStream` where they must.
@frozen
public struct Xoshiro256PlusPlus: RandomSource, BitwiseCopyable, Sendable {
  @usableFromInline var state0: UInt64
  @usableFromInline var state1: UInt64
  @usableFromInline var state2: UInt64
  @usableFromInline var state3: UInt64

  /// The stream with a given state of four words.
  ///
  /// - Precondition: not all four words are zero.
  public init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(
      state.0 | state.1 | state.2 | state.3 != 0, "The state of a xoshiro256++ stream must not be all zero.")
    (state0, state1, state2, state3) = state
  }

  /// The stream of one replication and lane, seeded from two Philox blocks.
  ///
  /// The blocks have the counters (0 and 1, lane, `streamHash("xoshiro256++")`, 2³² − 1), the last of which
  /// only the very last block of the very last visit of a `KeyedStream` reaches. Lanes are for parallel users
  /// of one replication.
  public init(key: StreamKey, lane: UInt32 = 0) {
    let name = streamHash("xoshiro256++")
    let first = Philox4x32.words(0, lane, name, .max, key: key.low, key.high)
    let second = Philox4x32.words(1, lane, name, .max, key: key.low, key.high)
    let isZero = first.0 | first.1 | second.0 | second.1 == 0
    self.init(state: (isZero ? 1 : first.0, first.1, second.0, second.1))
  }

  /// The next 64 bits of the stream.
  ///
  /// Always inlined, so that the state can stay in registers: a benchmark of a whole model has 1.4 % fewer
  /// instructions than with a call.
  @inlinable @inline(__always)
  public mutating func nextBits() -> UInt64 {
    let sum = state0 &+ state3
    let result = (sum &<< 23 | sum &>> 41) &+ state0
    let shifted = state1 &<< 17
    state2 ^= state0
    state3 ^= state1
    state1 ^= state2
    state0 ^= state3
    state2 ^= shifted
    state3 = state3 &<< 45 | state3 &>> 19
    return result
  }
}
