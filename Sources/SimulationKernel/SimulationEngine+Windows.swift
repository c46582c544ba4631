/// How many threads simulate the partitions of a run, and when it pays to wake them.
public struct WindowWorkers: Sendable {
  /// Threads, the calling one included. A run uses as many as it has partitions, and ``most``, at most.
  public let count: Int
  /// How often a worker looks for the others before it sleeps; 0 when there are more workers than processors.
  public let spinsBeforeParking: Int
  /// Windows with fewer events are simulated by the calling thread alone.
  public let leastEventsPerWindow: Double

  /// Workers.
  ///
  /// A meeting of two workers costs some hundred nanoseconds, so a window of fewer than 64 events is not shared.
  ///
  /// - Precondition: `count` is positive.
  public init(count: Int, spinsBeforeParking: Int = 20_000, leastEventsPerWindow: Double = 64) {
    require(count > 0, "a run needs a thread")
    self.count = count
    self.spinsBeforeParking = spinsBeforeParking
    self.leastEventsPerWindow = leastEventsPerWindow
  }

  /// The calling thread alone.
  public static let one = WindowWorkers(count: 1)

  /// So many threads start whatever else the program does: the system gives a program some 255 for its queues.
  @inlinable
  public static var most: Int { 128 }

  /// Those that find work in a run of so many partitions.
  @inlinable
  func of(partitions: Int) -> WindowWorkers {
    WindowWorkers(
      count: min(count, partitions, Self.most), spinsBeforeParking: spinsBeforeParking,
      leastEventsPerWindow: leastEventsPerWindow)
  }
}

// Conservative windows: from the least time at which a message could arrive anywhere, all partitions are
// independent of each other up to it.
extension SimulationEngine where Entity: ~Copyable {
  @inlinable
  mutating func advanceWindows(
    to stop: SimulationTime, in world: Entity.World, _ workers: WindowWorkers,
    _ crew: inout WindowCrew<Entity>?
  ) {
    for partition in 0..<partitions.count { nextTicks[partition] = partitions[partition].nextTicks }
    var stop = stop.ticks
    while true {
      if workers.count > 1, eventsPerWindow >= workers.leastEventsPerWindow {
        if crew == nil { crew = WindowCrew(&self, workers.of(partitions: partitions.count), in: world) }
        crew?.share(&self, until: &stop)
      }
      guard simulateWindow(until: &stop, in: world) else { return }
    }
  }

  /// Simulates one window on this thread; false when nothing is due before `stop`.
  @inlinable
  mutating func simulateWindow(until stop: inout Int64, in world: Entity.World) -> Bool {
    var horizon = stop
    var first = Scheduler.never
    for partition in 0..<partitions.count {
      let next = nextTicks[partition]
      first = min(first, next)
      horizon = min(horizon, next + lookaheads[partition])
    }
    if first >= stop { return false }
    var events = 0
    let rows = entities.withSharedRows { $0 }
    let schedulers = partitions.withSharedRows { $0 }
    for partition in 0..<partitions.count where nextTicks[partition] < horizon {
      warmth &+= schedulers.warm(after: partition, upTo: schedulers.count, before: horizon)
      events -= partitions[partition].executed
      partitions[partition].bound = SimulationTime(ticks: horizon)
      partitions[partition].advance(rows, in: world)
      nextTicks[partition] = partitions[partition].nextTicks
      events += partitions[partition].executed
      if partitions[partition].barrierRequests.count > 0 {
        for index in 0..<partitions[partition].barrierRequests.count {
          stop = min(stop, partitions[partition].barrierRequests[index].ticks)
        }
      }
      deliver(from: partition)
    }
    eventsPerWindow += (Double(events) - eventsPerWindow) / 16
    return true
  }
}
