import SimulationKernel
import Testing

/// Does what closures say: for tests of single rules.
private struct Noted: SimulationModel {
  typealias Scheduler = EventScheduler<Int32, Int32>
  var notes: [Int32] = []
  var onEvent: (Int32, inout Scheduler) -> Void = { _, _ in }

  mutating func handle(_ event: Int32, at entity: Int, in scheduler: inout Scheduler) {
    notes.append(event)
    onEvent(event, &scheduler)
  }
  mutating func receive(_ message: Int32, at entity: Int, in scheduler: inout Scheduler) {
    notes.append(1000 + message)
    onEvent(message, &scheduler)
  }
  mutating func barrier(_ code: UInt32, in scheduler: inout Scheduler) { notes.append(-Int32(code)) }

  static func scheduler(entities: Int = 1, end: Int64 = 100) -> Scheduler {
    Scheduler(entityCount: entities, end: SimulationTime(ticks: end))
  }
}

@Suite("EventScheduler")
struct EventSchedulerTests {
  func time(_ ticks: Int64) -> SimulationTime { SimulationTime(ticks: ticks) }

  @Test("A run is [0, end): the first microsecond is in it, the end is not")
  func halfOpen() {
    var scheduler = Noted.scheduler()
    var model = Noted()
    scheduler.schedule(1, of: 0, at: .zero)
    scheduler.schedule(2, of: 0, at: time(99))
    let late = scheduler.schedule(3, of: 0, at: time(100))
    #expect(late.isNone)
    #expect(scheduler.pendingCount == 2)
    scheduler.run(&model, until: time(1000))
    #expect(model.notes == [1, 2])
    #expect(scheduler.now == time(100))
    #expect(scheduler.executedCount == 2)
  }

  @Test("A pause leaves the events of its own microsecond for later")
  func pauseIsHalfOpen() {
    var scheduler = Noted.scheduler()
    var model = Noted()
    scheduler.schedule(1, of: 0, at: time(10))
    scheduler.run(&model, until: time(10))
    #expect(model.notes.isEmpty)
    scheduler.run(&model, until: time(11))
    #expect(model.notes == [1])
  }

  @Test("A barrier comes before anything else of its microsecond, whenever it was scheduled")
  func barrierFirst() {
    var scheduler = Noted.scheduler(entities: 2)
    var model = Noted()
    scheduler.schedule(1, of: 0, at: time(5), priority: 1)
    scheduler.schedule(2, of: 1, at: time(4), priority: 7)
    scheduler.scheduleBarrier(9, at: time(5))
    scheduler.run(&model, until: scheduler.end)
    #expect(model.notes == [2, -9, 1])
  }

  @Test("Cancelling twice, after the event, or by a handle of none does nothing")
  func harmlessCancel() {
    var scheduler = Noted.scheduler()
    var model = Noted()
    let first = scheduler.schedule(1, of: 0, at: time(1))
    let second = scheduler.schedule(2, of: 0, at: time(2))
    let answer1 = scheduler.cancel(second)
    #expect(answer1)
    let answer2 = scheduler.cancel(second)
    #expect(!answer2)
    let answer3 = scheduler.cancel(.none)
    #expect(!answer3)
    #expect(scheduler.pendingCount == 1)
    scheduler.run(&model, until: time(50))
    let answer4 = scheduler.cancel(first)
    #expect(!answer4)
    #expect(model.notes == [1])
    #expect(scheduler.executedCount == 1)
  }

  @Test("A handle does not name the event that got its place")
  func generations() {
    var scheduler = Noted.scheduler()
    var model = Noted()
    let old = scheduler.schedule(1, of: 0, at: time(1))
    scheduler.run(&model, until: time(2))
    let new = scheduler.schedule(2, of: 0, at: time(3))
    let answer1 = scheduler.cancel(old)
    #expect(!answer1)
    scheduler.run(&model, until: time(4))
    #expect(model.notes == [1, 2])
    let answer2 = scheduler.cancel(new)
    #expect(!answer2)
    #expect(EventHandle.none.isNone && !new.isNone)
  }

  @Test("A handle is valid in a copy, and cancels there alone")
  func handlesInCopies() {
    var scheduler = Noted.scheduler()
    let handle = scheduler.schedule(1, of: 0, at: time(1))
    var copy = scheduler.copy()
    let answer1 = copy.cancel(handle)
    #expect(answer1)
    var (model, copiedModel) = (Noted(), Noted())
    scheduler.run(&model, until: scheduler.end)
    copy.run(&copiedModel, until: copy.end)
    #expect(model.notes == [1])
    #expect(copiedModel.notes.isEmpty)
  }

  @Test("A hundred thousand cancellations leave the queue small and the living in order")
  func heavyCancellation() {
    var scheduler = Noted.scheduler(end: 1_000_000)
    var model = Noted()
    for number in 0..<10 as Range<Int32> {
      scheduler.schedule(number, of: 0, at: time(900_000 + Int64(number)))
    }
    var slots: UInt32 = 0
    for number in 0..<100_000 as Range<Int64> {
      let handle = scheduler.schedule(77, of: 0, at: time(800_000 - number))
      slots = max(slots, handle.slot)
      scheduler.cancel(handle)
    }
    #expect(slots < 3000)
    #expect(scheduler.pendingCount == 10)
    scheduler.run(&model, until: scheduler.end)
    #expect(model.notes == Array(0..<10))
  }

