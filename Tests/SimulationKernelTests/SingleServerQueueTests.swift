import RandomStreams
import SimulationKernel
import Testing

/// A queue with one server in a few lines: the smallest whole model on the kernel.
private struct SingleServerQueue: SimulationEntity {
  enum Event: BitwiseCopyable { case arrival, departure }
  typealias World = Shared<Void>

  var random: Xoshiro256PlusPlus
  let arrivalsPerHour: Double
  var inSystem = 0
  var area = 0
  var last = SimulationTime.zero
  var digest: UInt64 = 0xcbf2_9ce4_8422_2325

  init(replication: UInt32, arrivalsPerHour: Double) {
    random = Xoshiro256PlusPlus(key: StreamKey(seed: 2026, replication: replication))
    self.arrivalsPerHour = arrivalsPerHour
  }

  mutating func measure(_ now: SimulationTime) {
    area += inSystem * Int((now - last).ticks)
    last = now
  }

  mutating func handle(_ event: Event, in world: World, _ scheduler: inout EventScheduler<Event, NoMessage>) {
    measure(scheduler.now)
    switch event {
    case .arrival:
      scheduler.schedule(.arrival, after: .hours(random.exponential(mean: 1 / arrivalsPerHour)))
      inSystem += 1
      if inSystem == 1 { scheduler.schedule(.departure, after: .hours(random.exponential())) }
    case .departure:
      inSystem -= 1
      if inSystem > 0 { scheduler.schedule(.departure, after: .hours(random.exponential())) }
    }
    digest = (digest ^ UInt64(scheduler.now.ticks) ^ UInt64(inSystem) << 52) &* 0x100_0000_01b3
  }

  /// The mean number in the system over 2,000 hours that follow 200 hours from empty.
  static func run(replication: UInt32) -> (mean: Double, digest: UInt64) {
    var queues = Slab<SingleServerQueue>()
    queues.append(SingleServerQueue(replication: replication, arrivalsPerHour: 0.5))
    var engine = SimulationEngine(entities: queues, end: .zero + .hours(2200))
    engine.act(as: 0) { _, scheduler in _ = scheduler.schedule(.arrival, at: .zero) }
    engine.run(until: .zero + .hours(200))
    engine.entities[0].measure(engine.now)
    engine.entities[0].area = 0
    engine.run(until: engine.end)
    engine.entities[0].measure(engine.now)
    let queue = engine.entities[0]
    return (Double(queue.area) / Double(SimulationDuration.hours(2000).ticks), queue.digest)
  }
}

@Suite("A queue with one server on the kernel")
struct SingleServerQueueTests {
  @Test("The mean number in an M/M/1 system at load one half is one: |t| < 5 on 39 degrees, p = 1e-5")
  func theory() {
    let means = (0..<40).map { SingleServerQueue.run(replication: $0).mean }
    let mean = means.reduce(0, +) / 40
    let variance = means.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 39
    let statistic = (mean - 1) / (variance / 40).squareRoot()
    #expect(abs(statistic) < 5, "t = \(statistic), mean \(mean)")
    #expect(variance.squareRoot() < 0.3)
  }

  @Test("A seed has one course of events, on every machine")
  func digest() {
    #expect(SingleServerQueue.run(replication: 7).digest == SingleServerQueue.run(replication: 7).digest)
    #expect(SingleServerQueue.run(replication: 7).digest != SingleServerQueue.run(replication: 8).digest)
    #expect(SingleServerQueue.run(replication: 7).digest == 8_185_307_261_782_973_269)
  }
}
