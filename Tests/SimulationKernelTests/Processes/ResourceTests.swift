import SimulationKernel
import Testing

@Suite("Resources of processes")
struct ResourceTests {
  /// Lets each request come at its hour, use a unit for two hours, and note its name.
  static func served(capacity: Int, _ requests: [(name: String, at: Double, priority: Int, units: Int)])
    throws -> [String]
  {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let resource = Resource(capacity: capacity)
      var log: [String] = []
      for request in requests {
        simulation.spawn(after: .hours(request.at)) {
          try await resource.with(request.units, priority: request.priority) {
            log.append("\(request.name) \(simulation.now.hours)")
            try await simulation.hold(for: .hours(2))
          }
        }
      }
      try simulation.run()
      #expect(resource.inUse == 0 && resource.waitingCount == 0)
      return log
    }
  }

  @Test("A line is served by priority, and first come, first served within one priority")
  func priorities() throws {
    let log = try Self.served(
      capacity: 1, [("a", 0, 0, 1), ("b", 0.1, 5, 1), ("c", 0.2, -3, 1), ("d", 0.3, 5, 1), ("e", 0.4, -3, 1)])
    #expect(log == ["a 0.0", "c 2.0", "e 4.0", "b 6.0", "d 8.0"])
  }

  @Test("Nobody overtakes a process that waits for more units than are free, but a better priority does")
  func severalUnits() throws {
    let log = try Self.served(
      capacity: 3, [("a", 0, 0, 2), ("b", 0.1, 0, 3), ("c", 0.2, 0, 1), ("d", 0.3, -1, 1)])
    #expect(log == ["a 0.0", "d 0.3", "b 2.3", "c 4.3"])
  }

  @Test("Who loses patience leaves the line, and those behind move up")
  func reneging() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let resource = Resource(capacity: 2)
      var log: [String] = []
      simulation.spawn { try await resource.with(1) { try await simulation.hold(for: .hours(9)) } }
      simulation.spawn(after: .hours(1)) {
        let got = try await resource.with(2, patience: .hours(3)) { true }
        log.append("\(got ?? false) \(simulation.now.hours)")
      }
      simulation.spawn(after: .hours(2)) {
        #expect(resource.waitingCount == 1 && !resource.acquireNow())
        let got = try await resource.acquire(patience: .hours(5))
        log.append("\(got) \(simulation.now.hours)")
        resource.release()
      }
      try simulation.run()
      #expect(log == ["false 4.0", "true 4.0"])
    }
  }

  @Test("An interrupted request has taken nothing")
  func interrupted() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let resource = Resource(capacity: 1)
      simulation.spawn { try await resource.with { try await simulation.hold(for: .hours(5)) } }
      let second = simulation.spawn { try await resource.with { #expect(Bool(false), "it was cancelled") } }
      simulation.spawn(after: .hours(1)) {
        #expect(resource.waitingCount == 1)
        second.cancel()
        #expect(resource.waitingCount == 0)
      }
      try simulation.run(until: .zero + .hours(6))
      #expect(second.isFinished && resource.inUse == 0)
    }
  }

  @Test("A larger capacity serves the line at once, and a smaller takes nothing back")
  func capacity() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let resource = Resource(capacity: 1)
      var begun: [Double] = []
      for _ in 0..<3 {
        simulation.spawn {
          try await resource.with {
            begun.append(simulation.now.hours)
            try await simulation.hold(for: .hours(4))
          }
        }
      }
      simulation.spawn(after: .hours(1)) { resource.capacity = 2 }
      simulation.spawn(after: .hours(2)) {
        resource.capacity = 0
        #expect(resource.inUse == 2 && resource.available == -2)
      }
      simulation.spawn(after: .hours(7)) { resource.capacity = 1 }
      try simulation.run()
      #expect(begun == [0, 1, 7])
    }
  }

  @Test("Thousands that renege from a line leave no trace in it")
  func manyReneges() throws {
    try withProcessSimulation(end: .zero + .hours(1000)) { simulation in
      let resource = Resource(capacity: 1)
      simulation.spawn { try await resource.with { try await simulation.hold(for: .hours(500)) } }
      var reneged = 0
      for number in 1...2000 {
        simulation.spawn {
          let patience =
            number == 1500 ? SimulationDuration.hours(900) : SimulationDuration(ticks: Int64(number))
          if try await !resource.acquire(patience: patience) { reneged += 1 }
        }
      }
      try simulation.run(until: .zero + .hours(400))
      #expect(reneged == 1999 && resource.waitingCount == 1)
      try simulation.run(until: .zero + .hours(600))
      #expect(resource.waitingCount == 0 && resource.inUse == 1)
    }
  }

  @Test("Units beyond 32 bits are counted, also after a wait in line")
  func manyUnits() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      let resource = Resource(capacity: 5_000_000_000)
      simulation.spawn {
        try await resource.with(4_999_999_999) { try await simulation.hold(for: .hours(1)) }
      }
      simulation.spawn { try await resource.acquire(4_500_000_000) }
      try simulation.run(until: .zero + .hours(2))
      #expect(resource.inUse == 4_500_000_000)
    }
  }

  @Test("The greatest patience outlasts every wait")
  func endlessPatience() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      let resource = Resource(capacity: 1)
      let condition = ProcessCondition()
      let store = Store<Int>()
      let endless = SimulationDuration(ticks: .max)
      var log: [String] = []
      simulation.spawn {
        try await resource.with { try await simulation.hold(for: .hours(5)) }
        condition.signal()
        try await store.put(3)
      }
      simulation.spawn(after: .hours(1)) {
        log.append("unit \(try await resource.acquire(patience: endless)) \(simulation.now.hours)")
        let state = try await condition.wait(until: { simulation.now.hours >= 5 }, patience: endless)
        log.append("state \(state)")
        log.append("item \(try await store.take(patience: endless) ?? 0)")
        try await simulation.hold(for: endless)
        log.append("must not go on")
      }
      try simulation.run()
      #expect(log == ["unit true 5.0", "state true", "item 3"])
    }
  }

  @Test("A negative patience ends the program, also when there is no wait")
  func negativePatience() async {
    await #expect(processExitsWith: .failure) {
      try withProcessSimulation(end: .zero + .hours(1)) { simulation in
        let resource = Resource(capacity: 1)
        simulation.spawn { _ = try await resource.acquire(patience: SimulationDuration(ticks: -1)) }
        try simulation.run()
      }
    }
  }
}
