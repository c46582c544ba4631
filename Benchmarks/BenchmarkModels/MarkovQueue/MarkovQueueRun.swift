import RandomStreams
import SimulationKernel

/// An M/M/c queue together with its state, as the engine runs it.
struct MarkovQueueRun: ~Copyable, SimulationModel {
  typealias Event = MarkovQueue.Event
  typealias Message = NoMessage

  let queue: MarkovQueue
  var state: MarkovQueueState

  @inline(__always)
  mutating func handle(
    _ event: Event, at entity: Int, in scheduler: inout EventScheduler<Event, NoMessage>
  ) {
    queue.handle(event, &state, in: &scheduler)
  }

  mutating func receive(
    _ message: NoMessage, at entity: Int, in scheduler: inout EventScheduler<Event, NoMessage>
  ) {}

  mutating func barrier(_ code: UInt32, in scheduler: inout EventScheduler<Event, NoMessage>) {}
}
