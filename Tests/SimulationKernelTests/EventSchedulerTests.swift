import SimulationKernel
import Testing

/// Does what closures say: for tests of single rules. Barriers are noted by entity 0.
private struct Noted: SimulationEntity {
  typealias World = Shared<Void>
  typealias Scheduler = EventScheduler<Int32, Int32>
  var notes: [Int32] = []
  var onEvent: @Sendable (Int32, inout Scheduler) -> Void = { _, _ in }

  mutating func handle(_ event: Int32, in world: World, _ scheduler: inout Scheduler) {
    notes.append(event)
    onEvent(event, &scheduler)
  }
  mutating func receive(_ message: Int32, in world: World, _ scheduler: inout Scheduler) {
    notes.append(1000 + message)
    onEvent(message, &scheduler)
  }

  static func engine(entities: Int = 1, end: Int64 = 100, plan: PartitionPlan? = nil) -> SimulationEngine<
    Noted
  > {
    var all = Slab<Noted>()
    for _ in 0..<entities { all.append(Noted()) }
    return SimulationEngine(entities: all, end: SimulationTime(ticks: end), plan: plan)
  }
}

extension SimulationEngine where Entity == Noted {
  @discardableResult
  fileprivate mutating func schedule(
    _ event: Int32, of entity: Int = 0, at ticks: Int64, priority: UInt8 = 4
  ) -> EventHandle {
    act(as: entity) { _, scheduler in
      scheduler.schedule(event, at: SimulationTime(ticks: ticks), priority: priority)
    }
  }

  fileprivate mutating func cancel(_ handle: EventHandle, of entity: Int = 0) -> Bool {
    act(as: entity) { _, scheduler in scheduler.cancel(handle) }
  }

  fileprivate mutating func run(to ticks: Int64, barriersAtPause: Bool = false) {
    var nothing: Void = ()
    run(
      sharing: &nothing, until: SimulationTime(ticks: ticks), barriersAtPause: barriersAtPause
    ) { code, engine, _ in
      engine.entities[0].notes.append(-Int32(code))
    }
  }
}

@Suite("EventScheduler")
struct EventSchedulerTests {
  func time(_ ticks: Int64) -> SimulationTime { SimulationTime(ticks: ticks) }

  @Test("A run is [0, end): the first microsecond is in it, the end is not")
  func halfOpen() {
    var engine = Noted.engine()
    engine.schedule(1, of: 0, at: 0)
    engine.schedule(2, of: 0, at: 99)
    let late = engine.schedule(3, of: 0, at: 100)
    #expect(late.isNone)
    #expect(engine.pendingCount == 2)
    engine.run(to: 1000)
    #expect(engine.entities[0].notes == [1, 2])
    #expect(engine.now == time(100))
    #expect(engine.executedCount == 2)
  }

  @Test("A pause leaves the events of its own microsecond for later")
  func pauseIsHalfOpen() {
    var engine = Noted.engine()
    engine.schedule(1, of: 0, at: 10)
    engine.run(to: 10)
    #expect(engine.entities[0].notes.isEmpty)
    engine.run(to: 11)
    #expect(engine.entities[0].notes == [1])
  }

  @Test("A barrier comes before anything else of its microsecond, whenever it was scheduled")
  func barrierFirst() {
    var engine = Noted.engine(entities: 2)
    engine.schedule(1, of: 0, at: 5, priority: 1)
    engine.schedule(2, of: 0, at: 4, priority: 7)
    engine.act(as: 0) { _, scheduler in scheduler.scheduleBarrier(9, at: SimulationTime(ticks: 5)) }
    engine.run(to: 1_000_000)
    #expect(engine.entities[0].notes == [2, -9, 1])
  }

  @Test("A pause is before the barriers of its microsecond, or behind them and before the events")
  func barriersAtPause() {
    var engine = Noted.engine(entities: 2)
    engine.schedule(1, of: 0, at: 5, priority: 1)
    engine.act(as: 0) { _, scheduler in scheduler.scheduleBarrier(9, at: SimulationTime(ticks: 5)) }
    engine.run(to: 5)
    #expect(engine.entities[0].notes == [])
    engine.run(to: 5, barriersAtPause: true)
    #expect(engine.entities[0].notes == [-9] && engine.now.ticks == 5)
    engine.run(to: 6)
    #expect(engine.entities[0].notes == [-9, 1])
  }

