import RandomStreams
import SimulationKernel

/// What both counters read: it changes at barriers alone.
struct TandemTimes: Sendable {
  var service: [Double] = [4, 5]
  let way = SimulationDuration.minutes(2)
}

/// One of two counters in a row. A customer of the first walks to the second.
struct TandemCounter: SimulationEntity {
  enum Event: BitwiseCopyable { case arrival, served, tired }
  struct Customer: BitwiseCopyable { let arrival: SimulationTime }

  var random: Xoshiro256PlusPlus
  var line: [Customer] = []
  /// The end of the clerk's patience while nobody comes.
  var rest = EventHandle.none
  var rests = 0
  var served = 0
  var stay = SimulationDuration.zero

  mutating func handle(
    _ event: Event, in world: Shared<TandemTimes>, _ scheduler: inout EventScheduler<Event, Customer>
  ) {
    switch event {
    case .arrival:
      scheduler.schedule(.arrival, after: .minutes(random.exponential(mean: 6)))
      join(Customer(arrival: scheduler.now), world.value, &scheduler)
    case .served:
      let customer = line.removeFirst()
      served += 1
      stay = stay + (scheduler.now - customer.arrival)
      if scheduler.entity == 0 { scheduler.send(customer, to: 1, after: world.value.way) }
      if line.isEmpty {
        rest = scheduler.schedule(.tired, after: .minutes(15))
      } else {
        serve(world.value, &scheduler)
      }
    case .tired: rests += 1
    }
  }

  mutating func receive(
    _ customer: Customer, in world: Shared<TandemTimes>, _ scheduler: inout EventScheduler<Event, Customer>
  ) {
    join(customer, world.value, &scheduler)
  }

  private mutating func join(
    _ customer: Customer, _ times: TandemTimes, _ scheduler: inout EventScheduler<Event, Customer>
  ) {
    line.append(customer)
    scheduler.cancel(rest)
    if line.count == 1 { serve(times, &scheduler) }
  }

  private mutating func serve(_ times: TandemTimes, _ scheduler: inout EventScheduler<Event, Customer>) {
    scheduler.schedule(.served, after: .minutes(random.exponential(mean: times.service[scheduler.entity])))
  }
}

func tandemExample() throws -> [String] {
  var times = TandemTimes()
  var counters = Slab<TandemCounter>()
  for lane in 0..<2 as Range<UInt32> {
    let random = Xoshiro256PlusPlus(key: StreamKey(seed: 5, replication: 0), lane: lane)
    counters.append(TandemCounter(random: random))
  }
  // Each counter is simulated on its own: what the first sends is two minutes under way, and the second sends nothing.
  let plan = PartitionPlan([
    .init(entities: [0], lookahead: times.way), .init(entities: [1], lookahead: .longest),
  ])
  var engine = SimulationEngine(entities: counters, end: .zero + .days(1), plan: plan)
  engine.act(as: 0) { _, scheduler in
    scheduler.schedule(.arrival, after: .zero)
    scheduler.scheduleBarrier(1, at: .zero + .hours(12))
  }
  var lines: [String] = []
  engine.run(sharing: &times, until: engine.end) { _, engine, times in
    lines.append("noon: \(engine.entities[0].line.count) and \(engine.entities[1].line.count) in line")
    times.service[1] = 3
  }
  for number in 0..<2 {
    let served = engine.entities[number].served
    let mean = SimulationDuration(ticks: engine.entities[number].stay.ticks / Int64(served))
    lines.append(
      "counter \(number + 1): \(served) served, \(minutes(mean)) minutes since arrival, "
        + "\(engine.entities[number].rests) rests")
  }
  return lines
}
