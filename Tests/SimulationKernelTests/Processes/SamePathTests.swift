import RandomStreams
import SimulationKernel
import Testing

/// A queue with several servers, and patience if wanted: what both styles are given.
private struct QueueCase: Sendable {
  var servers = 1
  var customers = 3000
  var meanService = 0.9
  var meanPatience: Double?

  /// Interarrival time, service and patience of customer `number`: the same in both styles.
  func draws(_ number: Int) -> (
    gap: SimulationDuration, service: SimulationDuration, patience: SimulationDuration
  ) {
    var random = KeyedStream(
      key: StreamKey(seed: 5, replication: 1), ordinal: UInt32(number), origin: 1, purpose: 1)
    return (
      .hours(random.exponential()), .hours(random.exponential(mean: meanService)),
      meanPatience.map { mean in .hours(random.exponential(mean: mean)) } ?? .longest
    )
  }

  /// One line a departure: who, when, and whether unserved; in the order of events.
  func inProcesses() throws -> [String] {
    try withProcessSimulation(end: .zero + .hours(1e6)) { simulation in
      let resource = Resource(capacity: servers)
      var path: [String] = []
      simulation.spawn {
        for number in 0..<customers {
          let draws = draws(number)
          try await simulation.hold(for: draws.gap)
          simulation.spawn {
            guard try await resource.acquire(patience: draws.patience) else {
              path.append("\(number) reneged \(simulation.now.ticks)")
              return
            }
            try await simulation.hold(for: draws.service)
            resource.release()
            path.append("\(number) served \(simulation.now.ticks)")
          }
        }
      }
      try simulation.run()
      return path
    }
  }

  /// The same by events, on the kernel's queue alone.
  func inEvents() -> [String] {
    enum What { case arrival, end, deadline }
    var events: [(what: What, customer: Int)] = []
    var queue = EventQueue()
    var path: [String] = []
    var line: [Int] = []
    var busy = 0
    var clock = SimulationTime.zero
    func schedule(_ what: What, _ customer: Int, after delay: SimulationDuration) {
      guard clock + delay < .limit else { return }
      let slot = events.count
      queue.push(
        EventKey(time: clock + delay, priority: 4, source: 0, sequence: UInt32(slot), slot: slot))
      events.append((what, customer))
    }
    func serve(_ customer: Int) {
      busy += 1
      schedule(.end, customer, after: draws(customer).service)
    }
    schedule(.arrival, 0, after: draws(0).gap)
    while let key = queue.first() {
      queue.dropFirst()
      clock = key.time
      let (what, customer) = events[key.slot]
      switch what {
      case .arrival:
        if customer + 1 < customers { schedule(.arrival, customer + 1, after: draws(customer + 1).gap) }
        if busy < servers {
          serve(customer)
        } else {
          line.append(customer)
          if meanPatience != nil { schedule(.deadline, customer, after: draws(customer).patience) }
        }
      case .end:
        busy -= 1
        path.append("\(customer) served \(clock.ticks)")
        if !line.isEmpty { serve(line.removeFirst()) }
      case .deadline:
        guard let index = line.firstIndex(of: customer) else { break }
        line.remove(at: index)
        path.append("\(customer) reneged \(clock.ticks)")
      }
    }
    return path
  }
}

@Suite("Processes and events")
struct SamePathTests {
  @Test("An M/M/1 queue takes the same course in processes as in events")
  func singleServer() throws {
    let queue = QueueCase()
    let path = try queue.inProcesses()
    #expect(path.count == 3000)
    #expect(path == queue.inEvents())
  }

  @Test("An M/M/3 queue with reneging takes the same course in processes as in events")
  func reneging() throws {
    let queue = QueueCase(servers: 3, meanService: 3.2, meanPatience: 2)
    let path = try queue.inProcesses()
    #expect(path.count == 3000)
    #expect(path.contains { line in line.contains("reneged") })
    #expect(path == queue.inEvents())
  }
}
