import RandomStreams
import SimulationKernel

/// An M/M/c queue, first in first out, in event style: two events a customer.
///
/// Through the general scheduler with no special case: an arrival and a departure are pending events like any
/// other, and the queue's length, the servers' number and the laws are data.
struct MarkovQueue {
  /// An arrival, or the departure of a server's customer: one word, a tenth fewer instructions than an enum with
  /// a payload.
  struct Event: BitwiseCopyable {
    /// The server, or `UInt32.max` for an arrival.
    let server: UInt32

    /// A customer comes.
    static var arrival: Event { Event(server: .max) }
    /// The customer of `server` leaves.
    static func departure(_ server: UInt32) -> Event { Event(server: server) }
  }
  typealias Scheduler = EventScheduler<Event, NoMessage>

  /// Mean time between arrivals, hours.
  let gapHours: Double
  /// Mean service time, hours.
  let serviceHours: Double
  /// Customers in a batch of the measurement.
  let batchSize: Int

  @inline(__always)
  func handle(_ event: Event, _ state: inout MarkovQueueState, in scheduler: inout Scheduler) {
    if event.server == .max {
      arrive(&state, in: &scheduler)
    } else {
      depart(event.server, &state, in: &scheduler)
    }
  }

  @inline(__always)
  private func arrive(_ state: inout MarkovQueueState, in scheduler: inout Scheduler) {
    if state.freeCount > 0 {
      state.freeCount &-= 1
      serve(scheduler.now, at: state.freeServers[state.freeCount], &state, in: &scheduler)
    } else {
      state.waiting.append(scheduler.now)
    }
    state.customersLeft &-= 1
    if state.customersLeft > 0 { scheduleArrival(&state, in: &scheduler) }
  }

  @inline(__always)
  private func depart(
    _ server: UInt32, _ state: inout MarkovQueueState, in scheduler: inout Scheduler
  ) {
    measure(scheduler.now - state.inService[Int(server)], &state)
    if state.waiting.isEmpty {
      state.freeServers[state.freeCount] = server
      state.freeCount &+= 1
    } else {
      serve(state.waiting.removeFirst(), at: server, &state, in: &scheduler)
    }
  }

  @inline(__always)
  private func serve(
    _ arrival: SimulationTime, at server: UInt32, _ state: inout MarkovQueueState,
    in scheduler: inout Scheduler
  ) {
    state.inService[Int(server)] = arrival
    scheduler.schedule(.departure(server), after: .hours(serviceHours * state.random.exponential()))
  }

  @inline(__always)
  func scheduleArrival(_ state: inout MarkovQueueState, in scheduler: inout Scheduler) {
    scheduler.schedule(.arrival, after: .hours(gapHours * state.random.exponential()))
  }

  @inline(__always)
  private func measure(_ timeInSystem: SimulationDuration, _ state: inout MarkovQueueState) {
    state.batchTicks &+= timeInSystem.ticks
    state.batchLeft &-= 1
    if state.batchLeft == 0 {
      state.batches.append(state.batchTicks)
      state.batchTicks = 0
      state.batchLeft = batchSize
    }
  }
}