  @Test("Messages arrive in key order and are counted while under way, also beyond the end")
  func messages() {
    var scheduler = Noted.scheduler(entities: 3)
    var model = Noted()
    model.onEvent = { event, scheduler in
      guard event < 10 else { return }
      scheduler.send(event + 10, to: 2, after: SimulationDuration(ticks: 5))
      scheduler.send(event + 20, to: 1, after: SimulationDuration(ticks: 5), priority: 1)
      scheduler.send(event + 30, to: 1, after: .longest)
    }
    scheduler.schedule(1, of: 1, at: .zero)
    scheduler.schedule(0, of: 0, at: .zero)
    scheduler.run(&model, until: time(3))
    var underWay: [Int32] = []
    scheduler.forEachMessageUnderWay { underWay.append($0) }
    #expect(underWay.sorted() == [10, 11, 20, 21, 30, 31])
    scheduler.run(&model, until: scheduler.end)
    #expect(model.notes == [0, 1, 1020, 1021, 1010, 1011])
    underWay = []
    scheduler.forEachMessageUnderWay { underWay.append($0) }
    #expect(underWay == [30, 31])
  }
}

@Suite("Traps of EventScheduler")
struct EventSchedulerTrapTests {
  @Test("A message to another entity takes at least a microsecond")
  func zeroDelayMessage() async {
    await #expect(processExitsWith: .failure) {
      var scheduler = Noted.scheduler(entities: 2)
      scheduler.send(1, to: 1, after: .zero)
    }
  }

  @Test("A message goes to an entity of the run, an event belongs to one")
  func unknownEntity() async {
    await #expect(processExitsWith: .failure) {
      var scheduler = Noted.scheduler(entities: 2)
      scheduler.send(1, to: 2, after: .tick)
    }
    await #expect(processExitsWith: .failure) {
      var scheduler = Noted.scheduler(entities: 2)
      scheduler.schedule(1, of: 2, at: .zero)
    }
  }

  @Test("Nothing is scheduled before now")
  func past() async {
    await #expect(processExitsWith: .failure) {
      var scheduler = Noted.scheduler()
      var model = Noted()
      scheduler.run(&model, until: SimulationTime(ticks: 10))
      scheduler.schedule(1, of: 0, at: SimulationTime(ticks: 9))
    }
  }

  @Test("Priority 0 is for barriers, and 7 is the last")
  func priorities() async {
    await #expect(processExitsWith: .failure) {
      var scheduler = Noted.scheduler()
      scheduler.schedule(1, of: 0, at: .zero, priority: 0)
    }
    await #expect(processExitsWith: .failure) {
      var scheduler = Noted.scheduler()
      scheduler.schedule(1, of: 0, at: .zero, priority: 8)
    }
  }

  @Test("Another entity than 0 schedules no barrier")
  func barrierOfAnother() async {
    await #expect(processExitsWith: .failure) {
      var scheduler = Noted.scheduler(entities: 2)
      var model = Noted()
      model.onEvent = { _, scheduler in scheduler.scheduleBarrier(1, at: SimulationTime(ticks: 5)) }
      scheduler.schedule(1, of: 1, at: .zero)
      scheduler.run(&model, until: scheduler.end)
    }
  }

  @Test("An event schedules no barrier at its own microsecond, nor an event of another entity")
  func insideAnEvent() async {
    await #expect(processExitsWith: .failure) {
      var scheduler = Noted.scheduler()
      var model = Noted()
      model.onEvent = { _, scheduler in scheduler.scheduleBarrier(1, at: scheduler.now) }
      scheduler.schedule(1, of: 0, at: .zero)
      scheduler.run(&model, until: scheduler.end)
    }
    await #expect(processExitsWith: .failure) {
      var scheduler = Noted.scheduler(entities: 2)
      var model = Noted()
      model.onEvent = { _, scheduler in _ = scheduler.schedule(2, of: 1, at: scheduler.now + .tick) }
      scheduler.schedule(1, of: 0, at: .zero)
      scheduler.run(&model, until: scheduler.end)
    }
  }

  @Test("A run has entities, ends within 2^52 µs and does not go back")
  func bounds() async {
    await #expect(processExitsWith: .failure) { _ = Noted.scheduler(entities: 0) }
    await #expect(processExitsWith: .failure) { _ = Noted.scheduler(entities: 131_073) }
    await #expect(processExitsWith: .failure) { _ = Noted.scheduler(end: 1 << 52) }
    await #expect(processExitsWith: .failure) {
      var scheduler = Noted.scheduler()
      var model = Noted()
      scheduler.run(&model, until: SimulationTime(ticks: 10))
      scheduler.run(&model, until: SimulationTime(ticks: 9))
    }
  }
}
