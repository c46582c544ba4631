import RandomStreams

/// What a draw of the regional benchmark decides; its number is the purpose word of a keyed stream.
enum RegionalPurpose: UInt32 {
  case arrival, urgency, triage, disposition, travel, intensiveCareStay, wardStay
}

/// Whose draw it is: the nth individual of an origin.
struct RegionalIndividual: BitwiseCopyable {
  /// Three origins a region: acute, planned, bursts.
  var origin: UInt8
  /// Number within the origin, from 0.
  var ordinal: UInt32
}

/// Where the regional benchmark gets its randomness.
protocol RegionalDice: Sendable {
  associatedtype Stream: RandomSource

  /// The dice of one replication.
  init(seed: UInt64, replication: UInt32)

  /// Draws for one step of one individual.
  mutating func draw<Value>(
    _ purpose: RegionalPurpose, of individual: RegionalIndividual, _ body: (inout Stream) -> Value
  ) -> Value
}

/// One xoshiro256++ stream a replication, drawn in the order of events, as the C floor does.
struct SequentialDice: RegionalDice {
  private var stream: Xoshiro256PlusPlus

  init(seed: UInt64, replication: UInt32) {
    stream = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: replication))
  }

  @inline(__always)
  mutating func draw<Value>(
    _ purpose: RegionalPurpose, of individual: RegionalIndividual, _ body: (inout Xoshiro256PlusPlus) -> Value
  ) -> Value {
    body(&stream)
  }
}

/// A keyed stream for each individual and step, so that draws do not depend on the order of events.
struct KeyedDice: RegionalDice {
  private let key: StreamKey

  init(seed: UInt64, replication: UInt32) {
    key = StreamKey(seed: seed, replication: replication)
  }

  @inline(__always)
  mutating func draw<Value>(
    _ purpose: RegionalPurpose, of individual: RegionalIndividual, _ body: (inout KeyedStream) -> Value
  ) -> Value {
    var stream = KeyedStream(
      key: key, ordinal: individual.ordinal, origin: UInt32(individual.origin), purpose: purpose.rawValue)
    return body(&stream)
  }
}
