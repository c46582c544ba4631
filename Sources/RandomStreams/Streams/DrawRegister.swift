import Synchronization

/// A debug mode: which keyed streams a simulation has opened, and which of them twice.
///
/// A counter that is used twice gives two quantities the same draws, and nothing else shows it. Whoever opens
/// keyed streams holds an optional register, nil in ordinary runs, and calls `note` beside each opening.
///
/// One register is for one trajectory. Arms that share a run-in each continue a `copy` of its register; arms
/// that share nothing but the key are meant to open the same counters and have registers of their own. It
/// does not see draws that are made without a keyed stream, and it does not count words within a stream:
/// `KeyedStream` itself ends the program when those run out.
///
/// Safe to use from several threads. The sentences do not depend on the order in which threads arrive, as
/// long as the openings of any one counter come in a fixed order.
public final class DrawRegister: Sendable {
  private let record: Mutex<Record>

  /// A register in which nothing has been opened.
  public init() {
    record = Mutex(Record())
  }

  private init(_ record: Record) {
    self.record = Mutex(record)
  }

  /// Tells the register the name of an origin, so that its sentences can use it, and checks that no other
  /// origin's name has the same `streamHash`. Naming one twice is no mistake.
  public func register(origin name: String) {
    record.withLock { $0.origins.add(name) }
  }

  /// Tells the register the name of a purpose, so that its sentences can use it, and checks that no other
  /// purpose's name has the same `streamHash`. Naming one twice is no mistake.
  ///
  /// Origins and purposes are different words of the counter: an origin and a purpose may share a name.
  public func register(purpose name: String) {
    record.withLock { $0.purposes.add(name) }
  }

  /// Notes that a keyed stream is opened. The arguments are those of `KeyedStream`.
  ///
  /// - Parameter isReread: the stream holds one latent quantity that is read again rather than kept, such as
  ///   a threshold that is compared with on several occasions. Such an opening may follow any other; an
  ///   ordinary one may follow none.
  /// - Complexity: O(1) on average, some 50 bytes for each counter.
  public func note(
    key: StreamKey, ordinal: UInt32, origin: UInt32, purpose: UInt32, visit: UInt32 = 0,
    isReread: Bool = false
  ) {
    let counter = Counter(key: key, ordinal: ordinal, origin: origin, purpose: purpose, visit: visit)
    record.withLock { record in
      record.openings[counter, default: Openings()].add(isReread: isReread)
    }
  }

  /// An independent register that has seen what this one has.
  ///
  /// - Complexity: O(1) now; O(*n*) in the counters at the first opening afterwards.
  public func copy() -> DrawRegister {
    DrawRegister(record.withLock { $0 })
  }

  /// The number of different counters that have been opened.
  public var count: Int {
    record.withLock { $0.openings.count }
  }

  /// What went wrong, a sentence each; empty if no counter was used twice and no two names share a hash.
  ///
  /// First the origins and then the purposes whose hashes are alike, by name; then the counters, by key,
  /// origin, purpose, ordinal and visit.
  ///
  /// - Complexity: O(*n* + *m* log *m*) in the counters opened and in the mistakes.
  public var mistakes: [String] {
    let seen = record.withLock { $0 }
    return seen.origins.collisions(of: "origins") + seen.purposes.collisions(of: "purposes")
      + seen.openings.filter { $0.value.isMistake }
      .sorted { $0.key < $1.key }
      .map { seen.sentence($0.key, $0.value) }
  }
}