  @Test("Cancelling twice, after the event, or by a handle of none does nothing")
  func harmlessCancel() {
    var engine = Noted.engine()
    let first = engine.schedule(1, of: 0, at: 1)
    let second = engine.schedule(2, of: 0, at: 2)
    let answer1 = engine.cancel(second)
    #expect(answer1)
    let answer2 = engine.cancel(second)
    #expect(!answer2)
    let answer3 = engine.cancel(.none)
    #expect(!answer3)
    #expect(engine.pendingCount == 1)
    engine.run(to: 50)
    let answer4 = engine.cancel(first)
    #expect(!answer4)
    #expect(engine.entities[0].notes == [1])
    #expect(engine.executedCount == 1)
  }

  @Test("A handle does not name the event that got its place")
  func generations() {
    var engine = Noted.engine()
    let old = engine.schedule(1, of: 0, at: 1)
    engine.run(to: 2)
    let new = engine.schedule(2, of: 0, at: 3)
    let answer1 = engine.cancel(old)
    #expect(!answer1)
    engine.run(to: 4)
    #expect(engine.entities[0].notes == [1, 2])
    let answer2 = engine.cancel(new)
    #expect(!answer2)
    #expect(EventHandle.none.isNone && !new.isNone)
  }

  @Test("A handle is valid in a copy, and cancels there alone")
  func handlesInCopies() {
    var engine = Noted.engine()
    let handle = engine.schedule(1, of: 0, at: 1)
    var copy = engine.copy { $0 }
    let answer1 = copy.cancel(handle)
    #expect(answer1)
    engine.run(to: 1_000_000)
    copy.run(to: 1_000_000)
    #expect(engine.entities[0].notes == [1])
    #expect(copy.entities[0].notes.isEmpty)
  }

  @Test("A hundred thousand cancellations leave the queue small and the living in order")
  func heavyCancellation() {
    var engine = Noted.engine(end: 1_000_000)
    for number in 0..<10 as Range<Int32> {
      engine.schedule(number, of: 0, at: 900_000 + Int64(number))
    }
    var slots: UInt32 = 0
    for number in 0..<100_000 as Range<Int64> {
      let handle = engine.schedule(77, of: 0, at: 800_000 - number)
      slots = max(slots, handle.slot)
      _ = engine.cancel(handle)
    }
    #expect(slots < 3000)
    #expect(engine.pendingCount == 10)
    engine.run(to: 1_000_000)
    #expect(engine.entities[0].notes == Array(0..<10))
  }

  @Test("Messages arrive in key order and are counted while under way, also beyond the end")
  func messages() {
    var engine = Noted.engine(entities: 3)
    for sender in 0..<2 {
      engine.entities[sender].onEvent = { event, scheduler in
        scheduler.send(event + 10, to: 2, after: SimulationDuration(ticks: 5))
        scheduler.send(event + 20, to: 2, after: SimulationDuration(ticks: 5), priority: 1)
        scheduler.send(event + 30, to: 2, after: .longest)
      }
    }
    engine.schedule(1, of: 1, at: 0)
    engine.schedule(0, of: 0, at: 0)
    engine.run(to: 3)
    var underWay: [Int32] = []
    engine.forEachMessageUnderWay { underWay.append($0) }
    #expect(underWay.sorted() == [10, 11, 20, 21, 30, 31])
    engine.run(to: 1_000_000)
    #expect(engine.entities[2].notes == [1020, 1021, 1010, 1011])
    underWay = []
    engine.forEachMessageUnderWay { underWay.append($0) }
    #expect(underWay == [30, 31])
  }
}

@Suite("Far times of EventScheduler")
struct FarTimeTests {
  @Test("What is scheduled or sent after the greatest span never comes, and the clock does not go back")
  func greatestSpan() {
    let endless = SimulationDuration(ticks: .max)
    var engine = Noted.engine(entities: 2)
    engine.entities[0].onEvent = { event, scheduler in
      scheduler.schedule(event + 1, after: endless)
      scheduler.schedule(event + 2, at: scheduler.now + endless)
      scheduler.send(event + 3, to: 1, after: endless)
      scheduler.schedule(event + 4, after: .tick)
      scheduler.schedule(event + 5, after: SimulationDuration(ticks: 1 << 62))
    }
    engine.schedule(0, at: 60)
    engine.run(to: 62)
    engine.entities[0].onEvent = { _, _ in }
    engine.run(to: 1000)
    #expect(engine.entities[0].notes.prefix(2) == [0, 4] && engine.entities[1].notes.isEmpty)
    #expect(engine.pendingCount == 0)
    var underWay: [Int32] = []
    engine.forEachMessageUnderWay { underWay.append($0) }
    #expect(underWay == [3, 7])
  }

