import RandomStreams
import SimulationKernel

/// An M/M/c queue together with its state: the one entity of the run.
struct MarkovQueueRun: ~Copyable, SimulationEntity {
  typealias Event = MarkovQueue.Event
  typealias Message = NoMessage
  typealias World = Shared<Void>

  let queue: MarkovQueue
  var state: MarkovQueueState

  @inline(__always)
  mutating func handle(_ event: Event, in world: World, _ scheduler: inout MarkovQueue.Scheduler) {
    queue.handle(event, &state, in: &scheduler)
  }
}
