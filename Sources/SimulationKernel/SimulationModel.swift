/// A model: islands of state called *entities*, and what happens to each when an event is due.
///
/// Ordering guarantees:
/// 1. Events happen in the order of their ``EventKey``: time, priority, source entity, source sequence.
/// 2. An event changes the state of its own entity only. Others learn of it by a message, which takes at
///    least one microsecond.
/// 3. A barrier at time T comes after everything before T and before anything else at T; it alone sees
///    all entities, and it belongs to entity 0.
///
/// A model that keeps these has one result whatever engine runs it.
public protocol SimulationModel: ~Copyable {
  /// What an entity tells itself: an enum with trivial payloads, run by a switch.
  associatedtype Event: BitwiseCopyable
  /// What an entity tells another.
  associatedtype Message: BitwiseCopyable

  /// Carries out `event` of `entity`.
  mutating func handle(
    _ event: Event, at entity: Int, in scheduler: inout EventScheduler<Event, Message>)

  /// Carries out a message that has reached `entity`.
  mutating func receive(
    _ message: Message, at entity: Int, in scheduler: inout EventScheduler<Event, Message>)

  /// Carries out barrier number `code`, with sight of every entity.
  mutating func barrier(_ code: UInt32, in scheduler: inout EventScheduler<Event, Message>)
}
