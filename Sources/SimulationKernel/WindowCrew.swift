/// The threads that simulate windows together during one run: persistent, each with a block of partitions.
///
/// A window has two meetings. Up to the first, workers simulate their partitions to the horizon and put what they
/// send into lanes, one for each pair of workers; up to the second they take what was sent to theirs and report
/// when they go on. Every worker then works out the same next horizon from the reports.
@usableFromInline
final class WindowCrew<Entity: SimulationEntity & ~Copyable>: @unchecked Sendable {
  // Because workers share memory as the meetings allow: rows of their own partitions and entities alone, lanes by
  // turns, reports by turns, and the fields below written by the caller before a meeting and read after it.
  @usableFromInline typealias Scheduler = EventScheduler<Entity.Event, Entity.Message>

  /// What one worker did in a window.
  @usableFromInline
  struct Work: BitwiseCopyable {
    /// Events carried out; −1 before the first window.
    @usableFromInline var events: Int64
    /// What has been read ahead, summed so that it is read; it means nothing.
    @usableFromInline var warmth: UInt8 = 0

    @inlinable
    init(events: Int64) { self.events = events }
  }

  /// What one worker tells the others between two windows; a cache line pair for each.
  @usableFromInline
  struct Report: BitwiseCopyable {
    /// The least time at which one of its partitions could be heard elsewhere.
    @usableFromInline var horizon: Int64 = 0
    /// When its next event is due.
    @usableFromInline var first: Int64 = 0
    /// The earliest barrier that entity 0 has asked for, if it is one of the worker's.
    @usableFromInline var barrier: Int64 = 0
    /// What the worker did in the last window.
    @usableFromInline var work = Work(events: 0)
    @usableFromInline let padding: SIMD8<Int64> = .zero
    @usableFromInline let more: SIMD4<Int64> = .zero

    @inlinable
    init() {}
  }

  // The engine's rows. A barrier may replace them.
  @safe @exclusivity(unchecked) @usableFromInline var entities: SharedRows<Entity>
  @safe @exclusivity(unchecked) @usableFromInline var partitions: SharedRows<Scheduler>
  @safe @exclusivity(unchecked) @usableFromInline var nextTicks: SharedRows<Int64>
  @safe @exclusivity(unchecked) @usableFromInline var lookaheads: SharedRows<Int64>
  @safe @exclusivity(unchecked) @usableFromInline var homes: SharedRows<UInt32>
  @usableFromInline let world: Entity.World
  @usableFromInline let workers: WindowWorkers
  @usableFromInline let rendezvous: Rendezvous
  @usableFromInline let threads: WorkerThreads
  @usableFromInline let laneRows: Slab<Slab<Envelope<Entity.Message>>>
  @usableFromInline let reportRows: Slab<Report>
  /// `from * workers + to`.
  @usableFromInline let lanes: SharedRows<Slab<Envelope<Entity.Message>>>
  @usableFromInline let reports: SharedRows<Report>
  /// The first partition of each worker, and the number of partitions.
  @usableFromInline var blocks: [Int]
  /// The worker of each partition.
  @usableFromInline var workerOf: Slab<UInt32>
  @usableFromInline var stop: Int64
  @usableFromInline var eventsPerWindow: Double
  @usableFromInline var isDismissed: Bool

  @inlinable
  init(_ engine: inout SimulationEngine<Entity>, _ workers: WindowWorkers, in world: Entity.World) {
    entities = engine.entities.withSharedRows { $0 }
    partitions = engine.partitions.withSharedRows { $0 }
    nextTicks = engine.nextTicks.withSharedRows { $0 }
    lookaheads = engine.lookaheads.withSharedRows { $0 }
    homes = engine.homes.withSharedRows { $0 }
    self.world = world
    self.workers = workers
    rendezvous = Rendezvous(count: workers.count, spins: workers.spinsBeforeParking)
    threads = WorkerThreads()
    var laneRows = Slab<Slab<Envelope<Entity.Message>>>(capacity: workers.count * workers.count)
    for _ in 0..<workers.count * workers.count { laneRows.append(Slab()) }
    lanes = laneRows.withSharedRows { $0 }
    self.laneRows = laneRows
    var reportRows = Slab(repeating: Report(), count: workers.count)
    reports = reportRows.withSharedRows { $0 }
    self.reportRows = reportRows
    blocks = Array(repeating: 0, count: workers.count + 1)
    workerOf = Slab(capacity: partitions.count)
    stop = 0
    eventsPerWindow = 0
    isDismissed = false
    for worker in 1..<max(1, workers.count) { threads.start(worker) { self.serve(worker) } }
  }

  /// Simulates windows with all workers up to `stop`, or until windows have too few events to share.
  @inlinable
  func share(_ engine: inout SimulationEngine<Entity>, until stop: inout Int64) {
    entities = engine.entities.withSharedRows { $0 }
    partitions = engine.partitions.withSharedRows { $0 }
    nextTicks = engine.nextTicks.withSharedRows { $0 }
    lookaheads = engine.lookaheads.withSharedRows { $0 }
    homes = engine.homes.withSharedRows { $0 }
    balance()
    self.stop = stop
    eventsPerWindow = engine.eventsPerWindow
    rendezvous.meet(0)
    simulate(0)
    stop = self.stop
    engine.eventsPerWindow = eventsPerWindow
    for partition in 0..<partitions.count where partitions[partition].barrierRequests.count > 0 {
      engine.takeBarriers(from: partition)
    }
  }

