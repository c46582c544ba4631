/// The state of one entity, and what happens to it when an event is due. A model is a number of entities.
///
/// An *entity* is an island of state, such as a place with all that is in it, or a logical process; never an
/// individual. Handlers get their own entity to change, the ``Shared`` world to read, and a scheduler. Entities and
/// world are `Sendable`, so that the compiler refuses an object that several of them could change; one that a type
/// vouches for itself (`@unchecked Sendable`, a lock) is for it to answer.
///
/// Ordering guarantees:
/// 1. Events happen in the order of their ``EventKey``: time, priority, source entity, source sequence.
/// 2. An event changes the state of its own entity only. Others learn of it by a message, which takes at
///    least one microsecond.
/// 3. A barrier at time T comes after everything before T and before anything else at T; it alone sees
///    all entities, and it belongs to entity 0.
///
/// A model that keeps these has one result whatever the partitions and the number of threads.
public protocol SimulationEntity: ~Copyable, Sendable {
  /// What an entity tells itself: an enum with trivial payloads, run by a switch.
  associatedtype Event: BitwiseCopyable
  /// What an entity tells another.
  associatedtype Message: BitwiseCopyable
  /// What all entities read and only barriers change.
  associatedtype World: SharedView

  /// Reads what `event`, which is due soon, will need first, and changes nothing; the answer depends on it and means
  /// nothing. By default nothing is read: it pays where the state outgrows the caches.
  mutating func warm(for event: Event) -> UInt8

  /// Carries out `event`, which this entity scheduled.
  mutating func handle(
    _ event: Event, in world: World, _ scheduler: inout EventScheduler<Event, Message>)

  /// Carries out a message that has reached this entity.
  mutating func receive(
    _ message: Message, in world: World, _ scheduler: inout EventScheduler<Event, Message>)
}

extension SimulationEntity where Self: ~Copyable {
  /// Reads nothing.
  @inlinable
  public mutating func warm(for event: Event) -> UInt8 { 0 }
}

/// The message of a model whose entities tell each other nothing.
public struct NoMessage: BitwiseCopyable, Sendable {}

extension SimulationEntity where Self: ~Copyable, Message == NoMessage {
  /// Never called.
  @inlinable
  public mutating func receive(
    _ message: NoMessage, in world: World, _ scheduler: inout EventScheduler<Event, Message>
  ) {}
}