  @Test("The next time is that of an event which has not been cancelled")
  func nextTime() {
    var engine = Noted.engine()
    let first = engine.schedule(1, at: 10)
    let second = engine.schedule(2, at: 30)
    _ = engine.cancel(first)
    #expect(engine.nextTime()?.ticks == 30)
    _ = engine.cancel(second)
    #expect(engine.nextTime() == nil && engine.pendingCount == 0)
    engine.schedule(3, at: 40)
    engine.run(to: 100)
    #expect(engine.entities[0].notes == [3])
  }
}

@Suite("Traps of EventScheduler")
struct EventSchedulerTrapTests {
  @Test("A message to another entity takes at least a microsecond")
  func zeroDelayMessage() async {
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine(entities: 2)
      engine.act(as: 0) { _, scheduler in scheduler.send(1, to: 1, after: .zero) }
    }
  }

  @Test("A message goes to an entity of the run, an event belongs to one")
  func unknownEntity() async {
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine(entities: 2)
      engine.act(as: 0) { _, scheduler in scheduler.send(1, to: 2, after: .tick) }
    }
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine(entities: 2)
      engine.schedule(1, of: 2, at: 0)
    }
  }

  @Test("Nothing is scheduled before now")
  func past() async {
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine()
      engine.run(to: 10)
      engine.schedule(1, at: 9)
    }
  }

  @Test("Priority 0 is for barriers, and 7 is the last")
  func priorities() async {
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine()
      engine.schedule(1, of: 0, at: 0, priority: 0)
    }
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine()
      engine.schedule(1, of: 0, at: 0, priority: 8)
    }
  }

  @Test("Another entity than 0 schedules no barrier")
  func barrierOfAnother() async {
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine(entities: 2)
      engine.entities[1].onEvent = { _, scheduler in
        scheduler.scheduleBarrier(1, at: SimulationTime(ticks: 5))
      }
      engine.schedule(1, of: 1, at: 0)
      engine.run(to: 1_000_000)
    }
  }

  @Test("An event schedules no barrier at its own microsecond")
  func insideAnEvent() async {
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine()
      engine.entities[0].onEvent = { _, scheduler in scheduler.scheduleBarrier(1, at: scheduler.now) }
      engine.schedule(1, of: 0, at: 0)
      engine.run(to: 1_000_000)
    }
  }

  @Test("A message to another partition is not faster than the lookahead that was declared")
  func tooFast() async {
    await #expect(processExitsWith: .failure) {
      let plan = PartitionPlan(
        [0, 1].map { .init(entities: [$0], lookahead: SimulationDuration(ticks: 10)) })
      var engine = Noted.engine(entities: 2, plan: plan)
      engine.entities[1].onEvent = { _, scheduler in
        scheduler.send(2, to: 0, after: SimulationDuration(ticks: 9))
      }
      engine.schedule(1, of: 1, at: 0)
      engine.run(to: 100)
    }
  }

  @Test("A run has entities, ends within 2^52 µs and does not go back")
  func bounds() async {
    await #expect(processExitsWith: .failure) { _ = Noted.engine(entities: 0) }
    await #expect(processExitsWith: .failure) { _ = Noted.engine(entities: 131_073) }
    await #expect(processExitsWith: .failure) { _ = Noted.engine(end: 1 << 52) }
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine()
      engine.run(to: 10)
      engine.run(to: 9)
    }
  }

  @Test("An entity cancels no event of another")
  func handleOfAnother() async {
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine(entities: 2)
      let handle = engine.schedule(1, of: 0, at: 5)
      _ = engine.cancel(handle, of: 1)
    }
  }

  @Test("A barrier does not run the engine that carries it out")
  func runWithinBarrier() async {
    await #expect(processExitsWith: .failure) {
      var engine = Noted.engine()
      engine.act(as: 0) { _, scheduler in scheduler.scheduleBarrier(9, at: SimulationTime(ticks: 5)) }
      var nothing: Void = ()
      engine.run(sharing: &nothing, until: SimulationTime(ticks: 10)) { _, engine, _ in engine.run(to: 20) }
    }
  }
}