  /// Lets the workers go, and returns when they have gone.
  @usableFromInline
  func dismiss() {
    isDismissed = true
    rendezvous.meet(0)
    threads.wait()
  }

  @inlinable
  func serve(_ worker: Int) {
    while true {
      rendezvous.meet(worker)
      if isDismissed { return }
      simulate(worker)
    }
  }

  /// Divides the partitions into contiguous blocks of about equal work, judged by the events so far.
  @usableFromInline
  func balance() {
    workerOf.removeAll()
    var total = 0.0
    for partition in 0..<partitions.count { total += Double(partitions[partition].executed) + 1 }
    var sum = 0.0
    var worker = 0
    for partition in 0..<partitions.count {
      let weight = Double(partitions[partition].executed) + 1
      // The partition goes to the worker in whose share its middle lies.
      let share = min(workers.count - 1, Int((sum + weight / 2) / total * Double(workers.count)))
      while worker < share {
        worker += 1
        blocks[worker] = partition
      }
      workerOf.append(UInt32(worker))
      sum += weight
    }
    while worker < workers.count {
      worker += 1
      blocks[worker] = partitions.count
    }
  }

  /// One worker's part in windows, until nothing is due before the stop or windows are too small.
  @inlinable
  func simulate(_ worker: Int) {
    let block = blocks[worker]..<blocks[worker + 1]
    var stop = self.stop
    var mean = eventsPerWindow
    report(worker, block, Work(events: -1))
    rendezvous.meet(worker)
    while true {
      var horizon = Int64.max
      var first = Int64.max
      var events: Int64 = 0
      for other in 0..<workers.count {
        let row = reports[other]
        horizon = min(horizon, row.horizon)
        first = min(first, row.first)
        stop = min(stop, row.barrier)
        events += row.work.events
      }
      if events >= 0 { mean += (Double(events) - mean) / 16 }
      if first >= stop || mean < workers.leastEventsPerWindow / 2 { break }
      let work = window(worker, block, until: min(horizon, stop))
      rendezvous.meet(worker)
      takeMessages(worker)
      report(worker, block, work)
      rendezvous.meet(worker)
    }
    // All have read the reports and agree; the caller passes on what they agree on.
    if worker == 0 {
      self.stop = stop
      eventsPerWindow = mean
    }
  }

  @inlinable
  func window(_ worker: Int, _ block: Range<Int>, until horizon: Int64) -> Work {
    // Others may still read this worker's last report.
    var work = Work(events: 0)
    for partition in block where nextTicks[partition] < horizon {
      work.warmth &+= partitions.warm(after: partition, upTo: block.upperBound, before: horizon)
      work.events -= Int64(partitions[partition].executed)
      partitions[partition].bound = SimulationTime(ticks: horizon)
      partitions[partition].advance(entities, in: world)
      nextTicks[partition] = partitions[partition].nextTicks
      work.events += Int64(partitions[partition].executed)
      if partitions[partition].outbox.count > 0 { post(worker, from: partition) }
    }
    return work
  }

  /// Sorts what a partition has sent into the lanes, in the order of sending.
  @inlinable
  func post(_ worker: Int, from partition: Int) {
    for index in 0..<partitions[partition].outbox.count {
      let envelope = partitions[partition].outbox[index]
      let receiver = Int(workerOf[Int(homes[Int(envelope.entity)])])
      lanes[worker * workers.count + receiver].append(envelope)
    }
    partitions[partition].outbox.removeAll()
  }

  /// Hands the messages in this worker's lanes to its partitions, sender by sender.
  @inlinable
  func takeMessages(_ worker: Int) {
    for sender in 0..<workers.count {
      let lane = sender * workers.count + worker
      for index in 0..<lanes[lane].count {
        let envelope = lanes[lane][index]
        let home = Int(homes[Int(envelope.entity)])
        partitions[home].accept(envelope.message, to: Int(envelope.entity), envelope.key)
        // Written when it falls alone: others read and write what lies beside it.
        if envelope.key.time.ticks < nextTicks[home] { nextTicks[home] = envelope.key.time.ticks }
      }
      lanes[lane].removeAll()
    }
  }

  @inlinable
  func report(_ worker: Int, _ block: Range<Int>, _ work: Work) {
    var row = Report()
    row.horizon = .max
    row.first = .max
    row.barrier = .max
    row.work = work
    for partition in block {
      let next = nextTicks[partition]
      row.first = min(row.first, next)
      row.horizon = min(row.horizon, next + lookaheads[partition])
      for index in 0..<partitions[partition].barrierRequests.count {
        row.barrier = min(row.barrier, partitions[partition].barrierRequests[index].ticks)
      }
    }
    reports[worker] = row
  }
}
